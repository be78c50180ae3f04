"""A funnel in words and as a chart: how far applications got, and where people left."""

from __future__ import annotations

from typing import Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.insights.funnel import Funnel
from firstfoot.web.shared import charts
from firstfoot.web.shared.figure_words import days

REACHED: dict[str, Any] = {
    "submitted": gettext_lazy("Applied"),
    "shortlisted": gettext_lazy("Shortlisted"),
    "offered": gettext_lazy("Got an offer"),
    "accepted": gettext_lazy("Accepted it"),
    "completed": gettext_lazy("Completed the work"),
}
LEFT: dict[str, Any] = {
    "waiting": gettext_lazy("Wait for an answer, theirs or the host’s"),
    "working": gettext_lazy("Accepted, and not done yet"),
    "declined": gettext_lazy("Declined by the host, with a reason"),
    "filled": gettext_lazy("Others took the seats"),
    "reserve_released": gettext_lazy("Were the reserve, and not called"),
    "silence": gettext_lazy("Never heard from the host"),
    "closed": gettext_lazy("The project closed before"),
    "withdrawn": gettext_lazy("Withdrew"),
    "refused": gettext_lazy("Said no to the offer"),
    "expired": gettext_lazy("Let the offer run out"),
    "stopped": gettext_lazy("Accepted, and it ended early"),
}


def words_of(funnel: Funnel) -> dict[str, Any]:
    """What `shared/funnel.html` shows."""
    return {
        "applied": funnel.reached["submitted"],
        "chart": _chart(funnel),
        "left": [(LEFT[name], n) for name, n in _in_order(funnel.left) if n != 0],
        "answered": funnel.answered,
        "answer_time": "" if funnel.answer_days is None else days(funnel.answer_days),
    }


def _in_order(left: dict[str, int | None]) -> list[tuple[str, int | None]]:
    return [(name, left[name]) for name in LEFT]


def _chart(funnel: Funnel) -> SafeString:
    first = funnel.reached["submitted"] or 0
    rows = [charts.Bar(str(REACHED[name]), n, _figure(n, first, name)) for name, n in funnel.reached.items()]
    return charts.funnel(_("How far applications got"), rows)


def _figure(n: int | None, first: int, name: str) -> str:
    if n is None:
        return _("hidden")
    if name == "submitted" or not first:
        return str(n)
    return _("%(n)s · %(share)s%%") % {"n": n, "share": round(100 * n / first)}
