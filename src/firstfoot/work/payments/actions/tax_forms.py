"""Noting that a tax form is on file, since when and where; never what stands on it."""

from __future__ import annotations

from datetime import date

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.payments.events import Payments
from firstfoot.work.payments.models import TaxForm
from firstfoot.work.payments.policies import may_record_pay
from firstfoot.work.payments.tax import looks_like_number


@transaction.atomic
def note_tax_form(*, engagement_id: int, filed_on: date, place: str, actor: Person) -> TaxForm:
    """Keep since when and where the host has the intern's tax form; a later note replaces an earlier one.

    Raises NotPermitted unless the actor records pay for the host, Conflict: "looks_like_number" when the
    place could be the number itself, "day_ahead".
    """
    engagement = locked(Engagement, engagement_id)
    require(may_record_pay(actor, engagement))
    if looks_like_number(place):
        raise Conflict("looks_like_number")
    if filed_on > clock.today(engagement.organization.zone):
        raise Conflict("day_ahead")
    parties = {"organization_id": engagement.organization_id, "person_id": engagement.intern_id}
    form = TaxForm.objects.select_for_update().filter(**parties).first() or TaxForm(**parties)
    form.filed_on, form.place = filed_on, " ".join(place.split())[:80]
    form.noted_by, form.noted_at = actor, clock.now()
    if form.pk is None:
        form.save(force_insert=True)
    record(
        Payments.TAX_FORM_NOTED, form, actor, save=["filed_on", "place", "noted_by", "noted_at"],
        on=filed_on.isoformat(),
    )  # fmt: skip
    return form
