"""Checkstyle XML in the hands of diff-cover, which reads that of Checkstyle itself."""

import sys
import unittest

from world import DRAFTS, NOT_THERE, World

try:
    from diff_cover.violationsreporters.java_violations_reporter import CheckstyleXmlDriver
except ImportError:
    sys.exit(NOT_THERE)


class Checkstyle(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.found = CheckstyleXmlDriver().parse_reports([World().report(format="checkstyle")])

    def test_a_reader_finds_every_file_that_has_something(self):
        self.assertEqual(set(self.found), set(DRAFTS) - {"clean.txt"})

    def test_a_reader_finds_line_and_message(self):
        insult = [each for each in self.found["plain.txt"] if "insult" in str(each) or
                  "hurts" in each.message]
        self.assertEqual([each.line for each in insult], [2])
        self.assertIn("“stupid” hurts.", insult[0].message)

    def test_a_reader_sees_the_name_of_a_saved_reply(self):
        messages = [each.message for each in self.found["macros.json"]]
        self.assertTrue(any('=Refund <b> | "late" @all (id 47): ' in each for each in messages))


if __name__ == "__main__":
    unittest.main()
