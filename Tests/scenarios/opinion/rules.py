"""What the people are due, by the readings of the source."""

import calendar
import datetime
from decimal import Decimal

from .people import LEVELS, LISTED, ORGANISATIONS, date, month_index

START = date("2018-01-01")
NOTHING = ("not-entitled", None, None)
OPEN = ("undetermined", None, None)
TALENT = {
    "省杰出技能人才": 300_000,
    "省拔尖技能人才": 30_000,
    "特支计划高技能领军人才": 150_000,
    "首席技师": 20_000,
    "优秀技能人才": 10_000,
}
WORLDSKILLS = {1: 500_000, 2: 400_000, 3: 300_000, 0: 150_000}
#: First prize and last rank that is paid; each rank less is 5,000 yuan less.
PRIZES = {
    "national-1": (50_000, 8),
    "national-2": (40_000, 5),
    "provincial-1": (30_000, 5),
    "provincial-2": (20_000, 3),
}


def opinion(people):
    """(benefit, party, subject) → (outcome, amount, gross), for all persons."""
    answers = {}
    for person, records in people.records.items():
        answers.update(Person(person, records, people.on).answers())
    return answers


def covers(spell, day):
    return spell["from"] <= day and ("to" not in spell or day <= spell["to"])


def is_local(employer):
    return ORGANISATIONS[employer][1].startswith("3303")


def is_enterprise(employer):
    return ORGANISATIONS[employer][0] == "enterprise"


def judged(conditions):
    """`None` stands for unknown: one false settles it, else one unknown leaves it open."""
    if False in conditions:
        return NOTHING
    return OPEN if None in conditions else None


def two_years_after(day):
    last = calendar.monthrange(day.year + 2, day.month)[1]
    return datetime.date(day.year + 2, day.month, min(day.day, last))


def prize(award):
    rank = award["rank"]
    if award["contest"] == "worldskills":
        return WORLDSKILLS.get(rank)
    if award["contest"] == "city":
        return 0 if 1 <= rank <= 3 else None
    first, last = PRIZES[award["contest"]]
    return first - 5_000 * (rank - 1) if 1 <= rank <= last else None


class Person:
    def __init__(self, key, records, on):
        self.key, self.on = key, on
        known = [record for record in records if self.exists(record)]

        def of(kind):
            return [record for record in known if record["type"] == kind]

        self.certificates, self.awards = of("certificate"), of("award")
        self.employments, self.insurance = of("employment"), of("insurance")
        self.relocations = of("relocation")

    def exists(self, record):
        """What is dated after the day of determination does not exist yet."""
        for field in ("issuedOn", "grantedOn", "arrivedOn", "from"):
            if field in record:
                now = month_index(self.on) if record["type"] == "insurance" else self.on
                return record[field] <= now
        return True

    def answers(self):
        answers = {}
        if self.is_in_region():
            answers.update(self.skill_upgrade())
            answers.update(self.allowances())
            answers.update(self.prizes())
        answers.update(self.introduction_reward())
        return answers

    def is_in_region(self):
        """By the employer of the day, else the latest one, else where the person lives."""
        now = [job for job in self.employments if covers(job, self.on)]
        latest = sorted(self.employments, key=lambda job: job["from"])[-1:]
        jobs = now or latest
        return is_local(jobs[0]["employer"]) if jobs else True

    def skill_upgrade(self):
        spells = [spell for spell in self.insurance if spell["scheme"] == "unemployment"]
        today = month_index(self.on)
        months = {
            month
            for spell in spells
            for month in range(spell["from"], min(spell.get("to", today), today) + 1)
        }
        relaxed = date("2019-01-01") <= self.on <= date("2020-12-31")
        insured = len(months) >= (12 if relaxed else 36) if spells else None
        employed = None
        if self.employments:
            now = [job for job in self.employments if covers(job, self.on)]
            employed = any(is_enterprise(job["employer"]) for job in now)
        answers, due = {}, []
        for own in self.certificates:
            key = ("skill-upgrade", self.key, own["id"])
            answers[key] = judged(
                [
                    own["kind"] != "special-ability",
                    3 <= own["level"] <= 5,
                    own["issuedOn"] >= date("2017-01-01"),
                    employed,
                    insured,
                    self.on >= START,
                ]
            )
            if answers[key] is None:
                due.append(own)
        for own in due:
            key = ("skill-upgrade", self.key, own["id"])
            rivals = [
                other
                for other in due
                if (other["occupation"], other["level"]) == (own["occupation"], own["level"])
            ]
            first = min(rivals, key=lambda other: (other["issuedOn"], other["id"]))
            amount = Decimal({5: 1000, 4: 1500, 3: 2000}[own["level"]])
            if own["occupation"] == LISTED:
                amount *= Decimal("1.5")
            # What is stacked away keeps its gross: its own conditions hold.
            paid = ("entitled", amount, amount)
            answers[key] = paid if own is first else ("not-entitled", None, amount)
        return answers

    def counts(self, month):
        """Employed by a local enterprise at the end of the month, insured in the month."""
        year, number = divmod(month, 12)
        last = calendar.monthrange(year, number + 1)[1]
        day = min(datetime.date(year, number + 1, last), self.on)
        employed = insured = None
        if self.employments:
            employed = any(
                covers(job, day) and is_local(job["employer"]) and is_enterprise(job["employer"])
                for job in self.employments
            )
        if self.insurance:
            insured = any(covers(spell, month) for spell in self.insurance)
        if employed is False or insured is False:
            return False
        return None if employed is None or insured is None else True

    def window(self, day):
        """The months that count, of the 36 from the one after `day`; `None` when unknown."""
        first = month_index(day) + 1
        months = range(first, min(first + 36, month_index(self.on) + 1))
        counted = [self.counts(month) for month in months]
        if None in counted:
            return None
        return [month for month, counts in zip(months, counted) if counts]

    def is_technician(self, certificate):
        return (
            certificate["kind"] != "special-ability"
            and certificate["level"] <= 2
            and certificate["occupation"] == LISTED
        )

    def allowances(self):
        """Both allowances; of those that fall on one month only the highest is paid."""
        answers, paid = {}, []
        for own in self.certificates:
            key = ("post-allowance", self.key, own["id"])
            is_due = self.is_technician(own) and own["issuedOn"] >= START
            rate = 1000 if own["level"] == 1 else 500
            order = (0, own["issuedOn"], own["id"])
            self.allow(key, is_due, own["issuedOn"], rate, order, answers, paid)
        for own in self.relocations:
            key = ("introduced-allowance", self.key, own["id"])
            held = [
                certificate
                for certificate in self.certificates
                if self.is_technician(certificate) and certificate["issuedOn"] <= own["arrivedOn"]
            ]
            is_due = (
                bool(held)
                and own["arrivedOn"] >= START
                and not own["fromRegion"].startswith("3303")
                and own["contractMonths"] >= 12
                and own["confirmed"]
            )
            rate = 1000 if any(certificate["level"] == 1 for certificate in held) else 500
            order = (1, own["arrivedOn"], own["id"])
            self.allow(key, is_due, own["arrivedOn"], rate, order, answers, paid)
        sums = {key: 0 for key, _, _, _ in paid}
        for month in {month for _, _, _, months in paid for month in months}:
            rivals = [entry for entry in paid if month in entry[3]]
            best = min(rivals, key=lambda entry: (-entry[1], entry[2]))
            sums[best[0]] += best[1]
        for key, rate, _, months in paid:
            answers[key] = ("entitled", sums[key], rate * len(months))
        return answers

    def allow(self, key, is_due, day, rate, order, answers, paid):
        months = self.window(day) if is_due else []
        if months is None:
            answers[key] = OPEN
        elif months:
            paid.append((key, rate, order, months))
        else:
            answers[key] = NOTHING

    def introduction_reward(self):
        answers = {}
        for own in self.relocations:
            sums = {"B": 300_000, "C": 100_000, "D": 50_000}
            is_due = (
                "talentClass" in own
                and own["fullTime"]
                and own["confirmed"]
                and own["arrivedOn"] >= START
                and not own["fromRegion"].startswith("3303")
            )
            amount = sums.get(own.get("talentClass"))
            key = ("introduction-reward", own["employer"], own["id"])
            answers[key] = ("entitled", amount, amount) if is_due else NOTHING
        return answers

    def prizes(self):
        """Contest prizes and titles, which do not add up."""
        answers, due = {}, []
        for own in self.awards:
            for benefit, series in (("contest-prize", "contest"), ("leading-talent",) * 2):
                key = (benefit, self.key, own["id"])
                gross = None
                if own["series"] == series and own["grantedOn"] >= START:
                    gross = prize(own) if series == "contest" else TALENT.get(own["name"])
                if gross is None:
                    answers[key] = NOTHING
                else:
                    due.append((own, key, gross))
        due.sort(key=lambda entry: (entry[0]["grantedOn"], -entry[2], entry[1][0], entry[1][2]))
        for index, (own, key, gross) in enumerate(due):
            answers[key] = ("entitled", self.after_stacking(own, gross, due[:index]), gross)
        return answers

    @staticmethod
    def after_stacking(own, gross, earlier):
        """What an award exceeds those of its series, and others of the last two years, by."""
        counted, past = [], []
        for other, _, amount in earlier:
            is_recent = own["grantedOn"] < two_years_after(other["grantedOn"])
            if other["series"] == own["series"] or is_recent:
                counted.append(amount)
            else:
                past.append(other)
        level = LEVELS.index(own["level"])
        highest = max((LEVELS.index(other["level"]) for other in past), default=-1)
        is_repeated = any(
            LEVELS.index(other["level"]) == level and other["achievement"] == own["achievement"]
            for other in past
        )
        if level < highest or (level == highest and is_repeated):
            return 0
        return max(0, gross - max(counted, default=0))
