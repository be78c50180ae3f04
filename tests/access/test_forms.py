"""Every form, sent as nobody would: with fields it does not have, and with texts far too long."""

from __future__ import annotations

import re
import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, models
from django.test import TestCase, override_settings
from django.utils.html import escape

from firstfoot.kernel import clock
from firstfoot.kernel.ids import ALPHABET
from tests.access.filling import PAGE_OF, Sheet, Visitor
from tests.figures import IS_DEEP, count, figure
from tests.house.matrix import rows
from tests.house.world import World

pytestmark = pytest.mark.once

EVERY = count(ci=8, deep=1)  # one in so many forms, others on each day
SENT = [row for row in rows() if row.method == "POST"]
TEMPTING = {
    "id": "1", "pk": "1", "state": "verified", "version": "99", "is_steward": "on", "is_staff": "on", "actor": "1",
    "is_superuser": "on", "is_active": "on", "seen": "99", "role": "owner", "visibility": "invited", "_method": "PUT",
}  # fmt: skip
# Rows whose thing is past the form, or that no page of the site posts to; what they are answered is in the matrix.
WITHOUT_FORM = {
    "public:search_save": "only on a list that is narrowed",
    "talent:apply": "a draft has no page to apply on",
    "people:walk_in": "only on a demo installation",
    "people:sign_in_end": "nobody is signed in elsewhere",
    "hosts:organization_resubmit": "it was not turned down",
    "hosts:brief_check": "sent by the script of the builder, saves nothing",
    "hosts:brief_fix": "a button of the step's own form",
    "hosts:project_repeat": "a button alone; it sends nothing",
    "hosts:proofread_share": "a button alone; it sends nothing",
    "hosts:proofread_end": "a button alone; it sends nothing",
    "hosts:remark_settle": "a button; it sends only where to go back to",
    "hosts:project_publish_changes": "nothing has changed",
    "work:start": "steps are open",
    "work:start_agree": "nobody proposed another day",
    "work:due_answer": "nobody asked for another date",
    "work:back": "nobody is away",
    "work:card_away": "a button alone; it sends nothing",
    "work:access_mark": "a button alone; it sends what it is for",
    "work:access_unlist": "a button alone; it sends nothing",
    "work:plan_last": "the last plan has nothing more",
    "work:hours_keep": "a button alone; it sends nothing",
    "work:hours_remove": "a button alone; it sends nothing",
    "work:check_in_helped": "nobody has said anything yet",
    "work:correction_agree": "nothing is proposed",
    "work:deliverable_submit": "handed in already",
    "work:deliverable_review": "nothing is handed in",
    "work:letter_sign": "signed already",
    "work:pathway_answer": "nothing was offered",
    "work:credential": "a button alone; it sends nothing",
    "work:credential_anew": "a button alone; it sends nothing",
    "work:credential_take_back": "a button alone; it sends nothing",
    "work:letter_credential": "a button alone; it sends nothing",
    "work:letter_credential_anew": "a button alone; it sends nothing",
    "work:letter_credential_take_back": "a button alone; it sends nothing",
    "stewards:key_rotate": "a button alone; it sends nothing",
    "work:money_not_received": "nothing is on its way",
    "work:money_part_due": "no result is accepted",
    "work:money_write_off_answer": "nothing is asked to be written off",
    "work:money_take_back": "a button alone; it sends nothing",
    "public:project_ask": "a draft takes no questions",
    "hosts:applicant_block": "nobody is known before the reveal",
    "work:handover_ask": "a button alone; it sends nothing",
    "stewards:case_open": "a button alone; it sends nothing",
    "stewards:dispute_decide": "the other side has its say first",
    "public:search_delete": "a button of the form that changes it; it sends nothing of its own",
    "stewards:skill_word": "no unknown word stands twice",
    "talent:for_you_make": "a button alone; it sends nothing",
    "hosts:found_draw": "a button alone; it sends nothing",
    "hosts:found_invite": "a button alone; it sends nothing",
    "stewards:sourcing_count": "a button alone; it sends nothing",
    "hosts:organization_check_website": "a button alone; it sends nothing",
    "stewards:organization_renew": "it was never verified",
    "stewards:organization_verify": "verified already",
    "stewards:organization_restore": "not suspended",
    "stewards:project_publish": "its host is not verified",
    "stewards:document_note": "another note waits",
    "stewards:document_confirm": "a button alone; it sends nothing",
    "stewards:document_take_back": "a button alone; it sends nothing",
    "people:block_lift": "a button alone; it sends nothing",
    "POST talent:portfolio_item asking": "it waits for the host",
    "POST work:dispute_agree disputed dispute": "nothing is proposed",
    "POST work:letter completed": "the letter is signed",
    "stewards:case_answer": "nothing is appealed",
    "stewards:case_hand_on": "there is no other steward",
    "stewards:person_restore": "not shut out",
}
LONG = 50_000
HIGHEST = 1_000_000  # no id of the world


def new_ids_begin_at(number: int) -> None:
    """A sequence does not go back with its transaction: what is made twice has two ids."""
    with connection.cursor() as cursor:
        for model in apps.get_models():
            if model._meta.managed and isinstance(model._meta.pk, models.AutoField):
                place = "SELECT setval(pg_get_serial_sequence(%s, %s), %s)"
                cursor.execute(place, [model._meta.db_table, model._meta.pk.column, number])


@pytest.mark.deep
class TestForms(TestCase):
    """The world of the matrix, and every form in it."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.now = clock.now()
        with clock.at(cls.now):
            cls.world = World()
            cls.visitor = Visitor(cls.world)
            cls.chosen = SENT[clock.today().toordinal() % EVERY :: EVERY]
            cls.sheets = cls.visitor.sheets(cls.chosen)
        if connection.vendor == "postgresql":
            new_ids_begin_at(HIGHEST + 1)

    def send(self, sheet: Sheet, data: dict[str, Any]) -> Any:
        for value in data.values():
            for file in value if isinstance(value, list) else ():
                file.seek(0)
        with clock.at(self.now):
            return self.visitor.ask(sheet.who, "post", sheet.action, data)

    def test_every_form_of_the_matrix_was_found(self):
        found = {str(sheet.row) for sheet in self.sheets}
        missing = [row for row in self.chosen if str(row) not in found]
        assert [str(row) for row in missing if not {row.name, str(row)} & set(WITHOUT_FORM)] == []
        assert {row.name for row in SENT} - set(PAGE_OF) - set(WITHOUT_FORM) == set()

    @override_settings(DATA_UPLOAD_MAX_NUMBER_FIELDS=None)  # a thousand are refused before any form sees them
    def test_fields_that_a_form_does_not_have_change_nothing(self):
        """What is written is the same, statement by statement, with a field of every model sent along."""
        wrong, sent = [], 0
        for sheet in self.sheets:
            more = unlisted(sheet)
            with written() as plainly:
                before = self.send(sheet, sheet.data).status_code
            with written() as loaded:
                after = self.send(sheet, {**more, **sheet.data}).status_code
            sent += len(more)
            if after == 422 and not loaded:
                continue  # a field that is only shown to those who have a choice
            if (before, self.settled(plainly)) != (after, self.settled(loaded)):
                wrong.append(f"{sheet.name}: {before} {after} {differs(self.settled(plainly), self.settled(loaded))}")
        figure("access: mass assignment", f"{len(wrong)} changes", f"of {sent} fields in {len(self.sheets)} forms")
        assert not wrong, "\n".join(wrong)

    def settled(self, statements: list[tuple[str, list[Any]]]) -> list[tuple[str, list[str]]]:
        """Without what is drawn by lot or counted up."""
        return [(sql, [self._plain(value) for value in given]) for sql, given in statements]

    def _plain(self, value: Any) -> str:
        if isinstance(value, int) and value > HIGHEST:
            return "new"
        return LOT.sub("#", DRAWN.sub("#", str(getattr(value, "obj", value))))

    def test_texts_far_too_long_are_refused_at_their_fields(self):
        """422 within a second of CPU, each field says so, and all that was typed is still there."""
        wrong, asked, slowest = [], 0, 0.0
        for sheet in self.sheets:
            for names in self.together_and_alone(sheet):
                long = {name: hostile(name) for name in names}
                began = time.process_time()
                response = self.send(sheet, {**sheet.data, **long})
                spent = time.process_time() - began
                asked, slowest = asked + 1, max(slowest, spent)
                wrong += [f"{sheet.name} {names[:3]}: {fault}" for fault in faults(sheet, response, long)]
                if spent > 1:
                    wrong.append(f"{sheet.name} {names[:3]}: {spent:.2f} s")
        figure("access: 50,000 characters, CPU", f"{slowest:.2f} s", f"at most, of {asked} posts")
        assert not wrong, "\n".join(wrong)

    def together_and_alone(self, sheet: Sheet) -> Iterator[list[str]]:
        """All typed fields at once; in make deep also each field by itself, hidden ones and choices, too."""
        typed = [control.name for control in sheet.typed() if control.name]
        if typed:
            yield typed
        if IS_DEEP:
            yield from (
                [name] for name in dict.fromkeys(c.name for c in sheet.form.controls) if name and "csrf" not in name
            )


DRAWN = re.compile(
    rf"\b[{ALPHABET}]{{12}}\b|\b[0-9a-z]{{32}}\b|[0-9a-f]{{16,64}}|[\w-]{{40,}}|\b100\d{{4}}\b"
    r"|\b\d{4}-\d\d-\d\d[ T][\d:.+]+"
)
LOT = re.compile(r"^[A-Z][a-z]+ [A-Z][a-z]+$")  # a pseudonym


@contextmanager
def written() -> Iterator[list[tuple[str, list[Any]]]]:
    """The statements that write, with what they write; sessions are Django's own."""
    kept: list[tuple[str, list[Any]]] = []

    def note(execute, sql, params, many, context):
        if sql.lstrip().upper().startswith(("INSERT", "UPDATE", "DELETE")) and "django_session" not in sql:
            kept.append((sql, list(params or ())))
        return execute(sql, params, many, context)

    with connection.execute_wrapper(note):
        yield kept


def differs(one: list[Any], other: list[Any]) -> str:
    pairs = [(a, b) for a, b in zip(one, other, strict=False) if a != b]
    return f"{len(one)} and {len(other)} statements, first {pairs[:1]}"


def unlisted(sheet: Sheet) -> dict[str, str]:
    """A value for the name of each field there is, with the form's own prefix, too, but for the fields it has."""
    values = dict(TEMPTING)
    for model in apps.get_models():
        for field in model._meta.concrete_fields:
            values |= dict.fromkeys((field.name, field.attname), tempting(field))
    own = {control.name for control in sheet.form.controls}
    prefixes = {name.partition("-")[0] for name in own if "-" in name}
    values |= {f"{prefix}-{name}": value for prefix in prefixes for name, value in TEMPTING.items()}
    return {name: value for name, value in values.items() if name not in own | set(sheet.data)}


def tempting(field: Any) -> str:
    if field.choices:
        return str(list(field.choices)[-1][0])
    if isinstance(field, models.BooleanField):
        return "on"
    if isinstance(field, models.DateField):
        return "2031-01-01"
    return "7" if isinstance(field, models.IntegerField | models.ForeignKey | models.AutoField) else "zqextra"


def hostile(name: str) -> str:
    """Long, and hard for expressions: a start of many addresses, or many lines."""
    unit = ["aaaaaaaaaa", "a@a.aaaaaa", "http://a. ", "x, y;\n- z ", "((((((((((", "١٢٣٤٥٦٧٨٩٠", "1234567890"]
    return (unit[sum(name.encode()) % len(unit)] * LONG)[:LONG].strip()


def faults(sheet: Sheet, response: Any, long: dict[str, str]) -> Iterator[str]:
    """What is wrong with the answer."""
    typed = {control.name for control in sheet.typed()}
    if response.status_code >= 500:
        yield f"answered {response.status_code}"
    if not typed & set(long):
        return
    text = response.content.decode()
    if response.status_code != 422:
        yield f"answered {response.status_code}"
        return
    for name in typed & set(long):
        tags = re.findall(rf'<(?:input|textarea)[^>]* name="{re.escape(name)}"[^>]*>', text)
        if not tags:
            yield f"{name} is gone"
        elif not any('aria-invalid="true"' in tag for tag in tags):  # another form may have a field of that name
            yield f"{name} says nothing"
    for name in typed:
        value = str(long.get(name) or sheet.data.get(name, ""))
        if str(escape(value))[:200] not in text:
            yield f"what was typed into {name} is lost"
