"""The description of the HTTP service against OpenAPI 3.1, and real answers against it."""

import copy
import json
import sys
import unittest

from world import NOT_THERE, ROOT

import jsonschema

try:
    from openapi_spec_validator import OpenAPIV31SpecValidator
except ImportError:
    sys.exit(NOT_THERE)

sys.path.insert(0, str(ROOT / "tests" / "serve"))
from service import Service  # noqa: E402

DRAFT = {"reply": "Your ticket is stupid, perhaps.", "id": "1", "syntax": "text", "turn": 2,
         "template": False, "attachments": 1, "channel": "email", "brand": "Acme", "tags": ["outage"],
         "customer": {"name": "Priya", "message": "I'm furious!", "language": "en"},
         "agent": {"name": "Marta"}, "thread": [{"from": "customer", "text": "Hello"}]}
JSON = {"Content-Type": "application/json"}

SECRET = "gorgias-0123456789"
HOOK = json.dumps({"message": {"id": 1, "from_agent": True, "body_text": "A ticket."}})
SIGNED = {**JSON, "Tonelint-Secret": SECRET}

# method, path as described, path as asked, body, headers, the status it should have
REQUESTS = [
    ("POST", "/v1/check", "", json.dumps(DRAFT), JSON, 200),
    ("POST", "/v1/check", "?override=1", json.dumps({"reply": "A ticket."}), JSON, 200),
    ("POST", "/v1/check", "", '{"reply":""}', JSON, 200),
    ("POST", "/v1/check", "", "A ticket.", {"Content-Type": "text/plain"}, 200),
    ("POST", "/v1/check", "", "<p>A ticket.</p>", {"Content-Type": "text/html"}, 200),
    ("POST", "/v1/check", "", "{", JSON, 400),
    ("POST", "/v1/check", "", "{}", JSON, 422),
    ("POST", "/v1/check", "", '{"replyy":1,"turn":0}', JSON, 422),
    ("POST", "/v1/check", "", "x" * 2_000_000, JSON, 413),
    ("POST", "/v1/check", "", "x", {"Content-Type": "image/png"}, 415),
    ("POST", "/v1/check", "?guide=nobody", "{}", JSON, 404),
    ("POST", "/v1/check", "", "{}", {"Origin": "https://evil.example"}, 403),
    ("POST", "/v1/check", "", "{}", {"Host": "evil.example"}, 421),
    ("GET", "/v1/check", "", None, {}, 405),
    ("POST", "/v1/fix", "", json.dumps(DRAFT), JSON, 200),
    ("POST", "/v1/fix", "?all=1", json.dumps({"reply": "A ticket."}), JSON, 200),
    ("POST", "/v1/hooks/{helpdesk}", "", HOOK, SIGNED, 200),
    ("POST", "/v1/hooks/{helpdesk}", "", HOOK, SIGNED, 200),
    ("POST", "/v1/hooks/{helpdesk}", "", '{"message":{"from_agent":false}}', SIGNED, 200),
    ("POST", "/v1/hooks/{helpdesk}", "", HOOK, JSON, 401),
    ("POST", "/v1/hooks/{helpdesk}", "", "{}", SIGNED, 422),
    ("POST", "/v1/hooks/{helpdesk}", "?guide=nobody", HOOK, SIGNED, 404),
    ("GET", "/v1/rules", "", None, {}, 200),
    ("GET", "/v1/rules", "?guide=support", None, {}, 200),
    ("GET", "/v1/rules/{id}", "", None, {}, 200),
    ("GET", "/v1/rules/{id}", "?guide=support", None, {}, 404),
    ("GET", "/healthz", "", None, {}, 200),
    ("GET", "/readyz", "", None, {}, 200),
    ("GET", "/metrics", "", None, {}, 200),
    ("GET", "/openapi.json", "", None, {}, 200),
    ("GET", "/", "", None, {}, 200),
]


class OpenApi(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.service = cls.enterClassContext(Service(
            "--hook-log", "sent.jsonl", guides=("acme=acme.yaml", "support"),
            environment={"TONELINT_HOOK_SECRETS": "gorgias:" + SECRET}))
        cls.described = cls.service.ask("GET", "/openapi.json").json()

    def schema(self, part):
        """A part of the description, with what it refers to."""
        return {**part, "components": self.described["components"]}

    def departures(self, part, value):
        validator = jsonschema.Draft202012Validator(self.schema(part))
        return [f"{list(e.absolute_path)}: {e.message[:200]}" for e in validator.iter_errors(value)]

    def response(self, method, path, status):
        operation = self.described["paths"][path].get(method.lower())
        if operation is None:  # a method that is none: every path may say so
            operation = next(iter(self.described["paths"][path].values()))
        found = operation["responses"][str(status)]
        if "$ref" in found:
            found = self.described["components"]["responses"][found["$ref"].rsplit("/", 1)[1]]
        return found

    def test_is_openapi(self):
        self.assertEqual([e.message for e in OpenAPIV31SpecValidator(self.described).iter_errors()],
                         [])
        broken = copy.deepcopy(self.described)
        del broken["info"]["version"]
        self.assertNotEqual(list(OpenAPIV31SpecValidator(broken).iter_errors()), [])

    def test_answers_are_as_described(self):
        for method, path, query, body, headers, status in REQUESTS:
            with self.subTest(f"{method} {path}{query} {status}"):
                asked = path.replace("{id}", "house").replace("{helpdesk}", "gorgias") + query
                answer = self.service.ask(method, asked, body, headers)
                self.assertEqual(answer.status, status, answer.body[:300])
                kinds = self.response(method, path, status)["content"]
                kind = answer.headers["Content-Type"].split(";")[0]
                self.assertIn(kind, kinds)
                if kind.endswith("json"):
                    self.assertEqual(self.departures(kinds[kind]["schema"], answer.json()), [])

    def test_every_endpoint_is_asked(self):
        described = {(method.upper(), path) for path, methods in self.described["paths"].items()
                     for method in methods}
        asked = {(method, path) for method, path, *_, status in REQUESTS if status == 200}
        self.assertEqual(asked, described)

    def test_no_member_goes_undescribed(self):
        answer = self.service.ask("POST", "/v1/check", json.dumps(DRAFT), JSON).json()
        schemas = self.described["components"]["schemas"]
        known = {**schemas["reply"]["properties"], **schemas["checked"]["allOf"][1]["properties"]}
        self.assertEqual(set(answer) - set(known), set())

    def test_the_context_is_described_as_it_is_read(self):
        context = {"$ref": "#/components/schemas/context"}
        self.assertEqual(self.departures(context, DRAFT), [])
        for wrong in ({"replyy": "x"}, {"turn": 0}, {"turn": "1"}, {"syntax": "rtf"},
                      {"customer": {"nam": "x"}}, {"tags": [1]}, {"thread": [{"from": "cat"}]}):
            value = {**DRAFT, **wrong}
            self.assertNotEqual(self.departures(context, value), [], wrong)
            answer = self.service.ask("POST", "/v1/check", json.dumps(value), JSON)
            self.assertEqual(answer.status, 422, wrong)

    def test_replies_are_described_as_in_the_report(self):
        report = (ROOT / "src/output/report.schema.json").read_text(encoding="utf-8")
        shapes = json.loads(report.replace("#/$defs/", "#/components/schemas/"))["$defs"]
        described = self.described["components"]["schemas"]
        self.assertEqual({name: described[name] for name in shapes}, shapes)


if __name__ == "__main__":
    unittest.main()
