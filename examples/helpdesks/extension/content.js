// Checks replies on a page: while they are written, and when Send is pressed.
"use strict";

(() => {
  const HOW = "Press Send again to send it as it is.";

  /** Milliseconds without a key before a draft is checked. */
  const PAUSE = 500;

  /** Drafts shorter than this are not yet worth a check while they are written. */
  const SHORTEST = 12;

  let site = null;  // this site's entry of sites.json, when it is on
  let gate = null;
  let current = null;  // the editor that had the focus last
  let checked = "";  // the draft that the notice speaks of
  let decision = null;  // {target, send}: of the press that is under way
  let timer;
  const notice = new Tonelint.Notice(document.documentElement, {floating: true});

  /** Only the extension's own part knows the service and its token. */
  async function post(url, {body}) {
    const {search} = new URL(url);
    return chrome.runtime.sendMessage({check: body, search});
  }

  async function start() {
    const found = await chrome.runtime.sendMessage({site: `${location.protocol}//${location.hostname}`});
    site = found?.site ?? null;
    if (!site) return notice.hide();
    gate = new Tonelint.Gate({service: "http://extension", post, hold: found.hold, how: HOW, limit: 3000});
  }

  function editor_of(target) {
    const element = target instanceof Element ? target.closest(site.editor) : null;
    // Editors nest contenteditable elements; the outermost is the draft.
    let outer = element;
    for (let up = element; up; up = up.parentElement?.closest(site.editor)) outer = up;
    return outer && new TonelintEditor.Editor(outer);
  }

  function is_note(editor) {
    return Boolean(site.note) && editor.element.matches(site.note);
  }

  function context_of(editor) {
    const name = site.customer ? document.querySelector(site.customer)?.textContent.trim() : "";
    const id = location.pathname + location.search + location.hash;
    return {id, reply: editor.reply, syntax: editor.syntax, channel: site.channel ?? "email",
            customer: {name: name ?? ""}};
  }

  // What is found ---------------------------------------------------------------------------------

  function underline(editor, diagnostics) {
    if (!CSS.highlights) return;
    for (const level of ["error", "warning", "suggestion"]) {
      const ranges = diagnostics.filter((found) => found.level === level)
                         .map(({span: {utf16}}) => editor.range(...utf16)).filter(Boolean);
      CSS.highlights.set(`tonelint-${level}`, new Highlight(...ranges));
    }
  }

  function show(editor, context, result) {
    checked = context.reply;
    notice.show(result, (rewrite) => take(editor, context, rewrite), HOW);
    underline(editor, result.answer?.diagnostics ?? []);
  }

  async function take(editor, context, rewrite) {
    if (!(await editor.replace(context.reply, rewrite)) && editor.reply === context.reply) {
      notice.show({answer: {verdict: "unchecked", diagnostics: [],
                            message: `Please type this yourself: ${rewrite.text}`}, send: true}, () => {});
      return;
    }
    await look(editor);
  }

  /** Checks while the reply is written, without holding anything back. */
  async function look(editor) {
    if (!site || is_note(editor)) return;
    const context = context_of(editor);
    if (context.reply.length < SHORTEST || context.reply === checked) return;
    const answer = await gate.look(context);
    if (!answer || editor.reply !== context.reply) return;
    const quiet = answer.verdict === "unchecked" || answer.diagnostics.length === 0;
    show(editor, context, {answer: quiet ? null : answer, send: true, message: ""});
  }

  // Send ------------------------------------------------------------------------------------------

  function send_button(target) {
    const button = target instanceof Element &&
        target.closest(`button, [role=button], input[type=submit]${site.send ? `, ${site.send}` : ""}`);
    if (!button) return null;
    if (site.send && button.matches(site.send)) return button;
    const words = button.getAttribute("aria-label") || button.innerText || button.value || "";
    return new RegExp(site.label, "i").test(words.trim()) ? button : null;
  }

  /** The editor that a Send belongs to: the nearest one around it with a draft. */
  function editor_for(button) {
    for (let around = button.parentElement; around; around = around.parentElement) {
      const inside = [...around.querySelectorAll(site.editor)].map(editor_of);
      const mine = inside.find((each) => each.element === current?.element) ??
          inside.find((each) => !Tonelint.is_blank(each.reply));
      if (mine) return mine;
    }
    return current?.element.isConnected ? current : null;
  }

  function may_send(editor, again) {
    if (!editor || is_note(editor)) return true;
    const context = context_of(editor);
    const send = gate.press(context, again, (result) => show(editor, context, result));
    if (send) notice.hide();
    return send;
  }

  function press_again(button) {
    for (const type of site.events) {
      if (type === "click") button.click();
      else button.dispatchEvent(new MouseEvent(type, {bubbles: true, cancelable: true, view: window}));
    }
  }

  function stop(event) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  function on_press(event) {
    if (!site || (event.type !== "click" && !site.events.includes(event.type))) return;
    const button = send_button(event.composedPath()[0]);
    if (!button) return;
    if (event.type === site.events[0] || decision?.target !== button) {
      decision = {target: button, send: may_send(editor_for(button), () => press_again(button))};
    }
    if (!decision.send) stop(event);
    if (event.type === "click") decision = null;
  }

  function on_key(event) {
    if (!site || event.isComposing || event.key !== "Enter") return;
    const pressed = `${event.ctrlKey || event.metaKey ? "Ctrl+" : ""}${event.shiftKey ? "Shift+" : ""}Enter`;
    if (!site.keys.includes(pressed)) return;
    const editor = editor_of(event.composedPath()[0]);
    if (!editor) return;
    const again = () => editor.element.dispatchEvent(new KeyboardEvent("keydown", {
      key: "Enter", code: "Enter", keyCode: 13, ctrlKey: event.ctrlKey, metaKey: event.metaKey,
      shiftKey: event.shiftKey, bubbles: true, cancelable: true}));
    if (!may_send(editor, again)) stop(event);
  }

  for (const type of ["mousedown", "mouseup", "click"]) window.addEventListener(type, on_press, true);
  window.addEventListener("keydown", on_key, true);
  window.addEventListener("focusin", (event) => {
    if (site) current = editor_of(event.composedPath()[0]) ?? current;
  }, true);
  window.addEventListener("input", (event) => {
    const editor = site && editor_of(event.composedPath()[0]);
    if (!editor) return;
    current = editor;
    clearTimeout(timer);
    timer = setTimeout(() => look(editor), PAUSE);
  }, true);
  chrome.storage.onChanged.addListener(start);
  start();
})();
