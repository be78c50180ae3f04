"""Who worked with whom: the two sides of one piece of work that is closing or over, and nobody else."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet
from django.db.models.functions import Coalesce

from firstfoot.foundation.accounts.models import Person
from firstfoot.market.organizations.models import Block
from firstfoot.market.organizations.states import BlockState
from firstfoot.work.engagements.models import AgreementVersion, Engagement, Signature
from firstfoot.work.engagements.states import EngagementState, Side

AFTER_WORK = (EngagementState.CLOSING, EngagementState.COMPLETED, EngagementState.ENDED_EARLY)
MOST = 60  # of the newest work of one person


@dataclass(frozen=True, slots=True)
class Together:
    """Somebody the reader worked with, and the last work they did together."""

    person: Person
    engagement: Engagement


def worked_with(reader: Person) -> list[Together]:
    """Each person once with the last work, the newest first; nobody who is gone or kept apart."""
    found = over().filter(pk__in=_of(reader)).order_by(Coalesce("ended_at", "finished_at", "started_at").desc(), "-pk")
    together: dict[int, Together] = {}
    for engagement in with_people(found)[:MOST]:
        for person in _others(engagement, reader):
            if person.is_active:
                together.setdefault(person.pk, Together(person, engagement))
    return list(together.values())


def people_beside(reader: Person, engagement: Engagement) -> list[Person]:
    """The other side of one piece of work that the reader stood on a side of; nobody while it goes on."""
    found = with_people(over().filter(pk=engagement.pk)).first()
    if found is None or (found.intern_id != reader.pk and reader not in people_of_host(found)):
        return []
    return list({one.pk: one for one in _others(found, reader) if one.is_active}.values())


def work_of_both(one: int, other: int) -> Engagement | None:
    """The last work that the two, given by their keys, did on its two sides, unless a block stands between."""
    both = Q(intern=one) & _hosts(other) | Q(intern=other) & _hosts(one)
    return over().filter(both).order_by("-started_at", "-pk").first()


def over() -> QuerySet[Engagement]:
    """Work that began and is closing or over, of two sides that are not kept apart."""
    block = Block.objects.filter(
        organization=OuterRef("organization"), person=OuterRef("intern"), state=BlockState.STANDING
    )
    return Engagement.objects.filter(~Exists(block), state__in=AFTER_WORK, started_at__isnull=False)


def with_people(engagements: QuerySet[Engagement]) -> QuerySet[Engagement]:
    """With both sides, and with who signed for the host."""
    signed = Signature.objects.filter(side=Side.HOST).select_related("signer")
    versions = AgreementVersion.objects.only("engagement_id").prefetch_related(
        Prefetch("signatures", signed, "by_host")
    )
    named = engagements.select_related("organization", "intern", "supervisor", "cover")
    return named.prefetch_related(Prefetch("agreement_versions", versions, "versions_signed"))


def people_of_host(engagement: Engagement) -> Iterator[Person]:
    """Who guided, covered or signed; from `with_people`."""
    yield engagement.supervisor
    if engagement.cover is not None:
        yield engagement.cover
    for version in engagement.versions_signed:  # type: ignore[attr-defined]
        yield from (signature.signer for signature in version.by_host)


def _others(engagement: Engagement, reader: Person) -> Iterator[Person]:
    if engagement.intern_id != reader.pk:
        yield engagement.intern
        return
    yield from people_of_host(engagement)


def _of(reader: Person) -> QuerySet[Engagement, Any]:
    """The keys of what the reader did, guided, covered or signed, each by an index of its own."""
    signed = Signature.objects.filter(signer=reader, side=Side.HOST).values("agreement__engagement")
    parts = [Q(intern=reader), Q(supervisor=reader), Q(cover=reader), Q(pk__in=signed)]
    first, *rest = [Engagement.objects.filter(part).order_by().values("pk") for part in parts]
    return first.union(*rest, all=True)


def _hosts(person_id: int) -> Q:
    signed = Signature.objects.filter(signer=person_id, side=Side.HOST).values("agreement__engagement")
    return Q(supervisor=person_id) | Q(cover=person_id) | Q(pk__in=signed)
