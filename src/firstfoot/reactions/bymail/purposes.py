"""The closed table of what a link in a mail may do. Nothing in it signs, pays or accepts (a test names each row).

A link does for its person what the page of the same name would: it asks the same policy and calls the
same action, which decide at the moment of the press.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.models import Chained
from firstfoot.foundation.links.models import MailLink
from firstfoot.kernel.verdict import Verdict
from firstfoot.market.applications.actions import decline
from firstfoot.market.applications.models import Application
from firstfoot.market.applications.policies import may_answer as may_answer_applicant
from firstfoot.market.applications.states import APPLICATION
from firstfoot.proof.pathways.follow_ups import may_tell_later, tell_later
from firstfoot.proof.pathways.models import FollowUp
from firstfoot.proof.pathways.states import FOLLOW_UP
from firstfoot.reactions.people import PARTIES, PARTIES_OF_PART
from firstfoot.work.engagements.actions import answer_check_in, post_in_engagement, review_deliverable
from firstfoot.work.engagements.models import CheckIn, Deliverable, Engagement
from firstfoot.work.engagements.policies import may_answer, may_post, may_review
from firstfoot.work.engagements.queries import is_answerable
from firstfoot.work.engagements.states import DeliverableState, EngagementState, Side
from firstfoot.work.evaluations.actions import save_evaluation
from firstfoot.work.evaluations.policies import may_evaluate
from firstfoot.work.evaluations.queries import evaluation_of, is_open

type Said = Mapping[str, Any]

PARTIES_OF_APPLICATION = ("person", "project__organization", "project__supervisor", "project__cover")


@dataclass(frozen=True, slots=True)
class Purpose:
    """One thing that a link may be for: about what, who may, whether it is time, what it does, and the page of it."""

    code: str
    model: type[Chained]
    related: tuple[str, ...]
    may: Callable[[Person, Any], Verdict]
    is_timely: Callable[[Any], bool]
    act: Callable[[MailLink, Any, Said], object]
    page: Callable[[Any], str]


def thing_of_link(link: MailLink) -> Any:
    """What the link is about, with what is named of it; None when it is gone."""
    purpose = PURPOSES.get(link.purpose)
    if purpose is None:  # of a release that knew it
        return None
    found = purpose.model._default_manager.select_related(*purpose.related)
    return found.filter(public_id=link.thing.partition(":")[2]).first()


def _answer(link: MailLink, check_in: CheckIn, said: Said) -> object:
    return answer_check_in(check_in_id=check_in.pk, actor=link.person, **said)


def _return(link: MailLink, deliverable: Deliverable, said: Said) -> object:
    return review_deliverable(deliverable_id=deliverable.pk, accept=False, actor=link.person, **said)


def _comment(link: MailLink, deliverable: Deliverable, said: Said) -> object:
    return _post(link, deliverable.engagement, said)


def _post(link: MailLink, engagement: Engagement, said: Said) -> object:
    key = f"link-{link.digest}"[:64]  # one message a link
    return post_in_engagement(engagement_id=engagement.pk, key=key, actor=link.person, **said)


def _feedback(link: MailLink, engagement: Engagement, said: Said) -> object:
    """Without the sentence that stands in public under the person's name: that one is written signed in."""
    return save_evaluation(engagement_id=engagement.pk, submit=True, quote="", actor=link.person, **said)


def _decline(link: MailLink, application: Application, said: Said) -> object:
    return decline(application_id=application.pk, actor=link.person, **said)


def _tell_later(link: MailLink, follow_up: FollowUp, said: Said) -> object:
    return tell_later(follow_up_id=follow_up.pk, actor=link.person, **said)


def _is_unanswered(check_in: CheckIn) -> bool:
    """The page shows nothing that the host's side said before: a forwarded mail would show it to the intern."""
    return is_answerable(check_in, check_in.engagement) and not check_in.answers.filter(side=Side.HOST).exists()


def _is_unassessed(engagement: Engagement) -> bool:
    """The same of an assessment, also of one that was begun."""
    return is_open(engagement) and evaluation_of(engagement, Side.HOST) is None


def _is_handed_in(deliverable: Deliverable) -> bool:
    engagement = deliverable.engagement
    return deliverable.state == DeliverableState.SUBMITTED and engagement.state == EngagementState.ACTIVE


def _page_of_result(deliverable: Deliverable) -> str:
    return reverse("work:deliverable", args=[deliverable.engagement.public_id, deliverable.number])


PURPOSES: Mapping[str, Purpose] = {
    purpose.code: purpose
    for purpose in (
        Purpose(
            "check_in", CheckIn, PARTIES_OF_PART, may_answer, _is_unanswered, _answer,
            lambda check_in: reverse("work:check_in", args=[check_in.engagement.public_id, check_in.number]),
        ),
        Purpose("return", Deliverable, PARTIES_OF_PART, may_review, _is_handed_in, _return, _page_of_result),
        Purpose(
            "comment", Deliverable, PARTIES_OF_PART, lambda person, result: may_post(person, result.engagement),
            _is_handed_in, _comment, _page_of_result,
        ),
        Purpose(
            "feedback", Engagement, PARTIES, may_evaluate, _is_unassessed, _feedback,
            lambda engagement: reverse("work:evaluation", args=[engagement.public_id]),
        ),
        Purpose(
            "decline", Application, PARTIES_OF_APPLICATION, may_answer_applicant,
            lambda application: APPLICATION.allows("decline", application.state), _decline,
            lambda application: reverse("hosts:applicant", args=[application.public_id]),
        ),
        Purpose(
            "follow_up", FollowUp, PARTIES_OF_PART, may_tell_later,
            lambda follow_up: FOLLOW_UP.allows("answer", follow_up.state), _tell_later,
            lambda follow_up: reverse("talent:came_of", args=[follow_up.public_id]),
        ),
        Purpose(
            "nudge", Engagement, PARTIES, may_post, lambda engagement: engagement.state == EngagementState.ACTIVE,
            _post, lambda engagement: reverse("work:conversation", args=[engagement.public_id]),
        ),
    )
}  # fmt: skip
