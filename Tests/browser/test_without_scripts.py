"""The whole service without JavaScript, as people use it."""

import pytest

from conftest import ROOT
from journey import ANSWERS, give, question, start, walk

WORDS = {
    "zh": dict(result="您的结果", sum="3,000.00 元", other="English", entitled="可以享受"),
    "en": dict(result="Your result", sum="3,000.00 yuan", other="中文", entitled="Entitled"),
}


@pytest.fixture
def plain(open_page):
    return lambda path: open_page(path, java_script_enabled=False)


@pytest.mark.parametrize("language", WORDS)
def test_answers_lead_to_a_result(plain, language):
    page = plain(f"/{language}/check/")
    walk(page, language)
    page.click("main .button")
    assert page.inner_text("h1") == WORDS[language]["result"]
    card = page.locator(".result.is-yes").first
    assert WORDS[language]["sum"] in card.inner_text()
    assert WORDS[language]["entitled"] in card.inner_text()


@pytest.mark.parametrize("language", WORDS)
def test_a_reason_leads_to_its_article(plain, language):
    page = plain(f"/{language}/check/")
    walk(page, language)
    page.click("main .button")
    page.locator(".result summary").first.click()
    page.locator(".result .reasons a").first.click()
    assert "/policies/wenzhou-2018-242#" in page.url
    anchor = page.url.split("#")[1]
    heading = page.locator(f"[id='{anchor}']")
    assert heading.count() == 1
    assert heading.is_visible()


def test_going_back_keeps_every_answer(plain):
    page = plain("/zh/check/")
    asked = walk(page, "zh", until="certificate.1.kind")
    assert "certificate.1.level" in asked and "certificate.1.issuedOn" in asked
    while (key := question(page)) != "certificate.1.issuedOn":
        page.click(".back")
        assert question(page) in asked + ["day"], key
    assert page.input_value("input[name=year]") == "2019"
    page.goto("/zh/check/question/certificate.1.level")
    assert page.is_checked("input[value='3']")
    # The browser's own way back and forth sends nothing twice.
    page.go_back()
    page.go_forward()
    give(page, "4")
    assert question(page) == "certificate.1.kind"


def test_only_what_matters_is_asked_and_says_why(plain):
    page = plain("/zh/check/")
    asked = walk(page, "zh")
    assert "day" not in asked
    rest = page.locator("details.purpose")
    assert rest.locator("a").count() > 0
    # What was not asked can be answered all the same.
    page.click("details.purpose summary")
    link = rest.locator("a").first
    key = link.get_attribute("href").split("/question/")[1]
    link.click()
    assert question(page) == key and key not in asked
    # What decides about everything else waits for nothing.
    page.goto("/zh/check/question/party")
    assert page.locator("details.purpose").count() == 0


def test_a_question_names_what_waits_for_it(plain):
    page = plain("/zh/check/")
    walk(page, "zh", until="certificate.1.level")
    page.click("details.purpose summary")
    assert "技能提升补贴" in page.inner_text("details.purpose")
    assert "还没有定" in page.inner_text("main .soft")


def test_changing_an_answer_changes_the_result(plain):
    page = plain("/zh/check/")
    walk(page, "zh")
    page.click(f"a[href$='certificate.1.level']")
    give(page, "5")
    assert page.url.endswith("/check/answers")
    page.click("main .button")
    assert "1,500.00 元" in page.locator(".result.is-yes").first.inner_text()


def test_the_language_can_be_changed_at_any_question(plain):
    page = plain("/zh/check/")
    start(page, "zh")
    languages = ["zh", "en"]
    while key := question(page):
        page.click(".language")
        languages.reverse()
        assert f"/{languages[0]}/" in page.url
        assert question(page) == key
        give(page, ANSWERS[key])


@pytest.mark.parametrize(
    "answer, kind", [("true", "is-yes"), ("false", "is-no"), ("unknown", "is-wait")])
def test_not_knowing_is_not_none(plain, answer, kind):
    page = plain("/en/check/")
    walk(page, "en", changes={"employment.any": answer})
    page.click("main .button")
    card = page.locator(
        ".result", has=page.get_by_role("heading", name="Skill-upgrade subsidy"))
    assert kind in card.get_attribute("class")


def test_starting_again_forgets_everything(plain):
    page = plain("/en/check/")
    walk(page, "en")
    page.click("main .button")
    page.click("form button")
    start(page, "en")
    assert question(page) == "party"
    assert not page.is_checked("input[value='person']")


def test_a_facts_file_can_be_pasted_or_uploaded(plain):
    sample = ROOT / "Samples/senior-worker.json"
    page = plain("/zh/facts/")
    page.fill("textarea", sample.read_text())
    page.click("main form button")
    pasted = page.locator(".result").all_inner_texts()
    page.click(".back")
    page.set_input_files("input[type=file]", sample)
    page.click("main form button")
    assert pasted
    assert page.locator(".result").all_inner_texts() == pasted


def test_a_faulty_file_stays_to_be_corrected(plain):
    page = plain("/en/facts/")
    page.fill("textarea", '{"on": "2020-02-30"}')
    page.click("main form button")
    assert page.locator(".errors").is_visible()
    assert page.locator(".diagnostics li").count() >= 1
    assert page.input_value("textarea") == '{"on": "2020-02-30"}'


def test_the_contents_lead_to_the_articles(plain):
    page = plain("/en/policies/")
    page.click("main .cards a")
    page.locator(".contents a").nth(3).click()
    anchor = page.url.split("#")[1]
    assert -1 <= page.locator(f"[id='{anchor}']").bounding_box()["y"] < 900


@pytest.mark.parametrize("accept, language", [("en-GB,en", "en"), ("zh-CN", "zh"), ("fr", "zh")])
def test_the_first_page_is_in_the_readers_language(open_page, accept, language):
    page = open_page("/", extra_http_headers={"Accept-Language": accept})
    assert page.url.endswith(f"/{language}/")


def test_print_leaves_out_what_paper_cannot_use(open_page):
    page = open_page("/zh/policies/wenzhou-2018-242")
    page.emulate_media(media="print")
    assert not page.locator(".banner nav").is_visible()
    assert page.locator("h1").is_visible()
