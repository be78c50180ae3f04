"""Lifecycles: tables of states and moves that fail at import when they are wrong."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from firstfoot.kernel.errors import IllegalTransition


@dataclass(frozen=True, slots=True)
class Move:
    """One verb: the states it leaves and the state it leads to."""

    verb: str
    sources: tuple[str, ...]
    target: str


def move(verb: str, *sources: str, to: str) -> Move:
    return Move(verb, tuple(str(s) for s in sources), str(to))


class Lifecycle:
    """The states of one kind of thing and the moves between them.

    Raises ValueError when built from a wrong table: a verb twice, an unknown
    state, a move without a source, a state that cannot be reached, a state that
    is neither final nor left by any move, or one that leads round for ever where
    there are final states.
    """

    def __init__(self, states: Iterable[str], *moves: Move, initial: str, final: Iterable[str] = ()) -> None:
        self.states = tuple(str(s) for s in states)
        self.initial = str(initial)
        self.final = frozenset(str(s) for s in final)
        verbs = [m.verb for m in moves]
        if len(set(verbs)) != len(verbs):
            raise ValueError(f"A verb stands twice: {sorted(v for v in verbs if verbs.count(v) > 1)}")
        self.moves: Mapping[str, Move] = MappingProxyType({m.verb: m for m in moves})
        self._check()

    def target(self, verb: str, state: str) -> str:
        """The state `verb` leads to from `state`, or IllegalTransition."""
        transition = self.moves[verb]
        if state not in transition.sources:
            raise IllegalTransition("illegal_transition", verb=verb, state=str(state))
        return transition.target

    def allows(self, verb: str, state: str) -> bool:
        return state in self.moves[verb].sources

    def sources(self, verb: str) -> tuple[str, ...]:
        return self.moves[verb].sources

    def steps(self) -> frozenset[tuple[str, str]]:
        """All (from, to) pairs that some move makes."""
        return frozenset((s, m.target) for m in self.moves.values() for s in m.sources)

    @property
    def live(self) -> tuple[str, ...]:
        """The states from which something can still happen by itself: all that are not final."""
        return tuple(s for s in self.states if s not in self.final)

    def diagram(self) -> str:
        """The lifecycle in Mermaid's state notation."""
        lines = ["stateDiagram-v2", f"    [*] --> {self.initial}"]
        lines += [f"    {s} --> {m.target}: {m.verb}" for m in self.moves.values() for s in m.sources]
        lines += [f"    {s} --> [*]" for s in self.states if s in self.final]
        return "\n".join(lines)

    def _check(self) -> None:
        known = set(self.states)
        if self.initial not in known or not self.final <= known:
            raise ValueError("The initial or a final state is unknown.")
        for m in self.moves.values():
            if not m.sources or m.target not in known or not set(m.sources) <= known:
                raise ValueError(f"Move {m.verb!r} leaves or reaches an unknown state.")
        reached, frontier = {self.initial}, [self.initial]
        while frontier:
            here = frontier.pop()
            for m in self.moves.values():
                if here in m.sources and m.target not in reached:
                    reached.add(m.target)
                    frontier.append(m.target)
        if known - reached:
            raise ValueError(f"Never reached: {sorted(known - reached)}")
        left = {s for m in self.moves.values() for s in m.sources}
        stuck = known - left - self.final
        if stuck:
            raise ValueError(f"Neither final nor left by a move: {sorted(stuck)}")
        ending = set(self.final)
        while coming := {s for s, target in self.steps() if target in ending} - ending:
            ending |= coming
        if self.final and known - ending:
            raise ValueError(f"No end is reached from: {sorted(known - ending)}")
