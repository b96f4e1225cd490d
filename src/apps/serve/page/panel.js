// <tonelint-panel>: what tonelint finds in a draft, beside the draft, while it is written.
//
//   <textarea id="reply"></textarea>
//   <tonelint-panel for="reply" service="http://127.0.0.1:7878"></tonelint-panel>
//   <script src="panel.js" type="module"></script>          (a classic script will do as well)
//
// It asks a running `tonelint serve`, depends on nothing else, and lives in a shadow tree, so that it
// and the page it stands in leave each other alone. No text ever becomes markup.
//
// Attributes   service    where the service is; else the page's own origin
//              for        id of the textarea, or of an element with contenteditable
//              guide      name of a guide of the service; else its first
//              channel    email, chat or public; else the guide's
//              syntax     text (the default), markdown or html: what the draft is written in
//              delay      milliseconds of rest before a check, 250; "off": only check() checks
//              timeout    milliseconds until a check is given up, 3000
// Properties   context    what is known around the draft, as the service takes it, without `reply`
//              token      of the service, where it wants one; kept in memory only
//              ask        how to ask, where the page does not do so itself: (reply, override) → promise of
//                         an answer, or of null where there is nothing to check
//              adapter    an editor in place of `for`: an element, or an object as below
//              answer     the last answer, or null
//              findings   its findings that are still open: not dismissed, not applied
//              verdict    pass, warn, block, unchecked or empty; what was dismissed no longer warns
// Methods      check({override})   checks now; promises the answer. It never rejects: when the service
//                         cannot be asked, the verdict is "unchecked" and the message says why, so that
//                         a reply is never held back by a check that did not happen. With `override`
//                         the agent sends the draft as it is, and the service passes it
//              show(answer, reply) shows an answer that is there already; `reply` is what was checked,
//                         else the draft as it is
//              next(step) goes to the next finding (-1: the one before) and selects its words
//              applyCurrent()      applies the first rewrite of the finding at the caret
//              undo()     takes back what was last applied or dismissed here
//              reset()    forgets what was dismissed: another conversation begins
// Events       tonelint-checked    detail: the answer
//              tonelint-applied    detail: {rule, match, text}
//              tonelint-dismissed  detail: {rule, level, match, reason}
// Slot         actions    buttons of the page's own, at the foot
// Keys         in the draft: F8 and Shift+F8 go to the next and the previous finding, Alt+Enter applies
//              its first rewrite, Ctrl+Z takes that back as if it had been typed
// Style        --tonelint-font, --tonelint-radius, and the colours --tonelint-surface, -ink, -quiet,
//              -line, -accent, -error, -warning, -suggestion, -good. Light and dark go by the page's
//              `color-scheme`. Also ::part(verdict), ::part(card), ::part(score)
//
// An adapter is an object; offsets are UTF-16 code units, as in a string:
//   text()                        the draft
//   replace(begin, end, text)     changes it, as if it had been typed. It may return a promise; what
//                                 comes to false was not done, and the agent is asked to type it
//   listen(changed, moved)        optional: calls changed() after each edit and moved() when the caret
//                                 moves; returns a function that stops that
//   caret()                       optional: where the caret is, or -1
//   select(begin, end)            optional: shows these words to the agent
//   underline(marks)              optional: marks words; each is {begin, end, level, current}
//   element                       optional: where the keys above are heard
// An editor in another frame, which answers later, keeps a copy of its text here: text() gives the
// copy, replace() changes both, and whoever calls check() has the copy renewed before.
//
// `TonelintPanel` is the class, and has those of its editors: TextArea and Editable. Where a browser
// extension's scripts run no element can be registered; `new TonelintPanel()` makes a panel there too.
{
  const REASONS = ["It is right here", "The customer says it so", "The rule is wrong"];
  const NAMES = {error: "Error", warning: "Warning", suggestion: "Idea"};

  /** Builds an element from properties and children; text stays text. */
  function make(tag, properties = {}, ...children) {
    const element = Object.assign(document.createElement(tag), properties);
    element.append(...children);
    return element;
  }

  function sheet(text) {
    const made = new CSSStyleSheet();
    made.replaceSync(text);
    return made;
  }

  /** Makes the children of a list the wanted ones without moving those that stay: focus stays too. */
  function arrange(list, wanted) {
    for (const child of [...list.children]) if (!wanted.includes(child)) child.remove();
    wanted.forEach((child, at) => {
      if (list.children[at] !== child) list.insertBefore(child, list.children[at] ?? null);
    });
  }

  /** The one stretch in which two texts differ. */
  function difference(before, after) {
    const most = Math.min(before.length, after.length);
    let begin = 0;
    while (begin < most && before[begin] === after[begin]) ++begin;
    let rest = 0;
    while (rest < most - begin &&
           before[before.length - 1 - rest] === after[after.length - 1 - rest]) ++rest;
    return {begin, end: before.length - rest, text: after.slice(begin, after.length - rest)};
  }

  /** Where a stretch is after a change, or null when the change touched it. */
  function moved({begin, end}, change) {
    const by = change.text.length - (change.end - change.begin);
    if (begin >= change.end) return {begin: begin + by, end: end + by};
    return end <= change.begin ? {begin, end} : null;
  }

  /** Several edits as one, so that they are undone at once. */
  function merged(edits, text) {
    let out = "", at = edits[0].begin;
    for (const edit of edits) {
      out += text.slice(at, edit.begin) + edit.text;
      at = edit.end;
    }
    return {begin: edits[0].begin, end: at, text: out};
  }

  const COLOURS = {suggestion: "light-dark(#3567c9, #8fb4ff)", warning: "light-dark(#b26a00, #f0b45a)",
    error: "light-dark(#c0262d, #ff8a80)"};
  const CURRENT = "light-dark(#f2c44f55, #f2c44f40)";
  const LAYER = sheet(`
    :host { all: initial; position: absolute; left: 0; top: 0; overflow: hidden; pointer-events: none;
      color-scheme: inherit; }
    div { box-sizing: border-box; border: 0; margin: 0; color: transparent; white-space: pre-wrap;
      overflow-wrap: break-word; }
    span { text-decoration-skip-ink: none; text-underline-offset: 3px; border-radius: 3px; }
    ${Object.entries(COLOURS).map(([level, colour]) => `.${level} { text-decoration:
      underline 2px var(--tonelint-${level}, ${colour}); }`).join("")}
    .current { background: ${CURRENT}; }
    @media (forced-colors: active) { span { text-decoration-color: Mark; } }`);
  const COPIED = ["direction", "fontFamily", "fontSize", "fontStyle", "fontVariant", "fontWeight",
    "fontStretch", "fontKerning", "fontFeatureSettings", "letterSpacing", "lineHeight", "tabSize",
    "textAlign", "textIndent", "textTransform", "wordSpacing", "wordBreak", "paddingTop",
    "paddingRight", "paddingBottom", "paddingLeft"];

  /** A textarea, with a layer over it that has the same text, unseen, and its words underlined. */
  class TextArea {
    constructor(area) { this.element = area; }

    text() { return this.element.value; }
    caret() { return this.element.selectionStart; }

    replace(begin, end, text) {
      const area = this.element, caret = area.selectionEnd;
      area.focus();
      area.setSelectionRange(begin, end);
      // What is inserted so can be undone with Ctrl+Z.
      if (!document.execCommand(text ? "insertText" : "delete", false, text)) {
        area.setRangeText(text, begin, end, "end");
        area.dispatchEvent(new InputEvent("input", {bubbles: true}));
      }
      const now = caret >= end ? caret + text.length - (end - begin)
                : caret > begin ? begin + text.length : caret;
      area.setSelectionRange(now, now);
    }

    select(begin, end) {
      this.element.focus();
      this.element.setSelectionRange(begin, end);
      const mark = this.copy.querySelector(".current");
      if (!mark) return;
      const {scrollTop, clientHeight} = this.element;
      if (mark.offsetTop < scrollTop || mark.offsetTop + mark.offsetHeight > scrollTop + clientHeight) {
        this.element.scrollTop = mark.offsetTop - clientHeight / 3;
      }
    }

    listen(changed, moved) {
      const area = this.element, stop = new AbortController(), {signal} = stop;
      this.layer = make("tonelint-underlines", {ariaHidden: "true"});
      this.copy = make("div");
      const root = this.layer.attachShadow({mode: "closed"});
      root.adoptedStyleSheets = [LAYER];
      root.append(this.copy);
      area.after(this.layer);
      area.addEventListener("input", changed, {signal});
      area.addEventListener("scroll", () => this.scroll(), {signal});
      document.addEventListener("selectionchange", (event) => {
        if (event.target === area || document.activeElement === area) moved();
      }, {signal});
      area.form?.addEventListener("reset", () => setTimeout(changed), {signal});
      window.addEventListener("resize", () => this.place(), {signal});
      const watch = new ResizeObserver(() => this.place());
      watch.observe(area);
      if (area.parentElement) watch.observe(area.parentElement);
      return () => { stop.abort(); watch.disconnect(); this.layer.remove(); };
    }

    underline(marks) {
      const text = this.text();
      const edges = new Set([0, text.length]);
      for (const mark of marks) edges.add(mark.begin).add(mark.end);
      const at = [...edges].sort((a, b) => a - b), pieces = [];
      for (let i = 0; i + 1 < at.length; ++i) {
        const piece = text.slice(at[i], at[i + 1]);
        const over = marks.filter((mark) => mark.begin <= at[i] && mark.end >= at[i + 1]);
        const level = ["error", "warning", "suggestion"].find((each) =>
          over.some((mark) => mark.level === each));
        const current = over.some((mark) => mark.current) ? " current" : "";
        pieces.push(level ? make("span", {className: level + current}, piece) : piece);
      }
      this.copy.replaceChildren(...pieces);
      this.place();
    }

    /** Lays the layer over the inside of the textarea, whatever either stands in. */
    place() {
      const area = this.element, style = getComputedStyle(area), layer = this.layer;
      for (const name of COPIED) this.copy.style[name] = style[name];
      const side = parseFloat(style.borderLeftWidth) + parseFloat(style.borderRightWidth);
      const bar = area.offsetWidth - area.clientWidth - Math.round(side);
      const outer = area.getBoundingClientRect(), here = layer.getBoundingClientRect();
      const left = (parseFloat(layer.style.left) || 0) + outer.left + area.clientLeft - here.left;
      const top = (parseFloat(layer.style.top) || 0) + outer.top + area.clientTop - here.top;
      Object.assign(layer.style, {left: left + "px", top: top + "px",
        width: outer.width - side - bar + "px", height: area.clientHeight + "px",
        display: outer.width ? "block" : "none"});
      this.scroll();
    }

    scroll() {
      const {scrollLeft, scrollTop} = this.element;
      this.copy.style.transform = `translate(${-scrollLeft}px, ${-scrollTop}px)`;
    }
  }

  const PARTED = /^(?:P|DIV|LI|UL|OL|H[1-6]|BLOCKQUOTE|PRE|TR|TABLE|SECTION)$/;
  const HIGHLIGHTS = sheet(["suggestion", "warning", "error"].map((level) => `
    ::highlight(tonelint-${level}) { text-decoration: underline 2px ${COLOURS[level]}; }`).join("") +
    `::highlight(tonelint-current) { background-color: ${CURRENT}; }`);

  /** An element with contenteditable: its text as the agent sees it, its words marked as highlights. */
  class Editable {
    constructor(element) { this.element = element; }

    /** The text, and where in it each text node begins. */
    #read() {
      const nodes = [];
      let text = "";
      const part = (lines) => {
        if (text) text += "\n".repeat(Math.max(0, lines - /\n*$/.exec(text)[0].length));
      };
      const walk = (node) => {
        if (node.nodeType === Node.TEXT_NODE) {
          nodes.push({node, begin: text.length, end: text.length + node.data.length});
          text += node.data;
        } else if (node.nodeName === "BR") {
          text += "\n";
        } else {
          const lines = node === this.element || !PARTED.test(node.nodeName) ? 0
                        : node.nodeName === "P" ? 2 : 1;
          part(lines);
          node.childNodes.forEach(walk);
          part(lines);
        }
      };
      walk(this.element);
      return {text, nodes};
    }

    /** The range on the page of a stretch of the text, or null. */
    range(begin, end) {
      const {nodes} = this.#read(), range = document.createRange();
      if (!nodes.length) {
        range.selectNodeContents(this.element);
        return range;
      }
      const first = nodes.find((each) => begin < each.end) ?? nodes.at(-1);
      const last = begin === end ? first : nodes.findLast((each) => each.begin < end) ?? first;
      const inside = (each, at) => Math.min(Math.max(at - each.begin, 0), each.node.data.length);
      range.setStart(first.node, inside(first, begin));
      range.setEnd(last.node, inside(last, end));
      return range;
    }

    text() { return this.#read().text; }

    caret() {
      const {focusNode, focusOffset} = getSelection();
      const at = this.#read().nodes.find((each) => each.node === focusNode);
      return at ? at.begin + focusOffset : -1;
    }

    replace(begin, end, text) {
      this.select(begin, end);
      document.execCommand(text ? "insertText" : "delete", false, text);
    }

    /** Whether it could. */
    select(begin, end) {
      if (document.activeElement !== this.element) this.element.focus({preventScroll: true});
      const range = this.range(begin, end);
      if (!range) return false;
      getSelection().setBaseAndExtent(range.startContainer, range.startOffset, range.endContainer,
        range.endOffset);
      range.startContainer.parentElement?.scrollIntoView({block: "nearest"});
      return true;
    }

    listen(changed, moved) {
      const root = this.element.getRootNode();
      if (!root.adoptedStyleSheets.includes(HIGHLIGHTS)) root.adoptedStyleSheets.push(HIGHLIGHTS);
      const watch = new MutationObserver(changed);
      watch.observe(this.element, {subtree: true, childList: true, characterData: true});
      document.addEventListener("selectionchange", moved);
      return () => {
        watch.disconnect();
        document.removeEventListener("selectionchange", moved);
        this.underline([]);
      };
    }

    underline(marks) {
      if (!CSS.highlights) return;
      const show = (name, some) => CSS.highlights.set(`tonelint-${name}`,
        new Highlight(...some.map((mark) => this.range(mark.begin, mark.end)).filter(Boolean)));
      for (const level of Object.keys(COLOURS)) show(level, marks.filter((mark) => mark.level === level));
      show("current", marks.filter((mark) => mark.current));
    }
  }

  const STYLE = sheet(`
    :host { --good: var(--tonelint-good, light-dark(#17703f, #6fd3a0));
      --error: var(--tonelint-error, light-dark(#b3202c, #ff9a92));
      --warning: var(--tonelint-warning, light-dark(#8f5600, #f0b45a));
      --suggestion: var(--tonelint-suggestion, light-dark(#2f5bb7, #9dbdff));
      --ink: var(--tonelint-ink, light-dark(#1d2330, #e8eaf0));
      --quiet: var(--tonelint-quiet, light-dark(#565f70, #a6aec0));
      --surface: var(--tonelint-surface, light-dark(#ffffff, #1a1e27));
      --line: var(--tonelint-line, light-dark(#dfe3ea, #333a48));
      --accent: var(--tonelint-accent, light-dark(#2f5bb7, #9dbdff));
      --radius: var(--tonelint-radius, 10px);
      display: block; color: var(--ink); font: 15px/1.5 var(--tonelint-font, system-ui, sans-serif);
      text-align: start; }
    :host([hidden]) { display: none; }
    * { box-sizing: border-box; }
    p, ol, ul { margin: 0; padding: 0; }
    ol, ul { list-style: none; }
    button { font: inherit; color: inherit; background: none; border: 0; padding: 0; margin: 0;
      text-align: start; cursor: pointer; border-radius: 6px; }
    button:focus-visible, summary:focus-visible, a:focus-visible { outline: 2px solid var(--accent);
      outline-offset: 2px; }
    .quiet { color: var(--quiet); font-size: 13px; }
    .link { color: var(--accent); min-height: 24px; }
    .link:hover { text-decoration: underline; }
    [hidden] { display: none !important; }
    .said { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); }

    .head { display: flex; gap: 12px; align-items: center; min-height: 60px; padding: 8px 0;
      position: sticky; top: 0; z-index: 1; background: var(--surface); }
    .head > div { flex: 1; min-width: 0; }
    .verdict { font-weight: 600; }
    .light { width: 12px; height: 12px; border-radius: 50%; flex: none; background: var(--line); }
    .pass .light { background: var(--good); }
    .warn .light { background: var(--warning); border-radius: 3px; rotate: 45deg; }
    .block .light { background: var(--error); border-radius: 2px; }
    .unchecked .light { background: none; border: 2px solid var(--quiet); }
    .checking .light { opacity: .45; }
    .note { display: flex; gap: 12px; justify-content: space-between; align-items: baseline;
      margin: 0 0 10px; padding: 6px 12px; border-radius: var(--radius);
      background: color-mix(in srgb, var(--accent) 9%, var(--surface)); overflow-wrap: anywhere; }
    .note button { color: var(--accent); font-weight: 600; min-height: 24px; }

    .cards { display: grid; gap: 10px; margin-top: 4px; }
    .cards:empty { display: none; }
    .card { background: var(--surface); border: 1px solid var(--line); border-radius: var(--radius);
      border-inline-start: 4px solid var(--level); padding: 10px 14px 8px; overflow-wrap: anywhere; }
    .card.error { --level: var(--error); }
    .card.warning { --level: var(--warning); }
    .card.suggestion { --level: var(--suggestion); }
    .card[aria-current] { box-shadow: 0 0 0 1px var(--level), 0 4px 14px #0000001f; }
    .top { display: flex; gap: 10px; align-items: baseline; margin-bottom: 2px; }
    .level { color: var(--level); font-weight: 650; font-size: 13px; flex: none; }
    .words { font-weight: 600; min-height: 24px; text-decoration: underline 2px
      color-mix(in srgb, var(--level) 45%, transparent); text-underline-offset: 4px; }
    .words:hover { text-decoration-color: var(--level); }
    .why { margin-top: 2px; }
    .rewrites { display: grid; gap: 6px; margin: 8px 0 4px; }
    .rewrite { display: flex; gap: 10px; width: 100%; padding: 7px 10px;
      background: color-mix(in srgb, var(--good) 9%, var(--surface));
      border: 1px solid color-mix(in srgb, var(--good) 35%, var(--surface)); }
    .rewrite:hover { background: color-mix(in srgb, var(--good) 17%, var(--surface)); }
    .rewrite > span { flex: 1; min-width: 0; white-space: pre-line; }
    .rewrite > b { color: var(--good); font-weight: 650; }
    div.rewrite { background: none; border-style: dashed; }
    .foot { display: flex; flex-wrap: wrap; gap: 4px 14px; align-items: center; min-height: 28px; }
    .foot > .quiet { flex: 1; }
    .foot .link { font-size: 14px; }
    .reasons { display: flex; flex-wrap: wrap; gap: 6px; padding: 6px 0; width: 100%; }
    .reasons button { border: 1px solid var(--line); border-radius: 99px; padding: 2px 12px;
      min-height: 28px; }
    .reasons button:hover { border-color: var(--accent); }

    .ring { width: 44px; height: 44px; flex: none; }
    .ring circle { fill: none; stroke: var(--line); stroke-width: 4; }
    .ring .arc { stroke: var(--accent); stroke-linecap: round; transition: stroke-dasharray .3s; }
    .ring text { font: 650 15px/1 var(--tonelint-font, system-ui, sans-serif); fill: var(--ink);
      text-anchor: middle; dominant-baseline: central; }
    .score { margin-top: 12px; border-top: 1px solid var(--line); padding-top: 8px; }
    summary { cursor: pointer; border-radius: 6px; min-height: 28px; }
    .score > summary { font-weight: 600; }
    .gains li { display: flex; gap: 8px; }
    .points { flex: none; width: 2.4em; text-align: end; font-variant-numeric: tabular-nums;
      font-weight: 600; }
    .title { font-size: 13px; font-weight: 600; color: var(--quiet); margin: 8px 0 2px; }
    .row { display: inline-flex; gap: 10px; align-items: center; width: calc(100% - 1.3em); }
    .row > :first-child { flex: 1; }
    .row > :last-child { width: 2em; text-align: end; font-variant-numeric: tabular-nums; }
    .bar { width: 40%; height: 6px; border-radius: 3px; background: var(--line); overflow: hidden; }
    .bar > div { height: 100%; background: var(--accent); border-radius: 3px; }
    .parts { margin: 0 0 6px 4px; font-size: 13px; }
    .parts li { display: flex; gap: 8px; overflow-wrap: anywhere; }
    .missing { color: var(--quiet); }
    @media (prefers-reduced-motion: reduce) { * { transition: none !important; } }
    @media (forced-colors: active) { .light { forced-color-adjust: none; } }`);

  function ring() {
    const of = (name, attributes, parent) => {
      const made = document.createElementNS("http://www.w3.org/2000/svg", name);
      for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
      parent?.append(made);
      return made;
    };
    const svg = of("svg", {viewBox: "0 0 44 44", class: "ring", role: "img"});
    of("circle", {cx: 22, cy: 22, r: 19}, svg);
    const arc = of("circle", {cx: 22, cy: 22, r: 19, class: "arc", pathLength: 100,
      transform: "rotate(-90 22 22)"}, svg);
    const number = of("text", {x: 22, y: 22}, svg);
    const show = (score) => {
      arc.setAttribute("stroke-dasharray", `${score} 100`);
      number.textContent = score;
      svg.setAttribute("aria-label", `Score: ${score} of 100`);
    };
    return {svg, show};
  }

  /** "their-words" is "their words"; "warmth" at the head of a row is "Warmth". */
  const plain = (name) => name.replaceAll("-", " ");
  const capital = (text) => text.charAt(0).toUpperCase() + text.slice(1);
  const signed = (points) => points > 0 ? `+${points}` : points < 0 ? `−${-points}` : "";
  const cut = (text, most = 60) => text.length > most ? text.slice(0, most - 1).trimEnd() + "…" : text;

  /** An element; where none can be registered, a plain one that is given the class. */
  const Base = globalThis.customElements ? HTMLElement : Object.assign(function () {
    return Object.setPrototypeOf(document.createElement("div"), new.target.prototype);
  }, {prototype: HTMLElement.prototype});

  class Panel extends Base {
    static TextArea = TextArea;
    static Editable = Editable;
    static observedAttributes = ["service", "for", "guide", "channel", "syntax"];

    context = {};
    token = "";
    answer = null;
    #adapter = null;
    #editor = null;      // the adapter, or what `for` names
    #stop = null;
    #text = "";          // the draft to which the places of #items belong
    #checked = "";       // the draft to which the answer belongs
    #busy = null;        // promise of a change that an editor is making
    #items = [];         // open findings: {found, key, place, rewrites}
    #cards = new Map();  // the cards that are shown, by what they say
    #dismissed = new Set();
    #current = null;
    #undo = null;
    #sequence = 0;
    #request = null;
    #pending = null;
    #timer = 0;
    #ui;

    constructor() {
      super();
      const root = this.attachShadow({mode: "open"});
      root.adoptedStyleSheets = [STYLE];
      const ui = this.#ui = {
        verdict: make("p", {className: "verdict", role: "status"}),
        mood: make("p", {className: "quiet", hidden: true}),
        ring: ring(),
        again: make("button", {type: "button", className: "link", hidden: true,
          textContent: "Try again", onclick: () => this.check()}),
        all: make("button", {type: "button", className: "link", hidden: true,
          onclick: () => this.#applyAll()}),
        noteText: make("span"),
        noteUndo: make("button", {type: "button", textContent: "Undo", onclick: () => this.undo()}),
        said: make("div", {className: "said", role: "status"}),
        cards: make("ol", {className: "cards"}),
        score: make("details", {className: "score", hidden: true}),
        gains: make("ul", {className: "gains"}),
        rows: make("div"),
      };
      ui.verdict.part = "verdict";
      ui.cards.ariaLabel = "Findings";
      ui.head = make("div", {className: "head"}, make("span", {className: "light", ariaHidden: "true"}),
        make("div", {}, ui.verdict, ui.mood, ui.again, ui.all), ui.ring.svg);
      ui.note = make("div", {className: "note", hidden: true}, ui.noteText, ui.noteUndo);
      ui.score.part = "score";
      ui.score.append(make("summary", {textContent: "How the score comes about"}),
        make("p", {className: "title", textContent: "What would help most"}), ui.gains,
        make("p", {className: "title", textContent: "Its parts"}), ui.rows);
      ui.ring.svg.style.display = "none";
      root.append(ui.head, make("div", {role: "status"}, ui.note), ui.said, ui.cards, ui.score,
        make("slot", {name: "actions"}));
      root.addEventListener("keydown", (event) => this.#key(event));
    }

    connectedCallback() {
      // What was set before this script ran stands as a property of its own; let it go through here.
      for (const name of ["adapter"]) {
        if (Object.hasOwn(this, name)) {
          const value = this[name];
          delete this[name];
          this[name] = value;
        }
      }
      this.#attach();
    }
    disconnectedCallback() { this.#detach(); }
    attributeChangedCallback(name, before, after) {
      if (!this.isConnected) return;
      if (name === "for") this.#attach();
      else if (before !== after) this.#soon(0);
    }

    get adapter() { return this.#adapter; }
    set adapter(adapter) {
      this.#adapter = adapter;
      if (this.isConnected) this.#attach();
    }
    get findings() { return this.#items.map((item) => item.found); }
    get verdict() {
      const verdict = this.answer?.verdict ?? "";
      const warns = this.#items.some((item) => item.found.level === "warning");
      return verdict === "warn" && this.#dismissed.size && !warns ? "pass" : verdict;
    }

    /** Checks the draft now. */
    check({override = false} = {}) {
      if (!this.#editor) this.#attach();
      clearTimeout(this.#timer);
      const sequence = ++this.#sequence;
      this.#request?.abort();
      const text = this.#editor?.text() ?? "";
      this.#follow(text);
      this.#ui.head.classList.add("checking");
      const asked = this.#ask(text, override).then((answer) => {
        // A later check has taken the place of this one: its answer is the one that counts.
        if (sequence !== this.#sequence) return this.#pending;
        this.#show(answer, text);
        return answer;
      });
      this.#pending = asked;
      return asked;
    }

    show(answer, reply = this.#editor?.text() ?? "") {
      clearTimeout(this.#timer);
      ++this.#sequence;
      this.#request?.abort();
      this.#pending = Promise.resolve(answer);
      this.#show(answer, reply);
    }

    next(step = 1) {
      const items = this.#items.filter((item) => item.place);
      if (!items.length) return;
      const caret = this.#editor?.caret?.() ?? -1;
      let at = items.indexOf(this.#current) + step;
      if (!items.includes(this.#current)) {
        const behind = items.findIndex((item) => item.place.begin >= caret);
        at = step > 0 ? Math.max(behind, 0) : behind - 1;
      }
      const item = items.at(at % items.length), rewrite = item.rewrites.find((each) => each.edits.length);
      this.#go(item);
      // Who does not see the cards hears them.
      this.#ui.said.textContent = `${NAMES[item.found.level]}: ${item.found.message}` +
        (rewrite ? ` Alt+Enter: ${rewrite.text || "leave it out"}` : "");
    }

    applyCurrent() {
      const rewrite = this.#current?.rewrites.find((each) => each.edits.length);
      if (rewrite) this.#apply(this.#current, rewrite);
      return Boolean(rewrite);
    }

    undo() {
      const undo = this.#undo;
      this.#note("");
      undo?.();
    }

    reset() {
      this.#dismissed.clear();
      this.#note("");
      this.#soon(0);
    }

    // The draft ------------------------------------------------------------------------------------

    #attach() {
      this.#detach();
      const id = this.getAttribute("for");
      const named = id ? this.getRootNode().getElementById?.(id) : null;
      const given = this.#adapter ?? named;
      this.#editor = !(given instanceof Element) ? given
                     : given.isContentEditable ? new Editable(given) : new TextArea(given);
      if (!this.#editor) {
        // It may stand further down in the page.
        if (document.readyState === "loading") {
          addEventListener("DOMContentLoaded", () => this.isConnected && this.#attach(), {once: true});
        }
        return;
      }
      const keys = (event) => this.#key(event, true);
      const element = this.#editor.element;
      element?.addEventListener("keydown", keys);
      const stop = this.#editor.listen?.(() => this.#changed(), () => this.#caret());
      this.#stop = () => {
        element?.removeEventListener("keydown", keys);
        stop?.();
      };
      this.#text = this.#editor.text();
      this.#soon(0);
    }

    #detach() {
      clearTimeout(this.#timer);
      ++this.#sequence;
      this.#request?.abort();
      this.#stop?.();
      this.#stop = this.#editor = null;
      this.#items = [];
    }

    #soon(delay) {
      clearTimeout(this.#timer);
      if (this.getAttribute("delay") === "off" || !this.#editor || this.#busy) return;
      this.#timer = setTimeout(() => this.check(), delay);
    }

    #changed() {
      const text = this.#editor?.text() ?? "";
      if (text === this.#text) return;
      this.#follow(text);
      this.#draw();
      const delay = Number(this.getAttribute("delay") ?? 250);
      this.#soon(Number.isFinite(delay) ? delay : 250);
    }

    /** Moves what was found along with an edit, and lets go of what the edit touched. */
    #follow(text) {
      if (text === this.#text) return;
      const change = difference(this.#text, text);
      this.#text = text;
      const along = (item) => {
        item.place = moved(item.place, change);
        for (const rewrite of item.rewrites) {
          rewrite.edits = rewrite.edits.map((edit) => ({...edit, ...moved(edit, change),
            gone: !moved(edit, change)}));
          if (rewrite.edits.some((edit) => edit.gone)) return false;
        }
        return item.place !== null;
      };
      this.#items = this.#items.filter(along);
      if (!this.#items.includes(this.#current)) this.#current = null;
      if (!text.trim()) this.#dismissed.clear();
    }

    #caret() {
      const caret = this.#editor?.caret?.() ?? -1;
      const at = this.#items.filter(({place}) => place.begin <= caret && caret <= place.end);
      // The shortest one: a word rather than the sentence around it.
      at.sort((a, b) => (a.place.end - a.place.begin) - (b.place.end - b.place.begin));
      const current = at.includes(this.#current) ? this.#current : at[0] ?? null;
      if (current === this.#current) return;
      this.#mark(current);
      this.#reveal(current);
    }

    #key(event, inDraft = false) {
      if (event.key === "F8" && !event.ctrlKey && !event.altKey) {
        event.preventDefault();
        this.next(event.shiftKey ? -1 : 1);
      } else if (inDraft && event.key === "Enter" && event.altKey && this.applyCurrent()) {
        event.preventDefault();
      }
    }

    // The service ----------------------------------------------------------------------------------

    async #ask(text, override) {
      const nothing = {verdict: "", message: "", diagnostics: [], fixes: 0, score: null};
      if (!text.trim()) return nothing;
      const unchecked = (why, status = 0) => ({verdict: "unchecked", status, diagnostics: [], fixes: 0,
        score: null, message: `Not checked: ${why} You can send it as it is.`});
      const request = this.#request = new AbortController();
      const limit = Number(this.getAttribute("timeout")) || 3000;
      const timer = setTimeout(() => request.abort(), limit);
      try {
        if (this.ask) return await this.ask(text, override) ?? nothing;
        const query = new URLSearchParams();
        if (this.getAttribute("guide")) query.set("guide", this.getAttribute("guide"));
        if (override) query.set("override", "1");
        const asked = String(query) ? `?${query}` : "";
        const body = {...this.context, reply: text.toWellFormed?.() ?? text};
        for (const name of ["channel", "syntax"]) {
          if (this.getAttribute(name)) body[name] = this.getAttribute(name);
        }
        const headers = {"Content-Type": "application/json"};
        if (this.token) headers.Authorization = `Bearer ${this.token}`;
        const service = (this.getAttribute("service") ?? "").replace(/\/+$/, "");
        const response = await fetch(`${service}/v1/check${asked}`, {method: "POST", headers,
          body: JSON.stringify(body), signal: request.signal, credentials: "omit"});
        const answer = await response.json();
        return response.ok ? answer : unchecked(answer.detail, response.status);
      } catch (problem) {
        return unchecked(problem.name === "AbortError" ? "the service took too long."
                                                       : "the service does not answer.");
      } finally {
        clearTimeout(timer);
      }
    }

    // What is shown --------------------------------------------------------------------------------

    #show(answer, text) {
      this.answer = answer;
      const seen = new Map(), before = this.#current?.key;
      this.#items = answer.diagnostics.map((found) => {
        const says = `${found.rule}\n${found.match}`;
        const count = (seen.get(says) ?? 0) + 1;
        seen.set(says, count);
        const place = ({span}) => ({begin: span.utf16[0], end: span.utf16[1]});
        const rewrites = found.rewrites.map((rewrite) => ({text: rewrite.text, safe: rewrite.safe,
          edits: rewrite.edits.map((edit) => ({...place(edit), text: edit.text}))}));
        return {found, key: `${says}\n${count}`, place: place(found), rewrites};
      }).filter((item) => !this.#dismissed.has(item.key));
      this.#current = this.#items.find((item) => item.key === before) ?? null;
      this.#text = this.#checked = text;
      const now = this.#editor?.text() ?? "";
      this.#follow(now);
      this.#draw();
      if (!this.#current) this.#caret();
      this.#drawScore(answer.score);
      this.#tell("checked", answer);
    }

    #draw() {
      const {answer} = this, verdict = this.verdict, ui = this.#ui;
      ui.head.className = `head ${verdict}`;
      const open = this.#items.length;
      let message = answer?.message || "What can be kinder or clearer shows up here while you write.";
      if (verdict !== answer?.verdict) message = "Ready to send: the rest is as you want it.";
      if (ui.verdict.textContent !== message) ui.verdict.textContent = message;
      const mood = answer?.mood;
      ui.mood.hidden = !mood || mood.kind === "neutral";
      if (!ui.mood.hidden) {
        ui.mood.textContent = `The customer sounds ${mood.kind}: ` +
          mood.words.slice(0, 3).map((words) => `“${words}”`).join(", ");
      }
      ui.again.hidden = verdict !== "unchecked" || !this.#editor;
      ui.all.hidden = !(answer?.fixes > 1 && open > 1 && !this.#dismissed.size && this.#text === this.#checked &&
        this.#items.filter((item) => item.rewrites[0]?.safe).length > 1);
      ui.all.textContent = `Use all ${answer?.fixes} safe rewrites`;
      const cards = new Map();
      for (const item of this.#items) {
        const says = item.key + JSON.stringify([item.found.level, item.found.message,
          item.rewrites.map((rewrite) => [rewrite.text, rewrite.edits.length])]);
        const card = this.#cards.get(says) ?? this.#card();
        if (card.item === undefined) this.#fill(card, item);
        card.item = item;
        cards.set(says, card);
      }
      this.#cards = cards;
      arrange(ui.cards, [...cards.values()]);
      this.#mark(this.#current);
    }

    #mark(current) {
      this.#current = current;
      for (const card of this.#cards.values()) {
        card.ariaCurrent = card.item === current ? "true" : null;
      }
      this.#editor?.underline?.(this.#items.map((item) => ({...item.place,
        level: item.found.level, current: item === current})));
    }

    /** Scrolls to the card of a finding where the panel scrolls by itself; the page stays put. */
    #reveal(item) {
      const card = [...this.#cards.values()].find((each) => each.item === item);
      if (!card || this.scrollHeight <= this.clientHeight) return;
      const top = card.getBoundingClientRect().top - this.getBoundingClientRect().top;
      if (top < 0 || top + card.offsetHeight > this.clientHeight) this.scrollTop += top - 12;
    }

    #card() {
      const card = make("li", {className: "card"});
      card.part = "card";
      card.addEventListener("mouseenter", () => this.#mark(card.item));
      return card;
    }

    #fill(card, {found, rewrites}) {
      card.classList.add(found.level);
      const top = make("div", {className: "top"},
        make("span", {className: "level", textContent: NAMES[found.level]}));
      if (found.match) {
        top.append(make("button", {type: "button", className: "words", title: "Show these words",
          onclick: () => this.#go(card.item), textContent: `“${cut(found.match, 90)}”`}));
      }
      card.append(top, make("p", {textContent: found.message}));
      if (found.why) card.append(make("p", {className: "why quiet", textContent: found.why}));
      const offers = rewrites.slice(0, 3).map((rewrite, at) => {
        const text = make("span", {textContent: rewrite.text || "Leave it out"});
        if (!rewrite.edits.length) return make("div", {className: "rewrite"}, text);
        return make("button", {type: "button", className: "rewrite",
          onclick: (event) => this.#apply(card.item, card.item.rewrites[at], event.detail === 0)},
          text, make("b", {textContent: "Use"}));
      });
      if (offers.length) card.append(make("div", {className: "rewrites"}, ...offers));
      const foot = make("div", {className: "foot"}, make("span", {className: "quiet",
        title: `Rule ${found.rule}`, textContent: found.category || plain(found.rule)}));
      if (/^https?:/.test(found.link)) {
        foot.append(make("a", {className: "link", href: found.link, target: "_blank",
          rel: "noreferrer", textContent: "Read more"}));
      }
      if (found.level !== "error") foot.append(...this.#dismissal(card));
      card.append(foot);
    }

    #dismissal(card) {
      const reasons = make("div", {className: "reasons", role: "group", hidden: true},
        ...REASONS.map((reason) => make("button", {type: "button", textContent: reason,
          onclick: () => this.#dismiss(card.item, reason)})));
      reasons.ariaLabel = "Why is it fine as it is?";
      const open = make("button", {type: "button", className: "link", textContent: "Dismiss",
        ariaExpanded: "false"});
      const show = (shown) => {
        reasons.hidden = !shown;
        open.ariaExpanded = String(shown);
        (shown ? reasons.firstChild : open).focus();
      };
      open.onclick = () => show(reasons.hidden);
      reasons.addEventListener("keydown", (event) => {
        if (event.key === "Escape") show(false);
      });
      return [open, reasons];
    }

    #drawScore(score) {
      const ui = this.#ui;
      ui.ring.svg.style.display = score ? "" : "none";
      ui.score.hidden = !score;
      if (!score) return;
      ui.ring.show(score.overall);
      const line = (points, ...words) => make("li", {},
        make("span", {className: "points", textContent: points}), make("span", {}, ...words));
      const gains = score.gains.filter((gain) => gain.advice).slice(0, 3);
      ui.gains.replaceChildren(...gains.map((gain) => line(signed(gain.points), capital(gain.advice))));
      ui.gains.previousSibling.hidden = !gains.length;
      const open = new Set([...ui.rows.children].filter((row) => row.open).map((row) => row.name_));
      ui.rows.replaceChildren(...score.dimensions.filter(({score}) => score !== null).map((each) => {
        const fill = make("div");
        fill.style.width = each.score + "%";
        const parts = each.parts.map((part) => {
          const words = part.words ? `: “${cut(part.words)}”` : part.kind === "missing" ? " is missing" : "";
          const item = line(signed(part.points), capital(plain(part.name)) + words);
          item.classList.add(part.kind);
          return item;
        });
        const row = make("details", {open: open.has(each.name)},
          make("summary", {}, make("span", {className: "row"},
            make("span", {textContent: capital(each.name)}),
            make("span", {className: "bar", ariaHidden: "true"}, fill),
            make("span", {textContent: each.score}))),
          make("ul", {className: "parts"}, line(String(each.start), "to begin with"), ...parts));
        row.name_ = each.name;
        return row;
      }));
    }

    // What the agent does --------------------------------------------------------------------------

    #go(item) {
      if (!item) return;
      this.#mark(item);
      this.#reveal(item);
      this.#editor?.select?.(item.place.begin, item.place.end);
    }

    async #apply(item, rewrite, byKey = false) {
      while (this.#busy) await this.#busy;
      if (!this.#items.includes(item)) return;
      const at = this.#items.indexOf(item);
      this.#items = this.#items.filter((each) => each !== item);
      this.#current = null;
      await this.#replace(merged(rewrite.edits, this.#text));
      this.#tell("applied", {rule: item.found.rule, match: item.found.match, text: rewrite.text});
      if (byKey) this.#focusCard(at);
    }

    async #applyAll() {
      if (this.#busy || this.#text !== this.#checked) return;
      const change = difference(this.#text, this.answer.fixed);
      this.#items = [];
      await this.#replace(change);
      this.#tell("applied", {rule: "", match: "", text: this.answer.fixed});
    }

    /** Makes a change, shows what is to be filled in, and offers to take it back. */
    async #replace(change) {
      const editor = this.#editor;
      const was = this.#text.slice(change.begin, change.end);
      let done = this.#put(change);
      if (done?.then) done = await done;
      if (editor !== this.#editor) return;
      if (done === false) {
        this.#note(`Please type this yourself: ${change.text || "leave it out"}`);
        this.#soon(0);
        return;
      }
      if (editor.text() !== this.#text) this.#changed();
      const now = this.#text;
      const gap = change.text.indexOf("…");
      if (gap >= 0) editor.select?.(change.begin + gap, change.begin + gap + 1);
      this.#note(change.text.trim() ? "Changed." : "Left out.", () => {
        const since = difference(now, editor.text());
        const place = moved({begin: change.begin, end: change.begin + change.text.length}, since);
        const done = place && this.#put({...place, text: was});
        this.#changed();
        if (done?.then) done.then(() => this.#soon(0));
      });
      this.#soon(0);
    }

    /** Has the editor make a change: false, or a promise of it, when it was not made. */
    #put({begin, end, text}) {
      const done = this.#editor.replace(begin, end, text);
      if (done?.then) this.#busy = done.catch(() => false).finally(() => { this.#busy = null; });
      return this.#busy ?? done;
    }

    #dismiss(item, reason) {
      const at = this.#items.indexOf(item);
      this.#dismissed.add(item.key);
      this.#items = this.#items.filter((each) => each !== item);
      this.#draw();
      const {rule, level, match} = item.found;
      this.#note(match ? `“${cut(match, 40)}” stays.` : "It stays as it is.", () => {
        this.#dismissed.delete(item.key);
        this.#soon(0);
      });
      this.#focusCard(at);
      this.#tell("dismissed", {rule, level, match, reason});
    }

    #focusCard(at) {
      const cards = this.#ui.cards.children;
      const button = cards[Math.min(at, cards.length - 1)]?.querySelector("button");
      (button ?? (this.#undo ? this.#ui.noteUndo : null))?.focus();
    }

    #note(text, undo = null) {
      this.#undo = undo;
      this.#ui.noteText.textContent = text;
      this.#ui.note.hidden = !text;
    }

    #tell(name, detail) {
      this.dispatchEvent(new CustomEvent(`tonelint-${name}`, {detail, bubbles: true, composed: true}));
    }
  }

  globalThis.TonelintPanel ??= Panel;
  if (globalThis.customElements && !customElements.get("tonelint-panel")) {
    customElements.define("tonelint-panel", TonelintPanel);
  }
}
