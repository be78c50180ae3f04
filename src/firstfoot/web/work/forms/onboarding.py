"""What is said before the work starts."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from firstfoot.web.work.forms.fields import DayField


class LearningGoalForm(forms.Form):
    """One line by the intern."""

    goal = forms.CharField(
        label=_("What do you want to learn here?"), max_length=200,
        help_text=_("One line. You see it again at each check-in, and we ask what became of it at the end."),
    )  # fmt: skip


class StartForm(forms.Form):
    """Another first day."""

    new_start_on = DayField(label=_("Propose another first day"))
