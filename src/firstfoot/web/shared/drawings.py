"""The small drawings of empty and closed places: pure SVG, two colors and lamp."""

from __future__ import annotations

import functools
import math

from firstfoot.web.shared.door import FRAME, LAMP, leaf_and_frame

PLUM, PLUM_DEEP, STONE = "oklch(.42 .13 352)", "oklch(.34 .11 352)", "oklch(.70 .02 60)"


def mark(width: int = 26, lamp: str = "var(--lamp)") -> str:
    """The mark: an arched doorway in lamp yellow with a plum leaf ajar."""
    return (
        f'<svg width="{width}" height="{width * 30 // 26}" viewBox="0 0 26 30" aria-hidden="true">'
        f'<path d="M2 29V13a11 11 0 0 1 22 0v16z" fill="{lamp}"/>'
        f'<path d="M2 29V13A11 11 0 0 1 13 2l3 4v21z" fill="oklch(.47 .15 352)"/>'
        f'<circle cx="12.5" cy="18" r="1.6" fill="{lamp}"/></svg>'
    )


def _fanlight() -> str:
    """A half-round window over a door, lit from inside."""
    angles = [math.radians(a) for a in (30, 60, 90, 120, 150)]
    rays = "".join(
        f'<path d="M{120 + 30 * math.cos(a):.1f} {118 - 30 * math.sin(a):.1f}'
        f'L{120 + 96 * math.cos(a):.1f} {118 - 96 * math.sin(a):.1f}"/>'
        for a in angles
    )
    scallops = "".join(
        f'<circle cx="{120 + 96 * math.cos(a):.1f}" cy="{118 - 96 * math.sin(a):.1f}" r="5"/>' for a in angles
    )
    return (
        f'<path d="M8 130V118a112 112 0 0 1 224 0v12Z" fill="{FRAME}" stroke="{STONE}"/>'
        f'<path d="M22 118a98 98 0 0 1 196 0Z" fill="{LAMP}"/>'
        f'<g stroke="{FRAME}" stroke-width="6">{rays}</g><g fill="{FRAME}">{scallops}</g>'
        f'<path d="M88 118a32 32 0 0 1 64 0Z" fill="{FRAME}"/><path d="M96 118a24 24 0 0 1 48 0Z" fill="{PLUM}"/>'
    )


def _door_row() -> str:
    """A street of five doors, each open as far as its work has come."""
    doors = ((0.0, 265), (0.22, 150), (0.95, 352), (0.45, 35), (0.1, 195))
    placed = "".join(
        f'<svg x="{i * 112}" y="6" width="106" height="144" viewBox="0 0 140 190">{leaf_and_frame(open_by, hue)}</svg>'
        for i, (open_by, hue) in enumerate(doors)
    )
    return f'{placed}<path d="M0 150H560" stroke="{STONE}" stroke-width="2"/>'


def _letterbox() -> str:
    """A letterbox with its flap up and nothing in it."""
    return (
        f'<rect x="10" y="10" width="140" height="100" rx="10" fill="{PLUM}"/>'
        f'<rect x="24" y="24" width="112" height="72" rx="4" fill="none" stroke="{PLUM_DEEP}" stroke-width="4"/>'
        f'<rect x="34" y="46" width="92" height="32" rx="5" fill="{LAMP}"/>'
        f'<rect x="44" y="58" width="72" height="12" rx="2" fill="{PLUM_DEEP}"/>'
        f'<path d="M42 58 L50 42H110L118 58Z" fill="{FRAME}" stroke="{STONE}"/>'
        f'<circle cx="39" cy="62" r="1.8" fill="{PLUM_DEEP}"/><circle cx="121" cy="62" r="1.8" fill="{PLUM_DEEP}"/>'
    )


def _keyhole() -> str:
    """A plate with a keyhole: shut, for now."""
    return (
        f'<rect x="40" y="4" width="80" height="112" rx="10" fill="{PLUM}"/>'
        f'<path d="M58 34a22 22 0 0 1 44 0v48a22 22 0 0 1-44 0Z" fill="{LAMP}"/>'
        f'<path d="M80 40a12 12 0 0 1 6.5 22L91 86H69l4.500-24A12 12 0 0 1 80 40Z" fill="{PLUM_DEEP}"/>'
        f'<circle cx="80" cy="24" r="2" fill="{PLUM_DEEP}"/><circle cx="80" cy="97" r="2" fill="{PLUM_DEEP}"/>'
    )


def _key() -> str:
    """The key one is given at the end."""
    return (
        f'<path d="M70 54H144V66H136V82H124V66H116V76H104V66H70Z" fill="{LAMP}" stroke="{PLUM}" stroke-width="3"/>'
        f'<circle cx="44" cy="60" r="32" fill="{LAMP}" stroke="{PLUM}" stroke-width="3"/>'
        f'<path d="M30 76V58a14 14 0 0 1 28 0V76Z" fill="{PLUM}"/><circle cx="52" cy="66" r="2" fill="{LAMP}"/>'
    )


def _signpost() -> str:
    """A doorstep with two arrows: nowhere yet, two ways on."""
    return (
        f'<rect x="76" y="14" width="8" height="96" fill="{STONE}"/>'
        f'<path d="M50 24H118L134 38L118 52H50Z" fill="{PLUM}"/>'
        f'<path d="M112 60H46L30 73L46 86H112Z" fill="{LAMP}"/>'
        f'<rect x="48" y="108" width="64" height="8" rx="2" fill="{STONE}"/>'
    )


_SHAPES = {
    "fanlight": ("0 0 240 132", _fanlight),
    "door-row": ("0 0 560 152", _door_row),
    "letterbox": ("0 0 160 120", _letterbox),
    "keyhole": ("0 0 160 120", _keyhole),
    "key": ("0 0 160 120", _key),
    "signpost": ("0 0 160 120", _signpost),
}

NAMES = tuple(_SHAPES)


@functools.cache
def drawing(name: str, css: str = "drawing") -> str:
    """The drawing of that name; always beside words that say the same."""
    box, draw = _SHAPES[name]
    return f'<svg class="{css}" viewBox="{box}" aria-hidden="true">{draw()}</svg>'
