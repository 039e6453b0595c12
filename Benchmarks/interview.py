"""The result page of “What can I get?”: with what is missing, and with what would change it.

Many sessions answer every question as workers do, each in its own way, some of it with “I do not know”.
What they come to is kept with them until an answer changes; their pages are loaded at a fixed rate. How
long it takes to work out is measured too, each time after an answer was given again. Prints lines `name<tab>value<tab>unit<tab>goal`, as
`benchmarks` does.

    interview.py TOOL SECONDS
"""

import http.client
import random
import re
import statistics
import sys
import time
import urllib.parse

from service import CLIENTS, Service, load, percentile, report

RATE = 200
GOAL = 20
SEED = 8
MOST_QUESTIONS = 300
# How often each session's result is worked out again.
ROUNDS = 10
DAY_PAGE = "/zh/check/question/day"
DAY = {"year": "2020", "month": "6", "day": "30"}
CASES = ["certificate", "award", "relocation", "training"]
# By the last part of a question's key, or the whole of it.
ANSWERS = {
    "party": "person", "region": "330302", "kind": ["skill-level", "enterprise", "skill"],
    "occupation": "6-18-01-01", "any": "true", "scheme": "unemployment", "claim.any": "false",
    "certificate.1.level": "4", "level": ["3", "4"], "to": "ongoing", "shortage": "false",
    "series": "contest", "rank": "3", "fullTime": "true", "confirmed": "true",
}
# What some do not know, each of the others something else.
GAPS = ["award.1.rank", "relocation.1.contractMonths", "award.1.contest", "shortage"]


class Worker:
    """Answers questions from a seed."""

    def __init__(self, number):
        self.chance = random.Random(SEED + number)
        self.certificates = 1 + number % 3
        self.gap = GAPS[number % len(GAPS)]

    def __call__(self, key, page):
        kind = "shortage" if key.startswith("shortage") else key.split(".")[-1].split("~")[-1]
        if key == "cases-person":
            return {"value": CASES}
        if self.gap in (key, kind):
            return {"escape": "unknown"}
        if kind == "more":
            more = key.startswith("certificate") and int(key.split(".")[1]) < self.certificates
            return {"value": "true" if more else "false"}
        offered = set(re.findall(r'<(?:input|option|button)\b[^>]*value="([^"]+)"', page))
        for value in self.answers(key, kind):
            if value in offered or "<input" in page and 'type="radio"' not in page:
                name = "escape" if value in ("ongoing", "unknown", "none") else "value"
                return {name: value}
        if 'name="year"' in page:
            # Employed and insured long enough; what they apply for came later.
            since = key.startswith(("employment", "insurance"))
            year = 2014 if since else self.chance.randint(2017, 2019)
            date = {"year": str(year), "month": "5"}
            return date | ({"day": "3"} if 'name="day"' in page else {})
        choices = sorted(offered - {"unknown", "none", "ongoing", ""})
        if 'type="radio"' in page or "<select" in page:
            return {"value": self.chance.choice(choices)}
        return {"value": "40"}

    def answers(self, key, kind):
        """What they would say, the first that is offered."""
        answers = ANSWERS.get(key, ANSWERS.get(kind, []))
        answers = [answers] if isinstance(answers, str) else list(answers)
        self.chance.shuffle(answers)
        return answers


class Visitor:
    """A session of its own on a connection of its own."""

    def __init__(self, address):
        self.connection = http.client.HTTPConnection(urllib.parse.urlsplit(address).netloc)
        self.cookie = self.path = self.page = ""

    def ask(self, method, path, fields=None):
        """One request, and where it leads to."""
        headers = {"Cookie": self.cookie}
        body = None
        if fields is not None:
            body = urllib.parse.urlencode(fields, doseq=True)
            headers["Content-Type"] = "application/x-www-form-urlencoded"
        self.connection.request(method, path, body, headers)
        answer = self.connection.getresponse()
        self.page = answer.read().decode()
        self.path = path
        if cookie := answer.getheader("Set-Cookie"):
            self.cookie = cookie.split(";")[0]
        if answer.status == 303:
            self.ask("GET", answer.getheader("Location"))
        elif answer.status != 200:
            said = re.sub(r"<[^>]+>", " ", self.page.partition("<main")[2])
            sys.exit(f"{method} {path} {fields}: {answer.status} {said.split()[:40]}")

    def walk(self, worker):
        """Answers every question, and opens the result."""
        self.ask("POST", "/zh/check/", {})
        has_day = False
        for _ in range(MOST_QUESTIONS):
            found = re.search(r"/check/question/([^?]+)$", self.path)
            if found:
                key = urllib.parse.unquote(found.group(1))
                self.ask("POST", self.path, worker(key, self.page))
            elif not has_day:
                # It is not asked for, and may bring other questions.
                self.ask("POST", DAY_PAGE, DAY)
                has_day = True
            else:
                self.ask("GET", "/zh/check/result")
                return
        sys.exit("the questions do not end")

    def anew(self):
        """Milliseconds from asking for the result to having it, after an answer was given again."""
        self.ask("POST", DAY_PAGE, DAY)
        began = time.perf_counter()
        self.ask("GET", "/zh/check/result")
        return (time.perf_counter() - began) * 1000

    @property
    def standing(self):
        """How many cases of the result are open, and how many steps it names."""
        steps = re.search(r'id="next-steps">[^<]*<span class="count">(\d+)', self.page)
        return (len(re.findall(r'class="result is-wait"', self.page)),
                int(steps.group(1)) if steps else 0)


def main(tool, seconds):
    with Service(tool) as service:
        visitors = [Visitor(service.address) for _ in range(CLIENTS)]
        for number, visitor in enumerate(visitors):
            visitor.walk(Worker(number))
        standing = [visitor.standing for visitor in visitors]
        if not any(wait for wait, _ in standing) or not any(steps for _, steps in standing):
            sys.exit("no session has open cases and next steps: this measures nothing")
        page = urllib.parse.urljoin(service.address, "/zh/check/result")
        rate, times, failures = load(
            [page], seconds, RATE, CLIENTS, cookies=[visitor.cookie for visitor in visitors])
        report(f"result of an interview, p99 at {rate:.0f}/s", percentile(times, 99), "ms", GOAL)
        report("result of an interview, median", percentile(times, 50), "ms")
        report("result of an interview, failures at that rate", failures, "", 0)
        anew = sorted(visitor.anew() for _ in range(ROUNDS) for visitor in visitors)
        report("result of an interview, worked out, median", statistics.median(anew), "ms")
        report("result of an interview, worked out, p99", percentile(anew, 99), "ms")
        report("result of an interview, open cases of a session",
               sum(wait for wait, _ in standing) / len(standing), "")
        report("result of an interview, next steps of a session",
               sum(steps for _, steps in standing) / len(standing), "")


if __name__ == "__main__":
    main(sys.argv[1], int(sys.argv[2]))
