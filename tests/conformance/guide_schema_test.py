"""The schema of the guide language: takes every built-in guide, refuses broken ones."""

import json
import unittest

import jsonschema
from ruamel.yaml import YAML

from world import ROOT, World, departures

RULE = """rules:
  a-rule:
    message: No.
    find: [x]
"""
# Each breaks one thing, and `tonelint` refuses it as well or warns of it.
BROKEN = {
    "a key that is none": "rulez: {}",
    "a list as the guide": "- a",
    "a channel that is none": "channel: fax",
    "a name with capitals": RULE.replace("a-rule", "A_Rule"),
    "a rule that is a text": "rules: {a-rule: maybe}",
    "a misspelt key": RULE.replace("message", "mesage"),
    "a level that is none": RULE + "    level: fatal",
    "two forms": RULE + "    missing: [apology]",
    "no message": "rules: {a-rule: {find: [x]}}",
    "an empty list": RULE.replace("[x]", "[]"),
    "an empty phrase": RULE.replace("[x]", '[" "]'),
    "a phrase that is a map": RULE.replace("[x]", "[{a: b}]"),
    "a rewrite with an unknown key": RULE.replace("[x]", "{a: {rewrit: b}}"),
    "a bound that is a word": "rules: {a-rule: {message: No, limit: words, max: many}}",
    "a bound below zero": "rules: {a-rule: {message: No, limit: words, max: -1}}",
    "a detector that is none": "rules: {a-rule: {message: No, detect: sarcasm}}",
    "an option that is none": "rules: {a-rule: {message: No, detect: capitals, options: {size: 3}}}",
    "a part that is none": RULE + "    in: middle",
    "a condition that is none": RULE + "    only: {weather: rain}",
    "a condition that is a text": RULE + "    unless: email",
    "a mood that is none": RULE + "    only: {mood: [happy]}",
    "a near without a cue": RULE + "    only: {near: {within: 2}}",
    "half a sentence": RULE + "    only: {near: {cue: apology, within: 1.5}}",
    "neither yes nor no": RULE + "    safe: perhaps",
    "an example that is a text": RULE + "    examples: [x]",
    "an example without a text": RULE + "    examples: [{channel: email}]",
    "a turn before the first": RULE + "    examples: [{bad: x, turn: 0}]",
    "a customer that is a text": RULE + "    examples: [{bad: x, customer: Ana}]",
    "a cue with an unknown key": "cues: {a-cue: {add: [x]}}",
    "silence without a reason": "suppress: [{reply: a}]",
    "silence for no reply": "suppress: [{reason: b}]",
    "silence with an empty reason": "suppress: [{reply: a, reason: ''}]",
    "silence that is a text": "suppress: [a]",
}
FINE = {
    "nothing yet": "",
    "rules to come": "extends: support\nrules:",
    "switches": "rules: {a: off, b: on, c: No, d: true}",
    "numbers as phrases": RULE.replace("[x]", "[24, 7.5, yes]"),
    "silence": "suppress: [{reply: [a, b/*], reason: c}]",
    "no silence yet": "suppress:",
    "a bound taken away": "rules: {a-rule: {max: ~}}",
    "several ways to near": RULE + "    unless: [{near: a}, {near: [a, b]}, {near: [{cue: a}]}]",
}


class GuideSchema(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.world = World()
        cls.schema = json.loads(cls.world.run("schema"))

    def departures(self, yaml):
        # YAML 1.2, as editors read it: `yes` and `off` are words there.
        return departures(self.schema, YAML(typ="safe", pure=True).load(yaml))

    def test_is_a_schema(self):
        jsonschema.Draft202012Validator.check_schema(self.schema)

    def test_takes_every_built_in_guide(self):
        files = sorted((ROOT / "rules").rglob("*.yaml"))
        self.assertGreater(len(files), 10)
        for file in files:
            with self.subTest(file.name):
                self.assertEqual(self.departures(file.read_text(encoding="utf-8")), [])

    def test_takes_what_is_fine(self):
        for name, yaml in FINE.items():
            with self.subTest(name):
                self.assertEqual(self.departures(yaml), [])

    def test_takes_the_guide_that_init_writes(self):
        (self.world.path / "tonelint.yaml").unlink()
        self.world.run("init", "--yes")
        guide = (self.world.path / "tonelint.yaml").read_text(encoding="utf-8")
        self.assertEqual(self.departures(guide), [])

    def test_refuses_what_is_broken(self):
        self.assertEqual(self.departures(RULE), [])
        for name, yaml in BROKEN.items():
            with self.subTest(name):
                self.assertNotEqual(self.departures(yaml), [])


if __name__ == "__main__":
    unittest.main()
