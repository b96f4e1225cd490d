#!/usr/bin/env python3
"""Fixes the rough drafts beside this file with `tonelint fix --all`, and holds the results against what is
recorded in rough_drafts_fixed.txt and in examples/before-and-after.md; `--write` records them anew."""
import argparse
import json
import pathlib
import subprocess
import sys
import tempfile

HERE = pathlib.Path(__file__).resolve().parent
ROOT = HERE.parents[1]
FIXED = HERE / "rough_drafts_fixed.txt"
SHOWN = ROOT / "examples/before-and-after.md"
SHOW = ("double-charge", "bereavement", "wrong-size", "missing-receipt", "wifi-steps", "refund-window",
        "bug-report", "lost-luggage", "school-licence", "login-code")


def fixed(draft, options):
    context = {key: value for key, value in draft.items() if key not in ("name", "reply")}
    with tempfile.TemporaryDirectory() as folder:
        path = pathlib.Path(folder) / "context.json"
        path.write_text(json.dumps(context), encoding="utf-8")
        command = [options.program, "fix", "--all", "--quiet", "--context", path, "-"]
        if options.guide:
            command += ["--guide", options.guide]
        done = subprocess.run(command, input=draft["reply"].encode(), stdout=subprocess.PIPE,
                              stderr=subprocess.DEVNULL, check=False)
    return done.stdout.decode()


def record(drafts, after):
    """All of them, for those who read them one by one."""
    return "".join(f"=== {draft['name']} ({draft['channel']})\n--- {draft['customer']['name']} wrote\n"
                   f"{draft['customer']['message']}\n--- before\n{draft['reply']}\n--- after\n{text}\n\n"
                   for draft, text in zip(drafts, after))


def quoted(text):
    lines = text.split("\n")
    breaks = [bool(line and after) for line, after in zip(lines, lines[1:] + [""])]
    return "".join(f"> {line}".rstrip() + ("\\\n" if goes_on else "\n")
                   for line, goes_on in zip(lines, breaks))


def page(drafts, after):
    out = ["# Before and after\n\nTen of the fifty rough drafts in "
           "[`tests/quality/rough_drafts.jsonl`](../tests/quality/rough_drafts.jsonl), and what "
           "`tonelint fix --all`\nmakes of them. All people and shops are made up. What only you can know, "
           "a date or a sum, it leaves to you\nand names in its report; read each result before you send "
           "it.\n\nThis page is written by `tests/quality/rough_drafts.py --write`.\n"]
    for draft, text in zip(drafts, after):
        if draft["name"] not in SHOW:
            continue
        out.append(f"\n## {draft['name'].replace('-', ' ').capitalize()}\n\n{draft['customer']['name']} "
                   f"writes: “{draft['customer']['message']}”\n\nThe draft:\n\n{quoted(draft['reply'])}"
                   f"\nAfter `tonelint fix --all`:\n\n{quoted(text)}")
    return "".join(out)


def main():
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--program", default=ROOT / "build/release/tonelint")
    parser.add_argument("--guide", help="a guide other than the one built in")
    parser.add_argument("--write", action="store_true", help="record what comes out now")
    options = parser.parse_args()
    with open(HERE / "rough_drafts.jsonl", encoding="utf-8") as file:
        drafts = [json.loads(line) for line in file]
    after = [fixed(draft, options) for draft in drafts]
    stale = []
    for path, text in ((FIXED, record(drafts, after)), (SHOWN, page(drafts, after))):
        if options.write:
            path.write_text(text, encoding="utf-8")
        elif path.read_text(encoding="utf-8") != text:
            stale.append(str(path.relative_to(ROOT)))
    if stale:
        print(f"Not what tonelint makes of the rough drafts now: {', '.join(stale)}.\n"
              "Read the difference after tests/quality/rough_drafts.py --write.")
    return 1 if stale else 0


if __name__ == "__main__":
    sys.exit(main())
