"""A small registry for the pages: workers and employers that nobody is called, with a past."""

import json
import subprocess

NAMES = "甲乙丙丁戊己庚辛壬癸"
MANY = 60
ITEMS = [
    {"item": "X1.1", "self": 2, "review": 1.5, "evidence": "任命文件"},
    {"item": "X2.1", "self": 2, "review": 3, "evidence": "学徒名册"},
]


def facts(first_name):
    """A facts file; `first_name` is what the first worker is called."""
    parties = [
        {"type": "organisation", "id": "o1", "name": "虚构样品机械第一厂", "kind": "enterprise",
         "region": "330302", "industry": "通用设备"},
        {"type": "organisation", "id": "o2", "name": "虚构样品职业培训学校",
         "kind": "training-institution", "region": "330302"},
        {"type": "person", "id": "p1", "name": first_name, "idNumber": "330302199001010013",
         "phone": "15400000000", "gender": "female", "birthDate": "1990-01-01",
         "region": "330302", "education": "junior-college"},
        {"type": "person", "id": "p2", "name": "无记录样"},
    ]
    records = [
        {"type": "employment", "party": "p1", "id": "e0", "employer": "o2", "from": "2012-07-01",
         "to": "2014-12-31", "post": "technical-worker"},
        {"type": "employment", "party": "p1", "id": "e1", "employer": "o1", "from": "2015-01-01",
         "post": "technical-worker", "frontLine": True},
        {"type": "insurance", "party": "p1", "scheme": "unemployment", "from": "2016-01",
         "to": "2018-12"},
        {"type": "certificate", "party": "p1", "id": "c1", "occupation": "6-18-01-01", "level": 3,
         "kind": "skill-level", "issuedOn": "2019-05-03", "number": "S0099000001"},
        {"type": "award", "party": "p1", "id": "a1", "series": "contest",
         "contest": "provincial-2", "rank": 2, "grantedOn": "2018-10-12"},
        {"type": "wage", "party": "p1", "year": 2025, "employer": "o1", "amount": "98000"},
        {"type": "account", "party": "p1", "id": "b1", "bank": "样品银行",
         "number": "6222020000001234567", "from": "2015-01-01"},
        {"type": "apprenticeship", "party": "p1", "id": "s1", "employer": "o1",
         "institution": "o2", "from": "2019-09-01", "to": "2020-08-31", "year": 1},
    ]
    # The last one has too many arbitration cases to be selected.
    for number, score in enumerate(["91.5", "72", "72", "59.9", "95"]):
        party = f"w{number}"
        parties.append({"type": "organisation", "id": party, "name": f"虚构样品纺织第{number + 1}厂",
                        "kind": "enterprise", "region": "330502"})
        records.append({"type": "selection", "party": party, "id": f"x{number}", "year": 2025,
                        "selfScore": "80", "reviewScore": score, "scores": ITEMS})
        records.append({"type": "indicator", "party": party, "year": 2025,
                        "name": "arbitrationCases", "value": 11 if number == 4 else 0})
        records.append({"type": "indicator", "party": party, "year": 2025,
                        "name": "apprenticesTrained", "value": 50})
    for number in range(MANY):
        name = "样" + NAMES[number // 10] + NAMES[number % 10]
        parties.append({"type": "person", "id": f"m{number}", "name": name, "region": "330302"})
        records.append({"type": "employment", "party": f"m{number}", "id": f"n{number}",
                        "employer": "o1", "from": "2020-03-01", "post": "technical-worker"})
        records.append({"type": "certificate", "party": f"m{number}", "id": f"k{number}",
                        "level": 4 if number % 3 else 2, "kind": "skill-level",
                        "occupation": "6-18-01-01", "issuedOn": "2021-03-01"})
        records.append({"type": "wage", "party": f"m{number}", "year": 2025,
                        "amount": str(60000 + 1000 * number)})
    return {"on": "2026-01-01", "parties": parties, "records": records}


def make(executable, folder, root):
    """A registry in the folder: imported, corrected once, and determined."""
    registry = folder / "town.db"
    for number, name in enumerate(["样旧名", "样新名"]):
        file = folder / f"facts-{number}.json"
        file.write_text(json.dumps(facts(name)), encoding="utf-8")
        run(executable, root, "import", str(file), "--quiet", "--registry", str(registry))
    run(executable, root, "determine", "--all", "--quiet", "--registry", str(registry))
    return registry


def run(executable, root, *words):
    subprocess.run([executable, *words], cwd=root, check=True, stdout=subprocess.DEVNULL)
