"""The FreeScout module, run by PHP in as much of FreeScout as it needs, and its page in a browser."""

import json
import unittest
import urllib.parse
import urllib.request
import zipfile

from desk import BAD, HERE, INSULT, DeskTest, OverPage, dead, json_of, php


class FreeScout(OverPage, DeskTest):
    address = "conversation"

    def site(self):
        with zipfile.ZipFile(self.package(self, "freescout")) as package:
            package.extractall(self.folder)
        self.module = self.folder / "Tonelint"

    def server(self):
        return php(HERE / "hosts" / "freescout.php", TONELINT_MODULE=str(self.module))

    def mailed(self, body, kind=2, port=None, second="1"):
        query = urllib.parse.urlencode({"type": kind, "body": body})
        request = urllib.request.Request(f"http://127.0.0.1:{self.host}/mail?{query}", headers={
            "Cookie": f"service=http%3A%2F%2F127.0.0.1%3A{port or self.service.port}"
                      + ("; second=1" if second else "")})
        with urllib.request.urlopen(request) as answer:
            return json.loads(answer.read())

    def test_the_second_line_keeps_an_error_from_being_mailed(self):
        answer = self.mailed(INSULT)
        self.assertTrue(answer["skip"])
        self.assertIn("“stupid” hurts.", answer["warnings"][0])
        self.assertFalse(self.mailed(BAD)["skip"])
        self.assertFalse(self.mailed(INSULT, kind=3)["skip"])  # a note
        self.assertFalse(self.mailed(INSULT, second="")["skip"])  # it is off
        with dead() as port:
            self.assertFalse(self.mailed(INSULT, port=port)["skip"])

    def test_the_module_is_what_freescout_loads(self):
        module = json_of(self.module / "module.json")
        self.assertEqual(module["alias"], module["name"].lower())
        for file in (*module["files"], "Public/js/module.js", "Http/routes.php", "Config/config.php"):
            self.assertTrue((self.module / file).exists(), file)


if __name__ == "__main__":
    unittest.main()
