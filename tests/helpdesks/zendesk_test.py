"""The Zendesk app in a ticket of ours, with Zendesk's own SDK between the two."""

import json
import subprocess
import unittest
import zipfile

from desk import (BAD, GUIDE, HERE, NODE, DeskTest, InSidebar, Service, expect, pages)

SDK = "https://static.zdassets.com/zendesk_app_framework_sdk/2.0/zaf_sdk.min.js"
TOKEN = "a-token-of-the-team"

LOCATIONS = {"top_bar", "nav_bar", "ticket_sidebar", "new_ticket_sidebar", "user_sidebar", "modal",
             "organization_sidebar", "background", "ticket_editor"}
TYPES = {"text", "checkbox", "url", "number", "multiline", "hidden", "oauth"}


class Zendesk(InSidebar, DeskTest):
    address = "zendesk.html"

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        origins = [word for each in cls.ports(cls) for word in ("--origin", f"http://127.0.0.1:{each}")]
        cls.guarded = cls.enter.enter_context(
            Service(*origins, guide=GUIDE, environment={"TONELINT_TOKENS": f"zendesk:{TOKEN}"}))

    def site(self):
        (self.folder / "sdk.js").write_text(
            "window.ZAFClient = require('zendesk_app_framework_sdk');", encoding="utf-8")
        self.sdk = subprocess.run(
            [NODE / "node_modules/.bin/esbuild", "--bundle", "--format=iife", self.folder / "sdk.js"],
            check=True, capture_output=True, text=True, env={"NODE_PATH": str(NODE / "node_modules")},
        ).stdout
        with zipfile.ZipFile(self.package(self, "zendesk")) as package:
            package.extractall(self.folder / "app")
        self.app = self.enter.enter_context(pages(self.folder / "app"))

    def server(self):
        return pages(HERE / "hosts")

    def ports(self):
        return [self.app, self.host]

    def open(self, port=None, proxied=False, **settings):
        """A ticket with the app beside it, which asks at this port."""
        inside = f"http://127.0.0.1:{port or self.service.port}"
        outside = "https://tonelint.example.com"
        self.page.route(SDK, lambda route: route.fulfill(
            body=self.sdk, content_type="text/javascript"))
        self.go(port, app=f"http://127.0.0.1:{self.app}/assets/iframe.html", inside=inside, outside=outside,
                secret=TOKEN, settings=json.dumps({"service": outside if proxied else inside, **settings}))
        side = self.page.frame_locator("#app")
        expect(side.locator("#idle")).to_be_visible()
        self.panel = side.locator("tonelint-panel")

    def test_the_message_says_why(self):
        self.open()
        self.hold_back()
        expect(self.said).to_have_text("We say “conversation”. Better: “Your conversation comes "
                                       "on Thursday.” Submit again to send it as it is.")
        expect(self.panel).to_contain_text("1 thing to look at")

    def test_a_rewrite_of_an_older_draft_is_not_put_in(self):
        self.open()
        self.write(BAD)
        self.submit()
        self.write(BAD + "<p>More.</p>")
        self.take()
        self.page.wait_for_timeout(300)
        self.assertEqual(self.draft(), BAD + "<p>More.</p>")

    def test_findings_show_while_the_reply_is_written(self):
        self.open()
        self.page.click("#editor")
        self.page.keyboard.type("Your ticket is here.")
        expect(self.panel).to_contain_text("We say “conversation”.")
        self.shoot("zendesk-writing")
        self.take()
        self.eventually(lambda: self.draft() == "Your conversation is here.")

    def test_the_token_stays_with_zendesk(self):
        self.open(self.guarded.port, proxied=True, guide="acme")
        self.write(BAD)
        self.submit()
        self.assertEqual(self.sent(), [])
        expect(self.said).to_contain_text("We say “conversation”.")
        asked = self.page.evaluate("window.requests")
        self.assertEqual(asked[0], {"url": "https://tonelint.example.com/v1/check?guide=acme",
                                    "authorization": "Bearer {{setting.token}}"})

    def test_an_unknown_guide_lets_the_reply_go_with_the_reason(self):
        self.open(guide="strange")
        self.write(BAD)
        self.submit()
        self.assertEqual(self.sent(), [BAD])
        expect(self.said).to_contain_text("There is no guide of that name here")

    def test_the_package_is_what_zendesk_takes(self):
        package = self.package("zendesk", "--service", "https://tone.acme.example")
        with zipfile.ZipFile(package) as files:
            names = set(files.namelist())
            manifest = json.loads(files.read("manifest.json"))
            words = json.loads(files.read("translations/en.json"))["app"]
            logos = {name: files.read(f"assets/{name}") for name in ("logo.png", "logo-small.png")}
        self.assertEqual(names, {"manifest.json", "translations/en.json", *(f"assets/{name}" for name in (
            "iframe.html", "app.js", "check.js", "panel.js", "logo.png", "logo-small.png"))})
        self.assertEqual(manifest["frameworkVersion"], "2.0")
        self.assertTrue({"name", "email"} <= set(manifest["author"]))
        self.assertRegex(manifest["version"], r"^\d+\.\d+\.\d+$")
        self.assertEqual(manifest["domainWhitelist"], ["tone.acme.example"])
        for place, what in manifest["location"]["support"].items():
            self.assertIn(place, LOCATIONS)
            self.assertIn(what["url"], names)
        for parameter in manifest["parameters"]:
            self.assertIn(parameter["type"], TYPES)
            self.assertIn("label", words["parameters"][parameter["name"]])
        secret = [one["name"] for one in manifest["parameters"] if one.get("secure")]
        self.assertEqual(secret, ["token"])
        for name, size in (("logo.png", 320), ("logo-small.png", 128)):
            self.assertEqual(logos[name][16:24], size.to_bytes(4, "big") * 2)  # PNG: width, height

    def test_zendesks_own_tool_packs_it(self):
        folder = self.folder / "packages" / "zendesk"
        self.package("zendesk")
        script = ("require('@zendesk/zcli-apps/dist/lib/package').createAppPkg(process.argv[1])"
                  ".then(path => console.log(path))")
        made = subprocess.run(["node", "-e", script, folder], capture_output=True, text=True,
                              check=True, env={"NODE_PATH": str(NODE / "node_modules"),
                                               "PATH": "/usr/bin:/bin"}).stdout.strip()
        with zipfile.ZipFile(made) as files:
            self.assertIn("manifest.json", files.namelist())


if __name__ == "__main__":
    unittest.main()
