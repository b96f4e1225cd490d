// Shows the panel over any page, in a corner of it, in helpdesks that have no place for it. It lives in a
// shadow tree, so that the helpdesk's styles and this do not touch each other.
//
//   Tonelint.press(draft)        Send was pressed: whether the draft may go now
//   Tonelint.Drawer.of(draft)    checks it while it is written
//
// A draft is {gate, adapter, context, again}: what decides, a Tonelint.Gate; the editor, as the panel takes
// it; a function that gives what to check, or null where that is not to be checked; and one that presses
// Send again, where there is one.
Tonelint.Drawer = class Drawer {
  static style = `
    :host { all: initial !important; color-scheme: inherit !important; }
    :host([hidden]) { display: none !important; }
    section { position: fixed; margin: 16px; z-index: 2147483646; box-sizing: border-box;
      display: flex; flex-direction: column; width: min(380px, 100vw - 32px);
      max-height: min(640px, 100vh - 32px); overflow: hidden; border-radius: 12px;
      background: light-dark(#fff, #1a1e27); color: light-dark(#1d2330, #e8eaf0);
      border: 1px solid light-dark(#dfe3ea, #333a48); box-shadow: 0 6px 28px rgba(0, 0, 0, .26);
      font: 14px/1.45 system-ui, sans-serif; }
    header { display: flex; gap: 8px; align-items: baseline; padding: 8px 8px 0 16px; }
    header p { flex: 1; margin: 0; font-size: 13px; color: light-dark(#565f70, #a6aec0); }
    .panel { overflow: auto; padding: 0 16px 12px; flex: 0 1 auto; min-height: 0; }
    button { font: inherit; color: inherit; cursor: pointer; border-radius: 8px; }
    button:focus-visible { outline: 2px solid light-dark(#2f5bb7, #9dbdff); outline-offset: -2px; }
    .close { border: 0; background: none; min-width: 28px; min-height: 28px; }
    .anyway { margin: 0 16px 12px; padding: 6px 14px; align-self: flex-end; background: none;
      border: 1px solid light-dark(#7a8394, #6b7488); }
    .anyway:hover, .close:hover { background: light-dark(#f0f2f6, #2a303d); }
    [hidden] { display: none; }`;

  constructor() {
    const make = (name, type, text = "") =>
        Object.assign(document.createElement(name), {className: type, textContent: text});
    this.host = make("tonelint-drawer", "");
    this.host.hidden = true;
    const root = this.host.attachShadow({mode: "open"});
    // Pages that forbid styles in their markup allow these.
    const sheet = new CSSStyleSheet();
    sheet.replaceSync(Drawer.style);
    root.adoptedStyleSheets = [sheet];
    const box = this.box = make("section", ""), header = make("header", "");
    box.setAttribute("aria-label", "Tonelint");
    this.said = make("p", "");
    this.said.setAttribute("role", "alert");
    const close = make("button", "close", "✕");
    close.setAttribute("aria-label", "Close");
    close.addEventListener("click", () => {
      this.closed = true;
      this.host.hidden = true;
    });
    this.panel = Object.assign(new TonelintPanel(), {className: "panel"});
    this.anyway = make("button", "anyway", "Send anyway");
    this.anyway.addEventListener("click", () => Tonelint.press(this.draft, true));
    header.append(this.said, close);
    box.append(header, this.panel, this.anyway);
    // The caret stays in the draft.
    box.addEventListener("mousedown", (event) => event.preventDefault());
    root.append(box);
    document.documentElement.append(this.host);
    for (const name of ["applied", "dismissed"]) {
      this.panel.addEventListener(`tonelint-${name}`, () => { this.keep = true; });
    }
    for (const name of ["checked", "dismissed"]) {
      this.panel.addEventListener(`tonelint-${name}`, () => this.update());
    }
    this.say("", false);
  }

  /** Checks a draft from now on, while it is written. */
  follow(draft) {
    const {element} = draft.adapter;
    const same = element && this.draft?.adapter.element === element;
    const {id} = draft.context() ?? {};
    if (id !== this.id) this.panel.reset();
    if (!same || id !== this.id) this.closed = false;
    this.id = id;
    this.draft = same ? {...draft, adapter: this.draft.adapter} : draft;
    this.panel.ask = (reply) => {
      const context = draft.context();
      return context && draft.gate.look({...context, reply});
    };
    if (!same) {
      this.say("", false);
      this.panel.adapter = draft.adapter;
    }
  }

  /** Shows what became of a press on Send; whether the draft may go, after all that was dismissed. */
  show({send, answer, reply}) {
    this.panel.show(answer, reply);
    if (send || this.panel.verdict === "pass") {
      this.leave();
      if (answer.verdict === "unchecked") {
        this.panel.show(answer);
        this.appear(true);
      }
      return true;
    }
    const how = this.draft.gate.settings.how;
    this.say(answer.verdict === "block" ? "Not sent. Please change what is an error." : `Not sent. ${how}`,
             answer.verdict === "warn" && Boolean(this.draft.again));
    this.closed = false;
    this.appear(true);
    return false;
  }

  /** Lets go of the draft: it was sent. */
  leave() {
    this.say("", false);
    this.host.hidden = true;
    this.draft = null;
    this.panel.adapter = null;
  }

  /** It comes in the corner where it hides least of the editor and of what is around it, such as Send. */
  appear(shown) {
    const was = !this.host.hidden;
    this.host.hidden = !shown;
    if (was || !shown) return;
    const {width, height} = this.box.getBoundingClientRect();
    const area = this.draft?.adapter.element?.getBoundingClientRect() ?? {left: 0, top: 0, right: 0, bottom: 0};
    const common = (at, size, from, to) => Math.max(0, Math.min(at + size, to + 60) - Math.max(at, from - 60));
    const hides = ([x, y]) => common(x === "left" ? 0 : innerWidth - width, width, area.left, area.right) *
        common(y === "top" ? 0 : innerHeight - height, height, area.top, area.bottom);
    const corners = [["right", "bottom"], ["right", "top"], ["left", "bottom"], ["left", "top"]];
    const [x, y] = corners.reduce((best, corner) => hides(corner) < hides(best) ? corner : best);
    for (const side of ["left", "right", "top", "bottom"]) {
      this.box.style[side] = side === x || side === y ? "0" : "auto";
    }
  }

  say(text, anyway) {
    if (this.said.textContent !== text) this.said.textContent = text;
    this.anyway.hidden = !anyway;
  }

  /** After each check: what is fine is not shown, but for what the agent may want to take back. */
  update() {
    if (!this.draft) return;
    const {findings, verdict} = this.panel;
    if (verdict === "pass" || verdict === "") this.say("", false);
    else if (verdict === "block") this.anyway.hidden = true;
    this.appear(!this.closed && (findings.length > 0 || this.keep || this.said.textContent !== ""));
    this.keep = false;
  }

  /** The page's only drawer, with a draft in it; made when it is needed first. */
  static of(draft) {
    const drawer = this.only ??= new this();
    drawer.follow(draft);
    return drawer;
  }
};

/** For composers that wait: the message with which a draft is held back, or "" when it may go. */
Tonelint.hold = async (draft) => {
  const result = await draft.gate.ask(draft.context());
  if (!result.answer) return "";
  try {
    return Tonelint.Drawer.of(draft).show(result) ? "" : result.message;
  } catch (problem) {
    console.warn("tonelint:", problem);
    return "";
  }
};

Tonelint.press = (draft, insist = false) => {
  const show = (result) => Tonelint.Drawer.of(draft).show(result);
  const send = draft.gate.press(draft.context(), draft.again, show, insist);
  if (send && Tonelint.Drawer.only?.draft) Tonelint.Drawer.only.leave();
  return send;
};
