"""How rare each skill is and how skills hang together: what the caller knows of the vocabulary, as plain numbers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache

ROOTS = 3  # at most so many steps up are walked
_BITS = 12


@lru_cache(maxsize=8192)
def log2_milli(numerator: int, denominator: int) -> int:
    """1000 times the binary logarithm of a ratio that is at least 1, rounded down, in integers alone.

    >>> log2_milli(8, 1), log2_milli(3, 1), log2_milli(5, 5)
    (3000, 1584, 0)
    """
    whole = (numerator // denominator).bit_length() - 1
    value, fraction = (numerator << 32) // (denominator << whole), 0
    for _ in range(_BITS):
        value = (value * value) >> 32
        fraction <<= 1
        if value >= 2 << 32:
            value >>= 1
            fraction |= 1
    return whole * 1000 + (fraction * 1000 >> _BITS)


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Counts of open projects by skill, and links of the vocabulary: code to wider codes, code to related codes.

    Build it once a night: `Lexicon(projects=n, uses={code: projects that ask for it}, broader={...}, related={...})`.
    A skill without a count is as rare as can be; one without links stands alone.
    """

    projects: int = 0
    uses: Mapping[str, int] = field(default_factory=dict)
    broader: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    related: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    narrower: Mapping[str, tuple[str, ...]] = field(init=False, repr=False)  # one step down, made from `broader`
    _wider: dict[str, tuple[tuple[str, int], ...]] = field(init=False, repr=False, compare=False, default_factory=dict)

    def __post_init__(self) -> None:
        found: dict[str, tuple[str, ...]] = {}
        for code, wider in self.broader.items():
            for up in wider:
                found[up] = (*found.get(up, ()), code)
        object.__setattr__(self, "narrower", found)

    def idf(self, skill: str) -> int:
        """1000 for what every project asks for, more the rarer it is: 1000 (1 + log2((n + 1) / (uses + 1)))."""
        uses = min(self.uses.get(skill, 0), self.projects)
        return 1000 + log2_milli(self.projects + 1, uses + 1)

    def wider(self, skill: str) -> tuple[tuple[str, int], ...]:
        """All wider skills, each once with its least number of steps, the nearest first."""
        if skill not in self._wider:
            self._wider[skill] = tuple(self._walked(skill))
        return self._wider[skill]

    def _walked(self, skill: str) -> Iterator[tuple[str, int]]:
        seen, level = {skill}, [skill]
        for steps in range(1, ROOTS + 1):
            level = [up for code in level for up in self.broader.get(code, ()) if up not in seen]
            for code in dict.fromkeys(level):
                seen.add(code)
                yield code, steps
