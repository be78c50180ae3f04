"""What a race is, and how it is run: its moves are prepared, eight make them, then it is judged by the rows."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from typing import Any, ClassVar

from django.db import connection, connections, transaction
from django.db.models import Model
from django.urls import reverse

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.models import Chained, Fact
from firstfoot.operations.check.command import all_faults
from tests.races.contest import CONTENDERS, Answer, Move, contest, look
from tests.races.grounds import people_of

STEPS = 6
RACES: dict[str, type[Race]] = {}


class Race:
    """One trial: eight moves on one thing, and what must be true once they were made."""

    title: ClassVar[str] = ""
    ground: ClassVar[str] = ""
    ruled: ClassVar[tuple[type[Model], ...]] = ()  # tables whose unique rules stand behind the locks
    is_asked_less: ClassVar[bool] = False  # a third of the trials in `make ci`
    may_answer: ClassVar[tuple[int, ...]] = ()  # what else is a clear answer, such as 404 to who is no member any more
    late: ClassVar[tuple[int, ...]] = ()  # the moves that would be first each time: they start later in most trials
    step: ClassVar[float] = 0.012  # seconds; the later ones wait for 0 to 5 of them

    def __init__(self, known: dict[str, Any], place: int, people: dict[str, Person]) -> None:
        self.sessions, self.place, self.people = known["sessions"], place, people
        self.thing: dict[str, Any] = known["things"][place]

    def __init_subclass__(cls) -> None:
        if cls.title:
            RACES[cls.title] = cls

    def prepare(self) -> None:
        """What happens before, by the real actions; all trials in one transaction."""

    def moves(self) -> list[Move]:
        """What the eight do, in whatever order they come; writes nothing."""
        raise NotImplementedError

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        """All that is not as it must be."""
        raise NotImplementedError

    def post(self, who: str, name: str, *args: Any, files: Any = None, **data: Any) -> Move:
        return Move(reverse(name, args=args), self.sessions[who], data, files or {})

    def page(self, who: str, name: str, *args: Any) -> str:
        return look(reverse(name, args=args), self.sessions[who])


@dataclass(slots=True)
class Result:
    """What was wrong in each trial, with the server's errors apart; and the rules that were broken after all."""

    wrong: list[list[str]] = field(default_factory=list)
    errors: list[str] = field(default_factory=list)
    faults: list[str] = field(default_factory=list)


def play(title: str, known: dict[str, Any], first: int, last: int, *, unguarded: bool = False) -> Result:
    """Run the trials of one race in the present database, in a process that has no connection yet."""
    _unwatch()
    people = people_of()
    with transaction.atomic():
        trials = [RACES[title](known, place, people) for place in range(first, last)]
        for trial in trials:
            trial.prepare()
    moves = [trial.moves() for trial in trials]
    if not unguarded:
        moves = [_spread(trial, eight) for trial, eight in zip(trials, moves, strict=True)]
    assert all(len(eight) == CONTENDERS for eight in moves)
    if unguarded:
        for model in (Fact, *RACES[title].ruled):
            _forget_unique_rules(model)
    look(reverse("work:list"), known["sessions"]["sam"])  # what a first page loads is then there for all eight
    connections.close_all()
    result = Result()
    for trial, answers in zip(trials, contest(moves, unguarded=unguarded), strict=True):
        broken = [f"{answer.status} {answer.error}" for answer in answers if answer.status >= 500 or answer.error]
        result.errors += broken
        result.wrong.append([*broken, *_unclear(answers, trial.may_answer), *trial.wrong(answers)])
    result.faults = (
        [] if unguarded else [f"rule {fault.invariant} {fault.thing} {fault.code}" for fault in all_faults()]
    )
    return result


def _spread(trial: Race, moves: list[Move]) -> list[Move]:
    """So that every order comes: the quick ones wait, from not at all to longer than the slow ones take."""
    after = trial.step * (trial.place % STEPS)
    return [replace(move, after=after) if n in trial.late else move for n, move in enumerate(moves)]


def _unclear(answers: list[Answer], also: tuple[int, ...]) -> Iterator[str]:
    """Who lost reads why, or both texts; nobody is asked for a password or thrown out on the way."""
    for answer in answers:
        if answer.status == 409:
            if not (answer.reason or "data-conflict" in answer.page):
                yield f"409 without a word: {answer.page[:200]}"
        elif not answer.won and answer.status not in also:
            faults = re.findall(r"<li>(.*?)</li>", answer.page.partition('role="alert"')[2].partition("</ul>")[0])
            yield f"answered {answer.status}: {answer.code} {faults or answer.page[:300]}"
        elif "/accounts/" in answer.place:
            yield f"led to {answer.place}"


def _unwatch() -> None:
    """A contender is not counted statement by statement, as those are that get killed."""
    connection.execute_wrappers.clear()
    connection.__dict__.pop("_commit", None)


def _forget_unique_rules(model: type[Model]) -> None:
    """The control: the table takes twice what it else takes once."""
    table = model._meta.db_table
    with connection.cursor() as cursor:
        rules = connection.introspection.get_constraints(cursor, table)
        for name, rule in rules.items():
            if rule["unique"] and not rule["primary_key"]:
                cursor.execute(f'ALTER TABLE "{table}" DROP CONSTRAINT IF EXISTS "{name}" CASCADE')
                cursor.execute(f'DROP INDEX IF EXISTS "{name}"')


def facts_of(thing: Chained, kind: str) -> list[Fact]:
    """What happened to the thing of this kind, in order."""
    return list(Fact.objects.filter(thing=thing.thing, kind=kind).order_by("pk"))


def winners(answers: list[Answer]) -> list[int]:
    """The places of those who were let through."""
    return [number for number, answer in enumerate(answers) if answer.won]
