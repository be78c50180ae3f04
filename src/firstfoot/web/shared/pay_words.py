"""What money facts are called on the pages, with their look."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

type Lazy = str | Promise

# kind of entry -> (what happened, icon)
ENTRIES: dict[str, tuple[Lazy, str]] = {
    "pledged": (_("Promised in the agreement"), "file-check"),
    "lowered": (_("No longer owed: the agreement changed"), "file-minus"),
    "funded": (_("Set aside by the host"), "landmark"),
    "due": (_("Due: the work is accepted"), "calendar-check"),
    "released": (_("Paid, as the host says"), "send"),
    "part_paid": (_("Paid in part, as the host says"), "send"),
    "received": (_("Arrived, as the intern says"), "circle-check"),
    "not_received": (_("Did not arrive, as the intern says"), "circle-x"),
    "written_off": (_("Written off"), "circle-slash"),
    "reversed": (_("Taken back"), "undo-2"),
}
WRITE_OFF_REASONS: dict[str, Lazy] = {
    "agreed_less": _("Both agreed on less"),
    "otherwise": _("It was settled in another way"),
    "given_up": _("The intern gives it up"),
    "cannot_pay": _("The host cannot pay"),
}
WHY_WRITTEN_OFF: dict[str, Lazy] = {**WRITE_OFF_REASONS, "decided": _("The third party decided so in a dispute")}
_STANDS: dict[str, tuple[Lazy, str, str]] = {
    "overdue": (_("Overdue"), "bad", "triangle-alert"),
    "due": (_("To pay"), "warn", "clock"),
    "sent": (_("On its way"), "info", "send"),
    "ahead": (_("Promised"), "line", "file-check"),
    "settled": (_("Arrived"), "ok", "circle-check"),
    "nothing": (_("Nothing owed"), "line", "circle-slash"),
}


def stands(stipend: Any, today: date) -> dict[str, Any]:
    """How a stipend stands, as a badge: the first of these that is so."""
    if stipend.due_minor:
        code = "overdue" if stipend.due_on < today else "due"
    elif stipend.sent_minor:
        code = "sent"
    elif stipend.is_open:
        code = "ahead"
    else:
        code = "settled" if stipend.received_minor else "nothing"
    text, css, icon = _STANDS[code]
    return {"code": code, "text": text, "css": css, "icon": icon}
