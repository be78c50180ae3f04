"""Documents that stewards saw outside of Firstfoot: noted by one, answered by a second, outdated by what changes."""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record, record_new
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.organizations.events import Organizations
from firstfoot.market.organizations.models import Organization, Sighting
from firstfoot.market.organizations.policies import may_answer_document, may_note_document, may_take_back_document
from firstfoot.market.organizations.queries import role_in
from firstfoot.market.organizations.states import SEEN_WITHIN, SIGHTING, DocumentKind, Outdated, SightingState

ANSWER = ("state", "answered_by", "answered_at", "reason")
A_DAY = timedelta(days=1)  # it may be tomorrow already where the steward is


@transaction.atomic
def note_document(
    *, organization_id: int, kind: str, words: str, seen_on: date, actor: Person, seen: int | None = None
) -> Sighting:
    """Note that the actor saw a document about the organization; it counts once a second steward saw it, too.

    Raises NotPermitted unless the actor is a steward who does not belong to it, Conflict("changed") when it is not as
    the steward read it (version `seen`), Conflict("document_open") while another note waits for its answer,
    Conflict("document_day") for a day to come or more than a year ago.
    """
    organization = locked(Organization, organization_id, seen=seen)
    require(may_note_document(actor, organization))
    today = clock.today()
    if not today - SEEN_WITHIN - A_DAY <= seen_on <= today + A_DAY:
        raise Conflict("document_day")
    if Sighting.objects.filter(organization=organization, state=SightingState.NOTED).exists():
        raise Conflict("document_open")
    sighting = Sighting(
        organization=organization, kind=DocumentKind(kind), words=words, seen_on=seen_on, noted_by=actor,
        noted_at=clock.now(),
    )  # fmt: skip
    about = {"organization": organization.public_id, "document": str(kind), "on": seen_on.isoformat()}
    record_new(Organizations.DOCUMENT_NOTED, sighting, actor, **about)
    return sighting


@transaction.atomic
def confirm_document(*, sighting_id: int, actor: Person) -> Sighting:
    """Say as the second steward that one saw the document, too.

    Raises NotPermitted for the first steward and for who belongs to the organization, Conflict("document_answered")
    when it waits no more, Conflict("first_belongs") when the first steward joined the organization since.
    """
    sighting = _to_answer(sighting_id, actor)
    if role_in(sighting.noted_by_id, sighting.organization_id) is not None:
        raise Conflict("first_belongs")
    sighting.state = SIGHTING.target("confirm", sighting.state)
    sighting.answered_by, sighting.answered_at = actor, clock.now()
    record(Organizations.DOCUMENT_CONFIRMED, sighting, actor, save=ANSWER)
    return sighting


@transaction.atomic
def deny_document(*, sighting_id: int, reason: str, actor: Person) -> Sighting:
    """Say as the second steward that it is not as noted, and why.

    Raises NotPermitted and Conflict("document_answered") as `confirm_document` does, Conflict("reason_needed").
    """
    sighting = _to_answer(sighting_id, actor)
    if not reason.strip():
        raise Conflict("reason_needed")
    sighting.state = SIGHTING.target("deny", sighting.state)
    sighting.answered_by, sighting.answered_at, sighting.reason = actor, clock.now(), reason.strip()
    record(Organizations.DOCUMENT_DENIED, sighting, actor, save=ANSWER)
    return sighting


@transaction.atomic
def take_back_document(*, sighting_id: int, actor: Person) -> Sighting:
    """Take one's own note back while nobody answered it.

    Raises NotPermitted for anybody else, Conflict("document_answered") when it waits no more.
    """
    sighting = locked(Sighting, sighting_id)
    require(may_take_back_document(actor, sighting))
    _require_open(sighting)
    sighting.state = SIGHTING.target("take_back", sighting.state)
    record(Organizations.DOCUMENT_TAKEN_BACK, sighting, actor, save=["state"])
    return sighting


def outdate_documents(organization: Organization, cause: Outdated, actor: Person | None) -> None:
    """What was seen until now counts no more; call it with the organization locked."""
    counting = [SightingState.NOTED, SightingState.CONFIRMED]
    for sighting in organization.sightings.select_for_update().filter(state__in=counting).order_by("pk"):
        sighting.state, sighting.outdated_by = SIGHTING.target("outdate", sighting.state), cause
        record(Organizations.DOCUMENT_OUTDATED, sighting, actor, save=["state", "outdated_by"], cause=str(cause))


def _to_answer(sighting_id: int, actor: Person) -> Sighting:
    sighting = locked(Sighting, sighting_id)
    require(may_answer_document(actor, sighting))
    _require_open(sighting)
    return sighting


def _require_open(sighting: Sighting) -> None:
    if sighting.state != SightingState.NOTED:
        raise Conflict("document_answered")
