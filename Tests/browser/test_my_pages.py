"""The pages of those who receive, without JavaScript where they are used, and with axe on each."""

import pytest

import quarter
from conftest import ROOT
from test_accessibility import VIEWS, inspect

PDF = dict(name="协议 1.pdf", mimeType="application/pdf", buffer=b"%PDF-1.7 a")


@pytest.fixture(scope="module")
def office(tmp_path_factory, browser):
    """Address of a site with an office, and the passwords of a worker and of an agent."""
    server = quarter.serve(quarter.executable(ROOT), tmp_path_factory.mktemp("quarter"), ROOT)
    address = quarter.address(server)
    context = browser.new_context(base_url=address)
    page = context.new_page()
    quarter.administer(page)
    passwords = {
        "chen": quarter.open_account(page, "寅卯辰", "chen", "worker", party="p1"),
        "jia": quarter.open_account(page, "厂方经办", "jia", "enterprise-agent", organisation="e1"),
    }
    context.close()
    yield address, passwords
    server.terminate()
    assert server.wait(timeout=15) == 0


@pytest.fixture
def enter(browser, office):
    """Opens a browser without scripts in which somebody has signed in."""
    address, passwords = office
    contexts = []

    def one(name, width=1280, height=900, **options):
        context = browser.new_context(
            base_url=address, viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        quarter.enter(page, name, passwords[name])
        # From the first sign-in on it is the password of their own.
        passwords[name] = quarter.PASSWORD
        return page

    yield one
    for context in contexts:
        context.close()


@pytest.mark.parametrize("view", VIEWS)
@pytest.mark.parametrize("language", ["zh", "en"])
def test_every_page_is_for_everybody(enter, keep_screenshot, language, view):
    page = enter("chen", **VIEWS[view])
    page.goto(f"/{language}/my/")
    number = page.get_attribute("main .outcomes a", "href").split("/")[-1]
    case = f"cases/{number}"
    for path in [
        "", "apply", "payments", "messages", "messages/1", "ended", case, f"{case}/account",
        f"{case}/steps/decline",
    ]:
        page.goto(f"/{language}/my/{path}")
        inspect(page, thoroughly=view != "zoomed")
        keep_screenshot(page, f"my-{path.replace('/', '-')}-{language}-{view}")


def test_evidence_is_handed_in_and_what_is_wrong_is_said(enter, keep_screenshot):
    page = enter("jia", java_script_enabled=False)
    page.goto("/zh/my/apply")
    page.click("main form button")
    case = page.url
    page.click("text=上传材料")
    page.click("main form button")
    assert page.locator(".errors a").inner_text() == "请选择至少一个文件。"
    keep_screenshot(page, "my-files-mistake")
    page.set_input_files("#file", [PDF, dict(PDF, name="b.pdf")])
    page.click("main form[enctype] button")
    assert page.locator("main .outcomes li").count() == 2
    page.click("button:has-text('移除') >> nth=1")
    assert page.locator("main .outcomes li").count() == 1
    page.goto(case)
    page.click("text=填写收款账户")
    page.click("main form button")
    assert page.locator(".errors li").count() == 2
    page.fill("#bank", "样品银行")
    page.fill("#number", "3300 0000 0000 1")
    page.click("main form button")
    assert "协议 1.pdf" in page.inner_text("main .answers")
    page.click("#confirm button")
    assert case.split("/")[-1] in page.inner_text("main")
    for path in ["my/workers", "my/agents", "my/agents/new"]:
        page.goto(f"/zh/{path}")
        assert page.locator("h1").count() == 1


def test_an_error_summary_takes_the_focus(enter):
    page = enter("jia")
    page.goto("/en/my/agents/new")
    page.click("main form button")
    inspect(page)
    assert page.evaluate("document.activeElement.classList.contains('errors')")
    page.click(".errors a >> nth=0")
    assert page.evaluate("document.activeElement.id") == "name"


def test_an_offer_is_taken(enter, keep_screenshot):
    page = enter("chen", java_script_enabled=False)
    page.goto("/zh/my/")
    page.click("main .outcomes a >> nth=0")
    page.click("main .buttons a >> nth=0")
    assert page.input_value("#bank") == "样品银行"
    assert "4567" in page.inner_text("main")
    assert "6222020000001234567" not in page.content()
    page.click("main form button")
    keep_screenshot(page, "my-check")
    page.click("#confirm button")
    keep_screenshot(page, "my-done")
    assert "已办理：同意领取" in page.inner_text("h1")
    # Reloading shows the same and does nothing again.
    page.reload()
    assert "已办理：同意领取" in page.inner_text("h1")
