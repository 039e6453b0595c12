"""The city of the benchmark as NumPy arrays, read from the files that `city-benchmark` writes."""

import datetime
import pathlib

import numpy

TYPES = {
    **dict.fromkeys(
        ["isLocal", "isEnterprise", "isLocalEmployer", "isGoodKind", "isTitle", "shortage"], "u1"),
    **dict.fromkeys(
        ["levels", "awards", "ranks", "awardLevels", "achievements", "apprenticeYears"], "i1"),
    "occupations": "<i2", "plain": "<i8", "stacked": "<i8",
}
ON = datetime.date(2021, 6, 30)
MONTH = 2021 * 12 + 5


def day(year, month, day_of_month):
    """Days since 1970-01-01."""
    return (datetime.date(year, month, day_of_month) - datetime.date(1970, 1, 1)).days


TODAY = day(2021, 6, 30)
START_2017 = day(2017, 1, 1)
START_2018 = day(2018, 1, 1)

# By contest: the last rank that is rewarded, and in yuan the first prize and what each rank below is
# less. City contests are rewarded by their own documents: entitled, with nothing.
LAST_RANKS = [8, 5, 5, 3, 3]
FIRST_PRIZES = [50_000, 40_000, 30_000, 20_000, 0]
STEPS = [5000, 5000, 5000, 5000, 0]
# By title, in yuan.
TITLES = [300_000, 30_000, 150_000, 20_000, 10_000]


class City:
    """One attribute for each file; `plain` and `stacked` are the sums that are expected."""

    def __init__(self, folder):
        for path in pathlib.Path(folder).iterdir():
            setattr(self, path.name, numpy.fromfile(path, TYPES.get(path.name, "<i4")))
        self.shortage = self.shortage.reshape(-1, 200)
        # Facts of this city that the other engines may go by. Columns and the hand-written loop take
        # any number of records.
        for starts, most in [(self.jobStarts, 2), (self.spellStarts, 2), (self.certificateStarts, 2),
                             (self.awardStarts, 3)]:
            assert numpy.diff(starts).max() <= most

    @property
    def workers(self):
        return len(self.isLocal)
