"""The audiences' own forms, without what is not done by mail: accepting, a public quote, sharing scores."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from firstfoot.web.hosts.forms.applicant import DeclineForm
from firstfoot.web.work.forms.deliverables import ReviewForm
from firstfoot.web.work.forms.evaluation import EvaluationForm
from firstfoot.web.work.forms.fields import TextField


class ReturnForm(ReviewForm):
    """A mark for each criterion, and what should change; whatever else is sent, it is no acceptance."""

    @property
    def accepts(self) -> bool:
        return False


class FeedbackForm(EvaluationForm):
    """The assessment; the sentence for the completion page, which stands under a name, is written signed in."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        del self.fields["quote"]

    def feedback(self) -> dict[str, Any]:
        """What the action takes."""
        said = self.said()
        del said["quote"]
        return {**said, "seen": self.cleaned_data["seen"]}


class NoForm(DeclineForm):
    """A no with its reason."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        del self.fields["share_marks"]


class MessageForm(forms.Form):
    """A message to the other side."""

    body = TextField(label=_("Your message"), rows=4, max_length=8000)
