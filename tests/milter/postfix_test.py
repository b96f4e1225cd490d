"""The mail gateway behind a real Postfix: many senders at once, nothing lost, nothing altered but headers.

A short run; tests/bench/milter.py sends 1,000 mails and measures.
"""

import smtplib
import sys
import unittest

from gateway import Gateway
from running import SECRET
from mails import differences, mail_number
from postfix import Postfix, why_not

MAILS = 160


class BehindPostfix(unittest.TestCase):
    def test_nothing_is_lost_or_altered_but_headers(self):
        with Gateway() as gateway, Postfix(gateway.port) as postfix:
            sent = [mail_number(i) for i in range(MAILS)]
            postfix.send_all([mail for mail, _ in sent])
            self.assertEqual(differences(sent, postfix.arrived(MAILS)), [], postfix.log()[-3000:])
            self.assertEqual(len(gateway.events("mail")), MAILS)
            self.assertNotIn(SECRET, gateway.log() + postfix.log())

    def test_a_refusal_reaches_the_sender_and_a_dead_gateway_lets_all_go(self):
        with Gateway("--on-block", "refuse") as gateway, Postfix(gateway.port) as postfix:
            mail = f"From: m@acme.example\nMessage-ID: <1@a>\n\nStupid {SECRET}.\n"
            with self.assertRaises(smtplib.SMTPDataError) as refused:
                postfix.send_all([mail], senders=1)
            self.assertEqual(refused.exception.smtp_code, 550)
            self.assertEqual(refused.exception.smtp_error,
                             b"5.7.1 Not sent: please change 1 thing. "
                             b"insult. It's 100% unkind - and never helps.")
            self.assertNotIn(SECRET, gateway.log() + postfix.log())
            gateway.process.kill()
            gateway.process.wait()
            postfix.send_all([mail], senders=1)
            arrived = postfix.arrived(1)
            self.assertEqual(len(arrived), 1)
            self.assertNotIn(b"X-Tonelint", arrived[0])


if __name__ == "__main__":
    if why_not():
        print(f"skipped: {why_not()}")
        sys.exit(77)
    unittest.main()
