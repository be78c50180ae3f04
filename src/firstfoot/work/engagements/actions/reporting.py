"""Reporting what one meets in an engagement: a message of its conversation, or somebody around the work."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.conversations.models import Post
from firstfoot.kernel.verdict import require
from firstfoot.market.moderation.actions import report_message, report_person
from firstfoot.market.moderation.models import Report
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.policies import may_report_in
from firstfoot.work.engagements.queries.talking import people_in_conversation


@transaction.atomic
def report_in_conversation(*, engagement_id: int, post_id: int, reason: str, words: str, actor: Person) -> Report:
    """Report a message of its conversation; nobody in it is told.

    Raises NotPermitted unless the actor stands on either side, and what `report_message` refuses.
    """
    engagement = Engagement.objects.select_related("organization").get(pk=engagement_id)
    require(may_report_in(actor, engagement))
    post = Post.objects.get(pk=post_id, thread=engagement.thread_id)
    said = {"reason": reason, "words": words}
    return report_message(post_id=post.pk, organization_id=engagement.organization_id, actor=actor, **said)


@transaction.atomic
def report_around_work(*, engagement_id: int, person_id: int, reason: str, words: str, actor: Person) -> Report:
    """Report how somebody around the work behaves; nobody in it is told.

    Raises NotPermitted unless the actor stands on either side, Person.DoesNotExist for whom one does not meet
    there, and what `report_person` refuses.
    """
    engagement = Engagement.objects.select_related("organization").get(pk=engagement_id)
    require(may_report_in(actor, engagement))
    person = people_in_conversation(engagement).get(pk=person_id)
    said = {"reason": reason, "words": words}
    return report_person(person_id=person.pk, organization_id=engagement.organization_id, actor=actor, **said)
