"""The Discourse theme component in a composer of ours, which saves as Discourse does."""

import unittest
import zipfile

from desk import DeskTest, OverPage, json_of

PAGE = """<!DOCTYPE html><meta charset="utf-8"><title>Discourse's composer</title>
<div id="reply-control"><textarea id="reply" class="d-editor-input" rows="6" cols="60"></textarea>
<div class="save-or-cancel"><button id="send" class="create">Reply</button></div></div>
<script>
// What Discourse gives a theme: its settings and its plugin API.
window.settings = {service: new URLSearchParams(location.search).get("service"), guide: "", hold: "warning",
                   groups: new URLSearchParams(location.search).get("groups") ?? "staff|support"};
const area = document.getElementById("reply");
let beforeSave = async () => {};
window.api = {
  getCurrentUser: () => ({name: "Marta", staff: false, groups: [{name: "support"}]}),
  composerBeforeSave(method) { beforeSave = method; },
};
const composer = {
  action: "reply", whisper: false, topic: {id: new URLSearchParams(location.search).get("id")}, loading: false,
  get reply() { return area.value; },
  set(name, value) { if (name === "reply") area.value = value; },
};
window.sent = [];
window.draft = () => area.value;
window.write = (text) => { composer.whisper = false; area.value = text; };
window.writeNote = (text) => { composer.whisper = true; area.value = text; };
document.getElementById("send").addEventListener("click", () => {
  if (composer.loading) return;
  composer.loading = true;
  beforeSave.call(composer).then(() => sent.push(area.value), () => {}).finally(() => setTimeout(() => {
    composer.loading = false;
  }, sent.length ? 800 : 0));  // a post that is saved closes the composer
});
</script>
<script type="importmap">{"imports": {"discourse/lib/api": "./api.js"}}</script>
<script type="module">import "./component/javascripts/discourse/api-initializers/tonelint.js"; window.ready = true;</script>
"""
API = "export const apiInitializer = (version, call) => call(window.api);"


class Discourse(OverPage, DeskTest):
    address = "discourse.html"
    bad = "Hi Priya,\n\nYour **ticket** comes on *Thursday*."
    better = bad.replace("ticket", "conversation")
    good = "Hi Priya,\n\nYour parcel comes on Thursday."
    marks = ["in a text area"]
    again = "again to post it as it is."
    insult = note = "That was a stupid question."

    def site(self):
        with zipfile.ZipFile(self.package(self, "discourse")) as package:
            package.extractall(self.folder / "component")
        module = self.folder / "component/javascripts/discourse/api-initializers/tonelint.js"
        text = module.read_text(encoding="utf-8").replace('"../lib/tonelint"', '"../lib/tonelint.js"')
        module.write_text(text, encoding="utf-8")  # a browser wants the ending, Discourse does not
        (self.folder / "api.js").write_text(API, encoding="utf-8")
        (self.folder / "discourse.html").write_text(PAGE, encoding="utf-8")

    def test_posts_of_others_are_left_alone(self):
        before = self.requests()
        self.page.goto(f"http://127.0.0.1:{self.host}/discourse.html?groups=moderators&service=x")
        self.page.wait_for_function("window.ready")
        self.write(self.insult)
        self.press()
        self.eventually(lambda: self.sent() == [self.insult])
        self.assertEqual(self.requests(), before)

    def test_the_component_is_what_discourse_installs(self):
        about = json_of(self.folder / "component" / "about.json")
        self.assertTrue(about["component"])
        self.assertLessEqual({"name", "license_url", "about_url"}, set(about))


if __name__ == "__main__":
    unittest.main()
