"""Threads: posts that stand once, read marks, an end."""

from __future__ import annotations

from datetime import UTC, datetime

import pytest

from firstfoot.foundation.conversations.actions import close_thread, mark_read, open_thread, write_post
from firstfoot.foundation.conversations.queries import posts_of, unread_in
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, LimitReached


@pytest.fixture
def thread(cast):
    return open_thread()


def test_posts_in_order(cast, thread, django_assert_num_queries):
    first = write_post(thread_id=thread.pk, body=" Hello ", key="a", actor=cast.sam)
    second = write_post(thread_id=thread.pk, body="Hi", key="b", actor=cast.hugo)

    with django_assert_num_queries(1):
        said = [(post, post.author.name, post.body) for post in posts_of(thread)]
    assert said == [(first, "Sam Okoro", "Hello"), (second, "Hugo Marsh", "Hi")]
    thread.refresh_from_db()
    assert thread.posts_count == 2


def test_sent_twice_stands_once(cast, thread):
    first = write_post(thread_id=thread.pk, body="Hello", key="a", actor=cast.sam)
    assert write_post(thread_id=thread.pk, body="Hello", key="a", actor=cast.sam) == first
    assert posts_of(thread).count() == 1


def test_a_key_is_not_borrowed(cast, thread):
    write_post(thread_id=thread.pk, body="Hello", key="a", actor=cast.sam)
    with pytest.raises(Conflict, match="changed"):
        write_post(thread_id=thread.pk, body="Hello", key="a", actor=cast.hugo)


@pytest.mark.parametrize(("body", "error"), [("  ", Conflict), ("x" * 8001, LimitReached)])
def test_what_is_not_a_post(cast, thread, body, error):
    with pytest.raises(error):
        write_post(thread_id=thread.pk, body=body, key="a", actor=cast.sam)


def test_a_closed_thread_takes_no_posts(cast, thread):
    close_thread(thread_id=thread.pk)
    with pytest.raises(Conflict, match="thread_closed"):
        write_post(thread_id=thread.pk, body="Hello", key="a", actor=cast.sam)


def test_unread_are_those_of_others_since(cast, thread):
    for hour in (9, 11):
        with clock.at(datetime(2026, 1, 1, hour, tzinfo=UTC)):
            write_post(thread_id=thread.pk, body="Hello", key=f"{hour}", actor=cast.sam)
    assert (unread_in(thread, cast.hugo), unread_in(thread, cast.sam)) == (2, 0)
    with clock.at(datetime(2026, 1, 1, 10, tzinfo=UTC)):
        mark_read(thread_id=thread.pk, actor=cast.hugo)
    assert unread_in(thread, cast.hugo) == 1
