// Reads a text area or a rich editor as tonelint takes it, knows where each letter of that is on the page,
// and changes words there as if the agent had typed them, so that the editor's own model, its formatting
// and its undo go along.
globalThis.TonelintEditor = (() => {
  const BLOCKS = new Set(["ADDRESS", "BLOCKQUOTE", "DIV", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "OL", "P",
                          "PRE", "TABLE", "TBODY", "TD", "TR", "UL"]);
  const INLINE = new Set(["A", "B", "CODE", "EM", "I", "S", "STRONG", "U"]);
  const SKIPPED = new Set(["SCRIPT", "STYLE", "TONELINT-NOTICE"]);

  /** Classes that tell tonelint of quoted mail and signatures. */
  const TELLING = /quote|signature|cite/i;

  /** Milliseconds until editors with a model of their own have seen where the selection is. */
  const SETTLE = 130;

  const wait = (milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds));

  /** Where the caret was last; some pages take it away when a button is pressed. */
  let last_caret = {node: null, offset: 0};
  document.addEventListener("selectionchange", () => {
    const {focusNode, focusOffset} = getSelection();
    if (focusNode?.nodeType === Node.TEXT_NODE) last_caret = {node: focusNode, offset: focusOffset};
  });

  /** Reads an editor. `length` letters of `node` from `offset` stand at `at` in the reply. */
  class Reading {
    constructor(root) {
      this.reply = "";
      this.stretches = [];
      this.root = root;
      this.breaks = getComputedStyle(root).whiteSpace.startsWith("pre");
      for (const child of root.childNodes) this.read(child);
    }

    read(node) {
      if (node.nodeType === Node.TEXT_NODE) return this.read_text(node);
      if (node.nodeType !== Node.ELEMENT_NODE || SKIPPED.has(node.tagName)) return;
      if (node.tagName === "BR") return void (this.reply += "<br>");
      const known = BLOCKS.has(node.tagName) || INLINE.has(node.tagName);
      if (!known) return node.childNodes.forEach((child) => this.read(child));
      const name = node.tagName.toLowerCase();
      const said = `${node.className} ${node.getAttribute("type") ?? ""}`;
      this.reply += TELLING.test(said) ? `<${name} class="${said.replace(/[^\w -]/g, "")}">` : `<${name}>`;
      node.childNodes.forEach((child) => this.read(child));
      this.reply += `</${name}>`;
    }

    read_text(node) {
      const special = this.breaks ? /[&<>\n\u200b\ufeff]/g : /[&<>\u200b\ufeff]/g;
      const names = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "\n": "<br>"};
      let from = 0;
      for (const found of node.data.matchAll(special)) {
        this.add(node, from, found.index);
        this.reply += names[found[0]] ?? "";
        from = found.index + 1;
      }
      this.add(node, from, node.data.length);
    }

    add(node, from, to) {
      if (from === to) return;
      this.stretches.push({at: this.reply.length, node, offset: from, length: to - from});
      this.reply += node.data.slice(from, to);
    }

    /** Where a place in the reply is on the page. The end of a range stays with the letter before it. */
    place(at, is_end) {
      const inside = ({at: begin, length}) =>
          is_end ? begin < at && at <= begin + length : begin <= at && at < begin + length;
      const touching = ({at: begin, length}) => begin <= at && at <= begin + length;
      const found = this.stretches.find(inside) ?? this.stretches.find(touching);
      return found ? [found.node, found.offset + at - found.at] : null;
    }

    range(begin, end) {
      const from = this.place(begin, begin === end);
      const to = this.place(end, true);
      if (!from || !to) return null;
      const range = document.createRange();
      range.setStart(...from);
      range.setEnd(...to);
      return range;
    }

    /** Where a place on the page is in the reply, or -1. */
    offset_of(node, offset) {
      for (const {at, node: here, offset: from, length} of this.stretches) {
        if (here === node && from <= offset && offset <= from + length) return at + offset - from;
      }
      return -1;
    }
  }

  /** An editor on the page: `reply` and `syntax` for the service, `replace` for its rewrites. */
  class Editor {
    constructor(element) {
      this.element = element;
      this.is_area = element.tagName === "TEXTAREA" || element.tagName === "INPUT";
    }

    get syntax() {
      return this.is_area ? "text" : "html";
    }

    get reply() {
      return this.is_area ? this.element.value : new Reading(this.element).reply;
    }

    /** Ranges on the page for places in the reply; null in a text area, which has no text nodes. */
    range(begin, end) {
      return this.is_area ? null : new Reading(this.element).range(begin, end);
    }

    caret() {
      if (this.is_area) return this.element.selectionEnd;
      const {node, offset} = last_caret;
      return node && this.element.contains(node) ? new Reading(this.element).offset_of(node, offset) : -1;
    }

    select(begin, end) {
      if (document.activeElement !== this.element) this.element.focus({preventScroll: true});
      if (this.is_area) return this.element.setSelectionRange(begin, end), true;
      const range = this.range(begin, end);
      if (!range) return false;
      getSelection().setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer,
                                      range.endOffset);
      return true;
    }

    /** Does one edit as typing; whether the reply is as it should be then. */
    async edit(begin, end, text) {
      const before = this.reply;
      const shown = this.is_area ? text : text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
      const wanted = before.slice(0, begin) + shown + before.slice(end);
      if (!this.select(begin, end)) return false;
      await wait(SETTLE);
      // Whoever typed meanwhile has moved the selection; their words come first.
      if (this.reply !== before) return false;
      type_over(this.element, text);
      for (const pause of [0, 30, 100]) {
        await wait(pause);
        if (same(this.reply, wanted)) return true;
      }
      if (this.reply !== before) return false;
      // Some editors take no typing from scripts, but all of them take a paste.
      this.select(begin, end);
      await wait(SETTLE);
      const data = new DataTransfer();
      data.setData("text/plain", text);
      this.element.dispatchEvent(new ClipboardEvent("paste", {
        clipboardData: data, bubbles: true, cancelable: true}));
      await wait(SETTLE);
      return same(this.reply, wanted);
    }

    /** Puts a rewrite into `checked`, the draft that it was made for; the caret stays where it was. */
    async replace(checked, rewrite) {
      if (this.reply !== checked) return false;
      let caret = this.caret();
      const edits = [...rewrite.edits].map(({span: {utf16: [begin, end]}, text}) => ({begin, end, text}))
                        .sort((one, other) => other.begin - one.begin);
      for (const {begin, end, text} of edits) {
        const size = this.reply.length;
        if (!(await this.edit(begin, end, this.is_area ? text : plain(text)))) return false;
        if (caret >= end) caret += this.reply.length - size;
        else if (caret > begin) caret = begin + text.length;
      }
      if (caret < 0) return true;
      await wait(SETTLE);  // The editor sets its own caret first.
      if (this.reply.length > 0) this.select(caret, caret);
      return true;
    }
  }

  /**
   * Types over what is selected. Editors that keep a model of their own ask not to have the page changed
   * (they cancel the event, as they do when someone types) and change it themselves; for all others the
   * browser does it, with its undo.
   */
  function type_over(element, text) {
    const ask = new InputEvent("beforeinput", {
      inputType: text ? "insertText" : "deleteContentBackward", data: text || null, bubbles: true,
      cancelable: true, composed: true});
    if (element.dispatchEvent(ask)) document.execCommand(text ? "insertText" : "delete", false, text);
  }

  /** Editors may keep a space at an edge as a no-break space; that is no difference. */
  function same(one, other) {
    const plain = (text) => text.replace(/&nbsp;|\u00a0/g, " ");
    return plain(one) === plain(other);
  }

  /** Rewrites of HTML are HTML: entities become letters again. */
  function plain(text) {
    return new DOMParser().parseFromString(`<pre>\n${text}</pre>`, "text/html").body.textContent;
  }

  return {Editor, Reading};
})();
