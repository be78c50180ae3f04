"""The six questions between a template and a whole brief; each has its likely answer filled in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from firstfoot.kernel.money import Money, digits_of
from firstfoot.market.projects.compiling import SIZES, Answers, Circumstances, hours_of, suggested
from firstfoot.market.projects.fair_pay import fair_hourly
from firstfoot.market.projects.starters import Starter
from firstfoot.web.hosts.forms.brief_fields import DayField, TextField
from firstfoot.web.shared.words import money_text

type Choices = Sequence[tuple[str, Any]]

SIZE_WORDS: dict[str, str | Promise] = {
    "small": _("Small: %(hours)s hours, only what is needed"),
    "usual": _("Usual: %(hours)s hours, as the template has it"),
    "large": _("Large: %(hours)s hours, with room to go deeper"),
}


class QuestionsForm(forms.Form):
    """`members` are (public id, name) of those who may guide; `least` is the least pay an hour in minor units."""

    audience = TextField(
        label=_("1. Who uses the result, and for what?"), rows=2, max_length=600,
        help_text=_("A sentence. It tells the intern what matters."),
    )  # fmt: skip
    needed_by = DayField(
        label=_("2. By when do you need it?"),
        help_text=_(
            "Two weeks to apply and a week to choose come first. When it is soon, people get one week to apply."
        ),
    )
    size = forms.ChoiceField(
        label=_("3. How much of it?"), widget=forms.RadioSelect(attrs={"class": "rows"}), initial="usual"
    )
    supervisor = forms.ChoiceField(
        label=_("4. Who guides the intern?"), widget=forms.Select(attrs={"class": "medium"}),
        help_text=_("Nothing will be due while this person or all of you are away."),
    )  # fmt: skip
    cover = forms.ChoiceField(
        label=_("And who answers when they are away?"), required=False, widget=forms.Select(attrs={"class": "medium"})
    )
    at_hand = forms.MultipleChoiceField(
        label=_("5. What is at hand already?"), required=False,
        widget=forms.CheckboxSelectMultiple(attrs={"class": "rows"}),
        help_text=_("What you leave out is promised for the first week."),
    )  # fmt: skip
    hourly = forms.DecimalField(
        min_value=0, max_value=100_000, max_digits=10, decimal_places=2,
        widget=forms.NumberInput(attrs={"step": "any", "inputmode": "decimal", "class": "short"}),
    )  # fmt: skip
    place = forms.CharField(
        label=_("Where is the work done?"), max_length=120, help_text=_("City or address, so that people can plan.")
    )

    def __init__(
        self, data: Mapping[str, Any] | None, *, starter: Starter, around: Circumstances, members: Choices, least: int,
        place: str, supervisor: str,
    ) -> None:  # fmt: skip
        self.starter, self.around, self.least = starter, around, least
        super().__init__(data, initial=self._likely(members, supervisor, place))
        self._offer(members)
        if starter.brief.workplace not in {"hybrid", "on_site"}:
            del self.fields["place"]

    def clean_needed_by(self) -> date:
        day: date = self.cleaned_data["needed_by"]
        if day <= self.around.today:
            raise ValidationError(gettext("Choose a day to come."))
        return day

    def clean_hourly(self) -> int:
        minor = (self.cleaned_data["hourly"] or Decimal(0)).scaleb(digits_of(self.around.currency))
        if minor != int(minor):
            raise ValidationError(gettext("This currency has no such small coins."))
        least = max(self.least, 1)
        if minor < least:
            raise ValidationError(gettext("The least here is %(sum)s an hour.") % {"sum": self._money(least)})
        return int(minor)

    def clean(self) -> None:
        super().clean()
        if self.cleaned_data.get("cover") and self.cleaned_data["cover"] == self.cleaned_data.get("supervisor"):
            self.add_error("cover", gettext("Choose somebody else, or leave it empty."))

    def answers(self) -> Answers:
        """What was answered, once it is valid."""
        said = self.cleaned_data
        return Answers(
            audience=said["audience"],
            needed_by=said["needed_by"],
            size=said["size"],
            supervisor=said["supervisor"],
            cover=said["cover"],
            at_hand=frozenset(int(place) for place in said["at_hand"]),
            hourly_minor=said["hourly"],
            place=said.get("place", ""),
        )

    def _likely(self, members: Choices, supervisor: str, place: str) -> dict[str, Any]:
        others = [public_id for public_id, _name in members if public_id != supervisor]
        fair = Decimal(fair_hourly(self.least, self.around.currency)).scaleb(-digits_of(self.around.currency))
        return {
            "audience": self.starter.brief.audience,
            "needed_by": suggested(self.starter, "usual", self.around),
            "size": "usual",
            "supervisor": supervisor,
            "cover": others[0] if others else "",
            "at_hand": [str(place) for place in range(len(self.starter.brief.inputs))],
            "hourly": int(fair) or "",
            "place": place,
        }

    def _offer(self, members: Choices) -> None:
        fields: dict[str, Any] = dict(self.fields)
        fields["size"].choices = [
            (size, str(SIZE_WORDS[size]) % {"hours": hours_of(self.starter, size)}) for size in SIZES
        ]
        fields["supervisor"].choices = list(members)
        fields["cover"].choices = [("", _("Nobody yet")), *members]
        fields["at_hand"].choices = [(str(place), row.text) for place, row in enumerate(self.starter.brief.inputs)]
        fields["hourly"].label = gettext("6. What do you pay an hour, in %(currency)s?") % {
            "currency": self.around.currency
        }
        if self.least:
            fields["hourly"].help_text = gettext("A fair sum is filled in. The least here is %(sum)s.") % {
                "sum": self._money(self.least)
            }

    def _money(self, minor: int) -> str:
        return money_text(Money(minor, self.around.currency))
