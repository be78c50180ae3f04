"""Skills typed in a real browser: suggested, chosen by keyboard, removed, saved, with nothing for axe to object to."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.test import Client
from django.urls import reverse
from playwright.sync_api import expect

from firstfoot.market.talent.queries import profile_of
from tests.chromium import new_page, serving
from tests.factories.applications import make_profile
from tests.house.test_axe import AXE, LOOK

pytestmark = pytest.mark.browser


@pytest.mark.django_db(transaction=True)
def test_skills_are_added_and_removed_by_keyboard(cast, chrome):
    make_profile(cast.sam, skills=["Research", "SQL"])
    client = Client()
    client.force_login(cast.sam)
    noise: list[str] = []
    page = new_page(chrome, noise)
    with serving() as site:
        cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": site}])
        page.goto(site + reverse("talent:profile"))
        box, status = page.get_by_role("combobox", name="Skills"), page.locator("p.sr[role=status]")
        box.focus()
        page.keyboard.type("javas")
        expect(page.get_by_role("option").first).to_have_text("JavaScript")
        page.keyboard.press("ArrowDown")
        assert box.get_attribute("aria-activedescendant") == page.get_by_role("option").first.get_attribute("id")
        page.evaluate(AXE.decode())
        assert page.evaluate(LOOK, True) == []

        page.keyboard.press("Enter")
        expect(status).to_have_text("Added: JavaScript.")
        page.keyboard.type("sql,Basket weaving,Left standing")
        page.get_by_role("button", name="Remove Research").focus()
        page.keyboard.press("Enter")
        expect(status).to_have_text("Removed: Research.")
        assert page.evaluate("document.activeElement.getAttribute('role')") == "combobox"
        with page.expect_navigation():
            page.get_by_role("button", name="Save profile").click()
    page.context.close()

    assert profile_of(cast.sam).skills == ["SQL", "JavaScript", "Basket weaving", "Left standing"]
    assert noise == []
