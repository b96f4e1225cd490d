"""Reviewdog's lines against the shape that it documents, and their places against the drafts."""

import json
import unittest

from world import DRAFTS, World, departures

POSITION = {
    "type": "object",
    "required": ["line", "column"],
    "additionalProperties": False,
    "properties": {"line": {"type": "integer", "minimum": 1},
                   "column": {"type": "integer", "minimum": 1}},
}
RANGE = {
    "type": "object",
    "required": ["start", "end"],
    "additionalProperties": False,
    "properties": {"start": POSITION, "end": POSITION},
}
# Written after the documentation of the format (rdformat): no other keys, and what is needed here.
DIAGNOSTIC = {
    "$schema": "https://json-schema.org/draft/2020-12/schema",
    "type": "object",
    "required": ["message", "location", "severity", "source", "code"],
    "additionalProperties": False,
    "properties": {
        "message": {"type": "string", "minLength": 1},
        "location": {"type": "object", "required": ["path", "range"],
                     "additionalProperties": False,
                     "properties": {"path": {"type": "string", "minLength": 1}, "range": RANGE}},
        "severity": {"enum": ["ERROR", "WARNING", "INFO"]},
        "source": {"type": "object", "required": ["name"], "additionalProperties": False,
                   "properties": {"name": {"type": "string"}, "url": {"type": "string"}}},
        "code": {"type": "object", "required": ["value"], "additionalProperties": False,
                 "properties": {"value": {"type": "string"}, "url": {"type": "string"}}},
        "suggestions": {"type": "array", "minItems": 1,
                        "items": {"type": "object", "required": ["range", "text"],
                                  "additionalProperties": False,
                                  "properties": {"range": RANGE, "text": {"type": "string"}}}},
    },
}


def offset(draft, place):
    """The byte that a place means: lines end at line feeds, columns count bytes."""
    begin = sum(len(line) + 1 for line in draft.split(b"\n")[: place["line"] - 1])
    return begin + place["column"] - 1


class Rdjsonl(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.found = [json.loads(line) for line in World().report(format="rdjsonl").splitlines()]

    def test_keeps_to_the_documented_shape(self):
        self.assertGreater(len(self.found), 40)
        for each in self.found:
            self.assertEqual(departures(DIAGNOSTIC, each), [])

    def test_the_shape_refuses_what_is_wrong(self):
        for change in ({"severity": "warning"}, {"level": 1}, {"suggestions": [{"text": ""}]}):
            self.assertNotEqual(departures(DIAGNOSTIC, {**self.found[0], **change}), [])

    def test_ranges_hold_the_words(self):
        words = {"house": {b"ticket", b"tickets"}, "insult": {b"stupid"}}
        checked = 0
        for each in self.found:
            draft = DRAFTS[each["location"]["path"]].encode()
            place = each["location"]["range"]
            held = draft[offset(draft, place["start"]):offset(draft, place["end"])]
            if each["code"]["value"] in words:
                self.assertIn(held, words[each["code"]["value"]])
                checked += 1
        self.assertGreater(checked, 40)

    def test_a_suggestion_rewrites_the_draft(self):
        each = next(f for f in self.found if f["code"]["value"] == "house"
                    and f["location"]["path"].startswith("odd"))
        draft = DRAFTS[each["location"]["path"]].encode()
        better = each["suggestions"][0]
        rewritten = (draft[:offset(draft, better["range"]["start"])] + better["text"].encode()
                     + draft[offset(draft, better["range"]["end"]):])
        self.assertEqual(rewritten, draft.replace(b"tickets", b"conversations"))


if __name__ == "__main__":
    unittest.main()
