"""The whole story in headless Chromium: quiet console, no breach of the content policy, mails asserted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import sync_playwright

from firstfoot.foundation.accounts.actions import make_steward
from firstfoot.operations.check.command import all_faults
from tests.cast import join
from tests.journeys.story import Story
from tests.journeys.walkers import BrowserWalker

CHROMIUM = "/usr/bin/chromium"
QUIET = (
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip


@pytest.fixture
def chromium(monkeypatch) -> Iterator[Any]:
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")  # Playwright's own loop runs in this thread
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=CHROMIUM, args=list(QUIET))
        yield browser
        browser.close()


@pytest.mark.browser
def test_one_micro_internship_in_the_browser(transactional_db, live_server, chromium, tmp_path: Path):
    make_steward(person_id=join("Stella Ferreira").pk, actor=None)
    noise: list[str] = []

    def new_walker() -> BrowserWalker:
        page = chromium.new_context(viewport={"width": 1280, "height": 900}).new_page()
        page.set_default_timeout(30_000)
        page.on("pageerror", lambda error: noise.append(str(error)))
        page.on("console", lambda m: noise.append(m.text) if "Content Security Policy" in m.text else None)
        return BrowserWalker(page, live_server.url)

    Story(new_walker, tmp_path).tell()

    assert noise == []
    assert list(all_faults()) == []
