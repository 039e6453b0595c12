"""Runs scenario files through the command line, as an office would.

A scenario holds facts and the determinations they must give, field by field: `because`,
`label` and everything a scenario does not name is not judged by it; what it lists under `absent`
must get no determination at all. The project's own
scenarios stand in `cases`; a folder `shared/scenarios` beside the checkout is run too when it
is there.
"""

import collections
import functools
import json
import os
import pathlib
import re
import subprocess

import jsonschema_rs
import pytest

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
OUTSIDE = ROOT.parent / "shared" / "scenarios"
TOOL = os.environ.get("GONGJIANG", str(ROOT / ".build" / "release" / "gongjiang"))


def benefits():
    """The id of every benefit of every document, document/benefit."""
    return {
        f"{path.stem}/{benefit}"
        for path in (ROOT / "Policies").glob("*.md")
        for benefit in re.findall(
            r"^```yaml benefit\nid: (\S+)$", path.read_text(encoding="utf-8"), re.MULTILINE
        )
    }


def scenarios():
    known = benefits()
    for folder in (HERE / "cases", OUTSIDE):
        for path in sorted(folder.glob("*.json")):
            scenario = json.loads(path.read_text(encoding="utf-8"))
            wanted = {entry["benefit"] for entry in scenario["expect"]}
            wanted |= {entry["benefit"] for entry in scenario.get("absent", [])}
            # Benefits that no document holds yet cannot be judged.
            if wanted <= known or folder != OUTSIDE:
                yield pytest.param(scenario, id=f"{folder.parent.name}/{path.stem}")


SCHEMA = json.loads(
    (ROOT / "Documentation" / "schemas" / "determination-1.json").read_text(encoding="utf-8")
)
REPORTS = jsonschema_rs.validator_for(SCHEMA)


def determine(facts):
    return run(json.dumps(facts, ensure_ascii=False))


@functools.lru_cache(maxsize=None)
def run(text, *words):
    """Two tests ask about the same facts: they are determined once."""
    return subprocess.run(
        [TOOL, "determine", "--facts", "-", "--json", *words],
        input=text.encode(),
        capture_output=True,
        cwd=ROOT,
        timeout=60,
        check=False,
    )


def agrees(expected, found):
    """Whether every field a scenario names has the value it names; objects go field by field."""
    if isinstance(expected, dict) and isinstance(found, dict):
        return all(key in found and agrees(value, found[key]) for key, value in expected.items())
    return expected == found


def test_every_benefit_has_a_scenario_of_the_project():
    told = {
        expected["benefit"]
        for path in (HERE / "cases").glob("*.json")
        for expected in json.loads(path.read_text(encoding="utf-8"))["expect"]
    }
    assert benefits() - told == set()


@pytest.mark.parametrize("scenario", list(scenarios()))
def test_no_record_twice(scenario):
    """A registry keeps what is said twice once, so a scenario says it once."""
    texts = [json.dumps(record, sort_keys=True) for record in scenario["facts"]["records"]]
    assert [text for text, count in collections.Counter(texts).items() if count > 1] == []


@pytest.mark.parametrize("scenario", list(scenarios()))
def test_scenario(scenario):
    ran = determine(scenario["facts"])
    assert ran.returncode == 0, ran.stderr.decode()
    report = json.loads(ran.stdout)
    assert report["on"] == scenario["facts"]["on"]
    assert [str(error) for error in REPORTS.iter_errors(report)] == []
    for expected in scenario["expect"]:
        entries = [
            entry
            for entry in report["determinations"]
            if all(entry[key] == expected[key] for key in ("benefit", "party", "subject"))
        ]
        assert len(entries) == 1, f"{expected['benefit']}: {len(entries)} entries"
        assert agrees(expected, entries[0]), (expected, entries[0])
    for absent in scenario.get("absent", []):
        assert not [
            entry
            for entry in report["determinations"]
            if all(entry[key] == value for key, value in absent.items())
        ], absent


@pytest.mark.parametrize("scenario", list(scenarios())[::10])
def test_next_steps_stand_behind_each_case(scenario):
    """With --next the report is the same, and each case has its steps besides."""
    ran = run(json.dumps(scenario["facts"], ensure_ascii=False), "--next")
    assert ran.returncode == 0, ran.stderr.decode()
    report = json.loads(ran.stdout)
    assert [str(error) for error in REPORTS.iter_errors(report)] == []
    for entry in report["determinations"]:
        steps = entry.pop("steps")
        assert steps == [] or entry["outcome"] != "undetermined"
    assert report == json.loads(determine(scenario["facts"]).stdout)


@pytest.mark.parametrize("scenario", list(scenarios()))
def test_order_of_facts_changes_nothing(scenario):
    """The same facts backwards give the same outcome and amounts."""
    facts = dict(scenario["facts"])
    facts["parties"] = facts["parties"][::-1]
    facts["records"] = facts["records"][::-1]

    def result(report):
        kept = ("benefit", "party", "subject", "outcome", "amount", "gross", "monthly", "needs")
        rows = [tuple(json.dumps(entry[key]) for key in kept) for entry in report["determinations"]]
        # Records without an id are numbered in the order they were given.
        return sorted(row for row in rows if not row[2].startswith('"#'))

    there = json.loads(determine(scenario["facts"]).stdout)
    back = json.loads(determine(facts).stdout)
    assert result(there) == result(back)


def told():
    """A report as the tool prints it, with a case that is entitled."""
    sample = HERE / "cases" / "skill-upgrade-12-months-first-relaxed-day.json"
    facts = json.loads(sample.read_text(encoding="utf-8"))["facts"]
    return json.loads(determine(facts).stdout)


def change(report, path, value):
    """The report with something else in a place; `...` takes it away."""
    place = report
    for key in path[:-1]:
        place = place[key]
    if value is ...:
        del place[path[-1]]
    else:
        place[path[-1]] = value
    return report


@pytest.mark.parametrize(
    "path, value",
    [
        (["on"], "2021-13-01"),
        (["more"], 1),
        (["determinations", 0, "outcome"], "perhaps"),
        (["determinations", 0, "amount"], 3000.0),
        (["determinations", 0, "amount"], "3000"),
        (["determinations", 0, "payable"], "03000.00"),
        (["determinations", 0, "needs"], ["person.region"]),
        (["determinations", 0, "because"], []),
        (["determinations", 0, "because", 0, "kind"], "guess"),
        (["determinations", 0, "because", 0, "verdict"], ...),
        (["determinations", 0, "cites", 0, "place", "line"], 0),
        (["determinations", 0, "label", "en"], ...),
    ],
)
def test_schema_refuses(path, value):
    """The schema holds what it is there to hold: an entitled case is spoilt in one place."""
    report = told()
    entitled = [one for one in report["determinations"] if one["outcome"] == "entitled"]
    report["determinations"] = entitled[:1]
    assert REPORTS.is_valid(report)
    assert not REPORTS.is_valid(change(report, path, value))
