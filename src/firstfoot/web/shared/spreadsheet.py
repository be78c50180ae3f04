"""A table as a file for spreadsheet programs, in which no text is taken for a formula."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Sequence
from typing import Any

from django.http import Http404, HttpResponse

KINDS = ("csv", "xlsx")
_WORKBOOK = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "\N{FULLWIDTH EQUALS SIGN}", "\N{FULLWIDTH PLUS SIGN}",
            "\N{FULLWIDTH HYPHEN-MINUS}", "\N{FULLWIDTH COMMERCIAL AT}")  # fmt: skip


def cell(value: Any) -> Any:
    """A number as it is; a text that a spreadsheet would compute gets an apostrophe before it.

    >>> cell("=1+1"), cell(-2), cell(None)
    ("'=1+1", -2, '')
    """
    if value is None:
        return ""
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value
    text = str(value)
    return f"'{text}" if text.lstrip(" ").startswith(_FORMULA) else text


def table_file(kind: str, name: str, rows: Iterable[Sequence[Any]]) -> HttpResponse:
    """The rows, of which the first are the headings, as a download of that kind; 404 for another kind."""
    if kind not in KINDS:
        raise Http404
    return csv_file(f"{name}.csv", rows) if kind == "csv" else _workbook(f"{name}.xlsx", rows)


def csv_file(name: str, rows: Iterable[Sequence[Any]]) -> HttpResponse:
    """The rows as a download that is kept nowhere on the way; UTF-8 with a mark that spreadsheets know it by."""
    out = io.StringIO()
    csv.writer(out).writerows([cell(value) for value in row] for row in rows)
    return _download(name, b"\xef\xbb\xbf" + out.getvalue().encode(), "text/csv; charset=utf-8")


def _workbook(name: str, rows: Iterable[Sequence[Any]]) -> HttpResponse:
    """A text stays a text in it, whatever it begins with, and an address no link."""
    from xlsxwriter import Workbook  # nobody else waits for it

    out = io.BytesIO()
    as_texts = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False, "strings_to_numbers": False}
    with Workbook(out, as_texts) as book:
        sheet = book.add_worksheet()
        headings = book.add_format({"bold": True, "text_wrap": True})
        sheet.freeze_panes(1, 1)
        sheet.set_column(0, 0, 44)
        for number, row in enumerate(rows):
            for place, value in enumerate(row):
                if value is not None and value != "":
                    is_number = isinstance(value, int | float) and not isinstance(value, bool)
                    sheet.write(number, place, value if is_number else str(value), headings if number == 0 else None)
    return _download(name, out.getvalue(), _WORKBOOK)


def _download(name: str, data: bytes, content_type: str) -> HttpResponse:
    response = HttpResponse(data, content_type=content_type)
    response["Content-Disposition"] = f'attachment; filename="{name}"'
    response["Cache-Control"] = "private, no-store"
    return response
