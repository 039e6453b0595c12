"""The benefits in NumPy: the rows that may count are chosen first, and then looked at column by
column. The records of a worker stand together, and `…Starts` tells where."""

import numpy

from city import (
    FIRST_PRIZES, LAST_RANKS, MONTH, START_2017, START_2018, STEPS, TITLES, TODAY)


def months_of(days):
    return days.astype("datetime64[D]").astype("datetime64[M]").astype("i4") + 1970 * 12


def years_of(days):
    return days.astype("datetime64[D]").astype("datetime64[Y]").astype("i4") + 1970


class Numpy:
    name = f"NumPy {numpy.__version__}"
    threads = [1]
    workloads = ["plain", "stacked"]

    def __init__(self, city):
        self.city = city
        self.elsewhere = city.isLocal == 0
        self.enterprise = city.isEnterprise == 1
        self.localEnterprise = self.enterprise & (city.isLocalEmployer == 1)
        self.isShort = city.shortage == 1
        self.isGood = city.isGoodKind == 1
        self.isTitle = city.isTitle == 1
        # Both kinds of awards in one table: by contest, then by title.
        self.last = numpy.array(LAST_RANKS + [0] * 5, "i1")
        self.first = numpy.array(FIRST_PRIZES + TITLES, "i8")
        self.less = numpy.array(STEPS + [0] * 5, "i8")

    def reset(self):
        """Keeps nothing from run to run."""

    def run(self, workload, threads):
        city = self.city
        total = numpy.zeros(city.workers, "i8")
        self.apprentices(total)
        row = numpy.flatnonzero(self.isGood & (city.issued >= START_2017))
        row = row[~self.elsewhere[city.certificateOwners[row]]]
        level, issued = city.levels[row], city.issued[row]
        short = self.isShort[years_of(issued) - 2010, city.occupations[row]]
        low = level >= 3
        self.upgrades(total, row[low], short[low])
        high = ~low & short & (issued >= START_2018)
        self.allowances(total, row[high])
        if workload == "plain":
            self.prizes(total)
        else:
            self.stacked(total)
        return total

    def apprentices(self, total):
        city = self.city
        row = (
            self.localEnterprise[city.apprenticeEmployers] & (city.apprenticeYears <= 2)
            & (city.apprenticeFrom >= START_2018)
        )
        numpy.add.at(
            total, city.apprenticeOwners[row],
            numpy.minimum(city.fees[row].astype("i8") * 60, 600_000))

    def slots(self, owner, starts):
        """The first and the second record of each owner: whether there is one, and its row."""
        first, end = starts[owner], starts[owner + 1]
        last = max(0, starts[-1] - 1)
        return [(first + place < end, numpy.minimum(first + place, last)) for place in range(2)]

    def is_employed(self, owner):
        city = self.city
        held = numpy.zeros(len(owner), bool)
        for there, row in self.slots(owner, city.jobStarts):
            held |= (
                there & (city.jobFrom[row] <= TODAY) & (city.jobTo[row] >= TODAY)
                & self.enterprise[city.jobEmployers[row]]
            )
        return held

    def insured_months(self, owner):
        """Months that two spells cover count once; the second begins after the first."""
        city = self.city
        count = numpy.zeros(len(owner), "i4")
        reached = numpy.zeros(len(owner), "i4")
        for there, row in self.slots(owner, city.spellStarts):
            first = numpy.maximum(city.spellFrom[row], reached)
            past = numpy.minimum(city.spellTo[row], MONTH) + 1
            count += numpy.where(there, numpy.maximum(0, past - first), 0)
            reached = past
        return count

    def upgrades(self, total, row, short):
        city = self.city
        owner = city.certificateOwners[row]
        entitled = self.is_employed(owner)
        row, owner, short = row[entitled], owner[entitled], short[entitled]
        entitled = self.insured_months(owner) >= 36
        row, owner, short = row[entitled], owner[entitled], short[entitled]
        base = numpy.array([0, 0, 0, 200_000, 150_000, 100_000], "i8")[city.levels[row]]
        amount = numpy.where(short, base * 3 // 2, base)
        # At most two certificates a worker: of two that are of one occupation and level the earlier
        # counts, of one day the higher.
        twice = numpy.flatnonzero(
            (owner[1:] == owner[:-1])
            & (city.levels[row[1:]] == city.levels[row[:-1]])
            & (city.occupations[row[1:]] == city.occupations[row[:-1]]))
        days = city.issued[row].astype("i8") * 1_000_000 - amount
        amount[numpy.where(days[twice + 1] < days[twice], twice, twice + 1)] = 0
        numpy.add.at(total, owner, amount)

    def allowances(self, total, row):
        """The months of each certificate's window in which a spell and a job go on; of a worker's
        month the highest rate."""
        city = self.city
        issued = months_of(city.issued[row]) + 1
        rate = numpy.where(city.levels[row] == 1, 100_000, 50_000)
        owner = city.certificateOwners[row]
        keys = []
        for there, spell in self.slots(owner, city.spellStarts):
            for employed, job in self.slots(owner, city.jobStarts):
                first = numpy.maximum(
                    numpy.maximum(issued, city.spellFrom[spell]), months_of(city.jobFrom[job]))
                # A month counts on whose last day, or on the day of the determination, the job goes
                # on.
                to = city.jobTo[job]
                past = numpy.where(
                    to >= TODAY, MONTH + 1, months_of(numpy.minimum(to, TODAY) + 1))
                past = numpy.minimum(
                    numpy.minimum(issued + 36, MONTH + 1),
                    numpy.minimum(past, city.spellTo[spell] + 1))
                good = (
                    there & employed & self.localEnterprise[city.jobEmployers[job]]
                    & (first < past)
                )
                first, past = first[good], past[good]
                count = past - first
                month = numpy.arange(count.sum()) - numpy.repeat(count.cumsum() - count, count)
                month += numpy.repeat(first, count)
                # One number tells owner, month and whether the rate is the lower one.
                lower = numpy.repeat(rate[good] == 50_000, count)
                keys.append(
                    ((numpy.repeat(owner[good].astype("i8"), count) << 16) + month) * 2 + lower)
        key = numpy.concatenate(keys)
        key.sort()
        kept = numpy.ones(len(key), bool)
        kept[1:] = key[1:] >> 1 != key[:-1] >> 1
        key = key[kept]
        numpy.add.at(total, key >> 17, numpy.where(key & 1, 50_000, 100_000))

    def entitled(self, row):
        """Those awards of some rows that are, and what they come to."""
        city = self.city
        row = row[(city.granted[row] >= START_2018) & ~self.elsewhere[city.awardOwners[row]]]
        kind = city.awards[row] + 5 * self.isTitle[row]
        rank = city.ranks[row]
        placed = rank <= self.last[kind]
        row, kind, rank = row[placed], kind[placed], rank[placed].astype("i8")
        return row, (self.first[kind] - self.less[kind] * (rank - 1)) * 100

    def prizes(self, total):
        row, amount = self.entitled(numpy.flatnonzero(~self.isTitle))
        best = numpy.zeros(self.city.workers, "i8")
        numpy.maximum.at(best, self.city.awardOwners[row], amount)
        total += best

    def stacked(self, total):
        """Each award beside the one before it in its worker's order, then the one before that."""
        city = self.city
        row, amount = self.entitled(numpy.arange(len(city.awards)))
        order = numpy.lexsort((row, -amount, city.granted[row], city.awardOwners[row]))
        row, amount = row[order], amount[order]
        owner, title, granted = city.awardOwners[row], self.isTitle[row], city.granted[row]
        level, achievement = city.awardLevels[row], city.achievements[row]
        month = granted.astype("datetime64[D]").astype("datetime64[M]")
        day = granted - month.astype("datetime64[D]").astype("i4")
        # Two years later, or the last day of that month where it is shorter.
        later = numpy.minimum(
            (month + 24).astype("datetime64[D]").astype("i4") + day,
            (month + 25).astype("datetime64[D]").astype("i4") - 1)
        top = numpy.zeros(len(row), "i8")
        barred = numpy.zeros(len(row), bool)
        for back in (1, 2):
            one, two = slice(None, -back), slice(back, None)
            same = owner[one] == owner[two]
            counts = (title[one] == title[two]) | (granted[two] < later[one])
            top[two] = numpy.maximum(top[two], numpy.where(same & counts, amount[one], 0))
            barred[two] |= same & ~counts & (
                (level[one] > level[two])
                | (level[one] == level[two]) & (achievement[two] > 0)
                & (achievement[one] == achievement[two]))
        numpy.add.at(total, owner, numpy.where(barred, 0, numpy.maximum(0, amount - top)))
