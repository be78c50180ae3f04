"""No page of the site has anything that axe objects to, breaks the content policy or has a fault of its script."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import axe_playwright_python
import pytest
from django.db import transaction
from playwright.sync_api import Browser, Page

from tests.chromium import NARROW, WIDE, new_page, serving, shipped
from tests.figures import IS_DEEP, figure
from tests.house.matrix import rows
from tests.house.pages import (
    NO_PAGES,
    Shown,
    covering,
    pages_for_faults,
    pages_of_matrix,
    pages_of_sign_in,
    pages_that_refuse,
    served,
)
from tests.house.visitors import Visitors
from tests.house.world import World

pytestmark = [pytest.mark.browser, pytest.mark.django_db]

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_bytes()
# Every finding as [rule, element]; what passed is not even gathered. In `make ci` only a sample waits until axe has
# read the stylesheet and measured the contrasts of the colors, which are the same for all.
LOOK = """async (whole) => {
    const rules = {"color-contrast": {enabled: whole}};
    const found = await axe.run(document, {resultTypes: ["violations"], preload: whole, rules});
    return found.violations.flatMap(v => v.nodes.map(n => [v.id, n.html.slice(0, 200)]));
}"""


# Looked at in dark and on a phone, too.
SAMPLE = {
    "GET shared:styleguide", "GET public:home", "GET public:projects", "GET public:project project", "GET people:inbox",
    "GET talent:desk", "GET hosts:desk", "GET hosts:brief_step draft step", "GET hosts:applicant application_submitted",
    "GET work:engagement active", "GET work:check_in active first", "GET work:agreement agreeing",
    "GET work:completion completed", "GET work:credential certified", "GET public:credential credential",
    "account_signup after account_signup", "409", "500",
}  # fmt: skip
LOOKS = [("light", WIDE), ("dark", WIDE), ("light", NARROW), ("dark", NARROW)]


@pytest.fixture(scope="module")
def shown(django_db_setup: None, django_db_blocker: Any) -> list[Shown]:
    """All pages, as they stand in one world that is gone again."""
    with django_db_blocker.unblock(), shipped(), transaction.atomic():
        visitors = Visitors(World())
        found = [
            *pages_of_matrix(visitors), *pages_that_refuse(visitors), *pages_of_sign_in(visitors), *pages_for_faults(),
        ]  # fmt: skip
        transaction.set_rollback(True)
    return found


@pytest.fixture(scope="module")
def site(shown: list[Shown]) -> Iterator[str]:
    with serving(served(shown, {"axe.js": AXE})) as address:
        yield address


def found_on(page: Page, site: str, number: int, is_sample: bool) -> dict[str, list[list[str]]]:
    """What axe finds on a page, look by look."""
    page.goto(f"{site}/{number}/")
    page.add_script_tag(url="/axe.js")
    found = {}
    for scheme, width in LOOKS if is_sample else LOOKS[:1]:
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type]
        page.set_viewport_size({"width": width, "height": 900})
        if findings := page.evaluate(LOOK, is_sample or IS_DEEP):
            found[f"{scheme} {width}"] = findings
    return found


def test_every_address_with_a_page_is_among_them(shown: list[Shown]):
    """So that none is left out for want of somebody who may see it."""
    addresses = {row.name for row in rows() if row.method == "GET" and 200 in row.answers.values()}
    assert addresses - {page.name.split()[1] for page in shown if page.name.startswith("GET")} == NO_PAGES
    assert {page.name for page in shown} >= SAMPLE


@pytest.mark.deep
def test_axe_finds_nothing_on_any_page(shown: list[Shown], site: str, chrome: Browser):
    noise: list[str] = []
    page = new_page(chrome, noise, reduced_motion="reduce")
    looked_at = shown if IS_DEEP else covering(shown, SAMPLE)
    found = {}
    for number, one in enumerate(shown):
        is_sample = one.name in SAMPLE
        if (is_sample or one in looked_at) and (findings := found_on(page, site, number, is_sample)):
            found[str(one)] = findings
    page.evaluate("document.querySelector('main').append(new Image())")
    figure("pages that axe looked at", len(looked_at), f"of {len(shown)}, each kind of element among them")
    planted = [rule for rule, _ in page.evaluate(LOOK, False)]

    assert found == {}
    assert noise == []
    assert planted == ["image-alt"]
