// Checks a reply in FreeScout when Send is pressed. FreeScout wants an answer at once: it is no until the
// service has answered, and then Send is pressed again.
(function () {
  var meta = document.querySelector("meta[name=tonelint]");
  if (!meta || typeof fsAddFilter !== "function") return;
  var how = "Press Send again to send it as it is.";

  // FreeScout's own server asks the service.
  async function post(url, request) {
    var token = document.querySelector("meta[name=csrf-token]");
    var headers = Object.assign({"X-CSRF-TOKEN": token ? token.content : ""}, request.headers);
    var response = await fetch(url, {method: "POST", headers: headers, body: request.body,
                                     signal: request.signal, credentials: "same-origin"});
    return response.text();
  }

  var gate = new Tonelint.Gate({service: meta.content, hold: meta.dataset.hold, how: how, post: post});

  fsAddFilter("conversation.can_submit", function (value, params) {
    var form = $(params.form);
    var element = form.find(".note-editable").get(0);
    if (!value || !element) return value;
    var adapter = TonelintEditor.of(element);
    function context() {
      if (form.find("[name=is_note]").val() === "1") return null;
      return {id: String(form.find("[name=conversation_id]").val() || ""), reply: adapter.text(),
              syntax: adapter.syntax, channel: "email",
              customer: {name: $(".conv-customer-block .customer-name").first().text().trim()}};
    }
    return Tonelint.press({gate: gate, adapter: adapter, context: context,
                           again: function () { $(params.trigger).trigger("click"); }});
  }, 20);
})();
