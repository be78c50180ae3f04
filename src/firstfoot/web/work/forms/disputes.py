"""What is said in a dispute: the first statement, the answer, an appeal, that it is settled."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from firstfoot.reactions.dispute_words import CAUSES
from firstfoot.web.work.forms.fields import TextField

MOST = 4000


class OpenForm(forms.Form):
    """What it is about, which result where it is about one, and how one's own side sees it."""

    cause = forms.ChoiceField(
        label=_("What is it about?"), widget=forms.RadioSelect(attrs={"class": "rows"}),
        error_messages={"required": _("Choose what it is about.")},
    )  # fmt: skip
    result = forms.TypedChoiceField(label=_("Which result?"), coerce=int, empty_value=None, required=False)
    statement = TextField(
        label=_("How you see it"), rows=6, max_length=MOST,
        help_text=_("What was agreed, what happened, what you ask for. The other side and the third party read it."),
        error_messages={"required": _("Say in your own words how you see it.")},
    )  # fmt: skip

    def __init__(self, *args: Any, causes: Iterable[str], results: Iterable[Any], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["cause"].choices = [(cause, CAUSES[cause]) for cause in causes]  # type: ignore[attr-defined]
        found = [(one.number, one.title) for one in results]
        if found:
            self.fields["result"].choices = [("", _("It is not about one result")), *found]  # type: ignore[attr-defined]
        else:
            del self.fields["result"]


class StatementForm(forms.Form):
    """The other side's words; `seen` is the version that was read."""

    seen = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    statement = TextField(
        label=_("How you see it"), rows=6, max_length=MOST,
        help_text=_("You write once. Then the third party has both statements and the record."),
        error_messages={"required": _("Say in your own words how you see it.")},
    )  # fmt: skip


class AppealForm(forms.Form):
    """What the decision got wrong."""

    seen = forms.IntegerField(required=False, min_value=0, widget=forms.HiddenInput)
    text = TextField(
        label=_("What should be looked at again"), rows=5, max_length=MOST,
        help_text=_("Another person reads everything anew. What they decide is final."),
        error_messages={"required": _("Say what should be looked at again.")},
    )  # fmt: skip


class SettleForm(forms.Form):
    """That the two settled it themselves, and how, if one wants to write it down."""

    note = TextField(
        label=_("How you settled it"), rows=2, max_length=1000, required=False,
        help_text=_("The other side reads it and says whether it is so."),
    )  # fmt: skip
