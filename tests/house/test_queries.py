"""Every page costs the same for a few rows as for many, and never more than twelve queries."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

import pytest
from django.core.cache import caches
from django.db import connection, reset_queries
from django.test.utils import CaptureQueriesContext

from tests.figures import IS_DEEP
from tests.house.growth import one_of_each, twenty_more
from tests.house.matrix import ACTORS, Row, rows
from tests.house.visitors import Visitors
from tests.house.world import World

pytestmark = pytest.mark.once

MOST = 12
# Those whose lists are the longest; in `make deep` everyone looks.
READERS = {"hosts": ("hana", "sam"), "work": ("hana", "sam")}
# The pages with a list that grew; all others are looked at all the same, the market's among them: a page of it is full.
LISTS = {
    "people:calendar calendar", "work:calendar active",
    "public:feed", "public:sitemap_of section",
    "public:organization acme", "public:searches",
    "people:inbox", "people:leave", "people:settings", "people:blocks", "people:known",
    "people:alumni acme", "hosts:bench acme",
    "talent:portfolio", "talent:portfolio_item completed", "public:person person_page",
    "public:person_card person_page",
    "talent:resume", "talent:resume_json", "talent:resume_text", "talent:resume_paper look",
    "talent:desk", "talent:for_you", "talent:applications", "talent:application application_shortlisted", "hosts:desk",
    "hosts:pay", "hosts:pay_export payroll", "talent:pay", "talent:test_drive", "work:money closing",
    "hosts:host_figures_file acme kind", "talent:figures",
    "hosts:organization acme", "hosts:members acme", "hosts:project_new", "hosts:invite_people project",
    "hosts:found_people project",
    "hosts:project_questions acme starter", "hosts:brief_step draft step", "hosts:brief_preview draft",
    "hosts:project project", "hosts:applicants project", "hosts:review_questions project",
    "hosts:review_compare project", "work:list", "work:engagement active", "work:story active",
    "work:agreement agreeing", "work:scope active", "work:check_ins active", "work:hours active",
    "work:plan onboarding", "work:access onboarding",
    "work:correction active correction",
    "work:deliverables active", "work:deliverable active first", "work:conversation active", "work:messages",
    "work:supervisor active", "work:away active",
    "work:completion completed", "work:evaluation closing", "stewards:credentials", "stewards:desk", "stewards:cases",
    "stewards:cases_over",
    "stewards:at_risk", "stewards:organizations", "stewards:organization unverified", "stewards:people",
    "stewards:person person_vera",
    "stewards:runs", "stewards:pay_floors", "stewards:skills", "stewards:mails", "stewards:result late_result",
    "stewards:write_offs", "stewards:part_pays", "stewards:part_pay late_part",
    "work:part_pay parted", "stewards:disputes", "work:disputes active",
}  # fmt: skip
SAVEPOINT = re.compile(r"(RELEASE |ROLLBACK TO )?SAVEPOINT")
VALUE = re.compile(r"'[^']*'|\b\d+\b|\?(?:, \?)+")


def looks() -> Iterator[tuple[Row, str]]:
    """Each page with those who look at it."""
    for row in rows():
        let_in = [actor for actor in ACTORS if row.answers[actor] == 200]
        if row.method != "GET" or row.name.endswith(("_pdf", "_zip")) or not let_in:
            continue
        order = READERS.get(row.name.partition(":")[0], ("sam", "hana"))
        longest = [actor for actor in (*order, *let_in) if actor in let_in][:1]
        yield from ((row, actor) for actor in (let_in if IS_DEEP else longest))


def asked(visitors: Visitors, row: Row, actor: str) -> tuple[Counter[str], int]:
    """What a page asks the database when nothing is kept from before, each query without its values; and its length."""
    for cache in caches.all():
        cache.clear()
    reset_queries()
    with CaptureQueriesContext(connection) as queries:
        response = visitors.ask_row(actor, row)
    assert response.status_code == 200, (row, actor)
    asked_for = [query["sql"] for query in queries.captured_queries if not SAVEPOINT.match(query["sql"])]
    length = 0 if response.streaming else len(response.content)
    return Counter(VALUE.sub("?", sql) for sql in asked_for), length


@pytest.mark.deep
def test_no_page_asks_more_for_more_rows_nor_ever_much(db):
    world = World()
    one_of_each(world)
    visitors = Visitors(world)
    few = {(str(row), actor): asked(visitors, row, actor) for row, actor in looks()}
    twenty_more(world)
    many = {(str(row), actor): asked(visitors, row, actor) for row, actor in looks()}

    costly = {look: queries.total() for look, (queries, _) in many.items() if queries.total() > MOST}
    other = {
        str(look): (before.total(), after.total(), list(after - before), list(before - after))
        for look, ((before, _), (after, _)) in ((look, (few[look], many[look])) for look in many)
        if before.total() != after.total()
    }
    longer = {row for (row, actor), (_, length) in many.items() if length > few[row, actor][1] + 1000}
    assert (costly, other) == ({}, {})
    assert {row.removeprefix("GET ") for row in longer} == LISTS
