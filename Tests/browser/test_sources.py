"""The issued texts of the project's own documents, where they are at hand, beside the rules."""

import os
import re
import subprocess

import pytest

from conftest import ROOT

SEEDS = ROOT.parent / "shared" / "seeds"
JANUARY, DECEMBER, WENZHOU, FRAME, WUXING = (
    f"{number}.txt" for number in (
        "000_87f722b323f69c9e", "001_9759aca1b68797ff", "002_386d81ecd89b150d",
        "003_25b2bc9aa00ce8d6", "004_77ed4f81586eb049"))
# By document: the words after its id, and how many articles are found.
DOCUMENTS = {
    "wenzhou-2018-242": ([WENZHOU], 15),
    "frame": ([FRAME], 7),
    "wuxing-2024-32": ([WUXING], 10),
    "taizhou": ([JANUARY, "--until", "黄岩区“四大"], 5),
    "huangyan": ([JANUARY, "--from", "黄岩区“四大", "--until", "玉环市“技能”"], 4),
    "xianju": ([JANUARY, "--from", "仙居县创新"], 4),
    "jiaojiang": ([DECEMBER, "--from", "椒江区", "--until", "温岭市"], 3),
    "wenling": ([DECEMBER, "--from", "温岭市", "--until", "玉环市"], 3),
    "tiantai": ([DECEMBER, "--from", "天台县"], 3),
    "yuhuan": ([f"一月简报={JANUARY}", f"十二月简报={DECEMBER}", "--from", "玉环市", "--until",
                "仙居县,天台县"], 5),
}
# A sentence of one article each, which must stand beside it and nowhere else.
SENTENCES = {
    "wenzhou-2018-242": ("第十三条", "加大对竞赛获奖选手激励力度"),
    "frame": ("对策五", "重突破，创新技能人才引进评价选拔方式"),
    "wuxing-2024-32": ("第四部分第3项", "生活配套激励"),
    "wenling": ("第二部分", "围绕特色产业优化创新创业环境"),
    "yuhuan": ("十二月简报第三部分", "优化“三项服务”"),
}

pytestmark = pytest.mark.skipif(not SEEDS.is_dir(), reason="the issued texts are not at hand")


@pytest.fixture(scope="module")
def attached(tmp_path_factory):
    """Address of a server that keeps every text, and what was said on attaching, by document."""
    executable = os.environ.get("GONGJIANG", str(ROOT / ".build/release/gongjiang"))
    home = tmp_path_factory.mktemp("home")
    for name in ("Policies", "Vocabulary"):
        (home / name).symlink_to(ROOT / name)
    told = {}
    for document, (words, _) in DOCUMENTS.items():
        run = subprocess.run(
            [executable, "policy", "attach", document, *words, "--home", str(home)], cwd=SEEDS,
            capture_output=True, text=True, timeout=60)
        told[document] = run.stdout + run.stderr
    server = subprocess.Popen(
        [executable, "serve", "--listen", "127.0.0.1:0", "--home", str(home)], cwd=home,
        stdout=subprocess.PIPE, text=True)
    yield re.search(r"http://127\.0\.0\.1:\d+", server.stdout.readline()).group(0), told
    server.terminate()
    assert server.wait(timeout=15) == 0


@pytest.mark.parametrize("document", DOCUMENTS)
def test_every_text_falls_into_the_articles_of_its_document(attached, document):
    _, told = attached
    assert f"Originals/{document}：对应 {DOCUMENTS[document][1]} 条\n" in told[document]


@pytest.mark.parametrize("document", DOCUMENTS)
def test_both_stand_side_by_side(open_page, keep_screenshot, attached, document):
    address, _ = attached
    page = open_page(f"{address}/zh/policies/{document}?original=1")
    issued = page.locator(".issued")
    assert issued.count() == DOCUMENTS[document][1]
    box = issued.first.bounding_box()
    rules = page.locator(".beside > div").first.bounding_box()
    assert box["x"] > rules["x"] + rules["width"] / 2
    if document in SENTENCES:
        article, sentence = SENTENCES[document]
        beside = page.locator(".beside").filter(has=page.locator(".issued", has_text=sentence))
        assert beside.count() == 1
        assert article in beside.inner_text()
    issued.nth(issued.count() // 2).scroll_into_view_if_needed()
    keep_screenshot(page, f"source-{document}")
