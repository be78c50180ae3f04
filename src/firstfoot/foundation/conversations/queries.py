"""Reading threads. The thing that holds a thread decides who may."""

from __future__ import annotations

from django.db.models import QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.conversations.models import Post, ReadMark, Thread


def posts_of(thread: Thread | int) -> QuerySet[Post]:
    """The posts with their authors, oldest first."""
    return Post.objects.filter(thread=thread).select_related("author").order_by("posted_at", "pk")


def unread_in(thread: Thread | int, reader: Person) -> int:
    """How many posts of others came after the reader last read."""
    mark = ReadMark.objects.filter(thread=thread, person=reader).first()
    posts = Post.objects.filter(thread=thread).exclude(author=reader)
    return (posts.filter(posted_at__gt=mark.read_until) if mark else posts).count()
