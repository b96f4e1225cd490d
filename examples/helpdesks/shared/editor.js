// Reads a rich editor as tonelint takes it, knows where each letter of that is on the page, and changes words
// there as if the agent had typed them, so that the editor's own model, its formatting and its undo go along.
// It is an adapter of the panel, which has its own for text areas.
globalThis.TonelintEditor = (() => {
  const BLOCKS = new Set(["ADDRESS", "BLOCKQUOTE", "DIV", "H1", "H2", "H3", "H4", "H5", "H6", "LI", "OL", "P",
                          "PRE", "TABLE", "TBODY", "TD", "TR", "UL"]);
  const INLINE = new Set(["A", "B", "CODE", "EM", "I", "S", "STRONG", "U"]);
  const SKIPPED = new Set(["SCRIPT", "STYLE"]);

  /** Classes that tell tonelint of quoted mail and signatures. */
  const TELLING = /quote|signature|cite|history/i;

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
      const said = [node.className, node.getAttribute("type"), node.dataset.signature && "signature"].join(" ");
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

  /** Markup, entities, spaces, words, and everything else by the letter. */
  const TOKEN = /<[^>]*>|&#?\w+;|\s+|[\p{L}\p{N}]+|[^]/gu;

  /** The fewest edits of words that make one piece of HTML into another, the last first. */
  function edits_of(begin, before, after) {
    const old = before.match(TOKEN) ?? [], now = after.match(TOKEN) ?? [];
    const common = old.map(() => new Uint32Array(now.length + 1));  // how many tokens the rests share
    common.push(new Uint32Array(now.length + 1));
    for (let i = old.length - 1; i >= 0; --i) {
      for (let j = now.length - 1; j >= 0; --j) {
        common[i][j] = old[i] === now[j] ? common[i + 1][j + 1] + 1
                                         : Math.max(common[i + 1][j], common[i][j + 1]);
      }
    }
    const edits = [];
    for (let i = 0, j = 0, edit = null; i < old.length || j < now.length;) {
      if (i < old.length && old[i] === now[j]) {
        begin += old[i].length;
        ++i, ++j;
        edit = null;
        continue;
      }
      if (!edit) edits.unshift(edit = {begin, end: begin, was: "", text: ""});
      if (i === old.length || (j < now.length && common[i][j + 1] >= common[i + 1][j])) {
        edit.text += now[j++];
      } else {
        edit.was += old[i];
        begin = edit.end += old[i++].length;
      }
    }
    // Markup is the agent's.
    return edits.filter(({was, text}) => plain(was) !== plain(text));
  }

  class Editor extends TonelintPanel.Editable {
    syntax = "html";

    text() {
      return new Reading(this.element).reply;
    }

    range(begin, end) {
      return new Reading(this.element).range(begin, end);
    }

    caret() {
      const {node, offset} = last_caret;
      return node && this.element.contains(node) ? new Reading(this.element).offset_of(node, offset) : -1;
    }

    /** Does one edit as typing; whether the reply is as it should be then. */
    async edit(begin, end, text) {
      const before = this.text();
      const shown = text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
      const wanted = before.slice(0, begin) + shown + before.slice(end);
      if (!this.select(begin, end)) return false;
      await wait(SETTLE);
      // Whoever typed meanwhile has moved the selection; their words come first.
      if (this.text() !== before) return false;
      type_over(this.element, text);
      for (const pause of [0, 30, 100]) {
        await wait(pause);
        if (same(this.text(), wanted)) return true;
      }
      if (this.text() !== before) return false;
      // Some editors take no typing from scripts, but all of them take a paste.
      this.select(begin, end);
      await wait(SETTLE);
      const data = new DataTransfer();
      data.setData("text/plain", text);
      this.element.dispatchEvent(new ClipboardEvent("paste", {
        clipboardData: data, bubbles: true, cancelable: true}));
      await wait(SETTLE);
      return same(this.text(), wanted);
    }

    /** Puts HTML in place of a stretch; the caret stays where it was. */
    async replace(begin, end, html) {
      let caret = this.caret();
      for (const edit of edits_of(begin, this.text().slice(begin, end), html)) {
        const size = this.text().length, text = plain(edit.text);
        if (!(await this.edit(edit.begin, edit.end, text))) return false;
        await wait(SETTLE);  // The editor sets its own caret first.
        if (caret >= edit.end) caret += this.text().length - size;
        else if (caret > edit.begin) caret = edit.begin + text.length;
      }
      if (caret >= 0 && this.text().length > 0) this.select(caret, caret);
      return true;
    }
  }

  /** The adapter for an element of the page; `syntax` says what its text is written in. */
  function of(element) {
    if (element.tagName !== "TEXTAREA" && element.tagName !== "INPUT") return new Editor(element);
    return Object.assign(new TonelintPanel.TextArea(element), {syntax: "text"});
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

  return {of, Reading};
})();
