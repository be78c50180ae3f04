"""A picture drawn anew shows the same and carries nothing."""

from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from firstfoot.foundation.files import pictures
from firstfoot.foundation.files.pictures import CannotDraw, drawn_anew


def picture(kind, size=(40, 30), mode="RGB", **carried):
    out = BytesIO()
    Image.new(mode, size, "#8fd").save(out, kind, **carried)
    return out.getvalue()


def opened(raw):
    return Image.open(BytesIO(drawn_anew(BytesIO(raw))))


def loaded():
    exif = Image.Exif()
    exif[0x013B], exif[0x010E], exif[0x0112] = "Hugo Marsh", "At Brindle Bakery", 6
    return {"exif": exif, "xmp": b"<x:xmpmeta>Hugo Marsh</x:xmpmeta>", "icc_profile": b"Brindle Bakery"}


@pytest.mark.parametrize("kind", ["PNG", "JPEG", "GIF", "WEBP"])
def test_each_kind_comes_out_as_one_and_carries_nothing(kind):
    raw = picture(kind, **({"comment": b"Hugo Marsh"} if kind == "GIF" else loaded()))
    assert b"Hugo Marsh" in raw or kind == "PNG"  # there it is packed
    drawn = drawn_anew(BytesIO(raw))
    with opened(raw) as found:
        carried = {name for name in found.info if name not in {"loop", "background", "timestamp", "duration"}}
        assert (found.format, carried, dict(found.getexif())) == ("WEBP", set(), {})
    assert [word for word in (b"Hugo", b"Brindle") if word in drawn] == []


def test_it_stands_upright():
    exif = Image.Exif()
    exif[0x0112] = 6
    with opened(picture("JPEG", (40, 30), exif=exif)) as found:
        assert found.size == (30, 40)


def test_what_is_clear_stays_clear_and_what_is_large_gets_smaller():
    out = BytesIO()
    Image.new("RGBA", (3200, 1600), (0, 0, 0, 0)).save(out, "PNG")
    with opened(out.getvalue()) as found:
        assert (found.mode, found.size) == ("RGBA", (1600, 800))


def test_the_same_pixels_are_seen():
    out = BytesIO()
    half = Image.new("RGB", (64, 32), "white")
    half.paste("black", (0, 0, 32, 32))
    half.save(out, "PNG")
    with opened(out.getvalue()) as found:
        assert (found.getpixel((4, 16))[0] < 20, found.getpixel((60, 16))[0] > 235) == (True, True)


@pytest.mark.parametrize(
    "raw", [b"", b"hello", b"\xff\xd8\xff broken", picture("PNG")[:40], picture("BMP"), b"%PDF-1.7"]
)
def test_what_is_no_picture_of_ours_is_not_drawn(raw):
    with pytest.raises(CannotDraw):
        drawn_anew(BytesIO(raw))


def test_what_is_too_large_is_not_opened(monkeypatch):
    monkeypatch.setattr(pictures, "MOST_DRAWN", 100)
    with pytest.raises(CannotDraw):
        drawn_anew(BytesIO(picture("PNG")))
