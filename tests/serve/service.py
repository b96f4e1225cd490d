"""A running service in a folder of its own, and ways to ask it."""

import http.client
import json
import os
import pathlib
import re
import signal
import socket
import subprocess
import tempfile
import time

PROGRAM = os.environ["TONELINT_PROGRAM"]
SECRET = "Zanzibar"  # stands in drafts, and must never be seen in a log or a metric

GUIDE = """\
rules:
  house:
    message: "We say “conversation”."
    find: {"ticket[s]": "conversation{s}"}
    safe: true
    examples: [{bad: "A [[ticket]].", good: "A conversation."}]
  insult:
    message: "“{match}” hurts."
    level: error
    find: [stupid]
    examples: [{bad: "[[stupid]]"}, {good: "clever"}]
  perhaps:
    message: "Be sure."
    level: suggestion
    find: [perhaps]
    examples: [{bad: "[[perhaps]]"}, {good: "surely"}]
"""
OTHER = GUIDE.replace("house:", "other-house:")


class Answer:
    def __init__(self, status, headers, body):
        self.status, self.headers, self.body = status, headers, body

    def json(self):
        return json.loads(self.body)


class Service:
    """`with Service("--rate", "5") as service:` runs it; what it logs is in `log()`."""

    def __init__(self, *options, guide=GUIDE, environment=None, guides=("acme=acme.yaml",),
                 files=None, log=None):
        self.folder = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.folder.name)
        self.write("acme.yaml", guide)
        self.write("other.yaml", OTHER)
        for name, text in (files or {}).items():
            self.write(name, text)
        words = [word for each in guides for word in ("--guide", each)]
        port = [] if "--port" in options else ["--port", "0"]
        self.log_file = open(log or self.path / "log", "wb")
        self.process = subprocess.Popen(
            [PROGRAM, "serve", *port, *words, *options], cwd=self.path, stderr=self.log_file,
            stdout=subprocess.PIPE, env={**os.environ, **(environment or {})})
        line = self.process.stdout.readline().decode()
        place = re.search(r"(https?)://(.+):(\d+)/", line)
        if place is None:
            self.process.wait()
            raise AssertionError("it did not start: " + line + self.log())
        self.port = int(place[3])

    def __enter__(self):
        return self

    def __exit__(self, *_):
        if self.process.poll() is None:
            self.process.kill()
        self.process.wait()
        self.process.stdout.close()
        self.log_file.close()
        self.folder.cleanup()

    def write(self, name, text):
        """Puts a file in place in one step, as editors do."""
        (self.path / (name + ".new")).write_text(text, encoding="utf-8")
        (self.path / (name + ".new")).rename(self.path / name)

    def log(self):
        return (self.path / "log").read_text(encoding="utf-8")

    def events(self, event):
        lines = [json.loads(line) for line in self.log().splitlines()]
        return [line for line in lines if line["event"] == event]

    def wait_for(self, what, seconds=20):
        end = time.monotonic() + seconds
        while time.monotonic() < end:
            if value := what():
                return value
            time.sleep(0.02)
        raise AssertionError("it never came; the log:\n" + self.log())

    def end(self):
        """SIGTERM; its exit status."""
        self.process.send_signal(signal.SIGTERM)
        return self.process.wait(timeout=30)

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
