"""What other engines take for what `benchmarks` measures of FEEL and decision tables.

Prints lines `name<tab>value<tab>unit<tab>goal`; there are no goals here, since these are other
people's engines: zen-engine (Rust, called through Python) and bkflow-feel (Python). Each result is
held against the one that ours gives.

    decisions.py
"""

import json
import time

import zen
from bkflow_feel.api import parse_expression


def report(name, calls, work, expected):
    """Prints what one call takes, in microseconds: the best of three rounds."""
    if work() != expected:
        raise SystemExit(f"{name}: {work()!r} is not {expected!r}")
    best = float("inf")
    for _ in range(3):
        began = time.perf_counter()
        for _ in range(calls):
            work()
        best = min(best, time.perf_counter() - began)
    print(f"{name}\t{best / calls * 1e6}\tµs\t", flush=True)


def table():
    """The table of 12 rows as zen-engine's JSON: three bands of age, two risks, yes and no."""
    bands = ["< 18", "[18..40)", ">= 40"]
    rows = [
        {"_id": str(number), "a": band, "r": f'"{risk}"', "k": affordable, "o": str(number)}
        for number, (band, risk, affordable) in enumerate(
            (band, risk, affordable)
            for band in bands
            for risk in ("Low", "High")
            for affordable in ("true", "false")
        )
    ]
    content = {
        "hitPolicy": "first",
        "inputs": [
            {"id": "a", "name": "Age", "field": "age"},
            {"id": "r", "name": "Risk", "field": "risk"},
            {"id": "k", "name": "Affordable", "field": "affordable"},
        ],
        "outputs": [{"id": "o", "name": "out", "field": "out"}],
        "rules": rows,
    }
    position = {"x": 0, "y": 0}
    return {
        "nodes": [
            {"id": "in", "type": "inputNode", "name": "in", "position": position},
            {"id": "t", "type": "decisionTableNode", "name": "t", "position": position, "content": content},
            {"id": "out", "type": "outputNode", "name": "out", "position": position},
        ],
        "edges": [
            {"id": "1", "sourceId": "in", "targetId": "t", "type": "edge"},
            {"id": "2", "sourceId": "t", "targetId": "out", "type": "edge"},
        ],
    }


def main():
    numbers = {"a": 3, "b": 4}
    report("the same expression in bkflow-feel", 500, lambda: parse_expression("(a + b) * 2", numbers), 14)
    expression = zen.compile_expression("(a + b) * 2")
    report("the same expression in zen-engine", 20_000, lambda: expression.evaluate(numbers), 14)
    decision = zen.ZenEngine().create_decision(json.dumps(table()))
    facts = {"age": 45, "risk": "High", "affordable": False}
    report(
        "the same table of 12 rows in zen-engine",
        2_000,
        lambda: decision.evaluate(facts)["result"]["out"],
        11,
    )


main()
