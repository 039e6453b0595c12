"""A server that is killed while people read and an import writes: the import is not disturbed, the
registry is sound, and the next server shows all that was acknowledged."""

import contextlib
import random
import re
import threading
import urllib.error
import urllib.parse
import urllib.request

import pytest

from conftest import MOMENTS
from moments import SIGKILL, kill_at_random

WORKERS = 3_000
# Longer than the import takes beside a server.
SECONDS = 1.5
PAGES = ("", "search?q=样例7", "parties/w7", "parties/w9/reasons", "overview", "policies/")


class Readers:
    """Some who ask for one page after the other until the server is gone."""

    def __init__(self, address):
        self.answers = 0
        self.wrong = []
        self.address = address
        self.threads = [threading.Thread(target=self.read) for _ in range(3)]
        for thread in self.threads:
            thread.start()

    def read(self):
        with contextlib.suppress(OSError, urllib.error.URLError, ConnectionError):
            while True:
                status = ask(self.address, random.choice(PAGES))[0]
                self.answers += 1
                if status not in (200, 404):
                    self.wrong.append(status)

    def end(self):
        for thread in self.threads:
            thread.join(timeout=30)
            assert not thread.is_alive()


def ask(address, page):
    """Status and text of a page."""
    path = "/zh/" + urllib.parse.quote(page, safe="/?=")
    try:
        with urllib.request.urlopen(address + path, timeout=20) as answer:
            return answer.status, answer.read().decode()
    except urllib.error.HTTPError as error:
        return error.code, error.read().decode()


def serve(registry):
    """A server on a free port, and its address."""
    server = registry.start("serve", "--listen", "127.0.0.1:0")
    for line in server.stdout:
        if match := re.search(r"http://127\.0\.0\.1:\d+", line):
            return server, match.group(0)
    raise AssertionError(server.communicate()[1])


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_serving(registry, moment):
    people = [f"w{index},样例{index},{10_000_000_000 + index}" for index in range(WORKERS)]
    table = registry.write("person.csv", ["id,name,phone", *people])
    server, address = serve(registry)
    readers = Readers(address)
    writing = registry.start("import", "--quiet", table) if moment % 2 == 0 else None
    assert kill_at_random(server, SECONDS)
    readers.end()
    assert readers.wrong == []
    if writing:
        assert writing.wait(timeout=60) == 0, writing.stderr.read()
        writing.communicate()
        assert registry.count("person") == WORKERS + 2
    registry.check()

    server, address = serve(registry)
    try:
        known = "w7" if writing else "p1"
        status, page = ask(address, f"parties/{known}")
        assert status == 200 and ("样例7" if writing else "甲样例") in page
    finally:
        server.kill()
        server.communicate()
    assert server.returncode == SIGKILL
