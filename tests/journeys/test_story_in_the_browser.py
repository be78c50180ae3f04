"""The whole story in headless Chromium: quiet console, no breach of the content policy, mails asserted."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe
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


def pages_of(story: Story) -> list[tuple[BrowserWalker, str]]:
    """A page of each kind, seen by someone who uses it."""
    hosting = "/hosting" + story.brief
    visits = [(story.sam, path) for path in (
        "/", "/projects/", story.brief, "/example/", "/templates/", "/for-hosts/", "/how-it-works/", "/help/",
        "/talent/", "/talent/profile/", story.application, "/talent/applications/", "/inbox/", "/settings/", "/work/",
        *(story.work + part for part in ("", "story/", "deliverables/", "deliverables/1/", "check-ins/")),
        *(story.work + part for part in ("conversation/", "check-ins/1/", "agreement/", "closing/")),
        *(story.work + part for part in ("evaluation/", "completion/")),
    )]  # fmt: skip
    visits += [(story.hana, path) for path in (
        "/hosting/", "/hosting/projects/new/", hosting, hosting + "applicants/", hosting + "brief/deliverables/",
        hosting + "brief/preview/", story.organization, story.organization + "members/",
    )]  # fmt: skip
    return [*visits, (story.stella, "/steward/"), (story.stella, "/steward/mails/"), (story.stella, "/steward/runs/")]


def found_by_axe(story: Story) -> dict[str, list[str]]:
    """What axe finds: in light everywhere, in dark on every sixth page."""
    axe, found = Axe(), {}
    for number, (walker, path) in enumerate(pages_of(story)):
        for scheme in ("light", "dark") if number % 6 == 0 else ("light",):
            walker.page.emulate_media(color_scheme=scheme)
            walker.go(path)
            violations = [violation["id"] for violation in axe.run(walker.page).response["violations"]]
            if violations:
                found[f"{path} {scheme}"] = violations
    return found


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

    story = Story(new_walker, tmp_path)
    story.tell()

    assert found_by_axe(story) == {}
    assert noise == []
    assert list(all_faults()) == []
