"""What the conformance tests share: the program, the tools, and drafts to run it on."""

import json
import os
import pathlib
import subprocess
import sys
import tempfile

NOT_THERE = 77  # CTest counts a program that ends so as skipped

ROOT = pathlib.Path(__file__).resolve().parents[2]
TOOLS = ROOT / "build" / "tools"
PROGRAM = os.environ.get("TONELINT_PROGRAM", "")

try:
    import jsonschema
except ImportError:
    print("skipped: tests/conformance/tools.sh has not been run", file=sys.stderr)
    sys.exit(NOT_THERE)

GUIDE = """\
rules:
  house:
    message: "We say “conversation”, not “{match}”."
    why: "People are no *numbers*."
    link: https://example.com/words
    find: {"ticket[s]": "conversation{s}"}
    examples: [{bad: "A [[ticket]].", good: "A conversation."}]
  insult:
    message: "“{match}” hurts."
    level: error
    find: [stupid]
    examples: [{bad: "[[stupid]]"}, {good: "clever"}]
  thanks:
    message: "Thank them."
    level: suggestion
    missing: [thank]
    rewrite: "Thank you for writing."
    at: start
    examples: [{bad: "Hi there."}, {good: "I thank you."}]
cues: {thank: [thank]}
"""

DRAFTS = {
    "plain.txt": "Your ticket is here.\nThat is stupid.\n",
    "odd name, 100%:é.txt": "\ufeffÉ 😀 tickets\r\nare 😀 stupid\r\n",
    "mail.html": "<p>Your&nbsp;<b>ticket</b> is &quot;stupid&quot;</p>",
    "long.txt": "A ticket. " * 40,
    "clean.txt": "Thank you.\n",
    "macros.json": json.dumps({"macros": [
        {"id": 47, "title": "=Refund <b> | \"late\" @all", "active": True, "actions": [
            {"field": "comment_value", "value": "Your ticket, & \u0001 stupid."}]}]}),
}


class World:
    """A folder with a guide and drafts."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.folder.name)
        (self.path / "tonelint.yaml").write_text(GUIDE, encoding="utf-8")
        for name, text in DRAFTS.items():
            (self.path / name).write_bytes(text.encode())

    def run(self, *words):
        done = subprocess.run([PROGRAM, *words], cwd=self.path, capture_output=True, check=False)
        if done.returncode not in (0, 1):
            raise AssertionError(done.stderr.decode())
        return done.stdout.decode()

    def report(self, *names, format):
        return self.run("check", *(names or ["."]), "--format", format)


def departures(schema, value):
    """Where a value departs from a schema, one line each."""
    validator = jsonschema.validators.validator_for(schema)(schema)
    return [f"{list(e.absolute_path)}: {e.message[:200]}" for e in validator.iter_errors(value)]


def load(path):
    return json.loads(pathlib.Path(path).read_text(encoding="utf-8"))
