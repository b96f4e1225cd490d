"""The HTML report in a browser: what it tells, finding and filtering, links, phone, dark, print, WCAG.

Writes pictures to the folder TONELINT_PICTURES, where that is given."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile
import time
import unittest

NOT_THERE = 77  # CTest counts a program that ends so as skipped
TOOLS = pathlib.Path(__file__).resolve().parents[2] / "build" / "tools"
AXE = TOOLS / "axe.min.js"
PROGRAM = os.environ.get("TONELINT_PROGRAM", "")
CHROMIUM = os.environ.get("CHROMIUM", "/usr/bin/chromium")

try:
    from playwright.sync_api import sync_playwright
except ImportError:
    print("skipped: tests/conformance/tools.sh has not been run", file=sys.stderr)
    sys.exit(NOT_THERE)
if not pathlib.Path(CHROMIUM).exists() or not AXE.exists():
    print("skipped: there is no chromium or no axe-core", file=sys.stderr)
    sys.exit(NOT_THERE)

GOOD = "Hi Sam,\n\nI've refunded the order today.\n\nIf anything comes up, just reply here.\n\nMarta"
WORSE = {
    "Returns::Calm": "Hi Sam,\n\nCalm down. I told you that yesterday.\n\nMarta",
    "Returns::Form": "Hi Sam,\n\nAs already stated, you failed to send us the form.\n\nMarta",
    "Billing::No": "Dear Customer,\n\nUnfortunately we can't do that.\n\nMarta",
    "Billing::Policy": "Dear Customer,\n\nAs per our policy, you must pay first!!!\n\nMarta",
    "Billing::Script": "Hi Sam,\n\n</script><script>alert(1)</script> <!-- <b>Calm down.</b>\n\nMarta",
}


def library(replies):
    return json.dumps({"macros": [
        {"id": at, "title": title, "active": True,
         "actions": [{"field": "comment_value", "value": text}]}
        for at, (title, text) in enumerate(replies)]})


class Page(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.folder = tempfile.TemporaryDirectory()
        cls.path = pathlib.Path(cls.folder.name)
        cls.playwright = sync_playwright().start()
        cls.browser = cls.playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        replies = list(WORSE.items()) + [(f"Shipping::Fine {n}", GOOD) for n in range(80)]
        cls.small = cls.report("small", replies)

    @classmethod
    def tearDownClass(cls):
        cls.browser.close()
        cls.playwright.stop()
        cls.folder.cleanup()

    @classmethod
    def report(cls, name, replies):
        (cls.path / f"{name}.json").write_text(library(replies), encoding="utf-8")
        done = subprocess.run([PROGRAM, "check", f"{name}.json", "--format", f"html={name}.html"],
                              cwd=cls.path, capture_output=True, check=False)
        if done.returncode not in (0, 1):
            raise AssertionError(done.stderr.decode())
        return cls.path / f"{name}.html"

    def open(self, page=None, fragment="", **options):
        made = self.browser.new_page(**options)
        self.said, self.asked = [], []
        made.on("console", lambda message: self.said.append(message.text))
        made.on("pageerror", lambda error: self.said.append(str(error)))
        made.on("request", lambda request: self.asked.append(request.url))
        made.goto(f"file://{page or self.small}{fragment}")
        self.addCleanup(made.close)
        return made

    def violations(self, page):
        page.evaluate(AXE.read_text(encoding="utf-8"))
        return [f"{each['id']}: {each['nodes'][0]['html'][:120]}"
                for each in page.evaluate("axe.run(document)")["violations"]]

    def picture(self, page, name, **options):
        folder = os.environ.get("TONELINT_PICTURES")
        if folder:
            pathlib.Path(folder).mkdir(parents=True, exist_ok=True)
            page.screenshot(path=f"{folder}/{name}.png", **options)

    def titles(self, page, place="#list"):
        return page.locator(f"{place} h3").all_text_contents()

    def wait_for_cards(self, page, count):
        for _ in range(100):
            if page.locator(".card").count() == count:
                return
            page.wait_for_timeout(50)
        self.fail(f"there are {page.locator('.card').count()} replies, not {count}")

    def test_the_five_to_mend_first_stand_first(self):
        page = self.open(viewport={"width": 1280, "height": 1500})
        worst = self.titles(page, "#worst")
        self.assertEqual(len(worst), 5)
        self.assertIn(worst[0], ("Returns::Calm", "Billing::Script"))  # those with an error
        self.assertEqual(set(worst), set(WORSE))
        box = page.locator("#worst li").nth(4).bounding_box()
        self.assertLess(box["y"] + box["height"], 1500)  # all are seen at once
        self.picture(page, "light")
        self.assertEqual((self.said, self.asked), ([], [f"file://{self.small}"]))

    def test_words_are_marked_where_they_stand_with_the_rewrite_beside(self):
        page = self.open()
        card = page.locator(".card", has_text="Billing::No")
        marks = card.locator("mark").all_text_contents()
        self.assertTrue(any(mark.startswith("Unfortunately") for mark in marks), marks)
        self.assertIn("Better", card.locator(".findings").text_content())

    def test_a_reply_cannot_break_out_of_the_page(self):
        page = self.open()
        text = page.locator(".card", has_text="Billing::Script").locator(".text").text_content()
        self.assertIn("</script><script>alert(1)</script> <!-- <b>", text)
        self.assertEqual(self.said, [])

    def test_search_and_filters_narrow_and_are_in_the_address(self):
        page = self.open()
        page.fill("input[name=q]", "unfortunately")
        self.wait_for_cards(page, 1)
        self.assertEqual(self.titles(page), ["Billing::No"])
        again = self.open(fragment="#" + page.url.split("#")[1])
        self.assertEqual(self.titles(again), ["Billing::No"])
        page.click("text=Show all")
        page.select_option("select[name=level]", "error")
        self.wait_for_cards(page, 2)
        self.assertEqual(set(self.titles(page)), {"Returns::Calm", "Billing::Script"})

    def test_a_bar_chooses_its_replies_and_lets_them_go(self):
        page = self.open()
        bar = page.locator(".row", has_text="Returns")
        bar.click()
        self.assertEqual(set(self.titles(page)), {"Returns::Calm", "Returns::Form"})
        self.assertEqual(bar.get_attribute("aria-pressed"), "true")
        bar.click()
        self.assertEqual(page.locator("#count").inner_text(), "All 85 replies.")

    def test_a_link_leads_to_its_reply_however_far_down(self):
        page = self.open()
        page.select_option("select[name=order]", "file")
        page.wait_for_timeout(300)
        for _ in range(10):
            page.mouse.wheel(0, 20000)
            page.wait_for_timeout(50)
        link = page.locator(".card", has_text="Fine 79").locator("h3 a").get_attribute("href")
        again = self.open(fragment=link)
        self.assertEqual(again.locator(".linked h3").inner_text(), "Shipping::Fine 79")
        self.assertTrue(again.locator(".linked h3").is_visible())

    def test_nothing_keeps_people_out_in_light_and_dark(self):
        for scheme in ("light", "dark"):
            page = self.open(color_scheme=scheme, viewport={"width": 1280, "height": 1500})
            self.picture(page, scheme)
            self.assertEqual(self.violations(page), [])

    def test_a_phone_needs_no_scrolling_sideways(self):
        page = self.open(viewport={"width": 360, "height": 780})
        self.assertLessEqual(page.evaluate("document.documentElement.scrollWidth"), 360)
        self.assertEqual(self.violations(page), [])
        self.picture(page, "phone")

    def test_paper_has_every_reply(self):
        page = self.open()
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        self.assertEqual(len(self.titles(page)), 85)
        page.emulate_media(media="print")
        self.assertFalse(page.locator("#tools").is_visible())

    def test_five_thousand_replies_stay_smooth(self):
        worse = list(WORSE.items())
        replies = [(f"{worse[n % 5][0]} {n}", f"{worse[n % 5][1]} {n}") for n in range(5000)]
        big = self.report("big", replies)
        begin = time.monotonic()
        page = self.open(big)
        page.wait_for_selector(".card")
        self.assertLess(time.monotonic() - begin, 6)
        self.assertLess(page.locator(".card").count(), 200)
        spent = page.evaluate("""() => {
          const begin = performance.now();
          const field = document.querySelector('select[name=order]');
          field.value = 'name';
          field.dispatchEvent(new Event('input', {bubbles: true}));
          return new Promise(done => setTimeout(() => done(performance.now() - begin - 200), 200));
        }""")
        self.assertLess(spent, 1000)

    def test_an_empty_library_says_so(self):
        page = self.open(self.report("fine", [("Fine", GOOD)]))
        self.assertIn("1 reply in 1 file", page.locator("#scope").inner_text())
        self.assertEqual(self.said, [])


if __name__ == "__main__":
    unittest.main()
