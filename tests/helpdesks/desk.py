"""What all tests of helpdesk apps share: a service, services that misbehave, pages and a browser."""

import contextlib
import functools
import http.server
import json
import os
import pathlib
import signal
import socket
import socketserver
import subprocess
import sys
import tempfile
import threading
import time
import unittest
import urllib.parse

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
NODE = ROOT / "build" / "tools" / "node"  # npm packages, from tests/conformance/tools.sh
sys.path += [str(ROOT / "tests" / "serve"), str(ROOT / "examples" / "helpdesks")]

import build  # noqa: E402  (examples/helpdesks/build.py)
from playwright.sync_api import expect, sync_playwright  # noqa: E402,F401
from running import GUIDE as HOUSE  # noqa: E402  (tests/serve)
from service import Service  # noqa: E402

BAD = "<p>Hi Priya,</p><p>Your <b>ticket</b> comes on <i>Thursday</i>.</p>"
BETTER = BAD.replace("ticket", "conversation")
GOOD = "<p>Hi Priya,</p><p>Your parcel comes on Thursday.</p>"
INSULT = "<p>That was a stupid question.</p>"
LIMIT = 3.4  # seconds in which a reply must go though the service fails, with room for a slow machine

FILLER = """\
  filler:
    message: "“{match}” says nothing."
    find: {"basically": ""}
    examples: [{bad: "It is [[basically]] here.", good: "It is here."}]
"""
GUIDE = HOUSE + FILLER


class Quiet(http.server.SimpleHTTPRequestHandler):
    def log_message(self, *_):
        pass


class Threads(socketserver.ThreadingMixIn, http.server.HTTPServer):
    daemon_threads = True

    def handle_error(self, *_):
        pass  # A browser that hangs up is no fault here.


@contextlib.contextmanager
def serving(handler):
    """The port of a server that runs meanwhile."""
    server = Threads(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield server.server_address[1]
    finally:
        server.shutdown()
        server.server_close()


def pages(folder):
    """Files of a folder over HTTP."""
    return serving(functools.partial(Quiet, directory=str(folder)))


def answering(body, status=200, wait=0.0):
    """A service that answers this to everybody, from every origin."""
    class Handler(Quiet):
        def reply(self):
            self.rfile.read(int(self.headers.get("Content-Length") or 0))
            time.sleep(wait)
            self.send_response(status)
            for name in ("Origin", "Headers", "Methods"):
                self.send_header(f"Access-Control-Allow-{name}", "*" if name == "Origin" else
                                 "authorization, content-type" if name == "Headers" else "POST")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        do_POST = do_OPTIONS = reply
    return serving(Handler)


@contextlib.contextmanager
def silent():
    """The port of a service that takes connections and says nothing."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening.getsockname()[1]


@contextlib.contextmanager
def dead():
    """A port at which nobody listens."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        port = listening.getsockname()[1]
    yield port


@contextlib.contextmanager
def php(router, **environment):
    """The port of PHP's own server, in which a script answers everything."""
    with dead() as port:
        pass
    process = subprocess.Popen(
        ["php", "-S", f"127.0.0.1:{port}", str(router)], stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL, start_new_session=True,
        env={**os.environ, "PHP_CLI_SERVER_WORKERS": "4", **environment})
    try:
        for _ in range(200):
            with contextlib.suppress(OSError), socket.create_connection(("127.0.0.1", port), timeout=1):
                break
            time.sleep(0.05)
        yield port
    finally:
        os.killpg(process.pid, signal.SIGTERM)  # its workers as well
        process.wait()


def broken_services():
    """(what is wrong, a port of such a service) for each way to fail."""
    return [("dead", dead()), ("slow", silent()), ("garbage", answering(b"<html>Bad gateway")),
            ("wrong", answering(b'{"verdict":"perhaps"}')), ("failing", answering(b"oops", 502))]


class DeskTest(unittest.TestCase):
    """A browser for the class and a context for each test; screenshots go to build/helpdesks-shots."""

    page_options = {"viewport": {"width": 960, "height": 420}}

    @classmethod
    def setUpClass(cls):
        cls.enter = contextlib.ExitStack()
        cls.addClassCleanup(cls.enter.close)
        cls.folder = pathlib.Path(cls.enter.enter_context(tempfile.TemporaryDirectory()))
        cls.playwright = cls.enter.enter_context(sync_playwright())
        cls.browser = cls.playwright.chromium.launch(
            executable_path=os.environ.get("CHROMIUM", "/usr/bin/chromium"), args=["--no-sandbox"])
        cls.enter.callback(cls.browser.close)

    def setUp(self):
        self.page = self.browser.new_page(**self.page_options)
        self.page.set_default_timeout(10000)
        self.errors = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.addCleanup(self.page.close)

    def shoot(self, name, page=None):
        folder = ROOT / "build" / "helpdesks-shots"
        folder.mkdir(parents=True, exist_ok=True)
        (page or self.page).screenshot(path=str(folder / f"{name}.png"))

    def shoot_all(self, name):
        """In light, in dark, and on a narrow screen."""
        self.page.add_style_tag(content=":root { color-scheme: light dark; font-family: sans-serif }")
        self.shoot(name)
        self.page.emulate_media(color_scheme="dark")
        self.shoot(f"{name}-dark")
        self.page.emulate_media(color_scheme="light")
        size = self.page.viewport_size
        self.page.set_viewport_size({"width": 390, "height": 700})
        self.shoot(f"{name}-narrow")
        self.page.set_viewport_size(size)

    def package(self, name, *options):
        """What build.py makes of an app."""
        output = self.folder / "packages"
        return build.main(["--output", str(output), *options, name])[0]

    def eventually(self, what, seconds=6.0):
        """What `what` gives once that is true, while the browser goes on."""
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if value := what():
                return value
            self.page.wait_for_timeout(25)
        self.fail("it never came")


def bundle_editors(folder):
    """Puts editors.js, with the editors from npm, into a folder as bundle.js."""
    subprocess.run(
        [NODE / "node_modules/.bin/esbuild", "--bundle", HERE / "editors" / "editors.js",
         "--format=iife", "--global-name=editors", "--loader:.css=empty", "--log-level=error",
         '--define:process.env.NODE_ENV="production"', "--define:global=globalThis",
         f"--outfile={folder / 'bundle.js'}"],
        check=True, env={"NODE_PATH": str(NODE / "node_modules")})


def json_of(path):
    return json.loads(path.read_text(encoding="utf-8"))


class Gated:
    """What every app shows that holds a reply back. A test of one says how its page is used: `site()` makes
    the folder to serve; the page's `write`, `writeNote`, `draft` and `sent` do what an agent does and sees.
    `bad` and `better` are as its editor has them. `open()` knows the panel, where the app says why it holds
    a reply back, and where that one was not checked."""

    bad, better, good, insult = BAD, BETTER, GOOD, INSULT
    note = INSULT
    again = "again to send it as it is."

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.site(cls)
        cls.host = cls.enter.enter_context(cls.server(cls))
        origins = [word for each in cls.ports(cls) for word in ("--origin", f"http://127.0.0.1:{each}")]
        cls.service = cls.enter.enter_context(Service(*origins, guide=GUIDE))

    def server(self):
        return pages(self.folder)

    def ports(self):
        return [self.host]

    def go(self, port, **query):
        """Goes to a new conversation, with the service at this port."""
        Gated.opened = getattr(Gated, "opened", 0) + 1
        query = urllib.parse.urlencode({
            "service": f"http://127.0.0.1:{port or self.service.port}", "id": Gated.opened, **query})
        self.page.goto(f"http://127.0.0.1:{self.host}/{self.address}?{query}")
        self.page.wait_for_function("window.ready")

    def write(self, draft):
        self.page.evaluate("draft => window.write(draft)", draft)

    def press(self):
        self.page.click("#send")

    def sent(self):
        return self.page.evaluate("window.sent")

    def draft(self):
        return self.page.evaluate("window.draft()")

    def requests(self):
        return len(self.service.events("request"))

    def hold_back(self, draft=None):
        """Writes a draft, presses Send, and sees that it was not sent."""
        self.write(draft or self.bad)
        self.press()
        expect(self.said).to_contain_text(self.again)
        expect(self.panel).to_contain_text("We say “conversation”.")
        self.assertEqual((self.sent(), self.draft()), ([], draft or self.bad))

    def take(self):
        self.panel.get_by_role("button", name="conversation").click()

    def test_a_bad_reply_is_held_back_and_the_rewrite_changes_only_those_words(self):
        self.open()
        self.hold_back()
        self.shoot_all(f"{type(self).__name__.lower()}-held")
        self.take()
        self.eventually(lambda: self.draft() == self.better)
        expect(self.panel).to_contain_text("Ready to send.")
        self.press()
        self.eventually(lambda: self.sent() == [self.better])

    def test_a_rewrite_can_be_taken_back(self):
        self.open()
        self.hold_back()
        self.take()
        self.eventually(lambda: self.draft() == self.better)
        self.panel.get_by_role("button", name="Undo").click()
        self.eventually(lambda: self.draft() == self.bad)
        expect(self.panel).to_contain_text("We say “conversation”.")

    def test_a_good_reply_goes_at_once(self):
        self.open()
        self.write(self.good)
        begin = time.monotonic()
        self.press()
        self.eventually(lambda: self.sent() == [self.good])
        self.assertLess(time.monotonic() - begin, 1.5)

    def test_notes_and_empty_replies_are_never_shown_to_the_service(self):
        self.open()
        before = self.requests()
        self.page.evaluate("draft => window.writeNote(draft)", self.note)
        self.press()
        self.eventually(lambda: self.sent() == [self.note])
        self.open()
        self.write("")
        self.press()
        self.eventually(lambda: len(self.sent()) == 1)
        self.assertEqual(self.requests(), before)

    def test_the_second_press_sends_anyway(self):
        self.open()
        self.hold_back()
        self.page.wait_for_timeout(1100)
        self.press()
        self.eventually(lambda: self.sent() == [self.bad])

    def test_a_second_press_after_a_change_is_a_first(self):
        self.open()
        self.hold_back()
        self.page.wait_for_timeout(1100)
        self.hold_back(self.bad.replace("Thursday", "Friday"))

    def test_what_the_agent_dismisses_no_longer_holds_back(self):
        self.open()
        self.hold_back()
        self.panel.get_by_role("button", name="Dismiss").click()
        self.panel.get_by_role("button", name="It is right here").click()
        self.page.wait_for_timeout(1100)
        self.press()
        self.eventually(lambda: self.sent() == [self.bad])

    def test_an_error_stays_held_back(self):
        self.open()
        self.write(self.insult)
        for _ in range(2):
            self.press()
            expect(self.said).to_contain_text("Please change")
            self.page.wait_for_timeout(1100)
        self.assertEqual(self.sent(), [])

    def test_a_double_click_sends_once_or_not_at_all(self):
        for draft, sent in ((self.good, [self.good]), (self.bad, [])):
            self.open()
            self.write(draft)
            self.page.dblclick("#send")
            self.page.wait_for_timeout(400)
            self.assertEqual(self.sent(), sent)
        self.page.evaluate("document.getElementById('send').click()")
        self.page.wait_for_timeout(300)
        self.assertEqual(self.sent(), [])

    def test_a_broken_service_lets_the_reply_go_and_says_so(self):
        for what, service in broken_services():
            with self.subTest(what), service as port:
                self.open(port)
                self.write(self.bad)
                begin = time.monotonic()
                self.press()
                self.eventually(lambda: self.sent() == [self.bad])
                self.assertLess(time.monotonic() - begin, LIMIT)
                expect(self.unchecked).to_contain_text("This reply was not checked: ")
                expect(self.unchecked.get_by_text("This reply was not checked: ").last).to_be_visible()


class InSidebar(Gated):
    """The apps that show the panel in a frame, and say in the helpdesk's own words why a reply is held back."""

    def setUp(self):
        super().setUp()
        self.said = self.page.locator("#notice")
        self.unchecked = self.page.locator("main")

    def submit(self):
        self.press()
        expect(self.page.locator("#send")).to_be_enabled(timeout=6000)

    def test_a_ticket_that_cannot_be_read_goes(self):
        self.open()
        self.write(self.bad)
        self.page.evaluate("window.deaf = true")
        begin = time.monotonic()
        self.press()
        self.eventually(lambda: self.sent() == [self.bad])
        self.assertLess(time.monotonic() - begin, LIMIT)

    def test_what_holds_back_is_a_setting(self):
        for hold, draft in (("error", self.bad), ("never", self.insult)):
            self.open(hold=hold)
            self.write(draft)
            self.submit()
            self.assertEqual(self.sent(), [draft])


class OverPage(Gated):
    """The apps that show the panel over the helpdesk's page; `marks` are the words that are underlined."""

    marks = ["ticket"]

    def open(self, port=None):
        self.go(port)
        self.panel = self.unchecked = self.page.locator("tonelint-drawer")
        self.said = self.panel.get_by_role("alert")

    def test_the_words_are_underlined(self):
        self.open()
        self.hold_back()
        self.eventually(lambda: self.marks == self.page.evaluate("""() => [
          ...[...(CSS.highlights.get("tonelint-warning") ?? [])].map(String),
          ...[...document.querySelectorAll("tonelint-underlines")].map(() => "in a text area")]"""))

    def test_the_panels_own_button_sends_anyway(self):
        self.open()
        self.hold_back()
        self.panel.get_by_role("button", name="Send anyway").click()
        self.eventually(lambda: self.sent() == [self.bad])
        self.page.wait_for_timeout(300)
        self.assertEqual(self.sent(), [self.bad])

    def test_without_its_panel_the_reply_goes(self):
        self.page.add_init_script("HTMLElement.prototype.attachShadow = () => { throw new Error('none'); };")
        self.open()
        self.write(self.bad)
        self.press()
        self.eventually(lambda: self.sent() == [self.bad])
