"""The site in a real browser: one server and one Chromium for all tests.

GONGJIANG names the executable; without it the release build is used.
"""

import contextlib
import os
import pathlib
import re
import subprocess
import threading

import pytest
from playwright.sync_api import sync_playwright

import town

ROOT = pathlib.Path(__file__).resolve().parents[2]
SCREENSHOTS = pathlib.Path(__file__).parent / "screenshots"


EXECUTABLE = os.environ.get("GONGJIANG", str(ROOT / ".build/release/gongjiang"))


@contextlib.contextmanager
def serving(registry):
    """Base address of a server on a free port, which serves a registry."""
    server = subprocess.Popen(
        [EXECUTABLE, "serve", "--listen", "127.0.0.1:0", "--registry", str(registry)],
        cwd=ROOT, stdout=subprocess.PIPE, text=True,
    )
    watchdog = threading.Timer(30, server.kill)
    watchdog.start()
    address = None
    for line in server.stdout:
        match = re.search(r"http://127\.0\.0\.1:\d+", line)
        if match:
            address = match.group(0)
            break
    watchdog.cancel()
    assert address, "the server did not say where it listens"
    yield address
    server.terminate()
    assert server.wait(timeout=15) == 0, "the server did not end in order"


@pytest.fixture(scope="session")
def site(tmp_path_factory):
    """Base address of a server of a small registry."""
    assert os.path.exists(EXECUTABLE), f"{EXECUTABLE} is missing: run `swift build -c release`"
    registry = town.make(EXECUTABLE, tmp_path_factory.mktemp("registry"), ROOT)
    with serving(registry) as address:
        yield address


@pytest.fixture(scope="session")
def browser():
    with sync_playwright() as playwright:
        chromium = playwright.chromium.launch(executable_path="/usr/bin/chromium")
        yield chromium
        chromium.close()


@pytest.fixture
def open_page(browser, site):
    """Opens pages of the site; fails when the browser complains about anything."""
    contexts = []
    complaints = []

    def open_one(path, width=1280, height=900, **options):
        context = browser.new_context(
            base_url=site, viewport={"width": width, "height": height}, **options)
        contexts.append(context)
        page = context.new_page()
        page.on("console", lambda message: complaints.append(message.text)
                if message.type == "error" and "status of 4" not in message.text else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(path)
        return page

    yield open_one
    for context in contexts:
        context.close()
    assert complaints == []


@pytest.fixture
def keep_screenshot():
    """Writes a picture of the page, up to a length, for people to look at."""
    SCREENSHOTS.mkdir(exist_ok=True)

    def keep(page, name):
        page.screenshot(
            path=SCREENSHOTS / f"{name}.png", full_page=True,
            clip=dict(x=0, y=0, width=page.viewport_size["width"], height=page.evaluate(
                "Math.min(document.documentElement.scrollHeight, 6000)")))

    return keep
