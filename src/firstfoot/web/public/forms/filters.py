"""The search and filters of the project list; what makes no sense is left out, never refused."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.cache import caches
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language
from django.utils.translation import gettext as _t
from django.utils.translation import gettext_lazy as _

from firstfoot.market.projects.brief import CATEGORIES, WORKPLACES
from firstfoot.market.projects.queries import Filters
from firstfoot.web.shared import brief_words

HOURS: dict[str, str | Promise] = {
    "10": _("Up to 10 hours"), "20": _("11 to 20 hours"), "40": _("21 to 40 hours"), "more": _("More than 40 hours"),
}  # fmt: skip
SORTS: dict[str, str | Promise] = {"new": _("Newest first"), "soon": _("Closing soon"), "short": _("Fewest hours")}
ANY = [("", _("Any"))]
PLAIN = ("sort", "new")  # what an address need not say


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter in force, and the list without it."""

    label: str
    query: str


class FilterForm(forms.Form):
    """Everything the list can be narrowed by."""

    use_required_attribute = False
    q = forms.CharField(
        label=_("Search"), required=False, max_length=200, widget=forms.TextInput(attrs={"type": "search"})
    )
    category = forms.ChoiceField(
        label=_("Kind of work"), required=False, choices=[*ANY, *((c, brief_words.CATEGORIES[c]) for c in CATEGORIES)]
    )
    hours = forms.ChoiceField(label=_("Hours in all"), required=False, choices=[*ANY, *HOURS.items()])
    workplace = forms.ChoiceField(
        label=_("Where"), required=False, choices=[*ANY, *((c, brief_words.WORKPLACES[c]) for c in WORKPLACES)]
    )
    place = forms.CharField(label=_("City"), required=False, max_length=80)
    pay = forms.IntegerField(label=_("Pays at least"), required=False, min_value=1, max_value=1_000_000)
    currency = forms.ChoiceField(label=_("Currency"), required=False)
    sort = forms.ChoiceField(label=_("Order"), required=False, choices=[*SORTS.items()])

    def __init__(self, data: QueryDict, currencies: Sequence[str]) -> None:
        super().__init__(data, auto_id="id_%s")
        self.fields["currency"].choices = [*ANY, *((code, code) for code in currencies)]  # type: ignore[attr-defined]
        self.query = data
        self.is_valid()

    @property
    def order(self) -> str:
        return self._said("sort") or "new"

    @property
    def searching(self) -> SafeString:
        return self._drawn("q")

    @property
    def narrowing(self) -> list[SafeString]:
        return [self._drawn(name) for name in self.fields if name != "q"]

    def filters(self) -> Filters:
        said = {name: self._said(name) for name in ("category", "hours", "currency", "place", "workplace")}
        return Filters(words=self._said("q"), pay=self._said("pay") or 0, **said)

    def chips(self) -> list[Chip]:
        # An amount goes with its currency.
        return [Chip(label, self.without(name, *(["currency"] * (name == "pay")))) for name, label in self._labels()]

    @property
    def is_narrowed(self) -> bool:
        """Whether anything beside the search words is asked for."""
        return any(self._said(name) and (name, self._said(name)) != PLAIN for name in self.fields if name != "q")

    def without(self, *names: str) -> str:
        """The address of the list without some of the filters."""
        rest = QueryDict(mutable=True)
        rest.update(
            {n: self._said(n) for n in self.fields if self._said(n) and n not in names and (n, self._said(n)) != PLAIN}
        )
        return f"?{rest.urlencode()}" if rest else "?"

    def _labels(self) -> list[tuple[str, str]]:
        pay = " ".join(str(part) for part in (self._said("pay"), self._said("currency")) if part)
        labels = {
            "q": _t("“%(words)s”") % {"words": self._said("q")},
            "category": str(brief_words.CATEGORIES.get(self._said("category"), "")),
            "hours": str(HOURS.get(self._said("hours"), "")),
            "workplace": str(brief_words.WORKPLACES.get(self._said("workplace"), "")),
            "place": self._said("place"),
            "pay": _t("%(pay)s or more") % {"pay": pay},
            "currency": self._said("currency"),
        }
        hidden = {"currency"} if self._said("pay") else set()
        return [(name, label) for name, label in labels.items() if self._said(name) and name not in hidden]

    def _drawn(self, name: str) -> SafeString:
        """A field with its label; kept where it can look in a few ways only, since widgets are dear to draw."""
        field = self[name]
        choices = getattr(field.field, "choices", None)
        said = field.value() or ""
        if said and (choices is None or said not in {code for code, _label in choices}):
            return self._field(name)
        codes = ",".join(code for code, _label in choices or ())
        key = f"filter:{get_language()}:{name}:{said}:{codes}"
        kept = caches["cards"].get_or_set(key, lambda: self._field(name))
        return mark_safe(str(kept))  # noqa: S308  # drawn by a form

    def _field(self, name: str) -> SafeString:
        field = self[name]
        return format_html(
            '<div class="field"><label for="{}">{}</label>{}</div>', field.id_for_label, field.label, field
        )

    def _said(self, name: str) -> Any:
        return self.cleaned_data.get(name) or ""
