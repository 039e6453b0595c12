"""The example homes: other provinces, encoded as documents alone.

Each folder of `Examples` is a home: its documents are checked with their worked examples, and its
scenarios, computed by hand, are determined through the command line.
"""

import json
import os
import pathlib
import subprocess

import pytest

ROOT = pathlib.Path(__file__).parent.parent.parent
TOOL = os.environ.get("GONGJIANG", str(ROOT / ".build" / "release" / "gongjiang"))
HOMES = sorted(path for path in (ROOT / "Examples").iterdir() if (path / "Policies").is_dir())


def run(home, *words, text=None):
    return subprocess.run(
        [TOOL, *words, "--home", str(home)], input=text, capture_output=True, text=True,
        cwd=ROOT, timeout=60, check=False)


def scenarios():
    for home in HOMES:
        for path in sorted((home / "Scenarios").glob("*.json")):
            yield pytest.param(home, path, id=f"{home.name}/{path.stem}")


def test_there_are_two_provinces():
    assert [home.name for home in HOMES] == ["anhui", "zhejiang"]


@pytest.mark.parametrize("home", HOMES, ids=lambda home: home.name)
def test_documents_are_sound(home):
    ran = run(home, "check", "--json")
    assert ran.returncode == 0, ran.stdout + ran.stderr
    for document in json.loads(ran.stdout)["documents"]:
        assert document["diagnostics"] == []
        assert document["examples"] > 0


@pytest.mark.parametrize("home, path", list(scenarios()))
def test_scenario(home, path, tmp_path):
    scenario = json.loads(path.read_text(encoding="utf-8"))
    facts = tmp_path / "facts.json"
    facts.write_text(json.dumps(scenario["facts"]), encoding="utf-8")
    ran = run(home, "determine", "--facts", str(facts), "--json")
    assert ran.returncode == 0, ran.stderr
    found = {(one["benefit"], one["subject"]): one
             for one in json.loads(ran.stdout)["determinations"]}
    for wanted in scenario["expect"]:
        one = found[wanted["benefit"], wanted["subject"]]
        assert {key: one[key] for key in wanted} == wanted


def test_the_list_of_shortage_occupations_imports(tmp_path):
    home = ROOT / "Examples" / "anhui"
    ran = run(
        home, "import", str(home / "Catalogues" / "shortage-occupations.csv"),
        "--registry", str(tmp_path / "anhui.db"))
    assert ran.returncode == 0, ran.stderr


def test_alternatives_are_told(tmp_path):
    home = ROOT / "Examples" / "anhui"
    scenario = json.loads((home / "Scenarios" / "training-pays-more.json").read_text("utf-8"))
    facts = tmp_path / "facts.json"
    facts.write_text(json.dumps(scenario["facts"]), encoding="utf-8")
    ran = run(home, "determine", "--facts", str(facts), "--lang", "en")
    assert "“training subsidy” (t1) pays most" in ran.stdout
    assert "would pay 1000.00 yuan, 1800.00 yuan less" in ran.stdout
