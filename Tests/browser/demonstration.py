"""The demonstration office: a month over a synthetic town, and its players."""

import subprocess

WORKERS = 20_000
DAY = "2025-12-31"
PLAYERS = [
    "worker", "enterprise", "candidates", "institution", "clerk", "clerk-yueqing", "reviewer",
    "reviewer-insurance", "reviewer-market", "approver", "approver-2", "finance", "finance-2",
    "union", "auditor", "policy-author", "admin", "admin-2",
]


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


def serve(executable, registry, root, *options):
    return subprocess.Popen(
        [executable, "serve", "--registry", str(registry), *options], cwd=root,
        stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def become(page, sign_in, language="zh"):
    """Signs in as a player, from the tour; the page tells the code."""
    page.goto(f"/{language}/tour")
    page.click(f"form:has(input[value='{sign_in}']) button")
    if "/sign-in/code" in page.url:
        page.fill("#code", page.inner_text(".notice code.code"))
        page.click("main form button >> nth=0")
    assert "/sign-in" not in page.url, page.inner_text("main")
