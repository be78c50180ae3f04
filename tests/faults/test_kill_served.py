"""`kill -9` of web and worker of a served site under load, at random; and of the supervisor itself."""

from __future__ import annotations

import email
import os
import random
import signal
import statistics
import time
from collections import Counter
from contextlib import suppress

import pytest

from firstfoot.kernel import clock
from tests.faults import served
from tests.faults.load import Load
from tests.faults.site import Site, fresh_start, is_alive
from tests.figures import IS_DEEP, count, figure
from tests.foundation.notifications.servers import Accepting, serving

READY_WITHIN = 3.0  # seconds, where a fresh interpreter loads the site in less than one
STARTS = 3.5 if IS_DEEP else 8.0  # so many times what a fresh start takes now, on a machine that runs other tests too
LEAVES_WITHIN = 20.0  # seconds; a web process has 10 to finish what is under way


def within(fresh: float) -> float:
    return max(READY_WITHIN, STARTS * fresh)


def kill(*pids: int) -> None:
    for pid in pids:
        with suppress(ProcessLookupError):
            os.kill(pid, signal.SIGKILL)


VICTIMS = {
    "web server": lambda site: kill(site.web()),
    "web server and its processes": lambda site: kill(site.web(), *site.web_workers()),
    "one web process": lambda site: kill(site.web_workers()[0]),
    "worker": lambda site: kill(site.worker()),
    "all but the supervisor": lambda site: kill(*site.everyone()),
}


@pytest.mark.deep
@pytest.mark.once
def test_killed_at_random_under_load_it_comes_back_and_nothing_answered_is_lost(site):
    chance = random.Random(clock.today().toordinal() if IS_DEEP else 7)
    server = Accepting()
    with serving(server) as port:
        site.environment["SMTP_URL"] = f"smtp://127.0.0.1:{port}"
        site.known = site.inside(served.settle_in)
        site.start()
        times = []
        with Load(site) as load:
            for name in [*VICTIMS] * count(ci=1, deep=20):
                time.sleep(chance.uniform(0.3, 2.0))
                times.append((kill_and_wait(site, name), fresh_start(), name))
            time.sleep(1)
        site.wait_for(lambda: came_to_rest(site), 120, "everything is done and sent")
    seen = site.inside(served.posts)
    lost = [body for body in load.acknowledged if seen.get(body) != 1]
    twice = [body for body, times_seen in seen.items() if times_seen > 1]
    stored, facts, notices = site.inside(served.told_of_posts)
    extended = site.inside(served.extensions, public_id=site.known["offer"])
    assert (lost, twice, site.inside(served.faults)) == ([], [], [])
    assert stored == facts == notices, "one fact a message, and one notice of each"
    assert load.extended <= extended <= load.tried
    assert_mails(site, server, extended)
    assert 500 not in load.statuses
    slow = [(name, ready, fresh) for ready, fresh, name in times if ready > within(fresh)]
    assert slow == []
    ready = [ready for ready, _fresh, _name in times]
    said = f"median {statistics.median(ready):.1f} s, worst {max(ready):.1f} s"
    figure(
        "ready again after kill -9 under load", said, f"of {len(times)} kills; a fresh start took {times[0][1]:.1f} s"
    )
    figure("answered and lost after kill -9 under load", "0", f"of {len(load.acknowledged) + load.extended} writes")


def kill_and_wait(site: Site, name: str) -> float:
    """Seconds until the site is ready, and its worker back at work when that was killed."""
    began, moment = time.monotonic(), time.time()
    VICTIMS[name](site)
    site.wait_ready(120)
    if "web" not in name:
        site.wait_for(lambda: site.inside(served.beat) > moment, 120, "the worker is back")
    return time.monotonic() - began


def came_to_rest(site: Site) -> bool:
    site.inside(served.let_time_pass)
    return bool(site.inside(served.is_quiet))


def assert_mails(site: Site, server: Accepting, extended: int) -> None:
    """One mail each extension; each arrived once, or stands on record as uncertain."""
    arrived = Counter(str(email.message_from_bytes(raw)["Message-ID"]) for raw in server.messages)
    mails = site.inside(served.mails)
    assert sum(kind == "offer_extended" for _state, kind in mails.values()) == extended
    wrong = {mid: (mails[mid], arrived[mid]) for mid in mails if not is_told(mails[mid][0], arrived[mid])}
    assert wrong == {}
    assert set(arrived) <= set(mails)
    uncertain = sum(state == "uncertain" for state, _kind in mails.values())
    figure(
        "mails after kill -9 under load", f"{uncertain} uncertain", f"on record, of {len(mails)}; none arrived twice"
    )


def is_told(state: str, times: int) -> bool:
    return times == 1 if state == "sent" else state == "uncertain" and times <= 1


@pytest.mark.once
def test_nothing_outlives_a_supervisor_that_was_killed_and_it_can_be_started_at_once(site):
    site.known = site.inside(served.settle_in)
    site.start()
    below = site.everyone()
    assert len(below) == 4, "web server, two web processes, worker"
    assert site.supervisor is not None
    kill(site.supervisor.pid)
    site.supervisor.wait()
    site.start()
    # What was under way is finished first, as at every soft end; it takes no new visitors.
    deadline = time.monotonic() + LEAVES_WITHIN
    while any(is_alive(pid) for pid in below) and time.monotonic() < deadline:
        time.sleep(0.1)
    assert [pid for pid in below if is_alive(pid)] == []
    site.wait_ready(60)  # so far, one that was leaving may have answered
    assert site.ask("/projects/")[0] == 200

    # The web server's own processes end with it, also when nobody sweeps them away.
    os.kill(site.supervisor.pid, signal.SIGSTOP)
    main, workers = site.web(), site.web_workers()
    kill(main)
    gone = site.wait_for(lambda: not any(is_alive(pid) for pid in workers), 10, "the web processes ended")
    os.kill(site.supervisor.pid, signal.SIGCONT)
    site.wait_ready(60)
    figure("web processes gone after kill -9 of their main", f"{gone:.2f} s")
