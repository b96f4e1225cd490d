"""A Postfix of its own on this machine: its settings, queue and mailbox are in a folder that goes with it.

Needs Debian's `postfix` package and to be root, as Postfix does; nothing of the system's own Postfix is
read or changed.
"""

import os
import pathlib
import pwd
import shutil
import smtplib
import socket
import subprocess
import tempfile
import textwrap
import threading
import time

MAIN = """\
compatibility_level = 3.6
queue_directory = {folder}/queue
data_directory = {folder}/data
maillog_file = {folder}/log
maillog_file_prefixes = {folder}
mail_owner = postfix
setgid_group = postdrop
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
myhostname = desk.acme.example
mydestination =
mynetworks = 127.0.0.0/8
smtpd_recipient_restrictions = permit_mynetworks, reject
smtpd_peername_lookup = no
alias_maps =
alias_database =
biff = no
in_flow_delay = 0
message_size_limit = 0
mailbox_size_limit = 0
virtual_mailbox_limit = 0
virtual_mailbox_domains = customer.example
virtual_mailbox_base = {folder}/mail
virtual_mailbox_maps = static:all/
virtual_uid_maps = static:{owner}
virtual_gid_maps = static:{owner}
virtual_minimum_uid = 1
# From examples/helpdesks/mail:
{lines}
"""

# The second door has no gateway behind it, to compare with.
MASTER = """\
{checked} inet n - n - 50 smtpd
{plain} inet n - n - 50 smtpd
  -o smtpd_milters=
cleanup unix n - n - 0 cleanup
qmgr unix n - n 300 1 qmgr
rewrite unix - - n - - trivial-rewrite
bounce unix - - n - 0 bounce
defer unix - - n - 0 bounce
trace unix - - n - 0 bounce
verify unix - - n - 1 verify
proxymap unix - - n - - proxymap
error unix - - n - - error
retry unix - - n - - error
virtual unix - n n - 20 virtual
anvil unix - - n - 1 anvil
postlog unix-dgram n - n - 1 postlogd
"""

README = pathlib.Path(__file__).parents[2] / "examples" / "helpdesks" / "mail" / "README.md"


def why_not():
    """Why Postfix cannot be tried here, or nothing."""
    if shutil.which("postfix", path="/usr/sbin:/usr/bin") is None:
        return "Postfix is not installed"
    if os.geteuid() != 0:
        return "Postfix can only be started as root"
    return ""


def documented_lines(port):
    """The lines that examples/helpdesks/mail tells to add to main.cf, for the gateway at a port."""
    text = README.read_text(encoding="utf-8")
    block = text.split("<!-- main.cf -->")[1].split("```")[1]
    block = textwrap.dedent(block)
    assert "inet:127.0.0.1:7879" in block
    return block.replace("127.0.0.1:7879", f"127.0.0.1:{port}")


def free_port():
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return place.getsockname()[1]


class Postfix:
    def __init__(self, milter_port):
        self.folder = tempfile.TemporaryDirectory(prefix="tonelint-postfix-")
        self.path = pathlib.Path(self.folder.name)
        self.path.chmod(0o755)
        owner = pwd.getpwnam("nobody")
        for name in ("etc", "queue", "data", "mail"):
            (self.path / name).mkdir(mode=0o755)
        shutil.chown(self.path / "data", "postfix")
        shutil.chown(self.path / "mail", owner.pw_uid)
        self.checked, self.plain = free_port(), free_port()
        (self.path / "etc" / "main.cf").write_text(MAIN.format(
            folder=self.path, owner=owner.pw_uid, lines=documented_lines(milter_port)))
        (self.path / "etc" / "master.cf").write_text(
            MASTER.format(checked=f"127.0.0.1:{self.checked}", plain=f"127.0.0.1:{self.plain}"))
        self.command("start")
        self.wait_for_door()

    def command(self, word):
        subprocess.run(["/usr/sbin/postfix", "-c", self.path / "etc", word], check=True, timeout=60,
                       stdin=subprocess.DEVNULL, stdout=subprocess.DEVNULL,
                       stderr=subprocess.PIPE, text=True)

    def wait_for_door(self):
        for _ in range(200):
            try:
                socket.create_connection(("127.0.0.1", self.checked), timeout=1).close()
                return
            except OSError:
                time.sleep(0.05)
        raise AssertionError("Postfix did not start:\n" + self.log())

    def __enter__(self):
        return self

    def __exit__(self, *_):
        self.command("stop")
        self.folder.cleanup()

    def log(self):
        path = self.path / "log"
        return path.read_text(encoding="utf-8", errors="replace") if path.exists() else ""

    def connect(self, port=None):
        return smtplib.SMTP("127.0.0.1", port or self.checked, timeout=60)

    def send_all(self, mails, port=None, senders=20, pause=0):
        """All mails, by several senders at once, each with a pause between two; the seconds that each took. Raises what went wrong."""
        times, strange = [], []

        def send(mine):
            try:
                with self.connect(port) as smtp:
                    for mail in mine:
                        begin = time.perf_counter()
                        smtp.sendmail("marta@acme.example", ["kim@customer.example"], mail)
                        times.append(time.perf_counter() - begin)
                        time.sleep(pause)
            except Exception as failure:  # pylint: disable=broad-except
                strange.append(failure)

        threads = [threading.Thread(target=send, args=(mails[i::senders],)) for i in range(senders)]
        for thread in threads:
            thread.start()
        for thread in threads:
            thread.join()
        if strange:
            raise strange[0]
        return times

    def arrived(self, count, seconds=60):
        """The mails in the mailbox, as bytes, once there are as many; those there are after a while."""
        folder, end = self.path / "mail" / "all" / "new", time.monotonic() + seconds
        while True:
            names = list(folder.iterdir()) if folder.is_dir() else []
            if len(names) >= count or time.monotonic() > end:
                return [name.read_bytes() for name in names]
            time.sleep(0.05)
