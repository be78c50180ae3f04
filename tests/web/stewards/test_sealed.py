"""Sealed agreements, as a steward opens one."""

from __future__ import annotations

from django.urls import reverse

from firstfoot.web.shared.signed_in import MARK
from firstfoot.work.engagements.actions.sealing import seal_agreement
from firstfoot.work.engagements.models import AgreementVersion, SealedAgreement, SealOpening
from tests.factories.engagements import make_completed
from tests.house.visitors import session_of


def test_a_reason_that_is_too_long_is_said_at_its_field_and_kept(cast, client, settings):
    signed = AgreementVersion.objects.get(engagement=make_completed(cast))
    seal_agreement(agreement_id=signed.pk)
    sealed = SealedAgreement.objects.get()
    client.cookies[settings.SESSION_COOKIE_NAME] = session_of(cast.stella)
    assert MARK in client.session, "she has just confirmed who she is"

    answer = client.post(reverse("stewards:sealed_open", args=[sealed.public_id]), {"reason": "A court asks. " * 100})
    page = answer.content.decode()
    assert (answer.status_code, 'aria-invalid="true"' in page) == (422, True)
    assert "A court asks. A court asks." in page
    assert not SealOpening.objects.exists()
