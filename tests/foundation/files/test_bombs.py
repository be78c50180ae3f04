"""Files that are small until somebody opens them, and files that are two things at once."""

from __future__ import annotations

import io
import struct
import zipfile

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from PIL import Image

from firstfoot.foundation.files.actions import store_file
from firstfoot.foundation.files.bombs import MOST_NAMES, MOST_PIXELS, MOST_UNPACKED, archive_fault, pixels
from firstfoot.foundation.files.models import StoredFile
from firstfoot.kernel.errors import Conflict

GIGABYTE = 1024**3


def archive(*files: tuple[str, bytes], comment: bytes = b"") -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in files:
            packed.writestr(name, content)
        packed.comment = comment
    return made.getvalue()


def listing(*sizes: int) -> bytes:
    """An archive that is nothing but a list: its names say how large they unpack."""
    entries = b"".join(
        struct.pack("<4s20xIHHH12x", b"PK\x01\x02", size, 5, 0, 0) + f"{n:05}".encode() for n, size in enumerate(sizes)
    )
    many = min(len(sizes), 0xFFFF)
    return b"PK\x03\x04" + entries + struct.pack("<4s4xHHIIH", b"PK\x05\x06", many, many, len(entries), 4, 0)


def fault(content: bytes, *, expected: bool = True) -> str:
    return archive_fault(io.BytesIO(content), expected=expected)


@pytest.mark.parametrize(
    ("content", "expected", "found"),
    [
        (archive(("a.txt", b"one"), ("b/c.txt", b"two" * 1000), comment=b"said"), True, ""),
        (archive(), True, ""),
        (listing(MOST_UNPACKED), True, ""),
        (listing(MOST_UNPACKED // 2, MOST_UNPACKED // 2 + 1), True, "bomb"),
        (listing(0xFFFFFFFF), True, "bomb"),
        (listing(*[1] * MOST_NAMES), True, ""),
        (listing(*[1] * (MOST_NAMES + 1)), True, "bomb"),
        (listing(*[1] * 100_000), True, "bomb"),
        (b"PK\x03\x04 and no list", True, "kind"),
        (archive(("a.txt", b"one"))[:-1], True, "kind"),
        (b"%PDF-1.7 plain", False, ""),
        (b"%PDF-1.7 plain" + archive(("a.txt", b"one")), False, "kind"),
        (b"GIF89a" + archive(("a.class", b"one"), comment=b"x" * 900), False, "kind"),
        (b"%PDF-1.7 speaks of PK\x05\x06 somewhere" + b"x" * 40, False, ""),
        (b"", False, ""),
    ],
)
def test_an_archive_is_told_by_its_list(content, expected, found):
    assert fault(content, expected=expected) == found


def test_a_list_that_lies_about_itself_is_no_archive():
    whole = bytearray(listing(1, 2, 3))
    whole[4:8] = b"none"
    assert fault(bytes(whole)) == "kind"


PICTURES = [
    ("png", {}), ("gif", {}), ("jpg", {}), ("jpeg", {"progressive": True}),
    ("jpg", {"exif": b"Exif\0\0" + b"x" * 9000}), ("webp", {}), ("webp", {"lossless": True}),
    ("webp", {"exif": b"Exif\0\0more"}),
]  # fmt: skip


@pytest.mark.parametrize(("ending", "options"), PICTURES)
def test_a_picture_says_its_size_whatever_its_kind(ending, options):
    file = io.BytesIO()
    Image.new("RGB", (613, 207), "plum").save(file, {"jpg": "jpeg"}.get(ending, ending), **options)
    assert pixels(ending, file) == 613 * 207


@pytest.mark.parametrize(
    ("ending", "content", "count"),
    [
        ("png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 60_000, 60_000), 3_600_000_000),
        ("gif", b"GIF89a" + struct.pack("<HH", 65_535, 65_535), 65_535**2),
        ("webp", b"RIFF----WEBPVP8X----\0\0\0\0" + b"\xff\xff\xff" * 2 + b"\0\0", 2**48),
        ("jpg", b"\xff\xd8\xff\xe0\0\x04ab\xff\xc0\0\x11\x08" + struct.pack(">HH", 65_000, 65_000), 65_000**2),
        ("jpg", b"\xff\xd8\xff\xe0\xff\xff", 0),
        ("jpg", b"\xff\xd8" + b"\xff\xe0\0\x02" * 5000, 0),
        ("png", b"\x89PNG", 0), ("gif", b"GIF89a", 0), ("webp", b"RIFF", 0), ("pdf", b"%PDF", 0),
    ],
)  # fmt: skip
def test_a_picture_is_judged_by_what_it_says(ending, content, count):
    assert pixels(ending, io.BytesIO(content)) == count


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("bomb.zip", listing(*[GIGABYTE] * 3), "file_is_bomb"),
        ("bomb.docx", listing(*[GIGABYTE] * 3), "file_is_bomb"),
        ("names.zip", listing(*[0] * 100_000), "file_is_bomb"),
        ("sky.png", b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", 20_000, 20_000), "file_is_bomb"),
        ("two.gif", b"GIF89a" + b"\x01\0\x01\0" + archive(("a.class", b"one")), "file_type_refused"),
        ("two.pdf", b"%PDF-1.7" + archive(("a.txt", b"one")), "file_type_refused"),
        ("cut.zip", b"PK\x03\x04", "file_type_refused"),
    ],
)
def test_none_is_kept(cast, name, content, code):
    with pytest.raises(Conflict, match=code):
        store_file(upload=SimpleUploadedFile(name, content), actor=cast.sam)
    assert StoredFile.objects.count() == 0


def test_a_large_picture_of_a_camera_is_kept(cast):
    head = b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR" + struct.pack(">II", MOST_PIXELS // 10_000, 10_000)
    assert store_file(upload=SimpleUploadedFile("camera.png", head), actor=cast.sam).media_type == "image/png"
