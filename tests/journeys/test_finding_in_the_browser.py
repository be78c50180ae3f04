"""In headless Chromium: skills by keyboard, a list with reasons, why not, weights moved, a search saved and told."""

from __future__ import annotations

from datetime import UTC, datetime, time, timedelta

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client
from playwright.sync_api import Browser, expect

from firstfoot.foundation.notifications.sending import deliver_due
from firstfoot.kernel import clock
from firstfoot.operations.check.command import all_faults
from firstfoot.reactions.searches import search_mails
from firstfoot.reactions.worker import drain
from tests.cast import assemble, enter
from tests.chromium import new_page, serving
from tests.factories.applications import make_profile
from tests.factories.projects import make_open_project, make_other_open_project
from tests.journeys.walkers import BrowserWalker

SKILLS = ("SQL", "Python", "Figma", "Copywriting", "Interviewing users", "Plain writing")
LONG = {"hours": 60, "weeks": 3, "pay_minor": 120_000}


@pytest.mark.browser
def test_somebody_finds_the_projects_that_fit(transactional_db, chrome: Browser):
    cast, noise = assemble(), []
    make_profile(cast.sam, skills=[], hours_a_week=12)
    fits = make_open_project(cast, title="Count who comes back", skills=("SQL", "Python", "Photography"), tools=())
    long = make_open_project(cast, title="Move the whole shop", skills=("Python",), **LONG)
    far = make_other_open_project(cast, title="Weld a gate", skills=("Welding",), tools=(), category="data")
    page = new_page(chrome, noise, reduced_motion="reduce")
    with serving() as site:
        enter(client := Client(), cast.sam)
        value = client.cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": site}])
        sam = BrowserWalker(page, site)

        sam.go("/talent/profile/")
        page.get_by_role("combobox", name="Skills").focus()
        for skill in SKILLS:
            page.keyboard.type(skill)
            page.keyboard.press("Enter")
        expect(page.locator(".chips li")).to_have_count(len(SKILLS))
        sam.press("Save profile")

        sam.go("/talent/for-you/")  # the list is made by itself
        expect(page.locator("#list h3")).to_have_text([fits.title, far.title])
        sam.sees("2 of 3 skills: Python, SQL", "Nobody waits for its place yet", "Not stated: Photography")
        sam.sees("1 open project is left out: 1 takes more hours a week than you have.")

        sam.go(f"/projects/{long.public_id}/")
        page.get_by_role("link", name="How it fits you").click()
        expect(page.get_by_role("heading", name="Why not this one")).to_be_visible()
        sam.sees("It takes more hours a week than you have.")

        sam.go("/talent/for-you/")
        page.get_by_text("What counts, and in which order").click()
        page.get_by_label("Data", exact=True).check()
        page.get_by_label("The skills it asks for").select_option("1")
        page.get_by_label("What you want to do").select_option("10")
        page.get_by_role("button", name="Make my list by this").click()
        expect(page.locator("#list h3")).to_have_text([far.title, fits.title])
        sam.sees("It is work that you want to do", "By your own weights.")

        sam.go("/projects/?q=gaet")
        sam.sees("Showing results for “gate”.")
        sam.go("/projects/?q=gate")
        page.get_by_text("Save this search").click()
        page.get_by_role("button", name="Save", exact=True).click()
        expect(page.get_by_role("heading", name="gate")).to_be_visible()

        new = make_other_open_project(cast, title="Paint a gate", skills=("Painting",), tools=())
        drain()
        with clock.at(datetime.combine(clock.today() + timedelta(days=2), time(12), UTC)):  # when it is day everywhere
            search_mails()
            deliver_due()
        (told,) = [m for m in mail.outbox if m.to == [cast.sam.email] and "new project" in m.subject]
        assert (new.title in told.body, far.title in told.body) == (True, False)
        stop = next(word for word in told.body.split() if "/searches/" in word and "stop" in word)
        sam.go(stop.partition("//")[2].partition("/")[2].join(["/", ""]))
        sam.press("Stop these mails")

    assert noise == []
    assert list(all_faults()) == []
