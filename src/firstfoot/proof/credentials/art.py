"""The art of the badge: a front door that stands open, in the color of the project's door; a key in it, or a letter.

Our own SVG, in colors that every renderer knows. The printer that makes papers makes the PNG of it, too.
"""

from __future__ import annotations

import base64
import functools
import hashlib
import json
from pathlib import Path

# Leaf and panels, for plum, brick, ochre, bottle, teal, cobalt and violet, as pages paint them in oklch.
COLORS = (
    ("#7e2754", "#62123e"), ("#852a12", "#681500"), ("#753e00", "#5a2a00"), ("#005f21", "#00470f"),
    ("#006063", "#00484b"), ("#294793", "#183275"), ("#5e3685", "#472268"),
)  # fmt: skip
_LAMP, _GLOW, _FRAME, _STONE, _STEP = "#fdc146", "#feeec1", "#ede7df", "#a89c92", "#c5bcb4"
KEY, LETTER = "key", "letter"  # what stands in the door
_TEMPLATE = Path(__file__).with_name("badge.typ")
_DOTS_PER_INCH = 288.0


def hue_of(public_id: str) -> int:
    """The place of the color of a project's door: the same as its pages draw it in."""
    return hashlib.sha256(public_id.encode()).digest()[0] % len(COLORS)


@functools.cache
def art(hue: int, sign: str = KEY) -> str:
    """The drawing, 200 by 200."""
    leaf, panel = COLORS[hue]
    rays = "".join(
        f'<path d="M100 62L{x} {y}"/>' for x, y in ((65.4, 52), (80, 44.7), (100, 42), (120, 44.7), (134.6, 52))
    )
    panels = "".join(
        f'<path d="M{x} {top}L{x + 7.4} {top - 0.9}V{foot + 0.9}L{x} {foot}Z"/>'
        for x in (66.5, 79.5)
        for top, foot in ((79, 107), (118, 148))
    )
    return (
        '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 200 200" width="200" height="200">'
        f'<circle cx="100" cy="100" r="98" fill="{leaf}"/><circle cx="100" cy="100" r="90" fill="none"'
        f' stroke="{_LAMP}" stroke-width="2.5"/>'
        f'<path d="M54 160V70Q54 30 100 30T146 70V160Z" fill="{_FRAME}" stroke="{_STONE}"/>'
        f'<path d="M62 70Q62 40 100 40T138 70Z" fill="{_LAMP}"/>'
        f'<g stroke="{_FRAME}" stroke-width="2.5">{rays}</g>'
        f'<path d="M62 70H138V158H62Z" fill="{_GLOW}"/>'
        f'<path d="M62 70L92 64V164L62 158Z" fill="{panel}"/><path d="M63 72L90.5 66.6V161.4L63 156Z" fill="{leaf}"/>'
        f'<g fill="{panel}">{panels}</g><circle cx="87.6" cy="114" r="2.2" fill="{_LAMP}"/>'
        f"{_letter(panel) if sign == LETTER else _key(panel)}"
        f'<path d="M55 158H145V163H55Z" fill="{_STEP}"/><path d="M49 163H151V172H49Z" fill="{_STONE}"/></svg>'
    )


def _key(color: str) -> str:
    return (
        f'<g fill="none" stroke="{color}" stroke-width="4.6" stroke-linecap="round" stroke-linejoin="round">'
        '<circle cx="115" cy="94" r="10.5"/><path d="M115 105V141M115 140H125M115 129H122"/></g>'
    )


def _letter(color: str) -> str:
    return (
        f'<g fill="{_FRAME}" stroke="{color}" stroke-width="3.6" stroke-linejoin="round">'
        '<path d="M97 101H133V127H97Z"/><path d="M97 101L115 116L133 101" fill="none"/></g>'
    )


@functools.cache
def address_of_art(hue: int, sign: str = KEY) -> str:
    """The drawing as an address that holds it whole: nothing has to be fetched to show it."""
    return f"data:image/svg+xml;base64,{base64.b64encode(art(hue, sign).encode()).decode()}"


def art_at(address: str) -> str:
    """The drawing that an address holds; the first of ours where it is none of them."""
    every = ((hue, sign) for hue in range(len(COLORS)) for sign in (KEY, LETTER))
    return next((art(*one) for one in every if address_of_art(*one) == address), art(0))


@functools.cache
def picture(hue: int, sign: str = KEY) -> bytes:
    """The drawing as a PNG, 800 by 800; slow at first (about a tenth of a second), so pages of files ask for it."""
    import typst

    printer = typst.Compiler(str(_TEMPLATE))
    drawn = printer.compile(format="png", ppi=_DOTS_PER_INCH, sys_inputs={"data": json.dumps({"art": art(hue, sign)})})
    assert isinstance(drawn, bytes)  # one page makes one picture
    return drawn
