"""PostgreSQL stopped at once under writes: a clear page meanwhile, and on it goes by itself once it is back."""

from __future__ import annotations

import random
import time

import pytest
from django.db import connection

from firstfoot.kernel import clock
from tests.faults import served
from tests.faults.cluster import cluster
from tests.faults.load import Load
from tests.faults.test_frozen import send_again, write
from tests.faults.test_kill_served import came_to_rest
from tests.figures import count, figure

pytestmark = [
    pytest.mark.deep,
    pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite has no server that could stop"),
]


@pytest.fixture
def postgresql():
    with cluster() as made:
        yield made


@pytest.fixture
def own_database(transactional_db, postgresql):
    """The site's database is there, a copy of the tests' empty one."""

    def make(_data):
        ours, name = connection.settings_dict, "firstfoot"
        postgresql.copy(f"postgresql://{ours['USER']}@{ours['HOST']}:{ours['PORT']}/{ours['NAME']}", name)
        url = postgresql.url(name)
        reached = {"NAME": name, "HOST": "127.0.0.1", "PORT": str(postgresql.port), "USER": "postgres", "PASSWORD": ""}
        return {"DATABASE_URL": url}, reached

    return make


def test_stopped_at_once_under_writes_nothing_answered_is_lost_and_it_goes_on_by_itself(site, postgresql):
    chance = random.Random(clock.today().toordinal())
    site.known = site.inside(served.settle_in)
    site.start()
    ready, typed = [], []
    with Load(site) as load:
        for number in range(count(ci=1, deep=10)):
            time.sleep(chance.uniform(0.5, 1.5))
            postgresql.stop()
            typed.append(f"Typed while it was away, {number}")
            page = while_it_is_away(site, typed[-1])
            postgresql.start()
            began, moment = time.monotonic(), time.time()
            site.wait_ready(60)
            site.wait_for(lambda moment=moment: site.inside(served.beat) > moment, 60, "the worker is back at work")
            ready.append(time.monotonic() - began)
            assert send_again(site, page) == 302
        time.sleep(0.5)
    site.wait_for(lambda: came_to_rest(site), 60, "everything is done and sent")

    seen = site.inside(served.posts)
    assert [body for body in (*load.acknowledged, *typed) if seen.get(body) != 1] == []
    assert [body for body, times in seen.items() if times > 1] == []
    stored, facts, notices = site.inside(served.told_of_posts)
    assert stored == facts == notices, "one fact a message, and one notice of each"
    extended = site.inside(served.extensions, public_id=site.known["offer"])
    assert load.extended <= extended <= load.tried
    assert site.inside(served.faults) == []
    assert set(load.statuses) <= {200, 302, 503}, load.statuses
    answered = len(load.acknowledged) + load.extended
    figure("answered and lost when PostgreSQL stops at once", "0", f"of {answered} writes, {len(ready)} stops")
    figure("pages and worker back after PostgreSQL is", f"{max(ready):.1f} s", "at most")


def while_it_is_away(site, text: str) -> str:
    """Everything says so: the machine's answer, a page, and a form, which keeps what was typed; that page."""
    signs = site.signs()
    assert (signs["status"], signs["database"]) == ("503", "unreachable")
    status, page = site.ask("/projects/")
    assert (status, 'data-trouble="away"' in page) == (503, True)
    status, page, _seconds = write(site, text)
    assert (status, 'data-trouble="away"' in page, text in page) == (503, True, True)
    return page
