// Checks articles in Zammad's ticket view when they are submitted. Zammad wants an answer at once: it is no
// until the service has answered, and then Update is pressed again.
(() => {
  const HOW = "Press Update again to send it as it is.";

  /** Calls are written down, not sent. */
  const UNSENT = ["phone"];

  const gate = new Tonelint.Gate({how: HOW, ...TONELINT_SETTINGS});
  let notice;

  function context_of(params, ui) {
    const ticket = App.Ticket.fullLocal(ui.ticket_id) ?? {};
    const {firstname = "", lastname = ""} = ticket.customer ?? {};
    return {
      id: String(ui.ticket_id ?? ""), reply: params.body,
      syntax: params.content_type === "text/html" ? "html" : "text", channel: "email",
      customer: {name: `${firstname} ${lastname}`.trim()},
      agent: {name: App.Session.get()?.displayName?.() ?? ""},
    };
  }

  function show(result, params, ui) {
    notice ??= new Tonelint.Notice(document.body, {floating: true});
    notice.show(result, (rewrite) => {
      const box = ui.$("[data-name=body]");
      // Whoever has gone on writing keeps what they wrote.
      if (ui.params().body === params.body) box.html(Tonelint.apply(params.body, rewrite)).trigger("input");
      notice.hide();
    }, HOW);
  }

  class TonelintArticle {
    static action(actions) {
      return actions;
    }

    static perform() {
      return true;
    }

    static validation(type, params, ui) {
      if (params.internal || UNSENT.includes(type) || Tonelint.is_blank(params.body)) return true;
      if (App.Session.get() && !ui.permissionCheck("ticket.agent")) return true;
      const again = () => ui.el.closest(".content").find(".js-submit").first().trigger("click");
      return gate.press(context_of(params, ui), again, (result) => show(result, params, ui));
    }
  }

  App.Config.set("900-Tonelint", TonelintArticle, "TicketZoomArticleAction");
})();
