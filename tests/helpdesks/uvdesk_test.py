"""The UVdesk listener, run by PHP in as much of Symfony, Doctrine and UVdesk as it needs."""

import time
import unittest
import urllib.parse
import zipfile

from desk import (BAD, BETTER, GOOD, GUIDE, HERE, INSULT, LIMIT, DeskTest, Service, broken_services, expect,
                  php)


class UVdesk(DeskTest):
    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        with zipfile.ZipFile(cls.package(cls, "uvdesk")) as package:
            package.extractall(cls.folder)
        cls.host = cls.enter.enter_context(
            php(HERE / "hosts" / "uvdesk.php", TONELINT_LISTENER=str(cls.folder)))
        cls.service = cls.enter.enter_context(Service(guide=GUIDE))
        cls.count = 0

    def open(self, port=None):
        UVdesk.count += 1
        query = urllib.parse.urlencode(
            {"id": UVdesk.count, "service": f"http://127.0.0.1:{port or self.service.port}"})
        self.page.goto(f"http://127.0.0.1:{self.host}/?{query}")

    def send(self, reply=None, kind="reply"):
        if reply is not None:
            self.page.fill("#reply", reply)
        self.page.select_option("select", kind)
        with self.page.expect_navigation():
            self.page.click("#send")

    def sent(self):
        return self.page.evaluate("window.sent")

    def test_a_bad_reply_is_held_back_and_not_lost(self):
        self.open()
        self.send(BAD)
        expect(self.page.locator("#flash")).to_have_text(
            "We say “conversation”. Better: “Your conversation comes on Thursday.” "
            "Send it again to send it as it is.")
        self.assertEqual((self.sent(), self.page.input_value("#reply")), ([], BAD))
        self.page.wait_for_timeout(1100)
        self.send()  # anyway
        self.assertEqual(self.sent(), [BAD])
        self.assertEqual(self.page.input_value("#reply"), "")

    def test_the_rewrite_in_the_panel_changes_only_those_words(self):
        self.open()
        self.send(BAD)
        panel = self.page.locator("tonelint-drawer")
        expect(panel).to_contain_text("We say “conversation”.")
        self.shoot_all("uvdesk-held")
        panel.get_by_role("button", name="conversation").click()
        expect(self.page.locator("#reply")).to_have_value(BETTER)
        self.send()
        self.assertEqual(self.sent(), [BETTER])

    def test_the_panels_own_button_sends_anyway(self):
        self.open()
        self.send(BAD)
        self.page.wait_for_timeout(1100)
        with self.page.expect_navigation():
            self.page.get_by_role("button", name="Send anyway").click()
        self.assertEqual(self.sent(), [BAD])

    def test_what_was_held_back_comes_once(self):
        self.open()
        self.send(BAD)
        self.page.reload()
        self.assertEqual(self.page.input_value("#reply"), "")

    def test_a_good_reply_goes_at_once(self):
        self.open()
        self.send(GOOD)
        self.assertEqual(self.sent(), [GOOD])

    def test_a_note_is_never_shown_to_the_service(self):
        self.open()
        before = len(self.service.events("request"))
        self.send(INSULT, "note")
        self.assertEqual(self.sent(), [INSULT])
        self.assertEqual(len(self.service.events("request")), before)

    def test_an_error_is_not_sent_anyway(self):
        self.open()
        self.send(INSULT)
        self.page.wait_for_timeout(1100)
        self.send()
        self.assertEqual(self.sent(), [])
        expect(self.page.locator("#flash")).to_contain_text("Please change this")

    def test_a_double_click_does_not_send_anyway(self):
        self.open()
        self.send(BAD)
        self.send()
        self.assertEqual(self.sent(), [])

    def test_a_double_click_sends_a_good_reply_once(self):
        self.open()
        self.page.fill("#reply", GOOD)
        twice = """async (id) => {
          const post = () => fetch(`?id=${id}`, {method: "POST", body: new FormData(document.forms[0])});
          await Promise.all([post(), post()]);
        }"""
        self.page.evaluate(twice, UVdesk.count)
        self.page.goto(f"http://127.0.0.1:{self.host}/?id={UVdesk.count}")
        self.assertEqual(self.sent(), [GOOD])

    def test_a_broken_service_lets_the_reply_go(self):
        for what, service in broken_services():
            with self.subTest(what), service as port:
                self.open(port)
                begin = time.monotonic()
                self.send(BAD)
                self.assertLess(time.monotonic() - begin, LIMIT)
                self.assertEqual(self.sent(), [BAD])


if __name__ == "__main__":
    unittest.main()
