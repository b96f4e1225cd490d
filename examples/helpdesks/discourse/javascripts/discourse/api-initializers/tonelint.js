// Checks posts of the support team when they are saved. Whispers, and posts of others, are left alone.
import { apiInitializer } from "discourse/lib/api";
import Tonelint from "../lib/tonelint";

const HOW = "Press Reply again to post it as it is.";
const ACTIONS = ["reply", "createTopic", "edit", "privateMessage"];

export default apiInitializer("1.0", (api) => {
  const user = api.getCurrentUser();
  const wanted = settings.groups.split("|").filter(Boolean);
  const mine = (user?.groups ?? []).map(({ name }) => name).concat(user?.staff ? ["staff"] : []);
  if (!mine.some((name) => wanted.includes(name))) {
    return;
  }
  const { service, guide, hold } = settings;
  const gate = new Tonelint.Gate({ service, guide, hold, how: HOW });
  let notice;

  function show(composer, result) {
    notice ??= new Tonelint.Notice(document.body, { floating: true });
    const draft = composer.reply;
    notice.show(result, (rewrite) => {
      // Whoever has gone on writing keeps what they wrote.
      if (composer.reply === draft) {
        composer.set("reply", Tonelint.apply(draft, rewrite));
      }
      notice.hide();
    }, HOW);
  }

  // Discourse sets `this` to the composer. A rejection leaves it open with all that was written.
  api.composerBeforeSave(async function () {
    if (this.whisper || !ACTIONS.includes(this.action)) {
      return;
    }
    const result = await gate.ask({
      id: String(this.topic?.id ?? ""),
      reply: this.reply ?? "",
      syntax: "markdown",
      channel: this.action === "privateMessage" ? "email" : "public",
      customer: { name: this.post?.name ?? "" },
      agent: { name: user.name ?? "" },
    });
    show(this, result);
    if (!result.send) {
      throw result.message;
    }
  });
});
