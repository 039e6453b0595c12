"""What would change a result, wherever results are shown; and notices of cases."""

import pytest

import demonstration
import quarter
from conftest import ROOT
from journey import walk
from test_accessibility import LANGUAGES, VIEWS, inspect

TITLES = {"zh": "怎样可以更多", "en": "What would change it"}


def card(page, language):
    """The card, whole; it stands before what is not due."""
    found = page.locator("section.next-steps")
    assert TITLES[language] in found.locator("h2").inner_text()
    assert page.locator("section.next-steps ~ section #not-entitled").count() <= 1
    return found


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_of_an_interview(open_page, keep_screenshot, language, view):
    page = open_page(f"/{language}/check/", **VIEWS[view])
    walk(page, language, changes={"certificate.1.level": "4"})
    page.click("main .button")
    found = card(page, language)
    assert "750.00" in found.inner_text()
    inspect(page, thoroughly=view != "zoomed")
    keep_screenshot(page, f"next-interview-{language}-{view}")
    found.locator("li a").first.click()
    assert "/policies/wenzhou-2018-242#" in page.url


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_of_a_party(open_page, keep_screenshot, language, view):
    page = open_page(f"/{language}/parties/p1/reasons", **VIEWS[view])
    card(page, language)
    inspect(page, thoroughly=view != "zoomed")
    keep_screenshot(page, f"next-party-{language}-{view}")


@pytest.fixture(scope="module")
def office(tmp_path_factory):
    """Address of the demonstration office."""
    executable = quarter.executable(ROOT)
    registry = demonstration.make(executable, tmp_path_factory.mktemp("demonstration"), ROOT)
    server = demonstration.serve(executable, registry, ROOT, "--listen", "127.0.0.1:0")
    yield quarter.address(server)
    server.terminate()
    assert server.wait(timeout=15) == 0


@pytest.fixture
def enter(browser, office):
    contexts = []

    def one(player):
        context = browser.new_context(base_url=office, java_script_enabled=False)
        contexts.append(context)
        page = context.new_page()
        demonstration.become(page, player)
        return page

    yield one
    for context in contexts:
        context.close()


def test_of_a_worker_and_the_notice_of_a_case(enter, keep_screenshot):
    page = enter("worker")
    for language in LANGUAGES:
        page.goto(f"/{language}/my/apply")
        card(page, language)
        keep_screenshot(page, f"next-my-{language}")
    page.goto("/zh/my/")
    page.click("main .outcomes a >> nth=0")
    paper(page)
    keep_screenshot(page, "notice-my-case")


def test_the_notice_of_a_case_for_a_clerk(enter, keep_screenshot):
    page = enter("clerk")
    page.goto("/zh/desk/queue?procedure=payment-without-application")
    page.click("table.rows tbody th a >> nth=0")
    paper(page)
    keep_screenshot(page, "notice-desk-case")


def paper(page):
    """The notice that the page of a case leads to is a PDF of its reader alone."""
    link = page.locator(".aside a[href*='/notice?']")
    assert link.count() == 1
    answer = page.request.get(link.get_attribute("href"))
    assert answer.headers["content-type"] == "application/pdf"
    assert answer.headers["cache-control"] == "private, no-store"
    assert answer.body().startswith(b"%PDF-")
