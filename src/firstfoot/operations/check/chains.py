"""Invariant 3: facts form unbroken chains that end in each thing's version and head, and lead to its state."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import batched, groupby

from django.db.models import CharField, Exists, OuterRef, Value
from django.db.models.functions import Concat

from firstfoot.foundation.journal.models import Chained, Fact
from firstfoot.foundation.journal.queries import chain_faults, chained_models
from firstfoot.operations.check.fault import ROWS_AT_A_TIME, Fault
from firstfoot.operations.check.lifecycles import LIFECYCLES

LOOK = "Compare with a backup from before; a fact is never edited, so someone or something wrote to the table."


def chain_faults_everywhere() -> Iterator[Fault]:
    """One pass over all facts, thing by thing; then the things that have none."""
    facts = Fact.objects.order_by("thing", "seq").iterator(ROWS_AT_A_TIME)
    chains = (list(chain) for _, chain in groupby(facts, key=lambda fact: fact.thing))
    for some in batched(chains, ROWS_AT_A_TIME):
        things = _things({chain[0].thing for chain in some})
        for chain in some:
            yield from faults_of(chain, things.get(chain[0].thing))
    yield from without_facts()


def faults_of(chain: list[Fact], thing: Chained | None) -> Iterator[Fault]:
    """The faults of one chain of at least one fact, and of the thing that it belongs to."""
    name, last = chain[0].thing, chain[-1]
    for fact, code in chain_faults(chain):
        yield Fault(3, name, f"chain_{code}", f"Fact {fact.seq} does not follow from the one before. {LOOK}")
    yield from _impossible_steps(name, chain)
    if thing is None:
        yield Fault(3, name, "thing_vanished", f"It has {len(chain)} facts, but its row is gone. {LOOK}")
        return
    if (thing.version, thing.head) != (last.seq, last.hash):
        yield Fault(
            3, name, "head_differs",
            f"It stands at {thing.version}, its last fact is {last.seq}: a tail was cut or a row put back. {LOOK}",
        )  # fmt: skip
    state = str(getattr(thing, "state", ""))
    if state != last.state:
        yield Fault(
            3, name, "state_without_fact",
            f"The thing is {state}, its facts lead to {last.state}: it was moved past the actions. {LOOK}",
        )  # fmt: skip


def _impossible_steps(name: str, chain: list[Fact]) -> Iterator[Fault]:
    lifecycle = LIFECYCLES.get(name.partition(":")[0])
    if lifecycle is None:
        return
    before = lifecycle.initial
    for fact in chain:
        if fact.state != before and (before, fact.state) not in lifecycle.steps():
            yield Fault(
                3, name, "impossible_step",
                f"Fact {fact.seq} goes from {before} to {fact.state}, which no move does. {LOOK}",
            )  # fmt: skip
        before = fact.state


def _things(names: set[str]) -> dict[str, Chained]:
    """The rows behind names like "project:9k2m...", in one query a kind."""
    found: dict[str, Chained] = {}
    for model in chained_models():
        kind = f"{model._meta.model_name}:"
        ids = [name.removeprefix(kind) for name in names if name.startswith(kind)]
        if ids:
            found |= {row.thing: row for row in model._default_manager.filter(public_id__in=ids)}
    return found


def without_facts() -> Iterator[Fault]:
    for model in chained_models():
        name = Concat(Value(f"{model._meta.model_name}:"), OuterRef("public_id"), output_field=CharField())
        silent = model._default_manager.filter(~Exists(Fact.objects.filter(thing=name)))
        for thing in silent.iterator(ROWS_AT_A_TIME):
            yield Fault(3, thing.thing, "no_facts", f"It was made, or its facts taken away, past the actions. {LOOK}")
