"""How the states of an item and the rights of an agreement are said to the intern."""

from __future__ import annotations

from typing import Any, NamedTuple

from django.utils.translation import gettext_lazy as _


class Badge(NamedTuple):
    text: Any
    icon: str
    css: str


ITEM: dict[str, Badge] = {
    "drafted": Badge(_("Draft"), "pencil", "line"),
    "asked": Badge(_("The host reads it"), "hourglass", "lamp"),
    "cleared": Badge(_("May be shown"), "check", "ok"),
    "declined": Badge(_("Not like this"), "circle-slash", "warn"),
    "unanswered": Badge(_("No answer came"), "clock", "warn"),
}
VISIBILITY: dict[str, Badge] = {
    "private": Badge(_("Nobody sees it"), "lock", "line"),
    "link": Badge(_("By link"), "link", "info"),
    "public": Badge(_("On your page"), "globe", "ok"),
}
RIGHTS: dict[str, Any] = {
    "full": _("The agreement lets you show this work publicly, and say who it was for."),
    "on_request": _("The agreement says: ask the host first. It has five business days to answer."),
    "redacted": _(
        "The agreement lets you show this work without names and figures of the host. The host reads the text before"
        " others do, and has five business days to answer."
    ),
    "none": _("The agreement keeps this work between you. You may always show the card: it names nobody."),
}
HAND_IN: dict[str, Any] = {
    "full": _("Finish this text"), "on_request": _("Ask the host"), "redacted": _("Send it to the host"),
}  # fmt: skip
