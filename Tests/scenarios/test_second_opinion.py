"""Random people, determined by the tool and by a second implementation of the same readings."""

import json
from decimal import Decimal

import pytest
from opinion.people import People
from opinion.rules import opinion
from test_scenarios import determine

BENEFITS = {
    "skill-upgrade",
    "post-allowance",
    "introduced-allowance",
    "introduction-reward",
    "leading-talent",
    "contest-prize",
}


def money(text):
    return None if text is None else Decimal(text)


@pytest.mark.parametrize("seed", range(8))
def test_second_opinion(seed):
    people = People(seed, 60)
    ran = determine(people.facts())
    assert ran.returncode == 0, ran.stderr.decode()
    found = {}
    for entry in json.loads(ran.stdout)["determinations"]:
        document, benefit = entry["benefit"].split("/")
        if document == "wenzhou-2018-242" and benefit in BENEFITS:
            key = (benefit, entry["party"], entry["subject"])
            found[key] = (entry["outcome"], money(entry["amount"]), money(entry["gross"]))
    expected = opinion(people)
    assert found.keys() == expected.keys()
    for key, answer in expected.items():
        assert found[key] == answer, (key, people.records.get(key[1]))
