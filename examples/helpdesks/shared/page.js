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

  /** Drafts shorter than this are not yet worth a check while they are written. */
  static shortest = 12;

  constructor() {
    this.site = null;
    this.gate = null;
    this.current = null;  // the editor that had the focus last
    this.decision = null;  // {target, send}: of the press that is under way
    for (const type of ["mousedown", "mouseup", "click"]) {
      window.addEventListener(type, (event) => this.on_press(event), true);
    }
    window.addEventListener("keydown", (event) => this.on_key(event), true);
    for (const type of ["focusin", "input"]) {
      window.addEventListener(type, (event) => this.on_writing(event), true);
    }
  }

  watch(site, settings) {
    this.site = site;
    if (site) this.gate = new Tonelint.Gate({how: Tonelint.Page.how, ...settings});
    Tonelint.Drawer.only?.leave();
  }

  // Where things are ------------------------------------------------------------------------------

  editor_of(target) {
    const {editor} = this.site;
    let outer = target instanceof Element ? target.closest(editor) : null;
    // Editors nest contenteditable elements; the outermost is the draft.
    for (let up = outer; up; up = up.parentElement?.closest(editor)) outer = up;
    return outer && TonelintEditor.of(outer);
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
          inside.find((each) => !Tonelint.is_blank(each.text()));
      if (mine) return mine;
      if (around.matches("form, dialog, [role=dialog]")) return null;  // it sends something else
    }
    return this.current?.element.isConnected ? this.current : null;
  }

  /** Pages show one conversation after another in the same editor; their address tells. */
  get id() {
    return location.pathname + location.search + location.hash;
  }

  /** What is known of a reply, or null for a note. */
  context_of(editor) {
    if (this.is_note(editor)) return null;
    const {channel, context, customer} = this.site;
    const name = customer ? document.querySelector(customer)?.textContent.trim() : "";
    return {id: this.id, reply: editor.text(), syntax: editor.syntax, channel: channel ?? "email",
            customer: {name: name ?? ""}, ...context?.()};
  }

  draft_of(editor, again) {
    return {gate: this.gate, adapter: editor, context: () => this.context_of(editor), again};
  }

  on_writing(event) {
    const editor = this.site && this.editor_of(event.composedPath()[0]);
    if (!editor) return;
    this.current = editor;
    const drawer = Tonelint.Drawer.only;
    if (drawer?.draft?.adapter.element === editor.element && drawer.id === this.id) return;
    if (this.is_note(editor) || editor.text().length < Tonelint.Page.shortest) return;
    Tonelint.Drawer.of(this.draft_of(editor));
  }

  // Send ------------------------------------------------------------------------------------------

  may_send(editor, again) {
    return !editor || Tonelint.press(this.draft_of(editor, again));
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
    const path = event.composedPath();
    const button = !path.includes(Tonelint.Drawer.only?.host) && this.send_button(path[0]);
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
