"""The front door of a project: pure SVG that opens as the work goes on."""

from __future__ import annotations

import hashlib
import math

# Plum, brick, ochre, bottle, teal, cobalt, violet.
HUES = (352, 35, 75, 150, 195, 265, 305)

LAMP = "oklch(.845 .15 82)"
FRAME = "oklch(.93 .012 70)"
_X, _TOP, _FOOT = 31, 30, 172  # the hinge and the height of the leaf
_RAYS = "".join(
    f'<path d="M70 22 L{70 + 46 * math.cos(a):.1f} {22 - 20 * math.sin(a):.1f}"/>'
    for a in map(math.radians, (30, 60, 90, 120, 150))
)


def hue_of(public_id: str) -> int:
    """The same door color for the same id, on every page and in every process."""
    return HUES[hashlib.sha256(public_id.encode()).digest()[0] % len(HUES)]


def door(progress: float, hue: int = 352, css: str = "door") -> str:
    """A door that stands open by `progress`, from 0 (shut) to 1 (wide open)."""
    return f'<svg class="{css}" viewBox="0 0 140 190" aria-hidden="true">{leaf_and_frame(progress, hue)}</svg>'


def leaf_and_frame(progress: float, hue: int) -> str:
    """The inside of the drawing, 140 wide and 190 high."""
    p = min(max(progress, 0.0), 1.0)
    width, swing = 78 - 52 * p, 10 * p
    far = _X + width
    corners = f"{_X},{_TOP} {far:.1f},{_TOP - swing:.1f} {far:.1f},{_FOOT + swing:.1f} {_X},{_FOOT}"
    panels = "".join(_panel(width, swing, box) for box in _PANELS)
    return (
        f'<path d="M31 190 L109 190 L{109 + 34 * p:.0f} 190 L109 172 L31 172Z" fill="oklch(.845 .15 82/.55)"/>'
        f'<path d="M22 190V30Q22 2 70 2T118 30V190H109V30H31V190Z" fill="{FRAME}" stroke="oklch(.70 .02 60)"'
        f' stroke-width=".7"/><path d="M31 30Q31 10 70 10T109 30Z" fill="{LAMP}"/>'
        f'<g stroke="{FRAME}" stroke-width="2">{_RAYS}</g>'
        f'<path d="M31 30H109V172H31Z" fill="{LAMP}"/><path d="M31 30H109V172H31Z" fill="oklch(.97 .08 95/.6)"/>'
        f'<polygon points="{corners}" fill="oklch(.42 .13 {hue})"/><g fill="oklch(.36 .12 {hue})">{panels}</g>'
        f'<circle cx="{_X + width * 0.86:.1f}" cy="104" r="3" fill="{LAMP}"/>'
        '<path d="M22 172H118V177H22Z" fill="oklch(.80 .015 60)"/>'
        '<path d="M14 177H126V190H14Z" fill="oklch(.70 .02 60)"/>'
    )


# Left, right, top and bottom of each panel as shares of the leaf.
_PANELS = ((0.14, 0.44, 0.10, 0.42), (0.56, 0.86, 0.10, 0.42), (0.14, 0.44, 0.56, 0.90), (0.56, 0.86, 0.56, 0.90))


def _panel(width: float, swing: float, box: tuple[float, float, float, float]) -> str:
    """One panel in the perspective of the leaf, which grows by `swing` at its far edge."""
    near, far, top, foot = box
    points = ((near, top), (far, top), (far, foot), (near, foot))
    placed = (f"{_X + width * x:.1f},{(1 - t) * (_TOP - swing * x) + t * (_FOOT + swing * x):.1f}" for x, t in points)
    return f'<polygon points="{" ".join(placed)}"/>'
