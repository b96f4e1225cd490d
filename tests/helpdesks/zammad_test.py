"""The Zammad package's script in a page with what Zammad's ticket view gives it."""

import base64
import json
import unittest

from desk import DeskTest, OverPage

PAGE = """<!DOCTYPE html><meta charset="utf-8"><title>Zammad's ticket view</title>
<div class="content"><form class="article-add"><div contenteditable data-name="body"></div></form>
<div class="attributeBar"><button id="send" class="js-submit" type="button">Update</button></div></div>
<script>
// As much of Spine, jQuery and App as the script is given by Zammad.
function $(all) {
  const list = [...all];
  return {first: () => $(list.slice(0, 1)), find: (what) => $(list.flatMap((e) => [...e.querySelectorAll(what)])),
    get: (at) => list[at], closest: (what) => $(list.map((e) => e.closest(what))),
    html(text) { list.forEach((e) => { e.innerHTML = text; }); return this; },
    trigger(name) { list.forEach((e) => name === "click" ? e.click() : e.dispatchEvent(new Event(name))); return this; }};
}
const config = {};
window.App = {
  Config: {set(key, value, group) { (config[group] ??= {})[key] = value; }, get: (group) => config[group]},
  Session: {get: () => ({displayName: () => "Marta Sample"})},
  Ticket: {fullLocal: () => ({customer: {firstname: "Priya", lastname: "Nair"}})},
};
window.sent = [];
const body = document.querySelector("[data-name=body]");
let internal = false, type = "email";
window.draft = () => body.innerHTML;
window.write = (html) => { internal = false; type = "email"; body.innerHTML = html; };
window.writeNote = (html) => { internal = true; type = "note"; body.innerHTML = html; };
const ui = {
  ticket_id: Number(new URLSearchParams(location.search).get("id")), el: $([document.querySelector("form")]),
  $: (what) => $(document.querySelector("form").querySelectorAll(what)), permissionCheck: (name) => name === "ticket.agent",
  params: () => ({body: body.innerHTML, internal, type, content_type: "text/html"}),
};
document.getElementById("send").addEventListener("click", () => {
  const params = ui.params();
  const actions = App.Config.get("TicketZoomArticleAction");
  for (const key of Object.keys(actions).sort()) {
    if (actions[key].validation && !actions[key].validation(params.type, params, ui)) return;
  }
  sent.push(params.body);
});
window.ready = true;
</script>
<script src="tonelint.js"></script>
"""


class Zammad(OverPage, DeskTest):
    address = "zammad.html"

    def site(self):
        self.made = self.package(self, "zammad", "--service", "http://service.invalid")
        package = json.loads(next(self.made.glob("*.zpm")).read_text(encoding="utf-8"))
        script = base64.b64decode(package["files"][0]["content"]).decode()
        script = script.replace('"http://service.invalid"',
                                'new URLSearchParams(location.search).get("service")')
        (self.folder / "tonelint.js").write_text(script, encoding="utf-8")
        (self.folder / "zammad.html").write_text(PAGE, encoding="utf-8")

    def test_the_package_is_what_zammad_installs(self):
        package = json.loads(next(self.made.glob("*.zpm")).read_text(encoding="utf-8"))
        self.assertLessEqual({"name", "version", "vendor", "license", "url", "files"}, set(package))
        (file,) = package["files"]
        self.assertEqual(set(file), {"location", "permission", "encode", "content"})
        self.assertTrue(file["location"].startswith("app/assets/javascripts/app/controllers/"))


if __name__ == "__main__":
    unittest.main()
