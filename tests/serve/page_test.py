"""The page and its panel, used in a browser as people use them.

tests/conformance/tools.sh fetches Playwright and axe; Debian's Chromium is driven. Without them the
test is skipped (77).
Pictures of the page are written to the folder TONELINT_PICTURES, else to build/pictures.
"""

import json
import os
import pathlib
import shutil
import sys
import threading
import time
import unittest
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

ROOT = pathlib.Path(__file__).resolve().parents[2]
PYTHON = ROOT / "build" / "tools" / "python" / "bin" / "python"
AXE = ROOT / "build" / "tools" / "axe.min.js"
CHROMIUM = shutil.which("chromium")
PICTURES = pathlib.Path(os.environ.get("TONELINT_PICTURES") or ROOT / "build" / "pictures")

if not PYTHON.exists() or CHROMIUM is None or not AXE.exists():
    print("skipped: this takes chromium and what tests/conformance/tools.sh fetches", file=sys.stderr)
    sys.exit(77)
try:
    from playwright.sync_api import expect, sync_playwright
except ImportError:
    if sys.executable == str(PYTHON):
        raise
    os.execv(PYTHON, [PYTHON, "-B", *sys.argv])  # Playwright is installed for this one

from service import Service  # after the above: it wants the program

DRAFT = "Hi Priya,\n\nYour ticket is here, perhaps."
GUIDES = ("acme=acme.yaml", "other=other.yaml", "support")

# One browser with one page for all tests; each loads it afresh.
playwright = sync_playwright().start()
browser = playwright.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
page = browser.new_page(viewport={"width": 1280, "height": 900}, reduced_motion="reduce")
page.set_default_timeout(5000)


def tearDownModule():
    browser.close()
    playwright.stop()


class Browsing(unittest.TestCase):
    """The page of a service; what it asks for and complains about is kept."""

    @classmethod
    def setUpClass(cls):
        cls.service = cls.enterClassContext(Service(guides=GUIDES))
        cls.origin = f"http://127.0.0.1:{cls.service.port}"

    def setUp(self):
        self.asked, self.complaints = [], []
        listeners = {
            "request": lambda request: self.asked.append(request.url),
            "pageerror": lambda error: self.complaints.append(str(error)),
            "console": lambda message: message.type in ("error", "warning")
            and self.complaints.append(message.text)}
        for event, listener in listeners.items():
            page.on(event, listener)
            self.addCleanup(page.remove_listener, event, listener)
        self.draft = page.locator("textarea").last
        self.cards = page.locator("tonelint-panel li.card")
        self.verdict = page.locator("tonelint-panel .verdict")
        self.open()

    def open(self, fragment=""):
        page.goto("about:blank")  # else another fragment is no new page
        page.goto(self.origin + "/" + fragment)

    def type(self, text, cards=1):
        self.draft.fill(text)
        expect(self.cards).to_have_count(cards)

    def card(self, words):
        return self.cards.filter(has=page.get_by_role("button", name=words))

    def marks(self):
        """The underlined words; the layer is closed to the page, but Chromium's tree shows it."""
        client = page.context.new_cdp_session(page)
        tree = client.send("DOM.getDocument", {"depth": -1, "pierce": True})["root"]
        found = []

        def walk(node):
            attributes = node.get("attributes", [])
            if node["nodeName"] == "SPAN" and "class" in attributes:
                found.append(("".join(child.get("nodeValue", "") for child in node["children"]),
                              attributes[attributes.index("class") + 1]))
            for child in node.get("children", []) + node.get("shadowRoots", []):
                walk(child)

        def layers(node):
            if node["nodeName"] == "TONELINT-UNDERLINES":
                walk(node)
                return
            for child in node.get("children", []) + node.get("shadowRoots", []):
                layers(child)

        layers(tree)
        client.detach()
        return found


class Drafts(Browsing):
    def test_findings_come_while_one_types(self):
        self.draft.press_sequentially("Your ticket")
        expect(self.cards).to_have_count(1)
        expect(self.verdict).to_have_text("1 thing to look at before you send this. It is up to you.")
        expect(self.cards).to_contain_text("We say “conversation”.")
        expect(self.cards).to_have_attribute("aria-current", "true")
        self.assertEqual(self.marks(), [("ticket", "warning current")])
        self.draft.fill("")
        expect(self.cards).to_have_count(0)
        expect(self.verdict).to_contain_text("shows up here while you write")

    def test_a_rewrite_by_click_and_its_undo(self):
        self.type(DRAFT, 2)
        self.card("ticket").get_by_role("button", name="conversation").click()
        expect(self.draft).to_have_value(DRAFT.replace("ticket", "conversation"))
        expect(self.cards).to_have_count(1)
        page.get_by_role("button", name="Undo").click()
        expect(self.draft).to_have_value(DRAFT)
        expect(self.cards).to_have_count(2)

    def test_the_browser_can_undo_it_too(self):
        self.type(DRAFT, 2)
        self.card("ticket").get_by_role("button", name="conversation").click()
        page.keyboard.press("Control+z")
        expect(self.draft).to_have_value(DRAFT)
        page.keyboard.press("Control+Shift+z")
        expect(self.draft).to_have_value(DRAFT.replace("ticket", "conversation"))

    def test_a_rewrite_by_key(self):
        self.type(DRAFT, 2)
        self.draft.focus()
        page.keyboard.press("F8")
        self.assertEqual(page.evaluate("getSelection().toString()"), "ticket")
        expect(self.card("ticket")).to_have_attribute("aria-current", "true")
        expect(page.locator("tonelint-panel .said")).to_have_text(
            "Warning: We say “conversation”. Alt+Enter: Your conversation is here, perhaps.")
        page.keyboard.press("Alt+Enter")
        expect(self.draft).to_have_value(DRAFT.replace("ticket", "conversation"))
        page.keyboard.press("F8")
        self.assertEqual(page.evaluate("getSelection().toString()"), "perhaps")

    def test_the_panel_by_keyboard_alone(self):
        self.type(DRAFT + " Another ticket.", 3)
        rewrite = self.card("ticket").first.get_by_role("button", name="Use")
        rewrite.focus()
        page.keyboard.press("Enter")
        expect(self.cards).to_have_count(2)
        # Focus goes to the next card, not away.
        self.assertEqual(page.evaluate("document.activeElement.shadowRoot.activeElement.textContent"),
                         "“perhaps”")

    def test_places_behind_emoji_and_accents(self):
        before = "Chère Zoë 👩‍👩‍👧 😀😀, naïve\n\nyour "
        self.type(before + "ticket 😀 is here.")
        self.assertEqual([words for words, _ in self.marks()], ["ticket"])
        self.card("ticket").get_by_role("button", name="Use").click()
        expect(self.draft).to_have_value(before + "conversation 😀 is here.")

    def test_half_a_character_does_no_harm(self):
        page.evaluate("""() => { const draft = document.getElementById("draft");
            draft.value = "a \\ud83d ticket"; draft.dispatchEvent(new Event("input")); }""")
        expect(self.cards).to_have_count(1)
        self.assertEqual([words for words, _ in self.marks()], ["ticket"])

    def test_all_safe_rewrites_at_once(self):
        self.type("A ticket. Two tickets.", 2)
        page.get_by_role("button", name="Use all 2 safe rewrites").click()
        expect(self.draft).to_have_value("A conversation. Two conversations.")
        expect(self.verdict).to_have_text("Ready to send.")
        page.keyboard.press("Control+z")
        expect(self.draft).to_have_value("A ticket. Two tickets.")

    def test_dismissed_once_with_a_reason(self):
        page.evaluate("""() => { window.told = []; addEventListener("tonelint-dismissed",
            (event) => told.push(event.detail)); }""")
        self.type("A ticket.")
        self.card("ticket").get_by_role("button", name="Dismiss").click()
        page.get_by_role("button", name="It is right here").click()
        expect(self.cards).to_have_count(0)
        expect(self.verdict).to_have_text("Ready to send: the rest is as you want it.")
        self.assertEqual(page.evaluate("told"), [{
            "rule": "house", "level": "warning", "match": "ticket", "reason": "It is right here"}])
        self.type("A ticket. Another ticket.")
        page.get_by_role("button", name="Undo").click()
        expect(self.cards).to_have_count(2)

    def test_an_error_cannot_be_dismissed(self):
        self.type("Stupid.")
        expect(self.verdict).to_have_text("Please change 1 thing before you send this.")
        expect(page.get_by_role("button", name="Dismiss")).to_have_count(0)

    def test_the_underlines_scroll_with_the_text(self):
        self.type("line\n" * 60 + "A ticket.")
        self.draft.focus()
        page.keyboard.press("Control+Home")
        page.keyboard.press("F8")
        self.assertGreater(self.draft.evaluate("area => area.scrollTop"), 500)

    def test_the_score_says_how_it_comes_about(self):
        page.get_by_role("button", name="Late parcel").click()
        page.get_by_label("Guide").select_option("support")
        expect(page.get_by_label("Score: ")).to_be_visible()
        page.get_by_text("How the score comes about").click()
        page.get_by_text("Warmth").click()
        expect(page.locator("tonelint-panel .parts:visible")).to_contain_text("to begin with")
        # It stays open when the draft is checked again.
        self.draft.press_sequentially(" ")
        time.sleep(0.5)
        expect(page.locator("tonelint-panel .parts:visible")).to_have_count(1)

    def test_what_is_known_of_the_customer_counts(self):
        page.get_by_label("Guide").select_option("support")
        page.get_by_label("name").fill("Priya Nair")
        page.get_by_label("What they wrote").fill("I have been waiting for two weeks!")
        self.draft.fill("Hi Pria,\n\nThank you for your patience.")
        expect(self.cards.first).to_contain_text("The customer's name is Priya.")
        expect(page.locator("tonelint-panel")).to_contain_text("The customer sounds")

    def test_another_guide(self):
        self.type("A ticket.")
        expect(self.cards.locator("[title='Rule house']")).to_be_visible()
        page.get_by_label("Guide").select_option("other")
        expect(self.cards.locator("[title='Rule other-house']")).to_be_visible()

    def test_a_link_keeps_the_draft_in_its_fragment(self):
        self.type("A ticket für Zoë 😀.")
        page.get_by_label("Channel").select_option("chat")
        page.get_by_role("button", name="Copy a link").click()
        page.wait_for_url("**/#draft=*")
        url = page.url
        self.asked.clear()
        self.open(url[url.index("#"):])
        expect(self.draft).to_have_value("A ticket für Zoë 😀.")
        expect(page.get_by_label("Channel")).to_have_value("chat")
        expect(self.cards).to_have_count(1)
        self.assertEqual({url for url in self.asked if "draft" in url}, set())

    def test_a_broken_link_is_told(self):
        self.open("#draft=AAAA")
        expect(page.locator("#done")).to_have_text("The draft in this link cannot be read.")

    def test_a_service_with_tokens_asks_for_one(self):
        with Service("--tokens", "tokens", files={"tokens": "desk:0123456789abcdef\n"}) as service:
            page.goto(f"http://127.0.0.1:{service.port}/")
            self.draft.fill("A ticket.")
            expect(self.verdict).to_contain_text("Not checked: Send a token of this service")
            page.get_by_label("Token of this service").fill("0123456789abcdef")
            page.keyboard.press("Tab")
            expect(self.cards).to_have_count(1)

    def test_markup_stays_text(self):
        self.type("<img src=x onerror=alert(1)> ticket <b>stupid</b>", 2)
        self.assertEqual(page.locator("img").count(), 0)
        self.assertEqual(self.complaints, [])

    def test_nothing_is_asked_of_anybody_else(self):
        page.get_by_role("button", name="No refund").click()
        expect(self.verdict).not_to_have_text("")
        page.wait_for_load_state("networkidle")
        strangers = [url for url in self.asked if not url.startswith(self.origin + "/")
                     and not url.startswith("data:")]
        self.assertEqual((strangers, self.complaints), ([], []))


class Elsewhere(BaseHTTPRequestHandler):
    """A page of another origin, and a service that takes as long as the draft says: "800 …" takes
    800 ms."""

    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<!doctype html><title>Desk</title><p><textarea id=reply></textarea>")

    def do_POST(self):
        asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        time.sleep(int(asked["reply"].split()[0]) / 1000)
        body = json.dumps({"verdict": "pass", "message": asked["reply"], "diagnostics": [],
                           "fixes": 0, "score": None}).encode()
        try:
            self.send_response(200)
            self.send_header("Content-Type", "application/json")
            self.end_headers()
            self.wfile.write(body)
        except OSError:
            pass  # given up meanwhile

    def log_message(self, *_):
        pass


class Troubles(Browsing):
    """The panel alone, in a page without the service's own policy."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        server = ThreadingHTTPServer(("127.0.0.1", 0), Elsewhere)
        threading.Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        cls.addClassCleanup(server.server_close)
        cls.addClassCleanup(server.shutdown)
        cls.elsewhere = f"http://127.0.0.1:{server.server_port}"

    def open(self, service=None, **attributes):
        page.goto(self.elsewhere)
        page.add_script_tag(path=ROOT / "src/apps/serve/page/panel.js")
        page.evaluate("""(attributes) => {
            const panel = document.createElement("tonelint-panel");
            for (const [key, value] of Object.entries(attributes)) panel.setAttribute(key, value);
            document.body.append(panel); }""", {
                "for": "reply", **attributes,
                "service": f"http://127.0.0.1:{service.port}" if service else self.elsewhere})

    def check(self):
        return page.evaluate("document.querySelector('tonelint-panel').check()")

    def test_a_stale_answer_is_dropped(self):
        self.open(delay="10")
        self.draft.fill("900 first")
        page.wait_for_timeout(150)
        self.draft.fill("10 second")
        expect(self.verdict).to_have_text("10 second")
        page.wait_for_timeout(1000)
        expect(self.verdict).to_have_text("10 second")

    def test_who_waits_for_a_stale_answer_gets_the_newer_one(self):
        got = page.evaluate("""async () => {
            const panel = document.querySelector("tonelint-panel");
            const draft = document.querySelector("textarea");
            draft.value = "800 first";
            const first = panel.check();
            draft.value = "10 second";
            const second = panel.check();
            return [(await first).message, (await second).message]; }""")
        self.assertEqual(got, ["10 second", "10 second"])

    def test_a_slow_service_is_given_up(self):
        self.open(timeout="300", delay="off")
        self.draft.fill("5000 words")
        begin = time.monotonic()
        answer = self.check()
        self.assertLess(time.monotonic() - begin, 2)
        self.assertEqual(answer["verdict"], "unchecked")
        expect(self.verdict).to_have_text(
            "Not checked: the service took too long. You can send it as it is.")

    def test_a_dead_service_is_told_and_comes_back(self):
        with Service("--origin", self.elsewhere, guides=GUIDES) as service:
            self.open(service=service)
            self.draft.fill("A ticket.")
            expect(self.verdict).to_contain_text("1 thing to look at")
        self.draft.fill("A ticket!")
        expect(self.verdict).to_have_text(
            "Not checked: the service does not answer. You can send it as it is.")
        with Service("--port", str(service.port), "--origin", self.elsewhere, guides=GUIDES):
            page.get_by_role("button", name="Try again").click()
            expect(self.verdict).to_contain_text("1 thing to look at")

    def test_a_token_is_sent(self):
        with Service("--tokens", "tokens", "--origin", self.elsewhere, guides=GUIDES,
                     files={"tokens": "desk:0123456789abcdef\n"}) as service:
            self.open(service=service, delay="off")
            self.draft.fill("A ticket.")
            refused = self.check()
            self.assertEqual((refused["verdict"], refused["status"]), ("unchecked", 401))
            page.evaluate("document.querySelector('tonelint-panel').token = '0123456789abcdef'")
            self.assertEqual(self.check()["verdict"], "warn")

    def test_an_editor_by_its_adapter(self):
        with Service("--origin", self.elsewhere, guides=GUIDES) as service:
            self.open(service=service, delay="off")
            got = page.evaluate("""async () => {
                const panel = document.querySelector("tonelint-panel");
                let text = "😀 A ticket.", marks = [];
                panel.adapter = {text: () => text, underline: (list) => { marks = list; },
                  replace: (begin, end, put) => { text = text.slice(0, begin) + put + text.slice(end); }};
                await panel.check();
                const mark = marks[0];
                panel.shadowRoot.querySelector("button.rewrite").click();
                const changed = text;
                panel.undo();
                return [mark, changed, text]; }""")
        self.assertEqual(got, [{"begin": 5, "end": 11, "level": "warning", "current": False},
                               "😀 A conversation.", "😀 A ticket."])

    def test_an_editor_that_answers_later_makes_one_change_after_another(self):
        with Service("--origin", self.elsewhere, guides=GUIDES) as service:
            self.open(service=service)
            page.evaluate("""() => {
                const panel = document.querySelector("tonelint-panel");
                window.text = "A ticket and a stupid ticket.";
                panel.adapter = {text: () => window.text, async replace(begin, end, put) {
                  const before = window.text;
                  await new Promise((resolve) => setTimeout(resolve, 50));
                  if (window.deaf || window.text !== before) return false;
                  window.text = before.slice(0, begin) + put + before.slice(end);
                }};
                return panel.check(); }""")
            expect(self.cards).to_have_count(3)
            page.evaluate("""() => {
                const panel = document.querySelector("tonelint-panel");
                for (const button of [...panel.shadowRoot.querySelectorAll("button.rewrite")]) button.click();
            }""")
            expect(self.cards).to_have_count(1)
            self.assertEqual(page.evaluate("window.text"), "A conversation and a stupid conversation.")
            page.get_by_role("button", name="Undo").click()
            expect(self.cards).to_have_count(2)
            self.assertEqual(page.evaluate("window.text"), "A conversation and a stupid ticket.")
            page.evaluate("window.deaf = true")
            page.get_by_role("button", name="Use").click()
            expect(page.locator("tonelint-panel .note")).to_contain_text(
                "Please type this yourself: conversation")

    def test_an_answer_that_was_got_elsewhere(self):
        with Service("--origin", self.elsewhere, guides=GUIDES) as service:
            answer = service.check("A ticket.").json()
            self.open(service=service, delay="off")
            self.draft.fill("Oh. A ticket.")
            page.evaluate("""(answer) => {
                const panel = document.querySelector("tonelint-panel");
                panel.ask = async () => answer;
                panel.show(answer, "A ticket."); }""", answer)
            expect(self.cards).to_have_count(1)
            page.get_by_role("button", name="Use").click()
            expect(self.draft).to_have_value("Oh. A conversation.")
            self.draft.fill("A ticket.")
            self.assertEqual(self.check(), answer)
            self.assertEqual(len(service.events("request")), 1)

    def test_an_element_that_can_be_edited(self):
        with Service("--origin", self.elsewhere, guides=GUIDES) as service:
            self.open(service=service, delay="10", **{"for": "editor"})
            page.evaluate("""() => {
                const editor = document.createElement("div");
                editor.id = "editor";
                editor.contentEditable = "true";
                editor.append(...["Hi 😀,", "Your ", ""].map(() => document.createElement("p")));
                const [hello, body, end] = editor.children;
                hello.textContent = "Hi 😀,";
                const bold = document.createElement("b");
                bold.textContent = "tick";
                body.append("Your ", bold, "et is here.");
                end.append(document.createElement("br"));
                document.body.append(editor);
                document.querySelector("tonelint-panel").setAttribute("for", "editor"); }""")
            expect(self.cards).to_have_count(1)
            self.assertEqual(page.evaluate(
                "[...CSS.highlights.get('tonelint-warning')].map(String)"), ["ticket"])
            page.get_by_role("button", name="Use").click()
            editor = page.locator("#editor")
            expect(editor).to_contain_text("Your conversation is here.")
            expect(self.cards).to_have_count(0)
            page.keyboard.press("Control+z")
            expect(editor).to_contain_text("Your ticket is here.")
            self.assertEqual(editor.locator("b").inner_text(), "tick")

    def test_sent_anyway(self):
        with Service("--origin", self.elsewhere, guides=GUIDES) as service:
            self.open(service=service, delay="off")
            self.draft.fill("A ticket.")
            self.assertEqual(self.check()["verdict"], "warn")
            got = page.evaluate(
                "document.querySelector('tonelint-panel').check({override: true})")
            self.assertEqual((got["verdict"], got["overridden"]), ("pass", True))


class Looks(Browsing):
    def tearDown(self):
        page.set_viewport_size({"width": 1280, "height": 900})
        page.emulate_media(color_scheme="light")

    def test_no_barrier_light_and_dark_and_on_a_phone(self):
        PICTURES.mkdir(parents=True, exist_ok=True)
        page.evaluate(AXE.read_text("utf-8"))
        page.get_by_label("Guide").select_option("support")
        page.get_by_role("button", name="Late parcel").click()
        expect(self.cards.first).to_contain_text("The customer's name is Priya.")
        for opened in (False, True):
            for scheme in ("light", "dark"):
                for name, width in (("wide", 1280), ("phone", 390)):
                    with self.subTest(scheme=scheme, width=width, opened=opened):
                        page.set_viewport_size({"width": width, "height": 900})
                        page.emulate_media(color_scheme=scheme)
                        page.screenshot(path=PICTURES / f"{scheme}-{name}{'-open' * opened}.png",
                                        full_page=True)
                        if opened:
                            self.no_barrier()
            if not opened:
                page.get_by_text("How the score comes about").click()
                page.get_by_text("Warmth").click()
                page.get_by_role("button", name="Dismiss").first.click()

    def no_barrier(self):
        found = page.evaluate("""async () => (await axe.run(document, {runOnly: ["wcag2a", "wcag2aa",
            "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]})).violations.map((each) =>
              each.id + ": " + each.nodes.map((node) => node.target + node.failureSummary).join())""")
        self.assertEqual(found, [])
        over = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        self.assertLessEqual(over, 0, "it is wider than the screen")


if __name__ == "__main__":
    unittest.main()
