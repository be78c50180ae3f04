"""Whose turn it is in a dispute and until when, and what comes after."""

from __future__ import annotations

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.web.work.workspace import Turn, Workspace
from firstfoot.work.disputes.policies import deciders

type Lazy = str | Promise

_STEPS: tuple[tuple[tuple[str, ...], Lazy], ...] = (
    (("open",), gettext_lazy("The other side says how it sees it, within five business days.")),
    (("to_decide",), gettext_lazy("A steward who belongs to neither side decides within five more, with reasons.")),
    (("decided",), gettext_lazy("Each side accepts it, or appeals once within five business days.")),
    (("appealed",), gettext_lazy("After an appeal another steward decides anew, and that is final.")),
    (("closed",), gettext_lazy("What was decided is carried out, and what was held goes on.")),
)


def turn_in(dispute: Any, ws: Workspace) -> Turn:
    """Who acts now, as the reader sees it."""
    speaks, by = bool(ws.standing.correct()), dispute.due_at
    if dispute.state == "open":
        if ws.side != dispute.side and speaks:
            return Turn(_("Say how you see it"), True, by, _("After that day a third party decides without it."))
        other = {"intern": ws.engagement.intern.name, "host": ws.engagement.organization.name}[dispute.other_side]
        return Turn(_("%(who)s says how they see it") % {"who": other}, False, by)
    if dispute.state == "decided":
        if speaks and not dispute.has_accepted(ws.side):
            return Turn(_("Accept what was decided, or appeal"), True, by, _("After that day it stands."))
        return Turn(_("%(who)s accepts it, or appeals") % {"who": ws.other}, False, by, _("After that day it stands."))
    is_appeal = dispute.state == "appealed"
    words = _("Another steward decides anew") if is_appeal else _("A steward of neither side decides")
    return Turn(words, False, by, "" if deciders(dispute) else _nobody(is_appeal))


def _nobody(is_appeal: bool) -> str:
    """What happens when no steward is there who may decide."""
    if is_appeal:
        return _("At present nobody else is there to decide. If nobody is by that day, the first decision stands.")
    return _(
        "At present nobody is there who belongs to neither side. If nobody is by that day, nothing is held any more."
    )


def next_steps(dispute: Any) -> list[tuple[str, Lazy]]:
    """Each step with "done", "now" or "" for what may come."""
    order = [states[0] for states, _text in _STEPS]
    here = order.index(dispute.state) if dispute.state in order else len(order)
    if dispute.state == "closed" and not dispute.appealed_at:
        rows = [step for step in _STEPS if step[0] != ("appealed",)]
        return [("done", text) for _states, text in rows]
    if dispute.state not in order:
        return []
    marks = ["done" if n < here or dispute.state == "closed" else "now" if n == here else "" for n in range(len(order))]
    return [(mark, text) for mark, (_states, text) in zip(marks, _STEPS, strict=True)]
