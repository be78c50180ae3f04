"""A copy of everything is packed before the transaction that tells of it, and kept once."""

from __future__ import annotations

import pytest
from django.core.files.storage import default_storage
from django.db import connection, transaction

from firstfoot.foundation.accounts.events import Accounts
from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.files.exports import ask_for_export
from firstfoot.foundation.files.models import Export
from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.notifications.models import Notice
from firstfoot.kernel import clock
from firstfoot.reactions import exporting
from firstfoot.reactions.worker import react
from tests.cast import assemble

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def sam():
    sam = assemble().sam
    react()
    ask_for_export(actor=sam)
    return sam


def asked() -> Fact:
    return Fact.objects.get(kind=Accounts.EXPORT_ASKED)


def test_nobody_waits_while_it_is_packed(sam, monkeypatch):
    write, held = exporting.write_archive, []

    def writing(person, out):
        held.append(connection.in_atomic_block)
        write(person, out)

    monkeypatch.setattr(exporting, "write_archive", writing)
    react()
    assert held == [False]
    export = Export.objects.get()
    assert export.made_at
    assert default_storage.exists(export.file.path)
    assert Notice.objects.filter(recipient=sam, kind="export_made").count() == 1


def test_of_two_that_packed_it_one_is_kept(sam):
    first, second = exporting.pack(asked()), exporting.pack(asked())
    for packed in (first, second):
        with transaction.atomic():
            exporting.make_export(asked(), packed)
    assert (default_storage.exists(first.path), default_storage.exists(second.path)) == (True, False)
    assert Export.objects.get().file == first
    assert Notice.objects.filter(kind="export_made").count() == 1
    assert exporting.pack(asked()) is None


def test_who_left_meanwhile_gets_none(sam):
    packed = exporting.pack(asked())
    Person.objects.filter(pk=sam.pk).update(leaving_at=clock.now())
    with transaction.atomic():
        exporting.make_export(asked(), packed)
    assert not default_storage.exists(packed.path)
    assert Export.objects.get().made_at is None
