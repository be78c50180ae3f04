"""Who may change what was said."""

from __future__ import annotations

from datetime import timedelta

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.conversations.models import Post
from firstfoot.kernel import clock
from firstfoot.kernel.verdict import Verdict, allow_if, deny

EDITABLE = timedelta(minutes=10)


def may_edit(actor: Person, post: Post) -> Verdict:
    """Its author, for ten minutes: after that others answered what stood there."""
    if post.author_id != actor.pk:
        return deny("not_author")
    return allow_if(clock.now() < post.posted_at + EDITABLE, else_deny="edit_over")
