"""The engagement's story, read from its facts; names are looked up, the facts hold none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from django.db.models import CharField, ExpressionWrapper, F, IntegerField, Value

from firstfoot.foundation.accounts.queries import persons_by_tokens
from firstfoot.foundation.journal.actions import SYSTEM
from firstfoot.foundation.journal.models import Chained
from firstfoot.foundation.journal.queries import facts_of
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import Engagement, Kickoff, PartPay
from firstfoot.work.engagements.states import Side

# An answer is unseen by the other side, even whether it exists; what is expected stands in the agreement.
_LEFT_OUT = frozenset(
    {
        str(Engagements.CHECK_IN_ANSWERED_BY_ONE),
        str(Engagements.DELIVERABLE_EXPECTED),
        str(Engagements.CHECK_IN_SCHEDULED),
        str(Engagements.POSTED),
        str(Engagements.POST_EDITED),
        str(Engagements.AGREEMENT_SUPERSEDED),
    }
)


@dataclass(frozen=True, slots=True)
class Happening:
    """One fact as a reader is told it: what, when, by whom, and which numbered thing."""

    kind: str
    at: datetime
    who: str  # the person's name; empty when it was the clock
    side: Side | None
    number: int = 0
    title: str = ""
    data: dict[str, Any] = field(default_factory=dict)


def engagement_timeline(engagement: Engagement, more: Iterable[Chained] = ()) -> list[Happening]:
    """What happened, oldest first: of the engagement, its agreements, results, check-ins and corrections.

    `more` adds things of upper contexts whose facts the reader may see.
    """
    things = _things(engagement)
    things.update({thing.thing: (0, "") for thing in more})
    facts = [fact for fact in facts_of(*things) if fact.kind not in _LEFT_OUT]
    people = persons_by_tokens({fact.actor for fact in facts if fact.actor != SYSTEM})
    told = []
    for fact in facts:
        person = people.get(fact.actor)
        side = engagement.side_of(person.pk) if person else None
        number, title = things[fact.thing]
        told.append(Happening(fact.kind, fact.at, person.name if person else "", side, number, title, dict(fact.data)))
    return told


def _things(engagement: Engagement) -> dict[str, tuple[int, str]]:
    """Everything the engagement holds, by its name in the journal, with number and title; one query."""
    parts = [
        _named(engagement.agreement_versions, F("number"), Value("")),
        _named(engagement.deliverables, F("number"), F("title")),
        _named(engagement.check_ins, F("number"), Value("")),
        _named(engagement.course_corrections, Value(0), Value("")),
        _named(PartPay.objects.filter(engagement=engagement), Value(0), Value("")),
        _named(Kickoff.objects.filter(engagement=engagement), Value(0), Value("")),
    ]
    named: dict[str, tuple[int, str]] = {engagement.thing: (0, engagement.title)}
    for model, public_id, number, title in parts[0].union(*parts[1:], all=True).order_by():
        named[f"{model}:{public_id}"] = (number, title)
    return named


def _named(parts: Any, number: F | Value, title: F | Value) -> Any:
    label = Value(parts.model._meta.model_name, output_field=CharField())
    columns = {
        "of": label,
        "at_number": ExpressionWrapper(number, output_field=IntegerField()),
        "named": ExpressionWrapper(title, output_field=CharField()),
    }
    return parts.order_by().annotate(**columns).values_list("of", "public_id", "at_number", "named")
