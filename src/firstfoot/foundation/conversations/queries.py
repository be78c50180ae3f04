"""Reading threads. The thing that holds a thread decides who may."""

from __future__ import annotations

from django.db.models import OuterRef, Prefetch, Q, QuerySet, StringAgg, Subquery, Value

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.conversations.models import EarlierText, Mention, Post, PostFile, ReadMark, Thread
from firstfoot.kernel.words import words_of


def posts_of(thread: Thread | int) -> QuerySet[Post]:
    """The posts with their authors, oldest first."""
    return Post.objects.filter(thread=thread).select_related("author").order_by("posted_at", "pk")


def with_parts(posts: QuerySet[Post]) -> QuerySet[Post]:
    """With their files, and the names of those they are meant for; one query more however many."""
    named = Mention.objects.filter(post=OuterRef("pk")).order_by().values("post")
    names = named.annotate(names=StringAgg("person__chosen_name", Value(", "))).values("names")
    return posts.annotate(meant_for=Subquery(names)).prefetch_related(
        Prefetch("files", PostFile.objects.select_related("file"))
    )


def earlier_texts_of(post: Post) -> QuerySet[EarlierText]:
    """What it said before, the first text first."""
    return post.earlier.order_by("number")


def holding(posts: QuerySet[Post], words: str) -> QuerySet[Post]:
    """Those that hold every one of the words; all of them when nothing is asked for.

    What a process of an earlier release wrote has no folded words yet, and is looked through as it stands.
    """
    for word in words_of(words):
        posts = posts.filter(Q(plain__contains=word) | Q(plain="", body__icontains=word))
    return posts


def up_to(posts: QuerySet[Post], public_id: str) -> QuerySet[Post]:
    """Those up to the one that is named; all of them when it is not among them."""
    post = posts.filter(public_id=public_id).first()
    if post is None:
        return posts
    return posts.filter(Q(posted_at__lt=post.posted_at) | Q(posted_at=post.posted_at, pk__lte=post.pk))


def mentioned_in(public_id: str) -> QuerySet[Mention, int]:
    """The keys of those whom a message is meant for especially."""
    return Mention.objects.filter(post__public_id=public_id).order_by().values_list("person", flat=True)


def unread_in(thread: Thread | int, reader: Person) -> int:
    """How many posts of others came after the reader last read."""
    mark = ReadMark.objects.filter(thread=thread, person=reader).first()
    posts = Post.objects.filter(thread=thread).exclude(author=reader)
    return (posts.filter(posted_at__gt=mark.read_until) if mark else posts).count()
