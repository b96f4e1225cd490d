"""The Front plugin in a composer of ours, with Front's own SDK between the two."""

import shutil
import unittest
import urllib.parse

from desk import (BAD, BETTER, GOOD, GUIDE, HERE, NODE, DeskTest, Service, broken_services, expect,
                  pages)

SDK = NODE / "node_modules/@frontapp/plugin-sdk/dist/index.umd.js"


class Front(DeskTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        made = cls.package(cls, "front", "--front-sdk", str(SDK), "--service", "http://service.invalid")
        shutil.copytree(made, cls.folder / "site" / "plugin")
        (cls.folder / "site" / "plugin" / "settings.js").write_text(
            "const TONELINT_SETTINGS = {service: new URLSearchParams(location.search).get('service')};",
            encoding="utf-8")
        for name in ("front.html", "desk.css"):
            shutil.copy(HERE / "hosts" / name, cls.folder / "site")
        cls.host = cls.enter.enter_context(pages(cls.folder / "site"))
        cls.service = cls.enter.enter_context(
            Service("--origin", f"http://127.0.0.1:{cls.host}", guide=GUIDE))

    def open(self, draft, port=None):
        query = urllib.parse.urlencode(
            {"service": f"http://127.0.0.1:{port or self.service.port}", "draft": draft})
        self.page.goto(f"http://127.0.0.1:{self.host}/front.html?{query}")
        self.panel = self.page.frame_locator("#plugin").locator("tonelint-panel")

    def draft(self):
        return self.page.inner_html("#composer")

    def test_findings_show_and_the_rewrite_changes_only_those_words(self):
        self.open(BAD)
        expect(self.panel).to_contain_text("We say “conversation”.")
        self.shoot_all("front-found")
        self.panel.get_by_role("button", name="conversation").click()
        self.eventually(lambda: self.draft() == BETTER)
        expect(self.panel).to_contain_text("Ready to send.")
        self.assertEqual(self.page.evaluate("window.updates.map(one => one.updateMode)"), ["replace"])

    def test_the_button_checks_what_was_written_since(self):
        self.open(GOOD)
        expect(self.panel).to_contain_text("Ready to send.")
        self.page.evaluate("html => { composer.innerHTML = html; }", BAD)
        self.page.frame_locator("#plugin").get_by_role("button", name="Check tone").click()
        expect(self.panel).to_contain_text("We say “conversation”.")

    def test_another_kind_of_view_shows_no_draft(self):
        self.open(BAD)
        expect(self.panel).to_contain_text("We say “conversation”.")
        self.page.evaluate("tell({type: 'noConversation'})")
        expect(self.page.frame_locator("#plugin").locator("#idle")).to_be_visible()

    def test_a_broken_service_says_that_nothing_was_checked(self):
        for what, service in broken_services()[:3]:
            with self.subTest(what), service as port:
                self.open(BAD, port)
                expect(self.panel).to_contain_text("Not checked")
                self.assertEqual(self.draft(), BAD)


if __name__ == "__main__":
    unittest.main()
