"""The score sheet as a form, with scripts and without, and the ranking."""

import pytest

from test_accessibility import LANGUAGES, VIEWS, inspect

SHEET = "scores/wuxing-2024-32/selection-score"
WORDS = {
    "zh": dict(total="自评合计 4.5 分", open="还有 30 项未知", wrong="请先改正", tied="并列",
               best="优秀示范", back="回去修改", veto="当年劳动仲裁案件超过 10 件", review="复核 1.5 分",
               difference="比自评低 0.5", item="逐项评分", both="复核合计 4.5"),
    "en": dict(total="Self score in all: 4.5", open="30 item(s) unknown yet",
               wrong="There is a problem", tied="tied", best="Excellent",
               back="Back to the sheet", veto="More than ten labour arbitration cases",
               review="1.5 in review", difference="0.5 below the self score", item="Item by item",
               both="review in all 4.5"),
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
    words = WORDS[language]
    assert [words["tied"] in row for row in rows] == [False, True, True, False, False]
    assert words["best"] in rows[0]
    # The highest score of all, and no place.
    assert rows[4].startswith("–") and "95" in rows[4] and words["veto"] in rows[4]
    assert words["best"] not in rows[4]
    keep_screenshot(page, f"ranking-{language}-{view}")


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_sheet_from_the_registry(open_page, keep_screenshot, language, view):
    words = WORDS[language]
    page = open_page(
        f"/{language}/scores/wuxing-2024-32/ranking?year=2025", java_script_enabled=False,
        **VIEWS[view])
    page.locator(f"tbody a:has-text('{words['item']}')").first.click()
    # axe needs scripts; the page without a registry is looked at with them above.
    inspect(page, thoroughly=False)
    assert page.input_value("#f-apprenticesTrained") == "50"
    assert page.input_value("#n-X1-1") == "任命文件"
    assert words["review"] in page.inner_text("main")
    assert words["difference"] in page.inner_text("main")
    keep_screenshot(page, f"score-recorded-{language}-{view}")
    page.click("button[value=result]")
    assert words["both"] in page.inner_text("main")
    inspect(page, thoroughly=False)
    keep_screenshot(page, f"score-reviewed-{language}-{view}")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_share_may_be_written_in_per_cent(open_page, language):
    page = open_page(f"/{language}/{SHEET}", java_script_enabled=False)
    assert "0.6" in page.inner_text("#f-technicalShare-hint")
    page.fill("#f-technicalShare", "60")
    page.click("button[value=result]")
    assert "60%" in page.inner_text("#f-technicalShare-error")
    page.fill("#f-technicalShare", "60%")
    page.click("button[value=result]")
    row = page.locator("tr", has=page.locator("th", has_text="X2.4"))
    assert row.locator("td").nth(1).inner_text() == "6"
