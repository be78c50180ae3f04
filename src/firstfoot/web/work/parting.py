"""The pay after an early end in words: what the facts show, who said what, what stands."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from firstfoot.kernel import clock
from firstfoot.web.shared.part_words import shown_words
from firstfoot.web.work.workspace import Workspace
from firstfoot.work.engagements.queries import part_pay_of, words_of
from firstfoot.work.payments.queries import earned_minor, stipend_of


def part_pay_context(ws: Workspace) -> dict[str, Any]:
    """The conversation about the pay for its page and its card; empty where there is none."""
    part_pay = part_pay_of(ws.engagement) if ws.engagement.state == "ended_early" else None
    if part_pay is None:
        return {}
    earned = earned_minor(stipend_of(ws.engagement))
    return {
        "part": part_pay,
        "part_rows": [_row(ws, word) for word in words_of(part_pay)],
        "part_shown": shown_words(part_pay.facts, part_pay.currency),
        "part_earned": part_pay.money(earned) if earned else None,
        "part_mine": part_pay.is_open and part_pay.turn == ws.side and ws.can_move and not ws.engagement.is_held,
        "part_late": part_pay.is_open and clock.now() > part_pay.answer_by_at,
        "part_other": part_pay.said_by("host" if part_pay.turn == "intern" else "intern"),
        "part_waits_for": _name(ws, part_pay.turn),
    }


def _row(ws: Workspace, word: Any) -> dict[str, Any]:
    who = _("A steward") if not word.side else _name(ws, word.side)
    day = timezone.localtime(word.said_at).date()
    return {"who": who, "word": word, "amount": word.amount, "day": day, "own": word.side == ws.side}


def _name(ws: Workspace, side: str) -> str:
    engagement = ws.engagement
    return str(engagement.intern.name if side == "intern" else engagement.organization.name)
