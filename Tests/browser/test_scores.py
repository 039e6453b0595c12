"""The score sheet as a form, with scripts and without, and the ranking."""

import pytest

from test_accessibility import LANGUAGES, VIEWS, inspect

SHEET = "scores/wuxing-2024-32/selection-score"
WORDS = {
    "zh": dict(total="自评合计 4.5 分", open="还有 30 项未知", wrong="请先改正", tied="并列",
               best="优秀示范", back="回去修改"),
    "en": dict(total="Self score in all: 4.5", open="30 item(s) unknown yet",
               wrong="There is a problem", tied="tied", best="Excellent",
               back="Back to the sheet"),
}


def fill(page):
    page.fill("#f-apprenticesTrained", "50")
    page.fill("#s-X2-1", "3")
    page.fill("#s-X6-4", "1.5")
    page.fill("#n-X2-1", "名册")


@pytest.mark.parametrize("language", LANGUAGES)
def test_totals_follow_what_is_typed(open_page, language):
    page = open_page(f"/{language}/{SHEET}")
    fill(page)
    assert page.inner_text("[data-total=all]") == "4.5"
    assert page.inner_text("[data-total=base]") == "3"
    assert page.inner_text("[data-total=bonus]") == "1.5"


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_works_without_scripts(open_page, language):
    words = WORDS[language]
    page = open_page(f"/{language}/{SHEET}", java_script_enabled=False)
    fill(page)
    assert page.inner_text("[data-total=all]") == "0"
    page.click("button[value=total]")
    assert words["total"] in page.inner_text("main")
    page.click("button[value=result]")
    assert words["open"] in page.inner_text("main")
    page.click(f"button:has-text('{words['back']}')")
    assert page.input_value("#n-X2-1") == "名册"
    page.click("button[value='f.honours']")
    assert page.locator("[name='f.honours.4.person']").count() == 1


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_pages_of_a_sheet(open_page, keep_screenshot, language, view):
    page = open_page(f"/{language}/{SHEET}", **VIEWS[view])
    inspect(page, thoroughly=view != "zoomed")
    keep_screenshot(page, f"score-sheet-{language}-{view}")
    fill(page)
    page.click("button[value=result]")
    inspect(page, thoroughly=view != "zoomed")
    keep_screenshot(page, f"score-result-{language}-{view}")


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_ranking(open_page, keep_screenshot, language, view):
    page = open_page(f"/{language}/scores/wuxing-2024-32/ranking?year=2025", **VIEWS[view])
    inspect(page, thoroughly=view != "zoomed")
    rows = page.locator("tbody tr").all_inner_texts()
    assert [WORDS[language]["tied"] in row for row in rows] == [False, True, True, False]
    assert WORDS[language]["best"] in rows[0]
    keep_screenshot(page, f"ranking-{language}-{view}")
