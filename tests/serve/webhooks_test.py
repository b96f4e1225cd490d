"""Webhooks of helpdesks about replies that were sent: signatures, what is written, and what is not."""

import base64
import hashlib
import hmac
import json
import os
import stat
import threading
import time
import unittest

from running import SECRET
from service import Service

KEYS = {name: f"{name}-0123456789" for name in
        ("chatwoot", "freshdesk", "gorgias", "helpscout", "intercom")}
SECRETS = "".join(f"{name}:{key}\n" for name, key in KEYS.items())
REPLY = f"Your ticket {SECRET} is stupid."


def payload(helpdesk, reply=REPLY, number=1, note=False):
    """A reply of Marta's, or an internal note, as this helpdesk tells of it."""
    if helpdesk == "chatwoot":
        return {"event": "message_created", "id": number, "content": reply, "private": note,
                "message_type": "outgoing", "sender": {"name": "Marta", "type": "user"},
                "conversation": {"id": 12, "meta": {"sender": {"name": "Kim Example"}}}}
    if helpdesk == "freshdesk":
        return {"conversation": {"id": number, "ticket_id": 12, "body": f"<div>{reply}</div>",
                                 "body_text": reply, "incoming": False, "private": note}}
    if helpdesk == "gorgias":
        return {"ticket": {"id": 12, "customer": {"name": "Kim Example"}},
                "message": {"id": number, "from_agent": True, "public": not note,
                            "body_text": reply, "sender": {"name": "Marta"}}}
    if helpdesk == "helpscout":
        return {"id": 12, "_embedded": {"threads": [
            {"id": number, "type": "note" if note else "message", "state": "published",
             "body": reply, "createdBy": {"type": "user", "first": "Marta"}},
            {"id": 0, "type": "customer", "body": "Where is it?", "customer": {"first": "Kim"}}]}}
    return {"type": "notification_event", "topic": "conversation.admin.replied",
            "data": {"item": {"id": "12", "source": {"author": {"name": "Kim"}},
                              "conversation_parts": {"conversation_parts": [
                                  {"id": number, "part_type": "note" if note else "comment",
                                   "body": f"<p>{reply}</p>",
                                   "author": {"type": "admin", "name": "Marta"}}]}}}}


def digest(kind, key, text):
    return hmac.new(key.encode(), text, kind)


def signed(helpdesk, body, key=None, age=0):
    """The headers by which this helpdesk shows that it knows the secret."""
    key = key or KEYS[helpdesk]
    if helpdesk == "helpscout":
        packed = base64.b64encode(digest(hashlib.sha1, key, body).digest()).decode()
        return {"X-HelpScout-Signature": packed, "X-HelpScout-Event": "convo.agent.reply.created"}
    if helpdesk == "intercom":
        return {"X-Hub-Signature": "sha1=" + digest(hashlib.sha1, key, body).hexdigest()}
    if helpdesk == "chatwoot":
        when = str(int(time.time()) - age)
        mark = digest(hashlib.sha256, key, when.encode() + b"." + body).hexdigest()
        return {"X-Chatwoot-Timestamp": when, "X-Chatwoot-Signature": "sha256=" + mark}
    return {"Tonelint-Secret": key}


class Webhooks(unittest.TestCase):
    def start(self, *options, **settings):
        settings.setdefault("files", {"secrets": SECRETS})
        return self.enterContext(Service("--hook-secrets", "secrets", "--hook-log", "sent.jsonl",
                                         *options, **settings))

    def tell(self, service, helpdesk, content, headers=None, query="", method="POST"):
        body = json.dumps(content).encode() if not isinstance(content, bytes) else content
        if headers is None:
            headers = signed(helpdesk, body)
        return service.ask(method, f"/v1/hooks/{helpdesk}{query}", body,
                           {"Content-Type": "application/json", **headers})

    def lines(self, service):
        text = (service.path / "sent.jsonl").read_text(encoding="utf-8")
        self.assertTrue(text == "" or text.endswith("\n"))
        return [json.loads(line) for line in text.splitlines()]

    def test_a_reply_of_each_helpdesk_is_checked_and_written(self):
        service = self.start()
        for helpdesk in KEYS:
            answer = self.tell(service, helpdesk, payload(helpdesk))
            self.assertEqual((answer.status, answer.json()), (200, {"version": 1, "result": "written"}))
        lines = self.lines(service)
        self.assertEqual([line["helpdesk"] for line in lines], list(KEYS))
        for line in lines:
            self.assertEqual((line["conversation"], line["message"], line["verdict"]),
                             ("12", "1", "block"))
            self.assertEqual((line["errors"], line["warnings"], line["suggestions"]), (1, 1, 0))
            self.assertEqual(line["agent"], "" if line["helpdesk"] == "freshdesk" else "Marta")
            self.assertEqual(line["findings"], [{"rule": "house", "level": "warning"},
                                                {"rule": "insult", "level": "error"}])
            self.assertEqual((line["guide"], line["words"]), ("acme", 5))
        self.assertEqual([event["verdict"] for event in service.events("request")], ["block"] * 5)

    def test_no_word_of_a_reply_is_written_unless_asked_for(self):
        service = self.start()
        self.tell(service, "chatwoot", payload("chatwoot"))
        everywhere = service.log() + (service.path / "sent.jsonl").read_text()
        self.assertNotIn(SECRET, everywhere)
        for key in KEYS.values():
            self.assertNotIn(key, everywhere)
        with_text = self.start("--hook-text")
        self.tell(with_text, "chatwoot", payload("chatwoot"))
        self.assertEqual(self.lines(with_text)[0]["text"], REPLY)
        mode = stat.S_IMODE(os.stat(with_text.path / "sent.jsonl").st_mode)
        self.assertEqual(mode, 0o600)

    def test_internal_notes_and_other_events_are_passed_over(self):
        service = self.start()
        for helpdesk in KEYS:
            answer = self.tell(service, helpdesk, payload(helpdesk, note=True))
            self.assertEqual((answer.status, answer.json()["result"]), (200, "passed over"))
        body = json.dumps(payload("helpscout")).encode()
        answer = self.tell(service, "helpscout", body, {
            **signed("helpscout", body), "X-HelpScout-Event": "convo.note.created"})
        self.assertEqual(answer.json()["result"], "passed over")
        self.assertEqual(self.lines(service), [])

    def test_what_was_told_before_is_not_written_again(self):
        service = self.start()
        for result in ("written", "known", "known"):
            answer = self.tell(service, "gorgias", payload("gorgias"))
            self.assertEqual((answer.status, answer.json()["result"]), (200, result))
        self.assertEqual(self.tell(service, "gorgias", payload("gorgias", number=2)).json()["result"],
                         "written")
        self.assertEqual(len(self.lines(service)), 2)
        self.assertIn('tonelint_verdicts_total{verdict="block"} 2\n',
                      service.ask("GET", "/metrics").body.decode())

    def test_wrong_signatures(self):
        service = self.start()
        for helpdesk in KEYS:
            body = json.dumps(payload(helpdesk)).encode()
            right = signed(helpdesk, body)
            for headers in ({}, {name: "" for name in right}, {name: "x" for name in right},
                            signed(helpdesk, body, key="another-key-0123456")):
                answer = self.tell(service, helpdesk, body, headers)
                self.assertEqual((helpdesk, answer.status), (helpdesk, 401))
            if "Tonelint-Secret" not in right:  # which does not speak of the body
                self.assertEqual(self.tell(service, helpdesk, body + b" ", right).status, 401)
        for age in (600, -600):
            body = json.dumps(payload("chatwoot")).encode()
            self.assertEqual(
                self.tell(service, "chatwoot", body, signed("chatwoot", body, age=age)).status, 401)
        self.assertEqual(self.lines(service), [])

    def test_a_secret_in_the_address_where_a_helpdesk_signs_nothing(self):
        service = self.start()
        for helpdesk, status in (("chatwoot", 200), ("freshdesk", 200), ("gorgias", 200),
                                 ("helpscout", 401), ("intercom", 401)):
            query = "?secret=" + KEYS[helpdesk]
            answer = self.tell(service, helpdesk, payload(helpdesk), {}, query)
            self.assertEqual((helpdesk, answer.status), (helpdesk, status))
            wrong = self.tell(service, helpdesk, payload(helpdesk), {}, query + "x")
            self.assertEqual(wrong.status, 401)

    def test_what_is_no_payload(self):
        service = self.start()
        for helpdesk in KEYS:
            for body in (b"", b"{", b"[]", b"null", b"\xff", b'{"reply":"Hi"}', b"[" * 100000):
                self.assertEqual(self.tell(service, helpdesk, body).status, 422)
        self.assertEqual(self.tell(service, "gorgias", payload("gorgias")).status, 200)

    def test_who_is_not_served(self):
        service = self.start(files={"secrets": "gorgias:" + KEYS["gorgias"]})
        for helpdesk in ("helpscout", "zendesk", "gorgias/more"):
            answer = self.tell(service, helpdesk, b"{}", {"Tonelint-Secret": KEYS["gorgias"]})
            self.assertEqual((answer.status, answer.json()["type"]),
                             (404, "urn:tonelint:problem:no-such-hook"))
        self.assertEqual(self.tell(service, "gorgias", b"", {}, method="GET").status, 405)
        self.assertEqual(self.tell(service, "", b"{}", {}).status, 404)
        self.assertEqual(self.tell(service, "gorgias", b"", {}, method="HEAD").status, 200)
        plain = self.enterContext(Service())
        self.assertEqual(self.tell(plain, "gorgias", payload("gorgias")).status, 404)

    def test_a_token_of_the_service_is_not_needed(self):
        service = self.start("--tokens", "tokens",
                             files={"secrets": SECRETS, "tokens": "desk:0123456789abcdef"})
        self.assertEqual(self.tell(service, "gorgias", payload("gorgias")).status, 200)

    def test_another_guide(self):
        service = self.start(guides=("acme=acme.yaml", "other=other.yaml"))
        self.tell(service, "gorgias", payload("gorgias"), query="?guide=other")
        self.assertEqual(self.lines(service)[0]["findings"][0]["rule"], "other-house")
        answer = self.tell(service, "gorgias", payload("gorgias"), query="?guide=none")
        self.assertEqual(answer.status, 404)

    def test_many_at_once_write_whole_lines(self):
        service = self.start("--quiet")

        def tell(me):
            for i in range(25):
                self.tell(service, "gorgias", payload("gorgias", number=me * 25 + i % 20))

        tellers = [threading.Thread(target=tell, args=(me,)) for me in range(8)]
        for teller in tellers:
            teller.start()
        for teller in tellers:
            teller.join()
        self.assertEqual(len({line["message"] for line in self.lines(service)}), 160)
        self.assertEqual(len(self.lines(service)), 160)

    def test_the_file_may_be_moved_away(self):
        service = self.start()
        self.tell(service, "gorgias", payload("gorgias"))
        (service.path / "sent.jsonl").rename(service.path / "old.jsonl")
        service.process.send_signal(1)  # SIGHUP
        service.wait_for((service.path / "sent.jsonl").exists)
        self.tell(service, "gorgias", payload("gorgias", number=2))
        self.assertEqual([line["message"] for line in self.lines(service)], ["2"])

    @unittest.skipUnless(os.path.exists("/dev/full"), "there is no /dev/full")
    def test_a_full_disk_is_said_and_the_helpdesk_may_try_again(self):
        service = self.enterContext(Service("--hook-log", "/dev/full",
                                            environment={"TONELINT_HOOK_SECRETS": SECRETS}))
        for _ in range(2):
            self.assertEqual(self.tell(service, "gorgias", payload("gorgias")).status, 500)
        self.assertEqual(len(service.events("hook_log_broken")), 2)

    def test_why_it_does_not_start(self):
        for options, secrets, why in (
                (["--hook-log", "a"], None, "both --hook-secrets and --hook-log"),
                ([], SECRETS, "both --hook-secrets and --hook-log"),
                (["--hook-log", "no/such/folder"], SECRETS, "can't write to no/such/folder"),
                (["--hook-log", "a"], "helpscuot:0123456789abcdef", "Did you mean “helpscout”"),
                (["--hook-log", "a"], "helpscout:short", "shorter than 16"),
                (["--hook-log", "a"], "0123456789abcdef", "has a name before it")):
            with self.assertRaisesRegex(AssertionError, why):
                Service(*options, environment={"TONELINT_HOOK_SECRETS": secrets} if secrets else {})


if __name__ == "__main__":
    unittest.main()
