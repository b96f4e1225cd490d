"""What all tests of helpdesk apps share: a service, services that misbehave, pages and a browser."""

import contextlib
import functools
import http.server
import json
import os
import pathlib
import socket
import socketserver
import sys
import tempfile
import threading
import time
import unittest

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
NODE = ROOT / "build" / "tools" / "node"  # npm packages, from tests/conformance/tools.sh
sys.path += [str(ROOT / "tests" / "serve"), str(ROOT / "examples" / "helpdesks")]

import build  # noqa: E402  (examples/helpdesks/build.py)
from playwright.sync_api import expect, sync_playwright  # noqa: E402,F401
from service import Service  # noqa: E402

BAD = "<p>Hi Priya,</p><p>Your <b>ticket</b> comes on <i>Thursday</i>.</p>"
BETTER = BAD.replace("ticket", "conversation")
GOOD = "<p>Hi Priya,</p><p>Your parcel comes on Thursday.</p>"
INSULT = "<p>That was a stupid question.</p>"
LIMIT = 3.4  # seconds in which a reply must go though the service fails, with room for a slow machine

GUIDE = """\
rules:
  house:
    message: "We say “conversation”."
    find: {"ticket[s]": "conversation{s}"}
    safe: true
    examples: [{bad: "A [[ticket]].", good: "A conversation."}]
  insult:
    message: "“{match}” hurts."
    level: error
    find: [stupid]
    examples: [{bad: "[[stupid]]"}, {good: "clever"}]
"""


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


def broken_services():
    """(what is wrong, a port of such a service) for each way to fail."""
    return [("dead", dead()), ("slow", silent()), ("garbage", answering(b"<html>Bad gateway")),
            ("wrong", answering(b'{"verdict":"perhaps"}')), ("failing", answering(b"oops", 502))]


class DeskTest(unittest.TestCase):
    """A browser for the class and a context for each test; screenshots go to build/helpdesks-shots."""

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
        self.page = self.browser.new_page()
        self.page.set_default_timeout(10000)
        self.errors = []
        self.page.on("pageerror", lambda error: self.errors.append(str(error)))
        self.addCleanup(self.page.close)

    def shoot(self, name, page=None):
        folder = ROOT / "build" / "helpdesks-shots"
        folder.mkdir(parents=True, exist_ok=True)
        (page or self.page).screenshot(path=str(folder / f"{name}.png"))

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


def json_of(path):
    return json.loads(path.read_text(encoding="utf-8"))
