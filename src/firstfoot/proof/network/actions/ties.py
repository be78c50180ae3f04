"""Asking to stay in touch, answering, letting the question go, parting."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from django.db import IntegrityError, transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record, record_new
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.proof.network.actions.keeping import begin_keeping, stop_keeping
from firstfoot.proof.network.events import Network
from firstfoot.proof.network.models import Tie
from firstfoot.proof.network.policies import may_answer_tie, may_ask, may_meet, may_part_tie, may_take_back_tie
from firstfoot.proof.network.queries import may_be_asked, tie_of, where_met
from firstfoot.proof.network.states import OPEN_DAYS, TIE, TieState


@transaction.atomic
def ask_to_stay(*, person_id: int, shows: str, actor: Person) -> Tie:
    """Ask somebody one worked with to stay in touch; where they have asked, it is the yes.

    `shows` is how they reach the actor, read by them once both said yes. Raises NotPermitted unless the two worked
    together and both are here; Conflict: "in_touch_already", "asked_before" where the actor had the last question.
    """
    met_at = where_met(actor.pk, person_id)
    require(may_ask(actor, Person.objects.get(pk=person_id), met_at))
    question = _Question(actor, person_id, met_at or 0, shows)
    tie = tie_of(actor.pk, person_id)
    if tie is None:
        try:
            with transaction.atomic():
                return _begin(question)
        except IntegrityError:  # the other one asked at the same time
            tie = tie_of(actor.pk, person_id)
            assert tie is not None
    tie = locked(Tie, tie.pk)
    if tie.state == TieState.ASKED and tie.asker_id != actor.pk:
        return _agree(tie, shows, actor)
    if tie.state == TieState.AGREED:
        raise Conflict("in_touch_already")
    if not may_be_asked(tie, actor.pk):
        raise Conflict("asked_before")
    return _ask_again(tie, question)


@transaction.atomic
def answer_tie(*, tie_id: int, accept: bool, shows: str = "", actor: Person) -> Tie:
    """The yes or the no of who was asked; a no is told to nobody.

    Raises NotPermitted, IllegalTransition once it was answered, taken back or over.
    """
    tie = locked(Tie, tie_id)
    require(may_answer_tie(actor, tie))
    if accept:
        require(may_meet(tie))
        return _agree(tie, shows, actor)
    tie.state, tie.ended_at = TIE.target("decline", tie.state), clock.now()
    record(Network.DECLINED, tie, actor, save=["state", "ended_at"])
    return tie


@transaction.atomic
def take_back_tie(*, tie_id: int, actor: Person) -> Tie:
    """Whoever asked no longer does; nobody is told. It is the same to them whether a no came first.

    Raises NotPermitted, IllegalTransition once the other one said yes.
    """
    tie = locked(Tie, tie_id)
    require(may_take_back_tie(actor, tie))
    tie.state, tie.ended_at = TIE.target("take_back", tie.state), clock.now()
    record(Network.TAKEN_BACK, tie, actor, save=["state", "ended_at"])
    return tie


@transaction.atomic
def lapse_tie(*, tie_id: int) -> Tie:
    """The clock: nobody answered; nobody is told. Raises Conflict("too_early"), IllegalTransition once it was over."""
    tie = locked(Tie, tie_id)
    tie.state = TIE.target("lapse", tie.state)
    if clock.now() < tie.lapses_at:
        raise Conflict("too_early")
    tie.ended_at = clock.now()
    record(Network.LAPSED, tie, None, save=["state", "ended_at"])
    return tie


@transaction.atomic
def part_tie(*, tie_id: int, actor: Person) -> Tie:
    """No longer stay in touch: neither sees how to reach the other, and what each kept is gone. Nobody is told.

    Raises NotPermitted, IllegalTransition unless both had said yes.
    """
    tie = locked(Tie, tie_id)
    require(may_part_tie(actor, tie))
    return end_tie(tie, actor)


def end_tie(tie: Tie, actor: Person) -> Tie:
    """The parting itself, of a tie that is locked."""
    tie.state, tie.ended_at = TIE.target("part", tie.state), clock.now()
    tie.parted_by = actor
    stop_keeping(tie, actor)
    record(Network.PARTED, tie, actor, save=["state", "ended_at", "parted_by"])
    return tie


@dataclass(frozen=True, slots=True)
class _Question:
    """Who asks whom, where they met, and how whoever asks is reached."""

    actor: Person
    person_id: int
    met_at: int
    shows: str

    def put(self, tie: Tie) -> None:
        now = clock.now()
        tie.asker, tie.met_at_id = self.actor, self.met_at
        tie.asked_at, tie.lapses_at = now, now + timedelta(days=OPEN_DAYS)
        tie.agreed_at = tie.ended_at = tie.parted_by = None


def _begin(question: _Question) -> Tie:
    low, high = sorted((question.actor.pk, question.person_id))
    tie = Tie(first_id=low, second_id=high)
    question.put(tie)
    record_new(Network.ASKED, tie, question.actor)
    begin_keeping(tie, question.shows, question.actor)
    return tie


def _ask_again(tie: Tie, question: _Question) -> Tie:
    tie.state = TIE.target("ask_again", tie.state)
    question.put(tie)
    begin_keeping(tie, question.shows, question.actor)
    columns = ["state", "asker", "met_at", "asked_at", "lapses_at", "agreed_at", "ended_at", "parted_by"]
    record(Network.ASKED, tie, question.actor, save=columns)
    return tie


def _agree(tie: Tie, shows: str, actor: Person) -> Tie:
    tie.state, tie.agreed_at = TIE.target("agree", tie.state), clock.now()
    begin_keeping(tie, shows, actor)
    record(Network.AGREED, tie, actor, save=["state", "agreed_at"])
    return tie
