"""Writes what the libFuzzer programs begin with: seeds.py FOLDER puts seeds into FOLDER/<program>.

They come from what the project has anyway: drafts, the examples and phrases of the built-in guide,
the files of tests/library and the YAML of the documentation.
"""

import hashlib
import json
import re
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
# As their programs count them with the first byte.
SYNTAXES = {".txt": "0", ".md": "1", ".html": "2"}
LIBRARIES = {".json": "0", ".jsonl": "1", ".csv": "2", ".yaml": "3", ".yml": "3", ".tsv": "4"}
CONTEXT = {
    "customer": {"name": "Priya Nair", "message": "This is the THIRD time I ask! When does it come?"},
    "agent": {"name": "Sam"}, "channel": "email", "turn": 2, "tags": ["outage"],
}
TEXTS = [
    "Zoë’s order no. 1,234.50 — it’s 5:30pm… “ok”\n", "e\u0301 a\u200db 👩‍👧 🇬🇧 中文 ไทย עב״ר a_b 3.14 can't",
    "Unfortunately, you need to send us the the ticket ASAP!!! We apologise for any inconvenience.",
    "<!-- tonelint-disable-next-line unfortunately -- so said -->\nUnfortunately not.\n",
    "Hi Ann,\n\n> quoted\n\n- one\n- two\n\n1. **Click** `OK`\n\nBest regards,\nSam\n-- \nAcme\n",
    "<p>Hi&nbsp;Ann,</p><ul><li>R&amp;D</li></ul><blockquote>old</blockquote><p>Kindly <b>wait</b></p>",
    "AB AB AB AB AB AB AB", "{{ticket.requester.first_name}} {% if x %}a{% endif %} [[name]] %{x}",
]
FRONT_MATTER = "---\ntitle: Late parcel\nlanguage: en\n---\nHi, as already stated, sorry.\n"
LIBRARY_TEXTS = {
    "0": '[{"a":"Hi,\\nas already stated \\u00e9 \\ud83d\\ude00 sorry"},{"a":"As already stated"}]',
    "1": '{"name":"x","body":"sorry \\"a b\\""}\n{"name":"y","body":"As already stated"}\n',
    "2": 'name,body\nx,"Hi, ""sorry""\nas already stated"\ny,sorry a b\n',
    "3": "- name: x\n  body: |\n    Hi,\n    sorry a b\n- name: y\n  body: >-\n    As already\n    stated\n"
         "- name: z\n  body: 'it''s sorry'\n- {name: w, body: \"a\\tb sorry\"}\n",
    "4": "name\tbody\nx\tsorry a b\n",
    "5": FRONT_MATTER,
}


def rules_of_guides():
    """Each rule of the built-in guide, as its lines."""
    for path in sorted((ROOT / "rules").rglob("*.yaml")):
        lines, head, rule = path.read_text().splitlines(keepends=True), True, []
        for line in lines:
            if line.startswith("rules:"):
                head = False
            elif not head and re.match(r"  [a-z][a-z0-9-]*:", line):
                yield "".join(rule)
                rule = [line]
            elif not head:
                rule.append(line)
        yield "".join(rule)


def main(folder):
    def write(program, text):
        data = text.encode()
        path = folder / f"{program}_fuzz" / hashlib.sha1(data).hexdigest()[:16]
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)

    def write_draft(text, syntax="0"):
        write("segment", text)
        write("reader", syntax + text)
        write("fix", syntax + text)
        write("lint", syntax + text)

    for path in sorted((ROOT / "examples" / "drafts").iterdir()):
        if path.suffix in SYNTAXES:
            text = path.read_text()
            write_draft(text, SYNTAXES[path.suffix])
            write("lint", SYNTAXES[path.suffix] + json.dumps(CONTEXT) + "\f" + text)
        elif path.suffix == ".json":
            write("request", path.read_text())
            write("lint", "0" + path.read_text() + "\f" + TEXTS[2])
    for text in TEXTS:
        write("request", json.dumps(CONTEXT | {"reply": text}))
        for syntax in "012":
            write_draft(text, syntax)

    rules = [rule for rule in rules_of_guides() if rule]
    for number, rule in enumerate(rules):
        write("guide", "rules:\n" + rule)
        found = re.search(r"    find:\n((?:      .*\n)+)", rule)
        phrases = [line.strip().removeprefix("- ") for line in (found[1] if found else "").splitlines()]
        phrases = [phrase.strip("\"'").replace(": ", "=") for phrase in phrases if phrase]
        examples = re.findall(r"(?:bad|good): (.*)", rule)
        if phrases:
            draft = " ".join(examples[:2])
            write("phrase", "0" + "\n".join(phrases[:6]) + "\f" + draft)
        for example in examples[:3] if number % 3 == 0 else []:
            write_draft(re.sub(r"\[\[|\]\]", "", example.strip("\"'")))
    for path in [ROOT / "rules/README.md", ROOT / "README.md"]:
        for block in re.findall(r"```yaml\n(.*?)```", path.read_text(), re.S):
            write("guide", block)
    for phrase in ["a|b c", "(a|b)? <cue0> ...3 d{s}", "ticket[s]=case{s}", "{x} ago=in {x}",
                   "go~", "/\\bab+c\\b/", "not <number> <date>", "^please", "word~ _ word"]:
        write("phrase", "1door [s]\n" + phrase + "\f" + "Please go to the doors 3 days ago; tickets.")

    for path in sorted((ROOT / "tests/library/fixtures").iterdir()):
        text = path.read_text()
        write("library", LIBRARIES[path.suffix] + text)
        if path.suffix == ".json":
            write("lint", "0" + text + "\fHi Ann,\n\nUnfortunately it is late.\n")
    for kind, text in LIBRARY_TEXTS.items():
        write("library", kind + text)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
