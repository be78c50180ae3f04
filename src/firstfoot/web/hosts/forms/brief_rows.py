"""Repeating rows of a brief: read from what was typed, with rows added and removed by the server."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any

from django import forms
from django.utils.functional import Promise

from firstfoot.web.hosts.forms.brief_fields import DraftForm
from firstfoot.web.shared.requests import whole_number

MOST_READ = 40  # rows of one list in a form; more is no form of ours

type Raw = dict[str, Any]
type Typed = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class RowSpec:
    """What one row of a list holds, and how many rows there may be."""

    name: str  # the field of the brief, or of the row above
    form: type[DraftForm]
    make: Callable[..., Any]
    most: int
    title: str | Promise  # such as "Deliverables"
    one: str | Promise  # such as "Deliverable"
    add: str | Promise  # such as "Add a deliverable"
    hint: str | Promise = ""
    child: RowSpec | None = None

    def raw(self, values: Sequence[Any]) -> list[Raw]:
        """Rows as the forms show them, from those of a brief."""
        return [asdict(value) for value in values]

    def read(self, data: Typed, prefix: str) -> list[Raw]:
        """Rows as they were typed, without judging them."""
        return [self._read_row(data, f"{prefix}-{i}") for i in range(self._count(data, prefix))]

    def _read_row(self, data: Typed, prefix: str) -> Raw:
        form = self.form(prefix=prefix)
        row: Raw = {
            name: f.widget.value_from_datadict(data, {}, form.add_prefix(name)) for name, f in form.fields.items()
        }
        if self.child:
            row[self.child.name] = self.child.read(data, f"{prefix}-{self.child.name}")
        return row

    def _count(self, data: Typed, prefix: str) -> int:
        return min(whole_number(str(data.get(f"{prefix}-rows", ""))) or 0, MOST_READ)


@dataclass(slots=True)
class Row:
    """One row: its form, and the rows within it."""

    form: DraftForm
    number: int
    child: RowSet | None = None


@dataclass(slots=True)
class RowSet:
    """All rows of one list. Bound to `data` they judge what was typed, else they show `raw`."""

    spec: RowSpec
    prefix: str
    raw: list[Raw]
    data: Typed | None = None
    focus: int | None = None  # the row that was just added
    rows: list[Row] = field(init=False)

    def __post_init__(self) -> None:
        if self.data is None and not self.raw:
            self.raw = [{}]
        self.rows = [self._row(i, raw) for i, raw in enumerate(self.raw)]

    @property
    def can_add(self) -> bool:
        return len(self.rows) < self.spec.most

    def is_valid(self) -> bool:
        """Whether every row can be; each is asked, so that each shows its errors."""
        judged = [(row.form.is_valid(), row.child is None or row.child.is_valid()) for row in self.rows]
        return all(form and child for form, child in judged)

    def values(self) -> tuple[Any, ...]:
        """The rows that say something, as the brief holds them; only what is valid."""
        return tuple(self._value(row) for row in self.rows if row.form.is_valid() and self._says_something(row))

    def _row(self, index: int, raw: Raw) -> Row:
        prefix = f"{self.prefix}-{index}"
        form = self.spec.form(self.data, prefix=prefix, initial=raw)
        if index == self.focus:
            next(iter(form.fields.values())).widget.attrs["autofocus"] = True
        child = None
        if spec := self.spec.child:
            child = RowSet(spec, f"{prefix}-{spec.name}", list(raw.get(spec.name) or []), self.data)
        return Row(form, index + 1, child)

    def _value(self, row: Row) -> Any:
        values = dict(row.form.cleaned_data)
        if row.child:
            values[row.child.spec.name] = row.child.values()
        return self.spec.make(**values)

    def _says_something(self, row: Row) -> bool:
        texts = (name for name, f in row.form.fields.items() if isinstance(f, forms.CharField))
        return any(row.form.cleaned_data[name] for name in texts) or bool(row.child and row.child.values())


def change(spec: RowSpec, data: Typed, order: str) -> RowSet:
    """The rows as typed, after "add" or "remove" at a place such as "deliverables-0-criteria-2"."""
    verb, _, place = order.partition(":")
    raw, focus = spec.read(data, spec.name), None
    inner = spec.child and f"-{spec.child.name}" in place
    if inner and spec.child:
        said, _, rest = place.removeprefix(f"{spec.name}-").partition(f"-{spec.child.name}")
        row = whole_number(said)
        if row is not None and row < len(raw):
            rows = raw[row][spec.child.name]
            child_focus = _apply(verb, rows, rest.removeprefix("-"), spec.child.most)
            changed = RowSet(spec, spec.name, raw)
            if child_focus is not None and (child := changed.rows[row].child):
                child.rows[child_focus].form.fields[_first(spec.child)].widget.attrs["autofocus"] = True
            return changed
        return RowSet(spec, spec.name, raw)
    focus = _apply(verb, raw, place.removeprefix(spec.name).removeprefix("-"), spec.most)
    return RowSet(spec, spec.name, raw, focus=focus)


def _first(spec: RowSpec) -> str:
    return next(iter(spec.form.base_fields))


def _apply(verb: str, rows: list[Raw], index: str, most: int) -> int | None:
    """Change the rows in place; the index of the one to look at."""
    if verb == "add" and len(rows) < most:
        rows.append({})
        return len(rows) - 1
    place = whole_number(index)
    if verb == "remove" and place is not None and place < len(rows):
        del rows[place]
    return None
