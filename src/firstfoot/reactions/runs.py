"""Runs of reactions: planned by their absence, leased, tried again with growing pauses, laid aside when hopeless."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta
from functools import partial
from typing import Any

import structlog
from django.db import transaction
from django.db.models import Exists, F, OuterRef, Q, QuerySet
from django.tasks import task

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.digest import last_settled_fact
from firstfoot.foundation.journal.models import Fact
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import allow_if, require
from firstfoot.reactions.marks import raise_mark, read_mark
from firstfoot.reactions.models import ReactionRun, RunState
from firstfoot.reactions.table import BEFOREHAND, REACTIONS, Reaction, name_of, reaction_named

log = structlog.get_logger(__name__)

PLANNED = "planned"  # every fact up to this number has its runs
BATCH = 200
MOST_TRIES = 8
LEASE = timedelta(minutes=5)
FIRST_PAUSE = timedelta(seconds=10)
LONGEST_PAUSE = timedelta(hours=2)
LONGEST_ERROR = 2000


def plan(limit: int = BATCH) -> int:
    """Write down the runs of the facts that have none; how many facts that were.

    Facts are found by the absence of their runs: on PostgreSQL one with a smaller
    number may be committed after one with a larger. The mark only bounds the search,
    and stays behind everything that may still be committed.
    """
    facts = list(facts_without_runs(read_mark(PLANNED)).order_by("pk")[:limit])
    now = clock.now()
    runs = [ReactionRun(fact=f, reaction=name_of(r), next_try_at=now) for f in facts for r in REACTIONS[f.kind]]
    with transaction.atomic():
        ReactionRun.objects.bulk_create(runs, ignore_conflicts=True)
    if len(facts) < limit:
        raise_mark(PLANNED, last_settled_fact(now))
    return len(facts)


def facts_without_runs(after: int = 0) -> QuerySet[Fact]:
    """Facts numbered above `after` to which something should follow and nothing is written down."""
    reacting = [kind for kind, reactions in REACTIONS.items() if reactions]
    runs = ReactionRun.objects.filter(fact=OuterRef("pk"))
    return Fact.objects.filter(~Exists(runs), pk__gt=after, kind__in=reacting)


def run_due(limit: int = BATCH) -> int:
    """Hand the runs that are due to the task queue, oldest facts first; how many."""
    now = clock.now()
    free = Q(leased_until=None) | Q(leased_until__lte=now) | Q(leased_until__gt=now + clock.AHEAD)
    come = Q(next_try_at__lte=now) | Q(next_try_at__gt=now + clock.AHEAD)
    due = ReactionRun.objects.filter(free, come, state=RunState.WAITING).order_by("fact_id", "pk")
    handed = 0
    for run_id in list(due.values_list("pk", flat=True)[:limit]):
        mine = ReactionRun.objects.filter(free, pk=run_id, state=RunState.WAITING)
        if mine.update(leased_until=now + LEASE, attempts=F("attempts") + 1):
            run_reaction.enqueue(run_id)
            handed += 1
    return handed


@task
def run_reaction(run_id: int) -> None:
    """Run one reaction to one fact in a transaction of its own; a second run finds nothing to do."""
    run = ReactionRun.objects.select_related("fact").get(pk=run_id)
    with structlog.contextvars.bound_contextvars(request_id=run.fact.request, run=run_id):
        try:
            reaction = _reaction_of(run)
            prepare = BEFOREHAND.get(reaction) if run.state == RunState.WAITING else None
            _run(run_id, partial(reaction, run.fact, *([prepare(run.fact)] if prepare else [])))
        except Exception as error:  # whatever it is, it is kept with the run and tried again
            log.exception("reaction failed", reaction=run.reaction, fact=str(run.fact))
            _put_off(run_id, error)


@transaction.atomic
def _run(run_id: int, reaction: Callable[[], None]) -> None:
    run = ReactionRun.objects.select_for_update().get(pk=run_id)
    if run.state != RunState.WAITING:
        return
    reaction()
    run.state, run.done_at, run.leased_until, run.error = RunState.DONE, clock.now(), None, ""
    run.save(update_fields=["state", "done_at", "leased_until", "error"])
    log.info("reaction done", reaction=run.reaction, fact=str(run.fact))


def _reaction_of(run: ReactionRun) -> Reaction:
    found = reaction_named(run.fact.kind, run.reaction)
    if found is None:
        raise LookupError(f"{run.fact.kind} has no reaction {run.reaction} in this release.")
    return found


@transaction.atomic
def _put_off(run_id: int, error: Exception) -> None:
    run = ReactionRun.objects.select_for_update().get(pk=run_id)
    if run.state != RunState.WAITING:
        return
    changes: dict[str, Any] = {"leased_until": None, "error": f"{type(error).__name__}: {error}"[:LONGEST_ERROR]}
    if run.attempts >= MOST_TRIES:
        changes["state"] = RunState.DEAD
    else:
        changes["next_try_at"] = clock.now() + pause_after(run.attempts)
    ReactionRun.objects.filter(pk=run_id).update(**changes)


def pause_after(attempts: int) -> timedelta:
    """Doubling pauses: 10 seconds, 20, 40, ... two hours at most."""
    return min(FIRST_PAUSE * int(2 ** max(attempts - 1, 0)), LONGEST_PAUSE)


def dead_runs() -> QuerySet[ReactionRun]:
    """Runs that were tried as often as we try, newest first: for stewards."""
    return ReactionRun.objects.filter(state=RunState.DEAD).select_related("fact").order_by("-pk")


def next_run_at() -> datetime | None:
    """When the next waiting run is due."""
    waiting = ReactionRun.objects.filter(state=RunState.WAITING).order_by("next_try_at")
    return waiting.values_list("next_try_at", flat=True).first()


@transaction.atomic
def run_again(*, run_id: int, actor: Person) -> ReactionRun:
    """A steward puts a dead run back into the queue. Raises Conflict("run_not_dead") for any other."""
    require(allow_if(actor.is_steward, else_deny="not_steward"))
    run = ReactionRun.objects.select_for_update().get(pk=run_id)
    if run.state != RunState.DEAD:
        raise Conflict("run_not_dead")
    run.state, run.attempts, run.next_try_at, run.leased_until = RunState.WAITING, 0, clock.now(), None
    run.save(update_fields=["state", "attempts", "next_try_at", "leased_until"])
    return run
