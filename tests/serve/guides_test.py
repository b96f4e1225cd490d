"""Guides that change while the service runs."""

import json
import signal
import threading
import unittest

from running import GUIDE
from service import Service

NEW = GUIDE.replace("house:", "new-house:")
OVERRIDES = """overrides:
  - {files: "vip/**", rules: {new-house: off}}
"""
BROKEN = GUIDE.replace("find:", "fnd:", 1)


def rule_of(service):
    return service.check("A ticket.").json()["diagnostics"][0]["rule"]


class Guides(unittest.TestCase):
    def test_a_changed_guide_is_loaded(self):
        with Service() as service:
            self.assertEqual(rule_of(service), "house")
            service.write("acme.yaml", NEW)
            service.wait_for(lambda: rule_of(service) == "new-house")

    def test_a_changed_part_of_a_guide_is_loaded(self):
        with Service(guide="extends: other.yaml\n") as service:
            self.assertEqual(rule_of(service), "other-house")
            service.write("other.yaml", NEW)
            service.wait_for(lambda: rule_of(service) == "new-house")

    def test_sighup_loads_all(self):
        with Service() as service:
            service.process.send_signal(signal.SIGHUP)
            service.wait_for(lambda: service.events("guide_loaded"))
            self.assertEqual(rule_of(service), "house")

    def test_a_broken_guide_is_reported_and_the_old_one_stays(self):
        with Service() as service:
            service.write("acme.yaml", BROKEN)
            line = service.wait_for(lambda: service.events("guide_broken"))[0]
            self.assertEqual((line["guide"], line["problem"].split(" ")[0]),
                             ("acme", "acme.yaml:4:5:"))
            self.assertIn("Did you mean “find”?", line["problem"])
            self.assertEqual(rule_of(service), "house")
            ready = service.ask("GET", "/readyz")
            self.assertEqual((ready.status, ready.json()["guides"][0]["current"]), (200, False))
            self.assertIn('tonelint_guide_current{guide="acme"} 0',
                          service.ask("GET", "/metrics").body.decode())
            service.write("acme.yaml", NEW)
            service.wait_for(lambda: rule_of(service) == "new-house")
            self.assertTrue(service.ask("GET", "/readyz").json()["guides"][0]["current"])

    def test_a_guide_that_is_gone_stays_as_it_was(self):
        with Service() as service:
            (service.path / "acme.yaml").unlink()
            service.wait_for(lambda: service.events("guide_broken"))
            self.assertEqual(rule_of(service), "house")

    def test_the_path_of_a_draft_is_looked_for_in_the_overrides(self):
        with Service() as service:
            service.write("acme.yaml", NEW + OVERRIDES)
            service.wait_for(lambda: rule_of(service) == "new-house")
            for path, found in (("vip/a.txt", 0), ("a.txt", 1), ("x/vip/b/c.txt", 0)):
                body = json.dumps({"path": path, "reply": "A ticket."})
                answer = service.ask("POST", "/v1/check", body).json()
                self.assertEqual(len(answer["diagnostics"]), found, path)

    def test_no_request_is_dropped_meanwhile(self):
        with Service("--quiet") as service:
            seen, stop, failures = set(), threading.Event(), []

            def ask():
                connection = service.connect()
                try:
                    while not stop.is_set():
                        answer = service.ask("POST", "/v1/check", '{"reply":"A ticket."}',
                                             connection=connection)
                        seen.add(answer.json()["diagnostics"][0]["rule"])
                except Exception as failure:
                    failures.append(repr(failure))
                connection.close()

            askers = [threading.Thread(target=ask) for _ in range(6)]
            for asker in askers:
                asker.start()
            service.wait_for(lambda: "house" in seen or failures)
            service.write("acme.yaml", BROKEN)
            service.wait_for(lambda: service.events("guide_broken"))
            service.write("acme.yaml", NEW)
            service.wait_for(lambda: "new-house" in seen or failures)
            stop.set()
            for asker in askers:
                asker.join()
            self.assertEqual((failures, seen), ([], {"house", "new-house"}))


if __name__ == "__main__":
    unittest.main()
