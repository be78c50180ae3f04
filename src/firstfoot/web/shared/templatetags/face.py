"""Tags and filters of the face: icons, doors, drawings, charts, money and days."""

from __future__ import annotations

import functools
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django import template
from django.conf import settings
from django.contrib.staticfiles.storage import staticfiles_storage
from django.forms.boundfield import BoundField
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _
from lucide.templatetags.lucide import lucide

from firstfoot.kernel.money import Money
from firstfoot.market import skills
from firstfoot.web.shared import charts, drawings, styles, words
from firstfoot.web.shared import door as doors
from firstfoot.web.shared.forms import error_texts
from firstfoot.web.shared.pages import page_links
from firstfoot.web.shared.zones import zone_label

register = template.Library()

BRIEF_OPENING = 0.22  # how far the door of a brief stands open


@register.simple_tag
@functools.cache
def icon(name: str, css: str = "i") -> SafeString:
    """A Lucide icon, always beside words or an .sr label."""
    return mark_safe(lucide(name, size=None, **{"class": css, "aria-hidden": "true"}))  # noqa: S308  # our own names


@register.filter
def web_address(link: str) -> str:
    """The link, if it leads to the web: one that came by other ways than our forms may be a script."""
    return link if str(link).lower().startswith(("https://", "http://")) else ""


@register.simple_tag
def door(public_id: str, progress: float = BRIEF_OPENING, css: str = "door") -> SafeString:
    """The door of a project, open by `progress` (0 to 1)."""
    return _door(str(public_id), round(float(progress), 2), css)


@functools.lru_cache(maxsize=2048)
def _door(public_id: str, progress: float, css: str) -> SafeString:
    return mark_safe(doors.door(progress, doors.hue_of(public_id), css))  # noqa: S308  # numbers and a fixed class


@register.simple_tag
def mark(width: int = 26) -> SafeString:
    """The mark of the house."""
    return mark_safe(drawings.mark(width))  # noqa: S308  # a number


@register.simple_tag
def drawing(name: str, css: str = "drawing") -> SafeString:
    """One of fanlight, door-row, letterbox, keyhole, key, signpost."""
    return mark_safe(drawings.drawing(name, css))  # noqa: S308  # a fixed set


@register.simple_tag
def ring(percent: float, label: str = "", css: str = "ring") -> SafeString:
    """A ring with its percentage inside."""
    return charts.ring(percent, label or _("%(percent)s percent done") % {"percent": round(percent)}, css)


@register.simple_tag
def meter(value: float, label: str, most: float = 100, css: str = "") -> SafeString:
    """A bar for a measure; css may be "mid" or "low"."""
    return charts.meter(value, label, most, css)


@register.simple_tag
def sparkline(values: Sequence[float], label: str) -> SafeString:
    """A small trend line."""
    return charts.sparkline(values, label)


@register.simple_tag
def stylesheets() -> SafeString:
    """One joined stylesheet where the files were collected, else a link for each part."""
    joined = hasattr(staticfiles_storage, "hashed_files") and not settings.DEBUG
    names = [styles.JOINED] if joined else styles.parts()
    return format_html_join(
        "\n", '<link rel="stylesheet" href="{}">', ((staticfiles_storage.url(name),) for name in names)
    )


@register.simple_tag
def face(name: str, css: str = "face") -> SafeString:
    """The initials of a person or an organization on a doorstep; the name stands beside it."""
    return format_html('<span class="{}" aria-hidden="true">{}</span>', css, words.initials_of(str(name)))


@register.inclusion_tag("shared/pagination.html", takes_context=True)
def pagination(context: template.Context, page: Any, name: str = "page") -> dict[str, Any]:
    """Links to the pages around `page` (a Django Page) that keep the other filters."""
    return {"page": page, "links": page_links(page, context["request"].GET, name)}


@register.filter
def money(amount: Money | None) -> str:
    """$360"""
    return words.money_text(amount) if amount else ""


@register.filter
def day(value: date | None) -> str:
    """Fri 19 December"""
    return words.day_text(value) if value else ""


@register.filter
def when(value: datetime | None, zone: str = "") -> str:
    """Fri 19 December, 17:00 on the reader's clock, or in the named zone."""
    return words.when_text(value, zone) if value else ""


@register.filter
def by_when(value: date | None) -> str:
    """by Fri 19 December; was due Mon 2 June"""
    return words.by_when_text(value) if value else ""


@register.filter
def urgency(value: date | None) -> str:
    """The class of a deadline: late, soon or none."""
    return words.urgency(value)


@register.filter
def zone(name: str) -> str:
    """Los Angeles, for America/Los_Angeles"""
    return zone_label(name)


@register.filter
def initials(name: object) -> str:
    """KC"""
    return words.initials_of(str(name))


@register.filter
def skill_name(word: str) -> str:
    """JavaScript, for javascript; a word that names no skill we know stays as it is."""
    return skills.written(str(word))


@register.filter
def dressed(field: BoundField) -> str:
    """How field.html lays a field out: tiles, check or plain."""
    kind = getattr(field.field.widget, "input_type", "")
    if kind == "radio" or (kind == "checkbox" and getattr(field.field.widget, "allow_multiple_selected", False)):
        return "tiles"
    return "check" if kind == "checkbox" else "plain"


@register.filter
def messages_of(field: BoundField) -> list[str]:
    """The errors of a field as the summary and the field both say them."""
    return error_texts(field)


@register.filter
def anchor(field: BoundField) -> str:
    """The id that a line of the error summary links to."""
    return field.id_for_label or f"{field.auto_id}_0"
