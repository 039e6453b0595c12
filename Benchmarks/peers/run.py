"""Determines four benefits for a city with DuckDB, Polars and NumPy, and with the columns of this
project, and compares how long each takes and that all sums are the same to the last 分.

    run.py FOLDER FIGURES [ROUNDS]

FOLDER is what `city-benchmark HOME WORKERS FOLDER` wrote, FIGURES what it printed.
"""

import os
import pathlib
import statistics
import sys
import time

from city import City
from with_duckdb import DuckDB
from with_numpy import Numpy
from with_polars import Polars

folder, figures = sys.argv[1:3]
rounds = int(sys.argv[3]) if len(sys.argv) > 3 else 5
threads = os.cpu_count() or 1
city = City(folder)
engines = [DuckDB(city, threads), Polars(city), Numpy(city)]
times = {engine.name: [] for engine in engines}
processors = {engine.name: [] for engine in engines}
wrong = False
for engine in engines:
    different = int((engine.run() != city.expected).sum())
    if different:
        print(f"{engine.name}: {different} workers have another sum")
        wrong = True
for _ in range(rounds):
    for engine in engines:
        used, began = time.process_time(), time.perf_counter()
        engine.run()
        times[engine.name].append(time.perf_counter() - began)
        processors[engine.name].append(time.process_time() - used)
print(f"{city.workers:,} workers, {len(city.levels):,} certificates, {rounds} rounds, medians")
print(f"{'':44} {'ms':>9} {'processor ms':>13}")
for name in times:
    wall, used = (1000 * statistics.median(all[name]) for all in (times, processors))
    print(f"{name + f', {threads} threads':44} {wall:9.0f} {used:13.0f}")
own = {}
for line in pathlib.Path(figures).read_text(encoding="utf-8").splitlines():
    parts = line.split("\t")
    if len(parts) == 3 and parts[0].startswith("four benefits"):
        own[parts[0]] = float(parts[1])
for name, wall in own.items():
    if not name.endswith(", processors"):
        print(f"{name:44} {wall:9.0f} {own[name + ', processors']:13.0f}")
sys.exit(1 if wrong else 0)
