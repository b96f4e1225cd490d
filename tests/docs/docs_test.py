"""Holds the documentation against the program: what it says happens.

In every README.md and in CONTRIBUTING.md

- a ```console block is run line by line (`$ command`, `> ` goes on) in a copy of the repository, and
  what it prints must be what stands there; `…` stands for anything, on a line of its own for any lines;
- a ```yaml block that is a whole guide passes `tonelint test`;
- `tonelint … --option` names a command and options that there are;
- tables that repeat what the program knows (formats, detectors, keys of a rule) are complete;
- the words pass our own guide, and so does the help of every command.

A comment on the line before a block says otherwise: `<!-- not run: why -->`, or
`<!-- saved as FILE -->` for what the blocks after it find in the folder they run in.

    TONELINT_PROGRAM=build/dev/tonelint python3 tests/docs/docs_test.py
"""

import json
import os
import pathlib
import re
import shutil
import subprocess
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parents[2]
PROGRAM = pathlib.Path(os.environ["TONELINT_PROGRAM"]).resolve()
FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMMENT = re.compile(r"<!-- (not run|saved as)[: ] *(.*?) *-->\n\Z")


def documents():
    found = [ROOT / "CONTRIBUTING.md", ROOT / "README.md"]
    for folder in ("examples", "rules", "src", "tests"):
        found += sorted((ROOT / folder).rglob("README.md"))
    return found


class Block:
    """A fenced block, and what the comment before it says."""

    def __init__(self, path, text, match):
        self.place = f"{path.relative_to(ROOT)}:{text.count(chr(10), 0, match.start()) + 1}"
        self.language, self.text = match.groups()
        comment = COMMENT.search(text[:match.start()])
        self.note, self.detail = comment.groups() if comment else ("", "")


def blocks(path):
    text = path.read_text(encoding="utf-8")
    return [Block(path, text, match) for match in FENCE.finditer(text)]


class Folder:
    """A copy of the repository to run commands in, with the program where a build would put it."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory(prefix="tonelint-docs-")
        self.path = pathlib.Path(self.folder.name)
        for name in ("CONTRIBUTING.md", "README.md", "examples", "rules", "tests"):
            copy = shutil.copytree if (ROOT / name).is_dir() else shutil.copy
            copy(ROOT / name, self.path / name)
        programs = self.path / "build" / "release"
        programs.mkdir(parents=True)
        (programs / "tonelint").symlink_to(PROGRAM)
        self.environment = {"PATH": f"{programs}:{os.environ['PATH']}", "HOME": str(self.path),
                            "LC_ALL": "C.UTF-8", "COLUMNS": "80"}

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.folder.cleanup()

    def run(self, command, text=None):
        return subprocess.run(["bash", "-c", command], cwd=self.path, env=self.environment,
                              input=text or "", text=True, timeout=60, check=False,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT).stdout


def sessions(text):
    """The commands of a console block, each with what it prints."""
    command, output = None, []
    for line in text.splitlines():
        if line.startswith("$ "):
            if command is not None:
                yield command, output
            command, output = line[2:], []
        elif line.startswith("> ") and not output:
            command += "\n" + line[2:]
        else:
            output.append(line)
    if command is not None:
        yield command, output


def expected(lines):
    """An expression for what is to be printed."""
    pattern = ""
    for line in lines:
        if line.strip() == "…":
            pattern += r"(?:.*\n)*?"
        else:
            pattern += ".*".join(re.escape(part) for part in line.split("…")) + r"\n"
    return pattern


class Documentation(unittest.TestCase):
    maxDiff = None

    def test_console_blocks(self):
        count = 0
        for path in documents():
            found = [each for each in blocks(path) if each.note or each.language == "console"]
            if not found:
                continue
            with Folder() as folder:
                for block in found:
                    if block.note == "saved as":
                        (folder.path / block.detail).write_text(block.text, encoding="utf-8")
                    elif block.note != "not run":
                        for command, lines in sessions(block.text):
                            count += 1
                            printed = folder.run(command)
                            if not re.fullmatch(expected(lines), printed):
                                with self.subTest(block.place, command=command):
                                    self.assertEqual(printed, "\n".join(lines) + "\n")
        self.assertGreater(count, 3)

    def test_guides(self):
        count = 0
        with Folder() as folder:
            for path in documents():
                for block in blocks(path):
                    is_guide = re.search(r"^(extends|rules|cues):", block.text, re.MULTILINE)
                    if block.language != "yaml" or not is_guide or block.note == "not run":
                        continue
                    if re.search(r"^\s*…$", block.text, re.MULTILINE):
                        continue  # a piece of one
                    count += 1
                    with self.subTest(block.place):
                        (folder.path / "tonelint.yaml").write_text(block.text, encoding="utf-8")
                        self.assertRegex(folder.run("tonelint test"), "all of them hold")
        self.assertGreater(count, 2)

    def test_commands_and_options(self):
        count = 0
        with Folder() as folder:
            help_of = {}
            listed = re.findall(r"^  tonelint ([a-z]+)", folder.run("tonelint --help"), re.MULTILINE)
            for command in listed:
                help_of[command] = folder.run(f"tonelint {command} --help")
            for path in documents():
                text = path.read_text(encoding="utf-8")
                for line in re.findall(r"(?<![\w/-])(?:build/\w+/)?tonelint (.+)", text):
                    line = re.split(r"[`|#;]| && ", line)[0]
                    command = line.split()[0] if line.split() else ""
                    if not re.fullmatch(r"[a-z]+", command) or not re.search(r" --\w", line):
                        continue
                    if command not in help_of:
                        help_of[command] = folder.run(f"tonelint {command} --help")
                    if "is not in this build" in help_of[command]:
                        continue
                    with self.subTest(path.name, line=line):
                        self.assertNotIn("there is no command", help_of[command])
                        for option in re.findall(r" (--[a-z-]+)", line):
                            count += 1
                            self.assertRegex(help_of[command], re.escape(option) + r"\b")
        self.assertGreater(count, 5)

    def first_column(self, path, heading):
        """The words in code of the first column of the table that begins with a heading."""
        table = (ROOT / path).read_text(encoding="utf-8").split(f"| {heading} |", 1)[1]
        names = []
        for row in table.split("\n")[2:]:
            if not row.startswith("|"):
                break
            names += re.findall(r"`([^`]+)`", row.split("|")[1])
        return names

    def test_table_of_formats(self):
        with Folder() as folder:
            reports = folder.run("tonelint formats").split("\n\n", 1)[0]
        known = re.findall(r"^(\w+)  ", reports, re.MULTILINE)
        self.assertEqual(self.first_column("src/output/README.md", "`--format`"), known)

    def test_table_of_detectors(self):
        with Folder() as folder:
            detectors = folder.run("tonelint rules --checks").split("detect\n")[1]
        known = re.findall(r"^  ([\w-]+)", detectors, re.MULTILINE)
        self.assertEqual(self.first_column("rules/README.md", "detector"), known)

    def test_table_of_keys(self):
        with Folder() as folder:
            schema = json.loads(folder.run("tonelint schema"))
        keys = set(schema["$defs"]["rule"]["properties"])
        self.assertEqual(set(self.first_column("rules/README.md", "key")), keys)

    def test_words(self):
        guide = "--guide tests/docs/documentation.yaml --syntax markdown --format json"
        with Folder() as folder:
            paths = ["README.md", "CONTRIBUTING.md", "rules/README.md", "tests/README.md",
                     "examples/README.md"]
            self.check_words(folder.run(f"tonelint check {guide} {' '.join(paths)}"))

    def test_words_of_help(self):
        with Folder() as folder:
            pages = [folder.run("tonelint --help")]
            for command in re.findall(r"^  tonelint ([a-z]+)", pages[0], re.MULTILINE):
                pages.append(folder.run(f"tonelint {command} --help"))
            # What stands on the left, and the line of usage, is not prose.
            items = []
            for line in "\n".join(pages).splitlines():
                if line.startswith(" " * 28) and items:
                    items[-1] += " " + line.strip()
                elif not line.startswith("  tonelint"):
                    items.append(line[28:] if line.startswith("  ") else line)
            text = "\n\n".join(dict.fromkeys(items))
            guide = "--guide tests/docs/documentation.yaml --format json"
            self.check_words(folder.run(f"tonelint check {guide} -", text))

    def check_words(self, report):
        for reply in json.loads(report)["replies"]:
            for found in reply["diagnostics"]:
                if found["level"] != "suggestion":
                    with self.subTest(reply["name"], rule=found["rule"], place=found["begin"]):
                        self.fail(found["message"])


if __name__ == "__main__":
    unittest.main()
