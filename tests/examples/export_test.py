"""The export scripts against a stub that answers as the helpdesks do, and as they fail."""

import http.server
import json
import os
import pathlib
import subprocess
import sys
import tempfile
import threading
import unittest
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT / "examples" / "export"))

import fetch  # noqa: E402
import helpdesks  # noqa: E402

PROGRAM = os.environ.get("TONELINT_PROGRAM", "tonelint")
TEXT = "<p>Hi,</p><p>Unfortunately we can't do that.</p>"
SETTINGS = {"site": "acme", "email": "m@example.com", "token": "T0P", "key": "T0P", "id": "i",
            "secret": "s", "mailbox": "7", "account": "3"}


def cut(items, path, size=2):
    """The items of a page, and the number of the next one or nothing."""
    at = int(path.get("at", ["0"])[0])
    return items[at:at + size], at + size if at + size < len(items) else None


class Stub(http.server.BaseHTTPRequestHandler):
    """Five replies each. What `trouble` lists goes wrong first, one thing for each request."""
    trouble = []
    asked = []

    def log_message(self, *_):
        pass

    def do_POST(self):
        form = self.rfile.read(int(self.headers["Content-Length"])).decode()
        ok = "client_credentials" in form and "client_secret=s" in form
        self.answer({"access_token": "T0P"} if ok else {}, 200 if ok else 401)

    def do_GET(self):
        Stub.asked.append(self.path)
        if Stub.trouble:
            what = Stub.trouble.pop(0)
            if what == "cut":
                self.wfile.write(b"HTTP/1.1 200 OK\r\nContent-Length: 999\r\n\r\n{\"mac")
                self.close_connection = True
                return
            headers = {"Retry-After": "7"} if what == 429 else {}
            return self.answer({"error": "no"}, what, headers)
        url = urllib.parse.urlsplit(self.path)
        keys = dict(urllib.parse.parse_qs(url.query))
        if "T0P" not in str(self.headers) and "TDBQ" not in str(self.headers):
            # basic credentials come encoded
            import base64
            word = self.headers.get("Authorization", "").split()[-1:]
            if not word or b"T0P" not in base64.b64decode(word[0] + "=="):
                return self.answer({}, 401)
        return self.answer(self.page(url.path, keys))

    def page(self, path, keys):
        numbers = list(range(1, 6))
        host = f"http://{self.headers['Host']}"
        if path == "/api/v2/macros.json":
            shown, following = cut(numbers, keys)
            return {"macros": [{"id": n, "title": f"M{n}", "active": True, "actions": [
                {"field": "comment_value_html", "value": TEXT}]} for n in shown],
                "next_page": f"{host}{path}?at={following}" if following else None}
        if path == "/api/v2/canned_response_folders":
            return [{"id": 1, "name": "A"}, {"id": 2, "name": "B"}]
        if path.endswith("/responses"):
            return [{"id": n, "title": f"M{n}"} for n in ([1, 2] if "/1/" in path else [3, 4, 5])]
        if path.startswith("/api/v2/canned_responses/"):
            n = int(path.rsplit("/", 1)[1])
            return {"id": n, "title": f"M{n}", "folder_id": 1, "content": "x", "content_html": TEXT,
                    "attachments": [], "created_at": "", "updated_at": ""}
        if path == "/v2/mailboxes/7/saved-replies":
            return [{"id": n, "name": f"M{n}", "preview": "Hi"} for n in numbers]
        if path.startswith("/v2/mailboxes/7/saved-replies/"):
            return {"id": int(path.rsplit("/", 1)[1]), "name": "M", "text": TEXT, "chatText": ""}
        if path == "/macros":
            shown, following = cut(numbers, {"at": keys.get("starting_after", ["0"])})
            return {"type": "list", "data": [
                {"type": "macro", "id": str(n), "name": f"M{n}", "body": TEXT, "body_text": "x",
                 "visible_to": "everyone", "available_on": ["inbox"]} for n in shown],
                "pages": {"next": {"starting_after": following} if following else None}}
        if path == "/message_templates":
            shown, following = cut(numbers, keys)
            return {"_results": [{"id": f"rsp_{n}", "name": f"M{n}", "subject": None, "body": TEXT,
                                  "attachments": [], "is_available_for_all_inboxes": True}
                                 for n in shown],
                    "_pagination": {"next": f"{host}{path}?at={following}" if following else None}}
        if path == "/api/macros":
            shown, following = cut(numbers, {"at": keys.get("cursor", ["0"])})
            return {"data": [{"id": n, "name": f"M{n}", "language": "en", "intent": None, "usage": n,
                "actions": [
                {"name": "setResponseText", "title": "", "type": "user",
                 "arguments": {"body_html": TEXT, "body_text": "x"}}]} for n in shown],
                "meta": {"next_cursor": following}, "object": "list"}
        if path == "/api/v1/text_modules":
            every = [{"id": n, "name": f"M{n}", "keywords": "k", "content": TEXT, "active": True}
                     for n in range(1, 102)]
            number, size = int(keys["page"][0]), int(keys["per_page"][0])
            return every[(number - 1) * size:number * size]
        if path == "/api/v1/accounts/3/canned_responses":
            return [{"id": n, "account_id": 3, "short_code": f"m{n}",
                     "content": "Hi,\n\nUnfortunately we can't do that."} for n in numbers]
        raise AssertionError(path)

    def answer(self, value, status=200, headers=None):
        body = json.dumps(value).encode()
        self.send_response(status)
        for name, each in {**(headers or {}), "Content-Length": str(len(body))}.items():
            self.send_header(name, each)
        self.end_headers()
        self.wfile.write(body)


class Export(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Stub)
        threading.Thread(target=cls.server.serve_forever, daemon=True).start()
        cls.url = f"http://127.0.0.1:{cls.server.server_port}"

    @classmethod
    def tearDownClass(cls):
        cls.server.shutdown()

    def setUp(self):
        Stub.trouble, Stub.asked = [], []
        self.waits = []

    def fetched(self, name):
        settings = {**SETTINGS, "url": self.url}
        api = helpdesks.open_api(name, settings, sleep=self.waits.append)
        return helpdesks.HELPDESKS[name].replies(api, settings)

    def checked(self, replies):
        """How many saved replies tonelint sees in what is written, and the format it takes it for."""
        with tempfile.TemporaryDirectory() as folder:
            path = pathlib.Path(folder) / "replies.json"
            path.write_text(json.dumps(replies), encoding="utf-8")
            done = subprocess.run([PROGRAM, "check", str(path), "--format", "json"], check=False,
                                  capture_output=True, text=True)
        report = json.loads(done.stdout)
        return report["summary"]["replies"]

    def test_every_page_of_every_helpdesk_is_fetched_and_can_be_checked(self):
        for name in helpdesks.HELPDESKS:
            with self.subTest(name):
                wanted = 101 if name == "zammad" else 5
                self.assertEqual(self.checked(self.fetched(name)), wanted)
        self.assertEqual(self.waits, [])

    def test_waits_as_long_as_it_is_told(self):
        Stub.trouble = [429, 429]
        self.assertEqual(len(self.fetched("zendesk")["macros"]), 5)
        self.assertEqual(self.waits, [7.0, 7.0])

    def test_tries_again_after_failures_and_cut_connections(self):
        Stub.trouble = [500, "cut", 503]
        self.assertEqual(len(self.fetched("intercom")["data"]), 5)
        self.assertEqual(self.waits, [1.0, 2.0, 4.0])

    def test_gives_up_in_the_end(self):
        Stub.trouble = [500] * 20
        with self.assertRaisesRegex(fetch.Failed, "no answer in 6 tries; the last: 500"):
            self.fetched("front")
        self.assertEqual(len(Stub.asked), 6)

    def test_what_is_refused_is_not_asked_again(self):
        Stub.trouble = [403]
        with self.assertRaisesRegex(fetch.Failed, "answers 403"):
            self.fetched("gorgias")
        self.assertEqual((len(Stub.asked), self.waits), (1, []))

    def test_a_token_goes_to_no_other_host(self):
        api = fetch.Api(self.url, fetch.bearer("T0P"))
        with self.assertRaisesRegex(fetch.Failed, "another host"):
            api.get("http://evil.example/next")

    def run_script(self, *words, **settings):
        environment = {key: value for key, value in os.environ.items() if "ZENDESK" not in key}
        with tempfile.TemporaryDirectory() as folder:
            done = subprocess.run(
                [sys.executable, str(ROOT / "examples" / "export" / "export.py"), *words], cwd=folder,
                env={**environment, **settings}, capture_output=True, text=True, check=False)
            return done, sorted(os.listdir(folder))

    def test_the_script_writes_the_file(self):
        done, files = self.run_script("zendesk", "m.json", ZENDESK_URL=self.url, ZENDESK_SITE="a",
                                      ZENDESK_EMAIL="m@example.com", ZENDESK_TOKEN="T0P")
        self.assertEqual((done.returncode, done.stdout), (0, "5 saved replies in m.json\n"))
        self.assertEqual(files, ["m.json"])

    def test_the_script_names_what_is_missing_and_leaves_nothing(self):
        done, files = self.run_script("zendesk", "m.json", ZENDESK_SITE="a")
        self.assertEqual((done.returncode, files), (2, []))
        self.assertIn("Please set ZENDESK_EMAIL and ZENDESK_TOKEN.", done.stderr)


if __name__ == "__main__":
    unittest.main()
