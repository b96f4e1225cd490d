// Checks a reply in FreeScout when Send is pressed. FreeScout wants an answer at once: it is no until the
// service has answered, and then Send is pressed again.
(function () {
  var meta = document.querySelector("meta[name=tonelint]");
  if (!meta || typeof fsAddFilter !== "function") return;
  var how = "Press Send again to send it as it is.";
  var notice = null;

  // FreeScout's own server asks the service.
  async function post(url, request) {
    var token = document.querySelector("meta[name=csrf-token]");
    var headers = Object.assign({"X-CSRF-TOKEN": token ? token.content : ""}, request.headers);
    var response = await fetch(url, {method: "POST", headers: headers, body: request.body,
                                     signal: request.signal, credentials: "same-origin"});
    return response.text();
  }

  var gate = new Tonelint.Gate({service: meta.content, hold: meta.dataset.hold, how: how, post: post});

  function show(result, reply) {
    if (!notice) notice = new Tonelint.Notice(document.body, {floating: true});
    notice.show(result, function (rewrite) {
      // Whoever has gone on writing keeps what they wrote.
      if ($("#body").summernote("code") === reply) {
        $("#body").summernote("code", Tonelint.apply(reply, rewrite));
      }
      notice.hide();
    }, how);
  }

  fsAddFilter("conversation.can_submit", function (value, params) {
    var form = $(params.form);
    if (!value || form.find("[name=is_note]").val() === "1") return value;
    var reply = $("#body").summernote("code");
    var context = {id: String(form.find("[name=conversation_id]").val() || ""), reply: reply, syntax: "html",
                   channel: "email",
                   customer: {name: $(".conv-customer-block .customer-name").first().text().trim()}};
    return gate.press(context, function () { $(params.trigger).trigger("click"); },
                      function (result) { show(result, reply); });
  }, 20);
})();
