"""The scenarios replayed: determined, then everything is made another, and still the same bytes.

Some scenarios in one registry each; the documents of a copied home are edited between.
"""

import csv
import json
import pathlib
import shutil
import subprocess

import pytest

from test_registry import empty, registry, run  # noqa: F401
from test_scenarios import ROOT, TOOL, scenarios

# Every so many scenarios: each takes a registry and a start of the program for each determination.
STEP = 30


def replay(registry, number, home, *words):
    ran = subprocess.run(
        [TOOL, "replay", number, "--json", "--registry", str(registry), "--home", str(home), *words],
        capture_output=True, text=True, timeout=60, check=False)
    assert ran.returncode == 0, ran.stderr + ran.stdout[:2000]
    return json.loads(ran.stdout)


def numbers(registry):
    run(registry, "export", "determination", "--to", str(registry.parent))
    with open(registry.parent / "determination.csv", encoding="utf-8-sig", newline="") as file:
        return [row["结果编号"] if "结果编号" in row else row["number"] for row in csv.DictReader(file)]


@pytest.fixture(scope="module")
def edited(tmp_path_factory):
    """A home in which the documents say something else, and stand elsewhere in their files."""
    home = tmp_path_factory.mktemp("home")
    for folder in ("Policies", "Vocabulary"):
        shutil.copytree(ROOT / folder, home / folder)
    for path in pathlib.Path(home, "Policies").glob("*.md"):
        text = path.read_text(encoding="utf-8")
        text = text.replace("\n## ", "\n\n\n## ").replace("|         12 | 月 ", "|         11 | 月 ")
        path.write_text(text, encoding="utf-8")
    return home


@pytest.mark.parametrize("scenario", list(scenarios())[::STEP])
def test_replayed(scenario, registry, edited):  # noqa: F811
    facts = scenario["facts"]
    run(registry, "import", "--quiet", "-", text=json.dumps(facts, ensure_ascii=False))
    run(registry, "determine", "--all", "--quiet", "--on", facts["on"])
    before = numbers(registry)
    # What is known of a party is another: it has moved.
    moved = {"parties": [
        {"type": party["type"], "id": party["id"], "region": "110105"}
        for party in facts["parties"] if party["type"] in ("person", "organisation")]}
    run(registry, "import", "--quiet", "-", text=json.dumps(moved))
    for number in before[:4]:
        found = replay(registry, number, edited)
        assert found["identical"] and found["sameAnswer"] and not found["engineChanged"]
        assert found["kept"] == found["replayed"]
        kept = json.loads(found["kept"])
        assert kept["basis"]["on"] == facts["on"]
        assert kept["answer"]["benefit"] == found["determination"]["benefit"]
        assert kept["answer"]["outcome"] == found["determination"]["outcome"]
        assert kept["answer"]["amount"] == found["determination"]["amount"]
        assert json.dumps(kept, ensure_ascii=False, separators=(",", ":"), sort_keys=True) \
            == found["kept"]
        assert found["today"]["newFacts"]
