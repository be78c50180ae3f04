"""A talent's profile: what hosts read next to the answers."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import URLValidator
from django.utils.translation import gettext_lazy as _

from firstfoot.market.skills import folded
from firstfoot.web.shared.skill_words import LEVELS, Claim, skill_attrs

MOST_SKILLS, MOST_LINKS, LONGEST_SKILL = 12, 4, 40


class ProfileForm(forms.Form):
    """Skills one after another with commas, links one a line."""

    headline = forms.CharField(
        label=_("You in one line"),
        max_length=120,
        help_text=_("Such as “Second-year geographer who likes counting things”."),
    )
    about = forms.CharField(
        label=_("About you"),
        required=False,
        max_length=2000,
        widget=forms.Textarea(attrs={"rows": 5}),
        help_text=_("What you have made, run or looked after. A class project or a family shop counts."),
    )
    skills = forms.CharField(
        label=_("Skills"),
        required=False,
        max_length=5000,
        help_text=_("Up to 12, with commas between them."),
    )
    hours_a_week = forms.IntegerField(
        label=_("Hours you have in a week"),
        required=False,
        min_value=1,
        max_value=40,
        widget=forms.NumberInput(attrs={"class": "short"}),
    )
    wants = forms.CharField(label=_("What you hope to learn"), required=False, max_length=200)
    studies = forms.CharField(label=_("School or path"), required=False, max_length=160)
    city = forms.CharField(label=_("City"), required=False, max_length=80)
    links = forms.CharField(
        label=_("Links to your work"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("One a line, up to 4."),
    )
    helps = forms.CharField(
        label=_("What helps you work well"),
        required=False,
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text=_("Such as captions in calls, tasks in writing, or no calls before ten. You need to give no reason."),
    )
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, claims: Iterable[Claim] = (), **options: Any) -> None:
        """`claims` are the person's own: each gets a field for its level; what was shown does not count to the 12."""
        super().__init__(*args, **options)
        self.fields["skills"].widget.attrs |= skill_attrs()
        self.claims = list(claims)
        for claim in self.claims:
            self.fields[_level_of(claim)] = forms.TypedChoiceField(
                label=claim.words, required=False, coerce=int, empty_value=None, initial=claim.level,
                choices=[("", _("I do not say")), *LEVELS.items()],
            )  # fmt: skip

    def clean_skills(self) -> list[str]:
        given = [" ".join(skill.split()) for skill in re.split(r"[,;\n]", self.cleaned_data["skills"])]
        shown = {folded(claim.words) for claim in self.claims if claim.known_by != "said"}
        skills: dict[str, str] = {}
        for skill in filter(None, given):
            skills.setdefault(folded(skill), skill)
        return self._few([skill for key, skill in skills.items() if key not in shown], list(skills.values()))

    def _few(self, said: list[str], skills: list[str]) -> list[str]:
        if len(said) > MOST_SKILLS:
            raise ValidationError(_("Choose the 12 that matter most."))
        if any(len(skill) > LONGEST_SKILL for skill in said):
            raise ValidationError(_("Put a comma between skills; each has at most 40 letters."))
        return skills

    def clean_links(self) -> list[str]:
        links = [line.strip() for line in self.cleaned_data["links"].splitlines() if line.strip()]
        if len(links) > MOST_LINKS:
            raise ValidationError(_("Choose the 4 that show most."))
        check = URLValidator(schemes=["http", "https"])
        for link in links:
            try:
                check(link)
            except ValidationError as error:
                raise ValidationError(
                    _("“%(link)s” is not a web address. Begin with https://."), params={"link": link}
                ) from error
        return list(dict.fromkeys(links))

    def values(self) -> dict[str, Any]:
        """The fields of the profile."""
        others = {"seen", *map(_level_of, self.claims)}
        return {name: value for name, value in self.cleaned_data.items() if name not in others}

    def levels(self) -> dict[str, int | None]:
        """How well the person can do each of their skills, by the public id of the claim, as far as the form asked."""
        return {c.public_id: self.cleaned_data[_level_of(c)] for c in self.claims if _level_of(c) in self.data}


def _level_of(claim: Claim) -> str:
    return f"level_{claim.public_id}"
