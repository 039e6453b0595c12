"""Random facts, determined by the engine and by the oracle: every difference is shown."""
from __future__ import annotations

import argparse
import json
import subprocess
import sys
import time
from collections import Counter
from concurrent.futures import ProcessPoolExecutor
from decimal import Decimal
from typing import Any

from oracle import Result, determine
from random_facts import random_facts

Key = tuple[str, str | None]


def engine(command: list[str], facts: dict[str, Any]) -> dict[Key, dict[str, Any]]:
    done = subprocess.run(command, input=json.dumps(facts), capture_output=True, text=True,
                          check=False)
    if done.returncode != 0:
        raise SystemExit(f"exit {done.returncode}: {done.stderr[:2000]}")
    found = {}
    for d in json.loads(done.stdout)["determinations"]:
        key = d["benefit"], d["subject"] or d["party"]
        assert key not in found, f"twice: {key}"
        found[key] = d
    return found


def oracle(facts: dict[str, Any]) -> dict[Key, Result]:
    return {(r.benefit, r.record["id"]): r for r in determine(facts)}


def agrees(want: Any, got: str | None) -> bool:
    """Whether an amount is the expected one, or in the range that the catalogue leaves open."""
    if want is None or got is None:
        return want is got
    low, high = want if isinstance(want, tuple) else (want, want)
    return low <= Decimal(got) <= high and len(got.partition(".")[2]) == 2


def difference(want: Result | None, got: dict[str, Any] | None) -> str:
    if want is None or got is None:
        return f"determined only by the {'oracle' if got is None else 'engine'}"
    if want.outcome != got["outcome"]:
        return f"outcome: oracle {want.outcome} {sorted(want.needs)}, " \
            f"engine {got['outcome']} {got['needs']}"
    if want.granted != Decimal(got["granted"]):
        return f"granted: oracle {want.granted}, engine {got['granted']}"
    if want.outcome == "undetermined":
        return "" if want.needs == set(got["needs"]) else \
            f"needs: oracle {sorted(want.needs)}, engine {got['needs']}"
    if got["needs"]:
        return f"needs of a settled one: {got['needs']}"
    if want.outcome == "not-entitled":
        return "" if got["amount"] is None else f"amount {got['amount']} of a refused one"
    if want.party != got["party"]:
        return f"party: oracle {want.party}, engine {got['party']}"
    if want.items:
        told = {k: Decimal(v) for k, v in (got["items"] or {}).items()}
        if told != want.items or Decimal(got["score"]) != sum(want.items.values()):
            other = {k: (str(v), str(told.get(k))) for k, v in want.items.items()
                     if told.get(k) != v}
            return f"score: oracle {sum(want.items.values())}, engine {got['score']}: {other}"
    elif not agrees(want.amount, got["amount"]):
        return f"amount: oracle {want.amount}, engine {got['amount']}"
    if got["amount"] and Decimal(got["payable"]) != Decimal(got["amount"]) - want.granted:
        return f"payable: {got['payable']} of {got['amount']}"
    if not agrees(want.gross, got["gross"]):
        return f"gross: oracle {want.gross}, engine {got['gross']}"
    paid = sorted(want.months or ())
    months = want.months is not None and (len(paid), *(paid[:1] + paid[-1:] or (None, None)))
    monthly = got["monthly"] and tuple(got["monthly"][k] for k in ("months", "from", "to"))
    return "" if (months or None) == monthly else f"months: oracle {months}, engine {monthly}"


def differences(command: list[str], facts: dict[str, Any], counts: Counter[Any]) -> dict[Key, str]:
    got, want = engine(command, facts), oracle(facts)
    for key in got.keys() | want.keys():
        counts[key[0], (want.get(key) or argparse.Namespace(outcome="none")).outcome] += 1
    return {key: text for key in sorted(got.keys() | want.keys(), key=str)
            if (text := difference(want.get(key), got.get(key)))}


def reduced(command: list[str], facts: dict[str, Any], key: Key, kind: str) -> dict[str, Any]:
    """The facts without whatever the difference does not need."""
    def still(trial: dict[str, Any]) -> bool:
        try:
            return differences(command, trial, Counter()).get(key, "")[:7] == kind[:7]
        except (SystemExit, KeyError):
            return False
    own = next((r for r in facts["records"] if r.get("id") == key[1]), {"party": key[1]})
    near = {own["party"], *(v for v in own.values() if isinstance(v, str))}
    trial = {**facts, "records": [r for r in facts["records"] if r["party"] in near]}
    facts = trial if still(trial) else facts
    for name in ("parties", "records"):
        size = len(facts[name]) // 2
        while size:
            at = 0
            while at < len(facts[name]):
                trial = {**facts, name: facts[name][:at] + facts[name][at + size:]}
                at, facts = (at, trial) if still(trial) else (at + size, facts)
            size //= 2
    for name in list(facts["catalogues"]):
        rest = {k: v for k, v in facts["catalogues"].items() if k != name}
        facts = t if still(t := {**facts, "catalogues": rest}) else facts
    return facts


def batch(command: list[str], seed: str, workers: int) -> tuple[Counter[Any], list[Any]]:
    counts: Counter[Any] = Counter()
    facts = random_facts(seed, workers)
    found = differences(command, facts, counts)
    return counts, [(seed, key, text) for key, text in found.items()]


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--workers", type=int, default=2000)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--batch", type=int, default=100)
    parser.add_argument("--tool", default=".build/release/gongjiang")
    parser.add_argument("--home", default=".")
    parser.add_argument("--reduce", type=int, default=12, help="differences to reduce, at most")
    args = parser.parse_args()
    command = [args.tool, "determine", "--home", args.home, "--facts", "-", "--json"]
    print(f"seed {args.seed}, {args.workers} workers in batches of {args.batch}")
    seeds = [f"{args.seed}/{n}" for n in range(-(-args.workers // args.batch))]
    counts: Counter[Any] = Counter()
    shown: Counter[Any] = Counter()
    found: list[Any] = []
    begin = time.monotonic()
    with ProcessPoolExecutor(2) as pool:
        jobs = pool.map(batch, [command] * len(seeds), seeds, [args.batch] * len(seeds))
        for n, (more, differing) in enumerate(jobs, 1):
            counts, found = counts + more, found + differing
            left = (time.monotonic() - begin) / n * (len(seeds) - n)
            print(f"\r{n}/{len(seeds)} batches, {left:.0f} s left ", end="", file=sys.stderr)
    print(file=sys.stderr)
    for (benefit, outcome), number in sorted(counts.items()):
        print(f"{number:8} {benefit} {outcome}")
    for seed, key, text in found:
        shown[key[0], text[:7]] += 1
        print(f"DIFFERENCE {seed} {key[0]} {key[1]}: {text}")
        if shown[key[0], text[:7]] == 1 and len(shown) <= args.reduce:
            print(json.dumps(reduced(command, random_facts(seed, args.batch), key, text),
                             ensure_ascii=False))
    print(f"{counts.total()} comparisons, {len(found)} differences")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
