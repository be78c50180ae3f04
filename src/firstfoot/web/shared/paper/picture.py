"""The picture that a message shows beside an address: drawn by the printer, with our own door on it."""

from __future__ import annotations

import json
import math
import re
from dataclasses import asdict, dataclass
from pathlib import Path

from firstfoot.web.shared.paper.press import compiler

_PICTURE = Path(__file__).with_name("picture.typ")
_OKLCH = re.compile(r"oklch\((\.?\d*\.?\d*) (\.?\d*\.?\d*) (-?\d+)(?:/(\.?\d*\.?\d*))?\)")


@dataclass(frozen=True, slots=True)
class Picture:
    """What stands on it."""

    name: str
    headline: str
    sums: list[str]
    site: str
    address: str
    drawing: str  # SVG in the colors of the pages


def picture_of(picture: Picture) -> bytes:
    """1200 by 630 points at one dot a point, as PNG. Words are data to the printer, never its source."""
    data = {**asdict(picture), "drawing": plain_colors(picture.drawing)}
    inputs = {"data": json.dumps(data, ensure_ascii=False)}
    drawn: bytes = compiler(_PICTURE).compile(format="png", ppi=72.0, sys_inputs=inputs)
    return drawn


def plain_colors(svg: str) -> str:
    """The drawing with colors as every reader of SVG knows them, and a name space of its own.

    >>> plain_colors('<svg><path fill="oklch(1 0 0)"/></svg>')
    '<svg xmlns="http://www.w3.org/2000/svg"><path fill="#ffffff"/></svg>'
    """
    said = svg.replace("<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1) if "xmlns" not in svg else svg
    return _OKLCH.sub(lambda found: _hex(*found.groups()), said)


def _hex(lightness: str, chroma: str, hue: str, alpha: str | None) -> str:
    """Björn Ottosson's Oklab to sRGB (https://bottosson.github.io/posts/oklab/)."""
    angle = math.radians(float(hue))
    light, a, b = float(lightness), float(chroma) * math.cos(angle), float(chroma) * math.sin(angle)
    long = (light + 0.3963377774 * a + 0.2158037573 * b) ** 3
    medium = (light - 0.1055613458 * a - 0.0638541728 * b) ** 3
    short = (light - 0.0894841775 * a - 1.2914855480 * b) ** 3
    linear = (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
    channels = [_encoded(value) for value in linear]
    if alpha is not None:
        channels.append(round(float(alpha) * 255))
    return "#" + "".join(f"{channel:02x}" for channel in channels)


def _encoded(value: float) -> int:
    value = min(max(value, 0.0), 1.0)
    return round(255 * (12.92 * value if value <= 0.0031308 else 1.055 * value ** (1 / 2.4) - 0.055))
