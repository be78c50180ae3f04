"""One step of the builder: its form and rows together, read from a brief or from what was typed."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from decimal import Decimal
from typing import Any

from django import forms
from django.forms.boundfield import BoundField
from django.utils.translation import gettext_lazy as _

from firstfoot.kernel.money import digits_of
from firstfoot.market.fairpay.queries import paid_currencies
from firstfoot.market.projects.brief import Brief, content_hash
from firstfoot.market.projects.scope import STEPS
from firstfoot.web.hosts.forms.brief_rows import RowSet, RowSpec, change
from firstfoot.web.hosts.forms.brief_steps import FORMS, PAIRS, ROWS
from firstfoot.web.shared.zones import zone_choices

FIELDS_OF = {step.code: step.fields for step in STEPS}
type Choices = Sequence[tuple[str, Any]]


class StepForm:
    """What a host sees and types on one step.

    `members` are (public id, name) of those who may guide. `order` is an "add:..." or "remove:..."
    of a row: then the step shows all that was typed, with the rows changed, and judges nothing.
    """

    def __init__(
        self, code: str, brief: Brief, members: Choices, data: Mapping[str, Any] | None = None, order: str = ""
    ) -> None:
        self.code, self.brief, self.members = code, brief, members
        self.data = data if not order else None
        typed = order and data is not None
        self.form = FORMS[code](self.data, initial=self._initial(data) if typed else self._standing())
        self._fill_choices()
        self.rows = {spec.name: self._rows(spec, data, order) for spec in ROWS.get(code, ())}

    def is_valid(self) -> bool:
        return all([self.form.is_valid(), self._pay_fits(), *(rows.is_valid() for rows in self.rows.values())])

    def changes(self) -> dict[str, Any]:
        """Every field of the brief that this step holds and that was typed well."""
        self.form.is_valid()
        values = {name: value for name, value in self.form.cleaned_data.items() if name in FIELDS_OF[self.code]}
        if "pay_minor" in values:
            digits = digits_of(values.get("currency") or self.brief.currency)
            values["pay_minor"] = int((values["pay_minor"] or Decimal(0)).scaleb(digits))
        for name in ("reply_within_days", "check_in_every_days", "seats"):
            if name in values and not values[name]:
                values[name] = getattr(Brief(), name)
        if not values.get("currency", "x"):
            values["currency"] = self.brief.currency
        return {**values, **{name: rows.values() for name, rows in self.rows.items()}}

    def parts(self) -> Iterator[dict[str, Any]]:
        """The fields in order, two side by side where they belong together, then the rows."""
        partner = dict(PAIRS)
        paired = set(partner.values())
        for bound in self.form:
            if bound.name in paired:
                continue
            fields = [bound, *([self.form[partner[bound.name]]] if bound.name in partner else [])]
            yield {"fields": fields, "name": bound.name}
        for name, rows in self.rows.items():
            yield {"rows": rows, "name": name}

    def errors(self) -> list[tuple[str, str]]:
        """(anchor, message) of all that must be put right, for the summary on top."""
        found = [(f.id_for_label or f"{f.auto_id}_0", str(e)) for f in self._bound() for e in f.errors]
        return list(dict.fromkeys(found))

    def digest(self) -> str:
        """What stands in the brief for this step, in short: equal when nobody touched it meanwhile."""
        return digest_of(self.code, self.brief)

    def _bound(self) -> Iterator[BoundField]:
        yield from self.form
        for rows in self.rows.values():
            for row in rows.rows:
                yield from row.form
                for inner in row.child.rows if row.child else ():
                    yield from inner.form

    def _standing(self) -> dict[str, Any]:
        values = {name: getattr(self.brief, name) for name in FIELDS_OF[self.code]}
        if "pay_minor" in values:
            minor, digits = values["pay_minor"], digits_of(self.brief.currency)
            amount = Decimal(minor).scaleb(-digits)
            values["pay_minor"] = "" if not minor else int(amount) if amount == int(amount) else amount
        return values

    def _initial(self, data: Mapping[str, Any] | None) -> dict[str, Any]:
        fields = FORMS[self.code].base_fields
        return {name: f.widget.value_from_datadict(data, {}, name) for name, f in fields.items()}

    def _rows(self, spec: RowSpec, data: Mapping[str, Any] | None, order: str) -> RowSet:
        if data is None:
            return RowSet(spec, spec.name, spec.raw(getattr(self.brief, spec.name)))
        if order:
            place = order.partition(":")[2]
            is_mine = place == spec.name or place.startswith(f"{spec.name}-")
            return change(spec, data, order) if is_mine else RowSet(spec, spec.name, spec.read(data, spec.name))
        return RowSet(spec, spec.name, spec.read(data, spec.name), data)

    def _pay_fits(self) -> bool:
        if self.code != "pay" or not self.form.cleaned_data.get("pay_minor"):
            return True
        digits = digits_of(self.form.cleaned_data.get("currency") or self.brief.currency)
        amount = self.form.cleaned_data["pay_minor"].scaleb(digits)
        if amount != int(amount):
            self.form.add_error("pay_minor", _("This currency has no such small coins."))
            return False
        return True

    def _fill_choices(self) -> None:
        fields = self.form.fields
        if self.code == "people":
            _choose(fields["supervisor"], [("", _("Choose a person")), *self.members])
            _choose(fields["cover"], [("", _("Nobody yet")), *self.members])
            fields["check_in_every_days"].offer(self.brief.check_in_every_days, _days(self.brief.check_in_every_days))  # type: ignore[attr-defined]
            fields["reply_within_days"].offer(self.brief.reply_within_days, _days(self.brief.reply_within_days))  # type: ignore[attr-defined]
        if self.code == "pay":
            codes = sorted({*paid_currencies(), self.brief.currency})
            _choose(fields["currency"], [(code, code) for code in codes])
        if self.code == "time":
            _choose(fields["time_zone"], zone_choices())


def digest_of(code: str, brief: Brief) -> str:
    data = brief.to_dict()
    return content_hash({name: data[name] for name in FIELDS_OF[code]})[:16]


def _choose(field: forms.Field, choices: Any) -> None:
    field.choices = choices  # type: ignore[attr-defined]


def _days(days: int) -> Any:
    return _("Every %(days)d days") % {"days": days}
