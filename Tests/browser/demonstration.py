"""The demonstration office: a month over a synthetic town, and its players."""

import re
import subprocess

WORKERS = 20_000
DAY = "2025-12-31"


def make(executable, folder, root):
    """A town, determined, with its demonstration; gives the registry."""
    registry = folder / "demonstration.db"
    where = ["--registry", str(registry), "--quiet"]
    for words in [
        ("synthesise", "--workers", str(WORKERS)), ("determine", "--all", "--on", DAY),
        ("office", "demonstrate"),
    ]:
        subprocess.run([executable, *words, *where], cwd=root, check=True, stdout=subprocess.DEVNULL)
    return registry


def serve(executable, registry, root):
    return subprocess.Popen(
        [executable, "serve", "--listen", "127.0.0.1:0", "--registry", str(registry)],
        cwd=root, stdout=subprocess.PIPE, text=True)


def become(page, sign_in, language="zh"):
    """Signs in as a player, from the tour, and reads the code where the page tells it."""
    page.goto(f"/{language}/tour")
    page.click(f"form:has(input[value='{sign_in}']) button")
    for _ in range(3):
        if "/sign-in/code" not in page.url:
            return
        # A code works once: where it was used, the next one is told a little later.
        page.fill("#code", page.inner_text(".notice code.code"))
        page.click("main form button >> nth=0")
        if "/sign-in/code" in page.url:
            wait = int(re.search(r"(\d+)", page.inner_text(".notice").split("（")[-1].split("(")[-1])[1])
            page.wait_for_timeout((wait + 1) * 1000)
            page.reload()
    assert "/sign-in" not in page.url, page.inner_text("main")
