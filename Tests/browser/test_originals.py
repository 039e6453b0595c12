"""The issued text beside the articles: shown and hidden without scripts, readable on a phone."""

import base64
import os
import re
import subprocess

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import ROOT

TEXT = "关于测试的通知\n第三条 学徒\n" + "企业与学校一起培养学徒的，按下面的办法补贴。" * 12 + "\n第五条 津贴\n按月发给。\n"
# One grey dot.
PICTURE = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==")
VIEWS = {
    "desk": dict(width=1280, height=900, color_scheme="light"),
    "phone": dict(width=390, height=844, color_scheme="dark"),
    "zoomed": dict(width=320, height=256, color_scheme="light"),
}
WORDS = {"zh": ("逐条对照印发的原文", "隐藏印发的原文"),
         "en": ("Show the issued text side by side", "Hide the issued text")}


@pytest.fixture(scope="module")
def originals(tmp_path_factory):
    """Address of a server whose home keeps a text and a scan."""
    executable = os.environ.get("GONGJIANG", str(ROOT / ".build/release/gongjiang"))
    home = tmp_path_factory.mktemp("home")
    for name in ("Policies", "Vocabulary"):
        (home / name).symlink_to(ROOT / name)
    (home / "a.txt").write_text(TEXT, encoding="utf-8")
    (home / "1.png").write_bytes(PICTURE)
    for words in (["wenzhou-2018-242", "a.txt"], ["taizhou", "1.png", "--pages", "第三部分=1"]):
        subprocess.run([executable, "policy", "attach", *words, "--home", str(home)], cwd=home,
                       check=True, capture_output=True, timeout=60)
    server = subprocess.Popen(
        [executable, "serve", "--listen", "127.0.0.1:0", "--home", str(home)], cwd=home,
        stdout=subprocess.PIPE, text=True)
    yield re.search(r"http://127\.0\.0\.1:\d+", server.stdout.readline()).group(0)
    server.terminate()
    assert server.wait(timeout=15) == 0


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("language", WORDS)
def test_the_issued_text_is_shown_and_hidden(
        open_page, keep_screenshot, originals, language, view):
    show, hide = WORDS[language]
    page = open_page(
        f"{originals}/{language}/policies/wenzhou-2018-242", java_script_enabled=view == "phone",
        **VIEWS[view])
    assert page.locator(".issued").count() == 0
    page.click(f"text={show}")
    issued = page.locator(".issued")
    assert issued.count() == 2
    assert "按月发给" in issued.nth(1).inner_text()
    box, rules = issued.first.bounding_box(), page.locator(".beside > div").first.bounding_box()
    if view == "desk":
        assert box["x"] > rules["x"] + rules["width"] / 2
    else:
        assert box["y"] >= rules["y"] + rules["height"]
    issued.first.scroll_into_view_if_needed()
    keep_screenshot(page, f"original-{language}-{view}")
    page.click(f"text={hide}")
    assert page.locator(".issued").count() == 0


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("language", WORDS)
@pytest.mark.parametrize("document", ["wenzhou-2018-242", "taizhou"])
def test_nothing_for_axe_to_find(open_page, originals, document, language, view):
    page = open_page(f"{originals}/{language}/policies/{document}?original=1", **VIEWS[view])
    found = Axe().run(page)
    assert [
        (violation["id"], violation["nodes"][0]["html"][:200])
        for violation in found.response["violations"]
    ] == []
    root = "document.documentElement"
    assert page.evaluate(f"{root}.scrollWidth <= {root}.clientWidth")


def test_a_page_of_a_scan_is_a_picture(open_page, originals):
    page = open_page(f"{originals}/zh/policies/taizhou?original=1")
    picture = page.locator(".issued img")
    assert picture.get_attribute("alt") == "原文第 1 页"
    assert page.evaluate("document.querySelector('.issued img').naturalWidth") == 1
