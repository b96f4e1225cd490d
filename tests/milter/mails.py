"""Mails as helpdesks send them, no two alike: plain, HTML, both, with attachments, in several codings."""

import base64
import email.message
import email.policy
import random

import gateway  # leads to tests/serve  # noqa: F401
from running import SECRET

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


def parts(mail):
    """The header fields, as they are folded, and the body."""
    head, _, body = mail.replace(b"\r\n", b"\n").partition(b"\n\n")
    fields = []
    for line in head.split(b"\n"):
        if line[:1] in (b" ", b"\t") and fields:
            fields[-1] += b"\n" + line
        else:
            fields.append(line)
    return fields, body


def name_of(fields):
    return next(field for field in fields if field.startswith(b"Message-ID:"))


def differences(sent, arrived):
    """What is not as it should be: `sent` has mails with their verdicts, `arrived` what was delivered.

    Each mail is to arrive once, with all its header fields in their order but forged ones of ours, its
    body to the byte, and besides the verdict nothing but what mail servers add on the way.
    """
    found, by_name = [], {}
    for mail in arrived:
        fields, body = parts(mail)
        if name_of(fields) in by_name:
            found.append(f"{name_of(fields)} came twice")
        by_name[name_of(fields)] = fields, body
    on_the_way = {b"Return-Path", b"X-Original-To", b"Delivered-To", b"Received"}
    for mail, verdict in sent:
        fields, body = parts(mail)
        name = name_of(fields)
        if name not in by_name:
            found.append(f"{name} was lost")
            continue
        got_fields, got_body = by_name[name]
        if got_body != body:
            found.append(f"{name}: its body was altered")
        wanted = [field for field in fields if not field.lower().startswith(b"x-tonelint-")]
        ours = [field for field in got_fields if field.lower().startswith(b"x-tonelint-")]
        if [field for field in got_fields if field in wanted] != wanted:
            found.append(f"{name}: its head was altered")
        if ours[:1] != [b"X-Tonelint-Verdict: " + verdict]:
            found.append(f"{name}: {ours[:1]} instead of {verdict}")
        rest = {field.split(b":")[0] for field in got_fields if field not in wanted + ours}
        if rest != on_the_way:
            found.append(f"{name}: {rest}")
    return found
