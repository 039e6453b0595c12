"""The result page of “What can I get?”: with what is missing, and with what would change it.

Many sessions answer every question as workers do, each in its own way, some of it with “I do not know”.
Measured are their result pages at a fixed rate: after an answer was given again, so that everything is
worked out, and as they are opened once more. Prints lines `name<tab>value<tab>unit<tab>goal`, as
`benchmarks` does.

    interview.py TOOL SECONDS
"""

import http.client
import itertools
import random
import re
import sys
import time
import urllib.parse

from service import CLIENTS, Service, load, percentile, report

RATE = 200
GOAL = 20
SEED = 8
MOST_QUESTIONS = 200


class Visitor:
    """A session of its own on a connection of its own."""

    def __init__(self, address):
        self.connection = http.client.HTTPConnection(urllib.parse.urlsplit(address).netloc)
        self.cookie = ""
        self.path = ""
        self.page = ""

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
            sys.exit(f"{method} {path}: {answer.status}")

    @property
    def question(self):
        """The key of the question that is shown, or None."""
        found = re.search(r"/check/question/([^?]+)$", self.path)
        return urllib.parse.unquote(found.group(1)) if found else None

    def walk(self, person):
        """Answers every question."""
        self.ask("POST", "/zh/check/", {})
        for _ in range(MOST_QUESTIONS):
            key = self.question
            if key is None:
                return
            self.ask("POST", self.path, person(key, self.page))
        sys.exit("the questions do not end")


class Person:
    """A worker with certificates of some levels: answers by the last part of a question's key, the
    first time otherwise than the next where there may be several."""

    def __init__(self, chance, number):
        self.chance = chance
        # Every third one is not sure of something that decides.
        self.unsure = [set(), {"issuedOn"}, {"from", "kind"}][number % 3]
        self.certificates = 1 + number % 3
        self.level = 3 + number % 2
        self.given = {}

    def __call__(self, key, page):
        if key not in self.given:
            self.given[key] = self.answer(key, page)
        return self.given[key]

    def answer(self, key, page):
        last = key.split(".")[-1]
        if key.startswith("insurance.1") and last in self.unsure:
            return {"escape": "unknown"}
        if last == "more":
            more = key.startswith("certificate") and int(key.split(".")[1]) < self.certificates
            return {"value": "true" if more else "false"}
        fixed = {
            "party": "person", "region": "330302", "kind": None, "level": str(self.level),
            "occupation": "6-18-01-01", "any": "true", "scheme": "unemployment",
        }
        if key == "cases-person":
            return {"value": ["certificate", "award", "relocation", "training"]}
        if key == "claim.any":
            return {"value": "false"}
        if key == "day":
            return {"year": "2020", "month": "6", "day": "30"}
        if last == "to":
            return {"escape": "ongoing"}
        if fixed.get(last):
            return {"value": fixed[last]}
        return self.seen(page, last)

    def seen(self, page, last):
        """What the page offers: a day, a choice, a number; what it is not known of, unknown."""
        if 'name="year"' in page:
            date = {"year": str(self.chance.randint(2017, 2019)), "month": "5"}
            return date | ({"day": "3"} if 'name="day"' in page else {})
        values = re.findall(r'<(?:input type="radio"[^>]*|option) ?[^>]*value="([^"]+)"', page)
        if values:
            return {"value": self.chance.choice(values)}
        if last in self.unsure or 'value="unknown"' in page and self.chance.random() < 0.5:
            return {"escape": "unknown"}
        return {"value": "40"}
