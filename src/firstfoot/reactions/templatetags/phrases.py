"""Filters of mails and desks: days, money and moves in the reader's words."""

from __future__ import annotations

from datetime import date, datetime

from django import template

from firstfoot.insights.moves import Move
from firstfoot.kernel.money import Money
from firstfoot.reactions import phrases
from firstfoot.reactions.warning_words import WarningWords, warning_words
from firstfoot.reactions.words import STAGES, MoveWords, Stage, move_words
from firstfoot.work.engagements.warning import Warning

register = template.Library()


@register.filter
def on_day(value: date | None) -> str:
    """Friday 19 December"""
    return phrases.day_text(value) if value else ""


@register.filter
def at_time(value: datetime | None) -> str:
    """Friday 19 December, 17:00"""
    return phrases.when_text(value) if value else ""


@register.simple_tag
def on_whose_clock() -> str:
    """Los Angeles time"""
    return phrases.zone_text()


@register.filter
def in_words(amount: Money | None) -> str:
    """$360"""
    return phrases.money_text(amount) if amount else ""


@register.filter
def said(move: Move) -> MoveWords:
    """Title, detail, button and address of a move."""
    return move_words(move)


@register.filter
def warned(warning: Warning) -> WarningWords:
    """The badge and the reasons of the early warning."""
    return warning_words(warning)


@register.filter
def stage(state: str) -> Stage:
    """The badge of an engagement's state."""
    return STAGES[state]
