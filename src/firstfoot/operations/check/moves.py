"""Invariant 4: every move wrote exactly one fact per thing moved; the daily digests still match."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from itertools import batched

from django.db.models import Count

from firstfoot.foundation.journal.digest import digest_until
from firstfoot.foundation.journal.models import DailyDigest, Fact
from firstfoot.market.projects.events import Projects
from firstfoot.market.projects.models import Project
from firstfoot.operations.check.fault import ROWS_AT_A_TIME, Fault
from firstfoot.operations.check.lifecycles import LIFECYCLES

DIGESTS = 7  # the newest covers all facts before it; some older ones, should it have been rewritten
SEAT_FACTS = (Projects.SEAT_HELD, Projects.SEAT_RELEASED, Projects.SEAT_TAKEN, Projects.SEAT_FREED)


def move_faults() -> Iterator[Fault]:
    yield from moved_twice()
    yield from seats_moved_without_fact()
    yield from digests_differ()


def moved_twice() -> Iterator[Fault]:
    """Two facts in a row of the same kind, of which only the first moved the thing."""
    before: Fact | None = None
    moved = False
    for fact in Fact.objects.order_by("thing", "seq").iterator(ROWS_AT_A_TIME):
        if before is None or before.thing != fact.thing:
            before, moved = fact, False
            continue
        if moved and (before.kind, before.state) == (fact.kind, fact.state) and not _may_repeat(fact):
            yield Fault(
                4, fact.thing, "moved_twice",
                f"Facts {before.seq} and {fact.seq} record one {fact.kind} twice. Find the action that did.",
            )  # fmt: skip
        before, moved = fact, before.state != fact.state


def _may_repeat(fact: Fact) -> bool:
    """Some moves lead back to where they start, such as an evaluation sent in again."""
    lifecycle = LIFECYCLES.get(fact.thing.partition(":")[0])
    return lifecycle is None or (fact.state, fact.state) in lifecycle.steps()


def seats_moved_without_fact() -> Iterator[Fault]:
    """The seats that a project's facts lead to, against those it counts."""
    for some in batched(Project.objects.order_by("pk").iterator(ROWS_AT_A_TIME), ROWS_AT_A_TIME):
        facts = _seat_facts([project.thing for project in some])
        for project in some:
            held, taken = _seats(project.thing, facts)
            if (project.seats_held, project.seats_taken) != (held, taken):
                yield Fault(
                    4, project.thing, "seat_moved_without_fact",
                    f"It counts {project.seats_held} held and {project.seats_taken} taken, its facts lead to {held} "
                    f"and {taken}: it was changed past the actions. Compare with a backup.",
                )  # fmt: skip


def _seat_facts(things: list[str]) -> Counter[tuple[str, str]]:
    rows = Fact.objects.filter(thing__in=things, kind__in=SEAT_FACTS).order_by().values_list("thing", "kind")
    return Counter({(thing, kind): n for thing, kind, n in rows.annotate(n=Count("pk"))})


def _seats(thing: str, facts: Counter[tuple[str, str]]) -> tuple[int, int]:
    """Held and taken: a held seat is released or taken, a taken one is freed."""
    held, released, taken, freed = (facts[thing, str(kind)] for kind in SEAT_FACTS)
    return held - released - taken, taken - freed


def digests_differ() -> Iterator[Fault]:
    for digest in DailyDigest.objects.order_by("-day")[:DIGESTS]:
        if digest_until(digest.last_fact) != (digest.hash, digest.things):
            yield Fault(
                4, f"day:{digest.day}", "digest_differs",
                f"The journal is no longer what it was on {digest.day}. Compare with the digest sent out then.",
            )  # fmt: skip
