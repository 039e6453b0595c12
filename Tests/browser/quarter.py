"""A site with an office: a registry on today's date, an administrator, and those who receive."""

import base64
import datetime
import hashlib
import hmac
import json
import os
import re
import struct
import subprocess
import time

PASSWORD = "seven lanterns on the quay"


def facts():
    """One worker is due something; an enterprise paid for one apprentice."""
    today = datetime.date.today()
    ago = lambda days: str(today - datetime.timedelta(days=days))
    parties = [
        {"type": "person", "id": "p1", "name": "寅卯辰", "region": "330302"},
        {"type": "person", "id": "p2", "name": "巳午未", "region": "330302"},
        {"type": "organisation", "id": "e1", "name": "虚构样品第一厂", "kind": "enterprise",
         "region": "330302"},
    ]
    records = [
        {"type": "certificate", "party": "p1", "id": "c1", "occupation": "6-18-01-01", "level": 3,
         "kind": "skill-level", "issuedOn": ago(200)},
        {"type": "employment", "party": "p1", "id": "j1", "employer": "e1", "from": "2015-03-01"},
        {"type": "insurance", "party": "p1", "scheme": "unemployment", "from": "2016-01",
         "to": ago(31)[:7], "region": "330300"},
        {"type": "account", "party": "p1", "id": "a1", "bank": "样品银行",
         "number": "6222020000001234567", "from": "2020-01-01"},
        {"type": "apprenticeship", "party": "p2", "id": "l1", "employer": "e1",
         "joined": "new-hire", "year": 1, "from": ago(300), "feePaid": "8000"},
    ]
    year = today.year
    catalogues = {
        "shortage-occupations": [
            {"region": "330300", "year": year - before, "occupation": "6-18-01-01"}
            for before in range(2)],
        # A calendar of a year is known where a day of it is named.
        "working-days": [
            {"date": f"{year + after}-01-01", "kind": "holiday"} for after in range(2)],
    }
    return {"on": str(today), "parties": parties, "records": records, "catalogues": catalogues}


def serve(executable, folder, root):
    """Makes the registry and the office, and begins to serve them; gives the process."""
    registry = folder / "quarter.db"
    file = folder / "facts.json"
    file.write_text(json.dumps(facts()), encoding="utf-8")
    where = ["--registry", str(registry)]

    def run(*words, **options):
        subprocess.run(
            [executable, *words, *where], cwd=root, check=True, stdout=subprocess.DEVNULL, **options)

    run("import", str(file), "--quiet")
    run("determine", "--all", "--quiet")
    run("people", "add", "--name", "甲管理员", "--sign-in", "admin-a", "--password-input",
        input=PASSWORD + " first\n", text=True)
    run("office", "find", "--quiet")
    return subprocess.Popen(
        [executable, "serve", "--listen", "127.0.0.1:0", *where], cwd=root,
        stdout=subprocess.PIPE, text=True)


def code(secret):
    """What an authenticator shows now (RFC 6238)."""
    key = base64.b32decode(secret + "=" * (-len(secret) % 8))
    digest = hmac.new(key, struct.pack(">Q", int(time.time()) // 30), hashlib.sha1).digest()
    start = digest[-1] & 15
    number = struct.unpack(">I", digest[start:start + 4])[0] & 0x7FFFFFFF
    return f"{number % 10 ** 6:06}"


def sign_in(page, name, password):
    page.goto("/zh/sign-in")
    page.fill("#name", name)
    page.fill("#password", password)
    page.click("main form button")


def change_password(page, old):
    page.fill("#old", old)
    page.fill("#new", PASSWORD)
    page.fill("#again", PASSWORD)
    page.click("main form button >> nth=0")


def administer(page):
    """Signs the administrator in for the first time."""
    sign_in(page, "admin-a", PASSWORD + " first")
    for _ in range(4):
        if "/sign-in/enrol" in page.url:
            page.click("main form button >> nth=0")
            page.fill("#code", code(page.inner_text("code.secret").replace(" ", "")))
            page.click("main form button >> nth=0")
        elif "/sign-in/password" in page.url:
            change_password(page, PASSWORD + " first")


def open_account(page, name, sign_in_name, role, party="", organisation=""):
    """Has the administrator open an account with a role; gives its first password."""
    page.goto("/zh/administration/accounts")
    form = "form[action$='administration/accounts'][method=post]"
    page.fill(f"{form} #name", name)
    page.fill(f"{form} #sign-in", sign_in_name)
    page.fill(f"{form} #party", party)
    page.click(f"{form} button")
    password = page.inner_text("code.secret")
    page.click("main a.button")
    page.select_option("#role", role)
    page.fill("#organisation", organisation)
    page.fill("#reason", "测试")
    page.click("form[action$='/grants'] button")
    return password


def enter(page, name, password):
    """Signs somebody in for the first time, with a password of their own from then on."""
    sign_in(page, name, password)
    if "/sign-in/password" in page.url:
        change_password(page, password)


def address(server):
    """Where a server says that it listens."""
    for line in server.stdout:
        match = re.search(r"http://127\.0\.0\.1:\d+", line)
        if match:
            return match.group(0)
    raise AssertionError("the server did not say where it listens")


def executable(root):
    return os.environ.get("GONGJIANG", str(root / ".build/release/gongjiang"))
