"""Random facts, the same for the same seed."""

import datetime
import random

LISTED, UNLISTED = "6-18-01-01", "6-02-02-02"
ORGANISATIONS = {
    "e1": ("enterprise", "330302"),
    "e2": ("enterprise", "330100"),
    "e3": ("association", "330302"),
    "e4": ("enterprise", "330381"),
}
DAYS = ["2018-12-31", "2019-01-01", "2020-06-30", "2020-12-31", "2021-01-01", "2022-03-15"]
CONTESTS = ["worldskills", "national-1", "national-2", "provincial-1", "provincial-2", "city"]
TITLES = ["省杰出技能人才", "省拔尖技能人才", "特支计划高技能领军人才", "首席技师", "优秀技能人才", "能手"]
LEVELS = ["district", "city", "province", "nation", "world"]


def date(text):
    return datetime.date.fromisoformat(text)


def month_text(index):
    return f"{index // 12:04d}-{index % 12 + 1:02d}"


def month_index(day):
    return day.year * 12 + day.month - 1


class People:
    """`count` persons with their records, on one of the days at which the rules change."""

    def __init__(self, seed, count):
        self.random = random.Random(seed)
        self.on = date(self.random.choice(DAYS))
        self.records = {f"p{number}": [] for number in range(count)}
        for person in self.records:
            self.certificates(person)
            self.employments(person)
            self.insurance(person)
            self.relocation(person)
            self.awards(person)

    def add(self, record_type, person, **fields):
        records = self.records[person]
        fields.update(type=record_type, party=person, id=f"{person}-{len(records)}")
        records.append(fields)

    def between(self, first, last):
        days = (date(last) - date(first)).days
        return date(first) + datetime.timedelta(days=self.random.randint(0, days))

    def certificates(self, person):
        for _ in range(self.random.choice([0, 1, 1, 2, 3])):
            self.add(
                "certificate",
                person,
                occupation=self.random.choice([LISTED, LISTED, UNLISTED]),
                level=self.random.choice([1, 2, 2, 3, 4, 5]),
                kind=self.random.choice(["qualification", "skill-level", "special-ability"]),
                issuedOn=self.between("2016-06-01", "2022-12-31"),
            )

    def employments(self, person):
        """One after the other, so that there is one employer a day."""
        start = self.between("2014-01-01", "2018-12-01")
        for _ in range(self.random.choice([1, 1, 2, 3])):
            fields = {"employer": self.random.choice(["e1", "e1", "e1", "e4", "e3", "e2"])}
            fields["from"] = start
            if self.random.random() < 0.5:
                self.add("employment", person, **fields)
                return
            end = start + datetime.timedelta(days=self.random.randint(0, 1200))
            self.add("employment", person, to=end, **fields)
            start = end + datetime.timedelta(days=self.random.choice([1, 1, 40, 200]))
            if start > self.on:
                return

    def insurance(self, person):
        for _ in range(self.random.choice([0, 1, 1, 2, 3])):
            start = self.random.randint(2014 * 12, month_index(self.on))
            fields = {"scheme": self.random.choice(["unemployment", "unemployment", "pension"])}
            if self.random.random() < 0.6:
                fields["to"] = start + self.random.randint(0, 50)
            self.add("insurance", person, **{"from": start}, **fields)

    def relocation(self, person):
        if self.random.random() < 0.5:
            return
        fields = {}
        if self.random.random() < 0.4:
            fields["talentClass"] = self.random.choice("BCD")
        self.add(
            "relocation",
            person,
            employer="e1",
            fromRegion=self.random.choice(["310000", "310000", "310000", "330302"]),
            arrivedOn=self.between("2017-06-01", "2022-12-31"),
            contractMonths=self.random.choice([11, 12, 24, 36]),
            fullTime=self.random.random() < 0.9,
            confirmed=self.random.random() < 0.9,
            **fields,
        )

    def awards(self, person):
        for number in range(self.random.choice([0, 0, 1, 2, 3, 4])):
            if self.random.random() < 0.6:
                fields = {"series": "contest", "contest": self.random.choice(CONTESTS)}
                fields["rank"] = self.random.choice([0, 1, 1, 2, 3, 4, 5, 6, 8])
            else:
                fields = {"series": "leading-talent", "name": self.random.choice(TITLES)}
            self.add(
                "award",
                person,
                level=self.random.choice(LEVELS),
                grantedOn=self.between("2017-06-01", "2022-12-31"),
                achievement=self.random.choice(["x", "y", f"z{number}"]),
                **fields,
            )

    def facts(self):
        """As a facts file."""
        parties = [
            {"type": "organisation", "id": key, "kind": kind, "region": region}
            for key, (kind, region) in ORGANISATIONS.items()
        ]
        parties += [{"type": "person", "id": key, "region": "330302"} for key in self.records]
        listed = [
            {"region": "330300", "year": year, "occupation": LISTED} for year in range(2010, 2027)
        ]
        return {
            "on": self.on.isoformat(),
            "parties": parties,
            "records": [self.written(record) for own in self.records.values() for record in own],
            "catalogues": {"shortage-occupations": listed},
        }

    @staticmethod
    def written(record):
        def text(value):
            return value.isoformat() if isinstance(value, datetime.date) else value

        if record["type"] != "insurance":
            return {key: text(value) for key, value in record.items()}
        months = {key: month_text(record[key]) for key in ("from", "to") if key in record}
        return {**record, **months}
