// Checks the open draft in Front's composer, and puts rewrites into it. Front lets no plugin stop a send.
"use strict";

const panel = document.getElementById("panel");
const shown = (id, yes) => { document.getElementById(id).hidden = !yes; };
let context = null;
let body = "";
let changed = () => {};

function text_of(html) {
  return new DOMParser().parseFromString(html, "text/html").body.textContent.trim();
}

/** The draft as a string; what is changed goes to Front at once. */
panel.adapter = {
  text: () => body,
  replace(begin, end, text) {
    body = body.slice(0, begin) + text + body.slice(end);
    const {content, id} = context.draft;
    context.updateDraft(id, {updateMode: "replace", content: {body, type: content.type}});
    changed();
  },
  listen(call) {
    changed = call;
    return () => { changed = () => {}; };
  },
};

async function read_thread() {
  const handles = (context.draft.to ?? []).map(({handle}) => handle);
  const {results = []} = await context.listMessages().catch(() => ({}));
  return results.map(({content, from}) => ({
    from: handles.includes(from?.handle) ? "customer" : "agent", text: text_of(content?.body ?? ""),
  })).filter(({text}) => text !== "");
}

async function check() {
  const {draft, teammate} = context;
  // The whole draft may have changed since Front last told of it.
  const fresh = await context.fetchDraft?.(draft.id).catch(() => null);
  body = (fresh ?? draft).content.body;
  const thread = await read_thread();
  panel.setAttribute("syntax", draft.content.type);
  panel.context = {
    id: context.conversation?.id ?? "", thread, agent: {name: teammate?.name ?? ""},
    customer: {name: draft.to?.[0]?.name ?? "",
               message: thread.findLast(({from}) => from === "customer")?.text ?? ""},
  };
  await panel.check();
}

function use_token() {
  panel.token = localStorage.getItem("token") ?? "";
}

panel.setAttribute("service", TONELINT_SETTINGS.service);
document.getElementById("check").addEventListener("click", check);
panel.addEventListener("tonelint-checked", ({detail}) => shown("settings", detail.status === 401));
panel.addEventListener("tonelint-applied", () => panel.check());
document.getElementById("settings").addEventListener("submit", (event) => {
  event.preventDefault();
  localStorage.setItem("token", document.getElementById("token").value);
  use_token();
  check();
});
use_token();

Front.contextUpdates.subscribe((update) => {
  const is_draft = update.type === "messageComposer" && Boolean(update.draft);
  const is_other = !context || update.draft?.id !== context.draft.id;
  context = is_draft ? update : null;
  shown("draft", is_draft);
  shown("idle", !is_draft);
  if (!is_draft) return;
  body = update.draft.content.body;
  if (is_other) {
    panel.reset();
    check();
  }
});
