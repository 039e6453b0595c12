"""A determination of the whole registry that is killed: what was stored before is what is seen, the
next run goes on where it stopped and ends where an undisturbed one does."""

import json
import shutil

import pytest

from conftest import MOMENTS, Registry
from moments import duration, kill_at_random

ON = ("--on", "2024-06-30")
LATER = ("--on", "2024-12-01")
# What is stored now, without the runs that brought it.
STORED = """
    SELECT "owner", "benefit", "subject", "receiver", "outcome", "gross", "amount", "granted",
      "months", "until", "plan" FROM "_determination" WHERE "_to" IS NULL
    ORDER BY 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11"""
# What people are shown: the state after the last run that was finished.
SEEN = """
    WITH last AS (SELECT max("number") AS n FROM "_run" WHERE "finished" IS NOT NULL)
    SELECT count(*), sum("amount") FROM "_determination", last
    WHERE "_from" <= n AND ("_to" IS NULL OR "_to" > n)"""


def determine(registry, *words):
    return json.loads(registry.done("determine", "--quiet", "--json", *words))


def copied(registry, folder):
    """A registry of the same content, in another folder."""
    copy = Registry(folder)
    for path in (registry.path, registry.key):
        shutil.copy2(path, folder)
    return copy


class Town:
    """A town before it was determined, and after; how long that takes, and what comes of it."""

    def __init__(self, folder):
        for name in ("before", "after", "later"):
            (folder / name).mkdir()
        self.before = Registry(folder / "before")
        self.before.done("synthesise", "--quiet", "--workers", 4000, "--seed", 5)
        self.after = copied(self.before, folder / "after")
        self.length = duration(lambda: self.after.done("determine", "--quiet", "--all", *ON))
        self.stored = self.after.rows(STORED)
        later = copied(self.after, folder / "later")
        self.later_length = duration(
            lambda: later.done("determine", "--quiet", "--changed", *LATER))
        self.stored_later = later.rows(STORED)


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    return Town(tmp_path_factory.mktemp("town"))


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_all(tmp_path, town, moment):
    registry = copied(town.before, tmp_path)
    was_killed = kill_at_random(
        registry.start("determine", "--quiet", "--all", *ON), town.length * 1.05)
    if "_run" in {name for name, in registry.rows("SELECT name FROM sqlite_master")}:
        registry.check()
        reached = registry.rows('SELECT "reached" FROM "_run" WHERE "finished" IS NULL')
        parties = registry.rows('SELECT count(*) FROM "_party"')[0][0]
        # Nothing is seen of a run that is not finished.
        assert registry.rows(SEEN) in [[(0, None)]] if reached else True
        rest = determine(registry, "--all", *ON)
        if reached:
            assert was_killed and rest["resumed"]
            assert rest["parties"] == parties - reached[0][0]
    else:
        determine(registry, "--all", *ON)
    assert registry.rows(STORED) == town.stored
    if moment % 5 == 0:
        again = determine(registry, "--all", *ON)
        assert (again["added"], again["ended"], again["unchanged"]) == (0, 0, len(town.stored))
    registry.check()


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_changed(tmp_path, town, moment):
    registry = copied(town.after, tmp_path)
    seen = registry.rows(SEEN)
    was_killed = kill_at_random(
        registry.start("determine", "--quiet", "--changed", *LATER), town.later_length * 1.05)
    registry.check()
    if registry.rows('SELECT 1 FROM "_run" WHERE "finished" IS NULL'):
        assert was_killed
        assert registry.rows(SEEN) == seen
    determine(registry, "--changed", *LATER)
    assert registry.rows(STORED) == town.stored_later
    if moment % 5 == 0:
        again = determine(registry, "--all", *LATER)
        assert (again["added"], again["ended"]) == (0, 0)
