"""The search and filters of the project list; what makes no sense is left out, never refused."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.cache import caches
from django.http import QueryDict
from django.utils.functional import Promise
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from firstfoot.market.projects.brief import CATEGORIES, LANGUAGES, WORKPLACES
from firstfoot.market.projects.facets import MOST_PLACES, MOST_SKILLS
from firstfoot.market.projects.narrowing import Filters
from firstfoot.market.vocabulary.queries import name_of, names_of
from firstfoot.web.shared import brief_words
from firstfoot.web.shared.zones import zone_label, zone_names

type Labels = Mapping[str, str | Promise]

HOURS: Labels = {
    "10": _("Up to 10 hours"), "20": _("11 to 20 hours"), "40": _("21 to 40 hours"), "more": _("More than 40 hours"),
}  # fmt: skip
WEEKS: Labels = {
    "2": _("Up to 2 weeks"), "4": _("3 or 4 weeks"), "8": _("5 to 8 weeks"), "more": _("More than 8 weeks"),
}  # fmt: skip
STARTS: Labels = {"2weeks": _("Within two weeks"), "month": _("Within a month"), "later": _("Later")}
SEATS: Labels = {"1": _("One"), "2": _("2 to 4"), "5": _("5 or more")}
OVERLAPS: Labels = {"2": _("2 hours or more"), "4": _("4 hours or more"), "6": _("6 hours or more")}
# One for each clock that many people live by; a reader's own is there as well.
ZONES = (
    "UTC", "Pacific/Honolulu", "America/Anchorage", "America/Los_Angeles", "America/Denver", "America/Chicago",
    "America/New_York", "America/Halifax", "America/Sao_Paulo", "Europe/London", "Europe/Berlin", "Europe/Athens",
    "Africa/Lagos", "Africa/Nairobi", "Asia/Dubai", "Asia/Karachi", "Asia/Kolkata", "Asia/Dhaka", "Asia/Bangkok",
    "Asia/Shanghai", "Asia/Tokyo", "Australia/Sydney", "Pacific/Auckland",
)  # fmt: skip
SORTS: Labels = {
    "new": _("Newest first"), "best": _("Best match"), "soon": _("Closing soon"), "short": _("Fewest hours"),
}  # fmt: skip
# What each choice is called; skills and currencies are called as they are.
LABELS: Mapping[str, Labels] = {
    "category": {code: brief_words.CATEGORIES[code] for code in CATEGORIES},
    "hours": HOURS, "weeks": WEEKS, "workplace": {code: brief_words.WORKPLACES[code] for code in WORKPLACES},
    "start": STARTS, "language": {code: brief_words.LANGUAGES[code] for code in LANGUAGES}, "seats": SEATS,
}  # fmt: skip
ANY = ("", _("Any"))
PLAIN = ("sort", "new")  # what an address need not say
TYPED = ("pay", "place")  # typed, with suggestions
ALWAYS = (*TYPED, "overlap", "zone", "sort")  # offered whatever there is


@dataclass(frozen=True, slots=True)
class Chip:
    """One filter in force, and the list without it."""

    label: str
    query: str


class SkillField(forms.CharField):
    """The code of a skill that the vocabulary knows."""

    def clean(self, value: Any) -> str:
        code: str = super().clean(value)
        if code and not name_of(code):
            raise forms.ValidationError("unknown", code="unknown")
        return code


def _one_of(label: Any, name: str) -> forms.ChoiceField:
    return forms.ChoiceField(label=label, required=False, choices=[ANY, *LABELS[name].items()])


class FilterForm(forms.Form):
    """Everything the list can be narrowed by."""

    use_required_attribute = False
    q = forms.CharField(
        label=_("Search"), required=False, max_length=200, widget=forms.TextInput(attrs={"type": "search"})
    )
    category = _one_of(_("Kind of work"), "category")
    skill = SkillField(label=_("Skill"), required=False, max_length=64, widget=forms.Select())
    hours = _one_of(_("Hours in all"), "hours")
    weeks = _one_of(_("Length"), "weeks")
    workplace = _one_of(_("Where"), "workplace")
    place = forms.CharField(label=_("City"), required=False, max_length=80)
    start = _one_of(_("You can start"), "start")
    language = _one_of(_("Language of the work"), "language")
    seats = _one_of(_("People wanted"), "seats")
    overlap = forms.ChoiceField(label=_("Working hours in common"), required=False, choices=[ANY, *OVERLAPS.items()])
    zone = forms.ChoiceField(label=_("Your time zone"), required=False)
    pay = forms.IntegerField(label=_("Pays at least"), required=False, min_value=1, max_value=1_000_000)
    currency = forms.RegexField(r"^[A-Z]{3}$", label=_("Currency"), required=False, widget=forms.Select())
    sort = forms.ChoiceField(label=_("Order"), required=False, choices=[*SORTS.items()])

    def __init__(self, data: QueryDict, zone: str = "UTC") -> None:
        """`zone` is that of the reader, until they choose another."""
        super().__init__(data, auto_id="id_%s")
        self.own_zone = zone
        said = data.get("zone", "")
        known = dict.fromkeys((*ZONES, zone, *([said] if said in zone_names() else [])))
        choices = [("", zone_label(zone)), *((name, zone_label(name)) for name in known if name != zone)]
        self.fields["zone"].choices = choices  # type: ignore[attr-defined]
        self.query = data
        self.counts: Mapping[str, Mapping[str, int]] = {}
        self.is_valid()

    def offer(self, counts: Mapping[str, Mapping[str, int]]) -> None:
        """Offer what would find something, with how much; and what is chosen."""
        self.counts = counts
        for name in (*LABELS, "skill", "currency"):
            self.fields[name].widget.choices = [ANY, *self._choices(name)]

    @property
    def order(self) -> str:
        return self._said("sort") or "new"

    @property
    def searching(self) -> SafeString:
        return self._drawn("q")

    @property
    def narrowing(self) -> list[SafeString]:
        return [self._drawn(name) for name in self.fields if name != "q" and self._says_something(name)]

    def filters(self) -> Filters:
        said = {name: self._said(name) for name in self.fields if name not in self._APART}
        overlap = int(self._said("overlap") or 0)
        zone = (self._said("zone") or self.own_zone) if overlap else ""
        return Filters(words=self._said("q"), pay=self._said("pay") or 0, overlap=overlap, zone=zone, **said)

    _APART = frozenset({"q", "pay", "sort", "overlap", "zone"})

    @property
    def as_name(self) -> str:
        """What it narrows by, as a name for it; the words come without the marks that a chip sets around them."""
        words = self._said("q")
        rest = [chip.label for chip in self.chips() if not words or words not in chip.label]
        return ", ".join(([words] if words else []) + rest)[:80]

    def chips(self) -> list[Chip]:
        # An amount goes with its currency, hours in common with their zone.
        with_it = {"pay": ["currency"], "overlap": ["zone"]}
        return [Chip(label, self.without(name, *with_it.get(name, []))) for name, label in self._labels()]

    @property
    def is_narrowed(self) -> bool:
        """Whether anything beside the search words is asked for."""
        return any(self._said(name) and (name, self._said(name)) != PLAIN for name in self.fields if name != "q")

    def without(self, *names: str, **more: str) -> str:
        """The address of the list without some of the filters, and with others."""
        rest = QueryDict(mutable=True)
        rest.update(
            {n: self._said(n) for n in self.fields if self._said(n) and n not in names and (n, self._said(n)) != PLAIN}
        )
        for name, value in more.items():
            rest[name] = value
        return f"?{rest.urlencode()}" if rest else "?"

    def _labels(self) -> list[tuple[str, str]]:
        pay = " ".join(str(part) for part in (self._said("pay"), self._said("currency")) if part)
        labels = {"q": gettext("“%(words)s”") % {"words": self._said("q")}}
        for name in self.fields:
            if name in LABELS:
                labels[name] = str(LABELS[name].get(self._said(name), ""))
        labels |= {
            "skill": name_of(self._said("skill")) if self._said("skill") else "",
            "place": self._said("place"),
            "pay": gettext("%(pay)s or more") % {"pay": pay},
            "currency": self._said("currency"),
        }
        if self._said("start"):
            labels["start"] = gettext("Start: %(when)s") % {"when": labels["start"]}
        if self._said("seats"):
            labels["seats"] = gettext("People wanted: %(number)s") % {"number": labels["seats"]}
        if self._said("overlap"):
            words = gettext("%(hours)s working hours or more in common with %(place)s")
            labels["overlap"] = words % {"hours": self._said("overlap"), "place": zone_label(self.filters().zone)}
        hidden = {"currency"} if self._said("pay") else set()
        return [(name, label) for name, label in labels.items() if self._said(name) and name not in hidden]

    def _choices(self, name: str) -> Iterable[tuple[str, str]]:
        """Each code with its label and count, in the order of the labels; skills by count."""
        counts, said = self.counts.get(name, {}), self._said(name)
        known = LABELS.get(name)
        codes = list(known) if known else sorted(counts, key=lambda code: (-counts[code], code))[:MOST_SKILLS]
        if said and said not in codes:
            codes.append(said)
        names: Mapping[str, str | Promise] = known or (names_of(codes) if name == "skill" else {})
        for code in codes:
            if code in counts or code == said:
                label = names.get(code, code)
                yield code, f"{label} ({counts.get(code, 0)})"

    def _says_something(self, name: str) -> bool:
        """Whether a filter has more than one thing to choose: what would not narrow the list is left out."""
        if name in ALWAYS or self._said(name):
            return True
        return len(self.counts.get(name, {})) > (1 if name == "currency" else 0)

    def _drawn(self, name: str) -> SafeString:
        """A field with its label; kept where it can look in a few ways only, since widgets are dear to draw."""
        said, choices = self[name].value() or "", getattr(self.fields[name].widget, "choices", None)
        offered = [(str(code), str(label)) for code, label in choices or self._suggested(name)]
        if said and (choices is None or said not in {code for code, _label in offered}):
            return self._field(name)
        digest = hashlib.sha256(repr(offered).encode()).hexdigest()[:24]
        key = f"filter:{get_language()}:{name}:{said if choices else ''}:{digest}"
        kept = caches["cards"].get_or_set(key, lambda: self._field(name))
        return mark_safe(str(kept))  # noqa: S308  # drawn by a form

    def _suggested(self, name: str) -> list[tuple[str, str]]:
        """What may be typed: amounts and cities with how many projects they would leave."""
        if name not in TYPED:
            return []
        counts = self.counts.get(name, {})
        codes = list(counts) if name == "pay" else sorted(counts, key=lambda place: (-counts[place], place))
        return [(code, f"{code} ({counts[code]})") for code in codes[:MOST_PLACES]]

    def _field(self, name: str) -> SafeString:
        field = self[name]
        suggested = self._suggested(name)
        listed = SafeString("")
        if suggested:
            field.field.widget.attrs["list"] = f"list_{name}"
            options = format_html_join("", '<option value="{}">{}</option>', suggested)
            listed = format_html('<datalist id="list_{}">{}</datalist>', name, options)
        return format_html(
            '<div class="field"><label for="{}">{}</label>{}{}</div>', field.id_for_label, field.label, field, listed
        )

    def _said(self, name: str) -> Any:
        return self.cleaned_data.get(name) or ""
