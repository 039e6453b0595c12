"""The rules of the catalogue, written a second time to compare the engine with.

A condition is True, False or the (non-empty) set of the facts it lacks; a value likewise.
Money is an exact Decimal; a pair of amounts is a range that the catalogue leaves open (A).
"""
from __future__ import annotations

from calendar import monthrange
from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from itertools import product
from typing import Any

Record = dict[str, Any]
Needs = frozenset[str]
PREFIX = {"wenzhou-2018-242": "3303", "wuxing-2024-32": "330502", "taizhou": "3310",
          "huangyan": "331003", "yuhuan": "331083", "jiaojiang": "331002"}
START = defaultdict(lambda: "2021-01-01", {"wenzhou-2018-242": "2018-01-01",
                                           "wuxing-2024-32": "2024-10-04"})  # reading 6
WZ, WX = "wenzhou-2018-242/", "wuxing-2024-32/"
EVENT = {"certificate": "issuedOn", "relocation": "arrivedOn"} \
    | dict.fromkeys(["studio", "base"], "foundedOn") \
    | dict.fromkeys(["award", "title", "rating", "demonstration"], "grantedOn") \
    | dict.fromkeys(["evaluation", "indicator", "selection"], "year") \
    | dict.fromkeys(["employment", "insurance", "training", "apprenticeship"], "from")
ABSENT = {"to", "talentClass", "ladderGrade", "titleAllowance", "result"}
LEVELS = ["district", "city", "province", "nation", "world"]
OPEN = (Decimal(0), Decimal(10) ** 9)
RULES: list[tuple[str, str, str | None, Callable[..., Case]]] = []


def lacking(*values: Any) -> Needs:
    return frozenset().union(*(v for v in values if isinstance(v, frozenset)))


def lift(fn: Callable[..., Any], *values: Any) -> Any:
    return lacking(*values) or fn(*values)


def every(*tests: Any) -> Any:
    return False if any(t is False for t in tests) else lacking(*tests) or True


def some(tests: Iterable[Any]) -> Any:
    tests = list(tests)
    return any(t is True for t in tests) or lacking(*tests) or False


def get(r: Record, name: str) -> Any:
    return r[name] if name in r else None if name in ABSENT else frozenset([f"{r['type']}.{name}"])


def one_of(r: Record, name: str, *allowed: Any) -> Any:
    return lift(lambda v: v in allowed, get(r, name))


def at_least(r: Record, name: str, bound: Any) -> Any:
    return lift(lambda v: v >= bound, get(r, name))


def money(r: Record, name: str, share: str = "1") -> Any:
    """Rounded half up to 分, once (reading 7)."""
    return lift(lambda v: (Decimal(str(v)) * Decimal(share)).quantize(
        Decimal("0.01"), ROUND_HALF_UP), get(r, name))


def day(r: Record) -> Any:
    return get(r, EVENT.get(r["type"], "on"))


def year(r: Record) -> Any:
    return lift(lambda d: int(str(d)[:4]), day(r))


def until(r: Record) -> str:
    return r.get("to") or "9999-12"


def index(m: str) -> int:
    return int(m[:4]) * 12 + int(m[5:7]) - 1


def month(at: int) -> str:
    return f"{at // 12}-{at % 12 + 1:02}"


def last_day(m: str) -> str:
    return f"{m}-{monthrange(int(m[:4]), int(m[5:]))[1]}"


def later(d: str, months: int) -> str:
    m = month(index(d) + months)
    return min(m + d[7:], last_day(m))


@dataclass
class Case:
    """What a rule says of a record, before place, start and stacking."""
    tests: list[Any]
    gross: Any = None
    amount: Any = None
    months: dict[str, Any] | None = None
    key: tuple[Any, ...] = ()


@dataclass
class Result:
    benefit: str
    party: str
    record: Record
    outcome: str = "entitled"
    gross: Any = None
    amount: Any = None
    months: dict[str, Any] | None = None
    rate: Any = None
    key: tuple[Any, ...] = ()
    needs: Needs = frozenset()
    items: dict[str, Decimal] = field(default_factory=dict)
    granted: Decimal = Decimal(0)

    def settle(self, own: Any) -> Result:
        """One more condition: False refuses, missing facts leave it undetermined."""
        if own is False or self.outcome == "not-entitled":
            self.outcome, self.amount, self.needs = "not-entitled", None, frozenset()
        elif own is not True:
            self.outcome, self.amount, self.needs = "undetermined", None, self.needs | own
        return self


def rule(benefit: str, of: str, to: str | None = None) -> Callable[..., Any]:
    """`of`: the records that give rise to the benefit; `to`: whom of them it is paid to."""
    def add(fn: Callable[..., Case]) -> Callable[..., Case]:
        RULES.append((benefit, of, to, fn))
        return fn
    return add


def by_table(r: Record, name: str, amounts: dict[Any, int], *tests: Any) -> Case:
    return Case([one_of(r, name, *amounts), *tests],
                lift(lambda k: Decimal(amounts.get(k, 0)), get(r, name)))


class Facts:
    """What is on record on the day `on`; later events do not exist (reading 5)."""

    def __init__(self, data: Record) -> None:
        self.on, self.default = data["on"], data.get("region")
        self.parties: dict[str, Record] = {p["id"]: p for p in data["parties"]}
        self.by: dict[tuple[str, str], list[Record]] = defaultdict(list)
        self.all: dict[str, list[Record]] = defaultdict(list)
        for r in data["records"]:
            at = "" if lacking(day(r)) else str(day(r))
            if at <= self.on[:len(at)]:
                self.by[r["type"], r["party"]].append(r)
                self.all[r["type"]].append(r)
        lists = data.get("catalogues", {})
        self.shortage = {(r["region"], r["year"], r["occupation"])
                         for r in lists.get("shortage-occupations", [])}
        self.published = {r[:2] for r in self.shortage}
        self.standards = {(r["occupation"], r["level"]): Decimal(r["amount"])
                          for r in lists.get("appraisal-standards", [])}

    def of(self, kind: str, r: Record) -> list[Record]:
        return self.by[kind, r["party"]]

    def org(self, r: Record, name: str = "employer") -> Record:
        key = get(r, name)
        if isinstance(key, frozenset):
            return {"type": "organisation", "id": r["party"], "region": key, "kind": key}
        return self.parties.get(key, {"type": "organisation", "id": key})

    def owner(self, r: Record) -> Record:
        return self.parties[r["party"]]

    def region(self, party: Record) -> Any:  # reading 2
        jobs = [r for r in self.by["employment", party["id"]] if r.get("employer")
                in self.parties] if party["type"] == "person" else []
        if jobs := [r for r in jobs if until(r) >= self.on] or jobs:
            last = max((r["from"], until(r)) for r in jobs)
            party = self.org(min((r for r in jobs if (r["from"], until(r)) == last),
                                 key=lambda r: r["id"]))
        known = "region" in party or party["id"] not in self.parties
        return get(party, "region") if known or not self.default else self.default

    def within(self, party: Record, document: str) -> Any:
        return lift(lambda v: v.startswith(PREFIX[document.strip("/")]), self.region(party))

    def listed(self, occupation: Any, at: Any) -> Any:  # W17
        if not lacking(at) and ("330300", at) not in self.published:
            return frozenset(["catalogue.shortage-occupations"])
        return lift(lambda o, y: ("330300", y, o) in self.shortage, occupation, at)

    def employed(self, r: Record, on: str, test: Callable[[Record], Any]) -> Any:
        jobs = self.of("employment", r)
        return some(every(j["from"] <= on <= until(j), test(j)) for j in jobs) \
            if jobs else frozenset(["employment"])

    def at_enterprise(self, r: Record) -> Any:
        return one_of(self.org(r), "kind", "enterprise")

    def insured(self, r: Record, m: str) -> Any:
        spells = self.of("insurance", r)
        return any(s["from"] <= m <= until(s) for s in spells) \
            if spells else frozenset(["insurance"])

    def held(self, r: Record, by: Any, test: Callable[[Record], Any]) -> Any:
        """Whether any certificate issued no later than `by` passes the test."""
        return some(every(by == self.on or lift(lambda d, b: d <= b, day(c), by), test(c))
                    for c in self.of("certificate", r))

    def skilled(self, r: Record, by: Any, *levels: int) -> Any:
        return self.held(r, by, lambda c: one_of(c, "level", *levels))

    def window(self, first: int, most: int, counts: Callable[[str, str], Any]) -> Any:
        """The months that may count; that of `on` counts whole, by the state on `on`."""
        months = (month(i) for i in range(first, min(first + most, index(self.on) + 1)))
        states = {m: counts(m, min(last_day(m), self.on)) for m in months}
        return {m: s for m, s in states.items() if s is not False}

    def served(self, r: Record) -> Any:  # readings 10 and 11
        return {"": day(r)} if lacking(day(r)) else self.window(
            index(day(r)) + 1, 36, lambda m, end: every(
                self.insured(r, m), self.employed(r, end, lambda j: every(
                    self.at_enterprise(j), self.within(self.org(j), WZ)))))

    def spared(self, r: Record, org: Record) -> Any:  # reading 20
        return lacking(org["kind"]) if lacking(org.get("kind")) else lift(lambda v: not v, some(
            every(lift(int.__eq__, year(r), get(s, "year")), one_of(s, "result", "rejected"))
            for s in self.by["selection", org["id"]]))


TALENT = {"省杰出技能人才": 300000, "省拔尖技能人才": 30000, "特支计划高技能领军人才": 150000,
          "首席技师": 20000, "优秀技能人才": 10000}
PRIZES = {("worldskills", rank): prize for rank, prize in
          {0: 150000, 1: 500000, 2: 400000, 3: 300000}.items()} \
    | {(contest, rank): top - 5000 * (rank - 1) for contest, top, ranks in (
        ("national-1", 50000, 8), ("national-2", 40000, 5), ("provincial-1", 30000, 5),
        ("provincial-2", 20000, 3)) for rank in range(1, ranks + 1)} \
    | {("city", rank): 0 for rank in (1, 2, 3)}


class Catalogue(Facts):
    """One method for each row of the catalogue, named by its id."""

    @rule(WZ + "apprenticeship", "apprenticeship", "employer")
    def w3(self, r: Record) -> Case:
        return Case([self.at_enterprise(r), one_of(r, "year", 1, 2),
                     one_of(r, "joined", "new-hire", "transferred")],
                    money(r, "feePaid", "0.6"), key=(get(r, "year"),))

    @rule(WZ + "pre-job-training", "hire")
    def w4a(self, r: Record) -> Case:
        given = [t["from"] for t in self.by["training", r.get("person", "")] if "from" in t
                 and t.get("kind") == "pre-job" and t.get("employer") == r["party"]]
        soon = lacking(get(r, "person")) or not given or lift(
            lambda d: min(given) <= str(date.fromisoformat(d) + timedelta(365)), day(r))
        return Case([one_of(self.owner(r), "kind", "enterprise"),
                     at_least(r, "preJobHours", 40), soon], Decimal(200))

    @rule(WZ + "home-service-training", "training", "institution")
    def w4b(self, r: Record) -> Case:
        school = one_of(self.org(r, "institution"), "kind", "training-institution", "school")
        return Case([school, one_of(r, "kind", "home-service"), at_least(r, "hours", 40)],
                    Decimal(200))

    @rule(WZ + "training-and-appraisal", "training")
    def w4c(self, r: Record) -> Case:  # A: by the highest certificate of the year
        certificates = self.of("certificate", r)
        same = [lift(lambda d, t: t <= d and d[:4] == t[:4], day(c), day(r)) for c in certificates]
        got = [c for c, s in zip(certificates, same) if s is True]
        top = lift(min, *(get(c, "level") for c in got), 9, 9)
        amounts = [lift(lambda o, n: self.standards.get((o, n), frozenset([
            "catalogue.appraisal-standards"])), get(c, "occupation"), top)
            for c in got if c.get("level", top) == top]
        return Case([one_of(r, "kind", "skill"), some(same)],
                    lacking(*same) or lift(lambda *a: a and (min(a), max(a)), *amounts),
                    key=(year(r),))

    @rule(WZ + "skill-upgrade", "certificate")
    def w4d(self, r: Record) -> Case:
        spells = [s for s in self.of("insurance", r) if s["scheme"] == "unemployment"]
        paid = {i for s in spells for i in range(
            index(s["from"]), min(index(until(s)), index(self.on)) + 1)}
        enough = len(paid) >= (12 if "2019-01-01" <= self.on <= "2020-12-31" else 36)
        case = by_table(r, "level", {5: 1000, 4: 1500, 3: 2000})
        bonus = lift(lambda b: Decimal("1.5") if b else 1,
                     self.listed(get(r, "occupation"), year(r)))
        return Case([*case.tests, at_least(r, "issuedOn", "2017-01-01"),
                     one_of(r, "kind", "qualification", "skill-level"),
                     self.employed(r, self.on, self.at_enterprise),
                     enough if spells else frozenset(["insurance"])],
                    lift(Decimal.__mul__, case.gross, bonus),
                    key=(get(r, "occupation"), get(r, "level")))

    @rule(WZ + "start-up-training", "training")
    def w4e(self, r: Record) -> Case:  # A: the amount
        return Case([one_of(r, "kind", "start-up")], lift(lambda v: OPEN, get(r, "cost")))

    @rule(WZ + "post-allowance", "certificate")
    def w5a(self, r: Record) -> Case:
        case = by_table(r, "level", {2: 500, 1: 1000},
                        one_of(r, "kind", "qualification", "skill-level"),
                        self.listed(get(r, "occupation"), year(r)))
        return Case(case.tests, case.gross, months=self.served(r))

    @rule(WZ + "leading-school-class", "seminar")
    def w5b(self, r: Record) -> Case:
        cost = money(r, "cost")
        return Case([one_of(r, "kind", "leading-school-class"), one_of(r, "inPlan", True)], cost,
                    lift(lambda c, n: min(c, Decimal(n * 4000), Decimal(200000)),
                         cost, get(r, "participants")))

    @rule(WZ + "advanced-seminar", "seminar")
    def w5c(self, r: Record) -> Case:
        case = by_table(r, "lecturersFrom", {"province": 10000, "country": 20000, "abroad": 30000})
        return Case([one_of(r, "kind", "advanced-seminar"), one_of(r, "inPlan", True)], case.gross)

    @rule(WZ + "leading-talent", "award")
    def w6(self, r: Record) -> Case:
        return by_table(r, "name", TALENT, one_of(r, "series", "leading-talent"))

    def brought_in(self, r: Record, *levels: int) -> Any:
        return self.held(r, day(r), lambda c: every(
            one_of(c, "level", *levels), one_of(c, "kind", "qualification", "skill-level"),
            self.listed(get(c, "occupation"), year(r))))

    def from_outside(self, r: Record) -> Any:
        return every(lift(lambda v: not v.startswith("3303"), get(r, "fromRegion")),
                     one_of(r, "confirmed", True))

    @rule(WZ + "introduced-allowance", "relocation")
    def w8a(self, r: Record) -> Case:
        rate = lift(lambda top: Decimal(1000 if top else 500), self.brought_in(r, 1))
        return Case([self.from_outside(r), at_least(r, "contractMonths", 12),
                     self.brought_in(r, 1, 2)], rate, months=self.served(r))

    @rule(WZ + "introduction-reward", "relocation", "employer")
    def w8b(self, r: Record) -> Case:
        return by_table(r, "talentClass", {"B": 300000, "C": 100000, "D": 50000},
                        self.from_outside(r), one_of(r, "fullTime", True))

    @rule(WZ + "household-registration", "relocation")
    def w8c(self, r: Record) -> Case:
        return Case([*self.w8a(r).tests, self.insured(r, self.on[:7])])

    @rule(WZ + "demonstration-enterprise", "demonstration")
    def w9(self, r: Record) -> Case:
        return by_table(r, "level", {"province": 100000, "city": 50000},
                        one_of(self.owner(r), "kind", "enterprise"))

    @rule(WZ + "contest-organiser", "contest")
    def w12(self, r: Record) -> Case:
        case = by_table(r, "class", {"provincial-1": 100000, "provincial-2": 80000, "city": 50000})
        return Case(case.tests, money(r, "cost"), lift(min, money(r, "cost"), case.gross))

    @rule(WZ + "contest-team", "delegation")
    def w12b(self, r: Record) -> Case:  # A: the amount
        return Case([lift(lambda v: v != "worldskills", get(r, "contest"))],
                    lift(lambda a, b: OPEN, get(r, "trainingCost"), get(r, "entryCost")))

    @rule(WZ + "contest-prize", "award")
    def w13(self, r: Record) -> Case:
        won = get(r, "contest"), get(r, "rank")
        return Case([one_of(r, "series", "contest"), lift(lambda *key: key in PRIZES, *won)],
                    lift(lambda *key: Decimal(PRIZES.get(key, 0)), *won))

    @rule(WZ + "training-base", "base")
    def w14a(self, r: Record) -> Case:
        return by_table(r, "level", {"province": 1000000, "city": 200000})

    @rule(WZ + "excellent-base", "evaluation")
    def w14b(self, r: Record) -> Case:
        return self.evaluated(r, "base", 200000)

    @rule(WZ + "excellent-studio", "evaluation")
    def w15b(self, r: Record) -> Case:
        return self.evaluated(r, "studio", 50000)

    def evaluated(self, r: Record, kind: str, amount: int) -> Case:  # reading 16
        return Case([some(self.member(b, get(r, "year")) for b in self.all[kind]
                          if b["id"] == r["of"])], Decimal(amount))

    def member(self, b: Record, at: Any) -> Any:
        return every(one_of(b, "level", "city"), self.within(self.owner(b), WZ),
                     lift(int.__le__, year(b), at))

    @rule(WZ + "master-studio", "studio")
    def w15a(self, r: Record) -> Case:
        return by_table(r, "level", {"nation": 100000, "province": 50000, "city": 30000})

    @rule(WZ + "county-studio", "studio")
    def w15c(self, r: Record) -> Case:  # A: the amount
        return Case([one_of(r, "level", "district")], OPEN)

    @rule(WX + "apprenticeship", "apprenticeship", "employer")
    def x9(self, r: Record) -> Case:
        return Case([self.at_enterprise(r), self.spared(r, self.org(r))],
                    money(r, "feePaid", "0.6"))

    def top(self, r: Record, *values: Any) -> Any:
        """The value for the highest level held on the day: 1, 2, else 3."""
        one, two = self.skilled(r, day(r), 1), self.skilled(r, day(r), 2)
        return values[0] if one is True else lift(lambda a, b: values[1 if b else 2], one, two)

    @rule(WX + "living-rent", "relocation")
    def x10(self, r: Record) -> Case:
        months = {"": day(r)} if lacking(day(r)) else \
            self.window(index(day(r)) + 1, 36, lambda m, end: True)
        return Case([self.spared(r, self.org(r)), self.skilled(r, day(r), 1, 2, 3)],
                    self.top(r, Decimal(1500), Decimal(1000), Decimal(500)), months=months)

    @rule(WX + "house-purchase", "settlement")
    def x11(self, r: Record) -> Case:  # A: the scale
        come = [m for m in self.of("relocation", r) if lift(lambda a, d: a <= d, day(m), day(r))]
        last = max(come, key=lambda m: str(m.get("arrivedOn", "")), default=r)
        return Case([one_of(r, "kind", "house-purchase"), self.skilled(r, day(r), 1, 2, 3),
                     some(lift(lambda a, d: d < later(a, 36), day(m), day(r)) for m in come),
                     lacking(*map(day, come)) or last is r or self.spared(r, self.org(last))],
                    self.top(r, *[(Decimal(50000), Decimal(280000))] * 3))

    @rule(WX + "occupational-standard", "standard")
    def x12(self, r: Record) -> Case:
        return by_table(r, "status", {"published": 10000}, self.spared(r, self.owner(r)),
                        one_of(self.owner(r), "kind", "enterprise"))

    @rule(WX + "training-base", "base")
    def x13(self, r: Record) -> Case:  # A: which category gets which
        return Case([one_of(self.owner(r), "kind", "enterprise"), self.spared(r, self.owner(r)),
                     one_of(r, "level", "district")],
                    lift(lambda v: (Decimal(350000), Decimal(500000)), get(r, "industryCategory")))

    @rule("taizhou/star-rating", "rating")
    def t2(self, r: Record) -> Case:  # A: the scale per star
        return Case([one_of(r, "scheme", "台州技工")],
                    lift(lambda v: (Decimal(0), Decimal(5000)), get(r, "stars")))

    @rule("taizhou/skill-allowance", "certificate")
    def t3(self, r: Record) -> Case:
        return by_table(r, "level", {2: 1900, 3: 1400, 4: 1100, 5: 800})

    @rule("huangyan/new-technician", "certificate")
    def t6(self, r: Record) -> Case:
        now = int(self.on[:4])
        return by_table(r, "level", {2: 1200}, lift(lambda y: now - 1 <= y <= now, year(r)),
                        self.employed(r, self.on, lambda j: self.within(self.org(j), "huangyan")))

    @rule("yuhuan/skill-ladder", "employment")
    def t12(self, r: Record) -> Case:
        case = by_table(r, "ladderGrade", dict(zip(range(1, 9), (
            200, 300, 400, 500, 600, 700, 800, 1000))), self.on >= START["yuhuan"])
        return Case(case.tests, case.gross, months=self.window(
            index(max(r["from"], START["yuhuan"])), 600,
            lambda m, end: r["from"] <= end <= until(r)))

    @rule("yuhuan/title-allowance", "title")
    def t12b(self, r: Record) -> Case:
        case = by_table(r, "grade", {"junior": 100, "intermediate": 300, "senior": 500},
                        self.on >= START["yuhuan"])
        months = {"": day(r)} if lacking(day(r)) else self.window(
            index(max(day(r), START["yuhuan"])), 600, lambda m, end: self.employed(
                r, end, lambda j: every(one_of(j, "titleAllowance", True),
                                        self.within(self.org(j), "yuhuan"))))
        return Case(case.tests, case.gross, months=months)

    def degree(self, r: Record, *degrees: str) -> Any:
        return every(one_of(self.owner(r), "education", *degrees),
                     one_of(self.owner(r), "fullTimeEducation", True))

    @rule("jiaojiang/settling-in", "settlement")
    def t16(self, r: Record) -> Case:
        steps = [(one_of(self.owner(r), "education", "doctor"), 100000),
                 (self.degree(r, "master"), 50000),
                 (some([self.degree(r, "bachelor"), self.skilled(r, self.on, 1, 2)]), 10000),
                 (some([self.degree(r, "junior-college"), self.skilled(r, self.on, 3)]), 6000)]
        return Case([one_of(r, "kind", "settle-in"), some(s for s, _ in steps)],
                    next((lacking(s) or Decimal(a) for s, a in steps if s is not False), None))

    @rule("jiaojiang/house-purchase", "settlement")
    def t17(self, r: Record) -> Case:  # A: the actual amount
        doctor = one_of(self.owner(r), "education", "doctor")
        return Case([one_of(r, "kind", "house-purchase"),
                     some([doctor, self.degree(r, "master")])],
                    lift(lambda d: (Decimal(0), Decimal(400000 if d else 200000)), doctor))

    def judge(self, benefit: str, r: Record, to: str | None, fn: Any) -> Result | None:
        """Before stacking; None outside the document's region (reading 4)."""
        document = benefit.split("/")[0]
        party = self.org(r, to) if to else self.owner(r)
        here = self.within(party, document)
        if here is False and self.within(self.owner(r), document) is False:
            return None
        case, start = fn(self, r), START[document]
        if benefit == WZ + "skill-upgrade":
            case.tests.append(self.on >= start)
        elif document != "yuhuan":
            case.tests.append(lift(lambda d: str(d) >= start[:len(str(d))], day(r)))
        months = case.months if case.months is None else every(*case.months.values()) \
            if case.months else False
        own = every(here, True if months is None else months, *case.tests)
        result = Result(benefit, party["id"], r, "entitled", case.gross, case.amount,
                        case.months, case.gross, case.key)
        if case.months is not None and own is True and not lacking(case.gross):
            result.gross = case.gross * len(case.months)
        if case.amount is None:
            result.amount = result.gross
        result.granted = sum((Decimal(c["amount"]) for c in self.by["claim", party["id"]] if
                              (c["benefit"], c["subject"]) == (benefit, r["id"])), Decimal(0))
        return result.settle(own if own is not True else lacking(result.amount) or True)

    def of_year(self, kind: str, org: Record) -> list[Record]:
        return [r for r in self.by[kind, org["id"]]
                if one_of(r, "year", int(self.on[:4])) is not False]

    def sheet(self, benefit: str, org: Record) -> Result | None:
        """For those of whom a sheet or a selection of the year of `on` is on record."""
        on_record = any(r.get("year") == int(self.on[:4]) for kind in ("indicator", "selection")
                        for r in self.by[kind, org["id"]])
        here = self.within(org, WX)
        own = every(here, one_of(org, "kind", "enterprise"), self.on >= START[WX[:-1]])
        return Result(WX + benefit, org["id"], {"id": org["id"]}).settle(own) \
            if on_record and here is not False else None

    def score(self, org: Record) -> Result | None:
        values = {r["name"]: r["value"] for r in self.of_year("indicator", org)}
        missing = {k: v for k, v in HIGH.items() if k not in values}
        needs = [f"indicator.{name}" for name in missing if any(
            x1_to_x7({**base, name: HIGH[name]}) != x1_to_x7(base) for base in (
                values, {k: v for k, v in {**missing, **values}.items() if k != name}))]
        if result := self.sheet("selection-score", org):
            result.items, veto = x1_to_x7(values)
            result.settle(not veto and (frozenset(needs) or True))
        return result

    def x8(self, org: Record) -> Result | None:  # A: pass mark 60, excellent from 80
        result = self.sheet("selected-enterprise", org)
        chosen = self.of_year("selection", org)
        if not result or not chosen:
            return result and result.settle(False)
        decided = {"selected": 60, "excellent": 80, "rejected": 0}.get(chosen[0].get("result", ""))
        mark = lift(lambda year, v: v, get(chosen[0], "year"),
                    get(chosen[0], "reviewScore") if decided is None else decided)
        vetoed = x1_to_x7({r["name"]: r["value"] for r in self.of_year("indicator", org)})[1]
        result.gross = result.amount = lift(lambda v: Decimal(50000 if v >= 80 else 20000), mark)
        return result.settle(every(decided is not None or not vetoed,
                                   lift(lambda v: v >= 60, mark)))


FLAGS = [
    "leadershipAttention", "hrUnit", "hrSpecialist", "selfCertRegistered",
    "selfCertOrderly", "schoolCooperation", "orderClasses", "selfCertCarriedOut",
    "selfCertSound", "eightGradePilot", "seniorSelfEvalPilot", "seniorSelfEvalDone",
    "collectiveBargaining", "craftsmanCulture", "institute"]
NUMBERS = [
    "apprenticesTrained", "selfCertCount", "equityPersons", "skillAllowance",
    "arbitrationCases", "seriousInjuries", "wageGrowth", "trainedShare", "technicalShare",
    "highSkilledShare", "shareAbove90k", "shareAbove120k"]
HIGH: dict[str, Any] = dict.fromkeys(FLAGS, True) | dict.fromkeys(NUMBERS, 100) \
    | dict.fromkeys(["harmonyLevel", "specialTitleLevel", "baseLevel"], "nation") \
    | {"trainingFunds": "full", "arrearsPetitions": [{"level": "province", "people": 5}],
       "honours": [{"person": "", "level": "nation"}],
       "studios": [{"leader": "", "level": "nation"}],
       "prizes": [{"level": "nation", "prize": 1}], "innovations": [{"position": 1}],
       "scienceAwards": [{"level": "nation", "prize": "first", "coWinner": False}],
       "standards": [{"status": "published"}]}


def x1_to_x7(values: Record) -> tuple[dict[str, Decimal], bool]:
    """The points of each item, and whether there is a veto (readings 18 and 19)."""
    half, yes = Decimal("0.5"), {k for k, v in values.items() if v is True}

    def number(name: str) -> Decimal:
        return Decimal(str(values.get(name) or 0))

    def rows(name: str) -> list[Record]:
        return values.get(name) or []

    def reached(name: str, *bounds: Any) -> int:
        return sum(number(name) >= Decimal(b) for b in bounds)

    def steps(name: str, first: int, bound: str, width: str, each: Any = 1) -> Decimal:
        over = number(name) - Decimal(bound)
        return first + each * (over // Decimal(width)) if over >= 0 else Decimal(0)

    def above(name: str, first: int) -> Decimal:
        return steps(name, first, "0.2", "0.1") if number(name) > Decimal("0.2") else Decimal(0)

    def best(name: str, person: str) -> int:
        ranked = sorted((LEVELS.index(r["level"]) + 1, r[person]) for r in rows(name))
        return sum({p: level for level, p in ranked}.values())

    def rank(name: str, order: list[str]) -> int:
        return ["none", *order].index(values.get(name) or "none")
    science: dict[str, Any] = {"grand": 3, "first": 2, "second": 1, "third": half}
    petitions = [r["level"] for r in rows("arrearsPetitions") if r["people"] >= 5]
    pay = number("skillAllowance")
    points: dict[str, tuple[int, Any]] = {
        "X1.1": (2, ("leadershipAttention" in yes) + half * len(yes & {"hrUnit", "hrSpecialist"})),
        "X1.2": (4, {"arranged": 2, "full": 4}.get(values.get("trainingFunds", ""), 0)),
        "X1.3": (2, 2 if "selfCertOrderly" in yes else "selfCertRegistered" in yes),
        "X1.4": (2, 2 if "orderClasses" in yes else "schoolCooperation" in yes),
        "X2.1": (4, reached("apprenticesTrained", 1, 20, 50, 100)),
        "X2.2": (5, len(yes & {"selfCertCarriedOut", "selfCertSound"})
                 + reached("selfCertCount", 1, 50, 100)),
        "X2.3": (3, reached("trainedShare", "0.5", "0.6", "0.7")),
        "X2.4": (8, steps("technicalShare", 1, "0.35", "0.05")),
        "X2.5": (8, steps("highSkilledShare", 1, "0.36", "0.05")),
        "X2.6": (6, best("honours", "person")),
        "X3.1": (3, 3 * ("eightGradePilot" in yes)),
        "X3.2": (3, 2 * ("seniorSelfEvalPilot" in yes) + ("seniorSelfEvalDone" in yes)),
        "X3.3": (4, best("studios", "leader")),
        "X4.1": (6, pay and (2 if pay < 150 else steps("skillAllowance", 2, "100", "50", half))),
        "X4.2": (6, steps("wageGrowth", 2, "0.03", "0.01", half) or number("wageGrowth") > 0),
        "X4.3a": (8, above("shareAbove90k", 3)),
        "X4.3b": (4, above("shareAbove120k", 2)),
        "X4.4": (2, 2 * ("collectiveBargaining" in yes)),
        "X4.5": (4, (0, 1, 2, 4)[reached("equityPersons", 1, 10, 20)]),
        "X5.1": (3, sum({"nation": 3, "district": 0}.get(r["level"], 4 - r["prize"])
                        for r in rows("prizes"))),
        "X5.2": (4, sum(1 if r["position"] == 1 else half for r in rows("innovations"))),
        "X5.3": (4, sum({"nation": 4, "province": science[r["prize"]]}.get(r["level"], 0)
                        * (half if r["coWinner"] else 1) for r in rows("scienceAwards"))),
        "X5.4": (1, "craftsmanCulture" in yes),
        "X5.5": (4, rank("harmonyLevel", LEVELS)),
        "X6.1": (2, max(0, rank("specialTitleLevel", LEVELS) - 2)),
        "X6.2": (5, rank("baseLevel", ["open", *LEVELS])),
        "X6.3": (5, sum({"listed": 1, "drafted": 2, "published": 3}[r["status"]]
                        for r in rows("standards"))),
        "X6.4": (3, 3 * ("institute" in yes)),
        "X7.1": (0, -sum({"district": 1, "city": 2}.get(p, 0) for p in petitions)),
        "X7.2": (0, -reached("arbitrationCases", 3, 4, 7)),
        "X7.3": (0, -2 * number("seriousInjuries"))}
    veto = number("arbitrationCases") > 10 or bool({"province", "nation"} & set(petitions))
    return {k: Decimal(min(most, v)) for k, (most, v) in points.items()}, veto


def grouped(results: list[Result], *benefits: str) -> list[list[Result]]:
    """The standing results of these benefits, by person, in the order of their events."""
    groups = defaultdict(list)
    for r in results:
        if r.benefit in benefits and r.outcome != "not-entitled":
            groups[r.record["party"]].append(r)
    return [sorted(g, key=lambda r: (known_day(r), -number(r.gross), r.benefit, r.record["id"]))
            for g in groups.values()]


def number(gross: Any) -> Decimal:
    return gross if isinstance(gross, Decimal) else Decimal(0)


def known_day(r: Result) -> str:
    return "" if lacking(day(r.record)) else str(day(r.record))


def alike(a: Result, b: Result) -> Any:
    return every(*(lift(lambda x, y: x == y, x, y) for x, y in zip(a.key, b.key)))


def once(group: list[Result]) -> None:
    for n, r in enumerate(group):
        r.settle(lift(lambda taken: not taken, some(every(
            lacking(day(e.record), day(r.record)) or at < n, alike(e, r),
            e.outcome == "entitled" or e.needs) for at, e in enumerate(group)
            if e is not r and e.outcome != "not-entitled")) if len(group) > 1 else True)


def limited(group: list[Result], most: Decimal) -> None:
    """At most so much in all for those with the same key."""
    for n, r in enumerate(group):
        used, needs = [Decimal(0), Decimal(0)], lacking()
        for e in group[:n]:
            if (same := alike(e, r)) is not False:
                sure = same is True and e.outcome == "entitled"
                used = [u + (most if lacking(e.gross) else e.gross) * (also or sure)
                        for also, u in enumerate(used)]
                needs |= lacking() if sure else e.needs | lacking(same)
        if r.outcome == "entitled":
            amounts = [max(Decimal(0), min(r.gross, most - u)) for u in used]
            r.amount = amounts[0]
            r.settle(amounts[0] == amounts[1] or needs)


def one_a_month(group: list[Result]) -> None:  # reading 11
    def rank(r: Result) -> tuple[Any, ...]:
        return -r.rate, r.benefit == WZ + "introduced-allowance", known_day(r), r.record["id"]
    paid: list[tuple[Result, dict[str, Any], Needs]] = []
    for r in (r for r in group if r.outcome == "entitled"):
        months, needs = dict(r.months or {}), []
        ahead = [e for e in group if e is not r and (lacking(e.rate) or rank(e) < rank(r))]
        for e in sorted(ahead, key=lambda e: e.outcome):  # the entitled come first
            others = e.months or {}
            theirs = months.keys() if "" in others else months.keys() & others.keys()
            needs += [e.needs] if theirs else []
            if e.outcome == "entitled":
                months = {m: True for m in months if m not in theirs}
        paid.append((r, months, lacking(*needs)))
    for r, months, lack in paid:
        r.months, r.amount = months, r.rate * len(months)
        r.settle(lack or True)


def choices(on: str, r: Result, group: list[Result]) -> list[Any]:
    """What an award may be: (date, -gross, id, benefit, level, achievement), or none at all."""
    level, done = get(r.record, "level"), get(r.record, "achievement")
    grosses = {*PRIZES.values(), *TALENT.values()} if lacking(r.gross) else {r.gross}
    dates = {known_day(r)} if known_day(r) else {on, *(
        later(known_day(e), n) for e in group if known_day(e) for n in (-24, -1))}
    return [(d, -g, r.record["id"], r.benefit, n, a) for d, g, n, a in product(
        dates, grosses, range(-1, 6) if lacking(level) else [LEVELS.index(level)],
        [None, *(e.record.get("achievement") for e in group)] if lacking(done) else [done])] \
        + [None] * (r.outcome == "undetermined")


def stacked(world: tuple[Any, ...]) -> list[Decimal | None]:  # W16, reading 17
    amounts: list[Decimal | None] = [None] * len(world)
    order = sorted((award, n) for n, award in enumerate(world) if award)
    for at, ((granted, gross, _, benefit, level, done), n) in enumerate(order):
        due = -gross
        for (before, others, _, series, rank, achieved), _ in order[:at]:
            if series == benefit or later(before, 24) > granted:
                due = min(due, others - gross)
            elif rank > level or rank == level and achieved == done is not None:
                due = 0
        amounts[n] = Decimal(max(0, due))
    return amounts


def highest(on: str, group: list[Result]) -> None:
    worlds = [stacked(w) for w in product(*(choices(on, r, group) for r in group))]
    for n, r in enumerate(group):
        found = {w[n] for w in worlds if w[n] is not None}
        if r.outcome == "entitled":
            r.amount = next(iter(found))
            r.settle(len(found) == 1 or open_facts(r, group))


def open_facts(r: Result, group: list[Result]) -> Needs:
    """What is missing of the awards that bear on this one."""
    before = [e for e in group if e is not r and known_day(e) <= known_day(r)]
    back = [e for e in before if e.benefit != r.benefit and (
        not known_day(e) or later(known_day(e), 24) <= known_day(r))]
    same = [e for e in back if some([lift(str.__eq__, *(get(x.record, "level") for x in (e, r)))])]
    return frozenset().union(*(e.needs for e in before)) | lacking(
        *(get(x.record, "level") for e in back for x in (e, r)),
        *(get(x.record, "achievement") for e in same for x in (e, r)))


def quota(f: Catalogue, results: list[Result], benefit: str, kind: str) -> None:  # reading 16
    group = [r for r in results if r.benefit == benefit and r.outcome != "not-entitled"]
    states = [(r, r.outcome == "entitled" or r.needs, get(r.record, "score"),
               get(r.record, "year")) for r in group]
    for r, _, score, at in states:
        if lacking(at):
            continue
        members = [f.member(b, at) for b in f.all[kind]]
        ahead = [e is r or every(lift(int.__eq__, y, at), own, lift(
            lambda a, b: a >= b, s, score)) for e, own, s, y in states]
        places = [bounds * 15 // 100 for bounds in counted(members)]
        rivals = counted(ahead)
        r.settle(rivals[0] <= places[1] and (
            rivals[1] <= places[0] or lacking(*members, *ahead)))


def counted(tests: list[Any]) -> tuple[int, int]:
    """How many hold for sure, and how many may."""
    return sum(t is True for t in tests), sum(t is not False for t in tests)


def determine(data: Record) -> list[Result]:
    f = Catalogue(data)
    results = [x for benefit, of, to, fn in RULES for r in f.all[of]
               if (x := f.judge(benefit, r, to, fn))]
    for benefit in (WZ + "training-and-appraisal", WZ + "skill-upgrade", WX + "house-purchase",
                    "taizhou/star-rating", "huangyan/new-technician", "jiaojiang/settling-in",
                    "jiaojiang/house-purchase"):
        for group in grouped(results, benefit):
            once(group)
    for group in grouped(results, WZ + "apprenticeship"):
        limited(group, Decimal(6000))
    for group in grouped(results, WX + "apprenticeship"):
        limited(group, Decimal(6000))
    for group in grouped(results, WZ + "post-allowance", WZ + "introduced-allowance"):
        one_a_month(group)
    for group in grouped(results, WZ + "leading-talent", WZ + "contest-prize"):
        highest(f.on, group)
    quota(f, results, WZ + "excellent-base", "base")
    quota(f, results, WZ + "excellent-studio", "studio")
    return results + [x for o in f.parties.values() if o["type"] == "organisation"
                      for fn in (f.score, f.x8) if (x := fn(o))]
