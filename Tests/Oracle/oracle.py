"""The rules of catalogue.md, computed a second time; W, X, T and readings are its numbers.

rules.csv has a row for each benefit: what it asks of the record, by field or by a name of NAMED,
and what it pays, a pair where the catalogue leaves that open (A); figures.csv has the sums that go
by a level, a name or a kind, sheet.csv the score sheet. Days and months are ISO texts.
"""
import csv
import re
from calendar import monthrange
from collections import Counter, defaultdict
from datetime import date, timedelta
from decimal import ROUND_HALF_UP, Decimal
from pathlib import Path
from types import SimpleNamespace as Case

def table(name):
    return list(csv.DictReader(Path(__file__).with_name(f"{name}.csv").open(encoding="utf-8")))

DOCUMENTS = {row["document"]: row for row in table("documents")}
RECORDS = {row["record"]: row for row in table("records")}
RULES, SHEET = table("rules"), table("sheet")
FIGURES = {(row["benefit"], row["key"]): Decimal(row["yuan"]) for row in table("figures")}
LEVELS = ["none", "district", "city", "province", "nation", "world"]
WZ, WX, ZERO = "wenzhou-2018-242", "wuxing-2024-32", Decimal(0)

def index(month):
    return int(month[:4]) * 12 + int(month[5:7]) - 1

def later(day, months):
    year, month = divmod(index(day) + months, 12)
    return f"{year}-{month + 1:02}-{min(int(day[8:]), monthrange(year, month + 1)[1]):02}"

class Record(dict):
    """A party or a record; a field that it does not have is none."""
    __getattr__ = dict.get
    day = property(lambda self: str(self[RECORDS[self.type]["day"]]))
    until = property(lambda self: self.to or "9999-12")

class Facts:
    """What is on record on the day `on`; later events do not exist (reading 5)."""
    def __init__(self, data):
        self.on, lists = data["on"], data["catalogues"]
        self.parties = {p["id"]: Record(p) for p in data["parties"]}
        self.all = defaultdict(list)  # by type; by type and party
        for r in sorted(map(Record, data["records"]), key=lambda r: r.id):
            if r.day <= self.on[:len(r.day)]:
                self.all[r.type].append(r)
                self.all[r.type, r.party].append(r)
        shortage, standards = lists["shortage-occupations"], lists["appraisal-standards"]
        self.shortage = {(r["region"], str(r["year"]), r["occupation"]) for r in shortage}
        self.standards = {(r["occupation"], r["level"]): Decimal(r["amount"]) for r in standards}
    def within(self, key, document):  # reading 2
        jobs = self.all["employment", key]
        if jobs := [r for r in jobs if r.until >= self.on] or jobs:
            key = max(jobs, key=lambda r: (r["from"], r.until)).employer
        return self.parties[key].region.startswith(DOCUMENTS[document]["region"])
    def listed(self, r, certificate=None):  # W17
        return ("330300", r.day[:4], (certificate or r).occupation) in self.shortage
    def jobs(self, r, day, document):
        return [j for j in self.all["employment", r.party] if j["from"] <= day <= j.until
                and (not document or self.within(j.employer, document))]
    def in_enterprise(self, r, day, document=""):
        employers = [self.parties[j.employer] for j in self.jobs(r, day, document)]
        return any(e.kind == "enterprise" for e in employers)
    def insured(self, r, month=None):
        month = month or self.on[:7]
        return any(s["from"] <= month <= s.until for s in self.all["insurance", r.party])
    def held(self, r, by, *levels):
        return [c for c in self.all["certificate", r.party] if c.level in levels and c.day <= by]
    def worker(self, r):
        return self.held(r, r.day, 1, 2, 3)
    def technician(self, r, levels=(1, 2)):  # reading 11
        return any(c.kind != "special-ability" and self.listed(r, c)
                   for c in self.held(r, r.day, *levels))
    def contributed(self, r):  # readings 8 and 9
        months = {month for s in self.all["insurance", r.party] if s.scheme == "unemployment"
                  for month in range(index(s["from"]), min(index(s.until), index(self.on)) + 1)}
        return len(months) >= (12 if "2019-01-01" <= self.on <= "2020-12-31" else 36)
    def soon(self, r):  # reading 14
        begun = [t.day for t in self.all["training", r.person]
                 if (t.kind, t.employer) == ("pre-job", r.party)]
        return not begun or min(begun) <= str(date.fromisoformat(r.day) + timedelta(365))
    def certified(self, r):
        """Certificates of the year of a training, of its day or later; A: the highest counts."""
        got = [c for c in self.all["certificate", r.party] if r.day <= c.day <= r.day[:4] + "-13"]
        return [c for c in got if c.level == min(c.level for c in got)]
    def member(self, b, year):  # reading 16
        return b.level == "city" and b.day[:4] <= year and self.within(b.party, WZ)
    def rated(self, r, kind):
        return any(b.id == r.of and self.member(b, r.day) for b in self.all[kind])
    def arrivals(self, r):
        come = [m for m in self.all["relocation", r.party] if m.day <= r.day]
        return sorted(come, key=lambda m: m.day)
    def spared(self, r):  # reading 20
        org = self.arrivals(r)[-1].employer if r.type == "settlement" else r.employer or r.party
        return all(s.day != r.day[:4] or s.result != "rejected" for s in self.all["selection", org])
    def settling(self, r):  # reading 21
        person = self.parties[r.party]
        degree = person.education if person.fullTimeEducation else ""
        steps = {100000: person.education == "doctor", 50000: degree == "master",
                 10000: degree == "bachelor" or self.held(r, self.on, 1, 2),
                 6000: degree == "junior-college" or self.held(r, self.on, 3)}
        return next((Decimal(amount) for amount, applies in steps.items() if applies), None)

# What rules.csv names, beside methods of Facts: conditions and sums, and the months that count.
NAMED = vars(Facts) | {
    "allowance": lambda f, r: Decimal(1000 if f.technician(r, (1,)) else 500),
    "appraisal": lambda f, r: (lambda *sums: (min(sums), max(sums)))(
        *[f.standards[c.occupation, c.level] for c in f.certified(r)] or [ZERO]),
    "employed": lambda f, r: f.in_enterprise(r, f.on),
    "house": lambda f, r: {100000: (0, 400000), 50000: (0, 200000)}.get(f.settling(r)),
    "in_huangyan": lambda f, r: f.jobs(r, f.on, "huangyan"),
    "in_service": lambda f, r, month, end: r["from"] <= end <= r.until,
    "newcomer": lambda f, r: any(r.day < later(m.day, 36) for m in f.arrivals(r)),
    "rated_base": lambda f, r: f.rated(r, "base"),
    "rated_studio": lambda f, r: f.rated(r, "studio"),
    "recent": lambda f, r: int(r.day[:4]) >= int(f.on[:4]) - 1,
    "rent": lambda f, r: Decimal(2000 - 500 * min([3, *(c.level for c in f.worker(r))])),
    "served": lambda f, r, month, end: f.insured(r, month) and f.in_enterprise(r, end, WZ),
    "titled": lambda f, r, month, end: any(j.titleAllowance for j in f.jobs(r, end, "yuhuan")),
    "upgrade": lambda f, r: FIGURES.get((f"{WZ}/skill-upgrade", str(r.level)), ZERO)
    * (3 if f.listed(r) else 2) / 2 or None,
}

def asks(f, r, text):
    of, name, sign, values = re.fullmatch(r"(?:(\w+)\.)?(\w+)(=|!=|>=|)(.*)", text).groups()
    value = (f.parties[r[of]] if of else r).get(name)
    return bool({"": lambda: NAMED[name](f, r),
                 "=": lambda: str(value).lower() in values.lower().split("|"),
                 "!=": lambda: not value.startswith(values),
                 ">=": lambda: value >= type(value)(values)}[sign]())

def pays(f, r, benefit, text):
    """None for what is no money, and where no row of the figures is about the record."""
    how, *names = text.split() or [""]
    if how in ("", "by"):
        return FIGURES.get((benefit, " ".join(str(r.get(name)) for name in names)))
    if how.startswith("="):
        return NAMED[how[1:]](f, r)
    if ".." in how:
        return tuple(map(Decimal, how.split("..")))
    factor = Decimal(str(r[names[0]])) if names else 1
    return (Decimal(how) * factor).quantize(Decimal("0.01"), ROUND_HALF_UP)  # reading 7

def window(f, r, first, most, *counts):
    """The months that count; that of `on` counts whole, by the state on `on`."""
    start = index(r.day) + 1 if first == "next" else index(max(r.day, first))
    ends = [f"{at // 12}-{at % 12 + 1:02}-31"
            for at in range(start, min(start + int(most), index(f.on) + 1))]
    return [end[:7] for end in ends
            if all(NAMED[name](f, r, end[:7], min(f.on, later(end, 0))) for name in counts)]

def judge(f, rule, r):
    """Before stacking; None outside the document's region (reading 4)."""
    benefit, payee = rule["benefit"], r[rule["to"] or "party"]
    document = benefit.split("/")[0]
    here, start = f.within(payee, document), DOCUMENTS[document]["start"]
    if not here and not f.within(r.party, document):
        return None
    day = f.on if rule["in force"] == "on" else r.day  # reading 6
    gross = pays(f, r, benefit, rule["sum"])
    entitled = here and day >= start[:len(day)] and (gross is not None or not rule["sum"]) \
        and all(asks(f, r, text) for text in rule["where"].split())
    case = Case(benefit=benefit, party=payee, record=r, entitled=entitled, rate=gross, gross=gross,
                amount=gross, months=None, items=None)
    if entitled and rule["months"]:
        case.months = window(f, r, *rule["months"].split())
        case.gross = case.amount = len(case.months) * gross
        case.entitled = bool(case.months)
    for text in rule["limit"].split("; ") if entitled and rule["limit"] else []:
        case.amount = min(case.amount, pays(f, r, benefit, text))
    return case

def points(how, value, spec):
    """What an indicator adds to its item (readings 18 and 19)."""
    figures = {key: Decimal(n) for key, _, n in (text.rpartition(":") for text in spec) if key}
    if how == "value":
        return figures.get(str(value), ZERO)
    if how == "list":
        return sum(figures.get("-".join(str(v) for k, v in r.items() if k != "coWinner"), ZERO)
                   / (2 if r.get("coWinner") else 1) for r in value) + ZERO
    if how == "persons":  # each once, at the highest
        ranked = sorted((LEVELS.index(r["level"]), r[spec[0]]) for r in value)
        return Decimal(sum({person: level for level, person in ranked}.values()))
    number, bounds = Decimal(str(value)), list(map(Decimal, spec))
    if how == "bands":
        return Decimal(sum(number >= bound for bound in bounds))
    bound, first, width, each = bounds
    short = number <= bound if how == "above" else number < bound
    return ZERO if short else first + each * ((number - bound) // width)

def selection(f, org):
    """The score sheet and X8 of the year of `on`."""
    sheet = {r["name"]: r["value"] for r in f.all["indicator", org.id] if r.day == f.on[:4]}
    if not sheet or not f.within(org.id, WX):
        return
    items = defaultdict(Decimal)
    for row in SHEET:
        added = points(row["how"], sheet[row["indicator"]], row["points"].split())
        items[row["item"]] = min(Decimal(row["most"]), items[row["item"]] + added)
    petitions = [r["level"] for r in sheet["arrearsPetitions"] if r["people"] >= 5]
    items["X7.1"] = Decimal(-petitions.count("district") - 2 * petitions.count("city"))
    items["X7.2"] = Decimal(-sum(sheet["arbitrationCases"] >= bound for bound in (3, 4, 7)))
    items["X7.3"] = Decimal(-2 * sheet["seriousInjuries"])
    veto = sheet["arbitrationCases"] > 10 or {"province", "nation"} & set(petitions)
    due = org.kind == "enterprise" and f.on >= DOCUMENTS[WX]["start"]
    own = {"party": org.id, "record": org, "months": None}
    yield Case(benefit=f"{WX}/selection-score", entitled=due and not veto, gross=None,
               amount=None, items=items, **own)
    # A recorded result decides, else the review score; A: pass mark 60, excellent from 80.
    marks = {"selected": 60, "excellent": 80, "rejected": 0}
    mark = max([marks.get(s.result, 0 if veto else s.reviewScore)
                for s in f.all["selection", org.id] if s.day == f.on[:4]] or [0])
    x8 = Decimal(50000 if mark >= 80 else 20000)
    yield Case(benefit=f"{WX}/selected-enterprise", entitled=due and mark >= 60, gross=x8,
               amount=x8, items=None, **own)

def limited(f, group, kind, *fields):
    """One case for each key, or 6,000 yuan."""
    used = Counter()
    for c in group:
        key = tuple(c.record.get(name) or c.record.day[:4] for name in fields)
        c.entitled = not used[key] if kind == "once" else True
        c.amount = c.amount if kind == "once" else min(c.gross, Decimal(6000) - used[key])
        used[key] += 1 if kind == "once" else c.amount

def monthly(f, group, *_):  # reading 11
    taken = set()
    for c in sorted(group, key=lambda c: (-c.rate, "introduced" in c.benefit)):
        c.months = [month for month in c.months if month not in taken]
        c.amount = len(c.months) * c.rate
        taken |= set(c.months)

def highest(f, group, *_):  # W16, reading 17
    group.sort(key=lambda c: (c.record.day, -c.gross, c.record.id))
    for at, c in enumerate(group):
        for e in group[:at]:
            higher = LEVELS.index(e.record.level) - LEVELS.index(c.record.level)
            if e.benefit == c.benefit or later(e.record.day, 24) > c.record.day:
                c.amount = min(c.amount, max(ZERO, c.gross - e.gross))
            elif higher > 0 or higher == 0 and e.record.achievement == c.record.achievement:
                c.amount = ZERO

def quota(f, group, kind, of):  # reading 16
    for c in group:
        scores = [e.record.score for e in group if e.record.day == c.record.day]
        places = sum(f.member(b, c.record.day) for b in f.all[of]) * 15 // 100
        c.entitled = sum(score >= c.record.score for score in scores) <= places

STACKING = dict(once=limited, most=limited, monthly=monthly, highest=highest, quota=quota)

def determine(data):
    f, groups = Facts(data), defaultdict(list)
    cases = [(rule["stacking"], c) for rule in RULES for r in f.all[rule["record"]]
             if (c := judge(f, rule, r))]
    for how, c in cases:
        if c.entitled and how:
            groups[how, how in ("monthly", "highest") or c.benefit,
                   how.startswith("quota") or c.record.party].append(c)
    for (how, *_), group in groups.items():
        def sum_of(c):  # of sums that are open the one of more stars is the higher
            return c.gross if isinstance(c.gross, Decimal) else c.record.stars or 0
        group.sort(key=lambda c: (c.record.day, -sum_of(c), c.benefit, c.record.id))
        STACKING[how.split()[0]](f, group, *how.split())
    cases += [("", c) for org in f.parties.values() for c in selection(f, org)]
    return {(c.benefit, c.record.id): answer(f, c) for _, c in cases}

def answer(f, c):
    """What the engine must say; a pair is a range."""
    granted = sum(Decimal(str(r.amount)) for r in f.all["claim", c.party]
                  if (r.benefit, r.subject) == (c.benefit, c.record.id)) + ZERO
    if not c.entitled:
        return {"outcome": "not-entitled", "needs": [], "granted": granted, "amount": None}
    months = c.months and [len(c.months), c.months[0], c.months[-1]]
    return {"outcome": "entitled", "needs": [], "granted": granted, "amount": c.amount,
            "gross": c.gross, "party": c.party, "items": c.items,
            "monthly": [0, None, None] if c.months == [] else months,
            "score": c.items and sum(c.items.values())}
