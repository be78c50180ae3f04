"""Erasing a person from the money facts: amounts and days stay for the other side, without a word of anybody."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.leaving import emptied
from firstfoot.foundation.accounts.models import Person
from firstfoot.work.payments.models import Stipend, StipendEntry, TaxForm

ERASED = "(erased)"


@transaction.atomic
def erase_payments(*, person: Person) -> list[str]:
    """Empty references, notes and places that were written about the person's own pay; the texts that stood there."""
    texts: list[str] = []
    for entry in StipendEntry.objects.filter(stipend__payee=person).exclude(reference=""):
        texts += emptied(entry, "reference")
    for stipend in Stipend.objects.filter(payee=person).exclude(asked_note=""):
        texts += emptied(stipend, "asked_note")
    for form in TaxForm.objects.filter(person=person):
        texts += emptied(form, instead={"place": ERASED})
    return texts


def payment_things(person: Person) -> set[str]:
    """The names, in the journal, of the person's own stipends and of the notes about them."""
    stipends = {stipend.thing for stipend in Stipend.objects.filter(payee=person)}
    return stipends | {form.thing for form in TaxForm.objects.filter(person=person)}
