"""Nothing for axe to find, and nothing to scroll sideways, on any page in any state."""

import json

import pytest
from axe_playwright_python.sync_playwright import Axe

from conftest import ROOT
from journey import ANSWERS, give, question, start, walk

DOCUMENT = "policies/wenzhou-2018-242"
PAGES = ["", "check/", "policies/", DOCUMENT, "facts/", "scores/", "nothing"]
LANGUAGES = ["zh", "en"]

# A desk, a phone, and a window of 1280 by 1024 enlarged four times; light, dark, light.
VIEWS = {
    "desk": dict(width=1280, height=900, color_scheme="light"),
    "phone": dict(width=390, height=844, color_scheme="dark"),
    "zoomed": dict(width=320, height=256, color_scheme="light"),
}


def inspect(page, thoroughly=True):
    """Everything that every page owes its readers; axe takes most of the time."""
    page.wait_for_load_state()
    if thoroughly:
        found = Axe().run(page)
        problems = [
            (violation["id"], violation["nodes"][0]["html"][:200])
            for violation in found.response["violations"]
        ]
        assert problems == [], page.url
    root = "document.documentElement"
    assert page.evaluate(f"{root}.scrollWidth <= {root}.clientWidth"), f"scrolls: {page.url}"
    assert page.locator("h1").count() == 1, page.url
    language = {"zh": "zh-CN", "en": "en"}[page.url.split("/")[3]]
    assert page.get_attribute("html", "lang") == language


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("path", PAGES)
def test_pages(open_page, keep_screenshot, path, language, view):
    page = open_page(f"/{language}/{path}", **VIEWS[view])
    page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")
    inspect(page, thoroughly=view != "zoomed")
    name = path.strip("/").replace("/", "-") or "start"
    keep_screenshot(page, f"{name}-{language}-{view}")


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_questions_and_results(open_page, keep_screenshot, language, view):
    page = open_page(f"/{language}/check/", **VIEWS[view])
    start(page, language)
    seen = set()
    while key := question(page):
        # Questions of one kind differ in their words alone.
        kind = page.evaluate(
            "document.querySelector('main form').innerHTML.match(/type=.?\\w+|<select/g).join()")
        inspect(page, thoroughly=kind not in seen)
        if kind not in seen:
            keep_screenshot(page, f"question-{key}-{language}-{view}")
        seen.add(kind)
        give(page, ANSWERS[key])
    inspect(page)
    keep_screenshot(page, f"answers-{language}-{view}")
    page.click("main .button")
    page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")
    inspect(page)
    keep_screenshot(page, f"result-{language}-{view}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_mistakes(open_page, keep_screenshot, language):
    """Every kind of control, sent empty."""
    page = open_page(f"/{language}/check/")
    start(page, language)
    seen = set()
    while key := question(page):
        page.click("main .buttons button:not([name])")
        if key != "day":  # today is filled in
            assert page.locator(".errors").count() == 1, key
            message = page.inner_text(".errors li")
            inspect(page, thoroughly=message not in seen)
            if message not in seen:
                keep_screenshot(page, f"mistake-{key}-{language}")
            seen.add(message)
            # The summary leads to the control.
            page.click(".errors a")
            assert page.evaluate("document.activeElement.id || location.hash.slice(1)") == "answer"
            give(page, ANSWERS[key])


@pytest.mark.parametrize("language", LANGUAGES)
def test_undetermined_result(open_page, keep_screenshot, language):
    page = open_page(f"/{language}/check/")
    walk(page, language, changes={"insurance.any": "unknown", "employment.any": "unknown"})
    page.click("main .button")
    inspect(page)
    keep_screenshot(page, f"undetermined-{language}")
    # What is missing leads to its question.
    links = page.locator(".result.is-wait ul a")
    assert any(
        link.get_attribute("href").endswith("/employment.any") for link in links.all())
    links.first.click()
    assert question(page)


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_facts(open_page, keep_screenshot, language, view):
    page = open_page(f"/{language}/facts/", **VIEWS[view])
    page.click("main form button")
    inspect(page)
    page.fill("textarea", json.dumps({"on": "2020-02-30", "parties": [{"type": "persn"}]}))
    page.click("main form button")
    inspect(page)
    keep_screenshot(page, f"facts-mistakes-{language}-{view}")
    page.set_input_files("input[type=file]", ROOT / "Samples/senior-worker.json")
    page.click("main form button")
    assert page.locator(".result").count() > 0
    page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")
    inspect(page)
    keep_screenshot(page, f"facts-result-{language}-{view}")
