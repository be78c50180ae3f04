"""Search by words: these answers hold on each database; what is listed is found, and nothing else."""

from __future__ import annotations

import pytest
from django.db import connection

from firstfoot.market.projects.actions import (
    close_project,
    pause_project,
    publish_changes,
    reindex_projects,
    resume_project,
    save_draft,
)
from firstfoot.market.projects.listing import fill_words
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.narrowing import Filters, filtered, narrowed
from firstfoot.market.projects.queries import open_projects, search
from firstfoot.market.projects.search import corrected, holding, words_of
from tests.cast import assemble
from tests.factories.projects import make_draft, make_open_project, make_other_open_project

# Words -> titles, best first: all words in the title, then in title and skills, then anywhere; the newest first.
ANSWERS = {
    "bakeries": ["Five bakeries", "Poster"],
    "BAKERIES five": ["Five bakeries", "Poster"],
    "bakeries compare": ["Five bakeries"],
    "bak": ["Five bakeries", "Crème brûlée", "Poster"],
    "bakeries f": ["Five bakeries", "Poster"],
    "sql": ["SQL report", "Crème brûlée", "Five bakeries"],
    "postgres": ["Crème brûlée"],
    "kubernetes": [],
    "creme brulee": ["Crème brûlée"],
    "CRÈME": ["Crème brûlée"],
    "c++": ["Poster"],
    "c#": [],
    "vale instruments": ["SQL report"],
    "hauptstrasse": ["Poster"],
    "hauptstraße.": ["Poster"],
    "5 % off": [],
    "café-map": ["Crème brûlée"],
    "設計": ["Poster"],
    "": ["SQL report", "Crème brûlée", "Poster", "Five bakeries"],
    "  \x00 ": ["SQL report", "Crème brûlée", "Poster", "Five bakeries"],
    # What a query language would take for orders
    "bakeries OR sql": [],
    "NOT sql": [],
    "bakeries AND five": ["Poster"],
    "NEAR(five bakeries)": [],
    "title_words : bakeries": [],
    '"five bakeries"': ["Five bakeries", "Poster"],
    '"': [],
    "' OR 1=1 --": [],
    "bak*": ["Five bakeries", "Crème brûlée", "Poster"],
    "*": [],
    "^five": ["Five bakeries", "Poster"],
    "five & !bakeries | (sql:A)": ["Five bakeries"],
    "five <-> bakeries": ["Five bakeries", "Poster"],
    "{skill_words}": [],
    "%": [],
    "_": [],
    "🍞": [],
    "🍞 bakeries": ["Five bakeries", "Poster"],
    "bakeries\x00 five": ["Five bakeries", "Poster"],
    "x" * 50_000: [],
    "bakeries " * 6_000: ["Five bakeries", "Poster"],
}


@pytest.fixture
def four(cast) -> list[Project]:
    def posted(title: str, make=make_open_project, **changes: object) -> Project:
        plain = {"outcome": "A result.", "problem": "A need.", "audience": "Us.", "in_scope": ("Work",), "tools": ()}
        return make(cast, title=title, **plain | changes)

    return [
        posted("Five bakeries", problem="We compare.", skills=("Excel",), tools=("MySQL", "SQL")),
        posted("Poster", outcome="Five posters for bakeries and inns in Hauptstraße: 設計チーム.", skills=("C++",)),
        posted("Crème brûlée", problem="The baker wants a café map.", skills=("SQL", "PostgreSQL")),
        posted("SQL report", make_other_open_project, skills=("Figma",)),
    ]


def best(words: str) -> list[str]:
    found = narrowed(open_projects(), Filters(words=words), "best")
    return [project.title for project in found.rows.order_by(*found.order)]


def test_each_search_finds_the_same_in_the_same_order_on_each_database(four):
    assert {words: best(words) for words in ANSWERS} == ANSWERS
    plain = {words: {project.title for project in holding(open_projects(), words)} for words in ANSWERS}
    assert plain == {words: set(titles) for words, titles in ANSWERS.items()}


def test_what_enters_and_leaves_the_list_is_found_and_is_not(cast):
    project = make_open_project(cast, title="Whale map")

    def is_found(words: str = "whale") -> bool:
        return filtered(Project.objects.all(), Filters(words=words)).exists()

    assert is_found()
    pause_project(project_id=project.pk, actor=cast.hana)
    assert not is_found()
    resume_project(project_id=project.pk, actor=cast.hana)
    save_draft(project_id=project.pk, changes={"title": "Walrus map"}, actor=cast.hana)
    assert (is_found("whale"), is_found("walrus")) == (True, False)
    publish_changes(project_id=project.pk, actor=cast.hana)
    assert (is_found("whale"), is_found("walrus")) == (False, True)
    Project.objects.filter(pk=project.pk).update(visibility="link")
    assert not is_found("walrus")
    close_project(project_id=project.pk, actor=cast.hana)
    make_draft(cast, title="Whale draft")
    make_open_project(cast, title="Whale by link", visibility="link")
    assert not is_found("whale")


@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no TRUNCATE")
@pytest.mark.django_db(transaction=True)
def test_where_all_projects_are_emptied_out_their_words_go_too():
    make_open_project(assemble())
    with connection.cursor() as cursor:
        cursor.execute("TRUNCATE projects_project CASCADE")
        cursor.execute("SELECT count(*) FROM projects_words")
        assert cursor.fetchone() == (0,)


def test_a_new_name_of_a_host_is_found(cast):
    make_open_project(cast)
    cast.acme.name = "Zebra & Söhne"
    cast.acme.save(update_fields=["name"])

    reindex_projects(organization_id=cast.acme.pk)

    assert (best("zebra sohne"), best("brindle"), corrected("zerba")) == (
        ["Compare five local bakeries that deliver"], [], "zebra",
    )  # fmt: skip


def test_the_words_can_be_filled_anew(four):
    fill_words(None, connection.schema_editor())
    assert {words: best(words) for words in ("bakeries", "sql", "")} == {w: ANSWERS[w] for w in ("bakeries", "sql", "")}


def test_a_search_through_few_projects_finds_drafts_too(cast):
    draft = make_draft(cast, title="Crème draft")
    assert list(search(Project.objects.all(), "creme DRAFT")) == [draft]


MEANT = {
    "bakreies": "bakeries", "desing": "design", "crmee brulee": "creme brulee", "postgrsql": "postgresql",
    "instrments vale": "instruments vale", "bakeries": "", "xyzzyq": "", "c": "", "zz": "", "🍞": "", "": "",
}  # fmt: skip


def test_a_mistyped_word_is_told_by_the_nearest_known(cast, four):
    make_open_project(cast, title="A design")
    assert {typed: corrected(typed) for typed in MEANT} == MEANT


def test_a_search_has_so_many_words_at_most():
    assert words_of("a b c d e f g h i j") == ("a", "b", "c", "d", "e", "f", "g", "h")
