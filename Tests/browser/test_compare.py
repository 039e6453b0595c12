"""Two sides beside each other: every state at every width, and without scripts."""

import pytest

from test_accessibility import LANGUAGES, VIEWS, inspect

PAGE = "parties/p1/compare"
STATES = {
    "asking": "", "days": "?on=2019-06-30&and-on=2020-06-30", "same": "?and-on=2026-02-01&on=2026-01-01",
    "people": "?and-party=m1", "known": "?known=1&and-known=now", "wrong": "?on=x&and-party=nobody",
}
WORDS = {
    "asking": ("常用的比较", "Often asked"), "days": ("不同 1 项", "Different: 1."),
    "same": ("没有不同", "Nothing differs"), "people": ("起作用的规则", "The rule that makes the difference"),
    "known": ("按第 1 次变更", "as known after change 1"), "wrong": ("“x”不是日期", "“x” is no day"),
}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("state", STATES)
def test_every_state(open_page, keep_screenshot, state, language, view):
    page = open_page(f"/{language}/{PAGE}{STATES[state]}", **VIEWS[view])
    page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")
    assert WORDS[state][LANGUAGES.index(language)] in page.inner_text("main")
    inspect(page, thoroughly=view != "zoomed")
    keep_screenshot(page, f"compare-{state}-{language}-{view}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_from_the_party_to_the_difference_and_its_article(open_page, language):
    page = open_page(f"/{language}/parties/p1", java_script_enabled=False)
    page.click("a[href*='/compare']")
    page.fill("#and-party", "m1")
    page.click("main form button")
    assert "and-party=m1" in page.url
    columns = page.locator("#differences ~ .result thead").first.inner_text()
    assert "样新名" in columns and "样甲乙" in columns
    page.locator("#differences ~ .result p a").first.click()
    assert "/policies/" in page.url


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_is_wrong_leads_to_its_field_and_is_corrected(open_page, language):
    page = open_page(f"/{language}/{PAGE}?on=soon&and-on=")
    assert page.evaluate("document.activeElement.classList.contains('errors')")
    page.click(".errors a")
    assert page.evaluate("document.activeElement.id") == "on"
    assert page.input_value("#on") == "soon"
    page.fill("#on", "2020-06-30")
    page.fill("#and-on", "2021-06-30")
    page.click("main form button")
    assert page.locator(".errors").count() == 0


def test_then_and_today_from_a_replay(open_page):
    page = open_page("/zh/parties/p1")
    page.locator("a[href*='/determinations/']").first.click()
    page.click("text=当时和今天并排比较")
    assert page.inner_text("h1") == "样新名：并排比较"
    assert page.locator(".sides dd").count() == 2
