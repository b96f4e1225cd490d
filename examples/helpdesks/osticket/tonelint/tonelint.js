// Checks a reply in osTicket when its form is submitted. Notes have another form and are left alone.
(() => {
  if (window.tonelintGate) {  // osTicket loads tickets into the page that is there
    window.tonelintGate.settings.hold = window.tonelintTicket.hold;
    return;
  }
  const HOW = "Press Post Reply again to send it as it is.";

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
    // Redactor has the reply in an element of its own; where agents write plain text there is none.
    const rich = form.querySelector(".redactor-in");
    const adapter = rich ? TonelintEditor.of(rich)
                         : Tonelint.whole_draft(() => area.value, (html) => set_reply(area, html));
    const context = () => {
      const {id, customer} = window.tonelintTicket, reply = adapter.text();
      return {id, reply, syntax: Tonelint.syntax_of(reply), channel: "email", customer: {name: customer}};
    };
    const again = () => form.requestSubmit(event.submitter);
    if (Tonelint.press({gate, adapter, context, again})) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);
})();
