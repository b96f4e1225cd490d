// Asks a tonelint service about a reply before it is sent. The same file is in every helpdesk's package.
//
// Whatever happens, support goes on: a service that is down, slow or talks nonsense lets the reply go.
//
//   const gate = new Tonelint.Gate({service: "https://tonelint.example.com", token: "…"});
//   const result = await gate.ask({reply: "<p>Hi</p>", syntax: "html"});
//   if (!result.send) show(result.message);
globalThis.Tonelint = (() => {
  "use strict";

  const VERDICTS = ["pass", "warn", "block"];

  /** Milliseconds in which a further press is the same double click, not an answer to a message. */
  const DOUBLE_CLICK = 1000;

  function later(milliseconds, value) {
    return new Promise((resolve) => setTimeout(resolve, milliseconds, value));
  }

  /** The way to the service where a page may ask it itself: the text of its answer. */
  async function ask_by_fetch(url, request) {
    const response = await fetch(url, {method: "POST", ...request, credentials: "omit"});
    return response.text();
  }

  function unchecked(why) {
    return {verdict: "unchecked", message: `This reply was not checked: ${why}`, diagnostics: []};
  }

  /** What the service answered, if it is an answer to a check. */
  function read_answer(text) {
    let answer;
    try {
      answer = typeof text === "string" ? JSON.parse(text) : text;
    } catch {
      return unchecked("the answer of the service is no JSON.");
    }
    if (VERDICTS.includes(answer?.verdict) && Array.isArray(answer.diagnostics)) return answer;
    return unchecked(typeof answer?.detail === "string" ? answer.detail
                                                        : "the service answered something else.");
  }

  /**
   * Asks for a verdict on `context` (the JSON of a tonelint context). Never rejects: the verdict is
   * "unchecked" where the service could not be asked.
   *
   * Settings: `service` (address), `token`, `guide` (a name the service knows), `limit` (milliseconds,
   * 2500), `post` (how to ask: (url, {headers, body, signal}) → promise of the answer's text).
   */
  async function check(settings, context, override = false) {
    try {
      const url = new URL(`${settings.service.replace(/\/+$/, "")}/v1/check`, location.href);
      if (settings.guide) url.searchParams.set("guide", settings.guide);
      if (override) url.searchParams.set("override", "1");
      const headers = {"Content-Type": "application/json"};
      if (settings.token) headers.Authorization = `Bearer ${settings.token}`;
      const stop = new AbortController();
      const post = settings.post ?? ask_by_fetch;
      const answer = post(url.href, {headers, body: JSON.stringify(context), signal: stop.signal});
      answer.catch(() => {});  // It may fail after its time is over.
      const text = await Promise.race([answer, later(settings.limit ?? 2500, null)]);
      if (text !== null) return read_answer(text);
      stop.abort();
      return unchecked("the service took too long.");
    } catch {
      return unchecked("the service cannot be reached.");
    }
  }

  /** Whether there is nothing to read in a draft; pictures and the like are not tonelint's matter. */
  function is_blank(draft) {
    return !draft || draft.replace(/<[^>]*>|&nbsp;|&#160;|[\s\u00a0\u200b\ufeff]/g, "") === "";
  }

  /** "html" where a draft looks like it, for helpdesks that do not tell. */
  function syntax_of(draft) {
    return /<\/?[a-z][^<>]*>|&(?:[a-z]+|#\d+);/i.test(draft) ? "html" : "text";
  }

  /** The words of HTML from elsewhere; nothing in it runs or loads. */
  function text_of(html) {
    const page = new DOMParser().parseFromString(
        html.replace(/<br\b[^>]*>|<\/(?:p|div|li|h\d)>/gi, "$&\n"), "text/html");
    return page.body.textContent.trim();
  }

  /** What an agent reads: the first finding that holds the reply back, and what to say instead. */
  function message(answer, how = "Press Send again to send it as it is.", most = 300) {
    const rank = {error: 0, warning: 1};
    const found = [...answer.diagnostics].filter((each) => each.level in rank)
                      .sort((one, other) => rank[one.level] - rank[other.level]);
    if (found.length === 0) return answer.message;
    const rewrite = found[0].rewrites?.[0]?.text;
    const parts = [found[0].message];
    if (rewrite) parts.push(`Better: “${rewrite}”`);
    if (found.length > 1) parts.push(`(${found.length - 1} more.)`);
    parts.push(answer.verdict === "block" ? "Please change this before you send it." : how);
    while (parts.join(" ").length > most && parts.length > 2) parts.splice(-2, 1);
    const text = parts.join(" ");
    return text.length <= most ? text : `${text.slice(0, most - 1)}…`;
  }

  /**
   * The panel's adapter for a composer that gives and takes the draft as a whole: `set(after, before)` may
   * return a promise, of false when the draft was no longer as before.
   */
  function whole_draft(get, set) {
    return {text: get, replace(begin, end, text) {
      const before = get();
      return set(before.slice(0, begin) + text + before.slice(end), before);
    }};
  }

  function shown(show, result) {
    try {
      return show(result);
    } catch (problem) {
      console.warn("tonelint:", problem);
      return true;
    }
  }

  /**
   * Decides whether replies may go. One for each composer.
   *
   * Settings are those of check(), and `hold`: "warning" holds back warnings and errors, "error"
   * errors only, "never" nothing; and `how`, which tells the agent how to send anyway.
   */
  class Gate {
    constructor(settings) {
      this.settings = {hold: "warning", ...settings};
      this.held = {key: null, at: 0};
      this.gone = {key: null, at: 0};
      this.seen = {key: null, answer: null};
      this.asking = false;
    }

    static key_of(context) {
      return `${context.id ?? ""}\n${context.reply}`;
    }

    holds(verdict) {
      if (verdict === "block") return this.settings.hold !== "never";
      return verdict === "warn" && this.settings.hold === "warning";
    }

    /**
     * {send, message, answer, reply}: whether a draft may go, and what the service answered to it. The second
     * time for the same draft is "send anyway": warnings pass then, errors do not. A second press of a double
     * click is not the second time; with `insist` any press is.
     */
    async ask(context, insist = false) {
      if (is_blank(context?.reply)) return {send: true, message: "", answer: null};
      const key = Gate.key_of(context);
      if (this.open === key) return {send: true, message: "", answer: null};
      const again = insist || this.held.key === key;
      if (!insist && again && Date.now() - this.held.at < DOUBLE_CLICK) return this.held.result;
      const answer = await check(this.settings, context, again);
      const send = !this.holds(answer.verdict);
      const text = send ? answer.message : message(answer, this.settings.how);
      const result = {send, message: text, answer, reply: context.reply};
      this.held = send ? {key: null, at: 0} : {key, at: Date.now(), result};
      return result;
    }

    /** Checks a draft while it is written: the answer, which press() then knows. */
    async look(context) {
      if (is_blank(context.reply)) return null;
      const answer = await check(this.settings, context);
      if (answer.verdict !== "unchecked") this.seen = {key: Gate.key_of(context), answer};
      return answer;
    }

    /** The agent sends this draft as it is; the service counts it. */
    allow(context) {
      this.open = Gate.key_of(context);
      check(this.settings, context, true);
    }

    /** Whether a draft may go by what is known already; the agent's second press is known as well. */
    knows(key, context) {
      if (this.open === key) return true;
      if (this.held.key === key && Date.now() - this.held.at >= DOUBLE_CLICK &&
          this.held.result.answer.verdict === "warn") {
        this.allow(context);
        return true;
      }
      return this.seen.key === key && !this.holds(this.seen.answer.verdict);
    }

    /**
     * For composers that want to know at once: true when the reply may go now; else false, and
     * `again()` once it may, which presses Send again and finds true here. `show(result)` tells the
     * agent either way, and returns whether the draft may go; an agent who cannot be told is not held back.
     */
    press(context, again, show, insist = false) {
      if (is_blank(context?.reply)) return true;
      const key = Gate.key_of(context);
      if (this.asking) return false;
      if (this.gone.key === key && Date.now() - this.gone.at < DOUBLE_CLICK) return false;
      if (this.knows(key, context)) {
        this.open = null;
        this.held = {key: null, at: 0};
        this.gone = {key, at: Date.now()};
        return true;
      }
      this.asking = true;
      this.ask(context, insist)
          .then((result) => {
            this.asking = false;
            if (!shown(show, result)) return;
            this.open = key;
            again();
          })
          .finally(() => { this.asking = false; });
      return false;
    }
  }

  return {Gate, check, is_blank, message, syntax_of, text_of, whole_draft};
})();
