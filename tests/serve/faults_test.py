"""What goes wrong on the way: slow, silent, half-closed, too large, too many, broken."""

import http.client
import json
import resource
import socket
import threading
import time
import unittest

from service import Service, read_all

HEAD = b"POST /v1/check HTTP/1.1\r\nHost: localhost\r\n"


def status_of(answer):
    return int(answer.split(b" ")[1]) if answer else None


class Bodies(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.service = cls.enterClassContext(Service("--body-limit", "10000"))

    def post(self, body):
        return self.service.ask("POST", "/v1/check", body)

    def test_over_the_limit(self):
        self.assertEqual(self.service.check("x" * 9000).status, 200)
        answer = self.service.check("x" * 10001)
        self.assertEqual((answer.status, answer.json()["type"]),
                         (413, "urn:tonelint:problem:body-too-large"))

    def test_over_the_limit_in_chunks(self):
        chunk = b"1000\r\n" + b"x" * 4096 + b"\r\n"
        got = self.service.raw(HEAD + b"Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n",
                               chunk * 5, b"0\r\n\r\n")
        self.assertEqual(status_of(got), 413)

    def test_in_chunks(self):
        body = json.dumps({"reply": "A ticket."}).encode()
        got = self.service.raw(HEAD + b"Connection: close\r\nTransfer-Encoding: chunked\r\n\r\n",
                               b"%x\r\n%b\r\n0\r\n\r\n" % (len(body), body))
        self.assertEqual(status_of(got), 200)
        self.assertIn(b'"verdict":"warn"', got)

    def test_a_huge_one_is_refused_before_it_is_sent(self):
        got = self.service.raw(HEAD + b"Content-Length: 99999999\r\nExpect: 100-continue\r\n\r\n")
        self.assertEqual(status_of(got), 413)

    def test_malformed_json(self):
        for body in (b"", b"{", b"[]", b"null", b'{"reply":1}', b'{"reply":"x"}}', b"\x00", b"reply=x"):
            self.assertIn(self.post(body).status, (400, 422), body)

    def test_deep_json(self):
        for body in (b"[" * 5000, b'{"a":' * 1500, b'{"thread":' + b"[" * 4000):
            self.assertIn(self.post(body).status, (400, 422))

    def test_invalid_utf8(self):
        self.assertEqual(self.post(b'{"reply":"\xff\xfe"}').status, 400)
        answer = self.service.ask("POST", "/v1/check", b"caf\xe9 \xff ticket",
                                  {"Content-Type": "text/plain"})
        self.assertEqual(answer.status, 200)
        json.loads(answer.body.decode("utf-8"))

    def test_a_long_head(self):
        got = self.service.raw(HEAD + b"X-Long: " + b"x" * 60000 + b"\r\n\r\n")
        self.assertEqual(status_of(got), 431)

    def test_no_http_at_all(self):
        got = self.service.raw(b"\x16\x03\x01hello\r\n\r\n")
        self.assertIn(status_of(got), (400, None))
        self.assertEqual(self.service.check("x").status, 200)

    def test_half_closed(self):
        body = json.dumps({"reply": "A ticket."}).encode()
        for part in (HEAD[:20], HEAD + b"Content-Length: 50\r\n\r\n" + body):
            with self.service.socket() as connection:
                connection.sendall(part)
                connection.shutdown(socket.SHUT_WR)
                begin = time.monotonic()
                self.assertEqual(read_all(connection), b"")
                self.assertLess(time.monotonic() - begin, 10)
        self.assertEqual(self.service.check("x").status, 200)

    def test_half_closed_after_a_whole_request(self):
        body = json.dumps({"reply": "A ticket."}).encode()
        with self.service.socket() as connection:
            connection.sendall(HEAD + b"Content-Length: %d\r\n\r\n" % len(body) + body)
            connection.shutdown(socket.SHUT_WR)
            self.assertEqual(status_of(read_all(connection)), 200)

    def test_gone_before_the_answer(self):
        body = json.dumps({"reply": "A ticket. " * 900}).encode()
        for _ in range(50):
            with self.service.socket() as connection:
                connection.sendall(HEAD + b"Content-Length: %d\r\n\r\n" % len(body) + body)
        self.assertEqual(self.service.check("x").status, 200)

    def test_two_requests_at_once(self):
        one = b"GET /healthz HTTP/1.1\r\nHost: localhost\r\n"
        got = self.service.raw(one + b"\r\n" + one + b"Connection: close\r\n\r\n")
        self.assertEqual(got.count(b'{"status":"ok"}'), 2)


class Long(unittest.TestCase):
    def test_a_long_line_of_one_character(self):
        with Service() as service:
            for character in ("a", "!", " ", "<", "😀", "\u0301", "\n"):
                draft = character * (900_000 // len(character.encode()))
                begin = time.monotonic()
                answer = service.ask("POST", "/v1/check", draft.encode(),
                                     {"Content-Type": "text/html" if character == "<"
                                      else "text/plain"})
                self.assertEqual(answer.status, 200)
                self.assertLess(time.monotonic() - begin, 30)


class Time(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.service = cls.enterClassContext(Service("--request-time", "1", "--idle-time", "2"))

    def test_a_body_that_drips(self):
        with self.service.socket() as connection:
            connection.sendall(HEAD + b"Content-Length: 1000\r\n\r\n")
            got, begin = b"", time.monotonic()
            connection.settimeout(0.1)
            while time.monotonic() - begin < 20:
                try:
                    connection.sendall(b" ")
                    got = connection.recv(65536)
                    break
                except TimeoutError:
                    pass
            self.assertEqual(status_of(got), 408)
            self.assertIn(b"application/problem+json", got)

    def test_a_body_that_never_comes(self):
        self.assertEqual(status_of(self.service.raw(HEAD + b"Content-Length: 9\r\n\r\n")), 408)

    def test_idle_connections_end(self):
        with self.service.socket() as silent, self.service.socket() as half:
            half.sendall(b"GET /hea")
            begin = time.monotonic()
            self.assertEqual((read_all(silent), read_all(half)), (b"", b""))
            self.assertLess(time.monotonic() - begin, 20)

    def test_others_are_served_meanwhile(self):
        slow = [self.service.socket() for _ in range(100)]
        for connection in slow:
            connection.sendall(HEAD + b"Content-Length: 9\r\n\r\n")
        self.assertEqual(self.service.check("A ticket.").status, 200)
        for connection in slow:
            connection.close()


class Many(unittest.TestCase):
    def test_connections_over_the_limit(self):
        with Service("--connections", "5") as service:
            held = [service.connect() for _ in range(5)]
            for connection in held:
                self.assertEqual(service.ask("GET", "/healthz", connection=connection).status, 200)
            answer = service.check("x")
            self.assertEqual((answer.status, answer.headers["Retry-After"]), (503, "1"))
            for connection in held:
                connection.close()
            service.wait_for(lambda: service.check("x").status == 200)


    def test_a_thousand_idle_ones(self):
        with Service("--connections", "1100") as service:
            idle = [service.socket() for _ in range(1000)]
            self.assertEqual(service.check("A ticket.").status, 200)
            for connection in idle:
                connection.close()


class Disk(unittest.TestCase):
    def test_a_log_that_cannot_be_written(self):
        with Service(log="/dev/full") as service:  # every write fails as on a full disk
            for _ in range(3):
                self.assertEqual(service.check("A ticket.").status, 200)
            self.assertEqual(service.end(), 0)


class Memory(unittest.TestCase):
    def test_a_request_without_memory_ends_nothing_else(self):
        with Service() as service:
            process = service.process.pid
            with open(f"/proc/{process}/statm") as numbers:
                size = int(numbers.read().split()[0]) * resource.getpagesize()
            if size > 1 << 40:
                self.skipTest("a sanitizer has taken the whole address space")
            most = resource.prlimit(process, resource.RLIMIT_AS)
            seen = set()
            for left in (0, 1 << 20, 4 << 20):
                resource.prlimit(process, resource.RLIMIT_AS, (size + left, most[1]))
                for _ in range(5):
                    try:
                        seen.add(service.check("A ticket. " * 90000).status)
                    except (http.client.HTTPException, OSError):
                        seen.add("hung up")
                resource.prlimit(process, resource.RLIMIT_AS, most)
                self.assertEqual(service.check("A ticket.").status, 200)
            self.assertIn(500, seen)
            self.assertLessEqual(seen, {200, 500, "hung up"})
            self.assertEqual(service.end(), 0)


class End(unittest.TestCase):
    def test_what_is_under_way_is_answered(self):
        with Service() as service, service.socket() as connection:
            body = json.dumps({"reply": "A ticket."}).encode()
            connection.sendall(HEAD + b"Content-Length: %d\r\n\r\n" % len(body) + body[:5])
            idle = service.connect()
            self.assertEqual(service.ask("GET", "/healthz", connection=idle).status, 200)
            service.process.terminate()
            service.wait_for(lambda: service.events("ending"))
            connection.sendall(body[5:])
            got = read_all(connection)
            self.assertEqual(status_of(got), 200)
            self.assertIn(b"\r\nConnection: close\r\n", got)
            self.assertEqual(service.process.wait(timeout=30), 0)
            idle.close()
            with self.assertRaises(ConnectionRefusedError):
                service.socket()

    def test_no_answer_is_cut_short_under_load(self):
        with Service("--quiet") as service:
            counts, strange = [0] * 8, []

            def ask(me):
                while True:
                    try:
                        answer = service.check("A ticket. " * 50)
                    except OSError:  # nobody listens any more
                        return
                    except http.client.HTTPException as failure:
                        if not isinstance(failure, http.client.RemoteDisconnected):
                            strange.append(repr(failure))
                        return
                    counts[me] += 1
                    if answer.status != 200 or answer.json()["verdict"] != "warn":
                        strange.append(answer.body)

            askers = [threading.Thread(target=ask, args=(me,)) for me in range(8)]
            for asker in askers:
                asker.start()
            service.wait_for(lambda: min(counts) > 3)
            self.assertEqual(service.end(), 0)
            for asker in askers:
                asker.join()
            self.assertEqual(strange, [])


if __name__ == "__main__":
    unittest.main()
