"""An office that is killed while people work in it: what it has acknowledged is done, what it was
doing is done once or not at all, and sending that again does it once."""

import contextlib
import http.client
import shutil
import sqlite3
import sys
import threading

import pytest

from conftest import MOMENTS, ROOT, Registry
from moments import SIGKILL, kill_at_random
from test_kill_serve import serve

sys.path.insert(0, str(ROOT / "Tests"))
from visitor import Forms, connect, official  # noqa: E402

PLAYERS = ("clerk", "clerk-yueqing")
# Some hundred acts.
SECONDS = 2


@pytest.fixture(scope="module")
def demonstration(tmp_path_factory):
    """A month of an office, made once."""
    made = Registry(tmp_path_factory.mktemp("office"))
    made.done("synthesise", "--workers", 20000, "--seed", 1)
    made.done("determine", "--all", "--on", "2025-12-31")
    made.done("office", "demonstrate")
    return made


@pytest.fixture
def office(demonstration, tmp_path):
    for path in demonstration.folder.glob("registry.*"):
        shutil.copy(path, tmp_path / path.name)
    return Registry(tmp_path)


def acts(office, number):
    """How often a case was taken or given back."""
    path = office.folder / "registry.office.db"
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        return connection.execute(
            'SELECT count(*) FROM "case_event" JOIN "case_record"'
            ' ON "case_record"."key" = "case_event"."case"'
            " WHERE \"case_record\".\"number\" = ? AND \"act\" IN ('take', 'give-back')", (number,)).fetchone()[0]


class Player:
    """An official who takes a case and gives it back, again and again."""

    def __init__(self, host, name, number):
        self.host = host
        self.number = number
        self.session = official(host, name, f"127.6.0.{1 + PLAYERS.index(name)}")
        self.acknowledged = 0
        #: What was sent and not answered.
        self.pending = None

    def form(self, connection):
        _, page, _ = self.session.request(connection, "GET", f"/zh/desk/cases/{self.number}")
        forms = Forms(page).found
        return next(f for f in forms if f["action"].endswith(("/take", "/give-back")))

    def work(self):
        connection = connect(self.host)
        with contextlib.suppress(OSError, http.client.HTTPException):
            while True:
                form = self.form(connection)
                self.pending = form
                status, page, _ = self.session.request(
                    connection, "POST", form["action"], form["fields"], follow=False)
                assert status == 303, page
                self.acknowledged += 1
                self.pending = None

    def send_again(self):
        """What was on its way when the service died, as a browser does that loads it anew."""
        connection = connect(self.host)
        mark = self.form(connection)["fields"]["mark"]
        fields = {**self.pending["fields"], "mark": mark}
        status, page, _ = self.session.request(
            connection, "POST", self.pending["action"], fields, follow=False)
        assert status == 303, page


def free_cases(office):
    """A case for each player that nobody has taken, and that is theirs to work on."""
    path = office.folder / "registry.office.db"
    with contextlib.closing(sqlite3.connect(f"file:{path}?mode=ro", uri=True)) as connection:
        found = {}
        for player, region in zip(PLAYERS, ("3303", "330382")):
            number, = connection.execute(
                'SELECT "number" FROM "case_record" WHERE "turn" = \'clerk\' AND "assigned" IS NULL'
                ' AND "region" LIKE ? AND "number" NOT IN (SELECT value FROM json_each(?))'
                ' ORDER BY "key"', (region + "%", str(list(found.values())).replace("'", '"'))
            ).fetchone()
            found[player] = number
    return found


@pytest.mark.parametrize("moment", range(2 * MOMENTS))
def test_people_at_work(office, moment):
    cases = free_cases(office)
    before = {number: acts(office, number) for number in cases.values()}
    server, address = serve(office)
    host = address.removeprefix("http://")
    players = [Player(host, name, number) for name, number in cases.items()]
    threads = [threading.Thread(target=player.work) for player in players]
    for thread in threads:
        thread.start()
    assert kill_at_random(server, SECONDS)
    for thread in threads:
        thread.join(timeout=30)
        assert not thread.is_alive()

    for player in players:
        done = acts(office, player.number) - before[player.number]
        assert done - player.acknowledged in ((0, 1) if player.pending else (0,))
    office.done("office", "verify")

    server, address = serve(office)
    try:
        for player in players:
            player.host = address.removeprefix("http://")
            player.session.host = player.host
            if player.pending:
                player.send_again()
                done = acts(office, player.number) - before[player.number]
                assert done == player.acknowledged + 1
    finally:
        server.kill()
        server.communicate()
    assert server.returncode == SIGKILL
