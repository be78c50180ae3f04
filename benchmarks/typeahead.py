"""What a suggestion costs while somebody types a skill: beside an empty page and the query, and with many skills."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from pathlib import Path

from benchmarks.frame import Row, in_turns
from benchmarks.site import visitor

TYPED = ("s", "py", "data", "cust", "design", "web dev", "machine learning", "xq")
MORE = 10_000
CODE = "esco-bench-"
FLAT = 1.3  # times the cost without them, at most
GOAL = 4.0  # times an empty page and the query
_VERBS = ("design", "sew", "paint", "pyrograph", "customize", "weld", "data-mine", "machine", "sand", "carve")
_THINGS = (
    "webbing",
    "custard",
    "silk",
    "pylons",
    "databanks",
    "designs",
    "shutters",
    "machinery",
    "xylophones",
    "sails",
)


def measure(folder: Path) -> list[Row]:
    from firstfoot.market.vocabulary.models import AddedSkill, VocabularyChange

    few, least, _ = _costs()
    _add()
    many, ceiling, query = _costs()
    AddedSkill.objects.filter(code__startswith=CODE).delete()
    VocabularyChange.objects.filter(kind="import").delete()
    return [
        Row("typeahead, our vocabulary", few, "ms", least, "hello and the query", GOAL),
        Row(f"typeahead, {MORE:,} more skills", many, "ms", ceiling, "hello and the query", GOAL),
        Row(f"typeahead, {MORE:,} more skills", many, "ms", few, "without them", FLAT),
        Row("typeahead: the query", query, "ms"),
    ]


def _costs() -> tuple[float, float, float]:
    """A suggestion, the least it could cost, and the query alone, in milliseconds, over all that is typed."""
    guest = visitor()
    asks = [guest.call(f"/skills/suggest/?q={typed.replace(' ', '+')}") for typed in TYPED]
    hello = guest.call("/bench/hello/")
    page, empty, query = in_turns(
        lambda: [ask() for ask in asks], lambda: [hello() for _ in TYPED], lambda: [_query(typed) for typed in TYPED]
    )
    return page / len(TYPED), (empty + query) / len(TYPED), query / len(TYPED)


def _query(typed: str) -> list[tuple[object, ...]]:
    """The range of the index and the names, as plain SQL."""
    from django.db import connection

    sql = """SELECT s.name, s.merged_into, p.code FROM vocabulary_beginning b
        JOIN vocabulary_phrase p ON p.id = b.phrase_id LEFT JOIN vocabulary_addedskill s ON s.id = p.skill_id
        WHERE b.opening >= %s AND b.opening < %s ORDER BY b.opening LIMIT 24"""
    with connection.cursor() as cursor:
        cursor.execute(sql, [typed.encode(), typed.encode() + b"\xff"])
        return list(cursor.fetchall())


def _add() -> None:
    from firstfoot.market.vocabulary.importing import Concept, import_skills
    from firstfoot.market.vocabulary.states import Source

    def concepts() -> Iterator[Concept]:
        for number, (verb, thing, kind) in enumerate(product(_VERBS, _THINGS, range(MORE // 100)), 1):
            yield Concept(number, Source.ESCO, f"{CODE}{number}", f"{verb} {thing} of kind {kind}")

    import_skills(concepts=concepts, digest="bench")
