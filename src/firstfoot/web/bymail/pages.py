"""What the page of each purpose shows beside its form, and what the form sends on."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any

from django.forms import Form
from django.http import QueryDict
from django.utils.translation import gettext as _

from firstfoot.market.applications.blind import applicant_card
from firstfoot.market.talent.queries import profile_of
from firstfoot.web.bymail.forms.act import FeedbackForm, MessageForm, NoForm, ReturnForm
from firstfoot.web.talent.forms.came_of import CameOfForm
from firstfoot.web.work.forms.check_ins import CheckInForm
from firstfoot.work.engagements.queries import current_criteria, deliverable_of
from firstfoot.work.engagements.states import Side
from firstfoot.work.evaluations.actions import asked_of

type MakeForm = Callable[[Any, QueryDict | None], Form]


@dataclass(frozen=True, slots=True)
class Page:
    """How to make the form of a thing, what of it goes to the action, and what else the page shows."""

    form: MakeForm
    said: Callable[[Any], Mapping[str, Any]]
    shown: Callable[[Any], Mapping[str, Any]]


def _check_in_form(_check_in: Any, data: QueryDict | None) -> Form:
    return CheckInForm(data, counts_hours=False)  # which the intern counts


def _return_form(deliverable: Any, data: QueryDict | None) -> Form:
    criteria = list(current_criteria(deliverable))
    return ReturnForm(data, criteria=criteria, initial={"submission": deliverable.submissions_count})


def _feedback_form(_engagement: Any, data: QueryDict | None) -> Form:
    return FeedbackForm(data, codes=asked_of(Side.HOST))


def _no_form(application: Any, data: QueryDict | None) -> Form:
    return NoForm(data, initial={"seen": application.version})


def _came_of_form(_follow_up: Any, data: QueryDict | None) -> Form:
    return CameOfForm(data)


def _message_form(_thing: Any, data: QueryDict | None) -> Form:
    return MessageForm(data)


def _nudge_form(engagement: Any, data: QueryDict | None) -> Form:
    body = _(
        "Hello %(name)s, I have not heard from you for a while. How is “%(title)s” going? "
        "If something is in the way, tell me, and we find a way together."
    ) % {"name": engagement.intern.name, "title": engagement.title}
    return MessageForm(data, initial={"body": body})


def _cleaned(form: Form) -> Mapping[str, Any]:
    return form.cleaned_data


def _returned(form: Any) -> Mapping[str, Any]:
    data = form.cleaned_data
    return {"submission_number": data["submission"], "marks": form.marks(), "comment": data["comment"]}


def _of_result(deliverable: Any) -> Mapping[str, Any]:
    """The version that waits, as it was handed in."""
    whole: Any = deliverable_of(deliverable.engagement, deliverable.number)
    newest = max(whole.submissions.all(), key=lambda one: one.number)
    return {"engagement": deliverable.engagement, "deliverable": whole, "submission": newest}


def _of_applicant(application: Any) -> Mapping[str, Any]:
    """What the host may see of them now."""
    card = applicant_card(application, profile_of(application.person))
    questions = [question.text for question in application.brief_version.brief.questions]
    return {"application": application, "card": card, "answers": list(zip(questions, card.answers, strict=False))}


def _of_check_in(check_in: Any) -> Mapping[str, Any]:
    return {"engagement": check_in.engagement, "check_in": check_in}


def _of_engagement(engagement: Any) -> Mapping[str, Any]:
    return {"engagement": engagement}


PAGES: Mapping[str, Page] = {
    "check_in": Page(_check_in_form, _cleaned, _of_check_in),
    "return": Page(_return_form, _returned, _of_result),
    "comment": Page(_message_form, _cleaned, _of_result),
    "feedback": Page(_feedback_form, lambda form: form.feedback(), _of_engagement),
    "decline": Page(_no_form, _cleaned, _of_applicant),
    "follow_up": Page(_came_of_form, _cleaned, lambda follow_up: _of_engagement(follow_up.engagement)),
    "nudge": Page(_nudge_form, _cleaned, _of_engagement),
}
