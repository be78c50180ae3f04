"""Conversations: who reads along at work, what was said in all that the reader may see."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.states import PersonState
from firstfoot.foundation.conversations.models import Post
from firstfoot.market.applications.queries import threads_visible_to
from firstfoot.market.organizations.models import Membership
from firstfoot.market.organizations.states import Role, roles_from
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.queries.seeing import engagements_seen_by


def people_in_conversation(engagement: Engagement) -> QuerySet[Person]:
    """Whoever reads it and can be spoken to: the intern, who guides or covers, owners and recruiters; by name."""
    members = Membership.objects.filter(organization=engagement.organization_id, left_at=None)
    guides = members.filter(person__in=[engagement.supervisor_id, engagement.cover_id])
    host = members.filter(role__in=roles_from(Role.RECRUITER)) | guides
    found = Person.objects.filter(Q(pk=engagement.intern_id) | Q(pk__in=host.values("person")))
    return found.filter(state=PersonState.ACTIVE).order_by("chosen_name", "pk")


def messages_visible_to(reader: Person) -> QuerySet[Post]:
    """Every message of the engagements and the applications that the reader may see, with its author; newest first."""
    at_work = Engagement.objects.filter(pk__in=engagements_seen_by(reader)).order_by().values("thread")
    posts = Post.objects.filter(thread__in=at_work.union(*threads_visible_to(reader), all=True))
    return posts.select_related("author").order_by("-posted_at", "-pk")


def message_of(engagement: Engagement, public_id: str) -> Post | None:
    """One message of its conversation."""
    return Post.objects.filter(thread=engagement.thread_id, public_id=public_id).select_related("author").first()


def engagements_by_thread(posts: list[Post]) -> dict[int, Engagement]:
    """The engagement in which each of the messages stands, by the key of its conversation."""
    found = Engagement.objects.filter(thread__in={post.thread_id for post in posts})
    return {one.thread_id: one for one in found.select_related("organization", "intern")}
