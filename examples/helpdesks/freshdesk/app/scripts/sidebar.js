// Shows in the panel what the background's check has found, and puts rewrites into the reply editor.
"use strict";

const panel = document.getElementById("panel");

app.initialized().then(async (client) => {
  const {ticket} = await client.data.get("ticket");
  const background = new BroadcastChannel("tonelint");
  let context = {reply: ""};
  panel.adapter = Tonelint.whole_draft(() => context.reply, (reply) => {
    context = {...context, reply};
    client.interface.trigger("click", {id: "reply", text: reply}).catch(() => {});
  });
  panel.ask = (reply) => Tonelint.check(service_of(client), {...context, reply});
  background.addEventListener("message", ({data}) => {
    if (data.context?.id !== String(ticket.id)) return;  // another tab's
    context = data.context;
    document.getElementById("idle").hidden = true;
    panel.hidden = false;
    panel.show(data.answer);
  });
  // What the agent has dismissed no longer holds the reply back.
  for (const event of ["checked", "dismissed"]) {
    panel.addEventListener(`tonelint-${event}`, () => {
      if (panel.verdict === "pass" && panel.answer.verdict === "warn") background.postMessage({allow: context});
    });
  }
});
