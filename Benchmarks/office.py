"""Benchmark of an office with many cases, as those who work in it meet it.

Makes a town and a demonstration over it, fills its office, serves it, and lets clerks, a reviewer and
workers go about their business at a fixed rate; then has a crowd sign in while they go on. Times are
taken from outside the process, from the moment at which a request was due: a service that falls
behind is charged for the waiting. Prints lines `name<tab>value<tab>unit<tab>goal`, as `benchmarks`
does.

    office.py TOOL FILL CASES SECONDS [FOLDER]

FILL is the program that opens cases. FOLDER keeps the town and the office for another run.
"""

import html
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile
import threading
import time
import urllib.parse

from service import Service, percentile, report

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / "Tests"))
from visitor import Forms, Session, connect, official  # noqa: E402

SEED = 7
#: The town of `make demo`, which has what a demonstration needs.
TOWN, TOWN_SEED = 20_000, 1
RATE = 100
#: Requests under way at most: with fewer the service would set the pace.
HANDS = 48
WORKERS = 100
SIGN_INS = 500
SIGN_IN_SECONDS = 30
DAY = "2025-12-31"
#: The kinds of work, their share, and the goal for 95 of 100 in milliseconds.
MIX = {"queue": (25, 39), "search": (25, 57), "open a case": (33, 159), "submit": (17, 338)}


def measured(words, **options):
    began = time.monotonic()
    done = subprocess.run(words, stdout=subprocess.PIPE, text=True, **options)
    if done.returncode != 0:
        sys.exit(f"{' '.join(map(str, words))}: status {done.returncode}")
    return time.monotonic() - began, done.stdout


def make(tool, fill, cases, folder):
    """The registry with its office; the names of the workers who can sign in."""
    registry = folder / "town.db"
    names = folder / "names"
    if not names.exists():
        base = ["--registry", str(registry), "--quiet"]
        measured([tool, "synthesise", "--workers", str(TOWN), "--seed", str(TOWN_SEED), *base])
        measured([tool, "determine", "--all", "--on", DAY, *base])
        measured([tool, "office", "demonstrate", *base])
        _, printed = measured([fill, ".", str(registry), str(cases), str(WORKERS)])
        names.write_text(printed)
    return registry, names.read_text().split()


class Work:
    """What people do, one act at a time."""

    def __init__(self, host, names, seed):
        self.host = host
        self.chance = random.Random(seed)
        self.clerks = [official(host, "clerk", "127.2.0.1")]
        self.reader = official(host, "reviewer", "127.2.0.2")
        self.workers = []
        for index, name in enumerate(names):
            session = Session(host)
            session.sign_in(connect(host, f"127.3.{index // 250}.{index % 250}"), name)
            self.workers.append((session, []))
        self.numbers = []
        self.submitted = []
        self.lock = threading.Lock()
        self.gather()

    def gather(self):
        """Cases from the pages of the queue, and those of each worker."""
        connection = connect(self.host)
        clerk = self.clerks[0]
        for query, pages, numbers in (("", 40, self.numbers),
                                      ("?state=submitted", 40, self.submitted)):
            path, seen = "/zh/desk/queue" + query, set()
            for _ in range(pages):
                status, text, _ = clerk.request(connection, "GET", path)
                found = re.findall(r"/zh/desk/cases/([\w-]+)", text)
                numbers += [n for n in dict.fromkeys(found) if n not in seen]
                seen.update(found)
                links = re.findall(r'href="(/zh/desk/queue\?[^"]*after=[^"]*)"', text)
                # The page names itself too.
                following = [link for link in map(html.unescape, links) if link != path]
                if not following:
                    break
                path = following[-1]
        self.chance.shuffle(self.numbers)
        self.chance.shuffle(self.submitted)
        for session, waiting in self.workers:
            status, text, _ = session.request(connection, "GET", "/zh/my/cases/")
            waiting += list(dict.fromkeys(re.findall(r"/zh/my/cases/([\w-]+)", text)))

    def plan(self, count):
        """So many acts, in an order drawn by chance: (kind, what, session, arguments)."""
        kinds = [kind for kind, (share, _) in MIX.items() for _ in range(share)]
        acts = []
        for _ in range(count):
            kind = self.chance.choice(kinds)
            acts.append((kind, self.chance.random()))
        return acts

    def queue(self, connection, draw):
        paths = ["", "?turn=clerk", "?state=submitted", "?overdue=1", "?region=330300",
                 "?procedure=application-with-evidence", "?assigned=me", "?state=found"]
        return self.clerks[0].request(
            connection, "GET", "/zh/desk/queue" + paths[int(draw * len(paths))])

    def search(self, connection, draw):
        number = self.numbers[int(draw * len(self.numbers))]
        worker = 1 + int(draw * 1e9) % TOWN
        paths = [f"/zh/desk/queue?number={number}", f"/zh/desk/queue?party=W{worker:07d}",
                 f"/zh/search?q=W{worker:07d}", "/zh/search?q=" + urllib.parse.quote("王")]
        return self.reader.request(connection, "GET", paths[int(draw * 1e6) % len(paths)])

    def open_case(self, connection, draw):
        number = self.numbers[int(draw * len(self.numbers))]
        return self.reader.request(connection, "GET", f"/zh/desk/cases/{number}")

    def submission(self, connection, draw):
        """What is sent after reading the page with the form, which is not timed: (session, form)."""
        with self.lock:
            if not self.submitted:
                sys.exit("there are too few cases to decide on: fill in more")
            open_workers = [w for w in self.workers if w[1]]
            if draw < 0.5 and open_workers:
                session, waiting = open_workers[int(draw * 2 * len(open_workers))]
                path, button = f"/zh/my/cases/{waiting.pop()}/steps/consent", "confirm"
            else:
                session, button = self.clerks[0], "accept"
                path = f"/zh/desk/cases/{self.submitted.pop()}"
        status, text, _ = session.request(connection, "GET", path)
        for form in Forms(text).found:
            if form["action"].endswith("/take"):
                _, text, _ = session.request(connection, "POST", form["action"], form["fields"])
        for form in Forms(text).found:
            for name, value in form["buttons"]:
                if value == button:
                    form["fields"][name] = value
                    return session, form
        sys.exit(f"no button “{button}” on {path}: {status}")


def run(work, acts, rate):
    """Does the acts at the rate; milliseconds by kind, and failures."""
    times = {kind: [] for kind in MIX}
    failures = []
    lock = threading.Lock()
    position = [0]
    prepared = {}
    began = time.monotonic() + 1

    def hand():
        connection = connect(work.host)
        while True:
            with lock:
                index = position[0]
                if index >= len(acts):
                    return
                position[0] += 1
            kind, draw = acts[index]
            due = began + index / rate
            if kind == "submit":
                session, form = work.submission(connection, draw)
            pause = due - time.monotonic()
            if pause > 0:
                time.sleep(pause)
            else:
                # What is read to prepare a form is nobody's waiting.
                due = max(due, time.monotonic()) if kind == "submit" else due
            try:
                if kind == "queue":
                    status, text, _ = work.queue(connection, draw)
                elif kind == "search":
                    status, text, _ = work.search(connection, draw)
                elif kind == "open a case":
                    status, text, _ = work.open_case(connection, draw)
                else:
                    status, text, _ = session.request(
                        connection, "POST", form["action"], form["fields"], follow=False)
            except OSError as problem:
                status, text = 0, str(problem)
                connection = connect(work.host)
            with lock:
                times[kind].append((time.monotonic() - due) * 1000)
                if status not in (200, 302, 303):
                    failures.append((kind, status, text[:2000]))

    hands = [threading.Thread(target=hand) for _ in range(HANDS)]
    for thread in hands:
        thread.start()
    for thread in hands:
        thread.join()
    return {kind: sorted(values) for kind, values in times.items()}, failures


def crowd(host, names, count):
    """Has so many sign in as fast as the service lets them: seconds, and how many could not."""
    position, failed, lock = [0], [0], threading.Lock()

    def hand():
        while True:
            with lock:
                index = position[0]
                if index >= count:
                    return
                position[0] += 1
            address = f"127.4.{index // 250}.{index % 250}"
            try:
                status, _, path = Session(host).sign_in(
                    connect(host, address), names[index % len(names)])
            except OSError:
                status, path = 0, ""
            if status != 200 or "sign-in" in path:
                with lock:
                    failed[0] += 1

    began = time.monotonic()
    hands = [threading.Thread(target=hand) for _ in range(64)]
    for thread in hands:
        thread.start()
    for thread in hands:
        thread.join()
    return time.monotonic() - began, failed[0]


def main(tool, fill, cases, seconds, folder):
    registry, names = make(tool, fill, cases, folder)
    size = (folder / "town.office.db").stat().st_size
    report(f"office of {cases} cases, on the disk", size / 1e6, "MB")
    with Service(tool, "--registry", str(registry)) as service:
        host = urllib.parse.urlsplit(service.address).netloc
        work = Work(host, names, SEED)
        times, failures = run(work, work.plan(RATE * seconds), RATE)
        for kind, (_, goal) in MIX.items():
            report(f"{kind}, {cases} cases, p95 at {RATE}/s", percentile(times[kind], 95), "ms", goal)
            report(f"{kind}, median", percentile(times[kind], 50), "ms")
        report("failures at that rate", len(failures), "", 0)
        for failure in failures[:3]:
            print(failure, file=sys.stderr)
        rest = threading.Thread(
            target=run, args=(work, work.plan(20 * SIGN_IN_SECONDS), 20), daemon=True)
        rest.start()
        # A short run shows that it works, not how fast it is.
        count = SIGN_INS if seconds >= 30 else SIGN_INS // 10
        spent, failed = crowd(host, names, count)
        report(f"{count} sign-ins while others work", spent, "s",
               SIGN_IN_SECONDS * count / SIGN_INS)
        report("sign-ins that failed", failed, "", 0)
        rest.join()


if __name__ == "__main__":
    if len(sys.argv) > 5:
        place = pathlib.Path(sys.argv[5])
        place.mkdir(exist_ok=True)
        main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), place)
    else:
        temporary = pathlib.Path(tempfile.mkdtemp())
        try:
            main(sys.argv[1], sys.argv[2], int(sys.argv[3]), int(sys.argv[4]), temporary)
        finally:
            shutil.rmtree(temporary)
