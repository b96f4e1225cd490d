"""tonelint as a function of SQL in DuckDB: `tone(reply)` gives the answer of `tonelint stream` as JSON.

    import duckdb, tone
    database = duckdb.connect()
    tone.register(database)
    database.sql("select id, tone(body) ->> 'verdict' from 'replies.csv'")

One `tonelint stream` serves the whole connection. Needs the packages duckdb, numpy and pyarrow.
"""

import json
import os
import subprocess
import threading

import pyarrow


class Stream:
    """A running `tonelint stream`: takes many replies at once and gives as many answers."""

    def __init__(self, program="tonelint", words=()):
        self.process = subprocess.Popen([program, "stream", *words], stdin=subprocess.PIPE,
                                        stdout=subprocess.PIPE)
        self.lock = threading.Lock()

    def answers(self, replies):
        lines = b"".join(json.dumps({"reply": each or "", "template": False}).encode() + b"\n"
                         for each in replies)
        with self.lock:
            # Written beside the reading: neither side can fill a pipe and wait for the other.
            writer = threading.Thread(target=self.write, args=(lines,))
            writer.start()
            found = [self.process.stdout.readline().decode() for _ in replies]
            writer.join()
        if found and not found[-1].endswith("\n"):
            raise RuntimeError("tonelint stream has ended")
        return found

    def write(self, lines):
        try:
            self.process.stdin.write(lines)
            self.process.stdin.flush()
        except BrokenPipeError:
            pass  # told by the answers that do not come

    def close(self):
        self.process.stdin.close()
        self.process.wait()
        self.process.stdout.close()


def register(database, program=os.environ.get("TONELINT", "tonelint"), words=()):
    """Makes `tone(text)` known to a connection."""
    stream = Stream(program, words)

    def tone(replies: pyarrow.lib.ChunkedArray) -> pyarrow.lib.Array:
        return pyarrow.array(stream.answers(replies.to_pylist()))

    database.create_function("tone", tone, ["VARCHAR"], "VARCHAR", type="arrow")
    return stream
