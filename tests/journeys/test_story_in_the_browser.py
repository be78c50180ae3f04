"""The whole story in headless Chromium: quiet console, no breach of the content policy, mails asserted."""

from __future__ import annotations

from pathlib import Path

import pytest

from firstfoot.foundation.accounts.actions import make_steward
from firstfoot.operations.check.command import all_faults
from tests.cast import join
from tests.chromium import chromium, new_page, serving
from tests.journeys.story import Story
from tests.journeys.walkers import BrowserWalker


@pytest.mark.browser
def test_one_micro_internship_in_the_browser(transactional_db, tmp_path: Path):
    make_steward(person_id=join("Stella Ferreira").pk, actor=None)
    noise: list[str] = []
    with chromium() as browser, serving() as site:
        Story(lambda: BrowserWalker(new_page(browser, noise), site), tmp_path).tell()

    assert noise == []
    assert list(all_faults()) == []
