"""JUnit XML against the schema that Jenkins reads by, and in the hands of junitparser."""

import io
import sys
import unittest

from world import NOT_THERE, TOOLS, World

try:
    import junitparser
    import xmlschema
except ImportError:
    sys.exit(NOT_THERE)

SCHEMA = TOOLS / "junit-10.xsd"


class Junit(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.text = World().report(format="junit")
        cls.schema = xmlschema.XMLSchema(str(SCHEMA))
        cls.suites = {suite.name: suite for suite in
                      junitparser.JUnitXml.fromroot(junitparser.junitparser.etree.fromstring(
                          cls.text.encode()))}

    def test_keeps_to_the_schema(self):
        self.schema.validate(io.StringIO(self.text))

    def test_the_schema_refuses_what_is_wrong(self):
        self.assertFalse(self.schema.is_valid(io.StringIO(self.text.replace(" tests=", " test="))))

    def test_a_reader_counts_what_failed(self):
        self.assertEqual(self.suites["plain.txt"].failures, 1)
        self.assertEqual(self.suites["clean.txt"].failures, 0)
        self.assertEqual(self.suites["clean.txt"].tests, 1)

    def test_a_reader_sees_the_name_of_a_saved_reply(self):
        case = next(iter(self.suites["macros.json"]))
        self.assertEqual(case.name, '=Refund <b> | "late" @all (id 47)')
        self.assertEqual(case.result[0].type, "insult")
        self.assertIn("We say “conversation”", case.result[0].text)


if __name__ == "__main__":
    if not SCHEMA.exists():
        sys.exit(NOT_THERE)
    unittest.main()
