"""The list of access: who lists and who ticks, no secrets, and what is taken back."""

from __future__ import annotations

import pytest

from firstfoot.kernel.errors import Conflict, NotPermitted
from firstfoot.work.engagements.actions import list_access, mark_access, unlist_access
from firstfoot.work.engagements.queries import access_out
from tests.factories.engagements import accept_all, make_active, make_signed


@pytest.fixture
def signed(cast):
    return make_signed(cast)


def listed(engagement, actor, name="Test shop", **changes):
    return list_access(engagement_id=engagement.pk, name=name, kind="account", actor=actor, **changes)


def tap(item, actor, mark, *, done=True):
    return mark_access(item_id=item.pk, mark=mark, done=done, actor=actor)


@pytest.mark.parametrize("who", ["sam", "rita", "otto"])
def test_whoever_guides_or_owns_lists(cast, signed, who):
    assert [listed(signed, cast.hugo).number, listed(signed, cast.hana, "Badge").number] == [1, 2]
    with pytest.raises(NotPermitted):
        listed(signed, getattr(cast, who), "Drive")


@pytest.mark.parametrize(
    ("name", "code"),
    [("", "access_missing"), ("Shop, password: kelp", "looks_secret"), ("Key ghp_0123456789abcdefghij", "looks_secret"),
     ("x9K2m4Pq7z", "looks_secret"), ("test  SHOP", "listed_already")],
)  # fmt: skip
def test_what_does_not_belong_on_the_list(cast, signed, name, code):
    listed(signed, cast.hugo)
    with pytest.raises(Conflict, match=code):
        listed(signed, cast.hugo, name)


def test_it_holds_at_most_thirty_things(cast, signed):
    for number in range(30):
        listed(signed, cast.hugo, f"Folder {number}")
    with pytest.raises(Conflict, match="list_full"):
        listed(signed, cast.hugo)


def test_given_got_and_taken_back(cast, signed):
    item = listed(signed, cast.hugo)
    with pytest.raises(NotPermitted):
        tap(item, cast.sam, "given")
    with pytest.raises(Conflict, match="access_not_out"):
        tap(item, cast.hugo, "taken_back")
    tap(item, cast.hugo, "given")
    with pytest.raises(NotPermitted):
        tap(item, cast.hugo, "got")
    item = tap(item, cast.sam, "got")
    assert (item.got_at is not None, list(access_out(signed))) == (True, [item])
    tap(item, cast.hana, "taken_back")
    assert list(access_out(signed)) == []
    with pytest.raises(Conflict, match="access_back"):
        tap(item, cast.sam, "got", done=False)


def test_what_arrived_was_given(cast, signed):
    item = tap(listed(signed, cast.hugo), cast.sam, "got")
    assert item.given_at == item.got_at


def test_a_tap_can_be_undone_and_a_second_one_changes_nothing(cast, signed):
    item = tap(listed(signed, cast.hugo), cast.sam, "got")
    before = type(signed).objects.get(pk=signed.pk).version
    tap(item, cast.sam, "got")
    assert type(signed).objects.get(pk=signed.pk).version == before
    item = tap(item, cast.hugo, "given", done=False)
    assert (item.given_at, item.got_at) == (None, None)


def test_after_the_work_things_are_taken_back_alone(cast):
    engagement = make_active(cast)
    item = tap(listed(engagement, cast.hugo), cast.hugo, "given")
    accept_all(engagement)
    for refused in (lambda: listed(engagement, cast.hugo, "Drive"), lambda: tap(item, cast.sam, "got")):
        with pytest.raises(Conflict, match="not_now"):
            refused()
    assert tap(item, cast.hugo, "taken_back").taken_back_at is not None
    assert tap(item, cast.hugo, "taken_back", done=False).is_out


def test_what_was_given_stays_on_the_list(cast, signed):
    item = listed(signed, cast.hugo)
    gone = listed(signed, cast.hugo, "Drive")
    unlist_access(item_id=gone.pk, actor=cast.hana)
    tap(item, cast.hugo, "given")
    with pytest.raises(Conflict, match="access_out"):
        unlist_access(item_id=item.pk, actor=cast.hugo)
    with pytest.raises(Conflict, match="gone"):
        unlist_access(item_id=gone.pk, actor=cast.hugo)
