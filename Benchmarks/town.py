"""Benchmarks of the pages over a registry: workers, search.

Serves a synthetic town, asks for the pages of workers met at random and for what clerks type, at a
fixed rate. Prints lines `name<tab>value<tab>unit<tab>goal`, as `benchmarks` does.

    town.py TOOL SECONDS WORKERS [REGISTRY]

Without REGISTRY the town is made first, in a folder of its own.
"""

import pathlib
import random
import re
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

from service import CLIENTS, Service, load, percentile, report

RATE = 200
SEED = 3
SAMPLE = 300


def fetch(address):
    with urllib.request.urlopen(address) as page:
        return page.read().decode()


def searches(names):
    """What is typed: whole names, given names of two characters and of one, surnames (the commonest
    oftener), parts of organisations' names, a number, and what nobody is called."""
    typed = []
    for name in names:
        typed += [name, name[1:], name[-1:], name[:1]]
    typed += [name[0] for name in names if name[0] in "王李张"]
    typed += ["虚构", "机械", "第0001号", "电气", "S0099", "司马懿"] * (SAMPLE // 12)
    return typed


def main(tool, seconds, workers, registry):
    chance = random.Random(SEED)
    with Service(tool, "--registry", str(registry)) as service:
        site = urllib.parse.urljoin(service.address, "/zh/")
        # What is worked out in the background at the start shall not be in the way.
        while "<table" not in fetch(site + "overview"):
            time.sleep(1)
        ids = [f"W{chance.randint(1, workers):07d}" for _ in range(10 * SAMPLE)]
        parties = [f"{site}parties/{id}" for id in ids]
        reasons = [f"{party}/reasons" for party in parties]
        pages = [fetch(address) for address in parties[:SAMPLE]]
        names = [re.search(r"<h1>(.*?)</h1>", page).group(1) for page in pages]
        typed = searches(names)
        chance.shuffle(typed)
        found = [f"{site}search?q={urllib.parse.quote(text)}" for text in typed]
        for name, addresses, share, goal in (
                ("worker's page", parties, 99, 20), ("search", found, 95, 50),
                ("reasons with what is missing and next steps", reasons, 99, 20)):
            rate, times, failures = load(addresses, seconds, RATE, CLIENTS)
            report(f"{name}, {workers} workers, p{share} at {rate:.0f}/s",
                   percentile(times, share), "ms", goal)
            report(f"{name}, median", percentile(times, 50), "ms")
            report(f"{name}, failures at that rate", failures, "", 0)


if __name__ == "__main__":
    tool, seconds, workers = sys.argv[1], int(sys.argv[2]), int(sys.argv[3])
    if len(sys.argv) > 4:
        main(tool, seconds, workers, sys.argv[4])
    else:
        with tempfile.TemporaryDirectory() as folder:
            town = pathlib.Path(folder, "town.db")
            subprocess.run(
                [tool, "synthesise", "--workers", str(workers), "--seed", str(SEED),
                 "--registry", str(town), "--quiet"], check=True, stdout=subprocess.DEVNULL)
            main(tool, seconds, workers, town)
