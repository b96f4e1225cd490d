#!/usr/bin/env python3
"""Fetches the saved replies of a helpdesk into a file that tonelint checks.

    export ZENDESK_SITE=acme ZENDESK_EMAIL=marta@example.com ZENDESK_TOKEN=…
    python3 export.py zendesk macros.json
    tonelint check macros.json

Says what is missing when a setting is. The file is written whole or not at all.
"""

import json
import os
import sys
import tempfile

from fetch import Failed
from helpdesks import HELPDESKS, open_api


def settings_of(name):
    """From ZENDESK_SITE and so on."""
    prefix = name.upper() + "_"
    found = {key[len(prefix):].lower(): value for key, value in os.environ.items()
             if key.startswith(prefix) and value}
    missing = [prefix + each.upper() for each in HELPDESKS[name].settings if each not in found]
    if missing:
        raise Failed(f"Please set {' and '.join(missing)}. README.md says where they come from.")
    return found


def write_whole(path, replies):
    folder = os.path.dirname(os.path.abspath(path))
    with tempfile.NamedTemporaryFile("w", encoding="utf-8", dir=folder, delete=False) as out:
        json.dump(replies, out, ensure_ascii=False, indent=1, sort_keys=True)
        out.write("\n")
    os.replace(out.name, path)


def count(replies):
    return len(replies if isinstance(replies, list) else next(
        value for value in replies.values() if isinstance(value, list)))


def main(words):
    if len(words) != 2 or words[0] not in HELPDESKS:
        print(f"usage: export.py {'|'.join(HELPDESKS)} FILE", file=sys.stderr)
        return 2
    name, path = words
    try:
        settings = settings_of(name)
        replies = HELPDESKS[name].replies(open_api(name, settings), settings)
        write_whole(path, replies)
    except (Failed, OSError) as problem:
        print(f"export.py: {problem}", file=sys.stderr)
        return 2
    except (KeyError, TypeError) as problem:
        print(f"export.py: {name} answered in a shape that is not known: {problem!r}", file=sys.stderr)
        return 2
    print(f"{count(replies)} saved replies in {path}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
