"""What the people around the work write to each other."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.conversations.actions import edit_post, write_post
from firstfoot.foundation.conversations.models import Post
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.policies import may_post
from firstfoot.work.engagements.queries.talking import people_in_conversation


@transaction.atomic
def post_in_engagement(
    *, engagement_id: int, body: str, key: str, actor: Person, files: Iterable[int] = (), mentions: Iterable[int] = ()
) -> Post:
    """Write in the engagement's conversation; the same key twice gives the same message.

    `mentions` are people whom it is meant for especially. Raises NotPermitted unless the actor is a party,
    Conflict("not_in_conversation") when somebody mentioned does not read here, and what `write_post` refuses.
    """
    engagement = locked(Engagement, engagement_id)
    require(may_post(actor, engagement))
    before = Post.objects.filter(thread_id=engagement.thread_id, idempotency_key=key, author=actor).first()
    if before is not None:
        return before
    meant = set(mentions)
    if meant and not meant <= {person.pk for person in people_in_conversation(engagement)}:
        raise Conflict("not_in_conversation")
    post = write_post(
        thread_id=engagement.thread_id, body=body, key=key, actor=actor, files=files, mentions=meant
    )  # fmt: skip
    record(Engagements.POSTED, engagement, actor, post=post.public_id)
    return post


@transaction.atomic
def edit_in_engagement(*, engagement_id: int, post_id: int, body: str, seen: int, actor: Person) -> Post:
    """Say a message otherwise, within ten minutes; what it said before stays readable.

    Raises NotPermitted unless the actor is a party and wrote it so lately, and what `edit_post` refuses. The same
    text again changes nothing.
    """
    engagement = locked(Engagement, engagement_id)
    require(may_post(actor, engagement))
    post = Post.objects.get(pk=post_id, thread=engagement.thread_id)
    edited = edit_post(post_id=post.pk, body=body, seen=seen, actor=actor)
    if edited.edits != post.edits:
        record(Engagements.POST_EDITED, engagement, actor, post=post.public_id)
    return edited
