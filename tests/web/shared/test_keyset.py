"""Walking a long list stretch by stretch: nothing twice, nothing left out, wherever it begins."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.http import QueryDict

from firstfoot.foundation.notifications.actions import tell
from firstfoot.foundation.notifications.models import Notice
from firstfoot.kernel import clock
from firstfoot.web.shared.keyset import Stretch, count_up_to, stretch_of

ORDER = ("-created_at", "-pk")


@pytest.fixture
def notices(cast) -> list[Notice]:
    """Seven notices; three of them at the same instant. Newest first."""
    start = clock.now()
    for number, minutes in enumerate((0, 1, 2, 2, 2, 3, 4)):
        with clock.at(start + timedelta(minutes=minutes)):
            tell(recipient=cast.sam, key=str(number), kind="k", title=str(number))
    return list(Notice.objects.order_by(*ORDER))


def walk(size: int, query: str = "", order: tuple[str, ...] = ORDER) -> Stretch[Notice]:
    return stretch_of(Notice.objects.all(), order, size, QueryDict(query.lstrip("?")))


@pytest.mark.parametrize("order", [ORDER, ("created_at", "pk"), ("created_at", "-pk"), ("-pk",)])
@pytest.mark.parametrize("size", [1, 2, 3, 7, 9])
def test_there_and_back(notices, size, order):
    there, stretch = [], walk(size, order=order)
    there += stretch.rows
    while stretch.later:
        stretch = walk(size, stretch.later, order)
        there += stretch.rows
    assert there == list(Notice.objects.order_by(*order))
    back = stretch.rows
    while stretch.earlier:
        stretch = walk(size, stretch.earlier, order)
        back = stretch.rows + back
    assert back == there


def test_the_first_has_nothing_before_it_and_the_other_filters_stay(notices):
    first = walk(3, "q=bread&page=4")
    assert (first.earlier, first.later) == ("", f"?q=bread&after={notices[2].public_id}")
    back = walk(3, walk(3, first.later).earlier)
    assert (back.rows, back.earlier) == (first.rows, "")


@pytest.mark.parametrize("query", ["after=", "after=nobody", "before=nobody", "after=a%00b", "after=a&before=b"])
def test_what_names_nothing_begins_at_the_start(notices, query):
    assert walk(2, query).rows == notices[:2]


def test_a_row_that_left_the_list_still_marks_its_place(notices):
    unread = Notice.objects.filter(read_at=None)
    Notice.objects.filter(pk=notices[2].pk).update(read_at=clock.now())
    stretch = stretch_of(unread, ORDER, 2, QueryDict(f"after={notices[2].public_id}"))
    assert stretch.rows == notices[3:5]


def test_counting_ends_where_it_is_enough(notices, django_assert_num_queries):
    assert [count_up_to(Notice.objects.all(), most) for most in (3, 7, 9)] == [4, 7, 7]
