"""Benchmarks of a synthetic town: making it, and counting it.

Prints lines `name<tab>value<tab>unit<tab>goal`, as `benchmarks` does. Times are those of the whole
command; the goal is for 1,240,000 workers.

    synthesis.py TOOL WORKERS REGISTRY

REGISTRY is the file that the town is made in, and that stays.
"""

import subprocess
import sys
import time

GOAL_WORKERS = 1_240_000
GOAL_SECONDS = 90


def seconds(*words):
    began = time.monotonic()
    subprocess.run(words, check=True, stdout=subprocess.DEVNULL)
    return time.monotonic() - began


def main(tool, workers, registry):
    registry = ("--registry", registry)
    made = seconds(tool, "synthesise", "--workers", str(workers), "--quiet", *registry)
    goal = GOAL_SECONDS if workers == GOAL_WORKERS else ""
    print(f"synthesise {workers:,} workers\t{made:.3f}\ts\t{goal}", flush=True)
    counted = seconds(tool, "stats", "--on", "2025-12-31", "--json", *registry)
    print(f"stats of {workers:,} workers\t{counted:.3f}\ts\t", flush=True)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]), sys.argv[3])
