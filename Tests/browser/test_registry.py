"""Search, the pages of workers and organisations, and the overview."""

import re

import pytest

from test_accessibility import LANGUAGES, VIEWS, inspect
from test_keyboard import focused, tab_to

PAGES = {
    "search": "search", "search-many": "search?q=样", "search-nothing": "search?q=无人叫这个",
    "worker": "parties/p1", "worker-bare": "parties/p2", "reasons": "parties/p1/reasons",
    "organisation": "parties/o1", "workers": "parties/o1/workers?page=2", "overview": "overview",
}


def overview(page):
    """Waits until the figures are worked out."""
    for _ in range(50):
        page.wait_for_load_state()
        if page.locator("main table").count():
            return
        page.wait_for_timeout(100)
        page.reload()
    raise AssertionError("the overview is not worked out")


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("name", PAGES)
def test_pages(open_page, keep_screenshot, name, language, view):
    page = open_page(f"/{language}/{PAGES[name]}", **VIEWS[view])
    if name == "overview":
        overview(page)
    page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")
    # Colours and sizes change with the view, the rest does not.
    inspect(page, thoroughly=view == "desk" or (view, language) == ("phone", "zh"))
    keep_screenshot(page, f"registry-{name}-{language}-{view}")


def test_past(open_page, keep_screenshot):
    """What was known before the correction, chosen from the list of changes."""
    page = open_page("/zh/parties/p1")
    assert page.inner_text("h1") == "样新名"
    page.select_option("#known", index=page.locator("#known option").count() - 1)
    page.click(".aside button")
    assert page.inner_text("h1") == "样旧名"
    assert "不一定是现在的" in page.inner_text(".notice")
    inspect(page)
    keep_screenshot(page, "registry-past-zh")
    page.click("text=逐条理由")
    assert page.inner_text("h1") == "样旧名：逐条理由"
    page.click(".notice a")
    assert page.inner_text("h1") == "样新名"


@pytest.mark.parametrize("language", LANGUAGES)
def test_replay(open_page, keep_screenshot, language):
    """From a stored result to what it rests on: worked out again, and what would differ today."""
    page = open_page(f"/{language}/parties/p1")
    page.locator("a[href*='/determinations/']").first.click()
    page.wait_for_load_state()
    words = {"zh": ("当时为什么这样认定", "逐字节相同"), "en": ("why it was determined so", "byte by byte")}
    assert words[language][0] in page.inner_text("h1")
    assert words[language][1] in page.inner_text("main")
    page.evaluate("document.querySelectorAll('details').forEach(e => { e.open = true })")
    inspect(page)
    keep_screenshot(page, f"registry-replay-{language}")


@pytest.mark.parametrize("secret", ["330302199001010013", "15400000000"])
def test_a_secret_number_leads_to_its_owner_and_stands_nowhere(open_page, secret):
    page = open_page("/zh/search")
    page.fill("#q", secret)
    page.click("main form button")
    page.wait_for_url("**/parties/p1")
    assert secret not in page.content() + page.url
    page.go_back()
    assert secret not in page.url


def test_from_a_name_to_the_employer_and_its_workers(open_page):
    page = open_page("/zh/")
    page.click("main >> text=查人、查单位")
    page.fill("#q", "新名")
    page.keyboard.press("Enter")
    page.click(".lines a")
    assert page.inner_text("h1") == "样新名"
    page.click(".timeline >> text=虚构样品机械第一厂")
    page.click("text=查看全部劳动者")
    assert page.locator(".lines li").count() == 25
    page.click("text=下一页")
    page.click("text=下一页")
    assert "第 3 页，共 3 页" in page.inner_text(".pager")
    assert page.locator(".lines li").count() == 11


@pytest.mark.parametrize("language", LANGUAGES)
def test_with_the_keyboard_alone(open_page, language):
    page = open_page(f"/{language}/")
    tab_to(page, "e.closest('nav') && e.href.endsWith('/search')")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search")
    tab_to(page, "e.id === 'q'")
    page.keyboard.type("样")
    page.keyboard.press("Enter")
    page.wait_for_url("**/search?q=*")
    tab_to(page, "e.search && e.search.includes('type=person')")  # beside organisations only a few are shown
    with page.expect_navigation():
        page.keyboard.press("Enter")
    tab_to(page, "e.rel === 'next'")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert "page=2" in page.url
    tab_to(page, "e.closest('.lines')")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    tab_to(page, "e.id === 'known'")
    page.keyboard.press("ArrowDown")
    tab_to(page, "e.tagName === 'BUTTON'")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    assert re.search(r"known=\d", page.url)
    tab_to(page, "e.href && e.href.endsWith('/overview')")
    with page.expect_navigation():
        page.keyboard.press("Enter")
    overview(page)
    # A table that is broader than the window can be scrolled.
    tab_to(page, "e.className === 'scroll'")
    assert focused(page, "getComputedStyle(e).outlineStyle") == "solid"


@pytest.mark.parametrize("view", VIEWS)
def test_charts_say_what_their_tables_say(open_page, view):
    page = open_page("/zh/overview", **VIEWS[view])
    overview(page)
    assert page.locator(".plot canvas[role=img][aria-label]").count() >= 2
    drawn = page.evaluate("""[...document.querySelectorAll('.plot canvas')].map(canvas => {
        const chart = Chart.getChart(canvas);
        return chart.data.labels.map((name, i) => [name, chart.data.datasets[0].data[i]]);
    })""")
    written = page.evaluate("""[...document.querySelectorAll('.plot + * table')].map(table =>
        [...table.querySelectorAll('tbody tr:not(.total)')].map(row => {
            const value = row.cells[table.dataset.drawn].dataset.value;
            return [row.cells[0].textContent, value === undefined ? null : Number(value)];
        }))""")
    assert drawn == written
    # Every bar has its name beside it, with room for a line of text.
    for bars, names, height in page.evaluate(
            """[...document.querySelectorAll('.plot canvas')].map(canvas => {
                const chart = Chart.getChart(canvas);
                const {ticks, height} = chart.scales.y;
                return [chart.data.labels.length, ticks.length, height];
            })"""):
        assert names == bars
        assert height / bars >= 18


def test_the_overview_without_scripts(open_page):
    page = open_page("/zh/overview", java_script_enabled=False)
    for _ in range(50):
        if page.locator("main table").count():
            break
        page.reload()
    assert page.locator("canvas").count() == 0
    assert page.locator("main table").count() >= 2
    assert "二级（技师）" in page.inner_text("#levels ~ .scroll")


def test_nothing_comes_from_elsewhere(open_page, site):
    asked = []
    page = open_page("/zh/search")
    page.on("request", lambda request: asked.append(request.url))
    page.goto("/zh/overview")
    overview(page)
    assert asked and all(address.startswith(site) for address in asked)
