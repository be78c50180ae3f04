"""No list and no desk looks through a growing table: their query plans, on SQLite and PostgreSQL."""

from __future__ import annotations

import functools
import json
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any

import pytest
from django.core.cache import caches
from django.db import connection

from firstfoot.foundation.notifications.actions import tell
from firstfoot.foundation.notifications.sending import deliver_due
from firstfoot.proof.network.actions import list_as_alumnus
from firstfoot.reactions import clocks
from firstfoot.reactions.worker import drain, react
from tests.factories.engagements import make_active, make_completed, submit
from tests.factories.projects import make_open_project
from tests.factories.ties import make_tie

# Tables that grow with what people do; the rest hold a handful of rows, or as many as there are words.
SMALL = {"django_content_type", "django_migrations", "auth_permission", "reactions_workermark"}
# A steward's search looks through the names.
LOOKS_THROUGH = {
    "/steward/organizations/?q=": {"organizations_organization"},
    "/steward/people/?q=": {"accounts_person"},
}
# At most so many of the found are sorted (decision 13), however many there are.
FEW_FOUND = "/projects/?q="
# Lists of everyone's things come out of an index in their order; a person's own are few, and may be sorted.
OF_ALL = ("/projects/", "/steward/", "/inbox/")
PAGES = [
    ("", "/projects/"), ("", "/projects/?sort=soon"), ("", "/projects/?sort=short"),
    ("", "/projects/?category=strategy"), ("", "/projects/?after={project}"),
    ("", "/skills/suggest/?q=weav"),
    ("", "/projects/?sort=soon&before={project}"), ("", "/projects/?q=bread"),
    ("", "/projects/?q=bread&sort=best"), ("", "/projects/?q=braed&category=strategy"),
    ("", "/projects/in/strategy/"), ("", "/projects/feed.atom?skill=google-sheets"),
    ("", "/projects/with/{skill}/"), ("", "/projects/with/{skill}/?after={project}"),
    ("", "/projects/?skill=google-sheets&pay=100&start=month"), ("", "/projects/{project}/"),
    ("", "/organizations/{acme}/"), ("", "/"),
    ("sam", "/projects/"), ("sam", "/talent/"), ("sam", "/talent/applications/"), ("sam", "/work/"), ("sam", "/inbox/"),
    ("sam", "/inbox/?after={notice}"), ("sam", "/work/{work}/"), ("sam", "/work/{work}/story/"),
    ("sam", "/work/messages/"), ("hana", "/work/messages/?q=bread"),
    ("hana", "/hosting/"), ("hana", "/hosting/pay/"), ("sam", "/talent/pay/"), ("sam", "/work/{work}/pay/"),
    ("stella", "/steward/write-offs/"), ("hana", "/work/"), ("hana", "/hosting/projects/{project}/applicants/"),
    ("hugo", "/hosting/"), ("hugo", "/work/{work}/deliverables/1/"),
    ("stella", "/steward/"), ("stella", "/steward/organizations/"),
    ("stella", "/steward/organizations/?state=rejected"),
    ("stella", "/steward/organizations/?q=bakery&state="), ("stella", "/steward/people/"),
    ("stella", "/steward/people/?state=suspended"), ("stella", "/steward/people/?after={person}"),
    ("hana", "/hosting/projects/{project}/figures/"), ("stella", "/steward/figures/"), ("stella", "/steward/audit/"),
    ("stella", "/steward/mails/"), ("stella", "/steward/runs/"),
]  # fmt: skip

PAGES_AFTER_WORK = [
    ("sam", "/people-i-know/"), ("hana", "/people-i-know/"), ("sam", "/people-i-know/{tie}/"),
    ("sam", "/people-i-know/hosts/"), ("sam", "/people-i-know/alumni/{acme}/"),
    ("hana", "/people-i-know/alumni/{acme}/"), ("hana", "/hosting/organizations/{acme}/bench/"),
    ("", "/organizations/{acme}/"),
]  # fmt: skip


@pytest.fixture
def lived(cast) -> dict[str, str]:
    """A world with something in each list, and the ids of the things in the addresses."""
    work, project = make_active(cast), make_open_project(cast)
    submit(work)
    notice = tell(recipient=cast.sam, key="k", kind="k", title="News")
    drain()
    return {
        "project": project.public_id, "acme": cast.acme.public_id, "work": work.public_id,
        "skill": "google-sheets", "notice": notice.public_id, "person": cast.paz.public_id,
    }  # fmt: skip


def test_no_list_looks_through_a_growing_table(cast, client, lived):
    assert looked_through(cast, client, PAGES, lived) == {}


def test_no_list_of_people_one_worked_with_does(cast, client):
    make_completed(cast)
    list_as_alumnus(organization_id=cast.acme.pk, actor=cast.sam)
    lived = {"tie": make_tie(cast).public_id, "acme": cast.acme.public_id}
    assert looked_through(cast, client, PAGES_AFTER_WORK, lived) == {}


def looked_through(cast, client, pages, lived) -> dict[tuple[str, str], Any]:
    """By who and where: the growing tables that were read whole, or that a list of all was sorted."""
    found, known = {}, set[tuple[str, frozenset[str]]]()
    for who, address in pages:
        client.logout()
        if who:
            client.force_login(getattr(cast, who))
        url = address.format(**lived)
        client.get(url)
        caches["cards"].clear()
        with asked() as queries:
            assert client.get(url).status_code == 200, url
        allowed = frozenset(SMALL).union(*(tables for part, tables in LOOKS_THROUGH.items() if part in url))
        for sql, given in queries:
            if (sql, allowed) in known or not sql.startswith("SELECT"):
                continue
            known.add((sql, allowed))
            plan = plan_of(sql, given)
            if plan.scanned - allowed:
                found[who, url] = (sorted(plan.scanned - allowed), sql)
            elif plan.sorts and url.startswith(OF_ALL) and FEW_FOUND not in url and is_list_of_all(sql, given):
                found[who, url] = ("sorts", sql)
    return found


def test_the_worker_looks_through_no_growing_table_when_nothing_is_due(cast, lived):
    """It asks every second what is due."""
    with asked() as queries:
        react()
        clocks.ring_due()
        clocks.remind_due()
        deliver_due()
    asks = {sql: given for sql, given in queries if sql.startswith("SELECT")}
    assert len(asks) > 10
    scanned = {sql: sorted(plan_of(sql, given).scanned - SMALL) for sql, given in asks.items()}
    assert {sql: tables for sql, tables in scanned.items() if tables} == {}


@contextmanager
def asked() -> Iterator[list[tuple[str, tuple[Any, ...]]]]:
    """The queries as they are asked, with what is given apart: a plan may depend on what is not written in them."""
    seen: list[tuple[str, tuple[Any, ...]]] = []

    def note(execute, sql, params, many, context):
        if not many:
            seen.append((sql, tuple(params or ())))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield seen


def is_list_of_all(sql: str, given: tuple[Any, ...]) -> bool:
    """Whether it is the page's own list: it ends at a limit, and joins or names what everyone's things are."""
    whole = sql % tuple("?" if isinstance(value, str) else value for value in given)
    return bool(re.search(r"ORDER BY .* LIMIT (?!1$|21$)\d+$", whole))


@pytest.mark.parametrize(
    ("sql", "scanned", "sorts"),
    [
        ("SELECT * FROM projects_project WHERE return_reason = 'x'", {"projects_project"}, False),
        ("SELECT id FROM projects_project WHERE id > 0 ORDER BY return_reason LIMIT 3", set(), True),
        ("SELECT id FROM projects_project ORDER BY id DESC LIMIT 3", set(), False),
        ("SELECT avg(length(return_reason)) FROM projects_project", {"projects_project"}, False),
    ],
)
def test_the_reader_of_plans_sees_a_scan_and_a_sort(cast, sql, scanned, sorts):
    assert plan_of(sql) == Plan(frozenset(scanned), sorts)


@dataclass(frozen=True, slots=True)
class Plan:
    """What a query does beyond following indexes."""

    scanned: frozenset[str] = frozenset()  # tables read from end to end
    sorts: bool = False


def plan_of(sql: str, given: tuple[Any, ...] = ()) -> Plan:
    read = _plan_of_postgresql if connection.vendor == "postgresql" else _plan_of_sqlite
    return read(sql, given)


def _plan_of_sqlite(sql: str, given: tuple[Any, ...]) -> Plan:
    """A walk along an index that ends at a limit is no scan, nor one along an index over a part of the rows."""
    names = re.findall(r'(?:FROM|JOIN) "?(\w+)"?(?: (?:AS )?"?([A-Z]\d+)"?)?', sql)
    tables = {alias or table: table for table, alias in names}
    with connection.cursor() as cursor:
        cursor.execute("EXPLAIN QUERY PLAN " + sql, given)
        steps = [row[3] for row in cursor.fetchall()]
    sorts = any("TEMP B-TREE FOR ORDER BY" in step for step in steps)
    ends = " LIMIT " in sql and "ORDER BY" in sql and not sorts
    steps = [step for step in steps if not re.search(r" VIRTUAL TABLE INDEX \d+:.*M", step)]  # a look-up of words
    scans = [found for step in steps if (found := re.match(r"SCAN (\w+)(?: USING (?:COVERING )?INDEX (\w+))?", step))]
    return Plan(
        frozenset(
            tables[scan[1]] for scan in scans if scan[1] in tables and not (ends or _definition(scan[2]).count("WHERE"))
        ),
        sorts,
    )


def _plan_of_postgresql(sql: str, given: tuple[Any, ...]) -> Plan:
    """With scans, then sorts, as the last resort, they appear only where no index would do."""
    every = _nodes(sql, given, "enable_seqscan")
    sorts = any("Sort" in node["Node Type"] for node in _nodes(sql, given, "enable_seqscan", "enable_sort"))
    scanned = {node["Relation Name"] for node in every if node["Node Type"] == "Seq Scan"}
    for node in every:
        if node["Node Type"] in {"Index Scan", "Index Only Scan"} and "Index Cond" not in node:
            walks = (" LIMIT " in sql and "ORDER BY" in sql and not sorts) or node["Within"] == "Limit"
            if not (walks or _definition(node["Index Name"]).count("WHERE")):
                scanned.add(node["Relation Name"])
    return Plan(frozenset(scanned), sorts)


def _nodes(sql: str, given: tuple[Any, ...], *without: str) -> list[dict[str, Any]]:
    with connection.cursor() as cursor:
        for way in without:
            cursor.execute(f"SET LOCAL {way} = off")
        cursor.execute("EXPLAIN (FORMAT JSON) " + sql, given)
        plan = cursor.fetchone()[0]
        # Else the pages themselves run by such plans, whose high price makes PostgreSQL compile each query.
        for way in without:
            cursor.execute(f"SET LOCAL {way} = on")
    top = (json.loads(plan) if isinstance(plan, str) else plan)[0]["Plan"] | {"Within": ""}
    nodes, every = [top], []
    while nodes:
        node = nodes.pop()
        every.append(node)
        nodes += [below | {"Within": node["Node Type"]} for below in node.get("Plans", [])]
    return every


def _definition(index: str | None) -> str:
    """How an index is made, as SQL; one over a part of the rows has a WHERE."""
    return _definitions(connection.vendor).get(index or "", "")


@functools.cache
def _definitions(vendor: str) -> dict[str, str]:
    """Read once: the tables do not change while tests run."""
    table = "pg_indexes" if vendor == "postgresql" else "sqlite_master"
    columns = "indexname, indexdef" if vendor == "postgresql" else "name, sql"
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT {columns} FROM {table}")
        return {name: str(sql or "") for name, sql in cursor.fetchall()}
