"""Puts the skills of a list down by the hundred: none is doubled, and a second time changes nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from itertools import batched

from django.db import transaction

from firstfoot.foundation.journal.actions import record_new
from firstfoot.kernel import clock
from firstfoot.market.skills import vocabulary
from firstfoot.market.vocabulary.events import Vocabulary
from firstfoot.market.vocabulary.importing.layouts import Concept
from firstfoot.market.vocabulary.models import LONGEST, AddedSkill, Phrase, VocabularyChange
from firstfoot.market.vocabulary.states import ChangeKind, Source
from firstfoot.market.vocabulary.storing import AT_A_TIME, key_of, store_phrases


@dataclass(slots=True)
class Report:
    """What an import did, or would do."""

    added: int = 0
    tied: int = 0  # to a skill that is there: ours, added before, or earlier in the same list
    known: int = 0  # from an import before
    aliases: int = 0
    skipped: Counter[str] = field(default_factory=Counter)  # aliases, by why


@dataclass(frozen=True, slots=True)
class _Words:
    """What the whole list says: whose a name is, and which aliases are of more than one skill."""

    named: dict[str, str]  # key -> code of the first that is called so
    shared: frozenset[str]
    ties: dict[str, str] = field(default_factory=dict)  # code -> the code it counts as, as far as the list was read


def import_skills(*, concepts: Callable[[], Iterator[Concept]], digest: str, is_trial: bool = False) -> Report:
    """Add what the list has and we have not; `concepts` reads it from its start and is called twice.

    The whole list is read before anything is written: a bad row leaves all as it was. Then some hundred skills at a
    time are committed, so that others can write in between; after a cut the next run goes on. `digest` is of the file.
    """
    words, report, sources = _whole(concepts()), Report(), set[Source]()
    for some in batched(concepts(), AT_A_TIME):
        sources |= {concept.source for concept in some}
        with transaction.atomic():
            _bring(some, words, report, is_trial)
    if not is_trial and report.added + report.tied + report.aliases:
        note_import(sources=sources, added=report.added, digest=digest)
    return report


@transaction.atomic
def note_import(*, sources: Iterable[Source], added: int, digest: str) -> VocabularyChange:
    """Say once that a list was read to its end: what people and briefs wrote is read again from then on."""
    name = ", ".join(sorted(str(source.label) for source in sources))
    change = VocabularyChange(kind=ChangeKind.IMPORT, words=name[:LONGEST], made_at=clock.now())
    record_new(Vocabulary.IMPORTED, change, None, number=added, digest=digest)
    return change


def _whole(concepts: Iterable[Concept]) -> _Words:
    named: dict[str, str] = {}
    aliased: dict[str, str] = {}
    shared = set[str]()
    for concept in concepts:
        named.setdefault(key_of(concept.name), concept.code)
        for key in {key_of(alias) for alias in concept.aliases}:
            if aliased.setdefault(key, concept.code) != concept.code:
                shared.add(key)
    return _Words(named, frozenset(shared))


def _bring(some: tuple[Concept, ...], words: _Words, report: Report, is_trial: bool) -> None:
    held = {skill.code: skill for skill in AddedSkill.objects.filter(code__in=[concept.code for concept in some])}
    keys = {key_of(phrase) for concept in some for phrase in (concept.name, *concept.aliases)}
    taken = _taken(keys)
    new, phrases = [], list[Phrase]()
    for concept in some:
        skill = held.get(concept.code)
        report.known += skill is not None
        if skill is not None and skill.merged_into:
            words.ties[skill.code] = skill.merged_into
        if skill is None:
            into = _tie(concept, words, taken)
            skill = AddedSkill(
                code=concept.code, name=concept.name, source=concept.source, uri=concept.uri, merged_into=into,
                added_at=clock.now(),
            )  # fmt: skip
            new.append(skill)
            if into:
                words.ties[skill.code] = into
            report.tied += bool(into)
            report.added += not into
        if not skill.merged_into:
            phrases += _phrases(concept, skill, words, taken, report)
    if not is_trial:
        AddedSkill.objects.bulk_create(new)
        store_phrases(phrases)


def _taken(keys: set[str]) -> dict[str, str]:
    """The codes of those keys that are read as a skill already, in a few queries."""
    found = dict[str, str]()
    for some in batched(keys, AT_A_TIME):
        phrases = Phrase.objects.filter(key__in=some).select_related("skill")
        found |= {phrase.key: phrase.counts_as for phrase in phrases}
    return found


def _tie(concept: Concept, words: _Words, taken: dict[str, str]) -> str:
    """The code of the skill that is the same, by its identifier or its name; empty when there is none."""
    if own := vocabulary().placed(concept.uri or concept.name) or vocabulary().named(concept.name):
        return own
    key = key_of(concept.name)
    first = words.named[key]
    return taken.get(key, "") or ("" if first == concept.code else words.ties.get(first, first))


def _phrases(
    concept: Concept, skill: AddedSkill, words: _Words, taken: dict[str, str], report: Report
) -> Iterator[Phrase]:
    """The phrases that are free: an alias that is a name elsewhere, or of two skills, is of neither."""
    for phrase in (concept.name, *concept.aliases):
        key, is_name = key_of(phrase), phrase == concept.name
        if taken.get(key) == skill.code:
            continue
        if key in taken or vocabulary().named(phrase):
            report.skipped["is read as another skill already"] += not is_name
        elif not is_name and words.named.get(key, skill.code) != skill.code:
            report.skipped["is the name of another skill"] += 1
        elif not is_name and key in words.shared:
            report.skipped["is of more than one skill"] += 1
        else:
            taken[key] = skill.code
            report.aliases += not is_name
            yield Phrase(key=key, words=phrase, skill=skill, is_name=is_name)
