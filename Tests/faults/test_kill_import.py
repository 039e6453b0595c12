"""An import that is killed leaves nothing of itself, and nothing else is lost."""

import json

import pytest

from conftest import MOMENTS, Registry
from moments import duration, kill_at_random

PEOPLE = 6_000
CERTIFICATES = 25_000


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    """Two tables, large enough that the indexes are left out while they are filled."""
    folder = Registry(tmp_path_factory.mktemp("tables"))
    people = [f"w{index},样例{index},{10_000_000_000 + index}" for index in range(PEOPLE)]
    certificates = [
        f"c{index},w{index % PEOPLE},6-18-01-01,{index % 5 + 1},skill-level,2019-05-03"
        for index in range(CERTIFICATES)
    ]
    return (
        folder.write("person.csv", ["id,name,phone", *people]),
        folder.write(
            "certificate.csv", ["id,party,occupation,level,kind,issuedOn", *sorted(certificates)]),
    )


@pytest.fixture(scope="module")
def length(tables, tmp_path_factory):
    """Seconds that the import takes when it is left alone."""
    registry = Registry(tmp_path_factory.mktemp("alone"))
    return duration(lambda: registry.done("import", "--quiet", *tables))


def counts(registry):
    return registry.count("person"), registry.count("certificate")


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_all_or_nothing(registry, tables, length, moment):
    was_killed = kill_at_random(registry.start("import", "--quiet", *tables), length * 1.1)
    registry.check()
    known = counts(registry)
    # A kill in the last instant may come behind the commit: then all of it is there.
    assert known in [(2, 0), (2 + PEOPLE, CERTIFICATES)]
    assert was_killed or known[1] == CERTIFICATES
    if moment % 5 == 0:
        registry.done("import", "--quiet", *tables)
        registry.check()
        assert counts(registry) == (2 + PEOPLE, CERTIFICATES)


@pytest.fixture(scope="module")
def facts(tmp_path_factory):
    """A facts file with a wrong item among many, and how long its good ones take."""
    folder = Registry(tmp_path_factory.mktemp("facts"))
    people = [{"type": "person", "id": f"w{index}", "name": f"样例{index}"} for index in range(PEOPLE)]
    records = [
        {"type": "certificate", "party": f"w{index}", "id": "c", "level": 9 if index == 7 else 3}
        for index in range(PEOPLE)
    ]
    file = folder.write("facts.json", [json.dumps({"parties": people, "records": records})])
    length = duration(lambda: folder.run("import", "--quiet", "--keep-good", file))
    assert counts(folder) == (PEOPLE, PEOPLE - 1)
    return file, length


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_keep_good(registry, facts, moment):
    """Of a facts file all that is good comes in at once, or nothing."""
    file, length = facts
    kill_at_random(
        registry.start("import", "--quiet", "--keep-good", file), length * 1.1, ends=(0, 1))
    registry.check()
    assert counts(registry) in [(2, 0), (2 + PEOPLE, PEOPLE - 1)]
    registry.run("import", "--quiet", "--keep-good", file)
    registry.check()
    assert counts(registry) == (2 + PEOPLE, PEOPLE - 1)


@pytest.mark.parametrize("moment", range(MOMENTS))
def test_the_first_import(tmp_path, tables, length, moment):
    """Making the registry itself is interrupted: what is left can be gone on with."""
    registry = Registry(tmp_path)
    kill_at_random(registry.start("import", "--quiet", tables[0]), length * 0.3)
    registry.done("import", "--quiet", tables[0])
    registry.check()
    assert registry.count("person") == PEOPLE


def test_what_was_acknowledged(registry):
    """Many small imports, one of them killed: those before it are there to the last row."""
    acknowledged = 0
    for number in range(MOMENTS * 4):
        rows = [f"n{number}-{index},p1,3" for index in range(20)]
        table = registry.write("certificate.csv", ["id,party,level", *rows])
        work = registry.start("import", "--quiet", table)
        if number % 4 == 3:
            acknowledged += not kill_at_random(work, 0.1)
        else:
            work.communicate(timeout=60)
            assert work.returncode == 0
            acknowledged += 1
        found = registry.count("certificate")
        assert found % 20 == 0
        assert acknowledged <= found // 20 <= number + 1
        acknowledged = found // 20
    registry.check()
