"""Random workers and organisations, rich in bounds, gaps and things nobody knows."""
from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from random import Random
from typing import Any

from oracle import ABSENT, FLAGS, RULES

BOUNDS = [date.fromisoformat(d) for d in (
    "2016-12-31", "2017-01-01", "2017-12-31", "2018-01-01", "2018-12-31", "2019-01-01",
    "2020-02-29", "2020-03-31", "2020-12-31", "2021-01-01", "2022-02-28", "2024-02-29",
    "2024-10-03", "2024-10-04", "2025-01-31", "2026-12-31")]
REGIONS = ["330302"] * 6 + ["330300", "330381", "330503", "331081", "320500"] \
    + ["330502", "331002", "331003", "331083"] * 2
OCCUPATIONS = ["6-18-01-01", "6-31-01-03", "6-02-02-02", "4-10-01-01"]
TALENTS = ["省杰出技能人才", "省拔尖技能人才", "特支计划高技能领军人才", "首席技师", "优秀技能人才", "先进"]
CONTESTS = ["worldskills", "national-1", "national-2", "provincial-1", "provincial-2", "city"]
LEVELS = ["district", "city", "province", "nation"]
MONEY = ["0", "0.01", "9999.99", "10000", "10000.01", "8333.325", "1234.5678", "6000", "12000",
         "20000", "50000", "80000", "80000.01", "100000", "99999.994999", "250000", "3000000"]
SHARES = ["trainedShare", "technicalShare", "highSkilledShare", "shareAbove90k", "shareAbove120k"]


class Batch:
    def __init__(self, rng: Random, workers: int) -> None:
        self.rng = rng
        self.on = self.day(future=True, near=0)
        if rng.random() < 0.4:
            self.on = date(2024, 10, 4) + timedelta(rng.randrange(1000))
        self.parties: list[dict[str, Any]] = []
        self.records: list[dict[str, Any]] = []
        self.orgs = [f"单位{i:05}" for i in range(max(8, workers // 4))]
        self.people = [f"工人{i:05}" for i in range(workers)]
        self.home = self.some(None, *["330302"] * 3, *["330502"] * 2, "331002", "331003", "331083")
        self.blur = rng.choice([0, 0, 0.01, 0.03])
        for name in self.orgs:
            self.organisation(name)
        for name in self.people:
            self.worker(name)

    def day(self, future: bool = False, near: float = 0.25) -> date:
        rng = self.rng
        if rng.random() < near:
            years = rng.choice([0, 0, 1, 2, 3])
            day = date(self.on.year - years, self.on.month, min(self.on.day, 28))
            return day + timedelta(rng.choice([-1, 0, 1, self.on.day - day.day]))
        if rng.random() < 0.3:
            return rng.choice(BOUNDS) + timedelta(rng.choice([0, 0, 0, -1, 1]))
        first = date(2016, 1, 1) if not future else date(2018, 1, 1)
        return first + timedelta(rng.randrange(365 * 10))

    def past(self) -> str:
        """Mostly no later than `on`."""
        day = self.day() if self.rng.random() < 0.5 else \
            self.on - timedelta(self.rng.randrange(900))
        return str(day if day <= self.on or self.rng.random() < 0.1 else
                   self.on - timedelta(self.rng.randrange(1500)))

    def region(self) -> str:
        return self.home if self.home and self.rng.random() < 0.6 else self.rng.choice(REGIONS)

    def some(self, *values: Any) -> Any:
        return self.rng.choice(values)

    def times(self, *weights: int) -> Iterable[int]:
        return range(self.rng.choices(range(len(weights)), weights)[0])

    def add(self, kind: str, party: str, /, **fields: Any) -> str:
        key = f"{kind}{len(self.records):05}"
        told = self.rng.random() < 0.1  # null and absent mean the same for these
        kept = {k: v for k, v in fields.items() if v is None and told and k in ABSENT
                or v is not None and (
            k in {"from", "to", "of", "scheme"} and kind != "training"
            or self.rng.random() >= self.blur)}
        self.records.append({"type": kind, "party": party, "id": key, **kept})
        for benefit, of, to, _ in RULES:
            if of == kind and to is None and self.rng.random() < 0.02:
                self.records.append({
                    "type": "claim", "party": party, "benefit": benefit, "subject": key,
                    "on": self.past(), "amount": self.some("0.01", "500", "20000.00")})
        return key

    def organisation(self, name: str) -> None:
        rng = self.rng
        self.parties.append({"type": "organisation", "id": name, "region": self.region(),
                             "kind": self.some(*["enterprise"] * 10, "school",
                                               "training-institution", "training-institution")})
        if rng.random() < self.blur / 2:
            del self.parties[-1][self.some("kind", "region")]
        for kind in ("base", "studio"):
            for _ in self.times(30, 40, 20, 10):
                extra = {"industryCategory": self.some("美妆", "现代纺织"), "open": True} \
                    if kind == "base" else {"leader": self.some(*self.people)}
                key = self.add(kind, name, foundedOn=self.past(), **extra, level=self.some(
                    *LEVELS, *["district" if self.home == "330502" else "city"] * 7))
                for year in rng.sample([self.on.year - i for i in (0, 1, 2, -1)], 2):
                    self.add("evaluation", name, of=key, year=year,
                             score=self.some(60, 75, 80, 90, 90.5, rng.randrange(60, 100)))
        for _ in self.times(50, 30, 20):
            self.add("hire", name, person=self.some(*self.people), on=self.past(),
                     preJobHours=self.some(0, 39, 39.5, 40, 80))
        for _ in self.times(60, 30, 10):
            self.add("seminar", name, kind=self.some("leading-school-class", "advanced-seminar"),
                     on=self.past(), participants=self.some(0, 1, 49, 50, 51, 60),
                     cost=self.some(*MONEY), inPlan=rng.random() < 0.8,
                     lecturersFrom=self.some("province", "country", "abroad"))
            self.add("contest", name, **{"class": self.some(*CONTESTS[3:])}, on=self.past(),
                     cost=self.some(*MONEY))
        for _ in self.times(70, 30):
            self.add("demonstration", name, level=self.some("province", "city"),
                     grantedOn=self.past())
            self.add("standard", name, status=self.some("listed", "drafted", "published"),
                     on=self.past())
            self.add("delegation", name, contest=self.some(*CONTESTS[:5]), on=self.past(),
                     trainingCost=self.some(*MONEY), entryCost=self.some(*MONEY))
            self.add("selection", name, year=self.on.year - self.some(0, 0, 1),
                     scheme="技能型企业", reviewScore=self.some(59.5, 60, 79.5, 80, None),
                     result=self.some("selected", "excellent", "rejected", None, None))

        if rng.random() < 0.8:
            self.indicators(name)

    def indicators(self, name: str) -> None:
        """The score sheet's facts: bands at their bounds; sometimes of another year."""
        rng, on_year = self.rng, self.on.year - self.some(*[0] * 9, 1)

        def several(**fields: list[Any]) -> list[dict[str, Any]]:
            return [{k: self.some(*v) for k, v in fields.items()} for _ in self.times(4, 3, 2, 1)]
        shares = [0, 0.2, 0.2001, 0.3, 0.34, 0.35, 0.36, 0.4, 0.41, 0.5, 0.6, 0.7, 0.76, 1]
        values: dict[str, Any] = {k: rng.random() < 0.7 for k in FLAGS} | {
            k: self.some(*shares) for k in SHARES} | {
            "apprenticesTrained": self.some(0, 1, 19, 20, 49, 50, 99, 100),
            "selfCertCount": self.some(0, 1, 49, 50, 99, 100),
            "equityPersons": self.some(0, 1, 9, 10, 19, 20),
            "skillAllowance": self.some(0, 1, 100, 149.99, 150, 200, 499, 500, 900),
            "wageGrowth": self.some(-0.1, 0, 0.001, 0.03, 0.0399, 0.04, 0.11, 0.5),
            "arbitrationCases": self.some(0, 0, 2, 3, 4, 6, 7, 10, 11),
            "seriousInjuries": self.some(0, 0, 0, 1, 2),
            "trainingFunds": self.some("none", "arranged", "full"),
            "harmonyLevel": self.some("none", *LEVELS),
            "specialTitleLevel": self.some("none", *LEVELS),
            "baseLevel": self.some("none", "open", *LEVELS),
            "honours": several(person=self.people[:3], level=LEVELS),
            "studios": several(leader=self.people[:2], level=LEVELS),
            "prizes": several(level=LEVELS, prize=[1, 2, 3]),
            "innovations": several(position=[1, 2, 5]),
            "scienceAwards": several(level=LEVELS, prize=["grand", "first", "second", "third"],
                                     coWinner=[True, False]),
            "standards": several(status=["listed", "drafted", "published"]),
            "arrearsPetitions": several(level=LEVELS[:2] * 9 + LEVELS, people=[4, 5, 6])}
        for key, value in values.items():
            if rng.random() > self.blur:
                self.records.append({"type": "indicator", "party": name, "name": key,
                                     "year": on_year, "value": value})

    def spell(self, cut: int) -> dict[str, str | None]:
        """An open or closed spell; days for cut 10, months for cut 7."""
        begin = self.some(date(2012, 5, 1), self.day(), self.day())
        days = self.some(0, 27, 30, 31, 366, 1095, 1125, self.rng.randrange(1500))
        end = self.some(None, begin + timedelta(days))
        if end and self.rng.random() < 0.3:
            end = max(begin, end.replace(day=1) - timedelta(1))
        return {"from": str(begin)[:cut], "to": end and str(end)[:cut]}

    def worker(self, name: str) -> None:
        rng, own = self.rng, self.some(*self.orgs)
        self.parties.append({
            "type": "person", "id": name, "region": self.region(),
            "education": self.some("doctor", "master", "bachelor", "junior-college",
                                   "technician-class", "senior-worker-class", "other"),
            "fullTimeEducation": rng.random() < 0.6})
        for key in ("region", "education", "fullTimeEducation"):
            if rng.random() < self.blur:
                del self.parties[-1][key]
        for _ in self.times(8, 60, 25, 7):
            self.add("employment", name, **self.spell(10),
                     employer=self.some(own, own, own, self.some(*self.orgs), "外地单位"),
                     ladderGrade=self.some(None, None, *range(1, 9)), post="technical-worker",
                     titleAllowance=self.some(None, True, False))
        for _ in self.times(10, 40, 20, 20, 10):
            self.add("insurance", name, **self.spell(7), region="330300",
                     scheme=self.some("unemployment", "unemployment", "pension", "injury"))
        for _ in self.times(20, 40, 20, 15, 5):
            self.add("certificate", name, occupation=self.some(*OCCUPATIONS[:2] * 3, *OCCUPATIONS),
                     level=self.some(1, 1, 2, 2, 3, 4, 5), issuedOn=self.past(),
                     kind=self.some(*["skill-level"] * 4, "qualification", "special-ability"))
        for _ in self.times(70, 10, 10, 7, 3):
            self.add("award", name, series=self.some("contest", "contest", "leading-talent"),
                     contest=self.some(*CONTESTS), rank=rng.randrange(10), grantedOn=self.past(),
                     name=self.some(*TALENTS), level=self.some(*LEVELS, "world"),
                     achievement=self.some("成果甲", "成果乙", name))
        for _ in self.times(55, 35, 10):
            self.add("relocation", name, employer=self.some(own, own, own, *self.orgs[:2]),
                     fromRegion=self.some("310000", "340000", "331002", "330303"),
                     arrivedOn=self.past(), contractMonths=self.some(11, 12, 12, 13, 36, 36),
                     fullTime=rng.random() < 0.9, confirmed=rng.random() < 0.9,
                     talentClass=self.some(None, *"BCD"))
        for _ in self.times(75, 10, 10, 5):
            self.add("apprenticeship", name, employer=self.some(own, own, own, *self.orgs[:2]),
                     institution=self.some(*self.orgs), feePaid=self.some(*MONEY),
                     year=self.some(1, 2, 3), joined=self.some("new-hire", "transferred"),
                     **{"from": self.past()})
        for _ in self.times(50, 30, 20):
            self.add("training", name, hours=self.some(39, 40, 60), cost=self.some(*MONEY),
                     kind=self.some("pre-job", "home-service", "skill", "skill", "start-up"),
                     employer=own, institution=self.some(*self.orgs), **{"from": self.past()})
        for _ in self.times(70, 20, 10):
            self.add("settlement", name, kind=self.some("settle-in", "house-purchase", "rent"),
                     on=self.past(), price=self.some("300000", "3000000"))
        for _ in self.times(80, 15, 5):
            self.add("rating", name, scheme=self.some("台州技工", "台州技工", "其他"),
                     stars=rng.randrange(1, 6), year=2022, grantedOn=self.past())
        for _ in self.times(85, 15):
            self.add("title", name, grade=self.some("junior", "intermediate", "senior"),
                     grantedOn=self.past())

    def facts(self) -> dict[str, Any]:
        shortage = [{"region": "330300", "year": y, "occupation": o} for y in range(2016, 2028)
                    if self.rng.random() < 0.9 for o in OCCUPATIONS[:2]]
        shortage += [{"region": r, "year": 2020, "occupation": OCCUPATIONS[3]}
                     for r in ("330302", "331000")]
        appraisal = [{"occupation": o, "level": n, "amount": str(200 + 100 * n)}
                     for o in OCCUPATIONS[:3] for n in range(1, 6)]
        facts = {"on": str(self.on), "parties": self.parties, "records": self.records,
                 "catalogues": {"shortage-occupations": shortage,
                                "appraisal-standards": appraisal}}
        return facts if self.rng.random() < 0.8 else {**facts, "region": "330302"}


def random_facts(seed: str, workers: int) -> dict[str, Any]:
    return Batch(Random(seed), workers).facts()
