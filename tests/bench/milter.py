#!/usr/bin/env python3
"""What the mail gateway adds to the time of a mail, behind a real Postfix on this machine.

    tests/bench/milter.py [PROGRAM [MAILS]]      PROGRAM: else build/release/tonelint; 1000 mails

Sends the mails by 20 senders at once and compares what arrives with what was sent, then sends them
through two doors of the same Postfix, with and without the gateway, in turns: by one sender, by 20 at
a usual pace, and by 20 as fast as they can. Ends with 1 when a mail was lost or altered but for
headers. Takes Debian's postfix and root.
"""

import os
import pathlib
import statistics
import sys

ROOT = pathlib.Path(__file__).resolve().parents[2]
program = pathlib.Path(sys.argv[1] if len(sys.argv) > 1 else ROOT / "build/release/tonelint")
os.environ["TONELINT_PROGRAM"] = str(program.resolve())
sys.path.insert(0, str(ROOT / "tests" / "milter"))

from gateway import Gateway  # pylint: disable=wrong-import-position
from mails import differences, mail_number  # pylint: disable=wrong-import-position
from postfix import Postfix, why_not  # pylint: disable=wrong-import-position

TARGET = 5  # ms at the median


def milliseconds(times):
    return statistics.median(times) * 1000


def main():
    if why_not():
        print(why_not(), file=sys.stderr)
        return 2
    count = int(sys.argv[2]) if len(sys.argv) > 2 else 1000
    sent = [mail_number(i) for i in range(count)]
    mails = [mail for mail, _ in sent]
    with Gateway() as gateway, Postfix(gateway.port) as postfix:
        postfix.send_all(mails)
        found = differences(sent, postfix.arrived(count, seconds=300))
        print(f"{count} mails by 20 senders: {len(found)} lost or altered")
        for each in found[:20]:
            print("  " + each)
    with Gateway("--quiet", guide_name="support") as gateway, Postfix(gateway.port) as postfix:
        # Without a pause 20 senders take all that the machine has, and each millisecond of work counts 20 times,
        # once for each that waits; with it they send some 100 mails a second.
        for senders, pause in ((1, 0), (20, 0.2), (20, 0)):
            checked, plain = [], []
            for begin in range(0, count, 100):
                some = mails[begin:begin + 100]
                plain += postfix.send_all(some, postfix.plain, senders, pause)
                checked += postfix.send_all(some, postfix.checked, senders, pause)
            added = milliseconds(checked) - milliseconds(plain)
            pace = "as fast as can be" if pause == 0 else "5 mails a second each"
            print(f"{senders:2} sender{'s' if senders > 1 else ''}, {pace}: median {milliseconds(plain):.1f} ms without, "
                  f"{milliseconds(checked):.1f} ms with the gateway: {added:+.1f} ms (target: {TARGET})")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
