"""A running mail gateway in a folder of its own, and a mail server that asks it over the wire."""

import pathlib
import signal
import socket
import struct
import sys

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "serve"))

from running import GUIDE, Running  # pylint: disable=wrong-import-position

NO_REPLY_FOR_HEADERS = 0x80


def free_port():
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return place.getsockname()[1]


class Gateway(Running):
    """`with Gateway("--on-block", "refuse") as gateway:` runs it."""

    def __init__(self, *options, guide=GUIDE, guide_name="acme.yaml"):
        super().__init__()
        self.write("acme.yaml", guide)
        self.port = free_port()
        socket_option = [] if "--socket" in options else ["--socket", f"inet:{self.port}@127.0.0.1"]
        line = self.start("milter", "--guide", guide_name, *socket_option, *options)
        if not line.startswith("tonelint checks mail at "):
            self.not_started(line)

    def reload(self):
        self.process.send_signal(signal.SIGHUP)

    def connect(self):
        return Server(self.port)

    def check(self, mail, **settings):
        """What it says of one mail, over a connection of its own."""
        with self.connect() as server:
            return server.check(mail, **settings)


class Verdict:
    """What became of a mail: what was added, what was taken away, and whether it was refused."""

    def __init__(self):
        self.added, self.removed, self.refused, self.skipped = {}, [], None, False

    def name(self):
        return self.added.get("X-Tonelint-Verdict")


class Server:
    """The side of a mail server in the milter protocol, version 6."""

    def __init__(self, port, offered=0x1FFFFF):
        self.socket = socket.create_connection(("127.0.0.1", port), timeout=30)
        self.socket.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)
        self.send(b"O", struct.pack("!III", 6, 0x1FF, offered))
        command, data = self.receive()
        assert command == b"O", command
        _, self.actions, self.protocol = struct.unpack("!III", data[:12])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        try:
            self.send(b"Q")
        except OSError:
            pass
        self.socket.close()

    def send(self, command, data=b""):
        self.socket.sendall(struct.pack("!I", len(data) + 1) + command + data)

    def read(self, size):
        got = b""
        while len(got) < size:
            more = self.socket.recv(size - len(got))
            if not more:
                raise ConnectionError("the gateway has hung up")
            got += more
        return got

    def receive(self):
        size, = struct.unpack("!I", self.read(4))
        return self.read(1), self.read(size - 1)

    def ask(self, command, data=b""):
        self.send(command, data)
        return self.receive()[0]

    def begin(self, login=None):
        """MAIL FROM."""
        macros = b"i\0ABC123\0" + (b"{auth_authen}\0" + login + b"\0" if login else b"")
        self.send(b"D", b"M" + macros)
        return self.ask(b"M", b"<marta@acme.example>\0")

    def head(self, head):
        """The headers, folded ones with LF as Postfix has them."""
        fields = []
        for line in head.replace(b"\r\n", b"\n").split(b"\n"):
            if line[:1] in (b" ", b"\t") and fields:
                fields[-1] += b"\n" + line
            elif line:
                fields.append(line)
        for field in fields:
            name, _, value = field.partition(b":")
            self.send(b"L", name + b"\0" + value.lstrip(b" ") + b"\0")
            if not self.protocol & NO_REPLY_FOR_HEADERS:
                assert self.receive()[0] == b"c"

    def check(self, mail, login=None, chunk=65535):
        """Takes a whole mail through."""
        if isinstance(mail, str):
            mail = mail.encode()
        mail = mail.replace(b"\r\n", b"\n").replace(b"\n", b"\r\n")
        head, _, body = mail.partition(b"\r\n\r\n")
        verdict = Verdict()
        answer = self.begin(login)
        assert answer == b"c", answer
        self.head(head)
        for at in range(0, len(body), chunk):
            answer = self.ask(b"B", body[at:at + chunk])
            if answer == b"s":
                verdict.skipped = True
                break
            assert answer == b"c", answer
        self.send(b"D", b"Ei\0ABC123\0")
        self.send(b"E")
        while True:
            command, data = self.receive()
            if command == b"h":
                name, value, _ = data.split(b"\0")
                verdict.added[name.decode()] = value.decode()
            elif command == b"m":
                name, value, _ = data[4:].split(b"\0")
                assert value == b""
                verdict.removed.append((name.decode(), struct.unpack("!I", data[:4])[0]))
            elif command == b"y":
                # Mail servers take "%%" for "%".
                verdict.refused = data.rstrip(b"\0").decode("ascii").replace("%%", "%")
                return verdict
            else:
                assert command in (b"a", b"c"), command
                return verdict
