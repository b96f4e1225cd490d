// Checks a reply in osTicket when its form is submitted. Notes have another form and are left alone.
(() => {
  if (window.tonelintGate) {  // osTicket loads tickets into the page that is there
    window.tonelintGate.settings.hold = window.tonelintTicket.hold;
    return;
  }
  const HOW = "Press Post Reply again to send it as it is.";
  const notice = new Tonelint.Notice(document.body, {floating: true});

  async function post(url, {headers, body, signal}) {
    const token = document.querySelector("meta[name=csrf_token]")?.content ?? "";
    const response = await fetch(url, {method: "POST", headers: {...headers, "X-CSRFToken": token}, body,
                                       signal, credentials: "same-origin"});
    return response.text();
  }

  const gate = window.tonelintGate = new Tonelint.Gate({
    service: new URL("ajax.php/tonelint", location.href).href, hold: window.tonelintTicket.hold, how: HOW, post});

  function set_reply(area, html) {
    area.value = html;
    if (typeof $R === "function") $R(`#${area.id}`, "source.setCode", html);
  }

  window.addEventListener("submit", (event) => {
    const form = event.target;
    const area = form.querySelector("textarea#response[name=response]");
    if (form.id !== "reply" || !area) return;
    const reply = area.value;
    const {id, customer} = window.tonelintTicket;
    const context = {id, reply, syntax: Tonelint.syntax_of(reply), channel: "email", customer: {name: customer}};
    const again = () => form.requestSubmit(event.submitter);
    const take = (rewrite) => {
      // Whoever has gone on writing keeps what they wrote.
      if (area.value === reply) set_reply(area, Tonelint.apply(reply, rewrite));
      notice.hide();
    };
    if (gate.press(context, again, (result) => notice.show(result, take, HOW))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
})();
