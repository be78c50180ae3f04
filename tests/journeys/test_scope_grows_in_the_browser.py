"""In headless Chromium: more is asked for than was signed; it becomes a change that both sign, and a day moves."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client
from playwright.sync_api import Browser, expect

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.notifications.sending import deliver_due
from firstfoot.operations.check.command import all_faults
from firstfoot.reactions.worker import drain
from tests.cast import assemble, enter
from tests.chromium import new_page, serving
from tests.factories.engagements import make_active
from tests.journeys.walkers import BrowserWalker


class Two:
    """Sam and hana, each in a browser of their own, on one engagement."""

    def __init__(self, site: str, chrome: Browser, noise: list[str], work: str) -> None:
        self.site, self.chrome, self.noise, self.work = site, chrome, noise, work

    def walker(self, person: Person) -> BrowserWalker:
        page = new_page(self.chrome, self.noise, reduced_motion="reduce")
        enter(client := Client(), person)
        value = client.cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": self.site}])
        return BrowserWalker(page, self.site)

    def next_line(self, walker: BrowserWalker) -> str:
        walker.go(self.work)
        return walker.page.locator("#next-h").inner_text()


def told(address: str, subject: str) -> str:
    drain()
    deliver_due()
    return next(m.body for m in reversed(mail.outbox) if m.to == [address] and subject in m.subject)


@pytest.mark.browser
def test_scope_grows_and_is_amended(transactional_db, chrome: Browser):
    cast, noise = assemble(), []
    engagement = make_active(cast)
    work, later = f"/work/{engagement.public_id}/", engagement.end_on + timedelta(days=9)
    with serving() as site:
        two = Two(site, chrome, noise, work)
        sam, hana = two.walker(cast.sam), two.walker(cast.hana)

        sam.go(work + "scope/")
        sam.sees("Nothing changed since you both signed.")
        sam.page.get_by_role("link", name="Propose a change").click()
        page = sam.page
        page.get_by_label("Hours in all").fill("26")
        page.get_by_label("Pay for the whole project").fill("624")
        page.get_by_text("Add a result", exact=True).click()
        page.locator("[name=new_title_1]").fill("A short film")
        page.locator("[name=new_due_on_1]").fill(later.isoformat())  # beyond the last day
        page.locator("[name=new_criteria_1]").fill("Under a minute\nHas captions")
        page.get_by_label("Why you propose this").fill("The film was asked for on Tuesday.")
        page.get_by_role("button", name="Propose this change").click()
        sam.sees("Each due date lies between the first and the last day.")
        expect(page.locator("[name=new_title_1]")).to_have_value("A short film")
        page.locator("[name=new_due_on_1]").fill(engagement.end_on.isoformat())
        page.get_by_role("button", name="Propose this change").click()
        sam.sees("What this change does", "+6", "+$144", "New: result 3")

        asked = told(cast.hana.email, "A change is proposed")
        assert "Hours: 26 instead of 20" in asked
        assert "The film was asked for on Tuesday." in asked
        assert two.next_line(hana) == two.next_line(sam) == "Answer the change that is proposed"

        for who, person in ((sam, cast.sam), (hana, cast.hana)):
            who.go(work + "agreement/?version=2")
            who.page.get_by_label("Your full name").fill(person.formal_name)
            who.page.get_by_label("I have read this text").check()
            who.page.get_by_role("button", name="Sign the agreement").click()
            expect(who.page.locator("[role=status], .toast, .messages").first).to_contain_text("igned")
        assert "Version 2 now stands in the place of version 1" in " ".join(
            told(cast.sam.email, "Signed by both").split()
        )
        assert "Hand in" in two.next_line(sam)

        hana.go(work + "scope/")
        hana.sees("What changed since you first signed", "A short film", "26")
        hana.go(work + "deliverables/1/")
        hana.page.get_by_text("Ask for another day").click()
        day = engagement.deliverables.get(number=1).due_on
        hana.page.get_by_label("Another due date").fill((day + timedelta(days=1)).isoformat())
        hana.page.get_by_role("button", name="Ask", exact=True).click()
        sam.go(work + "deliverables/1/")
        sam.page.get_by_role("button", name="Agree").click()
        sam.sees("Agreed. The new date stands.")

        sam.go(work + "story/")
        sam.sees("The changed agreement stands", "agreed to another due date")
    assert list(all_faults()) == []
    assert noise == []
