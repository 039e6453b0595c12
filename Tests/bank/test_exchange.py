"""Weeks of payments with a bank that delays, repeats, loses, reorders, refuses and sends back."""

import random
import subprocess
import time

import lxml.etree
import pytest
from conftest import schema

LIVE = {"pending", "sent", "settled"}


def check(exchange, is_over):
    """What the office knows against what the bank did."""
    state, books = exchange.state(), exchange.books()
    net = {name: amount - books["returned"].get(name, 0) for name, amount in books["paid"].items()}
    subjects = {}
    for attempt in state["attempts"]:
        subjects.setdefault(attempt["subject"], []).append(attempt)
    for subject, attempts in subjects.items():
        assert sum(one["status"] in LIVE for one in attempts) <= 1, subject
        # Nobody has more than is due, by the bank's own count.
        assert sum(net.get(one["id"], 0) for one in attempts) <= attempts[0]["amount"], subject
    assert sum(books["accounts"].values()) == -books["fees"]
    allowed = {("unmatched", "foreign"), ("unmatched", "inconclusive"), ("matched", None),
               ("noted", None)} | (set() if is_over else {("held", None)})
    assert {(one["place"], one.get("cause")) for one in state["entries"]} <= allowed
    if is_over:
        for attempt in state["attempts"]:
            name, status = attempt["id"], attempt["status"]
            if name in books["returned"]:
                expected = {"returned", "replaced"}
            elif name in books["paid"]:
                expected = {"settled"}
            elif name in books["refused"]:
                expected = {"failed", "replaced"}
            else:
                # The bank has lost it, or never got it: nobody tries again on a guess.
                expected = {"sent"}
            assert status in expected, (attempt, books["refused"].get(name))
    return state, books


def validate(exchange, version):
    for path in exchange.out.glob("*.xml"):
        schema(version).assertValid(lxml.etree.parse(str(path)))


def finish(exchange, version):
    exchange.tell("flush")
    exchange.drive("take", exchange.back)
    state, books = check(exchange, is_over=True)
    places = {one["place"] for one in state["entries"]}
    assert places == {"matched", "noted", "unmatched"}
    # The bank did all that this test is about.
    assert books["paid"] and books["returned"] and books["refused"] and books["lost"]
    assert {"settled", "replaced", "sent"} <= {one["status"] for one in state["attempts"]}


@pytest.mark.parametrize(
    "exchange, version",
    [(1, "pain.001.001.03"), (2, "pain.001.001.09"), (3, "pain.001.001.03")],
    indirect=["exchange"])
def test_every_yuan_is_paid_once(exchange, version):
    for week in range(8):
        exchange.drive("make", 20)
        if week % 2:
            exchange.drive("retry")
        exchange.drive("send", exchange.out, version)
        validate(exchange, version)
        exchange.tell("tick")
        exchange.take()
        check(exchange, is_over=False)
    finish(exchange, version)


@pytest.mark.parametrize("exchange", [4], indirect=True)
def test_whatever_is_killed_is_not_paid_twice(exchange):
    moments = random.Random(4)
    version = "pain.001.001.03"
    killed = 0
    for week in range(8):
        for words in (
            ("make", 20), ("retry",), ("send", exchange.out, version), ("take", exchange.back),
        ):
            running = subprocess.Popen(
                exchange.words(*words), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            time.sleep(moments.uniform(0, 0.12))
            killed += running.poll() is None
            running.kill()
            running.wait()
        exchange.drive("make", 5)
        exchange.drive("retry")
        exchange.drive("send", exchange.out, version)
        exchange.tell("tick")
        exchange.take()
        check(exchange, is_over=False)
    assert killed > 0
    finish(exchange, version)
