"""The statistics, counted anew over exported tables.

A town is made, its tables are exported, and this file counts them by the definitions of
Documentation/statistics.md with fractions. Every figure that `gongjiang stats` shows must be the same,
and every count of one to four people must be hidden.
"""

import csv
import datetime
import decimal
import fractions
import json
import os
import pathlib
import subprocess

import pytest

ROOT = pathlib.Path(__file__).parent.parent.parent
TOOL = os.environ.get("GONGJIANG", str(ROOT / ".build" / "release" / "gongjiang"))
ON = datetime.date(2025, 12, 31)
YEAR = 2025
TYPES = ("person", "organisation", "employment", "certificate", "title", "wage")
LEVELS = ("1", "2", "3", "4", "5", "uncertified", "unknown")
SUPPRESSED = "suppressed"


def run(*words):
    return subprocess.run([TOOL, *words], cwd=ROOT, check=True, capture_output=True).stdout.decode()


@pytest.fixture(scope="module")
def tables(tmp_path_factory):
    folder = tmp_path_factory.mktemp("town")
    registry = ("--registry", str(folder / "town.db"))
    run("synthesise", "--workers", "6000", "--seed", "4", "--quiet", *registry)
    run("export", *TYPES, "--to", str(folder), *registry)
    tables = {"stats": json.loads(run("stats", "--on", str(ON), "--json", *registry)),
              "registry": registry}
    for kind in TYPES:
        with open(folder / f"{kind}.csv", encoding="utf-8-sig", newline="") as file:
            tables[kind] = list(csv.DictReader(file))
    return tables


def date(text):
    return datetime.date.fromisoformat(text) if text else None


def is_technical(job):
    """True, False, or None where it is not known."""
    start, end = date(job["from"]), date(job["to"])
    if (end and end < ON) or (start and start > ON):
        return False
    if job["post"] and job["post"] not in ("technical-worker", "engineer"):
        return False
    return True if start and job["post"] else None


def level_of(certificates):
    """The level, `uncertified`, or `unknown`; and whether 3 or better is certain, or possible."""
    certain, possible = 6, 6
    for row in certificates:
        if row["level"] == "无" or row["kind"] == "special-ability":
            continue
        if row["issuedOn"] and date(row["issuedOn"]) > ON:
            continue
        level = int(row["level"]) if row["level"] else None
        possible = min(possible, level or 1)
        if level and row["kind"] and row["issuedOn"]:
            certain = min(certain, level)
    name = "unknown" if certain != possible else "uncertified" if certain == 6 else str(certain)
    return name, certain <= 3, possible <= 3


def by_party(rows):
    parties = {}
    for row in rows:
        parties.setdefault(row["party"], []).append(row)
    return parties


class Count:
    """The figures of one region."""

    def __init__(self):
        self.levels = dict.fromkeys(LEVELS, 0)
        self.high = self.other = 0
        self.wages = {level: [] for level in LEVELS}


@pytest.fixture(scope="module")
def counted(tables):
    """Figures by region: a county's code, a prefecture's with 00 behind it, `None` for the whole."""
    seats = {row["id"]: row["region"] for row in tables["organisation"]}
    jobs, certificates = by_party(tables["employment"]), by_party(tables["certificate"])
    titles, wages = by_party(tables["title"]), by_party(tables["wage"])
    regions, undecided = {}, 0
    for person in tables["person"]:
        own = jobs.get(person["id"], [])
        judged = [(is_technical(job), job) for job in own]
        sure = [job for technical, job in judged if technical]
        if not sure:
            undecided += not own or any(technical is None for technical, _ in judged)
            continue
        last = max(job["from"] for job in sure)
        main = min((job for job in sure if job["from"] == last), key=lambda job: job["id"])
        region = seats.get(main["employer"]) or person["region"] or "unknown"
        level, is_high, may_be_high = level_of(certificates.get(person["id"], []))
        granted = [date(row["grantedOn"]) for row in titles.get(person["id"], [])]
        is_high = is_high or any(day and day <= ON for day in granted)
        may_be_high = may_be_high or None in granted
        paid = [row["amount"] for row in wages.get(person["id"], []) if row["year"] == str(YEAR)]
        groups = {region, None} | ({region[:4] + "00"} if region != "unknown" else set())
        # A county that is called like its prefecture would count twice; the town has none.
        for group in groups:
            count = regions.setdefault(group, Count())
            count.levels[level] += 1
            count.high += is_high
            count.other += not is_high and not may_be_high
            if paid and "" not in paid:
                count.wages[level].append(sum(fractions.Fraction(text) for text in paid))
    return regions, undecided


def rounded(value, digits):
    """Half up, exactly."""
    scaled = value * 10**digits
    whole = scaled.numerator // scaled.denominator
    whole += 2 * (scaled - whole) >= 1
    return str(decimal.Decimal(whole).scaleb(-digits).quantize(decimal.Decimal(1).scaleb(-digits)))


def key(figures):
    return "unknown" if figures["scope"] == "unknown" else figures["region"]


def shown(figures):
    return [(figures, key(figures)) for figures in figures["regions"]]


def test_every_region_is_there(tables, counted):
    assert {name for _, name in shown(tables["stats"])} == set(counted[0])
    assert tables["stats"]["undecided"] == counted[1]
    assert tables["stats"]["wageYear"] == YEAR


def test_counts(tables, counted):
    visible = 0
    for figures, name in shown(tables["stats"]):
        count = counted[0][name]
        cells = [(figures["levels"][level], count.levels[level]) for level in LEVELS]
        cells += [(figures["workers"], sum(count.levels.values())),
                  (figures["highSkilled"], count.high)]
        for cell, value in cells:
            assert cell in (value, SUPPRESSED), (name, cells)
            visible += cell != SUPPRESSED
    # Most of a town this size can be shown.
    assert visible > 100


def test_small_counts_are_hidden_and_zeros_are_not(tables, counted):
    for figures, name in shown(tables["stats"]):
        for level in LEVELS[:-1]:
            value, cell = counted[0][name].levels[level], figures["levels"][level]
            assert not (1 <= value <= 4 and cell != SUPPRESSED)
            assert not (value == 0 and cell == SUPPRESSED)


def test_shares(tables, counted):
    seen = 0
    for figures, name in shown(tables["stats"]):
        count = counted[0][name]
        if figures["highSkilledShare"] is not None:
            share = fractions.Fraction(count.high, count.high + count.other)
            assert figures["highSkilledShare"] == rounded(share, 4)
            seen += 1
    assert seen > 10


def test_wages_and_ratios(tables, counted):
    seen = 0
    for figures, name in shown(tables["stats"]):
        wages = dict(counted[0][name].wages)
        wages["all"] = [wage for level in LEVELS for wage in counted[0][name].wages[level]]
        base = wages["uncertified"]
        for level, figure in figures["wages"].items():
            people, values = figure["people"], wages[level]
            assert people in (len(values), SUPPRESSED)
            assert not 1 <= len(values) <= 4 or people == SUPPRESSED
            if people == SUPPRESSED or not values:
                assert figure["mean"] is None and figure["ratio"] is None
                continue
            mean = sum(values) / len(values)
            assert figure["mean"] == rounded(mean, 2)
            seen += 1
            if figure["ratio"] is not None:
                assert figure["ratio"] == rounded(mean / (sum(base) / len(base)), 2)
    assert seen > 60


def test_a_hidden_level_shows_no_wages(tables):
    """How many of a level have a wage is a least number of the level."""
    for figures in tables["stats"]["regions"]:
        for level, wage in figures["wages"].items():
            count = figures["workers" if level == "all" else "levels"]
            count = count if level == "all" else count[level]
            assert count != SUPPRESSED or wage["people"] in (SUPPRESSED, 0)


def test_the_ratios_of_the_catalogue_come_out(tables):
    """T4, within what chance allows in a town of 6,000."""
    wages = tables["stats"]["regions"][0]["wages"]
    for level, ratio in zip("12345", (2.36, 2.03, 1.68, 1.39, 1.21)):
        assert abs(float(wages[level]["ratio"]) - ratio) < ratio * 0.06


def test_a_part_hides_what_the_whole_hides(tables):
    """Two answers about one day may not be played off against each other."""
    whole = {key(figures): figures for figures in tables["stats"]["regions"]}
    for region in ("330300", "331083", "330502"):
        part = json.loads(
            run("stats", "--on", str(ON), "--json", "--region", region, *tables["registry"]))
        assert part["regions"]
        for figures in part["regions"]:
            assert figures == whole[key(figures)]
