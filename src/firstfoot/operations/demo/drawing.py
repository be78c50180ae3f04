"""A picture that the demo's people hand in: bars, drawn by ourselves."""

from __future__ import annotations

from io import BytesIO

from PIL import Image, ImageDraw

NAME, SAYS = "figures.png", "A chart of five bars that grow from left to right; the last is the tallest"
_HEIGHTS = (90, 150, 190, 260, 330)


def chart() -> bytes:
    """The chart, 800 by 450."""
    picture = Image.new("RGB", (800, 450), "#fdfbf8")
    draw = ImageDraw.Draw(picture)
    for place, height in enumerate(_HEIGHTS):
        x = 90 + place * 130
        draw.rounded_rectangle((x, 400 - height, x + 80, 400), radius=8, fill="#7e2754" if place < 4 else "#fdc146")
    draw.line((60, 400, 740, 400), fill="#a89c92", width=3)
    out = BytesIO()
    picture.save(out, "PNG")
    return out.getvalue()
