// Checks public replies in Zendesk: while they are written, and when the ticket is submitted.
"use strict";

const HOW = "Submit again to send it as it is.";
const COMMENT = "ticket.comment.text";
const PATHS = ["ticket.id", "ticket.comment.type", COMMENT, "ticket.requester.name", "currentUser.name",
               "ticket.conversation"];

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
  const reply = ticket[COMMENT] ?? "";
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

/** Puts a change into the comment, unless the agent has gone on writing meanwhile. */
async function write(after, before) {
  draft = after;
  const {[COMMENT]: now} = await client.get(COMMENT);
  if (now === before) await client.set(COMMENT, after);
  else draft = now;
  return now === before;
}

panel.adapter = Tonelint.whole_draft(() => draft, write);
panel.ask = async (reply) => (await gate).look({...panel.context, reply});

/** Shows a reply in the panel, with the answer if it is known; none where there is no public reply. */
async function show(context, answer = null) {
  document.getElementById("idle").hidden = Boolean(context);
  panel.hidden = !context;
  if (context) {
    panel.context = context;
    draft = context.reply;
    if (answer) panel.show(answer);
    else await panel.check();
  }
  const height = `${document.documentElement.scrollHeight}px`;
  client.invoke("resize", {width: "100%", height}).catch(() => {});
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
    typing = setTimeout(() => read_context().then(show).catch(() => {}), PAUSE);
  });
}
