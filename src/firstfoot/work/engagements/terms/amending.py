"""One difference as a sentence of the agreement: between two versions, or between brief and application."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.kernel.money import Money
from firstfoot.market.projects.brief import Change
from firstfoot.work.engagements.terms.changing import DAYS_AND_YEARS, Difference

LABELS: dict[str, str | Promise] = {
    "pay_minor": gettext_lazy("Pay"),
    "hours": gettext_lazy("Hours"),
    "start_on": gettext_lazy("First day"),
    "end_on": gettext_lazy("Last day"),
    "check_in_every_days": gettext_lazy("Days between check-ins"),
    "inputs": gettext_lazy("What the host gives"),
    "outcome": gettext_lazy("Outcome"),
    "in_scope": gettext_lazy("What is part of it"),
    "out_of_scope": gettext_lazy("What is not part of it"),
    "equipment": gettext_lazy("Equipment"),
    "expenses": gettext_lazy("Expenses"),
    "workplace": gettext_lazy("Where the work is done"),
    "place": gettext_lazy("Place"),
    "ai_use": gettext_lazy("Use of AI tools"),
    "ai_note": gettext_lazy("More on AI tools"),
    "portfolio": gettext_lazy("Showing the work"),
    "portfolio_note": gettext_lazy("More on showing the work"),
    "rights": gettext_lazy("Who owns the results"),
    "tools": gettext_lazy("Tools"),
    "engaged_as": gettext_lazy("On which footing"),
    "hours_log": gettext_lazy("Log of hours"),
    "pay_within_days": gettext_lazy("Days until the pay is due"),
    "reply_within_days": gettext_lazy("Business days until a question is answered"),
    "confidential_years": gettext_lazy("Years that confidentiality lasts"),
    "deliverable_showing": gettext_lazy("Showing result %(number)s"),
    "deliverable_title": gettext_lazy("Title of result %(number)s"),
    "deliverable_format": gettext_lazy("Format of result %(number)s"),
    "deliverable_due_on": gettext_lazy("Due date of result %(number)s"),
    "deliverable_criteria": gettext_lazy("When result %(number)s is good"),
    "result_added": gettext_lazy("New: result %(number)s"),
    "result_left_out": gettext_lazy("Not done after all: result %(number)s"),
}
_SHORT = ("pay_minor", "hours", "check_in_every_days", *DAYS_AND_YEARS, "deliverable_title", "deliverable_format")


def label_of_field(field: str) -> str | Promise:
    """What a field of the terms is called, for a form."""
    return LABELS[field]


def label_of(difference: Difference) -> str:
    """What the field is called."""
    label = LABELS.get(difference.field, difference.field.replace("_", " ").capitalize())
    return str(label) % {"number": difference.number}


def what_changes(difference: Difference, currency: str) -> str:
    """Figures, days and titles before and after; of longer texts only that they are other ones."""
    label, field = label_of(difference), difference.field
    if field == "result_added":
        new = {"label": label, "title": difference.after["title"], "day": on_day(difference.after["due_on"])}
        return _("%(label)s, “%(title)s”, due %(day)s") % new
    if field == "result_left_out":
        return _("%(label)s, “%(title)s”") % {"label": label, "title": difference.before}
    if field.endswith("_on") or (field in _SHORT and difference.before not in (None, "")):
        texts = {
            "before": _short(field, difference.before, currency),
            "after": _short(field, difference.after, currency),
        }
        return _("%(label)s: %(after)s instead of %(before)s") % {"label": label, **texts}
    return _("%(label)s: as written below") % {"label": label}


def since_applied(change: Change) -> str:
    """One field in which the brief differs from the one that was applied to."""
    labels = {
        "pay_minor": _("Pay"), "currency": _("Currency"), "hours": _("Hours"), "weeks": _("Weeks"),
        "start_from": _("Earliest start"), "start_until": _("Latest start"), "deliverables": _("What is handed in"),
        "workplace": _("Workplace"), "place": _("Place"), "outcome": _("Outcome"), "in_scope": _("What is part of it"),
        "out_of_scope": _("What is not part of it"), "inputs": _("What the host gives"), "title": _("Title"),
        "answers": _("Questions and answers"), "rights": _("Who owns the results"),
        "engaged_as": _("On which footing"), "confidential_years": _("Years that confidentiality lasts"),
        "hours_log": _("Log of hours"),
    }  # fmt: skip
    label = labels.get(change.field, change.field.replace("_", " ").capitalize())
    if isinstance(change.before, int) and isinstance(change.after, int) and change.field != "pay_minor":
        return _("%(label)s: was %(before)s, is now %(after)s") % {
            "label": label, "before": change.before, "after": change.after,
        }  # fmt: skip
    return _("%(label)s: changed, as written above") % {"label": label}


def on_day(text: str) -> str:
    """An ISO day as it stands in the agreement."""
    return date_format(date.fromisoformat(text), "l j F Y")


def _short(field: str, value: Any, currency: str) -> str:
    if value in (None, ""):
        return _("nothing")
    if field == "pay_minor":
        return str(Money(value, currency))
    return on_day(value) if field.endswith("_on") else str(value)
