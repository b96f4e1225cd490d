"""The clients in examples/hooks, each with a service, without one, and with one that keeps silent."""

import json
import os
import pathlib
import shutil
import socket
import subprocess
import time
import unittest

from service import Service

FOLDER = pathlib.Path(__file__).resolve().parents[2] / "examples" / "hooks"
TOKEN = "0123456789abcdef"
NOT_CHECKED = "Not checked: send it as it is.\n"
CLIENTS = {"check.sh": ("curl", "jq"), "check.py": ("python3",), "check.mjs": ("node",),
           "check.php": ("php",), "check.rb": ("ruby",)}


def start(client, url, reply, *words, token=""):
    process = subprocess.Popen(
        [FOLDER / client, *words], stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        stderr=subprocess.PIPE, encoding="utf-8",
        env={**os.environ, "TONELINT_URL": url, "TONELINT_TOKEN": token, "no_proxy": "127.0.0.1"})
    process.stdin.write(json.dumps({"reply": reply, "id": client}))
    process.stdin.close()
    process.stdin = None
    return process


def end(process):
    out, errors = process.communicate(timeout=20)
    return process.returncode, out, errors


class Hooks(unittest.TestCase):
    """Each test runs all clients at once."""

    def run_all(self, url, reply, *words, **settings):
        return {client: end(process) for client, process in
                [(client, start(client, url, reply, *words, **settings)) for client in self.clients]}

    def expect(self, got, wanted):
        for client, result in got.items():
            with self.subTest(client=client):
                self.assertEqual(result, wanted)

    @classmethod
    def setUpClass(cls):
        cls.service = cls.enterClassContext(Service())
        cls.url = f"http://127.0.0.1:{cls.service.port}"
        cls.clients = [name for name, needs in CLIENTS.items() if all(map(shutil.which, needs))]

    def test_each_can_be_run(self):
        for name, needs in CLIENTS.items():
            with self.subTest(client=name):
                if name not in self.clients:
                    self.skipTest(f"{name} takes {' and '.join(needs)}")

    def test_no_client_is_forgotten(self):
        self.assertEqual({path.name for path in FOLDER.iterdir()} - {"README.md"}, set(CLIENTS))

    def test_a_good_draft_is_sent(self):
        self.expect(self.run_all(self.url, "All is well."), (0, "Ready to send.\n", ""))

    def test_a_warning_is_shown_and_can_be_overridden(self):
        reply = "Your ticket is 😀, “stupendous”."
        self.expect(self.run_all(self.url, reply), (
            1, "1 thing to look at before you send this. It is up to you.\n"
            "- We say “conversation”. Rather: Your conversation is 😀, “stupendous”.\n", ""))
        got = self.run_all(self.url, reply, "anyway")
        self.assertEqual({(status, errors) for status, _, errors in got.values()}, {(0, "")})

    def test_an_error_holds_it(self):
        self.expect(self.run_all(self.url, "Stupid.", "anyway"), (
            1, "Please change 1 thing before you send this.\n- “Stupid” hurts.\n", ""))

    def test_without_a_service_it_is_sent(self):
        with socket.socket() as place:
            place.bind(("127.0.0.1", 0))
            url = f"http://127.0.0.1:{place.getsockname()[1]}"
            self.expect(self.run_all(url, "Your ticket."), (0, "", NOT_CHECKED))

    def test_a_service_that_keeps_silent_is_given_up(self):
        with socket.create_server(("127.0.0.1", 0)) as silent:
            begin = time.monotonic()
            got = self.run_all(f"http://127.0.0.1:{silent.getsockname()[1]}", "Your ticket.")
            self.expect(got, (0, "", NOT_CHECKED))
            self.assertLess(time.monotonic() - begin, 10)

    def test_a_refusal_does_not_hold_it_and_a_token_is_sent(self):
        with Service("--tokens", "tokens", files={"tokens": f"desk:{TOKEN}\n"}) as service:
            url = f"http://127.0.0.1:{service.port}"
            self.expect(self.run_all(url, "Fine."), (0, "", NOT_CHECKED))
            self.expect(self.run_all(url, "Fine.", token=TOKEN), (0, "Ready to send.\n", ""))


if __name__ == "__main__":
    unittest.main()
