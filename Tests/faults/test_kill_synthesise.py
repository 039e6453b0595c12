"""A town that is killed while it is made is there whole or not at all, in a registry and as tables."""

import pytest

from conftest import MOMENTS, Registry
from moments import duration, kill_at_random

WORDS = ("synthesise", "--quiet", "--workers", 1500, "--seed", 4)


@pytest.fixture(scope="module")
def town(tmp_path_factory):
    """What the town comes to in a registry, and how long it takes."""
    registry = Registry(tmp_path_factory.mktemp("town"))
    length = duration(lambda: registry.done(*WORDS))
    return counts(registry), length


def counts(registry):
    return tuple(registry.count(table) for table in ("person", "organisation", "certificate", "wage"))


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_into_a_registry(tmp_path, town, moment):
    whole, length = town
    registry = Registry(tmp_path)
    was_killed = kill_at_random(registry.start(*WORDS), length * 1.05)
    tables = set()
    if registry.path.exists() and registry.path.stat().st_size > 0:
        registry.check()
        tables = {name for name, in registry.rows("SELECT name FROM sqlite_master")}
    if "wage" in tables:
        assert counts(registry) in [whole, (0, 0, 0, 0)]
        assert was_killed or counts(registry) == whole
    registry.done(*WORDS)
    registry.check()
    assert counts(registry) == whole


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_as_tables(tmp_path, town, moment):
    """Tables take their names when they are whole; what was left half is gone after the next."""
    registry = Registry(tmp_path)
    folder = tmp_path / "tables"
    kill_at_random(registry.start(*WORDS, "--to", folder), town[1])
    for path in folder.glob("*.csv") if folder.exists() else ():
        assert path.read_bytes().endswith(b"\r\n")
        path.unlink()
    registry.done(*WORDS, "--to", folder)
    assert not list(folder.glob("*.part"))
