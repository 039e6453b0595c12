"""The four benefits in NumPy, column by column."""

import numpy

from city import MONTH, START_2017, START_2018, TODAY


def months_of(days):
    return days.astype("datetime64[D]").astype("datetime64[M]").astype("i4") + 1970 * 12


def years_of(days):
    return days.astype("datetime64[D]").astype("datetime64[Y]").astype("i4") + 1970


class Numpy:
    name = "NumPy"

    def __init__(self, city):
        self.city = city

    def run(self):
        city, workers = self.city, self.city.workers
        total = numpy.zeros(workers, "i8")
        self.apprentices(total)
        employer = city.jobEmployers
        pays = city.isEnterprise[employer] == 1
        employed = numpy.zeros(workers, bool)
        employed[city.jobOwners[pays & (city.jobFrom <= TODAY) & (city.jobTo >= TODAY)]] = True
        insured = self.insured_months()
        local = city.isLocal == 1
        owner, level = city.certificateOwners, city.levels
        short = city.shortage[years_of(city.issued) - 2010, city.occupations] == 1
        good = (city.isGoodKind == 1) & local[owner]
        self.upgrades(total, good, short, employed & (insured >= 36))
        self.allowances(total, good & (level <= 2) & (city.issued >= START_2018) & short, pays)
        self.prizes(total, local)
        return total

    def apprentices(self, total):
        city = self.city
        employer = city.apprenticeEmployers
        row = (
            (city.isEnterprise[employer] == 1) & (city.isLocalEmployer[employer] == 1)
            & (city.apprenticeYears <= 2) & (city.apprenticeFrom >= START_2018)
        )
        numpy.add.at(
            total, city.apprenticeOwners[row],
            numpy.minimum(city.fees[row].astype("i8") * 60, 600_000))

    def insured_months(self):
        """Spells of a worker stand together; months that two cover count once."""
        city = self.city
        order = numpy.lexsort((city.spellFrom, city.spellOwners))
        owner, first = city.spellOwners[order], city.spellFrom[order]
        last = numpy.minimum(city.spellTo[order], MONTH)
        # At most two spells a worker: the second begins after the first has ended.
        again = numpy.zeros(len(owner), bool)
        again[1:] = owner[1:] == owner[:-1]
        reached = numpy.where(again, numpy.roll(last, 1), -1)
        count = numpy.maximum(0, last - numpy.maximum(first, reached + 1) + 1)
        return numpy.bincount(owner, count, self.city.workers).astype("i4")

    def upgrades(self, total, good, short, entitled):
        city = self.city
        row = numpy.flatnonzero(
            good & (city.levels >= 3) & (city.issued >= START_2017)
            & entitled[city.certificateOwners])
        base = numpy.array([0, 0, 0, 200_000, 150_000, 100_000], "i8")[city.levels[row]]
        amount = numpy.where(short[row], base * 3 // 2, base)
        owner, occupation = city.certificateOwners[row], city.occupations[row]
        order = numpy.lexsort(
            (row, -amount, city.issued[row], city.levels[row], occupation, owner))
        same = numpy.zeros(len(row), bool)
        keys = [owner[order], occupation[order], city.levels[row][order]]
        same[1:] = numpy.logical_and.reduce([key[1:] == key[:-1] for key in keys])
        kept = order[~same]
        numpy.add.at(total, owner[kept], amount[kept])

    def allowances(self, total, good, pays):
        """Each certificate's 36 months; of a worker's month the highest rate, if it is paid."""
        city = self.city
        row = numpy.flatnonzero(good)
        first = months_of(city.issued[row]) + 1
        month = (first[:, None] + numpy.arange(36, dtype="i4")).ravel()
        owner = numpy.repeat(city.certificateOwners[row], 36)
        rate = numpy.repeat(numpy.where(city.levels[row] == 1, 100_000, 50_000), 36)
        now = month <= MONTH
        month, owner, rate = month[now], owner[now], rate[now]
        insured = self.covers(owner, city.spellOwners, city.spellFrom, city.spellTo, month)
        end = numpy.minimum(
            (month + 1 - 1970 * 12).astype("datetime64[M]").astype("datetime64[D]").astype("i4")
            - 1, TODAY)
        paid = pays & (city.isLocalEmployer[city.jobEmployers] == 1)
        employed = self.covers(
            owner, city.jobOwners[paid], city.jobFrom[paid], city.jobTo[paid], end)
        row = numpy.flatnonzero(insured & employed)
        owner, month, rate = owner[row], month[row], rate[row]
        order = numpy.lexsort((-rate, month, owner))
        owner, month, rate = owner[order], month[order], rate[order]
        same = numpy.zeros(len(row), bool)
        same[1:] = (owner[1:] == owner[:-1]) & (month[1:] == month[:-1])
        numpy.add.at(total, owner[~same], rate[~same])

    def covers(self, owner, owners, first, last, at):
        """Whether any of the owner's spells, which stand together, covers a day or month."""
        start = numpy.searchsorted(owners, owner)
        held = numpy.zeros(len(owner), bool)
        for place in range(2):
            row = numpy.minimum(start + place, len(owners) - 1)
            held |= (owners[row] == owner) & (first[row] <= at) & (last[row] >= at)
        return held

    def prizes(self, total, local):
        city = self.city
        most = numpy.array([8, 5, 5, 3, 0])[city.contests]
        first = numpy.array([50_000, 40_000, 30_000, 20_000, 0], "i8")[city.contests]
        rank = city.ranks.astype("i8")
        row = (rank <= most) & (city.granted >= START_2018) & local[city.awardOwners]
        best = numpy.zeros(city.workers, "i8")
        numpy.maximum.at(best, city.awardOwners[row], ((first - 5000 * (rank - 1)) * 100)[row])
        total += best
