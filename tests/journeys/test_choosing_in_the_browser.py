"""Scoping and choosing in headless Chromium: quiet console, no breach of the content policy, mails asserted."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser

from firstfoot.operations.check.command import all_faults
from tests.chromium import serving
from tests.journeys.choosing import Choosing


@pytest.mark.browser
def test_a_shop_of_two_chooses_among_six(transactional_db, chrome: Browser):
    noise: list[str] = []
    with serving() as site:
        Choosing(chrome, site, noise).tell()

    assert noise == []
    assert list(all_faults()) == []
