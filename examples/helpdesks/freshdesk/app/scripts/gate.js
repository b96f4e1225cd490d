// Checks a reply in Freshdesk when it is sent, in the background of each ticket. Every path ends in done() or
// fail(), once: without either the reply would hang.
"use strict";

const HOW = "Press Send again to send it as it is.";

/** The whole of a press, reading the ticket too, takes no longer. */
const LIMIT = 2800;

const sidebar = new BroadcastChannel("tonelint");
let client;
let gate;
let ticket_id = "";

/** The draft as the event has it; releases differ in the name. */
function draft_of(event) {
  const data = event.helper.getData() ?? {};
  return [data.body, data.full_text, data.text].find((each) => typeof each === "string") ?? "";
}

async function read(name) {
  return client.data.get(name).then((found) => found[name] ?? {}).catch(() => ({}));
}

async function context_of(reply) {
  const [ticket, contact, agent] = await Promise.all(["ticket", "contact", "loggedInUser"].map(read));
  return {
    id: String(ticket.id ?? ""), reply, syntax: Tonelint.syntax_of(reply), channel: "email",
    customer: {name: contact.name ?? "", message: ticket.description_text ?? ""},
    agent: {name: agent.contact?.name ?? agent.name ?? ""},
  };
}

function tell(message) {
  client.interface.trigger("showNotify", {type: "warning", title: "Tonelint", message: message.slice(0, 100)})
      .catch(() => {});
}

/** Asks about a reply; null when it took too long. */
async function ask(reply) {
  const context = await context_of(reply);
  const result = await gate.ask(context);
  ticket_id = context.id;
  if (result.answer) sidebar.postMessage({context, answer: result.answer});
  if (result.answer?.verdict === "unchecked") tell(result.message);
  return result;
}

async function on_send(event) {
  const over = new Promise((resolve) => setTimeout(resolve, LIMIT, null));
  let result = null;
  try {
    const reply = draft_of(event);
    if (!Tonelint.is_blank(reply)) result = await Promise.race([ask(reply), over]);
  } catch (problem) {
    console.warn("tonelint:", problem);
  }
  if (result && !result.send) event.helper.fail(result.message);
  else event.helper.done();
}

app.initialized().then(async (found) => {
  client = found;
  // From here on a press finds somebody who answers, whatever becomes of the settings.
  gate = new Tonelint.Gate({...service_of(client), how: HOW});
  sidebar.addEventListener("message", ({data: {allow}}) => {
    if (allow?.id === ticket_id) gate.allow(allow);
  });
  client.events.on("ticket.sendReply", on_send, {intercept: true});
  const {hold} = await client.iparams.get().catch(() => ({}));
  gate.settings.hold = hold || "warning";
});
