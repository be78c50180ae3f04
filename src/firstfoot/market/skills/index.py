"""The index over a vocabulary: one look for the skill of a word, two for the skills of a beginning."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from firstfoot.market.skills.forms import bare, loose, normal, shorter, tight
from firstfoot.market.skills.skill import Skill

MOST = 20  # suggestions to one beginning
FEW = 32  # so many entries are ranked when asked; more of one beginning are ranked beforehand
# Places in the order of suggestions: what begins a name comes first; what few ask for, two further back.
IN_NAME, OPENS_ALIAS, IN_ALIAS, UNPOPULAR = 1, 3, 5, 2
_AFTER_ALL = "\U0010ffff"


class Entry(NamedTuple):
    """A name or alias from one of its words on."""

    text: str
    rank: tuple[int, int, str, str]  # place, popularity, name, code
    is_whole: bool


class Index:
    """Finds skills by what people write. Raises ValueError where a code or a phrase belongs to two skills."""

    def __init__(self, skills: Iterable[Skill], popular: Sequence[str] = ()) -> None:
        self.skills: Mapping[str, Skill] = _by_code(skills)
        self._exact: dict[str, str] = {}
        for skill in self.skills.values():
            for phrase in skill.phrases:
                self._keep(normal(phrase), skill.code)
        self._loose = _loosely(self._exact)
        self._places = {place: s.code for s in self.skills.values() for place in (s.esco_uri, s.onet) if place}
        ranks = {code: rank for rank, code in enumerate(popular)}
        names = {normal(skill.name) for skill in self.skills.values()}
        self._entries = sorted(
            entry
            for text, code in self._exact.items()
            for entry in _entries(text, self.skills[code], text in names, ranks)
        )
        self._texts = [entry.text for entry in self._entries]
        self._best: dict[str, tuple[Skill, ...]] = {}
        self._rank_ahead(0, len(self._entries), 1)

    def resolve(self, word: str) -> str | None:
        """The code of the skill that a word means: by its own form, by looser ones, then with less around it."""
        if found := self.named(word):
            return found
        for less in shorter(word):
            if found := self._exact.get(less) or self._by_loose(less):
                return found
        return self._exact.get(bare(normal(word)))

    def named(self, word: str) -> str | None:
        """The code of the skill that has this very name or alias, but for case, marks, plural and spelling."""
        text = normal(word)
        return self._exact.get(text) or self._by_loose(text)

    def placed(self, place: str) -> str | None:
        """The code of the skill that stands in ESCO under this address, or in O*NET under this title."""
        return self._places.get(place)

    def suggest(self, prefix: str, limit: int = 8) -> tuple[Skill, ...]:
        """At most `limit` (and never more than MOST) skills with a word that begins with `prefix`."""
        text = normal(prefix)
        if not text:
            return ()
        best = self._best.get(text)
        if best is None:
            best = self._ranked(text, bisect_left(self._texts, text), bisect_left(self._texts, text + _AFTER_ALL))
        return best[: max(0, limit)]

    def _keep(self, text: str, code: str) -> None:
        if self._exact.setdefault(text, code) != code or not text:
            raise ValueError(f"{text!r} is of {self._exact[text]} and of {code}")

    def _by_loose(self, text: str) -> str | None:
        form = loose(text)
        return self._loose.get(form) or self._loose.get(tight(form))

    def _rank_ahead(self, low: int, high: int, size: int) -> None:
        """Rank what begins alike in its first `size` letters wherever that is more than a few."""
        while low < high:
            text = self._texts[low][:size]
            if len(text) < size:
                low += 1
                continue
            end = bisect_left(self._texts, text + _AFTER_ALL, low, high)
            if end - low > FEW:
                self._best[text] = self._ranked(text, low, end)
                self._rank_ahead(low, end, size + 1)
            low = end

    def _ranked(self, prefix: str, low: int, high: int) -> tuple[Skill, ...]:
        def order(entry: Entry) -> tuple[bool, tuple[int, int, str, str]]:
            return not (entry.is_whole and entry.text == prefix), entry.rank

        codes = dict.fromkeys(entry.rank[-1] for entry in sorted(self._entries[low:high], key=order))
        return tuple(self.skills[code] for code in list(codes)[:MOST])


def _by_code(skills: Iterable[Skill]) -> dict[str, Skill]:
    found: dict[str, Skill] = {}
    for skill in skills:
        if found.setdefault(skill.code, skill) is not skill:
            raise ValueError(f"Two skills have the code {skill.code}")
    return found


def _loosely(exact: Mapping[str, str]) -> dict[str, str]:
    """The looser forms of all texts; one that two skills have in common is of neither."""
    found: dict[str, str] = {}
    ambiguous = set()
    for text, code in exact.items():
        form = loose(text)
        for each in (form, tight(form)):
            if found.setdefault(each, code) != code:
                ambiguous.add(each)
    return {form: code for form, code in found.items() if form not in ambiguous}


def _entries(text: str, skill: Skill, is_name: bool, ranks: Mapping[str, int]) -> Iterator[Entry]:
    unpopular = 0 if skill.code in ranks else UNPOPULAR
    rank = ranks.get(skill.code, len(ranks))
    words = text.split()
    first, later = (0, IN_NAME) if is_name else (OPENS_ALIAS, IN_ALIAS)
    yield Entry(text, (first + unpopular, rank, skill.name, skill.code), True)
    inside = (later + unpopular, rank, skill.name, skill.code)  # one for all: the index stays small
    for start in range(1, len(words)):
        yield Entry(" ".join(words[start:]), inside, False)
    if is_name and len(words) > 1:
        yield Entry(tight(text), (IN_NAME + unpopular, rank, skill.name, skill.code), True)
