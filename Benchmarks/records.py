"""Benchmarks of the registry as its users meet it: importing large tables.

Writes tables of fictitious people with as many rows as asked for, imports each into a fresh
registry, and prints lines `name<tab>value<tab>unit<tab>goal`, as `benchmarks` does. Times are those
of the whole command, with 1,000,000 rows as the goal has it.

    records.py TOOL ROWS
"""

import os
import pathlib
import resource
import subprocess
import sys
import tempfile
import time

# A region code that GB/T 2260 does not assign: the numbers are of nobody.
REGION = "339999"
ORGANISATIONS = 800
GOAL_ROWS = 1_000_000
GOAL_SECONDS = 20
WEIGHTS = (7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2)
SURNAMES = "赵钱孙李周吴郑王冯陈"
GIVEN = "甲乙丙丁戊己庚辛壬癸"


def identity_number(index):
    """A number that is well made (GB 11643): 20 years of days, 1000 numbers a day."""
    day = index // 1000
    digits = f"{REGION}{1970 + day // 336}{day // 28 % 12 + 1:02}{day % 28 + 1:02}{index % 1000:03}"
    total = sum(int(digit) * weight for digit, weight in zip(digits, WEIGHTS))
    return digits + "10X98765432"[total % 11]


def person(index):
    name = SURNAMES[index % 10] + GIVEN[index // 10 % 10] + GIVEN[index // 100 % 10]
    return (f"p{index},{name},{identity_number(index)},{('male', 'female')[index % 2]},"
            f"{1970 + index % 30}-{index % 12 + 1:02}-{index % 28 + 1:02},secondary,{REGION},"
            f"100{index:08}")


def certificate(index):
    return (f"c{index},p{index},6-18-01-{index % 9 + 1:02},{index % 5 + 1},skill-level,"
            f"{2010 + index % 10}-{index % 12 + 1:02}-{index % 28 + 1:02},样例鉴定中心,{index:016}")


def wage(index):
    return f"p{index},o{index % ORGANISATIONS},{2018 + index % 3},{60000 + index % 90000}.{index % 100:02}"


TABLES = {
    "person": ("id,name,idNumber,gender,birthDate,education,region,phone", person),
    "certificate": ("id,party,occupation,level,kind,issuedOn,issuer,number", certificate),
    "wage": ("party,employer,year,amount", wage),
}


def write(folder, kind, rows):
    header, make = TABLES[kind]
    path = folder / f"{kind}.csv"
    with open(path, "w", encoding="utf-8") as file:
        file.write(header + "\n")
        file.writelines(make(index) + "\n" for index in range(rows))
    return path


def write_organisations(folder):
    path = folder / "organisation.csv"
    lines = [f"o{index},样例单位{index},enterprise,{REGION}" for index in range(ORGANISATIONS)]
    path.write_text("id,name,kind,region\n" + "\n".join(lines) + "\n", encoding="utf-8")
    return path


def import_files(tool, registry, *paths):
    """Seconds that one import takes, by the clock and of all cores."""
    began = time.monotonic()
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    subprocess.run(
        [tool, "import", "--quiet", "--registry", registry, *paths], check=True,
        stdout=subprocess.DEVNULL)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    used = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return time.monotonic() - began, used


def main(tool, rows):
    with tempfile.TemporaryDirectory() as name:
        folder = pathlib.Path(name)
        registry = folder / "registry.db"
        import_files(tool, registry, write_organisations(folder))
        goal = GOAL_SECONDS if rows == GOAL_ROWS else ""
        for kind in TABLES:
            path = write(folder, kind, rows)
            seconds, used = import_files(tool, registry, path)
            print(f"import {rows:,} {kind} rows (CSV)\t{seconds:.3f}\ts\t{goal}")
            print(f"the same, time of all cores\t{used:.3f}\ts\t", flush=True)
            os.remove(path)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
