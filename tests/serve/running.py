"""A program that keeps running, in a folder of its own: what the tests of services share."""

import json
import os
import pathlib
import signal
import subprocess
import tempfile
import time

PROGRAM = os.environ["TONELINT_PROGRAM"]
SECRET = "Zanzibar"  # stands in drafts and mails, and must never be seen in a log, metric or header

GUIDE = """\
rules:
  house:
    message: "We say “conversation”."
    find: {"ticket[s]": "conversation{s}"}
    safe: true
    examples: [{bad: "A [[ticket]].", good: "A conversation."}]
  insult:
    message: "“{match}” hurts."
    why: "It’s 100% unkind – and never helps."
    level: error
    find: [stupid, "stupid Zanzibar"]
    examples: [{bad: "[[stupid]]"}, {good: "clever"}]
  perhaps:
    message: "Be sure."
    level: suggestion
    find: [perhaps]
    examples: [{bad: "[[perhaps]]"}, {good: "surely"}]
"""
OTHER = GUIDE.replace("house:", "other-house:")


class Running:
    """`with` ends it; what it logs is in `log()`. `start` is for those that inherit."""

    def __init__(self):
        self.folder = tempfile.TemporaryDirectory()
        self.path = pathlib.Path(self.folder.name)

    def start(self, *words, log=None, environment=None):
        """Runs `tonelint words`; the first line that it prints."""
        self.log_file = open(log or self.path / "log", "wb")
        self.process = subprocess.Popen(
            [PROGRAM, *words], cwd=self.path, stderr=self.log_file, stdout=subprocess.PIPE,
            env={**os.environ, **(environment or {})})
        return self.process.stdout.readline().decode()

    def not_started(self, line):
        self.process.wait()
        raise AssertionError("it did not start: " + line + self.log())

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
