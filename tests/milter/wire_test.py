"""The mail gateway, asked by a mail server over the wire: what it reads, says and survives."""

import base64
import email.message
import email.policy
import quopri
import socket
import struct
import threading
import time
import unittest

from gateway import Gateway, Server
from running import OTHER, SECRET

HEAD = "From: Marta <marta@acme.example>\nTo: kim@customer.example\nSubject: Yours\n"
TEXT = HEAD + "Content-Type: text/plain; charset=utf-8\n\n"


def counts(errors=0, warnings=0, suggestions=0):
    def counted(number, thing):
        return f"{number} {thing}{'' if number == 1 else 's'}"
    return ", ".join((counted(errors, "error"), counted(warnings, "warning"),
                      counted(suggestions, "suggestion")))


class Reading(unittest.TestCase):
    """Which words of a mail are checked."""

    @classmethod
    def setUpClass(cls):
        cls.gateway = cls.enterClassContext(Gateway())

    def expect(self, mail, verdict, rules=None):
        got = self.gateway.check(mail)
        self.assertEqual(got.name(), verdict)
        self.assertEqual(got.added.get("X-Tonelint-Rules"), rules)
        return got

    def test_verdicts(self):
        self.expect(TEXT + "All is well.\n", "pass")
        self.expect(TEXT + "All is well, perhaps.\n", "pass", "perhaps")
        self.expect(TEXT + "Your ticket, perhaps.\n", "warn", "house, perhaps")
        got = self.expect(TEXT + "Stupid ticket. Stupid tickets.\n", "block", "insult, house")
        self.assertEqual(got.added["X-Tonelint-Findings"], counts(errors=2, warnings=2))
        self.assertIsNone(got.refused)

    def test_quoted_printable_and_base64(self):
        text = "Grüße! Your tick\u00adet is a stupid one, because the line is long " + "o" * 80
        for encoding, packed in (("quoted-printable", quopri.encodestring(text.encode())),
                                 ("base64", base64.encodebytes(text.encode()))):
            mail = TEXT.replace("\n\n", f"\nContent-Transfer-Encoding: {encoding}\n\n").encode()
            self.expect(mail + packed, "block", "insult, house")
        soft = b"Your tick=\r\net is st=\r\nupid."
        mail = TEXT.replace("\n\n", "\nContent-Transfer-Encoding: quoted-printable\n\n").encode()
        self.expect(mail + soft, "block", "insult, house")

    def test_charsets(self):
        guide = 'rules:\n  greet:\n    message: "No."\n    find: [grüße]\n'
        with Gateway(guide=guide) as gateway:
            for charset, name in (("latin-1", "iso-8859-1"), ("cp1252", "windows-1252"),
                                  ("utf-16-be", "utf-16be"), ("koi8-r", "koi8-r"),
                                  ("utf-8", "UTF-8")):
                word = "Grüße" if charset != "koi8-r" else "Привет"
                body = base64.encodebytes(f"{word} from us.".encode(charset))
                mail = (HEAD + f'Content-Type: text/plain; charset="{name}"\n'
                        "Content-Transfer-Encoding: base64\n\n").encode() + body
                wanted = "pass" if charset == "koi8-r" else "warn"
                self.assertEqual(gateway.check(mail).name(), wanted, charset)

    def test_a_charset_that_is_wrong_or_unknown(self):
        for charset in ("utf-8", "no-such-charset", "us-ascii", ""):
            mail = (HEAD + f"Content-Type: text/plain; charset={charset}\n\n").encode()
            self.expect(mail + b"Gr\xfc\xdfe \xff\xfe. Your ticket.\n", "warn", "house")

    def test_the_plain_alternative_is_read(self):
        mail = email.message.EmailMessage(policy=email.policy.SMTP)
        mail["From"] = "marta@acme.example"
        mail.set_content("Your ticket.")
        mail.add_alternative("<p>Stupid.</p>", subtype="html")
        self.expect(mail.as_bytes(), "warn", "house")

    def test_html_where_there_is_no_plain_text(self):
        self.expect(HEAD + "Content-Type: text/html\n\n<p>Your <b>tic</b>ket &amp; "
                    "<span title='stupid'>it</span>.</p>", "warn", "house")
        mail = email.message.EmailMessage(policy=email.policy.SMTP)
        mail["From"] = "marta@acme.example"
        mail.set_content(" \n")
        mail.add_alternative("<p>Stupid.</p>", subtype="html")
        self.expect(mail.as_bytes(), "block", "insult")

    def test_attachments_and_what_is_forwarded_are_left_alone(self):
        mail = email.message.EmailMessage(policy=email.policy.SMTP)
        mail["From"] = "marta@acme.example"
        mail.set_content("Your ticket.")
        mail.add_alternative("<p>Hello <img src='cid:a'></p>", subtype="html")
        mail.get_payload()[1].add_related(b"\x89PNG stupid", "image", "png", cid="<a>")
        mail.add_attachment("A stupid file.", filename="a.txt")
        mail.add_attachment(b"stupid\0", maintype="application", subtype="octet-stream",
                            filename="b.bin")
        inner = email.message.EmailMessage()
        inner.set_content("A stupid mail.")
        mail.add_attachment(inner)
        self.expect(mail.as_bytes(), "warn", "house")

    def test_quoted_history_and_signature_are_left_alone(self):
        self.expect(TEXT + "All is well.\n\n-- \nMarta, stupid tickets\n", "pass")
        self.expect(TEXT + "All is well.\n\nOn Mon, 4 Mar 2024, Kim <kim@customer.example> wrote:\n"
                    "> Stupid ticket!\n", "pass")
        self.expect(HEAD + "Content-Type: text/html\n\n<div>All is well.</div>"
                    "<div class='gmail_quote'>Stupid <blockquote>ticket</blockquote></div>", "pass")

    def test_what_cannot_be_checked_is_said(self):
        boundary = HEAD + "Content-Type: multipart/%s; boundary=b\n\n--b\n%s\n\nStupid.\n--b--\n"
        for mail, why in (
                (HEAD + "\n", "no text"),
                (HEAD + "Content-Type: image/png\n\nstupid", "no text"),
                (boundary % ("encrypted", "Content-Type: application/pgp-encrypted"), "encrypted"),
                (boundary % ("report", "Content-Type: text/plain"), "a report"),
                (TEXT + "> stupid\n", "no words of its own"),
                (TEXT + "stupid " * 40000, "too long")):
            self.expect(mail, f"unchecked ({why})")

    def test_no_word_of_a_mail_is_in_a_header_or_a_log(self):
        got = self.gateway.check(TEXT + f"A stupid {SECRET} ticket for {SECRET}.\n")
        self.assertEqual(got.name(), "block")
        self.assertNotIn(SECRET, repr(got.added))
        self.assertNotIn(SECRET, self.gateway.log())
        last = self.gateway.events("mail")[-1]
        self.assertEqual((last["queue"], last["verdict"], last["errors"]), ("ABC123", "block", 1))


class BuiltIn(unittest.TestCase):
    """What the built-in guide is told of a mail."""

    @classmethod
    def setUpClass(cls):
        cls.gateway = cls.enterClassContext(Gateway(guide_name="support"))

    def test_a_score(self):
        got = self.gateway.check(TEXT + "Hi Kim,\n\nYour parcel arrives on Friday.\n\nMarta\n")
        self.assertIn(int(got.added["X-Tonelint-Score"]), range(101))

    def test_attachments_are_counted(self):
        mail = email.message.EmailMessage(policy=email.policy.SMTP)
        mail["From"] = "marta@acme.example"
        mail.set_content("Hi Kim,\n\nI have attached the invoice for March.\n\nBest,\nMarta\n")
        without = self.gateway.check(mail.as_bytes()).added["X-Tonelint-Rules"]
        mail.add_attachment(b"%PDF", maintype="application", subtype="pdf", filename="a.pdf")
        with_one = self.gateway.check(mail.as_bytes()).added.get("X-Tonelint-Rules", "")
        self.assertIn("attachment", without)
        self.assertNotIn("attachment", with_one)

    def test_the_customers_name_is_that_in_to(self):
        def rules(to):
            mail = f"From: a@b.example\nTo: {to}\n\nHi Kim,\n\nYour parcel comes on Friday.\n"
            return self.gateway.check(mail).added.get("X-Tonelint-Rules", "")
        for other in ("Rosa Example <rosa@c.example>",
                      "=?utf-8?b?U8OpcmdpbyBBbHZlcw==?= <rosa@c.example>"):
            self.assertIn("greeting-name-mismatch", rules(other))
        for unknown in ("Kim Example <kim@c.example>", "rosa@c.example",
                        '"rosa@c.example" <rosa@c.example>', "Rosa <r@c.example>, b@c.example"):
            self.assertNotIn("greeting-name-mismatch", rules(unknown), unknown)


class Forged(unittest.TestCase):
    def test_headers_of_ours_that_came_with_the_mail_are_taken_out(self):
        with Gateway() as gateway:
            mail = ("X-Tonelint-Verdict: pass\nFrom: a@b.example\nx-tonelint-VERDICT: pass\n"
                    "X-Tonelint-Own: 1\nX-Tonelinted: stays\nX-Tonelint-Verdict: pass\n\nA ticket.")
            got = gateway.check(mail)
            self.assertEqual(got.name(), "warn")
            self.assertEqual([(name.lower(), number) for name, number in got.removed],
                             [("x-tonelint-verdict", 3), ("x-tonelint-own", 1),
                              ("x-tonelint-verdict", 2), ("x-tonelint-verdict", 1)])

    def test_also_where_the_mail_is_not_checked(self):
        with Gateway("--sender", "other@acme.example") as gateway:
            got = gateway.check("X-Tonelint-Verdict: pass\n" + TEXT + "A ticket.")
            self.assertEqual((got.removed, got.added), ([("X-Tonelint-Verdict", 1)], {}))


class Choosing(unittest.TestCase):
    def verdicts(self, *options, login=None):
        with Gateway(*options) as gateway:
            senders = ("marta@acme.example", "SAM@ACME.example", "eve@evil-acme.example",
                       "sam@other.example")
            return [gateway.check(f"From: A <{each}>\n\nA ticket.", login=login).name()
                    for each in senders]

    def test_by_sender_and_domain(self):
        self.assertEqual(self.verdicts("--sender", "Marta@acme.example"),
                         ["warn", None, None, None])
        self.assertEqual(self.verdicts("--from-domain", "acme.example"),
                         ["warn", "warn", None, None])
        self.assertEqual(self.verdicts("--from-domain", "acme.example", "--sender",
                                       "sam@other.example"), ["warn", "warn", None, "warn"])

    def test_only_those_who_have_logged_in(self):
        self.assertEqual(self.verdicts("--authenticated"), [None] * 4)
        self.assertEqual(self.verdicts("--authenticated", login=b"marta"), ["warn"] * 4)


class Refusing(unittest.TestCase):
    def test_an_error_is_refused_with_its_reason(self):
        with Gateway("--on-block", "refuse") as gateway:
            got = gateway.check(TEXT + f"Stupid {SECRET}.")
            self.assertEqual(got.refused, "550 5.7.1 Not sent: please change 1 thing. "
                             "insult. It's 100% unkind - and never helps.")
            self.assertEqual(got.added, {})
            self.assertEqual(gateway.events("mail")[-1]["refused"], "yes")
            self.assertEqual(gateway.check(TEXT + "A ticket.").name(), "warn")
            self.assertEqual(gateway.check(TEXT + "> Stupid.").name(),
                             "unchecked (no words of its own)")

    def test_a_long_reason_fits_one_line(self):
        many = "".join(f'  rule-{i}:\n    level: error\n    message: "No."\n    why: "{"so " * 30}"\n'
                       f"    find: [word{i}]\n" for i in range(20))
        with Gateway("--on-block", "refuse", guide="rules:\n" + many) as gateway:
            got = gateway.check(TEXT + " ".join(f"word{i}" for i in range(20)))
            self.assertLess(len(got.refused), 512)
            self.assertTrue(got.refused.startswith("550 5.7.1 Not sent: please change 20 things."))


class Faults(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.gateway = cls.enterClassContext(Gateway("--mail-limit", "1000000"))

    def still_works(self):
        self.assertEqual(self.gateway.check(TEXT + "A ticket.").name(), "warn")

    def test_many_mails_on_one_connection(self):
        with self.gateway.connect() as server:
            for _ in range(50):
                self.assertEqual(server.check(TEXT + "A ticket.").name(), "warn")
                self.assertEqual(server.check(TEXT + "Fine.").name(), "pass")
                server.begin()
                server.send(b"A")  # the mail server gives this mail up

    def test_a_mail_server_that_wants_every_answer(self):
        with Server(self.gateway.port, offered=0) as server:
            mail = TEXT + "A ticket.\n" + "x" * 2_000_000
            self.assertEqual(server.check(mail).name(), "unchecked (too long)")
            self.assertEqual(server.check(TEXT + "A ticket.").name(), "warn")

    def test_connections_that_are_dropped(self):
        for step in range(4):
            server = Server(self.gateway.port)
            if step > 0:
                server.begin()
            if step > 1:
                server.head(b"From: a@b.example")
            if step > 2:
                server.send(b"B", b"half a")
            server.socket.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack("ii", 1, 0))
            server.socket.close()
        self.still_works()

    def test_what_is_no_milter_protocol(self):
        for junk in (b"GET / HTTP/1.1\r\n\r\n", b"\xff" * 64, struct.pack("!I", 0), b"\0\0\0\x01E"):
            with socket.create_connection(("127.0.0.1", self.gateway.port)) as connection:
                connection.sendall(junk)
        self.still_works()

    def test_mails_that_are_broken(self):
        nested = b"Content-Type: multipart/mixed; boundary=b\n\n--b\n" * 3000
        for mail in (b"\n\n", b"no header at all", b"From: \xff\xfe <<<@@>>\nTo: ,,;:\n\n\xff",
                     HEAD.encode() + b"Content-Type: multipart/mixed\n\nA ticket.",
                     HEAD.encode() + b"Content-Type: multipart/mixed; boundary=x\n\n--y\n\n--x",
                     HEAD.encode() + b"Content-Type: text/plain; charset=\"\n\n\0A ticket",
                     HEAD.encode() + b"Content-Transfer-Encoding: base64\n\n!!!! =A=",
                     HEAD.encode() + b"Content-Transfer-Encoding: quoted-printable\n\n=ZZ=1",
                     HEAD.encode() + nested):
            self.assertIsNotNone(self.gateway.check(mail).name(), mail[:80])
        self.still_works()

    def test_a_mail_of_ten_megabytes(self):
        mail = email.message.EmailMessage(policy=email.policy.SMTP)
        mail["From"] = "marta@acme.example"
        mail.set_content("Your ticket.")
        mail.add_attachment(b"stupid " * 1_100_000, maintype="application",
                            subtype="octet-stream", filename="a.bin")
        got = self.gateway.check(mail.as_bytes())
        self.assertEqual((got.name(), got.skipped), ("warn", True))

    def test_a_head_of_ten_thousand_lines(self):
        mail = "".join(f"X-Line-{i}: {'x' * 900}\n" for i in range(2000)) + TEXT + "A ticket."
        self.assertIsNotNone(self.gateway.check(mail).name())

    def test_twenty_servers_at_once(self):
        strange = []

        def send(me):
            try:
                for i in range(25):
                    wanted = ("pass", "warn", "block")[(me + i) % 3]
                    text = {"pass": "Fine.", "warn": "A ticket.", "block": "Stupid."}[wanted]
                    if self.gateway.check(TEXT + text).name() != wanted:
                        strange.append(wanted)
            except Exception as failure:  # pylint: disable=broad-except
                strange.append(repr(failure))

        senders = [threading.Thread(target=send, args=(me,)) for me in range(20)]
        for sender in senders:
            sender.start()
        for sender in senders:
            sender.join()
        self.assertEqual(strange, [])


class Life(unittest.TestCase):
    def test_reload(self):
        with Gateway() as gateway:
            with gateway.connect() as server:
                def rules():
                    return server.check(TEXT + "A ticket.").added["X-Tonelint-Rules"]
                self.assertEqual(rules(), "house")
                gateway.write("acme.yaml", OTHER)
                gateway.wait_for(lambda: rules() == "other-house")
                gateway.write("acme.yaml", "rules: {broken")
                problem = gateway.wait_for(lambda: gateway.events("guide_broken"))[0]["problem"]
                self.assertTrue(problem.startswith("acme.yaml:"), problem)
                self.assertEqual(rules(), "other-house")

    def test_every_hangup_reloads_and_none_ends_it(self):
        with Gateway() as gateway:
            for _ in range(20):
                gateway.reload()
                time.sleep(0.01)
            gateway.wait_for(lambda: gateway.events("guide_loaded"))
            self.assertIsNone(gateway.process.poll())
            self.assertEqual(gateway.check(TEXT + "A ticket.").name(), "warn")

    def test_the_end_waits_for_what_is_under_way(self):
        with Gateway() as gateway:
            with gateway.connect() as server:
                server.begin()
                server.head(b"From: a@b.example")
                gateway.process.terminate()
                gateway.wait_for(lambda: gateway.events("ending"))
                server.ask(b"B", b"A ticket.")
                server.send(b"E")
                self.assertEqual(server.receive()[0], b"h")
            self.assertEqual(gateway.process.wait(timeout=30), 0)
            self.assertEqual(gateway.events("ended")[0]["mails"], 0)

    def test_a_socket_in_the_file_system(self):
        with Gateway("--socket", "unix:milter") as gateway:
            self.assertTrue((gateway.path / "milter").is_socket())
            self.assertEqual(gateway.end(), 0)

    def test_why_it_does_not_start(self):
        with Gateway() as gateway:
            with self.assertRaisesRegex(AssertionError, "can't listen at inet:"):
                Gateway("--socket", f"inet:{gateway.port}@127.0.0.1")
        with self.assertRaisesRegex(AssertionError, "acme.yaml:1:"):
            Gateway(guide="rules: {broken")
        with self.assertRaisesRegex(AssertionError, "--on-block"):
            Gateway("--on-block", "maybe")


if __name__ == "__main__":
    unittest.main()
