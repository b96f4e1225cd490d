"""A running service in a folder of its own, and ways to ask it."""

import http.client
import json
import re
import socket

from running import GUIDE, OTHER, Running


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    def json(self):
        return json.loads(self.body)


class Service(Running):
    """`with Service("--rate", "5") as service:` runs it."""

    def __init__(self, *options, guide=GUIDE, environment=None, guides=("acme=acme.yaml",),
                 files=None, log=None):
        super().__init__()
        self.write("acme.yaml", guide)
        self.write("other.yaml", OTHER)
        for name, text in (files or {}).items():
            self.write(name, text)
        words = [word for each in guides for word in ("--guide", each)]
        port = [] if "--port" in options else ["--port", "0"]
        line = self.start("serve", *port, *words, *options, log=log, environment=environment)
        place = re.search(r"(https?)://(.+):(\d+)/", line)
        if place is None:
            self.not_started(line)
        self.port = int(place[3])

    def connect(self):
        return http.client.HTTPConnection("127.0.0.1", self.port, timeout=30)

    def ask(self, method, path, body=None, headers=None, connection=None):
        mine = connection or self.connect()
        mine.request(method, path, body=body, headers=headers or {})
        got = mine.getresponse()
        answer = Answer(got.status, got.headers, got.read())
        if connection is None:
            mine.close()
        return answer

    def check(self, reply, path="/v1/check", headers=None, **context):
        body = json.dumps({"reply": reply, **context})
        return self.ask("POST", path, body, {"Content-Type": "application/json", **(headers or {})})

    def socket(self):
        return socket.create_connection(("127.0.0.1", self.port), timeout=30)

    def raw(self, *pieces):
        """Sends bytes as they are; all that comes until the connection is closed."""
        with self.socket() as connection:
            for piece in pieces:
                connection.sendall(piece)
            return read_all(connection)


def read_all(connection):
    got = b""
    try:
        while more := connection.recv(65536):
            got += more
    except ConnectionResetError:
        pass
    return got
