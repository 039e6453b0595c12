"""What the linter says stands on the page of the document, beside what it is about."""

import pytest

from test_accessibility import LANGUAGES, VIEWS, inspect

WORDS = {
    "wuxing-2024-32": {
        "zh": ["同时落在“20 至 50 人”和“50 至 100 人”", "例：学徒培养人数 = 50"],
        "en": ["falls both under “20 to 50” and under “50 to 100”", "apprentices trained = 50"],
    },
    "yuhuan": {
        "zh": ["按每级 +100 类推，到“直到八级”是 900，与所写的 1000 不合"],
        "en": ["Steps of +100 give 900 at “up to grade 8”, not the 1000 that is stated"],
    },
}


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("document", WORDS)
def test_findings_stand_in_place(open_page, keep_screenshot, document, language, view):
    page = open_page(f"/{language}/policies/{document}", **VIEWS[view])
    notes = page.locator(".finding")
    links = page.locator(".findings li a")
    assert notes.count() == links.count() > 0
    text = " ".join(notes.all_inner_texts())
    for words in WORDS[document][language]:
        assert words in text
    # Each in the table of the text's own bands, next to the one that applies them.
    tables = page.locator(".pair .as-written table")
    assert tables.locator(".finding").count() == notes.count()
    first = links.first.get_attribute("href")
    links.first.click()
    assert page.evaluate(f"document.querySelector('{first}').getBoundingClientRect().top") >= 0
    inspect(page, thoroughly=view != "zoomed")
    keep_screenshot(page, f"findings-{document}-{language}-{view}")
