#!/usr/bin/env python3
"""Makes the packages of the helpdesk apps: python3 examples/helpdesks/build.py [OPTIONS] [NAME...]

Each lands in build/helpdesks/NAME and, where the helpdesk takes an archive, in build/helpdesks/ as one.
The address of your service is written into what needs it when it is packaged.
"""

import argparse
import json
import pathlib
import shutil
import urllib.parse
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
VERSION = "1.0.0"

# Where each app wants the files that all share: {its path: name in shared/}.
SHARED = {
    "zendesk": {"assets/check.js": "check.js", "assets/notice.js": "notice.js",
                "assets/logo.png": "icon-320.png", "assets/logo-small.png": "icon-128.png"},
    "freshdesk": {"app/scripts/check.js": "check.js", "app/scripts/notice.js": "notice.js",
                  "app/styles/images/icon.svg": "icon.svg"},
    "extension": {name: name for name in ("check.js", "notice.js", "icon-48.png", "icon-128.png")},
}


def edit_json(path, change):
    value = json.loads(path.read_text(encoding="utf-8"))
    change(value)
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def for_zendesk(folder, options):
    def change(manifest):
        manifest["domainWhitelist"] = [urllib.parse.urlsplit(options.service).hostname]
        for parameter in manifest["parameters"]:
            if parameter["name"] == "service":
                parameter["default"] = options.service
    edit_json(folder / "manifest.json", change)


def for_freshdesk(folder, options):
    def change(requests):
        for request in requests.values():
            request["schema"]["host"] = urllib.parse.urlsplit(options.service).netloc
    edit_json(folder / "config" / "requests.json", change)


ADAPT = {"zendesk": for_zendesk, "freshdesk": for_freshdesk}
ARCHIVES = {"zendesk": "zip", "extension": "zip"}


def pack(folder, archive):
    """Without times, so that the same files make the same bytes."""
    with zipfile.ZipFile(archive, "w", zipfile.ZIP_DEFLATED) as made:
        for path in sorted(folder.rglob("*")):
            if path.is_file() and path.name != "README.md":
                entry = zipfile.ZipInfo(path.relative_to(folder).as_posix(), (1980, 1, 1, 0, 0, 0))
                entry.external_attr = 0o644 << 16
                entry.compress_type = zipfile.ZIP_DEFLATED
                made.writestr(entry, path.read_bytes())


def build(name, options):
    folder = options.output / name
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(HERE / name, folder)
    for path, shared in SHARED[name].items():
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(HERE / "shared" / shared, folder / path)
    if name in ADAPT:
        ADAPT[name](folder, options)
    if name not in ARCHIVES:
        return folder
    archive = options.output / f"tonelint-{name}-{VERSION}.{ARCHIVES[name]}"
    pack(folder, archive)
    return archive


def main(words=None):
    usage = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    usage.add_argument("names", nargs="*", metavar="NAME", help=", ".join(SHARED) + "; else all")
    usage.add_argument("--service", default="https://tonelint.example.com",
                       help="the address at which the helpdesk reaches your service")
    usage.add_argument("--output", type=pathlib.Path, default=HERE.parents[1] / "build" / "helpdesks")
    options = usage.parse_args(words)
    if urllib.parse.urlsplit(options.service).scheme not in ("http", "https"):
        usage.error("--service wants an address such as https://tonelint.example.com")
    if strangers := [name for name in options.names if name not in SHARED]:
        usage.error(f"there is no {strangers[0]}; there are: {', '.join(SHARED)}")
    return [build(name, options) for name in options.names or SHARED]


if __name__ == "__main__":
    for made in main():
        print(made)
