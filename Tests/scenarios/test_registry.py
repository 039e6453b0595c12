"""The scenarios through the registry: imported, determined and exported, they come to the same.

Each scenario has a registry of its own, copied from an empty one: making its tables takes longer
than the rest.
"""

import csv
import json
import pathlib
import shutil
import subprocess

import pytest

from test_scenarios import ROOT, TOOL, determine, scenarios

KEPT = ("benefit", "party", "outcome", "amount", "gross", "granted", "payable", "score")
MONTHLY = ("months", "from", "to", "rate", "spans", "items")


def run(registry, *words, text=None):
    ran = subprocess.run(
        [TOOL, *words, "--registry", str(registry), "--home", str(ROOT)], input=text,
        capture_output=True, text=True, cwd=registry.parent, timeout=60, check=False)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@pytest.fixture(scope="module")
def empty(tmp_path_factory):
    """A registry that knows nobody: one list is all there is in it."""
    registry = tmp_path_factory.mktemp("empty") / "registry.db"
    working_day = '{"catalogues": {"working-days": [{"date": "2025-01-01", "kind": "holiday"}]}}'
    run(registry, "import", "-", text=working_day)
    run(registry, "determine", "--all", "--quiet")
    return registry


@pytest.fixture
def registry(empty, tmp_path):
    for name in ("registry.db", "registry.key"):
        shutil.copy(empty.parent / name, tmp_path / name)
    return tmp_path / "registry.db"


def money(text):
    """Two figures of one sum are written alike; what is not money is empty in a table."""
    return text if text else None


def direct(facts):
    ran = determine(facts)
    assert ran.returncode == 0, ran.stderr.decode()
    rows = []
    for entry in json.loads(ran.stdout)["determinations"]:
        row = {key: entry.get(key) for key in KEPT}
        monthly = entry.get("monthly") or {}
        row |= {key: text(monthly.get(key)) for key in ("months", "from", "to", "rate")}
        row["spans"] = listed(
            f'{span["from"]}/{span["to"]} {span["rate"]}' for span in monthly.get("spans", ()))
        row["items"] = listed(
            f"{item}={points or ''}" for item, points in (entry.get("items") or {}).items())
        rows.append((number_free(entry.get("subject")), tuple(sorted(row.items(), key=str))))
    return sorted(rows, key=str)


def text(value):
    return None if value is None else str(value)


def listed(parts):
    """A list as it stands in a cell."""
    return "; ".join(parts) or None


def number_free(subject):
    """Records without an id go by numbers, which the registry gives in its own order."""
    return None if subject and subject.startswith("#") else subject


def stored(registry):
    run(registry, "export", "determination", "--to", str(registry.parent))
    path = pathlib.Path(registry.parent, "determination.csv")
    rows = []
    with open(path, encoding="utf-8-sig", newline="") as file:
        for entry in csv.DictReader(file):
            row = {key: money(entry[key]) for key in (*KEPT, *MONTHLY)}
            rows.append((number_free(money(entry["subject"])), tuple(sorted(row.items(), key=str))))
    return sorted(rows, key=str)


@pytest.mark.parametrize("scenario", list(scenarios()))
def test_through_the_registry(scenario, registry):
    facts = scenario["facts"]
    run(registry, "import", "--quiet", "-", text=json.dumps(facts, ensure_ascii=False))
    run(registry, "determine", "--all", "--quiet", "--on", facts["on"])
    assert stored(registry) == direct(facts)
