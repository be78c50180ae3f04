"""What a person wants of their list, and what counts for how much."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from firstfoot.market.matching.listing import Order, weights_row
from firstfoot.market.matching.weights import OWN, PUBLIC, VERSION, Weights
from firstfoot.market.projects.brief import CATEGORIES, LANGUAGES
from firstfoot.web.shared import brief_words
from firstfoot.web.shared.organization_words import countries_named, countries_text

MOST_WEIGHT = 10
WISHES = ("categories", "places", "is_remote_only", "languages", "may_work_in", "order")
ORDERS: dict[str, str | Promise] = {
    Order.MATCH: _("What fits best first"), Order.DATE: _("Newest first"), Order.RANDOM: _("By lot"),
}  # fmt: skip
USUAL = PUBLIC[VERSION]
CHANCES: dict[int, str | Promise] = {USUAL.chance: _("Much (as usual)"), 400: _("Some"), 0: _("Does not count")}


def _weight(label: Any, usual: int, least: int = 0) -> forms.TypedChoiceField:
    named = {0: _("0, does not count"), usual: _("%(n)s, as usual") % {"n": usual}}
    choices = [(n, named.get(n, str(n))) for n in range(least, MOST_WEIGHT + 1)]
    return forms.TypedChoiceField(label=label, coerce=int, choices=choices)


class CountriesField(forms.CharField):
    """Countries by their names, with commas between them; gives their codes."""

    def prepare_value(self, value: Any) -> Any:
        return countries_text(value) if isinstance(value, list) else value

    def clean(self, value: Any) -> Any:
        codes, unknown = countries_named(super().clean(value))
        if unknown:
            raise ValidationError(
                _("We know no country called “%(name)s”. Check how it is spelled.") % {"name": unknown[0]}
            )
        return codes


class ForYouForm(forms.Form):
    """Kinds of work and places narrow and raise; the weights say what counts."""

    categories = forms.MultipleChoiceField(
        label=_("Kinds of work you want"),
        required=False,
        choices=[(code, brief_words.CATEGORIES[code]) for code in CATEGORIES],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("These go up in your list. Nothing is hidden."),
    )
    places = forms.CharField(
        label=_("Places you can get to"),
        required=False,
        max_length=200,
        help_text=_("Cities, with commas between them. Left empty, no project is left out for its place."),
    )
    is_remote_only = forms.BooleanField(label=_("Only work from anywhere"), required=False)
    languages = forms.MultipleChoiceField(
        label=_("Languages you can work in"),
        required=False,
        choices=[(code, brief_words.LANGUAGES[code]) for code in LANGUAGES],
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Left empty, no project is left out for its language."),
    )
    may_work_in = CountriesField(
        label=_("Countries where you may work"),
        required=False,
        max_length=400,
        help_text=_(
            "With commas between them, as “Germany, United States”; “EU” for all of it. Work on site elsewhere is left "
            "out of your list. No host ever sees this. Left empty, nothing is left out."
        ),
    )
    order = forms.ChoiceField(label=_("Order"), choices=[*ORDERS.items()], widget=forms.RadioSelect)
    cover = _weight(_("The skills it asks for"), USUAL.cover, least=1)
    interests = _weight(_("What you want to do"), USUAL.interests)
    slack = _weight(_("Your hours and days"), USUAL.slack)
    answers = _weight(_("How well the host answers"), USUAL.answers)
    chance = forms.TypedChoiceField(label=_("Few who wait for a place"), coerce=int, choices=[*CHANCES.items()])

    def clean(self) -> dict[str, Any]:
        said = super().clean() or self.cleaned_data
        sides = [said.get(name) for name in ("interests", "slack", "answers")]
        if not self.errors and not any(sides):
            raise ValidationError(_("Let at least one of your own wishes, your time or the host’s answers count."))
        return said

    def values(self) -> dict[str, Any]:
        """The fields of a wish; weights that are the usual ones are named by their version.

        Whoever lets skills count for less than usual does not want likeness of skills to count in their place.
        """
        said = self.cleaned_data
        moved = {name: said[name] for name in ("cover", "interests", "slack", "answers", "chance")}
        moved["closeness"] = USUAL.closeness if said["cover"] >= USUAL.cover else 0
        usual = replace(USUAL, **moved) == USUAL
        wish = {name: said[name] for name in WISHES}
        return {**wish, "weights": VERSION if usual else weights_row(replace(USUAL, **moved, version=OWN))}


def initial_of(wish: Any) -> dict[str, Any]:
    """The form as the wish stands."""
    weights: Weights = wish.own_weights
    moved = {name: getattr(weights, name) for name in ("cover", "interests", "slack", "answers", "chance")}
    said = {name: getattr(wish, name) for name in WISHES}
    return {**said, **moved}
