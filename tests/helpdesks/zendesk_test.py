"""The Zendesk app in a ticket of ours, with Zendesk's own SDK between the two."""

import json
import subprocess
import time
import unittest
import urllib.parse
import zipfile

from desk import (BAD, BETTER, GOOD, GUIDE, HERE, INSULT, LIMIT, NODE, DeskTest, Service,
                  broken_services, expect, pages)

SDK = "https://static.zdassets.com/zendesk_app_framework_sdk/2.0/zaf_sdk.min.js"
TOKEN = "a-token-of-the-team"

LOCATIONS = {"top_bar", "nav_bar", "ticket_sidebar", "new_ticket_sidebar", "user_sidebar", "modal",
             "organization_sidebar", "background", "ticket_editor"}
TYPES = {"text", "checkbox", "url", "number", "multiline", "hidden", "oauth"}


class Zendesk(DeskTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        (cls.folder / "sdk.js").write_text(
            "window.ZAFClient = require('zendesk_app_framework_sdk');", encoding="utf-8")
        cls.sdk = subprocess.run(
            [NODE / "node_modules/.bin/esbuild", "--bundle", "--format=iife", cls.folder / "sdk.js"],
            check=True, capture_output=True, text=True, env={"NODE_PATH": str(NODE / "node_modules")},
        ).stdout
        with zipfile.ZipFile(cls.package(cls, "zendesk")) as package:
            package.extractall(cls.folder / "app")
        cls.app = cls.enter.enter_context(pages(cls.folder / "app"))
        cls.host = cls.enter.enter_context(pages(HERE / "hosts"))
        origins = [f"http://127.0.0.1:{cls.app}", f"http://127.0.0.1:{cls.host}"]
        cls.service = cls.enter.enter_context(
            Service("--origin", origins[0], "--origin", origins[1], guide=GUIDE))
        cls.guarded = cls.enter.enter_context(
            Service("--origin", origins[0], "--origin", origins[1], guide=GUIDE,
                    environment={"TONELINT_TOKENS": f"zendesk:{TOKEN}"}))

    def open(self, port=None, proxied=False, **settings):
        """A ticket with the app beside it, which asks at this port."""
        inside = f"http://127.0.0.1:{port or self.service.port}"
        outside = "https://tonelint.example.com"
        Zendesk.count = getattr(Zendesk, "count", 0) + 1  # each its own ticket
        query = urllib.parse.urlencode({
            "id": Zendesk.count, "app": f"http://127.0.0.1:{self.app}/assets/iframe.html", "inside": inside,
            "outside": outside, "secret": TOKEN,
            "settings": json.dumps({"service": outside if proxied else inside, **settings})})
        self.page.route(SDK, lambda route: route.fulfill(
            body=self.sdk, content_type="text/javascript"))
        self.page.goto(f"http://127.0.0.1:{self.host}/zendesk.html?{query}")
        self.side = self.page.frame_locator("#app")
        expect(self.side.locator("#idle")).to_be_visible()
        self.notice = self.page.locator("#notice")
        self.findings = self.side.locator("tonelint-panel")

    def write(self, html, kind="publicReply"):
        self.page.evaluate("([html, kind]) => { comment.innerHTML = html; type.value = kind; }",
                           [html, kind])

    def submit(self):
        self.page.click("#submit")
        expect(self.page.locator("#submit")).to_be_enabled(timeout=6000)

    def sent(self):
        return self.page.eval_on_selector_all("#sent > div", "all => all.map(one => one.innerHTML)")

    def draft(self):
        return self.page.inner_html("#comment")

    def test_a_bad_reply_is_held_back_and_says_why(self):
        self.open()
        self.write(BAD)
        self.submit()
        self.assertEqual(self.sent(), [])
        self.assertEqual(self.draft(), BAD)
        expect(self.notice).to_have_text("We say “conversation”. Better: “Your conversation comes "
                                         "on Thursday.” Submit again to send it as it is.")
        expect(self.findings).to_contain_text("1 thing to look at")
        self.shoot("zendesk-held")

    def test_taking_the_rewrite_changes_only_those_words(self):
        self.open()
        self.write(BAD)
        self.submit()
        self.findings.get_by_role("button", name="conversation").click()
        self.eventually(lambda: self.draft() == BETTER)
        expect(self.findings).to_contain_text("Ready to send.")
        self.submit()
        self.assertEqual(self.sent(), [BETTER])

    def test_a_rewrite_of_an_older_draft_is_not_put_in(self):
        self.open()
        self.write(BAD)
        self.submit()
        self.write(BAD + "<p>More.</p>")
        self.findings.get_by_role("button", name="conversation").click()
        self.page.wait_for_timeout(300)
        self.assertEqual(self.draft(), BAD + "<p>More.</p>")

    def test_a_good_reply_goes_at_once(self):
        self.open()
        self.write(GOOD)
        self.submit()
        self.assertEqual(self.sent(), [GOOD])
        self.assertEqual(self.notice.text_content(), "")
        self.assertLess(self.page.evaluate("window.took"), 1000)

    def test_notes_and_empty_comments_are_never_shown_to_the_service(self):
        self.open()
        before = len(self.service.events("request"))
        for draft, kind in ((INSULT, "internalNote"), ("<p>&nbsp;<br></p>", "publicReply")):
            self.write(draft, kind)
            self.submit()
        self.assertEqual(len(self.sent()), 2)
        self.assertEqual(len(self.service.events("request")), before)

    def test_the_second_press_sends_anyway(self):
        self.open()
        self.write(BAD)
        self.submit()
        self.page.wait_for_timeout(1100)
        self.submit()
        self.assertEqual(self.sent(), [BAD])

    def test_a_second_press_after_a_change_is_a_first(self):
        self.open()
        self.write(BAD)
        self.submit()
        self.page.wait_for_timeout(1100)
        self.write(BAD + "<p>Another ticket.</p>")
        self.submit()
        self.assertEqual(self.sent(), [])

    def test_an_error_is_not_sent_anyway(self):
        self.open()
        self.write(INSULT)
        for _ in range(2):
            self.submit()
            self.page.wait_for_timeout(1100)
        self.assertEqual(self.sent(), [])
        expect(self.notice).to_contain_text("“stupid” hurts. Please change this")

    def test_a_double_click_sends_a_good_reply_once_and_a_bad_one_not_at_all(self):
        self.open()
        for draft, sent in ((GOOD, [GOOD]), (BAD, [GOOD])):
            self.write(draft)
            self.page.dblclick("#submit")
            self.page.wait_for_timeout(400)
            self.page.evaluate("document.getElementById('submit').click()")
            self.page.wait_for_timeout(200)
            self.assertEqual([each for each in self.sent() if each], sent)

    def test_a_broken_service_lets_the_reply_go_and_says_so(self):
        for what, service in broken_services():
            with self.subTest(what), service as port:
                self.open(port)
                self.write(BAD)
                begin = time.monotonic()
                self.submit()
                self.assertLess(time.monotonic() - begin, LIMIT)
                self.assertEqual(self.sent(), [BAD])
                expect(self.notice).to_contain_text("This reply was not checked: ")

    def test_a_ticket_that_cannot_be_read_goes(self):
        self.open()
        self.write(BAD)
        self.page.evaluate("window.deaf = true")
        begin = time.monotonic()
        self.submit()
        self.assertLess(time.monotonic() - begin, LIMIT)
        self.assertEqual(self.sent(), [BAD])

    def test_findings_show_while_the_reply_is_written(self):
        self.open()
        self.page.click("#comment")
        self.page.keyboard.type("Your ticket is here.")
        expect(self.findings).to_contain_text("We say “conversation”.")
        self.shoot("zendesk-writing")
        self.findings.get_by_role("button", name="conversation").click()
        self.eventually(lambda: self.draft() == "Your conversation is here.")

    def test_what_the_agent_dismisses_no_longer_holds_back(self):
        self.open()
        self.write(BAD)
        self.submit()
        self.assertEqual(self.sent(), [])
        self.findings.get_by_role("button", name="Dismiss").click()
        self.findings.get_by_role("button", name="It is right here").click()
        self.submit()
        self.assertEqual(self.sent(), [BAD])

    def test_what_holds_back_is_a_setting(self):
        self.open(hold="error")
        self.write(BAD)
        self.submit()
        self.assertEqual(self.sent(), [BAD])
        self.write(INSULT)
        self.submit()
        self.assertEqual(self.sent(), [BAD])

    def test_the_token_stays_with_zendesk(self):
        self.open(self.guarded.port, proxied=True, guide="acme")
        self.write(BAD)
        self.submit()
        self.assertEqual(self.sent(), [])
        expect(self.notice).to_contain_text("We say “conversation”.")
        asked = self.page.evaluate("window.requests")
        self.assertEqual(asked[0], {"url": "https://tonelint.example.com/v1/check?guide=acme",
                                    "authorization": "Bearer {{setting.token}}"})

    def test_an_unknown_guide_lets_the_reply_go_with_the_reason(self):
        self.open(guide="strange")
        self.write(BAD)
        self.submit()
        self.assertEqual(self.sent(), [BAD])
        expect(self.notice).to_contain_text("There is no guide of that name here")

    def test_the_package_is_what_zendesk_takes(self):
        package = self.package("zendesk", "--service", "https://tone.acme.example")
        with zipfile.ZipFile(package) as files:
            names = set(files.namelist())
            manifest = json.loads(files.read("manifest.json"))
            words = json.loads(files.read("translations/en.json"))["app"]
            logos = {name: files.read(f"assets/{name}") for name in ("logo.png", "logo-small.png")}
        self.assertEqual(names, {"manifest.json", "translations/en.json", *(f"assets/{name}" for name in (
            "iframe.html", "app.js", "check.js", "panel.js", "logo.png", "logo-small.png"))})
        self.assertEqual(manifest["frameworkVersion"], "2.0")
        self.assertTrue({"name", "email"} <= set(manifest["author"]))
        self.assertRegex(manifest["version"], r"^\d+\.\d+\.\d+$")
        self.assertEqual(manifest["domainWhitelist"], ["tone.acme.example"])
        for place, what in manifest["location"]["support"].items():
            self.assertIn(place, LOCATIONS)
            self.assertIn(what["url"], names)
        for parameter in manifest["parameters"]:
            self.assertIn(parameter["type"], TYPES)
            self.assertIn("label", words["parameters"][parameter["name"]])
        secret = [one["name"] for one in manifest["parameters"] if one.get("secure")]
        self.assertEqual(secret, ["token"])
        for name, size in (("logo.png", 320), ("logo-small.png", 128)):
            self.assertEqual(logos[name][16:24], size.to_bytes(4, "big") * 2)  # PNG: width, height

    def test_zendesks_own_tool_packs_it(self):
        folder = self.folder / "packages" / "zendesk"
        self.package("zendesk")
        script = ("require('@zendesk/zcli-apps/dist/lib/package').createAppPkg(process.argv[1])"
                  ".then(path => console.log(path))")
        made = subprocess.run(["node", "-e", script, folder], capture_output=True, text=True,
                              check=True, env={"NODE_PATH": str(NODE / "node_modules"),
                                               "PATH": "/usr/bin:/bin"}).stdout.strip()
        with zipfile.ZipFile(made) as files:
            self.assertIn("manifest.json", files.namelist())


if __name__ == "__main__":
    unittest.main()
