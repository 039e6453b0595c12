"""Random facts, determined by the engine and by the oracle: every difference is shown.

records.csv says how many records of a kind somebody has, values.csv what their fields may hold."""
import argparse
import json
import random
import re
import subprocess
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from datetime import date, timedelta
from decimal import Decimal
from functools import partial
from itertools import product
from pathlib import Path

from oracle import RECORDS, RULES, determine, table

VALUES = {kind: {} for kind in RECORDS}
for row in table("values"):
    VALUES[row["record"]][row["field"]] = row["values"].split()
GIVE = {a["record"]: [b["benefit"] for b in RULES if b["record"] == a["record"]] for a in RULES}
HOMES = ["330302"] * 8 + ["330502"] * 6 + ["331002"] * 3 + ["331003"] * 2 + ["331083"]
LISTS = json.loads(Path(__file__).with_name("catalogues.json").read_text())

class Batch:
    """Workers mostly of one place, and a third as many organisations."""
    def __init__(self, seed, number, workers):
        self.rng, self.home = random.Random(f"{seed}/{number}"), HOMES[number % len(HOMES)]
        year = {"330302": 2018, "330502": 2025}.get(self.home, 2023)
        self.on = date(year, 6, 1) + timedelta(  # the others are turns of a year
            self.rng.choice([self.rng.randrange(1200), 213, 214, 944, 945]))
        self.orgs = [f"单位{n}" for n in range(workers // 3)]
        self.people, self.records = [f"工人{n}" for n in range(workers)], []
        parties = [self.fill(kind, id=key) for kind, keys in (
            ("organisation", self.orgs), ("person", self.people)) for key in keys]
        for party in parties:
            for kind in RECORDS:
                weights = [int(n) for n in RECORDS[kind][party["type"]].split() or [1]]
                for _ in range(self.rng.choices(range(len(weights)), weights)[0]):
                    key = f"{kind}{len(self.records)}"
                    self.records.append(self.fill(kind, party=party["id"], id=key))
        for key, (name, values) in product(self.orgs, VALUES["indicator"].items()):
            self.records.append({"type": "indicator", "party": key, "id": key + name, "name": name,
                                 "year": self.on.year, "value": self.draw(values, {})})
        self.facts = {"on": str(self.on), "parties": parties, "records": self.records, **LISTS}
    def fill(self, kind, **record):
        record["type"] = kind
        for name, values in VALUES[kind].items():
            record[name] = self.draw(values, record)
        return {name: value for name, value in record.items() if value is not None}
    def draw(self, values, record):
        rng, text = self.rng, self.rng.choice(values)
        def own(kinds):
            return rng.choice([r["id"] for r in self.records
                               if r["party"] == record["party"] and r["type"] in kinds])
        match text:
            case "-": return None
            case "@org": return rng.choice(self.orgs)
            case "@own": return self.orgs[int(record["party"][2:]) % len(self.orgs)]
            case "@person": return rng.choice(self.people)
            case "@year": return self.on.year - rng.choice([0, 0, 1])
            case "@region": return rng.choice([self.home] * 20 + HOMES)
            case "@of": return own(("base", "studio"))
            case "@subject": return own(GIVE)
            case "@benefit": return rng.choice(GIVE[record["subject"].rstrip("0123456789")])
            case "@from": return str(self.on - timedelta(rng.randrange(4000)))
            case "@scheme" if self.records[-1]["type"] != "insurance": return "unemployment"
            case "@scheme": return rng.choice(["unemployment", "pension"])
            case "@month": return str(self.on - timedelta(rng.randrange(4000)))[:7]
            case "@to":
                days = rng.choice([0, 27, 30, 31, 366, 1095, 1125, rng.randrange(3000)])
                end = date.fromisoformat((record["from"] + "-01")[:10]) + timedelta(days)
                return rng.choice([None, str(end)[:len(record["from"])]])
            case "@past":  # one in twenty is still to come, every fifth lies on an edge
                edge = date(self.on.year - rng.randrange(4), self.on.month, min(self.on.day, 28))
                past = self.on - timedelta(rng.randrange(-30, rng.choice([500, 900, 1500])))
                return str(rng.choice([past] * 4 + [edge + timedelta(rng.choice([-1, 0, 1]))]))
        return json.loads(text) if re.fullmatch(r'-?[0-9.]+|true|false|["\[].*', text) else text

def agrees(want, got):
    if isinstance(want, dict):
        return all(agrees(value, (got or {}).get(key)) for key, value in want.items())
    low, high = want if isinstance(want, tuple) else (want, want)
    number = isinstance(low, (int, Decimal)) and got is not None
    return low <= Decimal(got) <= high if number else want == got

def batch(command, seed, number):
    facts = Batch(seed, number, 100).facts
    told = subprocess.run(command, input=json.dumps(facts), stdout=subprocess.PIPE, text=True,
                          check=True).stdout
    want, got, found = determine(facts), {}, []
    for d in json.loads(told)["determinations"]:
        d["monthly"] = d["monthly"] and [d["monthly"][key] for key in ("months", "from", "to")]
        got[d["benefit"], d["subject"] or d["party"]] = d
    for key in want.keys() | got.keys():
        for name, value in want.get(key, {"outcome": "no entry"}).items():
            said = got.get(key, {}).get(name, "no entry")
            if not agrees(value, said):
                found.append(f"batch {number}, {' '.join(key)}: {name} is {said}, not {value}")
    return Counter((key[0], answer["outcome"]) for key, answer in want.items()), found

def main():
    parser = argparse.ArgumentParser(description=__doc__)
    for name, value in {"workers": 2000, "seed": 1, "tool": ".build/release/gongjiang",
                        "home": "."}.items():
        parser.add_argument(f"--{name}", type=type(value), default=value)
    args = parser.parse_args()
    command = [args.tool, "determine", "--home", args.home, "--facts", "-", "--json"]
    print(f"seed {args.seed}, {args.workers} workers in batches of 100", flush=True)
    counts, found, numbers = Counter(), [], range(args.workers // 100)
    with ProcessPoolExecutor(2) as pool:
        for more, wrong in pool.map(partial(batch, command, args.seed), numbers):
            counts, found = counts + more, found + wrong
    print(*(f"{n:8} {' '.join(key)}" for key, n in sorted(counts.items())), *found, sep="\n")
    rare = {b for b, _ in counts if counts[b, "entitled"] * 100 < args.workers}
    print(*(f"fewer than 20 in 2,000 get {benefit}" for benefit in rare), sep="\n")
    print(f"{counts.total()} comparisons, {len(found)} differences")
    return 1 if found or rare else 0

if __name__ == "__main__":
    raise SystemExit(main())
