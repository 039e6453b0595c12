"""Has every candidate compute the same city, in rounds in which each has one turn after the other, and
writes down how long each took.

    rounds.py --home HOME --build LABEL=CITY-BENCHMARK… --workers N --rounds N --results FILE

First every candidate's sums are compared worker by worker; where any of them differs by a 分 this ends
with an error, and nothing is measured. Only of OpenFisca, which has floats of 32 bits, differences are
reported and no error.
"""

import argparse
import datetime
import json
import os
import pathlib
import statistics
import subprocess
import sys
import tempfile
import time

ENGINES = [("duckdb", [None]), ("polars", [1, 2]), ("numpy", [None]), ("openfisca", [None])]
WORKLOADS = ["plain", "stacked"]


class Program:
    """A program that holds the city and takes turns; see `peer.py` and `Turns.swift`."""

    def __init__(self, command, environment=None):
        self.process = subprocess.Popen(
            command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
            env={**os.environ, **(environment or {})})
        self.facts = {}

    def wait(self):
        """Until it is ready; what it says before that are facts, `name<tab>value<tab>unit`."""
        for line in self.process.stdout:
            if line == "ready\n":
                return self
            name, value, _ = line.rstrip("\n").split("\t")
            self.facts[name] = value
        raise SystemExit(f"{self.process.args[0]} ended before it was ready")

    def ask(self, *words):
        self.process.stdin.write(" ".join(map(str, words)) + "\n")
        self.process.stdin.flush()
        answer = self.process.stdout.readline()
        if not answer:
            raise SystemExit(f"{self.process.args[0]} ended at: {' '.join(map(str, words))}")
        return [float(number) for number in answer.split("\t")]

    def end(self):
        self.process.stdin.close()
        self.process.wait()


class Candidate:
    """What is measured: an engine of a program with so many threads on a workload."""

    def __init__(self, program, engine, name, build, workload, threads):
        self.program, self.words = program, (engine, workload, threads)
        self.engine, self.name, self.build = engine, name, build
        self.workload, self.threads = workload, threads
        self.clock, self.processors, self.difference = [], [], None

    def check(self):
        self.difference = [
            number if number % 1 else int(number)
            for number in self.program.ask("check", *self.words)]

    def run(self):
        clock, processors = self.program.ask("run", *self.words)
        self.clock.append(clock)
        self.processors.append(processors)

    def result(self):
        def spread(values):
            return {
                "median": round(statistics.median(values), 2), "least": round(min(values), 2),
                "most": round(max(values), 2)}
        return {
            "engine": self.engine, "name": self.name, "build": self.build,
            "workload": self.workload, "threads": self.threads, "clock": spread(self.clock),
            "processors": spread(self.processors), "difference": self.difference}


def say(zh, en):
    print(f"{zh} · {en}", file=sys.stderr, flush=True)


def own_candidates(program, build):
    """Those of our own program. What has no arithmetic to speak of is measured in one build only."""
    def each(engine, name, workloads):
        return [
            Candidate(program, engine, name, build, workload, threads)
            for workload in workloads for threads in (1, 2)]
    return (
        each("columns", "columns", WORKLOADS) + each("loop", "loop", WORKLOADS)
        + each("read", "read and sum", ["plain"]) + each("everything", "every benefit", ["plain"]))


def peers(folder):
    for engine, limits in ENGINES:
        for limit in limits:
            command = [sys.executable, str(pathlib.Path(__file__).with_name("peer.py")), engine, folder]
            limited = {"POLARS_MAX_THREADS": str(limit)} if limit else None
            program = Program(command, limited).wait()
            for workload in program.facts["workloads"].split():
                for threads in program.facts["threads"].split():
                    yield Candidate(
                        program, engine, program.facts["name"], None, workload, int(threads))


def check(candidates):
    wrong = []
    for candidate in candidates:
        if candidate.engine in ("read", "everything"):
            continue
        candidate.check()
        if candidate.difference[0] and candidate.engine != "openfisca":
            workers, fen = candidate.difference
            wrong.append(
                f"{candidate.name}, {candidate.workload}: {workers} workers differ, by {fen} 分 in all")
    if wrong:
        raise SystemExit("\n".join(wrong))


def measure(candidates, rounds):
    began = time.monotonic()
    for number in range(1, rounds + 1):
        zh, en = f"第 {number} 轮，共 {rounds} 轮", f"round {number} of {rounds}"
        if number > 1:
            left = (time.monotonic() - began) / (number - 1) * (rounds - number + 1)
            zh, en = f"{zh}，约剩 {left:.0f} 秒", f"{en}, about {left:.0f} s left"
        say(zh, en)
        for candidate in candidates:
            candidate.run()


def machine():
    model = next(
        (line.split(":")[1].strip() for line in open("/proc/cpuinfo", encoding="utf-8")
            if line.startswith("model name")), "unknown")
    return {"model": model, "cores": os.cpu_count()}


def main():
    options = argparse.ArgumentParser()
    options.add_argument("--home", default=".")
    options.add_argument("--build", action="append", required=True)
    options.add_argument("--workers", type=int, required=True)
    options.add_argument("--rounds", type=int, required=True)
    options.add_argument("--results", required=True)
    options = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        builds = [build.split("=", 1) for build in options.build]
        say("造一座城市", "making a city")
        own = [
            (label, Program([path, "turns", options.home, str(options.workers), *written]))
            for (label, path), written in zip(builds, [[folder]] + [[]] * len(builds))]
        for _, program in own:
            program.wait()
        say("各引擎读入", "the engines read it")
        candidates = [one for label, program in own for one in own_candidates(program, label)]
        candidates += peers(folder)
        say("逐人比较结果", "comparing the sums of every worker")
        check(candidates)
        measure(candidates, options.rounds)
        facts, load = own[0][1].facts, os.getloadavg()[1]
        for program in {candidate.program for candidate in candidates}:
            program.end()
    results = {
        "date": datetime.date.today().isoformat(), "machine": machine(), "load": round(load, 1),
        "workers": options.workers, "rounds": options.rounds,
        "certificates": int(float(facts["certificates"])), "awards": int(float(facts["awards"])),
        "bytes of columns": int(float(facts["bytes of columns"])),
        "bytes read": int(float(facts["bytes that the loop reads"])),
        "candidates": [candidate.result() for candidate in candidates],
    }
    text = json.dumps(results, ensure_ascii=False, indent=1)
    pathlib.Path(options.results).write_text(text + "\n", encoding="utf-8")


main()
