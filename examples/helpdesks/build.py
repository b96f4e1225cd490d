#!/usr/bin/env python3
"""Makes the packages of the helpdesk apps: python3 examples/helpdesks/build.py [OPTIONS] [NAME...]

Each lands in build/helpdesks/NAME and, where the helpdesk takes an archive, in build/helpdesks/ as one.
The address of your service is written into what needs it when it is packaged.
"""

import argparse
import base64
import json
import pathlib
import shutil
import urllib.parse
import zipfile

HERE = pathlib.Path(__file__).resolve().parent
VERSION = "1.0.0"

# The panel of the service's own page.
PANEL = "../../../src/apps/serve/page/panel.js"

# Where each app wants the files that all share: {its path: name in shared/}.
SHARED = {
    "zendesk": {"assets/check.js": "check.js", "assets/panel.js": PANEL, "assets/iframe.html": "sidebar.html",
                "assets/logo.png": "icon-320.png", "assets/logo-small.png": "icon-128.png"},
    "freshdesk": {"app/scripts/check.js": "check.js", "app/scripts/panel.js": PANEL,
                  "app/index.html": "sidebar.html", "app/styles/images/icon.svg": "icon.svg"},
    "front": {"panel.js": PANEL},
    "chatwoot": {},
    "discourse": {},
    "zammad": {},
    "freescout": {"Tonelint/Check.php": "Check.php"},
    "osticket": {"tonelint/Check.php": "Check.php"},
    "uvdesk": {"lib/tonelint/Check.php": "Check.php"},
    "extension": {"panel.js": PANEL, **{name: name for name in (
        "check.js", "drawer.js", "editor.js", "page.js", "icon-48.png", "icon-128.png")}},
}

# What a script that shows the panel over the helpdesk's own page stands on.
OVER_PAGE = ("check", PANEL, "drawer", "editor")


def edit_json(path, change):
    value = json.loads(path.read_text(encoding="utf-8"))
    change(value)
    path.write_text(json.dumps(value, indent=2, ensure_ascii=False) + "\n", encoding="utf-8")


def fill_sidebar(path, *scripts):
    text = path.read_text(encoding="utf-8")
    lines = "\n  ".join(f'<script src="{each}"></script>' for each in scripts)
    path.write_text(text.replace("SCRIPTS", lines), encoding="utf-8")


def for_zendesk(folder, options):
    fill_sidebar(folder / "assets" / "iframe.html",
                 "https://static.zdassets.com/zendesk_app_framework_sdk/2.0/zaf_sdk.min.js", "check.js",
                 "panel.js", "app.js")

    def change(manifest):
        manifest["domainWhitelist"] = [urllib.parse.urlsplit(options.service).hostname]
        for parameter in manifest["parameters"]:
            if parameter["name"] == "service":
                parameter["default"] = options.service
    edit_json(folder / "manifest.json", change)


def for_freshdesk(folder, options):
    fill_sidebar(folder / "app" / "index.html", "{{{appclient}}}",
                 *(f"scripts/{name}.js" for name in ("check", "panel", "service", "sidebar")))

    def change(requests):
        for request in requests.values():
            request["schema"]["host"] = urllib.parse.urlsplit(options.service).netloc
    edit_json(folder / "config" / "requests.json", change)


def script(options, names, own=""):
    """Shared files and a script of one's own as one, for helpdesks that load a single file."""
    parts = [(HERE / "shared" / name).with_suffix(".js").read_text(encoding="utf-8") for name in names]
    settings = {"service": options.service, "hold": options.hold, "guide": options.guide}
    text = "\n".join(parts) + own.replace("TONELINT_SETTINGS", json.dumps(settings))
    return text.replace("</script", "<\\/script")  # it may stand in a page


def add_script(path, options, names=OVER_PAGE):
    """Puts the shared files before the script of a package."""
    path.write_text(script(options, names, path.read_text(encoding="utf-8")), encoding="utf-8")


def for_front(folder, options):
    (folder / "settings.js").write_text(
        f"const TONELINT_SETTINGS = {json.dumps({'service': options.service})};\n", encoding="utf-8")
    if options.front_sdk:
        shutil.copyfile(options.front_sdk, folder / "plugin-sdk.js")


def for_chatwoot(folder, options):
    """One script element, to be pasted where Chatwoot takes HTML."""
    path = folder / "tonelint.js"
    text = script(options, (*OVER_PAGE, "page"), path.read_text(encoding="utf-8"))
    (folder / "dashboard-script.html").write_text(f"<script>\n{text}</script>\n", encoding="utf-8")
    path.unlink()


def for_discourse(folder, options):
    library = folder / "javascripts" / "discourse" / "lib" / "tonelint.js"
    library.parent.mkdir(parents=True, exist_ok=True)
    own = "\nexport default globalThis.Tonelint;\nexport const TonelintEditor = globalThis.TonelintEditor;\n"
    library.write_text(script(options, OVER_PAGE, own), encoding="utf-8")
    path = folder / "settings.yml"
    path.write_text(path.read_text(encoding="utf-8").replace(
        "https://tonelint.example.com", options.service), encoding="utf-8")


def for_zammad(folder, options):
    """A package as Zammad installs it: one JSON file with all others in it."""
    source = (folder / "src" / "tonelint.js").read_text(encoding="utf-8")
    text = script(options, OVER_PAGE, source)
    package = {
        "name": "Tonelint", "version": VERSION, "vendor": "tonelint", "license": "Apache-2.0",
        "url": "https://tonelint.example.com", "description": [
            {"language": "en", "text": "Checks the tone of a reply before it is sent."}],
        "files": [{"location": "app/assets/javascripts/app/controllers/ticket_zoom/article_action/tonelint.js",
                   "permission": 644, "encode": "base64",
                   "content": base64.b64encode(text.encode()).decode()}],
    }
    shutil.rmtree(folder / "src")
    (folder / f"tonelint-{VERSION}.zpm").write_text(json.dumps(package, indent=2) + "\n", encoding="utf-8")


def for_freescout(folder, options):
    add_script(folder / "Tonelint" / "Public" / "js" / "module.js", options)


def for_osticket(folder, options):
    add_script(folder / "tonelint" / "tonelint.js", options)


def for_uvdesk(folder, options):
    add_script(folder / "lib" / "tonelint" / "tonelint.js", options)


ADAPT = {"zendesk": for_zendesk, "freshdesk": for_freshdesk, "front": for_front, "chatwoot": for_chatwoot,
         "discourse": for_discourse, "zammad": for_zammad, "freescout": for_freescout,
         "osticket": for_osticket, "uvdesk": for_uvdesk}
ARCHIVES = {"zendesk": "zip", "extension": "zip", "discourse": "zip", "freescout": "zip",
            "osticket": "zip", "uvdesk": "zip"}


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
    usage.add_argument("--hold", choices=("warning", "error", "never"), default="warning",
                       help="what holds a reply back, where the helpdesk has no setting for it")
    usage.add_argument("--guide", default="", help="a guide of the service, likewise")
    usage.add_argument("--front-sdk", type=pathlib.Path,
                       help="dist/index.umd.js of the npm package @frontapp/plugin-sdk")
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
