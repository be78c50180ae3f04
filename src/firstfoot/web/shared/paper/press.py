"""Prints blocks as PDF/UA: tagged, with a title and a language, in the fonts of the pages."""

from __future__ import annotations

import functools
import json
from collections.abc import Iterable
from dataclasses import asdict, dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from firstfoot.web.shared.paper.reading import Block

_SHEET = Path(__file__).with_name("sheet.typ")
_CONFIRMATION = Path(__file__).with_name("confirmation.typ")
_POSTER = Path(__file__).with_name("poster.typ")


@dataclass(frozen=True, slots=True)
class Sheet:
    """What stands around the blocks: title and language for readers and machines, the maker, the address."""

    title: str
    language: str
    direction: str  # ltr | rtl
    site: str
    address: str
    dated: datetime  # of the thing, not of the printing: the same thing gives the same bytes


@dataclass(frozen=True, slots=True)
class Code:
    """A code to point a camera at (SVG), what it is in words, and what stands beside it."""

    code: str
    code_says: str
    call: str
    how: str
    leads_to: str


@dataclass(frozen=True, slots=True)
class Poster(Sheet):
    """One page for a wall: the lines of what it is about, and the code that leads to `address` (SVG, and in words)."""

    host: str
    lead: str
    facts: tuple[tuple[str, str], ...]
    code: str
    code_says: str
    call: str
    how: str
    foot: str


@dataclass(frozen=True, slots=True)
class Confirmation(Sheet):
    """One page about one piece of work: what stands above its title, facts, and the code that leads to its check."""

    kicker: str
    lead: str
    facts: tuple[tuple[str, str], ...]
    code: str
    code_says: str
    call: str
    how: str
    foot: str


def confirmation_of(confirmation: Confirmation) -> bytes:
    """The PDF of a confirmation: one page, whatever it says."""
    return _printed(_CONFIRMATION, asdict(confirmation), confirmation.dated)


def poster_of(poster: Poster) -> bytes:
    """The PDF of a poster; words are data here, too."""
    return _printed(_POSTER, asdict(poster), poster.dated)


def pdf_of(sheet: Sheet, blocks: Iterable[Block], code: Code | None = None) -> bytes:
    """The PDF; with a code, it closes with that.

    Words are data to the printer, never its source: markup in them stays words.
    A sign that no font here can draw breaks the standard, not the paper: it is then printed without.
    """
    end = asdict(code) if code else None
    return _printed(_SHEET, {**asdict(sheet), "blocks": [asdict(block) for block in blocks], "end": end}, sheet.dated)


def _printed(template: Path, data: dict[str, Any], dated: datetime) -> bytes:
    import typst

    inputs = {"data": json.dumps({**data, "dated": [dated.year, dated.month, dated.day]}, ensure_ascii=False)}
    try:
        return _print(template, inputs, "ua-1")
    except typst.TypstError as refused:
        if "could not be displayed" not in str(refused):
            raise
        return _print(template, inputs, [])


def _print(template: Path, inputs: dict[str, str], standards: str | list[str]) -> bytes:
    printed: bytes = compiler(template).compile(format="pdf", sys_inputs=inputs, pdf_standards=standards)
    return printed


@functools.cache
def compiler(template: Path) -> Any:
    """One printer a process and template: reading the fonts is what costs. Imported late, since few pages print."""
    import fontpkg_bricolage_grotesque
    import fontpkg_figtree
    import typst

    folders = [package.ROOT / "files" for package in (fontpkg_figtree, fontpkg_bricolage_grotesque)]
    return typst.Compiler(str(template), font_paths=[str(folder) for folder in folders])


def resume_pdf(look: str, data: dict[str, Any], dated: datetime) -> bytes:
    """A resume in one of its looks; words are data here, too."""
    return _printed(Path(__file__).with_name(f"resume_{look}.typ"), data, dated)
