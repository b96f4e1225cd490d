"""Asks an HTTP API for JSON, patiently: waits when it is told to, tries again when the other side or the
network fails, and gives up with one clear sentence. Python's standard library only."""

import base64
import http.client
import json
import time
import urllib.error
import urllib.parse
import urllib.request

TRIES = 6
LONGEST_WAIT = 120  # seconds


class Failed(Exception):
    """Why nothing can be fetched, as a sentence for people. Never holds a token."""


def basic(user, password):
    word = base64.b64encode(f"{user}:{password}".encode()).decode()
    return {"Authorization": f"Basic {word}"}


def bearer(token):
    return {"Authorization": f"Bearer {token}"}


def wait_of(answer, tries):
    """Seconds: what the other side says (Retry-After, as a number), else twice as long each time."""
    said = answer.headers.get("Retry-After") if answer is not None else None
    try:
        return min(float(said), LONGEST_WAIT)
    except (TypeError, ValueError):
        return min(2.0 ** tries, LONGEST_WAIT)


class Api:
    """One service: where it is, and what it wants in each request."""

    def __init__(self, base, headers, sleep=time.sleep):
        self.base = base.rstrip("/")
        self.headers = {"Accept": "application/json", "User-Agent": "tonelint-export", **headers}
        self.sleep = sleep

    def url(self, path):
        """A path, or a whole address from the other side: which must lead to the same place, as the
        token goes with it."""
        if not path.startswith(("http://", "https://")):
            return self.base + path
        if urllib.parse.urlsplit(path)[:2] != urllib.parse.urlsplit(self.base)[:2]:
            raise Failed(f"The next page is said to be on another host: {path}")
        return path

    def get(self, path, **parameters):
        return self.ask(path, parameters)

    def post(self, path, form):
        return self.ask(path, {}, urllib.parse.urlencode(form).encode())

    def ask(self, path, parameters, data=None):
        url = self.url(path)
        if parameters:
            url += ("&" if "?" in url else "?") + urllib.parse.urlencode(parameters)
        for tries in range(TRIES):
            answer = None
            try:
                request = urllib.request.Request(url, data, self.headers)
                with urllib.request.urlopen(request, timeout=60) as answer:
                    return json.loads(answer.read())
            except urllib.error.HTTPError as error:
                if error.code != 429 and error.code < 500:
                    raise Failed(f"{url} answers {error.code} {error.reason}.") from None
                why, answer = f"{error.code} {error.reason}", error
            except (OSError, http.client.HTTPException, ValueError) as error:
                why = str(error) or type(error).__name__  # no answer, half of one, or no JSON
            if tries + 1 < TRIES:
                self.sleep(wait_of(answer, tries))
        raise Failed(f"{url} gave no answer in {TRIES} tries; the last: {why}.")
