// Checks articles in Zammad's ticket view when they are submitted. Zammad wants an answer at once: it is no
// until the service has answered, and then Update is pressed again.
(() => {
  const HOW = "Press Update again to send it as it is.";

  /** Calls are written down, not sent. */
  const UNSENT = ["phone"];

  const gate = new Tonelint.Gate({how: HOW, ...TONELINT_SETTINGS});

  /** What is to be checked of an article, or null. */
  function context_of(ui, adapter) {
    const {internal, type} = ui.params();
    if (internal || UNSENT.includes(type)) return null;
    if (App.Session.get() && !ui.permissionCheck("ticket.agent")) return null;
    const {firstname = "", lastname = ""} = App.Ticket.fullLocal(ui.ticket_id)?.customer ?? {};
    return {
      id: String(ui.ticket_id ?? ""), reply: adapter.text(), syntax: adapter.syntax, channel: "email",
      customer: {name: `${firstname} ${lastname}`.trim()},
      agent: {name: App.Session.get()?.displayName?.() ?? ""},
    };
  }

  class TonelintArticle {
    static action(actions) {
      return actions;
    }

    static perform() {
      return true;
    }

    static validation(type, params, ui) {
      const body = ui.$("[data-name=body]").get(0);
      if (!body) return true;
      const adapter = TonelintEditor.of(body);
      const again = () => ui.el.closest(".content").find(".js-submit").first().trigger("click");
      return Tonelint.press({gate, adapter, context: () => context_of(ui, adapter), again});
    }
  }

  App.Config.set("900-Tonelint", TonelintArticle, "TicketZoomArticleAction");
})();
