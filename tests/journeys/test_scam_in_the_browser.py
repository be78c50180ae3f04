"""In headless Chromium: a post that reads like a scam is held, returned, appealed, and released by another steward."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.core import mail
from django.test import Client
from playwright.sync_api import Browser

from firstfoot.foundation.accounts.actions import make_steward
from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.notifications.sending import deliver_due
from firstfoot.operations.check.command import all_faults
from firstfoot.reactions.worker import drain
from tests.cast import assemble, enter, join
from tests.chromium import new_page, serving
from tests.factories.projects import make_draft
from tests.journeys.walkers import BrowserWalker


@pytest.mark.browser
def test_a_scam_post_is_held_appealed_and_released(transactional_db, chrome: Browser):
    cast, ada, noise = assemble(), join("Ada Quist"), []
    make_steward(person_id=ada.pk, actor=None)
    draft = make_draft(cast, pathway="You forward payments to our partners.")

    def walker(person: Person | None) -> BrowserWalker:
        page = new_page(chrome, noise, reduced_motion="reduce")
        if person:
            enter(client := Client(), person)
            value = client.cookies[settings.SESSION_COOKIE_NAME].value
            page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": value, "url": site}])
        return BrowserWalker(page, site)

    with serving() as site:
        hana, stella, other, anyone = walker(cast.hana), walker(cast.stella), walker(ada), walker(None)
        hana.go(f"/hosting/projects/{draft.public_id}/brief/preview/")
        hana.press("Post the project")
        hana.sees("A steward looks at it first")
        drain()
        anyone.go("/projects/")
        anyone.misses(draft.title)

        stella.go("/steward/cases/")
        stella.page.get_by_role("link", name="Brindle Bakery").click()
        stella.press("Decide", {"decision": "returned", "reason": "Nobody here forwards payments."})
        drain()
        hana.go(f"/hosting/projects/{draft.public_id}/")
        hana.sees("Nobody here forwards payments.")
        hana.press("Send the appeal", {"text": "They forward our own invoices to our own suppliers."})
        drain()

        stella.go("/steward/cases/")
        stella.sees("Nothing waits for a look.")  # not hers to answer
        other.go("/steward/cases/")
        other.page.get_by_role("link", name="Brindle Bakery").click()
        other.press("Send the answer", {"granted": "yes", "reason": "Their own invoices are theirs to send."})
        drain()
        deliver_due()
        [told] = [m for m in mail.outbox if m.to == [cast.hana.email] and "Your appeal was granted" in m.subject]
        assert "Their own invoices are theirs to send." in told.body
        anyone.go("/projects/")
        anyone.sees(draft.title)

    assert noise == []
    assert list(all_faults()) == []
