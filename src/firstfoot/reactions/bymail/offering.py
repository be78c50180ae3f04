"""The links that the daily mail of a host's person holds beside their moves."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.urls import reverse

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.links.actions import make_link
from firstfoot.foundation.notifications.models import Notice
from firstfoot.insights.moves import Move
from firstfoot.kernel import clock
from firstfoot.market.applications.models import Application
from firstfoot.market.applications.states import ApplicationState
from firstfoot.proof.pathways.events import Pathways
from firstfoot.proof.pathways.models import FollowUp
from firstfoot.reactions.bymail.purposes import PARTIES_OF_APPLICATION, PURPOSES
from firstfoot.reactions.bymail.words import link_label
from firstfoot.reactions.people import PARTIES_OF_PART
from firstfoot.reactions.telling import absolute
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import CheckIn, Deliverable, Engagement
from firstfoot.work.engagements.policies import standing_of
from firstfoot.work.engagements.states import DeliverableState, Side

MOST_APPLICANTS = 5  # with a link of their own in one mail
FRESH = timedelta(days=1)
LATE = ("deliverable.submit", "deliverable.resubmit")


@dataclass(frozen=True, slots=True)
class Offered:
    """A link as a mail shows it."""

    label: str
    url: str


def links_for(move: Move, person: Person) -> list[Offered]:
    """What the person may do about this move from the mail."""
    if not move.is_mine or move.data.get("side") != Side.HOST:
        return []
    return [_offer(purpose, thing, person) for purpose, thing in _doable(move) if _may(purpose, thing, person)]


def _doable(move: Move) -> Iterator[tuple[str, Any]]:
    if move.code == "check_in.answer":
        yield from (("check_in", thing) for thing in _part(CheckIn, move))
    elif move.code == "deliverable.review":
        yield from ((purpose, thing) for thing in _part(Deliverable, move) for purpose in ("return", "comment"))
    elif move.code == "evaluation.write":
        yield "feedback", move.thing
    elif move.code == "applicants.answer":
        yield from (("decline", application) for application in _waiting(move))


def silent(moves: Iterable[Move], person: Person) -> list[Move]:
    """Results of interns that are late, where the person guides the work."""
    now = clock.now()
    return [
        move
        for move in moves
        if move.code in LATE and move.data.get("side") == Side.HOST and move.by is not None and move.by < now
        and isinstance(move.thing, Engagement) and standing_of(person, move.thing).guides
    ]  # fmt: skip


def is_news(move: Move) -> bool:
    """Whether it is late since yesterday: that alone is worth a mail, what is late for longer is not."""
    return move.by is not None and move.by > clock.now() - FRESH


def nudge_for(engagement: Engagement, person: Person) -> list[Offered]:
    return [_offer("nudge", engagement, person)] if _may("nudge", engagement, person) else []


def links_for_notice(notice: Notice, person: Person) -> list[Offered]:
    """A check-in that the intern missed can be followed by a word to them; what came of it is told with two taps."""
    if notice.kind == Pathways.ASKED_LATER:
        return _what_came(notice, person)
    if notice.kind != Engagements.CHECK_IN_MISSED:
        return []
    thing = notice.key.partition("#")[0].partition(":")[2]
    check_in = CheckIn.objects.select_related(*PARTIES_OF_PART).filter(public_id=thing).first()
    if check_in is None or check_in.answers.filter(side=Side.INTERN).exists():
        return []
    is_guide = standing_of(person, check_in.engagement).guides
    return nudge_for(check_in.engagement, person) if is_guide else []


def _what_came(notice: Notice, person: Person) -> list[Offered]:
    thing = notice.key.partition("#")[0].partition(":")[2]
    asked = FollowUp.objects.select_related(*PARTIES_OF_PART).filter(public_id=thing).first()
    return [_offer("follow_up", asked, person)] if asked is not None and _may("follow_up", asked, person) else []


def _may(purpose: str, thing: Any, person: Person) -> bool:
    return bool(PURPOSES[purpose].may(person, thing)) and PURPOSES[purpose].is_timely(thing)


def _offer(purpose: str, thing: Any, person: Person) -> Offered:
    secret = make_link(person=person, purpose=purpose, thing=thing.thing)
    return Offered(link_label(purpose, thing), absolute(reverse("bymail:act", args=[secret])))


def _part(model: type[CheckIn | Deliverable], move: Move) -> Iterator[Any]:
    found: Any = model._default_manager.select_related(*PARTIES_OF_PART)
    found = found.filter(engagement=move.thing.pk, number=move.data["number"])
    yield from found.filter(state=DeliverableState.SUBMITTED) if model is Deliverable else found


def _waiting(move: Move) -> Iterable[Application]:
    """Those who have waited longest."""
    found = Application.objects.filter(project=move.thing.pk, state=ApplicationState.SUBMITTED)
    return found.select_related(*PARTIES_OF_APPLICATION).order_by("submitted_at", "pk")[:MOST_APPLICANTS]
