// Checks posts of the support team when they are saved. Whispers, and posts of others, are left alone.
import { apiInitializer } from "discourse/lib/api";
import Tonelint, { TonelintEditor } from "../lib/tonelint";

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

  // The composer's own text area has underlines; its rich editor takes the draft as a whole.
  function adapter_of(composer) {
    const area = document.querySelector("textarea.d-editor-input");
    if (area?.value === composer.reply) {
      return TonelintEditor.of(area);
    }
    return Tonelint.whole_draft(() => composer.reply, (text) => composer.set("reply", text));
  }

  function context_of(composer) {
    if (composer.whisper || !ACTIONS.includes(composer.action)) {
      return null;
    }
    return {
      id: String(composer.topic?.id ?? ""),
      reply: composer.reply ?? "",
      syntax: "markdown",
      channel: composer.action === "privateMessage" ? "email" : "public",
      customer: { name: composer.post?.name ?? "" },
      agent: { name: user.name ?? "" },
    };
  }

  // Discourse sets `this` to the composer. A rejection leaves it open with all that was written.
  api.composerBeforeSave(async function () {
    const again = () => document.querySelector("#reply-control .save-or-cancel .create")?.click();
    const draft = { gate, adapter: adapter_of(this), context: () => context_of(this), again };
    const message = await Tonelint.hold(draft);
    if (message) {
      throw message;
    }
  });
});
