"""Reporting what a person shows: their page, or one piece of work."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.market.moderation.actions import report_shown
from firstfoot.market.moderation.models import Report
from firstfoot.proof.portfolio.models import PersonPage, PortfolioItem
from firstfoot.proof.portfolio.queries import pages_up, shown_as, shown_item
from firstfoot.proof.portfolio.writing import TEXTS


@transaction.atomic
def report_page(*, page_id: int, reason: str, words: str, actor: Person) -> Report:
    """Say what is wrong with a page that is up; what it says now is kept for the steward.

    Raises PersonPage.DoesNotExist for one that is down, and what `report_person` refuses.
    """
    page: PersonPage = pages_up().get(pk=page_id)
    said = "\n\n".join([f"/people/{page.slug}/", page.headline, page.about]).strip()
    return report_shown(person_id=page.person_id, said=said, reason=reason, words=words, actor=actor)


@transaction.atomic
def report_item(*, public_id: str, reason: str, words: str, actor: Person) -> Report:
    """Say what is wrong with a piece of work that others may open; what it shows now is kept for the steward.

    Raises PortfolioItem.DoesNotExist for one that nobody may open, and what `report_person` refuses.
    """
    item = shown_item(public_id)
    if item is None:
        raise PortfolioItem.DoesNotExist
    content: dict[str, Any] = shown_as(item, whole=False).content
    parts = [str(content.get(name, "")) for name in TEXTS] + [row["alt"] for row in content.get("files", ())]
    said = "\n\n".join([f"/shown/{item.public_id}/", *(part for part in parts if part)])
    person_id = item.engagement.intern_id
    return report_shown(person_id=person_id, said=said, reason=reason, words=words, actor=actor)
