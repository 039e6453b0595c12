"""Every threshold of the documents has a scenario at it and one on either side.

`gongjiang boundaries` varies numbers and dates around each threshold. The scenarios of the benefit
must hold that value and one on either side, as close as its cases or within a hundredth. What comes
of a case is not taken from the program: the scenarios say it, worked out by hand.
"""

import collections
import csv
import datetime
import decimal
import json
import os
import pathlib
import re
import subprocess

import pytest

HERE = pathlib.Path(__file__).parent
ROOT = HERE.parent.parent
TOOL = os.environ.get("GONGJIANG", str(ROOT / ".build" / "release" / "gongjiang"))

# Edges that no field of a scenario states, with the scenarios that hold them: they lie against
# another date of the same case, count records, or show under another reading alone (the last two).
ELSEWHERE = {
    "training-and-appraisal 证书.发证日期": "training-and-appraisal-certificate-of-the-year",
    "pre-job-training 培训.起": "pre-job-training-365-days",
    "introduced-allowance 证书.发证日期": "introduced-allowance-certificate-issued-*",
    "household-registration 证书.发证日期": "household-registration-each-condition",
    "living-rent 证书.发证日期": "living-rent-certified-on-and-after-arrival",
    "house-purchase 证书.发证日期": "wuxing-purchase-certified-around-the-day",
    "house-purchase 引进.到岗日期": "wuxing-purchase-within-three-years",
    "settling-in 证书.发证日期": "settling-in-certificate-earned-later",
    "selected-enterprise 遴选.年度": "selected-enterprise-year-of-the-selection",
    "excellent-base 同类总数": "excellent-base-*-members",
    "excellent-studio 同类总数": "excellent-studio-*-members",
    "excellent-studio 名次": "excellent-studio-15-members",
    "introduction-reward 证书.发证日期": "introduction-reward-class-*",
    "skill-ladder 就业.起": "skill-ladder-joined-around-the-start",
}


def columns():
    """The fields of the vocabulary by their columns: `证书.等级` is `certificate`, `level`."""
    found, path, record = {}, [], ""
    for file in ("person-records", "organisation-records", "indicators"):
        for line in (ROOT / f"Vocabulary/{file}.yaml").read_text(encoding="utf-8").splitlines():
            if read := re.match(r"( *)([\w-]+):", line):
                path[len(read[1]) // 2:] = [read[2]]
            name = re.search(r"\bzh: ([^,}\s]+)", line)
            at = path[:-1] if path[-1:] == ["zh"] else path
            if name and len(at) == 2:
                record = name[1]
            elif name and len(at) > 3 and at[-2] in ("fields", "cases"):
                found.setdefault(f"{record}.{name[1]}", (at[1], at[-1]))
    return found


def value(text):
    """A number or a date; `None` for anything else."""
    if re.fullmatch(r"-?\d+(\.\d+)?", text):
        return decimal.Decimal(text)
    return datetime.date.fromisoformat(text) if re.fullmatch(r"\d{4}-\d\d-\d\d", text) else None


def thresholds(document, table):
    """Benefit, column, threshold, and how near a scenario must come to it."""
    subprocess.run([TOOL, "boundaries", str(document), "--lang", "zh", "--csv", str(table)],
                   cwd=ROOT, timeout=60, check=True)
    values = collections.defaultdict(set)
    for row in csv.DictReader(table.open(encoding="utf-8-sig", newline="")):
        for column, _, text in (fact.partition(" = ") for fact in row["事实"].split("\n")):
            if (read := value(text)) is not None:
                values[row["待遇"], column].add(read)
    for (benefit, column), ordered in ((key, sorted(found)) for key, found in values.items()):
        step = min((high - low for low, high in zip(ordered, ordered[1:])), default=None)
        for low, at, high in zip(ordered, ordered[1:], ordered[2:]):
            near = step if isinstance(at, datetime.date) else max(step, abs(at) / 100)
            if high - at == at - low <= near:
                yield benefit, column, at, near


def told():
    """What the scenarios state, by benefit, record and field, where they say what comes of it."""
    found = collections.defaultdict(set)
    for path in sorted((HERE / "cases").glob("*.json")):
        scenario = json.loads(path.read_text(encoding="utf-8"))
        records = scenario["facts"]["records"]
        for judged in scenario["expect"]:
            benefit, subject, party = judged["benefit"], judged["subject"], judged["party"]
            found[benefit, "", ""].add(value(scenario["facts"]["on"]))
            # Of its own type a benefit goes by its subject alone, or by its party's records.
            own = {one["type"] for one in records if subject and one.get("id") == subject}
            for one in records:
                if one.get("id") == subject if one["type"] in own else own or one["party"] == party:
                    named = {one.get("name"): one.get("value")}
                    for field, said in (one | named).items():
                        found[benefit, one["type"], field].add(value(str(said)))
    return found


TOLD = told()
COLUMNS = columns() | {"认定日": ("", "")}
FILES = sorted((ROOT / "Policies").glob("*.md"))


@pytest.mark.parametrize("document", [one for one in FILES if b"yaml benefit" in one.read_bytes()],
                         ids=lambda path: path.stem)
def test_scenarios_stand_at_every_threshold_and_on_either_side(document, tmp_path):
    missing = []
    for benefit, column, at, near in thresholds(document, tmp_path / "cases.csv"):
        if elsewhere := ELSEWHERE.get(f"{benefit} {column}"):
            assert list((HERE / "cases").glob(f"{elsewhere}.json")), elsewhere
            continue
        values = TOLD[f"{document.stem}/{benefit}", *COLUMNS[column]] - {None}
        held = {"at": at in values, "just below": any(at - near <= one < at for one in values),
                "just above": any(at < one <= at + near for one in values)}
        missing += [f"{benefit}: {column}, {side} {at}" for side in held if not held[side]]
    assert missing == []
