"""Proposing a version of the agreement, and keeping the engagement's own columns like it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.queries import workdays_of
from firstfoot.foundation.journal.actions import record, record_new
from firstfoot.kernel import clock
from firstfoot.market.organizations.queries import workdays_of_organization
from firstfoot.market.projects.brief import content_hash
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import AgreementVersion, Criterion, Deliverable, Engagement
from firstfoot.work.engagements.states import DELIVERABLE, STILL_OPEN, Side

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
        engagement=engagement, number=number, amends=content.get("amends"), content=content,
        content_hash=content_hash(content), note=note,
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
    before = engagement.start_on
    for name in _COLUMNS:
        value = terms[name]
        setattr(engagement, name, date.fromisoformat(value) if name.endswith("_on") else value)
    engagement.save(update_fields=_COLUMNS)
    shift_steps(engagement, moved_by=engagement.start_on - before)


def shift_steps(engagement: Engagement, *, moved_by: timedelta) -> None:
    """The start moved: what is still to do before it keeps its distance."""
    waiting = engagement.onboarding_steps.filter(done_at=None, due_on__isnull=False) if moved_by else []
    for step in waiting:
        if step.due_on is not None:
            step.due_on += moved_by
            step.save(update_fields=["due_on"])


def rewrite_results(engagement: Engagement, items: list[dict[str, Any]], actor: Person | None) -> None:
    """Make the promised results say what the terms say: add new ones, leave out those that are gone.

    What was said of a result before stays readable where it was answered by.
    """
    promised = {d.number: d for d in engagement.deliverables.select_for_update().order_by("pk")}
    for item in items:
        deliverable = promised.pop(item["number"], None)
        if deliverable is None:
            promise_result(engagement, item, actor)
        else:
            _rewrite(deliverable, item, actor)
    for deliverable in promised.values():
        if deliverable.state in STILL_OPEN:
            deliverable.state = DELIVERABLE.target("leave_out", deliverable.state)
            record(Engagements.DELIVERABLE_LEFT_OUT, deliverable, actor, save=["state"])


def promise_result(engagement: Engagement, item: dict[str, Any], actor: Person | None) -> None:
    """Write down one result of the terms, with what it is accepted by."""
    deliverable = Deliverable(
        engagement=engagement, number=item["number"], title=item["title"], format=item["format"],
        due_on=date.fromisoformat(item["due_on"]), required=item["required"],
    )  # fmt: skip
    record_new(Engagements.DELIVERABLE_EXPECTED, deliverable, actor, due_on=item["due_on"])
    _write_criteria(deliverable, item["criteria"], after=0)


def _rewrite(deliverable: Deliverable, item: dict[str, Any], actor: Person | None) -> None:
    wanted = (item["title"], item["format"], date.fromisoformat(item["due_on"]))
    if wanted != (deliverable.title, deliverable.format, deliverable.due_on):
        deliverable.title, deliverable.format, deliverable.due_on = wanted
        record(
            Engagements.DELIVERABLE_EXPECTED, deliverable, actor, save=["title", "format", "due_on"],
            due_on=item["due_on"],
        )  # fmt: skip
    stands = list(deliverable.criteria.filter(is_current=True).order_by("number"))
    if [(c.text, c.required) for c in stands] == [(row["text"], row["required"]) for row in item["criteria"]]:
        return
    if deliverable.submissions_count:  # reviews point to what stood
        last = deliverable.criteria.order_by("-number").values_list("number", flat=True).first() or 0
        deliverable.criteria.update(is_current=False)
    else:
        last, _gone = 0, deliverable.criteria.all().delete()
    _write_criteria(deliverable, item["criteria"], after=last)


def _write_criteria(deliverable: Deliverable, rows: list[dict[str, Any]], *, after: int) -> None:
    Criterion.objects.bulk_create(
        Criterion(deliverable=deliverable, number=number, **row) for number, row in enumerate(rows, start=after + 1)
    )
