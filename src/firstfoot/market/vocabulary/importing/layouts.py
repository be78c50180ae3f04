"""The layouts of public lists of skills: ESCO (commas), O*NET (tabs), and a small one with its aliases beside it."""

from __future__ import annotations

import csv
import gzip
import hashlib
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from io import BufferedIOBase
from pathlib import Path

from firstfoot.market.skills import folded
from firstfoot.market.skills.skill import ESCO
from firstfoot.market.vocabulary.models import LONGEST, LONGEST_CODE
from firstfoot.market.vocabulary.states import Source

type Row = dict[str, str]

_MOST_CELL = 1 << 20  # letters; the longest lists of other labels have some thousand
_MOST_LINE = 1 << 22  # bytes; a small packed file may hold one of many gigabytes
_UNREADABLE = (UnicodeDecodeError, OSError, EOFError, zlib.error, csv.Error)
_ONET_NAMES = ("Example", "Element Name")  # of technology skills; of skills, knowledge and abilities


class BadFile(ValueError):
    """A file that is not as its layout says; nothing of it is imported."""


@dataclass(frozen=True, slots=True)
class Concept:
    """One skill of a list; `row` is its line among the rows, from 1."""

    row: int
    source: Source
    code: str
    name: str
    aliases: tuple[str, ...] = ()
    uri: str = ""


def concepts_in(path: Path, source: str = "") -> Iterator[Concept]:
    """The skills of a file, row by row, each code once; `source` asks for one layout, else the header tells.

    Raises BadFile with the row's number where one is not as it should be.
    """
    seen = set[str]()
    with _rows(path) as (header, rows):
        read, own = _reader(path, header)
        if source and own is not None and source != own:
            raise BadFile(f"This is no file of {source}: its first line says {', '.join(header[:4])}.")
        for number, row in enumerate(rows, 1):
            concept = read(number, row)
            if concept is not None and concept.code not in seen and (not source or concept.source == source):
                seen.add(concept.code)
                yield concept


def onet_code(title: str) -> str:
    """A code made of a title, since O*NET gives its technologies none.

    >>> onet_code("Microsoft Visual C# .NET")
    'onet-microsoft-visual-csharp-dotnet'
    """
    slug = folded(title).replace("+", "plus").replace("#", "sharp").replace(" ", "-")
    code = f"onet-{slug}"
    if len(code) <= LONGEST_CODE and _is_code(code):
        return code
    return f"onet-{hashlib.sha256(title.encode()).hexdigest()[:32]}"


@contextmanager
def _rows(path: Path) -> Iterator[tuple[list[str], Iterator[Row]]]:
    """The first line and the rows under it, gathered by its names; tabs or commas, gzipped or not."""
    with path.open("rb") as raw:
        is_packed = raw.read(2) == b"\x1f\x8b"
    csv.field_size_limit(_MOST_CELL)
    with gzip.open(path) if is_packed else path.open("rb") as opened:
        yield _table(_lines(opened))


def _lines(opened: BufferedIOBase) -> Iterator[str]:
    while line := opened.readline(_MOST_LINE + 1):
        if len(line) > _MOST_LINE:
            raise BadFile(f"A line has more than {_MOST_LINE} bytes.")
        yield line.decode()


def _table(text: Iterator[str]) -> tuple[list[str], Iterator[Row]]:
    try:
        first = next(text, "").removeprefix("\ufeff")
        mark = "\t" if "\t" in first else ","
        header = next(csv.reader([first], delimiter=mark), [])
    except _UNREADABLE as error:
        raise BadFile(f"This is no text in UTF-8: {error}.") from error
    if mark == "\t":
        return header, _numbered(header, csv.reader(text, delimiter=mark, quoting=csv.QUOTE_NONE))
    return header, _numbered(header, csv.reader(text, strict=True))


def _numbered(header: list[str], lines: Iterator[list[str]]) -> Iterator[Row]:
    number = 0
    while True:
        number += 1
        try:
            cells = next(lines)
        except StopIteration:
            return
        except _UNREADABLE as error:
            raise BadFile(f"Row {number} cannot be read: {error}.") from error
        if cells and len(cells) != len(header):
            raise BadFile(f"Row {number} has {len(cells)} cells, the first line has {len(header)}.")
        if any("\x00" in cell for cell in cells):
            raise BadFile(f"Row {number} holds a zero byte, which no text has.")
        if cells:
            yield dict(zip(header, cells, strict=True))


def _reader(path: Path, header: list[str]) -> tuple[Callable[[int, Row], Concept | None], Source | None]:
    if {"conceptUri", "preferredLabel"} <= set(header):
        return _esco, Source.ESCO
    name = next((name for name in _ONET_NAMES if name in header), None)
    if name and "O*NET-SOC Code" in header:
        return lambda number, row: _onet(number, row[name]), Source.ONET
    if {"id", "label"} <= set(header):
        aliases = _aliases_beside(path)
        return lambda number, row: _small(number, row, aliases), None
    raise BadFile("The first line names neither the columns of ESCO (conceptUri, preferredLabel) nor those of O*NET"
                  " (O*NET-SOC Code, Example).")  # fmt: skip


def _esco(number: int, row: Row) -> Concept | None:
    """A row of skills_*.csv; what was withdrawn from the list is left out."""
    uri = row["conceptUri"].strip()
    if not uri.startswith(ESCO):
        raise BadFile(f"Row {number}: {uri[:80]!r} is no address of a skill of ESCO.")
    if row.get("status", "released") not in {"released", ""}:
        return None
    labels = f"{row.get('altLabels', '')}\n{row.get('hiddenLabels', '')}".splitlines()
    return _concept(number, Source.ESCO, _esco_code(number, uri.removeprefix(ESCO)), row["preferredLabel"], labels, uri)


def _esco_code(number: int, identifier: str) -> str:
    code = f"esco-{identifier}"
    if not identifier or len(code) > LONGEST_CODE or not _is_code(code):
        raise BadFile(f"Row {number}: {identifier[:80]!r} is no identifier of ESCO.")
    return code


def _is_code(code: str) -> bool:
    """Whether facts may hold it."""
    return code.isascii() and all(sign.isalnum() or sign in "-_." for sign in code)


def _onet(number: int, title: str) -> Concept:
    return _concept(number, Source.ONET, onet_code(title), title, [])


def _small(number: int, row: Row, aliases: dict[str, list[str]]) -> Concept:
    kind, _, identifier = row["id"].partition(":")
    if kind == "esco":
        code = _esco_code(number, identifier)
        return _concept(number, Source.ESCO, code, row["label"], aliases.get(row["id"], []), ESCO + identifier)
    if kind.startswith("onet"):
        return _concept(number, Source.ONET, onet_code(row["label"]), row["label"], aliases.get(row["id"], []))
    raise BadFile(f"Row {number}: {row['id'][:80]!r} begins with neither “esco:” nor “onet”.")


def _concept(number: int, source: Source, code: str, name: str, labels: list[str], uri: str = "") -> Concept:  # noqa: PLR0917
    name = " ".join(name.split())
    if not folded(name).strip():
        raise BadFile(f"Row {number} has no name.")
    if len(name) > LONGEST:
        raise BadFile(f"Row {number}: the name has {len(name)} letters; at most {LONGEST} fit.")
    others = (" ".join(label.split()) for label in labels)
    aliases = tuple(dict.fromkeys(one for one in others if one and one != name and len(one) <= LONGEST))
    return Concept(number, source, code, name, aliases, uri)


def _aliases_beside(path: Path) -> dict[str, list[str]]:
    """The rows of aliases.csv in the same folder, packed or not, by the skill; none when there is no such file."""
    found: dict[str, list[str]] = defaultdict(list)
    beside = next((p for end in ("csv.gz", "csv") if (p := path.with_name(f"aliases.{end}")).exists()), None)
    if beside is not None and beside != path:
        with _rows(beside) as (header, rows):
            if not {"skill_id", "alias"} <= set(header):
                raise BadFile(f"{beside.name} has no columns skill_id and alias.")
            for row in rows:
                found[row["skill_id"]].append(row["alias"])
    return found
