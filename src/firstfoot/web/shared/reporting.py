"""What one says is wrong with a message, or with how a person behaves; and what is answered to it."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django import forms
from django.contrib import messages
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from firstfoot.kernel.errors import Conflict, LimitReached
from firstfoot.web.shared.reasons import reason, say
from firstfoot.web.shared.requests import PersonRequest

REASONS: dict[str, Any] = {
    "harassment": _("It insults, harasses or comes too close"),
    "threat": _("It threatens, or puts under pressure"),
    "discrimination": _("It treats somebody worse for who they are"),
    "scam": _("It looks like a scam"),
    "asks_for_money": _("It asks for money, or for bank or card data"),
    "unpaid_work": _("It asks for work without pay, or more than was agreed"),
    "not_true": _("It is not true, or pretends to be somebody else"),
    "other": _("Something else"),
}
WORDS: dict[str, Any] = {
    "own_message": _("This is about yourself."),
    "about_you": _("This case is about you. Another steward looks at it."),
    "still_blind": _("You report a person once you know who it is: after the shortlist."),
    "no_evidence": _("Nothing was kept in this case."),
    "reported_already": _("You reported this already. A steward looks at it."),
    "reports_a_day": _("Those were many reports in one day. Go on tomorrow."),
}
say(WORDS)


class ReportForm(forms.Form):
    """A reason of the list, and words."""

    reason = forms.ChoiceField(
        label=_("What is wrong?"),
        widget=forms.RadioSelect,
        choices=list(REASONS.items()),
        error_messages={"required": _("Choose what is wrong.")},
    )
    words = forms.CharField(
        label=_("What happened?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 4}),
        help_text=_("Stewards alone read it."),
    )

    def clean(self) -> dict[str, Any]:
        super().clean()
        data = self.cleaned_data
        if data.get("reason") == "other" and not data.get("words", "").strip():
            self.add_error("words", _("Say in a sentence what is wrong."))
        return data


def report_page(
    request: PersonRequest, send: Callable[..., object], back: str, **context: Any
) -> HttpResponse:  # fmt: skip
    """The form, and what follows when it is sent; `send` takes the reason and the words."""
    form, status = ReportForm(request.POST or None), 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            try:
                send(actor=request.user, **form.cleaned_data)
            except (Conflict, LimitReached) as refused:
                form.add_error(None, reason(refused))
                status = refused.status
            else:
                messages.success(request, gettext("Thank you. A steward looks at it, and you hear what came of it."))
                return redirect(back.partition("#")[0])  # to the top, where the thanks stand
    return render(request, "shared/report.html", {"form": form, "back": back, **context}, status=status)
