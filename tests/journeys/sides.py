"""Both sides of one engagement, each in a browser of their own; what is next for them, and the mails they got."""

from __future__ import annotations

from django.conf import settings
from django.core import mail
from django.test import Client
from playwright.sync_api import Browser

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.notifications.sending import deliver_due
from firstfoot.reactions.schedule import daily_mails
from firstfoot.reactions.worker import drain
from firstfoot.work.engagements.models import Engagement
from tests.cast import enter
from tests.chromium import new_page
from tests.journeys.walkers import BrowserWalker


class Sides:
    """Each person in a browser of their own, on one engagement."""

    def __init__(self, site: str, chrome: Browser, noise: list[str], engagement: Engagement) -> None:
        self.site, self.chrome, self.noise, self.engagement = site, chrome, noise, engagement
        self.work = f"/work/{engagement.public_id}/"

    def walker(self, person: Person) -> BrowserWalker:
        page = new_page(self.chrome, self.noise, reduced_motion="reduce")
        enter(client := Client(), person)
        value = client.cookies[settings.SESSION_COOKIE_NAME].value
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": self.site}])
        return BrowserWalker(page, self.site)

    def next_lines(self, *walkers: BrowserWalker) -> list[str]:
        found = []
        for walker in walkers:
            walker.go(self.work)
            found.append(walker.page.locator("#next-h").inner_text())
        return found

    def words(self, walker: BrowserWalker, page: str) -> str:
        """What a page of the work says."""
        walker.go(self.work + page)
        return " ".join(walker.page.locator("main").inner_text().split())


def told(*people: Person, subject: str) -> str:
    """The mail that each of them got, by the words of its subject; the last one's text in one line."""
    drain()
    deliver_due()
    texts = [
        next(m.body for m in reversed(mail.outbox) if m.to == [one.email] and subject in m.subject) for one in people
    ]
    return " ".join(texts[-1].split())


def morning(*people: Person) -> str:
    """The morning's mail of each, what waits for them; the last one's text in one line."""
    drain()
    daily_mails()
    deliver_due()
    texts = [next(m.body for m in reversed(mail.outbox) if m.to == [one.email]) for one in people]
    return " ".join(texts[-1].split())


def press(walker: BrowserWalker, name: str) -> None:
    walker.page.get_by_role("button", name=name, exact=True).click()
    walker.page.wait_for_load_state()
