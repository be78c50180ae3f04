"""A seal on each paper, by which this site later tells its own: any other byte, and it does not fit.

A comment line before the end of the PDF names the page that was printed and the day, with an
HMAC-SHA256 over that and every other byte. Readers skip comments, nothing is stored, and the
key is the site's own: SECRET_KEY, and those before it in SECRET_KEY_FALLBACKS.
"""

from __future__ import annotations

import hmac
import re
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.utils.crypto import salted_hmac

_SALT = "firstfoot.paper"
_LINE = re.compile(rb"%Firstfoot-Paper 1 (\d{4}-\d{2}-\d{2}) (/[!-~]*) ([0-9a-f]{64})\n")
_BEFORE = b"startxref"


@dataclass(frozen=True, slots=True)
class Seal:
    """What a paper says of itself: the address of its page, and the day it was printed."""

    page: str
    on: date


def sealed(pdf: bytes, seal: Seal) -> bytes:
    """The same paper with its seal; ValueError when it is no PDF, or the address has signs that no address has."""
    place = pdf.rfind(_BEFORE)
    said = f"{seal.on.isoformat()} {seal.page}"
    line = f"%Firstfoot-Paper 1 {said} {_mac(pdf, said, settings.SECRET_KEY)}\n".encode()
    if place < 0 or not _LINE.fullmatch(line):
        raise ValueError("Only a PDF of a page can be sealed.")
    return pdf[:place] + line + pdf[place:]


def seal_of(pdf: bytes) -> Seal | None:
    """The seal of a paper that this site printed and nobody changed since; None for any other file."""
    place = pdf.rfind(_BEFORE)
    found = _last_line(pdf, place)
    if found is None:
        return None
    day, page, mac = (part.decode() for part in found.groups())
    rest, said = pdf[: found.start()] + pdf[found.end() :], f"{day} {page}"
    keys = (settings.SECRET_KEY, *settings.SECRET_KEY_FALLBACKS)
    if not any(hmac.compare_digest(_mac(rest, said, key), mac) for key in keys):
        return None
    return Seal(page, date.fromisoformat(day))


def _last_line(pdf: bytes, place: int) -> re.Match[bytes] | None:
    """The seal that ends where the end of the file begins."""
    start = pdf.rfind(b"%Firstfoot-Paper 1 ", 0, max(place, 0))
    found = _LINE.match(pdf, start) if start >= 0 else None
    return found if found is not None and found.end() == place else None


def _mac(rest: bytes, said: str, key: str) -> str:
    return salted_hmac(_SALT, said.encode() + b"\0" + rest, secret=key, algorithm="sha256").hexdigest()
