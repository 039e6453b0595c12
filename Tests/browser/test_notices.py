"""Notices on paper: their text is text, their sums add up, their QR code leads to a page that says
whether they are genuine and still hold."""

import json
import re
import subprocess

import pytest
import zxingcpp

import town
from conftest import EXECUTABLE, ROOT, serving
from test_accessibility import LANGUAGES, VIEWS, inspect

BENEFIT = "wenzhou-2018-242/contest-prize"
# Characters beyond the first plane, and Latin with a mark.
NAME = "样𬱖㛃·Ñandú"
CODE = re.compile(r"[A-Z2-7]{4}(?:-[A-Z2-7]{4}){5}")
TITLES = {
    "same": ("告知书是真的，结果没有变", "The notice is genuine and still holds"),
    "changed": ("告知书是真的，但结果后来变了", "The notice is genuine, but the result has changed"),
    "unsure": ("告知书是真的", "The notice is genuine"),
    "unknown": ("没有这份告知书", "There is no such notice"),
}


def tool(registry, *words):
    return subprocess.run(
        [EXECUTABLE, *words, "--registry", str(registry)], cwd=ROOT, check=True,
        capture_output=True, text=True).stdout


def paper(registry, file, *words):
    """Makes a notice and gives its code."""
    told = tool(registry, "notice", "--party", "p1", "--benefit", BENEFIT, "--to", str(file), *words)
    return CODE.search(told).group(0)


@pytest.fixture(scope="module")
def codes(tmp_path_factory):
    """A registry in which a sum was granted after a notice was made; codes by how they stand."""
    folder = tmp_path_factory.mktemp("notices")
    registry = folder / "town.db"

    def put(number, facts):
        file = folder / f"facts-{number}.json"
        file.write_text(json.dumps(facts), encoding="utf-8")
        tool(registry, "import", str(file), "--quiet")

    facts = town.facts(NAME)
    put(1, facts)
    tool(registry, "determine", "--all", "--quiet", "--on", "2026-01-01")
    codes = {"changed": paper(registry, folder / "a.pdf", "--on", "2026-01-01")}
    facts["records"] = [{
        "type": "claim", "party": "p1", "benefit": BENEFIT, "subject": "a1", "on": "2026-01-01",
        "amount": "5000.01"}]
    put(2, facts)
    tool(registry, "determine", "--all", "--quiet", "--on", "2026-01-02")
    codes["same"] = paper(registry, folder / "b.pdf", "--on", "2026-01-02")
    codes["unsure"] = paper(registry, folder / "c.pdf", "--on", "2026-01-03")
    codes["unknown"] = "AAAA-AAAA-AAAA-AAAA-AAAA-AAAA"
    return registry, codes


@pytest.fixture(scope="module")
def site(codes):
    """In the place of the site that other tests share."""
    with serving(codes[0]) as address:
        yield address


def text(pdf):
    return subprocess.run(
        ["pdftotext", "-layout", "-", "-"], input=pdf, check=True, capture_output=True
    ).stdout.decode()


def scanned(pdf):
    """What the QR codes of a paper say, as a scanner of 100 points to the inch sees it."""
    pages = subprocess.run(
        ["pdftoppm", "-r", "100", "-gray"], input=pdf, check=True, capture_output=True).stdout
    found = []
    while pages:
        kind, size, depth, rest = pages.split(b"\n", 3)
        assert (kind, depth) == (b"P5", b"255")
        width, height = map(int, size.split())
        picture = memoryview(rest[:width * height]).cast("B", shape=[height, width])
        found += [code.text for code in zxingcpp.read_barcodes(picture)]
        pages = rest[width * height:]
    return found


def fetched(page, link):
    answer = page.request.get(page.locator(link).first.get_attribute("href"))
    assert answer.status == 200
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["cache-control"] == "private, no-store"
    return answer.body()


def fen(sum):
    return int(sum.replace("−", "-").replace(",", "").replace(".", ""))


@pytest.mark.parametrize("language", LANGUAGES)
def test_from_the_result_to_the_paper_and_back(open_page, codes, site, keep_screenshot, language):
    page = open_page(f"/{language}/parties/p1")
    page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")
    inspect(page)
    pdf = fetched(page, "a[href*='contest-prize']")
    said = text(pdf)
    assert NAME in said
    assert "330302199001010013" not in said
    amounts = [fen(line.split()[-1]) for line in said.splitlines()
               if re.search(r" −?[\d,]+\.\d\d$", line)]
    assert amounts == [1500000, -500001, 999999]
    address, = scanned(pdf)
    code = CODE.search(said).group(0)
    assert address == f"{site}/verify/{code.replace('-', '')}"
    assert re.sub(r"\s", "", address) in re.sub(r"\s", "", said)
    # The paper that the server makes today is another one than that of the command line.
    page.goto(address)
    assert page.inner_text("h1") in TITLES["same"]
    assert NAME not in page.content()
    assert "样*" in page.inner_text("dl.pairs")


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", TITLES)
def test_how_notices_stand(open_page, codes, keep_screenshot, state, language, view):
    page = open_page(f"/{language}/verify/{codes[1][state]}", **VIEWS[view])
    assert page.inner_text("h1") == TITLES[state][LANGUAGES.index(language)]
    inspect(page, thoroughly=view != "zoomed")
    keep_screenshot(page, f"verify-{state}-{language}-{view}")
    if state == "changed":
        # What became of it since is not for whoever holds the paper.
        assert "15,000.00" in page.content()
        assert not re.search(r"5,000\.01|9,999\.99", page.content())


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_code_is_typed_without_scripts(open_page, codes, keep_screenshot, language):
    page = open_page(f"/{language}/verify", java_script_enabled=False)
    page.fill("#code", "no code")
    page.click("main form button")
    assert page.locator(".errors li").count() == 1
    keep_screenshot(page, f"verify-mistake-{language}")
    page.fill("#code", codes[1]["same"].lower().replace("-", " "))
    page.click("main form button")
    assert page.inner_text("h1") in TITLES["same"]


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", ["verify", "verify?code=x"])
def test_the_form_is_open_to_all(open_page, language, path):
    inspect(open_page(f"/{language}/{path}"))


def test_a_paper_is_for_its_owner_and_always_the_same(codes, tmp_path):
    registry, known = codes
    first, second = tmp_path / "1.pdf", tmp_path / "2.pdf"
    for file in (first, second):
        code = paper(registry, file, "--on", "2026-01-02", "--base", "https://rencai.example.cn")
    assert code == known["same"]
    assert first.read_bytes() == second.read_bytes()
    assert first.stat().st_mode & 0o777 == 0o600
    assert scanned(first.read_bytes()) == [
        f"https://rencai.example.cn/verify/{code.replace('-', '')}"]
    without = tmp_path / "3.pdf"
    assert paper(registry, without, "--on", "2026-01-02") == code
    assert scanned(without.read_bytes()) == []
    assert code in text(without.read_bytes())
