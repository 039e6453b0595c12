"""The office as its people see it: the tour, the sign-in, accounts, administration, the trail, the
desk. One demonstration is made for all tests; each works on cases of its own."""

import decimal
import re

import pytest

import demonstration
import quarter
from conftest import ROOT
from test_accessibility import LANGUAGES, VIEWS, inspect

BOTH = {name: VIEWS[name] for name in ["desk", "phone"]}


@pytest.fixture(scope="module")
def address(tmp_path_factory):
    executable = quarter.executable(ROOT)
    registry = demonstration.make(executable, tmp_path_factory.mktemp("demonstration"), ROOT)
    for options in [["--host", "rencai.example.cn"], ["--trust-proxy", "127.0.0.1"],
                    ["--listen", "0.0.0.0:0"]]:
        refused = demonstration.serve(executable, registry, ROOT, *options, "--lang", "en")
        assert "served on this machine alone" in refused.communicate(timeout=120)[1]
        assert refused.returncode != 0
    server = demonstration.serve(executable, registry, ROOT, "--listen", "127.0.0.1:0")
    yield quarter.address(server)
    server.terminate()
    assert server.wait(timeout=15) == 0


@pytest.fixture(scope="module")
def sessions():
    """What the browsers of players keep, so that each signs in once: a code works once."""
    return {}


@pytest.fixture
def enter(browser, address, sessions):
    """Opens a browser in which a player has signed in; without one, nobody has."""
    contexts = []

    def one(player=None, **options):
        options = {**VIEWS["desk"], **options}
        view = {"width": options.pop("width"), "height": options.pop("height")}
        context = browser.new_context(
            base_url=address, viewport=view, storage_state=sessions.get(player), **options)
        contexts.append(context)
        page = context.new_page()
        if player and player not in sessions:
            demonstration.become(page, player)
            sessions[player] = context.storage_state()
        return page

    yield one
    for context in contexts:
        context.close()


def case_in(page, state, **more):
    """The path of the first case in a state."""
    query = "&".join(f"{name}={value}" for name, value in {"state": state, **more}.items())
    page.goto(f"/zh/desk/queue?{query}")
    return page.get_attribute("table.rows tbody th a", "href")


def walk(page, player, paths, language, view, keep_screenshot):
    """Every page, as everybody must be able to read it."""
    for path in paths:
        page.goto(f"/{language}/{path}")
        inspect(page)
        name = re.sub(r"\W+", "-", path).strip("-")
        keep_screenshot(page, f"{player}-{name}-{language}-{view}")


# MARK: The tour and the sign-in


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_tour_leads_to_everybody(enter, keep_screenshot, language, view):
    page = enter(**VIEWS[view])
    page.goto(f"/{language}/")
    page.click("main a.button[href$='/tour']")
    inspect(page, thoroughly=view != "zoomed")
    names = page.eval_on_selector_all(".tour input[name=name]", "all => all.map(e => e.value)")
    assert sorted(names) == sorted(demonstration.PLAYERS)
    keep_screenshot(page, f"tour-{language}-{view}")


@pytest.mark.parametrize("player", demonstration.PLAYERS)
def test_everybody_gets_in_without_scripts(enter, keep_screenshot, player):
    page = enter(player, java_script_enabled=False)
    page.goto("/zh/account")
    assert page.locator("main h1").inner_text().startswith("样")
    for path in ["", "tour", "notices/"]:
        page.goto(f"/zh/{path}")
        assert page.locator(".strip").count() == 1
    keep_screenshot(page, f"as-{player}")


def test_a_wrong_password_is_told_and_then_waits(enter):
    page = enter()
    page.goto("/en/sign-in")
    inspect(page)
    for attempt in range(6):
        page.fill("#name", "w-3")
        page.fill("#password", f"not the password {attempt}")
        page.click("main form button")
        assert page.locator(".errors a").count() == 1
        assert page.input_value("#name") == "w-3"
        assert page.input_value("#password") == ""
    inspect(page)
    assert re.search(r"second|minute", page.inner_text(".errors"))
    # Whether the next one is right makes no difference while it waits.
    page.fill("#password", demonstration.DAY + " or another")
    page.click("main form button")
    assert page.locator(".errors a").count() == 1


def test_a_wrong_code_is_told(enter):
    page = enter()
    page.goto("/en/tour")
    page.click("form:has(input[value='reviewer-market']) button")
    inspect(page)
    page.fill("#code", "000000")
    page.click("main form button >> nth=0")
    inspect(page)
    assert page.locator(".errors a").count() == 1
    page.goto("/en/desk/")
    assert "/sign-in/code" in page.url


def test_by_keyboard(enter):
    page = enter()
    page.goto("/zh/tour")
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.className") == "skip"
    page.focus("form:has(input[value='worker']) button")
    page.keyboard.press("Enter")
    page.wait_for_url("**/zh/my/**")


# MARK: Accounts, administration, the trail


@pytest.mark.parametrize("view", BOTH)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("player, paths", [
    ("admin", ["account", "administration/accounts", "administration/accounts/5",
               "administration/grants", "audit", "sign-in/password", "sign-in/enrol"]),
    ("auditor", ["account", "audit", "audit?action=case.approve", "desk/", "desk/budgets/",
                 "desk/payments/", "desk/payments/2"]),
    ("worker", ["account", "my/", "my/payments", "my/messages", "search"]),
])
def test_pages_of_accounts_and_of_the_trail(
        enter, keep_screenshot, player, paths, language, view):
    walk(enter(player, **VIEWS[view]), player, paths, language, view, keep_screenshot)


def test_the_trail_is_narrowed_and_verified(enter):
    page = enter("auditor")
    page.goto("/zh/audit")
    page.fill("#action", "payout.release")
    page.click("form.filters button")
    actions = page.locator(".rows tbody code").all_inner_texts()
    assert actions == ["payout.release"] * 2
    page.click("form[action$='audit/verify'] button")
    inspect(page)
    assert page.locator(".tag.yes").count() == 2


def test_a_grant_waits_for_the_other_administrator(enter):
    page = enter("admin")
    page.goto("/zh/administration/grants")
    page.click("button:has-text('确认') >> nth=0")
    assert "自己" in page.inner_text("main")
    page = enter("admin-2")
    page.goto("/zh/administration/grants")
    page.click("button:has-text('确认') >> nth=0")
    page.goto("/zh/administration/grants")
    assert page.locator("main button:has-text('确认')").count() == 0


def test_a_refusal_shows_who_has_signed_in(enter):
    page = enter("clerk")
    page.goto("/zh/desk/payments/")
    inspect(page)
    assert "样受理" in page.inner_text(".corner")
    assert page.locator(".desk a[href$='desk/payments/']").count() == 0


# MARK: The desk


@pytest.mark.parametrize("view", BOTH)
@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("player, paths", [
    ("clerk", ["desk/", "desk/queue", "desk/queue?turn=clerk&state=consented", "desk/notices/",
               "desk/differences/", "desk/queue?number=1999"]),
    ("finance", ["desk/", "desk/budgets/", "desk/payments/", "desk/payments/2",
                 "desk/payments/3"]),
])
def test_pages_of_the_desk(enter, keep_screenshot, player, paths, language, view):
    walk(enter(player, **VIEWS[view]), player, paths, language, view, keep_screenshot)


@pytest.fixture(scope="module")
def standing(address, browser, sessions):
    """One case for each state of each procedure: procedure, state, number."""
    context = browser.new_context(base_url=address, storage_state=sessions.get("union"))
    page = context.new_page()
    if "union" not in sessions:
        demonstration.become(page, "union")
        sessions["union"] = context.storage_state()
    page.goto("/zh/desk/queue")
    states = page.eval_on_selector_all("#state option", "all => all.map(e => e.value)")[1:]
    found = []
    for state in states:
        for procedure in ["payment-without-application", "application-with-evidence",
                          "selection", "claw-back"]:
            page.goto(f"/zh/desk/queue?state={state}&procedure={procedure}")
            for link in page.locator("table.rows tbody th a").all()[:1]:
                found.append((procedure, state, link.inner_text()))
    context.close()
    return found


@pytest.mark.parametrize("language, view", [("zh", "desk"), ("en", "phone")])
def test_a_case_in_every_state(enter, standing, keep_screenshot, language, view):
    assert len(standing) == 50
    page = enter("union", **VIEWS[view])
    for index, (procedure, state, number) in enumerate(standing):
        page.goto(f"/{language}/desk/cases/{number}")
        # Every other one here, the others there: axe takes most of the time.
        inspect(page, thoroughly=index % 2 == (view == "phone"))
        assert page.locator(".timeline li").count() > 0
        keep_screenshot(page, f"case-{procedure}-{state}-{language}-{view}")


def test_filters_are_shown_kept_and_removed(enter):
    page = enter("clerk", java_script_enabled=False)
    page.goto("/zh/desk/queue?procedure=payment-without-application")
    page.select_option("#state", "consented")
    page.select_option("#turn", "clerk")
    page.click(".sieve button")
    assert "procedure=payment-without-application" in page.url
    assert page.locator(".chips a").count() == 3
    shown = int(re.search(r"\d+", page.inner_text(".chips .count"))[0])
    assert page.locator("table.rows tbody tr").count() == shown
    page.click(".chips a:has-text('待公示')")
    assert "state=" not in page.url
    page.click("details summary")
    page.fill("#name", "轮到我的")
    page.click("details button")
    assert page.locator("main a:has-text('轮到我的')").count() == 1


def test_nothing_ticked_gives_a_sentence(enter):
    page = enter("clerk", java_script_enabled=False)
    page.goto("/zh/desk/queue?turn=clerk")
    page.click("button[value=take]")
    inspected = page.inner_text(".errors")
    assert inspected.endswith("。") and page.locator("table.rows").count() == 1


def test_many_are_taken_and_announced_at_once(enter, keep_screenshot):
    page = enter("clerk", java_script_enabled=False)
    page.goto("/zh/desk/queue?state=consented&turn=clerk")
    boxes = page.locator("table.rows tbody input[type=checkbox]")
    for index in range(2):
        boxes.nth(index).check()
    page.click("button[value=take]")
    for _ in range(20):
        if "办成 2 件" in page.inner_text("main .lead"):
            break
        page.wait_for_timeout(250)
        page.reload()
    assert "共 2 件，办成 2 件，未办 0 件" in page.inner_text("main .lead")
    keep_screenshot(page, "bulk-result")
    page.goto("/zh/desk/notices/")
    page.fill("#zh", "第四批拟发放名单")
    page.fill("#en", "Fourth list")
    page.click("button:has-text('发起公示')")
    page.goto("/zh/notices/")
    page.click("a:has-text('第四批拟发放名单')")
    names = page.locator("table.rows tbody tr td:nth-child(2)").all_inner_texts()
    assert len(names) == 2 and all("*" in name for name in names)


def test_an_application_is_taken_returned_and_given_back(enter):
    page = enter("clerk", java_script_enabled=False)
    page.goto(case_in(page, "submitted", procedure="application-with-evidence"))
    page.click("button:has-text('领办')")
    page.click("button[value=return]")
    assert page.locator(".errors").count() == 1
    page.click("button:has-text('退还')")
    assert page.locator("button:has-text('领办')").count() == 1


def test_a_difference_needs_a_reason(enter):
    page = enter("clerk", java_script_enabled=False)
    page.goto("/zh/desk/differences/")
    before = page.locator("main section").count()
    page.click("button:has-text('不处理') >> nth=0")
    assert page.locator(".errors").count() == 1
    page.fill("main input[name=reason] >> nth=0", "当事人已经自行补足")
    page.click("button:has-text('不处理') >> nth=0")
    assert page.locator("main section").count() == before - 1


def test_a_reviewer_gives_points_item_by_item(enter, keep_screenshot):
    page = enter("reviewer", java_script_enabled=False)
    path = case_in(page, "submitted", procedure="selection")
    page.goto(path)
    page.click("button:has-text('领办')")
    fields = page.locator("input[name^=points-]")
    for index in range(fields.count()):
        fields.nth(index).fill("0")
    fields.nth(0).fill("99")
    page.click("button:has-text('保存审核分')")
    assert "X1.1 应为 0 到 2 的数" in page.inner_text(".errors")
    assert page.locator("input[name^=points-] >> nth=1").input_value() == "0"
    page.locator("input[name^=points-]").nth(0).fill("1.5")
    page.click("button:has-text('保存审核分')")
    keep_screenshot(page, "review-points")
    page.click("button[value=score]")
    assert "分歧待确认" in page.inner_text("main .lead")


def test_a_large_sum_needs_another_approver(enter):
    page = enter("approver", java_script_enabled=False)
    page.goto("/zh/desk/queue?state=cleared&procedure=payment-without-application")
    row = page.locator("table.rows tbody tr", has_text="150,000.00")
    path = row.locator("th a").get_attribute("href")
    page.goto(path)
    page.click("button:has-text('领办')")
    # Who has signed may still refuse, and cannot sign again.
    assert page.locator("button[value=approve]").count() == 0
    page.click("button:has-text('退还')")
    page = enter("approver-2", java_script_enabled=False)
    page.goto(path)
    page.click("button:has-text('领办')")
    page.click("button[value=approve]")
    # The fund of the city or of the district may not hold so much: then nothing is half done.
    assert "待支付" in page.inner_text("main .lead") or page.locator(".errors").count() == 1


def test_a_batch_waits_for_the_second_officer(enter):
    page = enter("finance", java_script_enabled=False)
    page.goto("/zh/desk/payments/2")
    sums = page.inner_text(".sums")
    assert "已发送\n5 笔" in sums and "已到账\n9 笔" in sums and "失败\n4 笔" in sums
    page.goto("/zh/desk/payments/3")
    assert page.locator("button[value=release]").count() == 0
    page = enter("finance-2", java_script_enabled=False)
    page.goto("/zh/desk/payments/3")
    page.click("button[value=release]")
    assert page.locator("main .lead").inner_text().startswith("已放行")


def test_who_has_asked_for_money_does_not_confirm_it(enter):
    page = enter("finance", java_script_enabled=False)
    page.goto("/zh/desk/budgets/")
    assert "合计" in page.inner_text("table.rows .total")
    assert page.locator("button:has-text('确认')").count() == 0
    page.click("button:has-text('提请')")
    assert page.locator(".errors").count() == 1
    page = enter("finance-2", java_script_enabled=False)
    page.goto("/zh/desk/budgets/")
    page.click("button:has-text('确认')")
    assert page.locator("button:has-text('确认')").count() == 0


def test_a_claw_back_is_divided_into_instalments(enter, keep_screenshot):
    page = enter("approver")
    page.goto(case_in(page, "reviewed", procedure="claw-back"))
    page.click("button:has-text('领办')")
    page.click("summary:has-text('分期收回')")
    page.fill("#count", "0")
    page.click("button:has-text('平均分期')")
    assert "看不出分几期、从哪天起。" in page.inner_text(".errors")
    page.click("summary:has-text('分期收回')")
    page.fill("#count", "2")
    page.click("button:has-text('平均分期')")
    parts = page.locator("input[name^=part-]")
    halves = [parts.nth(index).input_value() for index in range(parts.count())]
    assert len(halves) == 3 and halves[2] == ""
    yuan = [decimal.Decimal(half.replace(",", "")) for half in halves[:2]]
    fen = decimal.Decimal("0.01")
    parts.nth(0).fill(str(yuan[0] + fen))
    page.click("button:has-text('保存分期')")
    assert "分期之和不等于应追回的金额。请改每期的金额，每期大于零。" in page.inner_text(".errors")
    inspect(page)
    parts = page.locator("input[name^=part-]")
    parts.nth(0).fill(str(yuan[0] + fen))
    parts.nth(1).fill(str(yuan[1] - fen))
    page.click("button:has-text('保存分期')")
    assert page.locator(".errors").count() == 0
    keep_screenshot(page, "instalments")
    assert "商定分期" in page.inner_text("#events >> xpath=..")
    page.click("button:has-text('退还')")


def test_what_comes_in_on_a_claw_back_is_booked(enter):
    page = enter("finance", java_script_enabled=False)
    path = case_in(page, "collecting")
    page.goto(path)
    page.click("button:has-text('入账')")
    assert page.locator(".errors").count() == 1
    page.fill("#amount", "500")
    page.fill("#reference", "R-1")
    page.click("button:has-text('入账')")
    assert "已追回" in page.inner_text("main .lead")
