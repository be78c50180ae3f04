"""Writing in threads. The upper context decides who may, and records that it was done."""

from __future__ import annotations

from django.db import transaction
from django.utils.translation import gettext as _

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.conversations.models import Post, ReadMark, Thread
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, LimitReached

LONGEST = 8000  # characters of one post


def open_thread() -> Thread:
    """Begin an empty conversation, inside the transaction of the thing that holds it."""
    return Thread.objects.create()


@transaction.atomic
def write_post(*, thread_id: int, body: str, key: str, actor: Person) -> Post:
    """Say something; the same key again answers with the post that stands.

    Raises Conflict when the thread is closed, the text is empty or the key is
    another post's, LimitReached when the text is too long.
    """
    thread = Thread.objects.select_for_update().get(pk=thread_id)
    before = Post.objects.filter(idempotency_key=key).first()
    if before is not None:
        if (before.thread_id, before.author_id) != (thread.pk, actor.pk):
            raise Conflict("changed")
        return before
    body = body.strip()
    if thread.is_closed:
        raise Conflict("thread_closed")
    if not body:
        raise Conflict("empty_post")
    if len(body) > LONGEST:
        raise LimitReached("post_too_long", most=LONGEST)
    post = Post.objects.create(thread=thread, author=actor, body=body, posted_at=clock.now(), idempotency_key=key)
    thread.posts_count += 1
    thread.save(update_fields=["posts_count"])
    return post


@transaction.atomic
def mark_read(*, thread_id: int, actor: Person) -> None:
    """Remember that the actor has read all that stands in the thread."""
    ReadMark.objects.update_or_create(thread_id=thread_id, person=actor, defaults={"read_until": clock.now()})


@transaction.atomic
def erase_posts(*, person: Person) -> list[str]:
    """Empty everything the person wrote; the texts that stood there. That they wrote stays, for the answers' sake."""
    posts = Post.objects.filter(author=person)
    texts = list(posts.values_list("body", flat=True))
    posts.update(body=_("(erased with the account)"))
    ReadMark.objects.filter(person=person).delete()
    return texts


@transaction.atomic
def close_thread(*, thread_id: int) -> None:
    """No more posts; what stands can still be read."""
    Thread.objects.filter(pk=thread_id).update(is_closed=True)
