"""An engagement with 200 messages, 50 check-ins and 40 submissions asks no more of the database than a small one."""

from __future__ import annotations

import pytest
from benchmarks.workspace import PAGES, fill
from django.db import connection
from django.test.utils import CaptureQueriesContext

from tests.factories.engagements import make_active, send_back, submit

pytestmark = pytest.mark.once


@pytest.fixture
def asked(cast, client):
    """How many queries each page takes, and how long it is: with a page of everything, then with far more."""
    engagement = make_active(cast)
    submit(engagement)
    send_back(engagement)
    client.force_login(cast.sam)

    def ask() -> dict[str, tuple[int, int]]:
        found = {}
        for page in PAGES:
            client.get(f"/work/{engagement.public_id}/{page}")
            with CaptureQueriesContext(connection) as queries:
                answer = client.get(f"/work/{engagement.public_id}/{page}")
            assert answer.status_code == 200
            found[page] = (len(queries), len(answer.content))
        return found

    fill(engagement, messages=30, check_ins=10, submissions=6)
    few = ask()
    fill(engagement, round=2)
    return few, ask()


def test_every_page_costs_and_shows_as_much_as_before(asked):
    few, many = asked
    assert {page: count for page, (count, _length) in many.items()} == {
        page: count for page, (count, _length) in few.items()
    }
    grown = {page: many[page][1] / few[page][1] for page in PAGES}
    assert {page: times for page, times in grown.items() if times > 1.5} == {}
