// Shows what was found in a reply, with a button for each rewrite. Lives in a shadow tree, so that the
// helpdesk's styles and this do not touch each other.
//
//   const notice = new Tonelint.Notice(document.body, {floating: true});
//   notice.show(result, (rewrite) => …);
Tonelint.Notice = class {
  static style = `
    :host { all: initial; }
    :host([hidden]) { display: none; }
    section { box-sizing: border-box; background: #fff; color: #222; border: 1px solid #d5d7db;
      border-left: 4px solid #2e7d4f; border-radius: 6px; padding: 10px 12px; font: 13px/1.45 system-ui,
      sans-serif; max-height: 60vh; overflow: auto; }
    section.floating { position: fixed; right: 16px; bottom: 16px; width: 340px; z-index: 2147483646;
      box-shadow: 0 4px 18px rgba(0, 0, 0, .22); }
    section.warn { border-left-color: #b26a00; } section.block { border-left-color: #b3261e; }
    section.unchecked { border-left-color: #70757d; }
    header { display: flex; gap: 8px; } strong { flex: 1; font-weight: 600; }
    ul { list-style: none; margin: 8px 0 0; padding: 0; } li { border-top: 1px solid #eceef1; padding: 8px 0; }
    q { font-weight: 600; } p { margin: 2px 0 6px; }
    button { font: inherit; cursor: pointer; text-align: left; border: 1px solid #9fb8aa; border-radius: 4px;
      background: #f1f8f4; color: #17472d; padding: 3px 8px; }
    button:focus-visible { outline: 2px solid #1a73e8; outline-offset: 1px; }
    button.close { border: 0; background: none; color: #555; padding: 0 2px; }
    footer { margin-top: 4px; color: #4a4f57; }`;

  constructor(parent, {floating = false} = {}) {
    this.host = document.createElement("tonelint-notice");
    this.host.hidden = true;
    this.root = this.host.attachShadow({mode: "open"});
    // Pages that forbid styles in their markup allow these.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(Tonelint.Notice.style);
    this.root.adoptedStyleSheets = [sheet];
    this.floating = floating;
    parent.append(this.host);
  }

  hide() {
    this.host.hidden = true;
  }

  /** `take(rewrite, finding)` is called when the agent presses a rewrite. */
  show({answer, send, message}, take, how = "Press Send again to send it as it is.") {
    if (!answer) return this.hide();
    const element = (name, text = "", type = "") => {
      const made = document.createElement(name);
      made.textContent = text;
      made.className = type;
      return made;
    };
    const box = element("section", "", `${answer.verdict}${this.floating ? " floating" : ""}`);
    box.setAttribute("role", send ? "status" : "alert");
    // The caret stays in the draft.
    box.addEventListener("mousedown", (event) => event.preventDefault());
    const header = element("header");
    const close = element("button", "✕", "close");
    close.setAttribute("aria-label", "Close");
    close.addEventListener("click", () => this.hide());
    header.append(element("strong", answer.message || message), close);
    box.append(header);
    const list = element("ul");
    for (const finding of answer.diagnostics) {
      const item = element("li");
      if (finding.match) item.append(element("q", finding.match));
      item.append(element("p", finding.message));
      for (const rewrite of finding.rewrites ?? []) {
        const button = element("button", rewrite.text || "Leave this out");
        button.addEventListener("click", () => take(rewrite, finding));
        item.append(button);
      }
      list.append(item);
    }
    if (list.children.length > 0) box.append(list);
    if (!send && answer.verdict === "warn") box.append(element("footer", how));
    this.root.replaceChildren(box);
    this.host.hidden = false;
  }
};
