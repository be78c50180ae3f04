"""Reading the journal: a thing's facts, and whether its chain holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import datetime
from itertools import groupby

from django.apps import apps
from django.db import connection
from django.db.models import QuerySet

from firstfoot.foundation.journal.actions import fact_hash
from firstfoot.foundation.journal.models import Chained, Fact
from firstfoot.kernel import clock


def facts_of(*things: Chained | str) -> QuerySet[Fact]:
    """The facts of the things, oldest first."""
    names = [t if isinstance(t, str) else t.thing for t in things]
    return Fact.objects.filter(thing__in=names).order_by("at", "id")


def last_happened(*kinds: str) -> datetime | None:
    """When a fact of one of these kinds was last written; one look-up a kind, at any size."""
    newest = f"SELECT * FROM (SELECT stamp FROM {Fact._meta.db_table} WHERE kind = %s ORDER BY id DESC LIMIT 1) AS n"  # noqa: S608  # our own table
    with connection.cursor() as cursor:
        cursor.execute(" UNION ALL ".join([newest] * len(kinds)), [str(kind) for kind in kinds])
        return max((datetime.fromisoformat(row[0]) for row in cursor.fetchall()), default=None)


def present() -> datetime:
    """The later of the clock and of the last fact: what has ended stays ended when the clock is set back."""
    last = Fact.objects.order_by("-at").values_list("at", flat=True).first()
    return max(clock.now(), last) if last else clock.now()


def chained_models() -> list[type[Chained]]:
    """Every model whose rows have facts."""
    return [m for m in apps.get_models() if issubclass(m, Chained)]


def chain_faults(facts: Iterable[Fact]) -> Iterator[tuple[Fact, str]]:
    """The facts of one thing, in order of seq, that do not follow from the one before."""
    prev, expected = "", 1
    for fact in facts:
        if fact.seq != expected:
            yield fact, "gap"
        if fact.prev != prev:
            yield fact, "prev"
        digest = fact_hash(fact.thing, fact.seq, fact.kind, fact.state, fact.actor, fact.data, fact.stamp, fact.prev)
        if digest != fact.hash:
            yield fact, "hash"
        prev, expected = fact.hash, fact.seq + 1


def broken_chains() -> Iterator[tuple[str, str]]:
    """Every thing whose facts do not form a chain, or do not end in its head, with the code of the fault."""
    heads = {t.thing: (t.version, t.head) for model in chained_models() for t in model._default_manager.only(*_HEAD)}
    facts = Fact.objects.order_by("thing", "seq").iterator()
    for thing, chain in groupby(facts, key=lambda fact: fact.thing):
        links = list(chain)
        faults = [code for _, code in chain_faults(links)]
        if heads.pop(thing, None) != (links[-1].seq, links[-1].hash):
            faults.append("head")
        yield from ((thing, code) for code in faults)
    yield from ((thing, "no_facts") for thing, (version, _) in heads.items() if version)


_HEAD = ("public_id", "version", "head")
