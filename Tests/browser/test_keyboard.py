"""Everything can be done with the keyboard alone."""

import pytest

from journey import ANSWERS, question


def focused(page, expression):
    return page.evaluate(f"(e => {expression})(document.activeElement)")


def tab_to(page, condition):
    """Presses Tab until the focused element meets the condition."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if focused(page, condition):
            return
    raise AssertionError(f"no way to {condition} on {page.url}")


def test_the_first_tab_offers_to_skip_the_menu(open_page):
    page = open_page("/zh/")
    page.keyboard.press("Tab")
    assert focused(page, "e.className") == "skip"
    assert page.locator(".skip").bounding_box()["x"] >= 0
    page.keyboard.press("Enter")
    assert focused(page, "e.id") == "main"
    page.keyboard.press("Tab")
    assert focused(page, "e.closest('main') !== null")


def test_focus_can_be_seen_everywhere(open_page):
    page = open_page("/en/facts/")
    page.keyboard.press("Tab")
    while focused(page, "e.tagName") != "BODY":
        assert focused(page, "getComputedStyle(e).outlineStyle") == "solid"
        page.keyboard.press("Tab")


def type_answer(page, answer):
    if answer is None:
        tab_to(page, "e.name === 'escape'")
        page.keyboard.press("Enter")
        return
    if isinstance(answer, tuple):
        for name, part in zip(("year", "month", "day"), answer):
            tab_to(page, f"e.name === '{name}'")
            page.keyboard.press("Control+A")
            page.keyboard.type(part)
    elif isinstance(answer, list):
        for value in answer:
            tab_to(page, f"e.type === 'checkbox' && e.value === '{value}'")
            page.keyboard.press("Space")
    elif page.locator("main select").count():
        tab_to(page, "e.tagName === 'SELECT'")
        for _ in range(80):
            if focused(page, "e.value") == answer:
                break
            page.keyboard.press("ArrowDown")
        assert focused(page, "e.value") == answer
        tab_to(page, "e.tagName === 'BUTTON'")
    elif page.locator("main input[type=radio]").count():
        tab_to(page, "e.type === 'radio'")
        page.keyboard.press("Space")
        for _ in range(20):
            if focused(page, "e.checked && e.value") == answer:
                break
            page.keyboard.press("ArrowDown")
        assert focused(page, "e.checked && e.value") == answer
    else:
        tab_to(page, "e.name === 'value'")
        page.keyboard.type(answer)
    page.keyboard.press("Enter")


@pytest.mark.parametrize("language", ["zh", "en"])
def test_from_start_to_result(open_page, language):
    page = open_page(f"/{language}/")
    tab_to(page, "e.closest('main') && e.className === 'button'")
    page.keyboard.press("Enter")
    page.wait_for_url("**/check/")
    tab_to(page, "e.closest('main') && e.tagName === 'BUTTON'")
    page.keyboard.press("Enter")
    page.wait_for_url("**/question/**")
    while key := question(page):
        with page.expect_navigation():
            type_answer(page, ANSWERS[key])
    tab_to(page, "e.className === 'button'")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert page.url.endswith("/check/result")
    tab_to(page, "e.tagName === 'SUMMARY'")
    page.keyboard.press("Enter")
    assert page.locator("details[open] .reasons").first.is_visible()
