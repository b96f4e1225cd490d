// Checks replies in a page that offers no hook: while they are written, and when Send is pressed.
//
//   const page = new Tonelint.Page();
//   page.watch(site, {service: "https://tonelint.example.com"});
//
// `site` says where things are, as the extension's sites.json describes it; null leaves the page alone.
// For the sake of scripts it may have functions too: `sends(event)` whether a key sends, `context()` what
// is known around the reply.
Tonelint.Page = class {
  static how = "Press Send again to send it as it is.";

  /** Milliseconds without a key before a draft is checked. */
  static pause = 500;

  /** Drafts shorter than this are not yet worth a check while they are written. */
  static shortest = 12;

  constructor() {
    this.site = null;
    this.gate = null;
    this.current = null;  // the editor that had the focus last
    this.checked = "";  // the draft that the notice speaks of
    this.decision = null;  // {target, send}: of the press that is under way
    this.notice = new Tonelint.Notice(document.documentElement, {floating: true});
    for (const type of ["mousedown", "mouseup", "click"]) {
      window.addEventListener(type, (event) => this.on_press(event), true);
    }
    window.addEventListener("keydown", (event) => this.on_key(event), true);
    window.addEventListener("focusin", (event) => {
      if (this.site) this.current = this.editor_of(event.composedPath()[0]) ?? this.current;
    }, true);
    window.addEventListener("input", (event) => this.on_input(event), true);
  }

  watch(site, settings) {
    this.site = site;
    if (site) this.gate = new Tonelint.Gate({how: Tonelint.Page.how, ...settings});
    else this.notice.hide();
  }

  // Where things are ------------------------------------------------------------------------------

  editor_of(target) {
    const {editor} = this.site;
    let outer = target instanceof Element ? target.closest(editor) : null;
    // Editors nest contenteditable elements; the outermost is the draft.
    for (let up = outer; up; up = up.parentElement?.closest(editor)) outer = up;
    return outer && new TonelintEditor.Editor(outer);
  }

  is_note({element}) {
    return Boolean(this.site.note) && element.matches(this.site.note);
  }

  /** The Send that a press is on, or null. */
  send_button(target) {
    const {send, label} = this.site;
    const button = target instanceof Element &&
        target.closest(`button, [role=button], input[type=submit]${send ? `, ${send}` : ""}`);
    if (!button) return null;
    if (send && button.matches(send)) return button;
    const words = button.getAttribute("aria-label") || button.innerText || button.value || "";
    return label && new RegExp(label, "i").test(words.trim()) ? button : null;
  }

  /** The editor that a Send belongs to: the nearest one around it with a draft. */
  editor_for(button) {
    for (let around = button.parentElement; around; around = around.parentElement) {
      const inside = [...around.querySelectorAll(this.site.editor)].map((each) => this.editor_of(each));
      const mine = inside.find(({element}) => element === this.current?.element) ??
          inside.find(({reply}) => !Tonelint.is_blank(reply));
      if (mine) return mine;
      if (around.matches("form, dialog, [role=dialog]")) return null;  // it sends something else
    }
    return this.current?.element.isConnected ? this.current : null;
  }

  context_of(editor) {
    const {channel, context, customer} = this.site;
    const name = customer ? document.querySelector(customer)?.textContent.trim() : "";
    const id = location.pathname + location.search + location.hash;
    return {id, reply: editor.reply, syntax: editor.syntax, channel: channel ?? "email",
            customer: {name: name ?? ""}, ...context?.()};
  }

  // What is found ---------------------------------------------------------------------------------

  underline(editor, diagnostics) {
    if (!CSS.highlights) return;
    for (const level of ["error", "warning", "suggestion"]) {
      const name = `tonelint-${level}`;
      if (!CSS.highlights.has(name)) CSS.highlights.set(name, new Highlight());
      const highlight = CSS.highlights.get(name);
      highlight.clear();
      for (const found of diagnostics.filter((each) => each.level === level)) {
        const range = editor.range(...found.span.utf16);
        if (range) highlight.add(range);
      }
    }
  }

  show(editor, context, result) {
    this.checked = context.reply;
    this.notice.show(result, (rewrite) => this.take(editor, context, rewrite), Tonelint.Page.how);
    this.underline(editor, result.answer?.diagnostics ?? []);
  }

  async take(editor, context, rewrite) {
    const done = await editor.replace(context.reply, rewrite);
    if (done || editor.reply !== context.reply) return this.look(editor);
    const message = `Please type this yourself: ${rewrite.text}`;
    this.notice.show({answer: {verdict: "unchecked", diagnostics: [], message}, send: true}, () => {});
  }

  /** Checks while the reply is written, without holding anything back. */
  async look(editor) {
    if (!this.site || this.is_note(editor)) return;
    const context = this.context_of(editor);
    if (context.reply.length < Tonelint.Page.shortest || context.reply === this.checked) return;
    const answer = await this.gate.look(context);
    if (!answer || editor.reply !== context.reply) return;
    const quiet = answer.verdict === "unchecked" || answer.diagnostics.length === 0;
    this.show(editor, context, {answer: quiet ? null : answer, send: true, message: ""});
  }

  on_input(event) {
    const editor = this.site && this.editor_of(event.composedPath()[0]);
    if (!editor) return;
    this.current = editor;
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.look(editor), Tonelint.Page.pause);
  }

  // Send ------------------------------------------------------------------------------------------

  may_send(editor, again) {
    if (!editor || this.is_note(editor)) return true;
    const context = this.context_of(editor);
    clearTimeout(this.timer);  // What comes of the press must not be overwritten.
    const send = this.gate.press(context, again, (result) => this.show(editor, context, result));
    if (send) this.notice.hide();
    return send;
  }

  press_again(button) {
    for (const type of this.site.events) {
      if (type === "click") button.click();
      else button.dispatchEvent(new MouseEvent(type, {bubbles: true, cancelable: true, view: window}));
    }
  }

  static stop(event) {
    event.preventDefault();
    event.stopImmediatePropagation();
  }

  on_press(event) {
    const {site} = this;
    if (!site || (event.type !== "click" && !site.events.includes(event.type))) return;
    const button = this.send_button(event.composedPath()[0]);
    if (!button) return;
    if (event.type === site.events[0] || this.decision?.target !== button) {
      const send = this.may_send(this.editor_for(button), () => this.press_again(button));
      this.decision = {target: button, send};
    }
    if (!this.decision.send) Tonelint.Page.stop(event);
    if (event.type === "click") this.decision = null;
  }

  sends(event) {
    if (this.site.sends) return this.site.sends(event);
    const pressed = `${event.ctrlKey || event.metaKey ? "Ctrl+" : ""}${event.shiftKey ? "Shift+" : ""}Enter`;
    return this.site.keys.includes(pressed);
  }

  on_key(event) {
    if (!this.site || event.isComposing || event.key !== "Enter" || !this.sends(event)) return;
    const editor = this.editor_of(event.composedPath()[0]);
    if (!editor) return;
    const again = () => editor.element.dispatchEvent(new KeyboardEvent("keydown", {
      key: "Enter", code: "Enter", keyCode: 13, ctrlKey: event.ctrlKey, metaKey: event.metaKey,
      shiftKey: event.shiftKey, bubbles: true, cancelable: true}));
    if (!this.may_send(editor, again)) Tonelint.Page.stop(event);
  }
};
