"""The mail gateway behind a real Postfix: many senders at once, nothing lost, nothing altered but headers.

TONELINT_MAILS says how many mails the senders share; the whole number, 1000, is tests/bench/milter.py's.
"""

import os
import smtplib
import sys
import threading
import unittest

from gateway import SECRET, Gateway
from mails import mail_number
from postfix import Postfix, why_not

MAILS = int(os.environ.get("TONELINT_MAILS", "160"))
SENDERS = 20


def parts(mail):
    head, _, body = mail.replace(b"\r\n", b"\n").partition(b"\n\n")
    fields = []
    for line in head.split(b"\n"):
        if line[:1] in (b" ", b"\t") and fields:
            fields[-1] += b"\n" + line
        else:
            fields.append(line)
    return fields, body


def is_ours(field):
    return field.lower().startswith(b"x-tonelint-")


class BehindPostfix(unittest.TestCase):
    def send_all(self, postfix, mails):
        """All mails by 20 senders at once; what went wrong."""
        strange = []

        def send(mine):
            try:
                with postfix.connect() as smtp:
                    for mail in mine:
                        smtp.sendmail("marta@acme.example", ["kim@customer.example"], mail)
            except Exception as failure:  # pylint: disable=broad-except
                strange.append(repr(failure))

        senders = [threading.Thread(target=send, args=(mails[i::SENDERS],)) for i in range(SENDERS)]
        for sender in senders:
            sender.start()
        for sender in senders:
            sender.join()
        return strange

    def test_nothing_is_lost_or_altered_but_headers(self):
        with Gateway() as gateway, Postfix(gateway.port) as postfix:
            sent = [mail_number(i) for i in range(MAILS)]
            self.assertEqual(self.send_all(postfix, [mail for mail, _ in sent]), [])
            arrived = postfix.arrived(MAILS)
            self.assertEqual(len(arrived), MAILS, postfix.log()[-3000:])
            by_id = {}
            for mail in arrived:
                fields, body = parts(mail)
                name = next(each for each in fields if each.startswith(b"Message-ID:"))
                self.assertNotIn(name, by_id)
                by_id[name] = fields, body
            for mail, verdict in sent:
                fields, body = parts(mail)
                name = next(each for each in fields if each.startswith(b"Message-ID:"))
                got_fields, got_body = by_id[name]
                self.assertEqual(got_body, body)
                kept = [each for each in got_fields if each in fields]
                self.assertEqual(kept, [each for each in fields if not is_ours(each)])
                ours = [each for each in got_fields if is_ours(each)]
                self.assertEqual(ours[0], b"X-Tonelint-Verdict: " + verdict)
                rest = {each.split(b":")[0] for each in got_fields
                        if each not in kept and each not in ours}
                self.assertEqual(rest, {b"Return-Path", b"X-Original-To", b"Delivered-To",
                                        b"Received"})
            self.assertEqual(len(gateway.events("mail")), MAILS)
            self.assertNotIn(SECRET, gateway.log() + postfix.log())

    def test_a_refusal_reaches_the_sender_and_a_dead_gateway_lets_all_go(self):
        with Gateway("--on-block", "refuse") as gateway, Postfix(gateway.port) as postfix:
            mail = f"From: m@acme.example\nMessage-ID: <1@a>\n\nStupid {SECRET}.\n"

            def send():
                with postfix.connect() as smtp:
                    smtp.sendmail("marta@acme.example", ["kim@customer.example"], mail)

            with self.assertRaises(smtplib.SMTPDataError) as refused:
                send()
            self.assertEqual(refused.exception.smtp_code, 550)
            self.assertEqual(refused.exception.smtp_error,
                             b"5.7.1 Not sent: please change 1 thing. "
                             b"insult. It's 100% unkind - and never helps.")
            self.assertNotIn(SECRET, gateway.log() + postfix.log())
            gateway.process.kill()
            gateway.process.wait()
            send()
            arrived = postfix.arrived(1)
            self.assertEqual(len(arrived), 1)
            self.assertNotIn(b"X-Tonelint", arrived[0])


if __name__ == "__main__":
    if why_not():
        print(f"skipped: {why_not()}")
        sys.exit(77)
    unittest.main()
