// Shows what the background's check has found, and puts a rewrite into the reply editor.
"use strict";

const notice = new Tonelint.Notice(document.getElementById("findings"));

app.initialized().then(async (client) => {
  const {ticket} = await client.data.get("ticket");
  new BroadcastChannel("tonelint").addEventListener("message", ({data}) => {
    const {reply, result, how} = data;
    if (data.ticket !== String(ticket.id)) return;  // another tab's
    document.getElementById("idle").hidden = Boolean(result.answer);
    notice.show(result, (rewrite) => {
      client.interface.trigger("click", {id: "reply", text: Tonelint.apply(reply, rewrite)});
      notice.hide();
    }, how);
  });
});
