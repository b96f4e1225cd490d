"""The Freshdesk app beside a reply editor of ours, which keeps to the documented client calls."""

import json
import shutil
import time
import unittest
import urllib.parse

from desk import (BAD, BETTER, GOOD, GUIDE, HERE, INSULT, LIMIT, DeskTest, Service, broken_services,
                  expect, json_of, pages)

# What Freshworks puts in place of {{{appclient}}}, as far as it is documented.
CLIENT = """
window.app = {initialized: async () => ({
  events: {on: parent.host.on}, data: {get: parent.host.get}, iparams: {get: parent.host.iparams},
  interface: {trigger: parent.host.trigger}, request: {invokeTemplate: parent.host.request},
})};
"""


class Freshdesk(DeskTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.site = cls.folder / "site"
        shutil.copytree(cls.package(cls, "freshdesk") / "app", cls.site / "app")
        shutil.copy(HERE / "hosts" / "freshdesk.html", cls.site)
        (cls.site / "app" / "client.js").write_text(CLIENT, encoding="utf-8")
        for page in (cls.site / "app").glob("*.html"):
            page.write_text(page.read_text().replace("{{{appclient}}}", "client.js"), encoding="utf-8")
        cls.host = cls.enter.enter_context(pages(cls.site))
        cls.service = cls.enter.enter_context(
            Service("--origin", f"http://127.0.0.1:{cls.host}", guide=GUIDE))

    def open(self, port=None, key="body", sidebar="1", **iparams):
        Freshdesk.count = getattr(Freshdesk, "count", 0) + 1  # each its own ticket
        query = urllib.parse.urlencode({
            "id": Freshdesk.count, "service": f"http://127.0.0.1:{port or self.service.port}", "key": key,
            "sidebar": sidebar,
            "iparams": json.dumps({"hold": "warning", **iparams})})
        self.page.goto(f"http://127.0.0.1:{self.host}/freshdesk.html?{query}")
        self.side = self.page.frame_locator("#app")
        if sidebar:
            expect(self.side.locator("#idle")).to_be_visible()
        self.page.wait_for_function("window.requests && listeners['ticket.sendReply']")
        self.notice = self.page.locator("#notice")
        self.findings = self.side.locator("tonelint-notice")

    def write(self, html):
        self.page.evaluate("html => { editor.innerHTML = html; }", html)

    def send(self):
        self.page.click("#send")
        expect(self.page.locator("#send")).to_be_enabled(timeout=6000)

    def sent(self):
        return self.page.eval_on_selector_all("#sent > div", "all => all.map(one => one.innerHTML)")

    def answers(self):
        return self.page.evaluate("window.answers")

    def test_a_bad_reply_is_held_back_and_the_rewrite_changes_only_those_words(self):
        self.open()
        self.write(BAD)
        self.send()
        self.assertEqual(self.sent(), [])
        expect(self.notice).to_contain_text("We say “conversation”. Better: “Your conversation comes")
        self.shoot("freshdesk-held")
        self.findings.get_by_role("button", name="conversation").click()
        self.assertEqual(self.page.inner_html("#editor"), BETTER)
        self.send()
        self.assertEqual(self.sent(), [BETTER])
        self.assertEqual(self.answers(), ["fail", "done"])

    def test_without_the_sidebar_the_message_says_it(self):
        self.open(sidebar="")
        self.write(BAD)
        self.send()
        self.assertEqual(self.sent(), [])
        expect(self.notice).to_have_text("We say “conversation”. Better: “Your conversation comes on "
                                         "Thursday.” Press Send again to send it as it is.")

    def test_the_sidebar_of_another_ticket_shows_nothing_of_it(self):
        tabs = self.browser.new_context()
        self.addCleanup(tabs.close)
        self.page, second = tabs.new_page(), tabs.new_page()
        self.open()
        other = self.side.locator("#idle")
        second.goto(self.page.url.replace(f"id={Freshdesk.count}", "id=9999"))
        second.wait_for_function("window.requests && listeners['ticket.sendReply']")
        second.evaluate("html => { editor.innerHTML = html; }", BAD)
        second.click("#send")
        expect(second.locator("#notice")).to_contain_text("We say")
        self.page.wait_for_timeout(200)
        expect(other).to_be_visible()

    def test_the_draft_may_come_by_another_name(self):
        self.open(key="full_text")
        self.write(BAD)
        self.send()
        self.assertEqual(self.answers(), ["fail"])

    def test_a_draft_that_does_not_come_goes(self):
        self.open(key="strange")
        self.write(BAD)
        self.send()
        self.assertEqual(self.answers(), ["done"])

    def test_a_good_reply_goes_at_once(self):
        self.open()
        self.write(GOOD)
        self.send()
        self.assertEqual(self.sent(), [GOOD])

    def test_a_note_is_never_shown_to_the_service(self):
        self.open()
        self.write(INSULT)
        self.page.click("#note")
        self.assertEqual(self.sent(), [INSULT])
        self.assertEqual(self.page.evaluate("window.requests"), [])

    def test_the_second_press_sends_anyway(self):
        self.open()
        self.write(BAD)
        self.send()
        self.page.wait_for_timeout(1100)
        self.send()
        self.assertEqual(self.sent(), [BAD])
        self.assertEqual([one["override"] for one in self.page.evaluate("window.requests")], ["", "1"])

    def test_a_double_click_sends_once_or_not_at_all(self):
        self.open()
        for draft, sent in ((GOOD, [GOOD]), (BAD, [GOOD])):
            self.write(draft)
            self.page.dblclick("#send")
            self.page.wait_for_timeout(500)
            self.assertEqual([each for each in self.sent() if each], sent)

    def test_a_broken_service_lets_the_reply_go_and_says_so(self):
        for what, service in broken_services():
            with self.subTest(what), service as port:
                self.open(port)
                self.write(BAD)
                begin = time.monotonic()
                self.send()
                self.assertLess(time.monotonic() - begin, LIMIT)
                self.assertEqual(self.sent(), [BAD])
                expect(self.page.locator("#toast")).to_contain_text("This reply was not checked: ")

    def test_a_ticket_that_cannot_be_read_goes(self):
        self.open()
        self.write(BAD)
        self.page.evaluate("window.deaf = true")
        begin = time.monotonic()
        self.send()
        self.assertLess(time.monotonic() - begin, LIMIT)
        self.assertEqual(self.answers(), ["done"])

    def test_what_holds_back_is_a_setting(self):
        self.open(hold="never")
        self.write(INSULT)
        self.send()
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
