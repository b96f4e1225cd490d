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
const notice = new Tonelint.Notice(document.getElementById("findings"));
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

function resize() {
  client.invoke("resize", {width: "100%", height: `${document.documentElement.scrollHeight}px`})
      .catch(() => {});
}

function show(result, context) {
  document.getElementById("idle").hidden = Boolean(result.answer);
  notice.show(result, (rewrite) => take(rewrite, context), HOW);
  resize();
}

/** Puts a rewrite into the draft, unless the agent has gone on writing meanwhile. */
async function take(rewrite, context) {
  const draft = await client.get("ticket.comment.text");
  if (draft["ticket.comment.text"] === context.reply) {
    await client.set("ticket.comment.text", Tonelint.apply(context.reply, rewrite));
  }
  await check_draft();
}

let checks = 0;
let typing;

/** Checks without holding anything back. */
async function check_draft() {
  const mine = ++checks;
  const context = await read_context();
  const answer = context && await Tonelint.check((await gate).settings, context);
  if (mine === checks) show({answer, send: true, message: ""}, context);
}

async function ask_gate() {
  const context = await read_context();
  if (!context) return null;
  const result = await (await gate).ask(context);
  checks += 1;  // An earlier check of the draft must not overwrite this one.
  show(result, context);
  if (result.answer?.verdict === "unchecked") tell(result.message);
  return result;
}

function tell(message) {
  client.invoke("notify", message, "notice").catch(() => {});
}

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
