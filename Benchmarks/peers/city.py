"""The city of the benchmark as NumPy arrays, read from the files that `city-benchmark` writes."""

import datetime
import pathlib

import numpy

TYPES = {
    "isLocal": "u1", "isEnterprise": "u1", "isLocalEmployer": "u1", "isGoodKind": "u1",
    "shortage": "u1", "levels": "i1", "contests": "i1", "ranks": "i1", "apprenticeYears": "i1",
    "occupations": "<i2", "expected": "<i8",
}
ON = datetime.date(2021, 6, 30)


def day(year, month, day_of_month):
    """Days since 1970-01-01."""
    return (datetime.date(year, month, day_of_month) - datetime.date(1970, 1, 1)).days


TODAY = day(2021, 6, 30)
MONTH = 2021 * 12 + 5
START_2017 = day(2017, 1, 1)
START_2018 = day(2018, 1, 1)


class City:
    """One attribute for each file."""

    def __init__(self, folder):
        for path in pathlib.Path(folder).iterdir():
            setattr(self, path.name, numpy.fromfile(path, TYPES.get(path.name, "<i4")))
        self.shortage = self.shortage.reshape(12, 200)

    @property
    def workers(self):
        return len(self.isLocal)
