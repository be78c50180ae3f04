"""One trial of one scenario: kill it at points of its way, and see that all of it happened or nothing."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from types import SimpleNamespace
from typing import Any
from zlib import crc32

from django.db import transaction

from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.notifications.models import Mail, Notice
from firstfoot.kernel import clock
from firstfoot.operations.check.command import all_faults
from firstfoot.reactions.marks import raise_mark
from firstfoot.reactions.models import ReactionRun, RunState
from firstfoot.reactions.runs import LEASE, PLANNED, plan, run_due
from firstfoot.reactions.table import BEFOREHAND, reaction_named
from firstfoot.reactions.worker import react
from tests import figures
from tests.faults.dying import AFTER_COMMIT, BEFORE_COMMIT
from tests.faults.scenarios import Scenario
from tests.faults.worlds import begin, differing, everything
from tests.faults.zygote import Outcome, Zygote

IS_ALL = figures.IS_DEEP or bool(os.environ.get("FIRSTFOOT_ALL_KILLS"))
LEASE_OVER = LEASE + timedelta(seconds=1)
MUCH_LATER = timedelta(hours=23)  # what waits for more than a day counts as due


@dataclass
class Tally:
    """How many were killed, and what was wrong afterwards."""

    kills: int = 0
    wrong: list[str] = field(default_factory=list)

    def see(self, is_right: bool, what: object) -> None:
        if not is_right:
            self.wrong.append(str(what))


def some(points: int, name: str, *, first: bool = True) -> Iterator[int]:
    """The points of a way to die at: in deep all, in ci the first, and one that is another every day."""
    if figures.IS_DEEP:
        yield from range(1, points + 1)
        return
    if first:
        yield 1
    if points > 2:
        yield 2 + (clock.today().toordinal() + crc32(name.encode())) % (points - 1)


def is_of_today(name: str) -> bool:
    """In deep every scenario; in ci every other one, the rest on the next day."""
    return IS_ALL or (clock.today().toordinal() + crc32(name.encode())) % 2 == 0


class Trial:
    """One scenario in its world."""

    def __init__(self, zygote: Zygote, scenario: Scenario, tally: Tally) -> None:
        self.zygote, self.scenario, self.tally = zygote, scenario, tally
        self.world: SimpleNamespace = begin(scenario.on)
        with transaction.atomic():
            self.kwargs = scenario.arrange(self.world)
            self.last_fact = Fact.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
            raise_mark(PLANNED, self.last_fact)
        self.at = clock.now() + scenario.after

    def kill_action(self) -> None:
        """Before its commit nothing happened, after it everything, whatever the process that did it."""
        before = everything()
        whole = self._killed(self.scenario.action, self.kwargs, BEFORE_COMMIT, self.at)
        for point in some(len(whole.points) - 1, self.scenario.name):
            self._killed(self.scenario.action, self.kwargs, point, self.at)
        self._see(not (tables := differing(before, everything())), f"half done in {tables}")
        self._killed(self.scenario.action, self.kwargs, AFTER_COMMIT, self.at)
        written = tuple(fact.kind for fact in self._facts())
        self._see(written == self.scenario.writes, f"wrote {written}")

    def kill_reactions(self, tried: set[tuple[str, str]]) -> None:
        """Each reaction to what the action wrote, killed on its way, tells each of its people once in the end."""
        with clock.at(self.at):
            plan()
        for run in ReactionRun.objects.filter(fact__in=self._facts()).order_by("pk").select_related("fact"):
            if (way := (run.fact.kind, run.reaction)) not in tried:
                tried.add(way)
                self._kill_reaction(run)
        self._settle()
        self._see_rules()

    def _kill_reaction(self, run: ReactionRun) -> None:
        ReactionRun.objects.exclude(pk=run.pk).filter(state=RunState.WAITING).update(next_try_at=self.at + MUCH_LATER)
        ReactionRun.objects.filter(pk=run.pk).update(next_try_at=self.at, leased_until=None)
        what, before, undisturbed = f"{run.reaction} of {run.fact.kind}", messages(), self._rehearsed(run)
        whole = self._killed(run_due, {}, BEFORE_COMMIT, self._next_try())
        for point in some(len(whole.points) - 1, what, first=False):
            self._killed(run_due, {}, point, self._next_try())
        self._see(messages() == before, f"{what} told somebody before its end")
        self._killed(run_due, {}, AFTER_COMMIT, self._next_try())
        self._see(
            messages() == undisturbed, f"{what}: {messages() - undisturbed} over, {undisturbed - messages()} lost"
        )
        run.refresh_from_db()
        self._see(run.state == RunState.DONE, f"{what} is {run.state}: {run.error}")

    def _rehearsed(self, run: ReactionRun) -> Counter[tuple[str, ...]]:
        """What an undisturbed run would leave; nothing of it stays."""
        reaction = reaction_named(run.fact.kind, run.reaction)
        assert reaction is not None
        with clock.at(self.at), transaction.atomic():
            prepare = BEFOREHAND.get(reaction)
            reaction(run.fact, *([prepare(run.fact)] if prepare else []))
            found = messages()
            transaction.set_rollback(True)
        return found

    def _next_try(self) -> datetime:
        """When the lease of the worker that was killed last is over."""
        self.at += LEASE_OVER
        return self.at

    def _settle(self) -> None:
        ReactionRun.objects.filter(state=RunState.WAITING).update(next_try_at=self.at, leased_until=None)
        before = messages()
        with clock.at(self.at):
            react()
        undone = list(ReactionRun.objects.exclude(state=RunState.DONE).values_list("reaction", "error"))
        self._see(not undone, f"left undone: {undone}")
        self._see(before <= messages(), "something told was taken back")

    def _killed(self, function: Callable[..., Any], kwargs: dict[str, Any], deadly: int | str, at: datetime) -> Outcome:
        outcome = self.zygote.run(function, kwargs, deadly=deadly, at=at)
        self.tally.kills += 1
        self._see(outcome.was_killed, f"was not killed at {deadly}, but ended: {outcome.error or outcome.points[-3:]}")
        return outcome

    def _facts(self) -> list[Fact]:
        return list(Fact.objects.filter(pk__gt=self.last_fact).order_by("pk"))

    def _see_rules(self) -> None:
        faults = [f"rule {fault.invariant} {fault.thing} {fault.code}" for fault in all_faults()]
        self._see(not faults, faults)

    def _see(self, is_right: bool, what: object) -> None:
        self.tally.see(is_right, f"{self.scenario.name}: {what}")


def messages() -> Counter[tuple[str, ...]]:
    """What was told to whom, by fact, kind and recipient."""
    notices = Notice.objects.values_list("key", "kind", "recipient__email")
    mails = Mail.objects.values_list("key", "kind", "address")
    return Counter([("notice", *row) for row in notices] + [("mail", *row) for row in mails])
