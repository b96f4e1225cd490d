"""CSV and Markdown in the hands of those who read them."""

import csv
import io
import subprocess
import sys
import unittest

from world import DRAFTS, NOT_THERE, PROGRAM, World

try:
    from markdown_it import MarkdownIt
except ImportError:
    sys.exit(NOT_THERE)

NAME = '=Refund <b> | "late" @all'


class Csv(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        world = World()
        done = subprocess.run([PROGRAM, "check", ".", "--format", "csv"], cwd=world.path,
                              capture_output=True, check=False)
        text = done.stdout.decode("utf-8-sig")
        cls.rows = list(csv.DictReader(io.StringIO(text, newline=""), strict=True))

    def test_every_row_has_every_column(self):
        self.assertGreater(len(self.rows), 40)
        for row in self.rows:
            self.assertNotIn(None, row)
            self.assertNotIn(None, row.values())

    def test_no_cell_is_a_formula(self):
        for row in self.rows:
            self.assertFalse([cell for cell in row.values() if cell[:1] in tuple("=+-@\t\r")])
        self.assertIn("'" + NAME, {row["reply"] for row in self.rows})

    def test_the_place_is_that_of_the_words(self):
        for row in self.rows:
            if row["file"] == "plain.txt" and row["words"]:
                line = DRAFTS["plain.txt"].splitlines()[int(row["line"]) - 1]
                self.assertEqual(line[int(row["column"]) - 1:].find(row["words"]), 0)


class Markdown(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        world = World()
        cls.tokens = MarkdownIt("gfm-like", {"linkify": False}).parse(world.report(format="markdown"))

    def cells(self):
        for before, token in zip(self.tokens, self.tokens[1:]):
            if before.type in ("td_open", "th_open"):
                yield token

    def test_every_row_of_findings_has_five_cells(self):
        widths = set()
        for token in self.tokens:
            if token.type == "tr_open":
                count = 0
            elif token.type in ("td_open", "th_open"):
                count += 1
            elif token.type == "tr_close":
                widths.add(count)
        self.assertEqual(widths, {5, 2})  # findings, and counts by rule

    def test_names_show_as_they_are(self):
        shown = ["".join(child.content for child in cell.children if child.type == "text")
                 for cell in self.cells()]
        self.assertTrue(any(NAME in text for text in shown), shown[:12])

    def test_nothing_of_a_draft_is_markup(self):
        kinds = {child.type for cell in self.cells() for child in cell.children}
        self.assertLessEqual(kinds, {"text", "text_special", "html_inline", "softbreak"})
        inline = {child.content for cell in self.cells() for child in cell.children
                  if child.type == "html_inline"}
        self.assertLessEqual(inline, {"<br>", "<!-- -->"})


if __name__ == "__main__":
    unittest.main()
