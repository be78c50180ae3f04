"""Runs of reactions: planned by absence, once each, tried again, laid aside, run again."""

from __future__ import annotations

from datetime import timedelta

import pytest
import structlog

from firstfoot.foundation.accounts.events import Accounts
from firstfoot.foundation.journal.actions import record
from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.notifications.actions import tell
from firstfoot.foundation.notifications.models import Notice
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, NotPermitted
from firstfoot.reactions import runs, table
from firstfoot.reactions.marks import read_mark
from firstfoot.reactions.models import ReactionRun, RunState
from firstfoot.reactions.runs import PLANNED, dead_runs, facts_without_runs, pause_after, plan, run_again, run_due
from firstfoot.reactions.worker import drain

KIND = Accounts.PERSON_AWAY


class Reactions:
    """What the fake reactions of a test saw, and whether they break."""

    def __init__(self) -> None:
        self.seen: list[str] = []
        self.requests: list[str] = []
        self.breaks = False

    def first(self, fact: Fact) -> None:
        self.seen.append(f"first {fact.seq}")
        self.requests.append(str(structlog.contextvars.get_contextvars().get("request_id")))
        tell(recipient=self.person, key=f"{fact.thing}#{fact.seq}", kind=fact.kind, title="Away")
        if self.breaks:
            raise RuntimeError("broken half-way")

    def second(self, fact: Fact) -> None:
        self.seen.append(f"second {fact.seq}")


@pytest.fixture
def reactions(cast, monkeypatch) -> Reactions:
    """Two reactions to a person's being away, and nothing else; what the cast did is planned already."""
    fake = Reactions()
    fake.person = cast.sam
    monkeypatch.setattr(runs, "REACTIONS", {KIND: (fake.first, fake.second)})
    monkeypatch.setattr(table, "REACTIONS", {KIND: (fake.first, fake.second)})
    return fake


def happen(person, request="") -> Fact:
    with structlog.contextvars.bound_contextvars(request_id=request):
        return record(KIND, person, person)


def test_each_reaction_of_a_fact_has_a_run_and_runs_once(cast, reactions):
    fact = happen(cast.sam)

    assert (plan(), plan()) == (1, 0)
    assert (run_due(), run_due()) == (2, 0)
    assert reactions.seen == [f"first {fact.seq}", f"second {fact.seq}"]
    assert set(ReactionRun.objects.values_list("state", flat=True)) == {RunState.DONE}


def test_a_kind_without_reactions_has_no_runs(cast, reactions):
    record(Accounts.PERSON_BACK, cast.sam, cast.sam)

    assert (plan(), ReactionRun.objects.count()) == (0, 0)


def test_a_fact_committed_late_is_still_planned(cast, reactions):
    """On PostgreSQL a smaller number may be committed after a larger: the mark stays behind what is young."""
    early, late = happen(cast.sam), happen(cast.sam)
    fields = {f.attname: getattr(early, f.attname) for f in Fact._meta.fields}
    early.delete()
    plan()
    assert list(ReactionRun.objects.values_list("fact", flat=True).distinct()) == [late.pk]

    Fact.objects.create(**fields)
    assert plan() == 1
    assert ReactionRun.objects.filter(fact=fields["id"]).count() == 2


def test_the_mark_rises_once_facts_are_settled(cast, reactions):
    last = happen(cast.sam)
    plan()
    assert read_mark(PLANNED) < last.pk

    with clock.at(clock.now() + timedelta(minutes=16)):
        plan()
    assert read_mark(PLANNED) == last.pk
    assert list(facts_without_runs(read_mark(PLANNED))) == []


def test_the_mark_does_not_pass_what_is_not_planned_yet(cast, reactions):
    for _ in range(3):
        happen(cast.sam)
    with clock.at(clock.now() + timedelta(minutes=16)):
        assert plan(limit=2) == 2
        assert read_mark(PLANNED) == 0
        assert plan(limit=2) == 1
    assert facts_without_runs().count() == 0


def test_what_broke_half_way_left_nothing_and_is_tried_later(cast, reactions):
    happen(cast.sam)
    plan()
    reactions.breaks = True
    with clock.at(now := clock.now() + timedelta(minutes=1)):
        run_due()

    run = ReactionRun.objects.get(reaction__endswith="first")
    assert (run.state, run.attempts, run.leased_until) == (RunState.WAITING, 1, None)
    assert (run.error, run.next_try_at) == ("RuntimeError: broken half-way", now + pause_after(1))
    assert Notice.objects.count() == 0

    reactions.breaks = False
    with clock.at(run.next_try_at):
        assert run_due() == 1
    run.refresh_from_db()
    assert (run.state, run.attempts, run.error, Notice.objects.count()) == (RunState.DONE, 2, "", 1)


def test_one_broken_reaction_does_not_stop_the_others(cast, reactions):
    happen(cast.sam)
    reactions.breaks = True
    drain()

    assert dict(ReactionRun.objects.values_list("reaction", "state")) == {
        "test_runs.first": RunState.WAITING, "test_runs.second": RunState.DONE,
    }  # fmt: skip


def test_pauses_double_up_to_two_hours():
    seconds = [pause_after(n).total_seconds() for n in (1, 2, 3, 20)]
    assert seconds == [10, 20, 40, 7200]


def test_what_failed_as_often_as_we_try_is_laid_aside(cast, reactions):
    happen(cast.sam)
    reactions.breaks = True
    now = clock.now()
    for _ in range(runs.MOST_TRIES + 2):
        now += timedelta(hours=3)
        drain(now)

    run = dead_runs().get()
    assert (run.state, run.attempts) == (RunState.DEAD, runs.MOST_TRIES)


def test_a_steward_runs_a_dead_one_again(cast, reactions):
    happen(cast.sam)
    plan()
    ReactionRun.objects.filter(reaction__endswith="first").update(state=RunState.DEAD, attempts=8)

    run_again(run_id=dead_runs().get().pk, actor=cast.stella)
    drain()
    assert set(ReactionRun.objects.values_list("state", flat=True)) == {RunState.DONE}


def test_nobody_else_does(cast, reactions):
    happen(cast.sam)
    plan()
    ReactionRun.objects.update(state=RunState.DEAD)

    with pytest.raises(NotPermitted):
        run_again(run_id=dead_runs()[0].pk, actor=cast.hana)


def test_only_dead_ones_are_run_again(cast, reactions):
    happen(cast.sam)
    drain()

    with pytest.raises(Conflict):
        run_again(run_id=ReactionRun.objects.first().pk, actor=cast.stella)


def test_a_leased_run_is_left_to_its_worker_until_the_lease_is_over(cast, reactions):
    happen(cast.sam)
    plan()
    ReactionRun.objects.update(leased_until=clock.now() + runs.LEASE)
    assert run_due() == 0

    with clock.at(clock.now() + runs.LEASE * 2):
        assert run_due() == 2


def test_running_a_done_run_does_nothing(cast, reactions):
    happen(cast.sam)
    drain()
    for run in ReactionRun.objects.all():
        runs.run_reaction.enqueue(run.pk)

    assert len(reactions.seen) == 2


def test_a_reaction_that_is_gone_is_kept_with_its_reason(cast, reactions, monkeypatch):
    happen(cast.sam)
    plan()
    monkeypatch.setattr(table, "REACTIONS", {KIND: (reactions.second,)})
    run_due()

    assert ReactionRun.objects.get(reaction__endswith="first").error.startswith("LookupError")


def test_the_request_id_reaches_the_reaction(cast, reactions):
    happen(cast.sam, request="req-12345")
    drain()

    assert reactions.requests == ["req-12345"]
