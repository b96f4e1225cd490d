"""Who may ask: tokens, origins, names, rates, TLS, and what the service refuses to start with."""

import http.client
import json
import os
import shutil
import socket
import ssl
import subprocess
import sys
import tempfile
import unittest

from running import PROGRAM, SECRET
from service import Service

TOKEN = "0123456789abcdef" + SECRET
KEYS = {"TONELINT_TOKENS": f"helpdesk:{TOKEN} other:fedcba9876543210"}
ORIGIN = "https://acme.example"


def bearer(token):
    return {"Authorization": "Bearer " + token}


def refused(*options, **environment):
    """What is said when it does not start."""
    with tempfile.TemporaryDirectory() as folder:
        port = [] if "--port" in options else ["--port", "0"]
        done = subprocess.run([PROGRAM, "serve", *port, *options], cwd=folder, timeout=60,
                              capture_output=True, env={**os.environ, **environment}, check=False)
    if done.returncode != 2:
        raise AssertionError(f"it ended with {done.returncode}")
    return done.stderr.decode()


class Tokens(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.service = cls.enterClassContext(Service(environment=KEYS))

    def test_a_token_is_needed(self):
        for headers in ({}, bearer("wrong"), bearer(TOKEN[:-1]), bearer(TOKEN + "x"),
                        {"Authorization": "Basic " + TOKEN}, bearer("")):
            answer = self.service.check("x", headers=headers)
            self.assertEqual(answer.status, 401, headers)
            self.assertTrue(answer.headers["WWW-Authenticate"].startswith("Bearer"))
        self.assertEqual(self.service.ask("GET", "/metrics").status, 401)
        self.assertEqual(self.service.ask("GET", "/v1/rules").status, 401)

    def test_a_token_lets_in(self):
        self.assertEqual(self.service.check("x", headers=bearer(TOKEN)).status, 200)
        self.assertEqual(self.service.check("x", headers=bearer("fedcba9876543210")).status, 200)

    def test_the_log_names_the_key_and_not_the_token(self):
        self.service.check("x", headers=bearer(TOKEN))
        self.service.wait_for(lambda: any(
            line.get("key") == "helpdesk" for line in self.service.events("request")))
        self.assertNotIn(SECRET, self.service.log())

    def test_health_and_page_are_open(self):
        for path in ("/healthz", "/readyz", "/", "/openapi.json"):
            self.assertEqual(self.service.ask("GET", path).status, 200)

    def test_an_override_is_of_its_key(self):
        self.service.check("A ticket.", path="/v1/check?override=1", headers=bearer(TOKEN))
        mine = self.service.check("A ticket.", headers=bearer(TOKEN)).json()
        other = self.service.check("A ticket.", headers=bearer("fedcba9876543210")).json()
        self.assertEqual((mine["verdict"], other["verdict"]), ("pass", "warn"))


class Origins(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.service = cls.enterClassContext(Service("--origin", ORIGIN))

    def test_a_named_origin_may_ask(self):
        answer = self.service.check("x", headers={"Origin": ORIGIN})
        self.assertEqual(answer.status, 200)
        self.assertEqual(answer.headers["Access-Control-Allow-Origin"], ORIGIN)
        self.assertEqual(answer.headers["Vary"], "Origin")

    def test_its_own_page_may_ask(self):
        own = f"http://127.0.0.1:{self.service.port}"
        self.assertEqual(self.service.check("x", headers={"Origin": own}).status, 200)

    def test_others_may_not(self):
        for origin in ("https://evil.example", "null", ORIGIN + ".evil.example", "http://127.0.0.1"):
            answer = self.service.check("x", headers={"Origin": origin})
            self.assertEqual(answer.status, 403, origin)
            self.assertIsNone(answer.headers["Access-Control-Allow-Origin"])

    def test_preflight_with_private_network(self):
        asks = {"Origin": ORIGIN, "Access-Control-Request-Method": "POST",
                "Access-Control-Request-Private-Network": "true"}
        answer = self.service.ask("OPTIONS", "/v1/check", headers=asks)
        self.assertEqual(answer.status, 204)
        self.assertEqual(answer.headers["Access-Control-Allow-Origin"], ORIGIN)
        self.assertEqual(answer.headers["Access-Control-Allow-Private-Network"], "true")
        self.assertIn("POST", answer.headers["Access-Control-Allow-Methods"])
        self.assertIn("Authorization", answer.headers["Access-Control-Allow-Headers"])
        asks["Origin"] = "https://evil.example"
        answer = self.service.ask("OPTIONS", "/v1/check", headers=asks)
        self.assertEqual(answer.status, 403)
        self.assertIsNone(answer.headers["Access-Control-Allow-Private-Network"])

    def test_a_strange_name_is_not_served(self):
        self.assertEqual(self.service.check("x", headers={"Host": "evil.example"}).status, 421)
        self.assertEqual(self.service.check("x", headers={"Host": "localhost:1"}).status, 200)


class Rates(unittest.TestCase):
    def test_haste_is_refused(self):
        with Service("--rate", "3") as service:
            answers = [service.check("x") for _ in range(12)]
            statuses = [answer.status for answer in answers]
            self.assertEqual(statuses[:3], [200, 200, 200])
            self.assertIn(429, statuses)
            late = next(answer for answer in answers if answer.status == 429)
            self.assertEqual(late.headers["Retry-After"], "1")
            self.assertEqual(service.ask("GET", "/healthz").status, 200)
            service.wait_for(lambda: service.check("x").status == 200)


class Start(unittest.TestCase):
    def test_other_machines_need_a_token(self):
        self.assertIn("--tokens", refused("--address", "0.0.0.0"))
        with Service("--address", "0.0.0.0", environment=KEYS) as service:
            self.assertEqual(service.check("x").status, 401)

    def test_a_short_token(self):
        said = refused(TONELINT_TOKENS="helpdesk:" + SECRET)
        self.assertIn("shorter than 16", said)
        self.assertNotIn(SECRET, said)

    def test_tokens_that_cannot_be_read(self):
        self.assertIn("no-such-file", refused("--tokens", "no-such-file"))

    def test_a_guide_that_cannot_be_read(self):
        self.assertIn("no-such.yaml can't be read", refused("--guide", "no-such.yaml"))

    def test_a_port_that_is_taken(self):
        with socket.socket() as taken:
            taken.bind(("127.0.0.1", 0))
            taken.listen()
            said = refused("--port", str(taken.getsockname()[1]))
        self.assertIn("choose one with --port", said.replace("\n", " "))

    def test_a_certificate_without_a_key(self):
        self.assertIn("--key", refused("--certificate", __file__))

    def test_a_certificate_that_cannot_be_read(self):
        for option, other in (("--certificate", "--key"), ("--key", "--certificate")):
            self.assertIn("can't read .: it is a folder", refused(option, ".", other, __file__))
            self.assertIn("no such file", refused(option, "no-such.pem", other, __file__))

    def test_a_socket_that_is_passed(self):
        # As systemd does it: descriptor 3, and the number of the process in the environment.
        with socket.socket() as passed:
            passed.bind(("127.0.0.1", 0))
            passed.listen()
            port = passed.getsockname()[1]
            run = ("import os, sys; os.dup2(int(sys.argv[1]), 3); "
                   "os.environ.update(LISTEN_PID=str(os.getpid()), LISTEN_FDS='1'); "
                   "os.execv(sys.argv[2], sys.argv[2:])")
            process = subprocess.Popen(
                [sys.executable, "-c", run, str(passed.fileno()), PROGRAM, "serve", "--guide",
                 "support"], pass_fds=[passed.fileno()], stdout=subprocess.PIPE,
                stderr=subprocess.DEVNULL)
            try:
                connection = http.client.HTTPConnection("127.0.0.1", port, timeout=60)
                connection.request("GET", "/healthz")
                self.assertEqual(connection.getresponse().status, 200)
                connection.close()
            finally:
                process.terminate()
                self.assertEqual(process.wait(timeout=30), 0)
                process.stdout.close()


@unittest.skipUnless(shutil.which("openssl"), "openssl makes the certificate")
class Tls(unittest.TestCase):
    def test_a_draft_over_tls(self):
        with tempfile.TemporaryDirectory() as folder:
            key, certificate = folder + "/key.pem", folder + "/certificate.pem"
            subprocess.run(["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt",
                            "ec_paramgen_curve:P-256", "-nodes", "-keyout", key, "-out", certificate,
                            "-subj", "/CN=localhost", "-addext", "subjectAltName=IP:127.0.0.1"],
                           check=True, capture_output=True)
            with Service("--certificate", certificate, "--key", key) as service:
                context = ssl.create_default_context(cafile=certificate)
                connection = http.client.HTTPSConnection("127.0.0.1", service.port, timeout=30,
                                                         context=context)
                answer = service.ask("POST", "/v1/check", json.dumps({"reply": "A ticket."}),
                                     {"Origin": f"https://127.0.0.1:{service.port}"},
                                     connection=connection)
                self.assertEqual(answer.json()["verdict"], "warn")
                self.assertIn(connection.sock.version(), ("TLSv1.2", "TLSv1.3"))
                connection.close()
            self.assertIn("certificate", refused("--certificate", key, "--key", certificate))


if __name__ == "__main__":
    unittest.main()
