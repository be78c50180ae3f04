"""A message said otherwise: for ten minutes, by its author, with what it said before kept."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from firstfoot.foundation.conversations.actions import close_thread, edit_post, open_thread, write_post
from firstfoot.foundation.conversations.models import EarlierText
from firstfoot.foundation.conversations.queries import holding, posts_of, up_to, with_parts
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, LimitReached, NotPermitted
from tests.factories.engagements import upload

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


@pytest.fixture
def said(cast):
    with clock.at(NOON):
        return write_post(thread_id=open_thread().pk, body="At nine", key="a", actor=cast.sam)


def edit(post, actor, body="At ten", *, seen=0, after=timedelta(minutes=1)):
    with clock.at(NOON + after):
        return edit_post(post_id=post.pk, body=body, seen=seen, actor=actor)


def test_what_it_said_before_is_kept(cast, said):
    edit(said, cast.sam)
    edit(said, cast.sam, "At noon", seen=1, after=timedelta(minutes=2))
    said.refresh_from_db()
    kept = list(EarlierText.objects.values_list("number", "body", "until_at"))
    assert (said.body, said.plain, said.edits) == ("At noon", "at noon", 2)
    minutes = [NOON + timedelta(minutes=n) for n in (1, 2)]
    assert kept == [(1, "At nine", minutes[0]), (2, "At ten", minutes[1])]


@pytest.mark.parametrize(
    ("who", "after", "reason"),
    [("sam", timedelta(minutes=10), "edit_over"), ("hugo", timedelta(minutes=1), "not_author")],
)
def test_who_may_not_or_no_longer(cast, said, who, after, reason):
    with pytest.raises(NotPermitted, match=reason):
        edit(said, getattr(cast, who), after=after)


def test_until_the_last_second(cast, said):
    assert edit(said, cast.sam, after=timedelta(minutes=9, seconds=59)).body == "At ten"


def test_the_same_text_changes_nothing(cast, said):
    assert (edit(said, cast.sam, " At nine ").edits, EarlierText.objects.count()) == (0, 0)


@pytest.mark.parametrize(
    ("body", "seen", "error", "code"),
    [
        ("At ten", 1, Conflict, "changed"), (" ", 0, Conflict, "empty_post"),
        ("x" * 8001, 0, LimitReached, "post_too_long"),
    ],
)  # fmt: skip
def test_what_is_refused(cast, said, body, seen, error, code):
    with pytest.raises(error, match=code):
        edit(said, cast.sam, body, seen=seen)


def test_not_for_ever_in_ten_minutes(cast, said):
    for seen in range(20):
        edit(said, cast.sam, f"At {seen}", seen=seen)
    with pytest.raises(LimitReached, match="edited_too_often"):
        edit(said, cast.sam, seen=20)


def test_not_in_a_closed_conversation(cast, said):
    close_thread(thread_id=said.thread_id)
    with pytest.raises(Conflict, match="thread_closed"):
        edit(said, cast.sam)


def test_files_alone_are_a_message(cast):
    post = write_post(
        thread_id=open_thread().pk, body=" ", key="b", files=[upload(cast.sam)], mentions=[cast.hugo.pk, cast.sam.pk],
        actor=cast.sam,
    )  # fmt: skip
    assert [held.file.name for held in post.files.all()] == ["comparison.pdf"]
    assert [one.person for one in post.mentions.all()] == [cast.hugo]


def test_the_file_of_another_is_not_sent(cast):
    with pytest.raises(Conflict, match="empty_post"):
        write_post(thread_id=open_thread().pk, body="", key="b", files=[upload(cast.hugo)], actor=cast.sam)


def test_found_by_folded_words_all_of_them(cast, said):
    write_post(thread_id=said.thread_id, body="Ein Café in Görlitz", key="b", actor=cast.sam)
    posts = posts_of(said.thread_id)
    found = [[post.body for post in holding(posts, words)] for words in ("cafe GÖRL", "café nine", "NINE", "%", "")]
    every = ["At nine", "Ein Café in Görlitz"]
    assert found == [["Ein Café in Görlitz"], [], ["At nine"], every, every]


def test_found_also_when_an_earlier_release_wrote_it(cast, said):
    posts_of(said.thread_id).update(plain="")
    assert list(holding(posts_of(said.thread_id), "nine")) == [said]


def test_those_up_to_one_of_them(cast, said):
    later = write_post(thread_id=said.thread_id, body="Yes", key="b", actor=cast.hugo)
    posts = posts_of(said.thread_id)
    found = [[post.pk for post in up_to(posts, key)] for key in (said.public_id, later.public_id, "nothing")]
    assert found == [[said.pk], [said.pk, later.pk], [said.pk, later.pk]]


def test_the_names_of_those_it_is_meant_for(cast, said):
    meant = [cast.hugo.pk, cast.hana.pk]
    write_post(thread_id=said.thread_id, body="Yes", key="b", mentions=meant, actor=cast.sam)
    found = [post.meant_for and sorted(post.meant_for.split(", ")) for post in with_parts(posts_of(said.thread_id))]
    assert found == [None, ["Hana Brindle", "Hugo Marsh"]]
