"""SARIF against its published schema, and against what GitHub documents beyond it."""

import copy
import json
import sys
import unittest

from world import DRAFTS, NOT_THERE, TOOLS, World, departures, load

SCHEMA = TOOLS / "sarif-2.1.0.json"


def github_problems(run):
    """What code scanning would refuse or not show."""
    driver = run["tool"]["driver"]
    for rule in driver["rules"]:
        for key in ("shortDescription", "fullDescription", "help"):
            if not 0 < len(rule[key]["text"]) <= (10**6 if key == "help" else 1024):
                yield f"{rule['id']}: {key}"
        if len(rule["properties"]["tags"]) > 10:
            yield f"{rule['id']}: tags"
    for result in run["results"]:
        if driver["rules"][result["ruleIndex"]]["id"] != result["ruleId"]:
            yield "ruleIndex"
        if len(result["locations"]) != 1:
            yield "locations"
        place = result["locations"][0]["physicalLocation"]
        if place["artifactLocation"]["uri"].startswith(("/", "file:")):
            yield "uri"
        region = place["region"]
        if (region["endLine"], region["endColumn"]) < (region["startLine"], region["startColumn"]):
            yield "region"
        if not result["partialFingerprints"]["primaryLocationLineHash"]:
            yield "fingerprint"


class Sarif(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.schema = load(SCHEMA)
        cls.world = World()
        cls.log = json.loads(cls.world.report(format="sarif"))
        cls.run_of_log = cls.log["runs"][0]

    def test_keeps_to_the_schema(self):
        self.assertGreater(len(self.run_of_log["results"]), 40)
        self.assertEqual(departures(self.schema, self.log), [])

    def test_an_empty_run_keeps_to_the_schema(self):
        log = json.loads(self.world.report("clean.txt", format="sarif"))
        self.assertEqual(log["runs"][0]["results"], [])
        self.assertEqual(departures(self.schema, log), [])

    def test_the_schema_refuses_what_is_wrong(self):
        for change in (
            lambda run: run.pop("tool"),
            lambda run: run["results"][0].update(level="fatal"),
            lambda run: run["results"][0].update(score=1),
            lambda run: run["results"][0]["locations"][0]["physicalLocation"]["region"].update(
                startLine=0),
        ):
            log = copy.deepcopy(self.log)
            change(log["runs"][0])
            self.assertNotEqual(departures(self.schema, log), [])

    def test_has_what_github_asks_for(self):
        self.assertEqual(list(github_problems(self.run_of_log)), [])

    def test_what_github_refuses_is_seen(self):
        run = copy.deepcopy(self.run_of_log)
        run["tool"]["driver"]["rules"][0]["help"]["text"] = ""
        run["results"][0]["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] = "/a"
        self.assertEqual(len(list(github_problems(run))), 2)

    def test_offsets_are_those_of_the_text_in_utf16(self):
        for result in self.run_of_log["results"]:
            place = result["locations"][0]["physicalLocation"]
            if "odd" not in place["artifactLocation"]["uri"]:
                continue
            text = DRAFTS["odd name, 100%:é.txt"].lstrip("\ufeff").encode("utf-16-le")
            begin = 2 * place["region"]["charOffset"]
            words = text[begin:begin + 2 * place["region"]["charLength"]].decode("utf-16-le")
            self.assertEqual(words, place["region"].get("snippet", {"text": ""})["text"])


if __name__ == "__main__":
    if not SCHEMA.exists():
        sys.exit(NOT_THERE)
    unittest.main()
