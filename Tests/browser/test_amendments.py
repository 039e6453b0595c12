"""A document that a later one amends: its text as of a day, and what changed, without scripts."""

import os
import re
import shutil
import subprocess

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import ROOT

DOCUMENTS = ROOT / "Tests" / "Workbench" / "Documents"
VIEWS = {
    "desk": dict(width=1280, height=900, color_scheme="light"),
    "phone": dict(width=390, height=844, color_scheme="dark"),
    "zoomed": dict(width=320, height=256, color_scheme="light"),
}
WORDS = {"zh": ("删去", "增加", "与印发时相同", "不是日期"),
         "en": ("Removed", "Added", "the one that was issued", "is no date")}


@pytest.fixture(scope="module")
def amended(tmp_path_factory):
    """Address of a server of the two documents."""
    executable = os.environ.get("GONGJIANG", str(ROOT / ".build/release/gongjiang"))
    home = tmp_path_factory.mktemp("home")
    shutil.copytree(DOCUMENTS, home / "Policies")
    (home / "Vocabulary").symlink_to(ROOT / "Vocabulary")
    server = subprocess.Popen(
        [executable, "serve", "--listen", "127.0.0.1:0", "--home", str(home)], cwd=home,
        stdout=subprocess.PIPE, text=True)
    yield re.search(r"http://127\.0\.0\.1:\d+", server.stdout.readline()).group(0)
    server.terminate()
    assert server.wait(timeout=15) == 0


@pytest.mark.parametrize("language", WORDS)
def test_the_text_as_of_a_day(open_page, keep_screenshot, amended, language):
    removed, added, same, no_date = WORDS[language]
    page = open_page(f"{amended}/{language}/policies/base", java_script_enabled=False)
    assert page.locator(".changed").count() == 0
    assert page.locator(".versions li").count() == 4
    page.fill("#on", "2021-12-31")
    page.click(".versions button")
    assert same in page.inner_text(".versions")
    page.fill("#on", "2022-01-01")
    page.click(".versions button")
    difference = page.locator(".versions .changed")
    assert difference.count() == 1
    text = difference.inner_text()
    assert removed in text and added in text
    assert "1500" in difference.locator("del").inner_text()
    assert "1800" in difference.locator("ins").inner_text()
    table = page.locator(".text .changed")
    assert table.count() == 1
    assert "1800" in table.inner_text() and "1500" not in table.locator("td").all_inner_texts()
    keep_screenshot(page, f"amended-{language}")
    table.locator("a").first.click()
    assert "/policies/later#" in page.url
    page.goto(f"{amended}/{language}/policies/base?on=soon")
    assert no_date in page.inner_text(".versions")


@pytest.mark.parametrize("language", WORDS)
def test_what_is_repealed_is_struck(open_page, amended, language):
    page = open_page(f"{amended}/{language}/policies/base?on=2022-07-01", java_script_enabled=False)
    struck = page.locator(".text .repealed")
    assert struck.locator("del #benefit-course").count() == 1
    assert "2022-07-01" in struck.first.inner_text()
    assert page.locator("del #benefit-grant").count() == 0


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("path", ["base", "base?on=2024-06-30", "later"])
def test_nothing_for_axe_to_find(open_page, amended, path, language, view):
    page = open_page(f"{amended}/{language}/policies/{path}", **VIEWS[view])
    found = Axe().run(page)
    assert [
        (violation["id"], violation["nodes"][0]["html"][:200])
        for violation in found.response["violations"]
    ] == []
    root = "document.documentElement"
    assert page.evaluate(f"{root}.scrollWidth <= {root}.clientWidth")
