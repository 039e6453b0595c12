"""Benchmarks of the service as its users meet it.

Starts the tool, measures the time to the first page, and loads a page with h2load at a fixed rate
and at saturation. Prints lines `name<tab>value<tab>unit<tab>goal`, as `benchmarks` does.

    service.py TOOL SECONDS
"""

import pathlib
import statistics
import subprocess
import sys
import tempfile
import time
import urllib.parse
import urllib.request

STARTS = 5
RATE = 500
CLIENTS = 16
FACTS = "Samples/senior-worker.json"


class Service:
    """The tool serving on a port of the system's choice, for the time of a `with` block."""

    def __init__(self, tool, *options):
        self.command = [tool, "serve", "--listen", "127.0.0.1:0", *options]

    def __enter__(self):
        self.began = time.monotonic()
        self.process = subprocess.Popen(
            self.command, stdout=subprocess.PIPE, text=True)
        self.address = self.process.stdout.readline().strip()
        if not self.address:
            sys.exit("the service did not start; its reason is above")
        return self

    def __exit__(self, *_):
        self.process.terminate()
        self.process.wait(timeout=20)


def time_to_first_page(tool):
    """Milliseconds from starting the process to having the whole first page."""
    with Service(tool) as service:
        with urllib.request.urlopen(service.address) as page:
            page.read()
        return (time.monotonic() - service.began) * 1000


def load(addresses, seconds, rate=None, groups=1, body=None, cookies=()):
    """Loads pages in turn; gives (requests per second, sorted times in ms, failures).

    The connections of one h2load send at the same instants, so that a fixed rate comes as bursts.
    With as many `groups` as there are connections each has an h2load of its own, begun out of step
    with the others; of several cookies each has another.
    """
    with tempfile.TemporaryDirectory() as folder:
        pages = pathlib.Path(folder, "addresses")
        pages.write_text("\n".join(addresses), encoding="utf-8")
        data = pathlib.Path(folder, "body")
        data.write_text(body or "", encoding="utf-8")
        logs = [pathlib.Path(folder, f"log-{number}") for number in range(groups)]
        running = []
        for number, log in enumerate(logs):
            log.touch()
            command = ["h2load", "--h1", "-c", str(CLIENTS // groups), "-t", "1",
                       "-D", str(seconds), "--log-file", str(log), "-i", str(pages)]
            if body:
                command += ["-d", str(data),
                            "-H", "content-type: application/x-www-form-urlencoded"]
            if cookies:
                command += ["-H", f"cookie: {cookies[number % len(cookies)]}"]
            if rate:
                command += ["--rps", str(rate / CLIENTS)]
                # One interval between requests and a sixteenth of it more.
                time.sleep(CLIENTS / rate * (1 + 1 / groups))
            running.append(subprocess.Popen(command, stdout=subprocess.DEVNULL))
        for process in running:
            if process.wait() != 0:
                sys.exit("h2load failed; its reason is above")
        rows = [line.split() for log in logs for line in log.read_text().splitlines()]
    times = sorted(int(row[2]) / 1000 for row in rows)
    failures = sum(row[1] != "200" for row in rows)
    return len(rows) / seconds, times, failures


def percentile(times, share):
    """The time that so many per cent of the requests stay below."""
    return times[min(len(times) - 1, len(times) * share // 100)]


def report(name, value, unit, goal=""):
    print(name, value, unit, goal, sep="\t", flush=True)


def main(tool, seconds):
    starts = [time_to_first_page(tool) for _ in range(STARTS)]
    report("start to first page", statistics.median(starts), "ms", 300)
    with open(FACTS, encoding="utf-8") as file:
        body = urllib.parse.urlencode({"facts": file.read()})
    with Service(tool) as service:
        page = urllib.parse.urljoin(service.address, "/zh/facts/")
        for name, groups in ((f"in bursts of {CLIENTS}", 1), ("out of step", CLIENTS)):
            rate, times, failures = load([page], seconds, RATE, groups, body)
            p99 = percentile(times, 99)
            report(f"result page, p99 at {rate:.0f}/s {name}", p99, "ms", 10)
            report("result page, failures at that rate", failures, "", 0)
        rate, times, failures = load([page], seconds, body=body)
        report("result page, saturation", rate, "requests/s")
        report("result page, p99 at saturation", percentile(times, 99), "ms")
        report("result page, failures at saturation", failures, "", 0)


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
