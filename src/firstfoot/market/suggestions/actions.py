"""Saying what one wants of a list, and having one made."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from django.db import IntegrityError, transaction
from django.db.models import F, Q

from firstfoot.foundation.accounts.leaving import emptied
from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record, record_new
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.applications.queries import sent_since
from firstfoot.market.matching.crowding import next_price
from firstfoot.market.matching.listing import KEPT_DAYS, Order
from firstfoot.market.projects.models import Project
from firstfoot.market.suggestions.events import Suggestions
from firstfoot.market.suggestions.lexicon import counted
from firstfoot.market.suggestions.making import Ground
from firstfoot.market.suggestions.models import Exposure, SkillUse, SuggestedList, Wish
from firstfoot.market.suggestions.policies import may_have_list

FIELDS = ("categories", "places", "is_remote_only", "languages", "may_work_in", "order", "weights")


@transaction.atomic
def save_wish(*, actor: Person, **fields: Any) -> Wish:
    """Say what one wants of one's list; saving what already stands records nothing.

    Raises NotPermitted where no lists are made, Conflict("changed") when two first ones meet, TypeError for a field
    that a wish has not.
    """
    if unknown := set(fields) - set(FIELDS):
        raise TypeError(f"A wish has no {', '.join(sorted(unknown))}.")
    require(may_have_list(actor))
    pk = Wish.objects.filter(person=actor).values_list("pk", flat=True).first()
    if pk is None:
        return _stated(actor, fields)
    wish = locked(Wish, pk)
    changed = [name for name, value in fields.items() if getattr(wish, name) != value]
    if changed:
        for name in changed:
            setattr(wish, name, fields[name])
        wish.updated_at = clock.now()
        record(Suggestions.WISH_CHANGED, wish, actor, save=[*changed, "updated_at"], fields=changed)
    return wish


def _stated(actor: Person, fields: dict[str, Any]) -> Wish:
    wish = Wish(person=actor, updated_at=clock.now(), **fields)
    try:
        with transaction.atomic():
            record_new(Suggestions.WISH_STATED, wish, actor)
    except IntegrityError as error:
        raise Conflict("changed") from error
    return wish


@transaction.atomic
def make_list(*, actor: Person) -> SuggestedList:
    """Make the actor's list of this day and keep it; what stands in it counts as shown.

    It is its own record, and goes after 90 days, so no fact is written. Raises NotPermitted where no lists are made.
    """
    require(may_have_list(actor))
    ground = Ground.of(actor)
    shown = ground.shown()
    made = SuggestedList.objects.create(
        person=actor, on=ground.today, made_at=clock.now(), kept=ground.kept(shown), skills=ground.skills(shown),
        left_out=ground.left_out, considered=ground.considered,
    )  # fmt: skip
    _count_shown(made, [each.match.opening for each in shown])
    return made


def _count_shown(made: SuggestedList, codes: Iterable[str]) -> None:
    """Once a person and day, however often they ask; by keys in order, so that no two lock each other."""
    Person.objects.select_for_update(no_key=True).get(pk=made.person_id)  # one list of theirs after the other
    before = SuggestedList.objects.filter(person=made.person, on=made.on).exclude(pk=made.pk)
    seen = {row[0] for each in before.values_list("kept", flat=True) for row in each["rows"]}
    new = Project.objects.filter(public_id__in=set(codes) - seen).order_by("pk").values_list("pk", flat=True)
    keys = list(new)
    Exposure.objects.bulk_create([Exposure(project_id=key) for key in keys], ignore_conflicts=True)
    rows = Exposure.objects.select_for_update().filter(pk__in=keys).order_by("pk")
    list(rows)
    Exposure.objects.filter(pk__in=keys).update(shown=F("shown") + 1, shown_lately=F("shown_lately") + 1)


@transaction.atomic
def count_skill_uses() -> int:
    """Count anew how many open projects ask for each skill; how many counts are kept."""
    rows = [SkillUse(code=code, projects=projects) for code, projects in counted().items()]
    SkillUse.objects.all().delete()
    SkillUse.objects.bulk_create(rows, batch_size=500)
    return len(rows)


@transaction.atomic
def price_exposure() -> int:
    """The nightly step: every project that was shown, or still has a price, gets tomorrow's; how many changed."""
    moving = Exposure.objects.select_for_update(of=("self",)).filter(Q(price__gt=0) | Q(shown_lately__gt=0))
    rows = list(moving.select_related("project").order_by("pk"))
    applied = sent_since(clock.now() - timedelta(days=1))
    for row in rows:
        row.price = next_price(row.price, row.shown_lately, applied.get(row.pk, 0), max(row.project.seats_free, 0))
        row.shown_lately = 0
    Exposure.objects.bulk_update(rows, ["price", "shown_lately"], batch_size=500)
    return len(rows)


def forget_lists(*, now: datetime) -> int:
    """Drop the lists that were kept for their ninety days; how many those were."""
    return SuggestedList.objects.filter(made_at__lt=now - timedelta(days=KEPT_DAYS)).delete()[0]


@transaction.atomic
def erase_suggestions(*, person: Person) -> None:
    """Drop the person's lists and empty their wish; nobody else was told of either."""
    SuggestedList.objects.filter(person=person).delete()
    wish = Wish.objects.filter(person=person).first()
    if wish is not None:
        emptied(
            wish,
            "places",
            "categories",
            "languages",
            "may_work_in",
            "weights",
            instead={"is_remote_only": False, "order": Order.MATCH},
        )
