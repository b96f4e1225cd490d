"""What each endpoint answers."""

import json
import pathlib
import re
import unittest

from running import SECRET
from service import Service


class Api(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.service = cls.enterClassContext(Service(guides=("acme=acme.yaml", "other=other.yaml")))

    def test_a_clean_draft_passes(self):
        answer = self.service.check("All is well.", id="42")
        self.assertEqual(answer.status, 200)
        got = answer.json()
        self.assertEqual((got["verdict"], got["message"]), ("pass", "Ready to send."))
        self.assertEqual((got["id"], got["guide"]["name"], got["diagnostics"]), ("42", "acme", []))

    def test_a_suggestion_passes_with_an_idea(self):
        got = self.service.check("Perhaps it works.").json()
        self.assertEqual((got["verdict"], got["message"]),
                         ("pass", "Ready to send, with 1 idea."))

    def test_a_warning_warns_and_says_where(self):
        got = self.service.check("Dear 😀, your ticket is here.").json()
        self.assertEqual(got["verdict"], "warn")
        found = got["diagnostics"][0]
        self.assertEqual((found["rule"], found["match"]), ("house", "ticket"))
        self.assertEqual(found["span"], {"bytes": [16, 22], "code_points": [13, 19],
                                         "utf16": [14, 20]})

    def test_the_safe_rewrites_are_applied(self):
        got = self.service.check("Your ticket is here, stupid.").json()
        self.assertEqual((got["fixed"], got["fixes"]),
                         ("Your conversation is here, stupid.", 1))

    def test_an_error_blocks(self):
        got = self.service.check("Stupid.").json()
        self.assertEqual((got["verdict"], got["message"]),
                         ("block", "Please change 1 thing before you send this."))

    def test_the_times_are_told(self):
        times = self.service.check("Your ticket.").json()["microseconds"]
        self.assertGreaterEqual(times["total"], times["read"] + times["lint"] + times["fix"])

    def test_another_guide_by_name(self):
        got = self.service.check("A ticket.", path="/v1/check?guide=other").json()
        self.assertEqual((got["guide"]["name"], got["diagnostics"][0]["rule"]), ("other", "other-house"))
        answer = self.service.check("A ticket.", path="/v1/check?guide=nobody")
        self.assertEqual(answer.status, 404)
        self.assertIn("acme, other", answer.json()["detail"])

    def test_bare_drafts(self):
        for kind, draft, line in (("text/plain; charset=utf-8", b"a\nticket", 2),
                                  ("text/html", b"<p>a&nbsp;ticket</p>", 1)):
            answer = self.service.ask("POST", "/v1/check", draft, {"Content-Type": kind})
            self.assertEqual(answer.json()["diagnostics"][0]["begin"]["line"], line, kind)
        answer = self.service.ask("POST", "/v1/check", b"x", {"Content-Type": "image/png"})
        self.assertEqual(answer.status, 415)
        answer = self.service.ask("POST", "/v1/check", b"x", {"Content-Encoding": "gzip"})
        self.assertEqual(answer.status, 415)

    def test_fix(self):
        got = self.service.check("Your ticket, stupid.", path="/v1/fix").json()
        self.assertEqual((got["fixed"], got["changed"], got["fixes"]),
                         ("Your conversation, stupid.", True, 1))
        self.assertEqual([found["rule"] for found in got["diagnostics"]], ["insult"])
        self.assertFalse(self.service.check("Fine.", path="/v1/fix").json()["changed"])

    def test_rules(self):
        got = self.service.ask("GET", "/v1/rules").json()
        self.assertEqual([rule["id"] for rule in got["rules"]], ["house", "insult", "perhaps"])
        rule = self.service.ask("GET", "/v1/rules/house").json()
        self.assertEqual(rule["phrases"], [{"phrase": "ticket[s]", "rewrite": "conversation{s}"}])
        self.assertEqual(self.service.ask("GET", "/v1/rules/house?guide=other").status, 404)

    def test_examples_of_a_rule_come_with_their_context(self):
        guide = ("rules:\n  late:\n    message: m\n    find: [late]\n    examples:\n"
                 "      - {bad: '[[late]]', customer: {name: Ana, message: 'Where?'}, agent: Marta,\n"
                 "         channel: chat, turn: 2, tags: [vip], thread: ['Hello?'], template: no,\n"
                 "         attachments: 1, helpdesk: zendesk, syntax: html}\n"
                 "      - {good: soon, customer: {message: 'Where?'}}\n      - {good: now}\n")
        with Service(guides=("late.yaml",), files={"late.yaml": guide}) as service:
            rule = service.ask("GET", "/v1/rules/late").json()
        self.assertEqual([example["context"] for example in rule["examples"]], [
            {"channel": "chat", "customer": {"name": "Ana", "message": "Where?"},
             "agent": {"name": "Marta"}, "turn": 2, "template": False, "attachments": 1,
             "helpdesk": "zendesk", "syntax": "html", "tags": ["vip"],
             "thread": [{"from": "customer", "text": "Hello?"}]},
            {"channel": "email", "customer": {"message": "Where?"}},
            {"channel": "email"},
        ])

    def test_health_readiness_and_description(self):
        self.assertEqual(self.service.ask("GET", "/healthz").json(), {"status": "ok"})
        ready = self.service.ask("GET", "/readyz").json()
        self.assertEqual(ready["guides"][1], {"name": "other", "current": True})
        self.assertEqual(self.service.ask("GET", "/openapi.json").json()["openapi"], "3.1.0")

    def test_the_example_is_as_its_readme_says(self):
        folder = pathlib.Path(__file__).resolve().parents[2] / "examples" / "serve"
        with Service(guides=("support",)) as service:
            got = service.ask("POST", "/v1/check", (folder / "draft.json").read_bytes())
        said = re.search(r"```json\n(.*?), …\n```", (folder / "README.md").read_text("utf-8"))[1]
        self.assertTrue(got.body.decode().startswith(said), got.body[:200])

    def test_the_page_is_strict(self):
        for path, kind in (("/", "text/html"), ("/panel.js", "text/javascript"),
                           ("/page.js", "text/javascript"),
                           ("/page.css", "text/css")):
            answer = self.service.ask("GET", path)
            self.assertEqual(answer.status, 200)
            self.assertTrue(answer.headers["Content-Type"].startswith(kind))
            self.assertIn("default-src 'none'", answer.headers["Content-Security-Policy"])
            self.assertEqual(answer.headers["X-Content-Type-Options"], "nosniff")
        page = self.service.ask("GET", "/").body
        self.assertNotIn(b"style=", page)
        self.assertNotIn(b"onclick", page)

    def test_paths_and_methods_that_are_none(self):
        self.assertEqual(self.service.ask("GET", "/nothing").status, 404)
        answer = self.service.ask("GET", "/v1/check")
        self.assertEqual((answer.status, answer.headers["Allow"]), (405, "POST, OPTIONS"))
        head = self.service.ask("HEAD", "/healthz")
        self.assertEqual((head.status, head.body), (200, b""))

    def test_problems_have_the_shape_of_rfc_9457(self):
        answer = self.service.ask("POST", "/v1/check", '{"replly":"x","customer":[]}')
        self.assertEqual(answer.status, 422)
        self.assertEqual(answer.headers["Content-Type"], "application/problem+json")
        got = answer.json()
        self.assertEqual((got["type"], got["status"]), ("urn:tonelint:problem:wrong-context", 422))
        self.assertIn("Did you mean “reply”?", got["detail"])
        self.assertEqual([(p["line"], p["column"]) for p in got["problems"]], [(1, 2), (1, 26)])

    def test_metrics(self):
        with Service() as service:
            service.check("Your ticket is " + SECRET)
            service.check("Fine.")
            service.ask("GET", "/" + SECRET)
            text = service.ask("GET", "/metrics").body.decode()
        self.assertIn('tonelint_verdicts_total{verdict="warn"} 1\n', text)
        self.assertIn('tonelint_findings_total{rule="house"} 1\n', text)
        self.assertIn('tonelint_requests_total{route="/v1/check",status="200"} 2\n', text)
        self.assertIn('tonelint_check_seconds_bucket{le="+Inf"} 2\n', text)
        self.assertIn("tonelint_check_seconds_count 2\n", text)
        self.assertNotIn(SECRET, text)

    def test_an_override_is_remembered(self):
        with Service() as service:
            first = service.check("Your ticket.", id="1").json()
            self.assertEqual((first["verdict"], first["overridden"]), ("warn", False))
            sent = service.check("Your ticket.", path="/v1/check?override=1", id="1").json()
            self.assertEqual((sent["verdict"], sent["overridden"]), ("pass", True))
            again = service.check("Your ticket.", id="1").json()
            self.assertEqual((again["verdict"], again["overridden"]), ("pass", True))
            self.assertEqual(len(again["diagnostics"]), 1)
            self.assertEqual(service.check("Your ticket!", id="1").json()["verdict"], "warn")
            self.assertEqual(service.check("Your ticket.", id="2").json()["verdict"], "warn")

    def test_an_error_is_not_overridden(self):
        got = self.service.check("Stupid.", headers={"Tonelint-Override": "1"}).json()
        self.assertEqual((got["verdict"], got["overridden"]), ("block", False))

    def test_the_log_holds_no_draft(self):
        with Service() as service:
            service.check("A ticket. " + SECRET)
            service.ask("POST", "/v1/check", '{"reply":"' + SECRET)
            service.ask("POST", "/v1/check?" + SECRET, json.dumps({SECRET: 1}),
                        {"Authorization": "Bearer " + SECRET})
            service.ask("GET", "/v1/rules/" + SECRET)
            service.wait_for(lambda: len(service.events("request")) == 4)
            first = service.events("request")[0]
            self.assertEqual((first["route"], first["status"], first["verdict"]),
                             ("/v1/check", 200, "warn"))
            self.assertNotIn(SECRET, service.log())

    def test_an_error_does_not_quote_the_draft(self):
        answer = self.service.ask("POST", "/v1/check", '{"reply":"' + SECRET + "\x01\"}")
        self.assertEqual(answer.status, 400)
        self.assertNotIn(SECRET, answer.body.decode())


if __name__ == "__main__":
    unittest.main()
