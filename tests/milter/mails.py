"""Mails as helpdesks send them, no two alike: plain, HTML, both, with attachments, in several codings."""

import base64
import email.message
import email.policy
import random

from gateway import SECRET

TEXTS = (
    (b"pass", "Hi Kim,\n\nyour parcel is on its way – it comes on Friday.\n\nMarta {0}\n"),
    (b"warn", "Hi Kim,\n\nyour ticket {0} is open. Grüße from “us” 😀\n\nMarta\n"),
    (b"block", "A stupid {0} thing.\n.\n..\n.leading dots\nFrom here on.\n\t \n\nMarta\n"),
)


def mail_number(number):
    """Its bytes and the verdict it is to get."""
    chance = random.Random(number)
    verdict, text = TEXTS[number % 3]
    text = text.format(SECRET) + "\n".join("x" * chance.randrange(70) for _ in range(number % 7))
    text = text + "\n" + ("> quoted stupid ticket\n" if number % 2 else "")
    mail = email.message.EmailMessage(policy=email.policy.SMTP)
    mail["X-Tonelint-Verdict"] = "pass; forged"
    mail["Message-ID"] = f"<{number}@acme.example>"
    mail["Date"] = "Mon, 04 Mar 2024 10:00:00 +0000"
    mail["From"] = "Marta at Acme <marta@acme.example>"
    mail["To"] = "Kim Example <kim@customer.example>"
    mail["Subject"] = f"Übersicht {number} " + "long " * (number % 30)
    kind = number % 4
    if kind == 1:
        mail.set_content(text, cte="base64")
    else:
        mail.set_content(text, cte="quoted-printable" if kind == 2 else None)
    if kind == 3:
        mail.add_alternative("<p>" + text.replace("\n", "<br>") + "</p>", subtype="html")
    if number % 5 == 0:
        mail.add_attachment(chance.randbytes(chance.randrange(1, 30000)), maintype="application",
                            subtype="pdf", filename="Rechnung für Kim.pdf")
    if number % 50 == 49:  # what no library writes
        raw = mail.as_bytes().partition(b"\r\n\r\n")[0].split(b"\r\n")
        head = [line for line in raw if line.startswith((b"X-T", b"Message-ID", b"Date", b"From"))]
        body = b"\r\nContent-Transfer-Encoding: base64\r\n\r\n" + base64.b64encode(text.encode())
        return b"\r\n".join(head) + body + b"\r\n", verdict
    return mail.as_bytes(), verdict
