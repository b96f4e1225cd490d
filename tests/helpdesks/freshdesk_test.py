"""The Freshdesk app beside a reply editor of ours, which keeps to the documented client calls."""

import json
import shutil
import unittest

from desk import BAD, HERE, DeskTest, Gated, InSidebar, expect, json_of

# What Freshworks puts in place of {{{appclient}}}, as far as it is documented.
CLIENT = """
window.app = {initialized: async () => ({
  events: {on: parent.host.on}, data: {get: parent.host.get}, iparams: {get: parent.host.iparams},
  interface: {trigger: parent.host.trigger}, request: {invokeTemplate: parent.host.request},
})};
"""


class Freshdesk(InSidebar, DeskTest):
    address = "freshdesk.html"

    def site(self):
        shutil.copytree(self.package(self, "freshdesk") / "app", self.folder / "app")
        for name in ("freshdesk.html", "desk.css", "desk.js"):
            shutil.copy(HERE / "hosts" / name, self.folder)
        (self.folder / "app" / "client.js").write_text(CLIENT, encoding="utf-8")
        for page in (self.folder / "app").glob("*.html"):
            page.write_text(page.read_text().replace("{{{appclient}}}", "client.js"), encoding="utf-8")

    def open(self, port=None, key="body", sidebar="1", **iparams):
        self.go(port, key=key, sidebar=sidebar, iparams=json.dumps({"hold": "warning", **iparams}))
        side = self.page.frame_locator("#app")
        self.idle = side.locator("#idle")
        if sidebar:
            expect(self.idle).to_be_visible()
        self.panel = side.locator("tonelint-panel")

    def answers(self):
        return self.page.evaluate("window.answers")

    def test_without_the_sidebar_the_message_says_it(self):
        self.open(sidebar="")
        self.write(BAD)
        self.submit()
        self.assertEqual(self.sent(), [])
        expect(self.said).to_have_text("We say “conversation”. Better: “Your conversation comes on "
                                       "Thursday.” Press Send again to send it as it is.")

    def test_the_sidebar_of_another_ticket_shows_nothing_of_it(self):
        tabs = self.browser.new_context()
        self.addCleanup(tabs.close)
        self.page, second = tabs.new_page(), tabs.new_page()
        self.open()
        second.goto(self.page.url.replace(f"id={Gated.opened}", "id=9999"))
        second.wait_for_function("window.ready")
        second.evaluate("html => { editor.innerHTML = html; }", BAD)
        second.click("#send")
        expect(second.locator("#notice")).to_contain_text("We say")
        self.page.wait_for_timeout(200)
        expect(self.idle).to_be_visible()

    def test_every_press_is_answered_once_and_a_second_one_is_counted(self):
        self.open()
        self.hold_back()
        self.page.wait_for_timeout(1100)
        self.submit()
        self.assertEqual(self.answers(), ["fail", "done"])
        self.assertEqual([one["override"] for one in self.page.evaluate("window.requests")], ["", "1"])

    def test_the_draft_may_come_by_another_name(self):
        self.open(key="full_text")
        self.write(BAD)
        self.submit()
        self.assertEqual(self.answers(), ["fail"])

    def test_a_draft_that_does_not_come_goes(self):
        self.open(key="strange")
        self.write(BAD)
        self.submit()
        self.assertEqual(self.answers(), ["done"])

    def test_the_package_is_what_freshdesk_takes(self):
        folder = self.package("freshdesk", "--service", "https://tone.acme.example")
        manifest = json_of(folder / "manifest.json")
        requests = json_of(folder / "config" / "requests.json")
        iparams = json_of(folder / "config" / "iparams.json")
        self.assertEqual(manifest["platform-version"], "3.0")
        places = manifest["modules"]["support_ticket"]["location"]
        self.assertEqual(set(places), {"ticket_background", "ticket_sidebar"})
        for place in places.values():
            self.assertTrue((folder / "app" / place["url"]).exists())
            self.assertTrue((folder / "app" / place["icon"]).exists())
        self.assertEqual(set(manifest["modules"]["common"]["requests"]), set(requests))
        self.assertEqual(requests["check"]["schema"]["host"], "tone.acme.example")
        self.assertTrue(iparams["token"]["secure"])


if __name__ == "__main__":
    unittest.main()
