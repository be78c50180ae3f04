"""Reading threads. The thing that holds a thread decides who may."""

from __future__ import annotations

from django.db.models import Prefetch, Q, QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.conversations.models import Mention, Post, PostFile, ReadMark, Thread
from firstfoot.kernel.words import words_of


def posts_of(thread: Thread | int) -> QuerySet[Post]:
    """The posts with their authors, oldest first."""
    return Post.objects.filter(thread=thread).select_related("author").order_by("posted_at", "pk")


def with_parts(posts: QuerySet[Post]) -> QuerySet[Post]:
    """With their files, whom they are meant for, and what they said before; three queries however many."""
    return posts.prefetch_related(
        Prefetch("files", PostFile.objects.select_related("file")),
        Prefetch("mentions", Mention.objects.select_related("person")),
        "earlier",
    )


def newest_first(posts: QuerySet[Post]) -> QuerySet[Post]:
    return posts.order_by("-posted_at", "-pk")


def holding(posts: QuerySet[Post], words: str) -> QuerySet[Post]:
    """Those that hold every one of the words; all of them when nothing is asked for.

    What a process of an earlier release wrote has no folded words yet, and is looked through as it stands.
    """
    for word in words_of(words):
        posts = posts.filter(Q(plain__contains=word) | Q(plain="", body__icontains=word))
    return posts


def place_in(thread: Thread | int, public_id: str) -> int | None:
    """How many posts of the thread are newer than this one; None when it is not there."""
    post = Post.objects.filter(thread=thread, public_id=public_id).first()
    if post is None:
        return None
    newer = Q(posted_at__gt=post.posted_at) | Q(posted_at=post.posted_at, pk__gt=post.pk)
    return Post.objects.filter(newer, thread=thread).count()


def mentioned_in(public_id: str) -> QuerySet[Mention, int]:
    """The keys of those whom a message is meant for especially."""
    return Mention.objects.filter(post__public_id=public_id).order_by().values_list("person", flat=True)


def unread_in(thread: Thread | int, reader: Person) -> int:
    """How many posts of others came after the reader last read."""
    mark = ReadMark.objects.filter(thread=thread, person=reader).first()
    posts = Post.objects.filter(thread=thread).exclude(author=reader)
    return (posts.filter(posted_at__gt=mark.read_until) if mark else posts).count()
