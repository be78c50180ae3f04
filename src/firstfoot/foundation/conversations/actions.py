"""Writing in threads. The upper context decides who may, and records that it was done."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction
from django.utils.translation import gettext as _

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.conversations.models import EarlierText, Mention, Post, PostFile, ReadMark, Thread
from firstfoot.foundation.conversations.policies import may_edit
from firstfoot.foundation.files.models import StoredFile
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, LimitReached
from firstfoot.kernel.verdict import require
from firstfoot.kernel.words import joined

LONGEST = 8000  # characters of one post
MOST_FILES = 5
MOST_EDITS = 20


def open_thread() -> Thread:
    """Begin an empty conversation, inside the transaction of the thing that holds it."""
    return Thread.objects.create()


@transaction.atomic
def write_post(
    *, thread_id: int, body: str, key: str, actor: Person, files: Iterable[int] = (), mentions: Iterable[int] = ()
) -> Post:
    """Say something; the same key again answers with the post that stands.

    `files` are ids of files the actor stored; `mentions` are people whom the upper context knows to read here.
    Raises Conflict when the thread is closed, there is neither text nor file, or the key is
    another post's, LimitReached when the text is too long.
    """
    thread = Thread.objects.select_for_update().get(pk=thread_id)
    before = Post.objects.filter(idempotency_key=key).first()
    if before is not None:
        if (before.thread_id, before.author_id) != (thread.pk, actor.pk):
            raise Conflict("changed")
        return before
    handed = list(StoredFile.objects.filter(pk__in=list(files), stored_by=actor).order_by("pk")[:MOST_FILES])
    body = body.strip()
    _require_open(thread)
    _require_text(body, needed=not handed)
    post = Post.objects.create(
        thread=thread, author=actor, body=body, plain=joined(body), posted_at=clock.now(), idempotency_key=key
    )
    PostFile.objects.bulk_create(PostFile(post=post, file=file) for file in handed)
    Mention.objects.bulk_create(Mention(post=post, person_id=person) for person in sorted({*mentions} - {actor.pk}))
    thread.posts_count += 1
    thread.save(update_fields=["posts_count"])
    return post


@transaction.atomic
def edit_post(*, post_id: int, body: str, seen: int, actor: Person) -> Post:
    """Say it otherwise; what stood there is kept, for all who read here.

    `seen` is how often it had been changed when the actor read it. Raises NotPermitted("not_author") and, after
    ten minutes, NotPermitted("edit_over"), Conflict("changed"), and for the text what `write_post` raises.
    """
    thread = Thread.objects.select_for_update().get(posts=post_id)
    post = Post.objects.select_for_update().get(pk=post_id)
    require(may_edit(actor, post))
    _require_open(thread)
    if seen != post.edits:
        raise Conflict("changed")
    body = body.strip()
    _require_text(body, needed=not post.files.exists())
    if body == post.body:
        return post
    if post.edits >= MOST_EDITS:
        raise LimitReached("edited_too_often", most=MOST_EDITS)
    post.edits += 1
    EarlierText.objects.create(post=post, number=post.edits, body=post.body, until_at=clock.now())
    post.body, post.plain = body, joined(body)
    post.save(update_fields=["body", "plain", "edits"])
    return post


def _require_open(thread: Thread) -> None:
    if thread.is_closed:
        raise Conflict("thread_closed")


def _require_text(body: str, *, needed: bool) -> None:
    if needed and not body:
        raise Conflict("empty_post")
    if len(body) > LONGEST:
        raise LimitReached("post_too_long", most=LONGEST)


@transaction.atomic
def mark_read(*, thread_id: int, actor: Person) -> None:
    """Remember that the actor has read all that stands in the thread."""
    ReadMark.objects.update_or_create(thread_id=thread_id, person=actor, defaults={"read_until": clock.now()})


@transaction.atomic
def erase_posts(*, person: Person) -> list[str]:
    """Empty everything the person wrote; the texts that stood there. That they wrote stays, for the answers' sake."""
    posts = Post.objects.filter(author=person)
    earlier = EarlierText.objects.filter(post__author=person)
    texts = [*posts.values_list("body", flat=True), *earlier.values_list("body", flat=True)]
    earlier.delete()
    PostFile.objects.filter(post__author=person).delete()
    posts.update(body=_("(erased with the account)"), plain="", edits=0)
    Mention.objects.filter(person=person).delete()
    ReadMark.objects.filter(person=person).delete()
    return texts


@transaction.atomic
def close_thread(*, thread_id: int) -> None:
    """No more posts; what stands can still be read."""
    Thread.objects.filter(pk=thread_id).update(is_closed=True)
