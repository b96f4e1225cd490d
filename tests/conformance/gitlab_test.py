"""GitLab's Code Quality report against the shape that GitLab documents."""

import json
import unittest

from world import World, departures

# Written after GitLab's documentation of the report: a list of findings with no more than is needed.
REPORT = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "array",
    "items": {
        "type": "object",
        "required": ["description", "check_name", "fingerprint", "severity", "location"],
        "additionalProperties": False,
        "properties": {
            "description": {"type": "string", "minLength": 1},
            "check_name": {"type": "string", "minLength": 1},
            "fingerprint": {"type": "string", "minLength": 8},
            "severity": {"enum": ["info", "minor", "major", "critical", "blocker"]},
            "location": {
                "type": "object",
                "required": ["path", "lines"],
                "additionalProperties": False,
                "properties": {
                    "path": {"type": "string", "pattern": "^(?!\\./|/)"},
                    "lines": {"type": "object", "required": ["begin"],
                              "additionalProperties": False,
                              "properties": {"begin": {"type": "integer", "minimum": 1}}},
                },
            },
        },
    },
}


class Gitlab(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.text = World().report(format="gitlab")
        cls.report = json.loads(cls.text)

    def test_keeps_to_the_shape(self):
        self.assertGreater(len(self.report), 40)
        self.assertEqual(departures(REPORT, self.report), [])

    def test_the_shape_refuses_what_is_wrong(self):
        for key, value in {"severity": "fatal", "fingerprint": "", "extra": 1}.items():
            self.assertNotEqual(departures(REPORT, [{**self.report[0], key: value}]), [])

    def test_begins_without_a_byte_order_mark(self):
        self.assertTrue(self.text.startswith("["))

    def test_no_two_findings_have_one_fingerprint(self):
        self.assertEqual(len({each["fingerprint"] for each in self.report}), len(self.report))


if __name__ == "__main__":
    unittest.main()
