"""Benchmarks of determining a whole registry: time, and memory by the number of workers.

Makes synthetic towns of 20,000 workers and of ten times as many, determines everybody, and then
those for whom the next month changes something. Prints lines `name<tab>value<tab>unit<tab>goal`, as
`benchmarks` does. Times and memory are those of the whole command.

    determine.py TOOL [WORKERS]

WORKERS is the size of the larger town; 0 leaves it out.
"""

import os
import pathlib
import subprocess
import sys
import tempfile
import time

GOAL_WORKERS = 20_000
GOAL_SECONDS = 4
SEED = 3


def report(name, value, unit, goal=""):
    print(f"{name}\t{value}\t{unit}\t{goal}", flush=True)


def measured(words):
    """Seconds and the most memory (MB) that a command takes."""
    began = time.monotonic()
    process = subprocess.Popen(words, stdout=subprocess.DEVNULL)
    _, status, usage = os.wait4(process.pid, 0)
    if status != 0:
        sys.exit(f"{' '.join(words)}: status {status}")
    return time.monotonic() - began, usage.ru_maxrss / 1024


def town(tool, workers):
    """Seconds and memory of determining a town, and seconds of bringing that up to date."""
    with tempfile.TemporaryDirectory() as folder:
        registry = ["--registry", str(pathlib.Path(folder, "town.db")), "--quiet"]
        measured([tool, "synthesise", "--workers", str(workers), "--seed", str(SEED), *registry])
        determine = [tool, "determine", *registry]
        seconds, memory = measured([*determine, "--all", "--on", "2024-06-30"])
        later, _ = measured([*determine, "--changed", "--on", "2024-07-01"])
        return seconds, memory, later


def main(tool, workers):
    seconds, memory, later = town(tool, GOAL_WORKERS)
    report(f"determine --all, {GOAL_WORKERS} workers", seconds, "s", GOAL_SECONDS)
    report(f"determine --all, {GOAL_WORKERS} workers, memory", memory, "MB")
    report(f"determine --changed, next month, {GOAL_WORKERS} workers", later, "s")
    if workers > 0:
        seconds, more, later = town(tool, workers)
        report(f"determine --all, {workers} workers", seconds, "s")
        report(f"determine --all, {workers} workers, memory", more, "MB", round(memory * 1.5, 1))
        report(f"determine --changed, next month, {workers} workers", later, "s")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else 10 * GOAL_WORKERS)
