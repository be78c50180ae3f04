"""Reading ties, always from what one of the two may know: a no, or a parting, shows as nothing at all."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Exists, OuterRef, Q, QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.states import PersonState
from firstfoot.kernel import clock
from firstfoot.market.organizations.models import Block, Organization
from firstfoot.market.organizations.states import BlockState
from firstfoot.proof.network.models import Kept, Tie
from firstfoot.proof.network.queries.alumni import both_listed
from firstfoot.proof.network.queries.pairs import Together, people_beside, work_of_both, worked_with
from firstfoot.proof.network.states import UNANSWERED, TieState
from firstfoot.work.engagements.models import Engagement


@dataclass(frozen=True, slots=True)
class Known:
    """One tie as the reader sees it: the other one, and what each of the two keeps of it."""

    tie: Tie
    other: Person
    own: Kept | None = None
    shown: str = ""  # how the other one is reached; only while both said yes


@dataclass(frozen=True, slots=True)
class Askable:
    """Somebody who may be asked, where they are known from, and the work that both did; "" for fellow alumni."""

    person: Person
    organization: Organization
    title: str = ""


def tie_of(one: int, other: int) -> Tie | None:
    """The tie of the two people with these keys, whatever became of it."""
    low, high = sorted((one, other))
    return Tie.objects.filter(first=low, second=high).first()


def in_touch(reader: Person) -> list[Known]:
    """Those with whom both said yes, by name."""
    found = [_known(tie, reader) for tie in _seen(reader).filter(state=TieState.AGREED).prefetch_related("kept")]
    return sorted(found, key=lambda known: (known.other.name.casefold(), known.other.pk))


def asked_of(reader: Person) -> list[Known]:
    """Who asked the reader and waits for an answer, the first to ask first."""
    asked = _seen(reader).filter(state=TieState.ASKED, lapses_at__gt=clock.now()).exclude(asker=reader)
    return [_known(tie, reader) for tie in asked.order_by("asked_at", "pk")]


def asked_by(reader: Person) -> list[Known]:
    """Whom the reader asked within the time for an answer: what came of it, but for a yes, is not to be read here."""
    asked = _seen(reader).filter(state__in=UNANSWERED, asker=reader, lapses_at__gt=clock.now())
    return [_known(tie, reader) for tie in asked.order_by("-asked_at", "-pk")]


def known_to(reader: Person, public_id: str) -> Known | None:
    """One that both said yes to."""
    tie = _seen(reader).filter(state=TieState.AGREED, public_id=public_id).prefetch_related("kept").first()
    return _known(tie, reader) if tie else None


def question_to(reader: Person, public_id: str) -> Known | None:
    """One that waits for the reader's answer."""
    return next((known for known in asked_of(reader) if known.tie.public_id == public_id), None)


def question_by(reader: Person, public_id: str) -> Known | None:
    """One that the reader asked and may take back."""
    return next((known for known in asked_by(reader) if known.tie.public_id == public_id), None)


def to_ask(reader: Person) -> list[Together]:
    """Whom the reader worked with and may ask; nobody to whom the question was put already."""
    met = worked_with(reader)
    open_to = may_be_asked_of(reader, [together.person.pk for together in met])
    return [together for together in met if together.person.pk in open_to]


def to_ask_beside(reader: Person, engagement: Engagement) -> list[Person]:
    """The same of one piece of work."""
    beside = people_beside(reader, engagement)
    open_to = may_be_asked_of(reader, [person.pk for person in beside])
    return [person for person in beside if person.pk in open_to]


def may_be_asked_of(reader: Person, keys: list[int]) -> set[int]:
    """Those of these people whom the reader may ask, by what became of earlier questions; one query."""
    ties = Tie.objects.filter(Q(first=reader, second__in=keys) | Q(second=reader, first__in=keys)) if keys else []
    return set(keys) - {tie.other_of(reader.pk) for tie in ties if not may_be_asked(tie, reader.pk)}


def may_be_asked(tie: Tie, actor_id: int) -> bool:
    """Whether the question may be put anew, by this one of the two: never twice by the same one without an answer."""
    if tie.state == TieState.PARTED:
        return tie.parted_by_id == actor_id
    return tie.state in (TieState.DECLINED, TieState.LAPSED, TieState.TAKEN_BACK) and tie.asker_id != actor_id


def where_met(one: int, other: int) -> int | None:
    """The key of the organization where the two worked together, or whose listed alumni both are; else None."""
    if one == other:
        return None
    engagement = work_of_both(one, other)
    return engagement.organization_id if engagement else both_listed(one, other)


def askable(reader: Person, public_id: str) -> Askable | None:
    """Somebody whom the reader may ask to stay in touch."""
    found = Person.objects.filter(public_id=public_id, state=PersonState.ACTIVE, leaving_at=None).first()
    if found is None or found == reader or found.pk not in may_be_asked_of(reader, [found.pk]):
        return None
    engagement = work_of_both(reader.pk, found.pk)
    key = engagement.organization_id if engagement else both_listed(reader.pk, found.pk)
    if key is None:
        return None
    return Askable(found, Organization.objects.get(pk=key), engagement.title if engagement else "")


def ties_to_lapse(now: datetime) -> QuerySet[Tie]:
    return Tie.objects.filter(state=TieState.ASKED, lapses_at__lte=now)


def reminders_due(first_day: date, last_day: date) -> QuerySet[Kept]:
    """Those of these days, for the clock; each person's own day decides."""
    due = Kept.objects.filter(
        remind_on__range=(first_day, last_day), tie__state=TieState.AGREED, tie__in=_standing().values("pk")
    )
    return due.select_related("person", "tie__first", "tie__second").order_by("remind_on", "pk")


def _seen(reader: Person) -> QuerySet[Tie]:
    mine = _standing().filter(Q(first=reader) | Q(second=reader))
    return mine.select_related("first", "second", "met_at")


def _standing() -> QuerySet[Tie]:
    """Of two who are both here, and no block between either and where they met."""
    block = Block.objects.filter(
        Q(person=OuterRef("first")) | Q(person=OuterRef("second")), organization=OuterRef("met_at"),
        state=BlockState.STANDING,
    )  # fmt: skip
    here = Q(first__state=PersonState.ACTIVE, second__state=PersonState.ACTIVE)
    here &= Q(first__leaving_at=None, second__leaving_at=None)
    return Tie.objects.filter(here, ~Exists(block))


def _known(tie: Tie, reader: Person) -> Known:
    other = tie.second if tie.first_id == reader.pk else tie.first
    if tie.state != TieState.AGREED:
        return Known(tie, other)
    kept = {one.person_id: one for one in tie.kept.all()}
    return Known(tie, other, kept.get(reader.pk), kept[other.pk].shows if other.pk in kept else "")
