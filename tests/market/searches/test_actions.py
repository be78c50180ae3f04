"""Searches a person keeps."""

from __future__ import annotations

from datetime import timedelta

import pytest

from firstfoot.foundation.journal.queries import facts_of
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, LimitReached, NotPermitted
from firstfoot.market.projects.narrowing import Filters
from firstfoot.market.searches.actions import (
    MOST,
    change_search,
    delete_search,
    erase_searches,
    looked_at,
    save_search,
    stop_search,
)
from firstfoot.market.searches.models import SavedSearch
from firstfoot.market.searches.queries import filters_of, searches_of

SAID = Filters(words="map", category="data", pay=300)


def kept(cast, every: str = "day", **changes) -> SavedSearch:
    return save_search(**{"name": "Maps", "filters": SAID, "every": every, "actor": cast.sam} | changes)


def test_what_is_saved_comes_back(cast):
    search = kept(cast)
    assert list(searches_of(cast.sam)) == [search]
    assert list(searches_of(cast.hana)) == []
    assert (filters_of(search), search.due_on) == (SAID, clock.today(cast.sam.zone) + timedelta(days=1))
    assert facts_of(cast.sam).last().data == {"search": search.public_id, "every": "day"}


def test_a_filter_of_another_release_narrows_nothing(cast):
    search = kept(cast)
    search.filters["mood"] = "good"
    assert filters_of(search) == SAID


def test_twenty_are_enough_and_nothing_is_no_search(cast):
    with pytest.raises(Conflict, match="nothing_to_save"):
        kept(cast, filters=Filters())
    for n in range(MOST):
        kept(cast, name=f"Number {n}")
    with pytest.raises(LimitReached, match="too_many_searches"):
        kept(cast)


def test_pausing_and_going_on(cast):
    search = kept(cast, "week")
    assert change_search(search_id=search.pk, name="Mine", every="never", actor=cast.sam).due_on is None
    with clock.at(clock.now() + timedelta(days=30)):
        search = change_search(search_id=search.pk, name="Mine", every="week", actor=cast.sam)
        assert (search.due_on, search.looked_at) == (clock.today(cast.sam.zone) + timedelta(days=7), clock.now())


def test_more_or_fewer_mails_forget_nothing_that_was_not_told(cast):
    search = kept(cast)
    with clock.at(clock.now() + timedelta(hours=5)):
        changed = change_search(search_id=search.pk, name="Mine", every="week", actor=cast.sam)

    assert (changed.every, changed.looked_at) == ("week", search.looked_at)


def test_one_that_was_deleted_meanwhile_is_told_and_stops_quietly(cast):
    search = kept(cast)
    delete_search(search_id=search.pk, actor=cast.sam)

    stop_search(search_id=search.pk)
    with pytest.raises(Conflict, match="search_gone"):
        change_search(search_id=search.pk, name="Mine", every="week", actor=cast.sam)


@pytest.mark.parametrize("do", [lambda **to: change_search(name="x", every="day", **to), delete_search])
def test_it_is_nobody_elses(cast, do):
    search = kept(cast)
    with pytest.raises(NotPermitted):
        do(search_id=search.pk, actor=cast.hana)


def test_the_link_of_a_mail_stops_it_once(cast):
    search = kept(cast)
    stop_search(search_id=search.pk)
    stop_search(search_id=search.pk)
    search.refresh_from_db()
    assert (search.every, search.due_on) == ("never", None)
    assert list(facts_of(cast.sam).values_list("kind", flat=True))[-2:] == ["search.saved", "search.stopped"]


def test_a_look_is_taken_once(cast):
    search, tomorrow = kept(cast), clock.today() + timedelta(days=1)
    assert looked_at(search_id=search.pk, today=clock.today(), until=clock.now()) is None
    assert looked_at(search_id=search.pk, today=tomorrow, until=clock.now()).due_on == tomorrow + timedelta(days=1)
    assert looked_at(search_id=search.pk, today=tomorrow, until=clock.now()) is None


def test_gone_is_gone(cast):
    search = kept(cast)
    delete_search(search_id=search.pk, actor=cast.sam)
    delete_search(search_id=search.pk, actor=cast.sam)
    kept(cast)
    erase_searches(person=cast.sam)

    assert not SavedSearch.objects.exists()
