"""A picture drawn anew: what it shows and nothing that it carries. Pure.

Where, when and with what it was taken, small copies of what was cut away, names of whoever made it: all of that stands
beside the pixels, and only the pixels are taken over.
"""

from __future__ import annotations

from io import BytesIO
from typing import IO

from PIL import Image, ImageOps, UnidentifiedImageError

MOST_DRAWN = 50_000_000  # pixels; more is not opened
LONGEST_SIDE = 1600
MEDIA_TYPE = "image/webp"
_KINDS = ("PNG", "JPEG", "GIF", "WEBP")


class CannotDraw(Exception):
    """It is no picture that can be read, or one that is too large to open."""


def drawn_anew(picture: IO[bytes]) -> bytes:
    """The picture as WebP, upright, at most 1600 pixels long; of one that moves, its first look. Raises CannotDraw."""
    try:
        with Image.open(picture, formats=_KINDS) as found:
            if found.width * found.height > MOST_DRAWN:
                raise CannotDraw
            found.draft("RGB", (LONGEST_SIDE, LONGEST_SIDE))  # a photo is read no larger than it is needed
            upright = ImageOps.exif_transpose(found)
            is_clear = "A" in upright.getbands() or "transparency" in upright.info
            plain = upright.convert("RGBA" if is_clear else "RGB")
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError, Image.DecompressionBombError) as broken:
        raise CannotDraw from broken
    plain.thumbnail((LONGEST_SIDE, LONGEST_SIDE))
    bare = Image.new(plain.mode, plain.size)
    bare.paste(plain)
    out = BytesIO()
    bare.save(out, "WEBP", quality=88, method=4)
    return out.getvalue()
