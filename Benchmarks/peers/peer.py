"""One of the engines that are compared with: loads the city, and waits to be told whose turn it is.

    peer.py ENGINE FOLDER

A line of standard input is `run` or `check`, the engine, a workload and a number of threads. The answer
to `run` is `milliseconds<tab>milliseconds of the processors`; to `check` it is how many workers have
another sum than is expected and by how many 分 in all; of an engine with floats then the same again,
before its sums are rounded to whole 分.
"""

import importlib
import sys
import time

import numpy

from city import City

ENGINES = {
    "duckdb": ("with_duckdb", "DuckDB"), "polars": ("with_polars", "Polars"),
    "numpy": ("with_numpy", "Numpy"), "openfisca": ("with_openfisca", "OpenFisca"),
}


def run(engine, workload, threads):
    engine.reset()
    used, began = time.process_time(), time.perf_counter()
    engine.run(workload, threads)
    wall = time.perf_counter() - began
    return 1000 * wall, 1000 * (time.process_time() - used)


def check(engine, workload, threads, expected):
    engine.reset()
    sums = engine.run(workload, threads)
    found = [differences(sums, expected)]
    if hasattr(engine, "unrounded"):
        found.append(differences(engine.unrounded(), expected))
    return [number for pair in found for number in pair]


def differences(sums, expected):
    different = numpy.abs(sums - expected)
    return numpy.count_nonzero(different), different.sum()


module, name = ENGINES[sys.argv[1]]
city = City(sys.argv[2])
engine = getattr(importlib.import_module(module), name)(city)
print(f"name\t{engine.name}\t", flush=True)
print(f"threads\t{' '.join(map(str, engine.threads))}\t", flush=True)
print(f"workloads\t{' '.join(engine.workloads)}\t", flush=True)
print("ready", flush=True)
for line in sys.stdin:
    what, _, workload, threads = line.split()
    if what == "run":
        answer = run(engine, workload, int(threads))
    else:
        answer = check(engine, workload, int(threads), getattr(city, workload))
    print(*answer, sep="\t", flush=True)
