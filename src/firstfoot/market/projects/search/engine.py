"""Narrows projects to those that hold some words: the same ones on each database, in the same order."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.db import connection
from django.db.models import Case, IntegerField, QuerySet, Value, When
from django.db.models.expressions import RawSQL

from firstfoot.market.projects.models import Project
from firstfoot.market.projects.search import postgresql, sqlite
from firstfoot.market.projects.search.words import words_of

# So many are looked at, the newest of them: whoever finds more says more.
MOST_FOUND = 3_000
# How well a project fits: all words in the title, in title and skills, anywhere.
FITS = (("title", 2), ("skills", 1), ("", 0))


def holding(projects: QuerySet[Project], text: str) -> QuerySet[Project]:
    """Those listed that hold each word somewhere, the last one as a beginning; none, where a text has no word.

    An empty text narrows nothing.
    """
    words = words_of(text)
    if not words:
        return projects.none() if text.strip(" \t\r\n\x00") else projects
    return projects.filter(pk__in=_found(words))


def best_first(projects: QuerySet[Project], text: str) -> QuerySet[Project]:
    """As `holding`, with `fit` from 2 (all words in the title) to 0: where many fit, titles are looked at first."""
    words = words_of(text)
    if not words:
        return holding(projects, text).annotate(fit=Value(0, output_field=IntegerField()))
    every = [_statement(words, within) for within, _fit in FITS]
    parts = (f"SELECT rowid FROM ({sql}) AS found{n}" for n, (sql, _given) in enumerate(every))  # noqa: S608
    found = RawSQL(" UNION ".join(parts), [value for _sql, given in every for value in given])  # noqa: S611
    return projects.filter(pk__in=found).annotate(fit=_fit(words))


def fitting(text: str) -> QuerySet[Project]:
    """Every project with its `fit`, to find the place of one that left the list."""
    words = words_of(text)
    return Project.objects.annotate(fit=_fit(words) if words else Value(0, output_field=IntegerField()))


def _fit(words: Sequence[str]) -> Case:
    cases = [When(pk__in=_found(words, within), then=Value(fit)) for within, fit in FITS if fit]
    return Case(*cases, default=Value(0), output_field=IntegerField())


def _found(words: Sequence[str], within: str = "") -> RawSQL:
    sql, given = _statement(words, within)
    return RawSQL(sql, given)  # noqa: S611  # our own statement; what is asked is a parameter


def _statement(words: Sequence[str], within: str) -> tuple[str, list[str]]:
    engine: Any = postgresql if connection.vendor == "postgresql" else sqlite
    return engine.FOUND.format(most=MOST_FOUND + 1), [engine.asked(words, within)]
