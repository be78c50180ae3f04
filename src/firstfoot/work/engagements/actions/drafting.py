"""Proposing a version of the agreement, and keeping the engagement's own columns like it."""

from __future__ import annotations

from datetime import date
from typing import Any

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.queries import workdays_of
from firstfoot.foundation.journal.actions import record, record_new
from firstfoot.kernel import clock
from firstfoot.market.organizations.queries import workdays_of_organization
from firstfoot.market.projects.brief import content_hash
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import AgreementVersion, Criterion, Engagement
from firstfoot.work.engagements.states import Side

SIGNING_DAYS = 5  # business days, of each side
_COLUMNS = ("start_on", "end_on", "hours", "pay_minor", "currency", "check_in_every_days")


def propose_version(
    engagement: Engagement,
    content: dict[str, Any],
    *,
    number: int,
    side: Side,
    proposer: Person,
    actor: Person | None,
    note: str = "",
) -> AgreementVersion:
    """Write down a version for both to sign, with a clock for each side."""
    host_by, intern_by = signing_clocks(engagement)
    agreement = AgreementVersion(
        engagement=engagement, number=number, content=content, content_hash=content_hash(content), note=note,
        proposed_side=side, proposed_by=proposer, proposed_at=clock.now(), sign_by_host_at=host_by,
        sign_by_intern_at=intern_by,
    )  # fmt: skip
    record_new(
        Engagements.AGREEMENT_PROPOSED, agreement, actor, number=number, content=agreement.content_hash, side=side
    )
    return agreement


def signing_clocks(engagement: Engagement) -> tuple[Any, Any]:
    """Until when the host and the intern may take to sign, counted from now."""
    now = clock.now()
    host = workdays_of_organization(engagement.organization).after(now, SIGNING_DAYS)
    return host, workdays_of(engagement.intern).after(now, SIGNING_DAYS)


def follow_terms(engagement: Engagement, terms: dict[str, Any]) -> None:
    """Copy the figures of the terms to the columns that lists and clocks read."""
    for name in _COLUMNS:
        value = terms[name]
        setattr(engagement, name, date.fromisoformat(value) if name.endswith("_on") else value)
    engagement.save(update_fields=_COLUMNS)


def rewrite_results(engagement: Engagement, items: list[dict[str, Any]], actor: Person | None) -> None:
    """Make the promised results say what the terms say; nothing was handed in yet."""
    promised = {d.number: d for d in engagement.deliverables.select_for_update().order_by("pk")}
    for item in items:
        deliverable = promised[item["number"]]
        wanted = (item["title"], item["format"], date.fromisoformat(item["due_on"]))
        if wanted != (deliverable.title, deliverable.format, deliverable.due_on):
            deliverable.title, deliverable.format, deliverable.due_on = wanted
            record(
                Engagements.DELIVERABLE_EXPECTED, deliverable, actor, save=["title", "format", "due_on"],
                due_on=item["due_on"],
            )  # fmt: skip
        deliverable.criteria.all().delete()
        Criterion.objects.bulk_create(
            Criterion(deliverable=deliverable, number=number, **row)
            for number, row in enumerate(item["criteria"], start=1)
        )
