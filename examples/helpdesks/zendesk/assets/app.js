// Checks public replies in Zendesk: while they are written, and when the ticket is submitted.
"use strict";

const HOW = "Submit again to send it as it is.";
const PATHS = ["ticket.id", "ticket.comment.type", "ticket.comment.text", "ticket.requester.name",
               "currentUser.name", "ticket.conversation"];

/** The whole of a hook, reading the ticket too, takes no longer. */
const HOOK_LIMIT = 2800;

/** Milliseconds without a key before a draft is checked while it is written. */
const PAUSE = 600;

const client = ZAFClient.init();
const panel = document.getElementById("panel");
const gate = client.metadata().then(({settings}) => new Tonelint.Gate({
  service: settings.service, guide: settings.guide, hold: settings.hold || "warning", how: HOW,
  limit: 2300, post: is_loopback(settings.service) ? undefined : post_through_zendesk,
}));

function is_loopback(address) {
  return ["localhost", "127.0.0.1", "[::1]"].includes(new URL(address).hostname);
}

/** Zendesk's servers add the token, which no browser sees. They cannot reach this computer. */
function post_through_zendesk(url, {headers, body}) {
  return client.request({
    url, type: "POST", contentType: "application/json", data: body, secure: true, timeout: 2300,
    headers: {...headers, Authorization: "Bearer {{setting.token}}"},
  });
}

/** What Zendesk knows, as tonelint's context; null where there is no public reply to check. */
function context_of(ticket) {
  const reply = ticket["ticket.comment.text"] ?? "";
  if (ticket["ticket.comment.type"] !== "publicReply" || Tonelint.is_blank(reply)) return null;
  const thread = (ticket["ticket.conversation"] ?? []).map(({author, message}) => ({
    from: ["agent", "admin"].includes(author?.role) ? "agent" : "customer",
    text: Tonelint.text_of(message?.content ?? ""),
  })).filter(({text}) => text !== "");
  const last = thread.findLast(({from}) => from === "customer");
  return {
    id: String(ticket["ticket.id"] ?? ""), reply, syntax: Tonelint.syntax_of(reply), channel: "email",
    customer: {name: ticket["ticket.requester.name"] ?? "", message: last?.text ?? ""},
    agent: {name: ticket["currentUser.name"] ?? ""}, thread,
  };
}

async function read_context() {
  return context_of(await client.get(PATHS));
}

// The panel --------------------------------------------------------------------------------------

let draft = "";  // the comment as it was last read
let heard = () => {};
let answered = null;  // an answer that is there already, for the panel to show

/** Puts a change into the comment, unless the agent has gone on writing meanwhile. */
async function write(before, after) {
  const now = (await client.get("ticket.comment.text"))["ticket.comment.text"];
  if (now === before) await client.set("ticket.comment.text", after);
  else draft = now;
  await check_draft();
}

panel.adapter = {
  text: () => draft,
  replace(begin, end, text) {
    const before = draft;
    draft = before.slice(0, begin) + text + before.slice(end);
    write(before, draft).catch(() => {});
  },
  listen(changed) {
    heard = changed;
    return () => { heard = () => {}; };
  },
};

gate.then(({settings}) => {
  panel.setAttribute("service", settings.service);
  if (settings.guide) panel.setAttribute("guide", settings.guide);
});

panel.post = async (url, request) => {
  if (answered) return new Response(JSON.stringify(answered));
  const {post} = (await gate).settings;
  return post ? new Response(await as_text(post(url, request))) : fetch(url, request);
};

/** Zendesk reads JSON on the way. */
async function as_text(answer) {
  const got = await answer;
  return typeof got === "string" ? got : JSON.stringify(got);
}

/** Shows a reply in the panel, with the answer if it is known; none where there is no public reply. */
async function show(context, answer = null) {
  document.getElementById("idle").hidden = Boolean(context);
  panel.hidden = !context;
  if (context) {
    panel.context = context;
    draft = context.reply;
    heard();
    answered = answer;
    await panel.check();
    answered = null;
  }
  const height = `${document.documentElement.scrollHeight}px`;
  client.invoke("resize", {width: "100%", height}).catch(() => {});
}

/** Checks without holding anything back. */
async function check_draft() {
  const context = await read_context();
  if (!context || context.reply !== draft || panel.hidden || !panel.answer) await show(context);
  else await panel.check();
}

async function ask_gate() {
  const context = await read_context();
  if (!context) return null;
  const result = await (await gate).ask(context);
  await show(context, result.answer);
  if (result.answer?.verdict === "unchecked") tell(result.message);
  // What the agent has dismissed in the panel no longer holds the reply back.
  return {...result, send: result.send || panel.verdict === "pass"};
}

// Submit -----------------------------------------------------------------------------------------

function tell(message) {
  client.invoke("notify", message, "notice").catch(() => {});
}

let typing;

/** Only a rejected promise refuses the save; all else lets it go. */
client.on("ticket.save", async () => {
  clearTimeout(typing);
  let time;
  const over = new Promise((resolve) => {
    time = setTimeout(() => {
      tell("This reply was not checked: it took too long.");
      resolve(null);
    }, HOOK_LIMIT);
  });
  const result = await Promise.race([ask_gate().catch(() => null), over]);
  clearTimeout(time);
  if (result && !result.send) throw result.message;
});

for (const event of ["comment.text.changed", "comment.type.changed", "app.registered"]) {
  client.on(event, () => {
    clearTimeout(typing);
    typing = setTimeout(() => check_draft().catch(() => {}), PAUSE);
  });
}
