// Checks replies in Chatwoot's dashboard. Private notes are left alone.
(() => {
  const REPLY = ".reply-box";
  const SEND = `${REPLY} .bottom-box .right-wrap button, ${REPLY} .right-wrap button[type=submit]`;
  const NOTE = [".is-private", ".is-note-mode"]
                   .flatMap((each) => [`${REPLY}${each}`, `${REPLY}:has(${each})`]).join(", ");

  /** What an agent has chosen to send with; the words on the button tell. */
  function sends(event) {
    if (event.shiftKey || event.altKey) return false;
    if (event.ctrlKey || event.metaKey) return true;
    const words = document.querySelector(SEND)?.innerText ?? "";
    // While a list of saved replies or names is open, Enter picks from it.
    return /↵/.test(words) && !/⌘/.test(words) &&
        !document.querySelector(`${REPLY} .mention--box, ${REPLY} [data-dropdown-menu]`);
  }

  new Tonelint.Page().watch({
    editor: `${REPLY} .ProseMirror, ${REPLY} textarea`, send: SEND, sends, events: ["click"], channel: "chat",
    note: NOTE.split(", ").flatMap((each) => [`${each} .ProseMirror`, `${each} textarea`]).join(", "),
  }, TONELINT_SETTINGS);
})();
