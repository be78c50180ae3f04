"""The table of floors of pay: what counts on which day, and that briefs and agreements meet it."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction

from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, IllegalTransition, NotPermitted
from firstfoot.market.fairpay.actions import set_pay_floor, withdraw_pay_floor
from firstfoot.market.fairpay.models import PayFloor
from firstfoot.market.fairpay.queries import floors_in, paid_currencies, pay_floors
from firstfoot.market.organizations.models import Organization
from firstfoot.market.projects.queries import scope_of
from firstfoot.work.engagements.actions import counter_agreement
from firstfoot.work.engagements.queries import agreement_of
from tests.factories import engagements, projects

DAY = date(2026, 6, 1)


def add(cast, hourly: int = 1300, *, country: str = "DE", currency: str = "EUR", from_on: date = DAY) -> PayFloor:
    return set_pay_floor(
        country=country, currency=currency, hourly_minor=hourly, from_on=from_on, source="The law", actor=cast.stella
    )


def test_the_newest_that_has_begun_counts_in_its_country_and_currency(cast, settings):
    settings.PAY_FLOOR_MINOR = {"EUR": 1000, "USD": 1500}
    add(cast, 1200, from_on=DAY - timedelta(days=200))
    add(cast, 1300)
    add(cast, 5000, currency="PLN")
    add(cast, 1700, country="FR")

    assert floors_in("DE", DAY) == {"EUR": 1300, "USD": 1500, "PLN": 5000}
    assert floors_in("DE", DAY - timedelta(days=1)) == {"EUR": 1200, "USD": 1500}
    assert floors_in("DE", DAY - timedelta(days=201)) == {"EUR": 1000, "USD": 1500}
    assert floors_in("", DAY) == floors_in("IT", DAY) == {"EUR": 1000, "USD": 1500}
    assert paid_currencies() == {"EUR", "USD", "PLN"}


def test_once_a_day_until_it_is_withdrawn(cast):
    first = add(cast)
    with pytest.raises(Conflict, match="floor_stands"):
        add(cast, 1400)
    with pytest.raises(IntegrityError), transaction.atomic():
        PayFloor.objects.create(
            country="DE", currency="EUR", hourly_minor=1, from_on=DAY, source="x", set_at=clock.now()
        )

    withdraw_pay_floor(floor_id=first.pk, actor=cast.stella)
    second = add(cast, 1400)

    assert list(pay_floors()) == [second]
    with pytest.raises(IllegalTransition):
        withdraw_pay_floor(floor_id=first.pk, actor=cast.stella)


@pytest.mark.parametrize("who", ["sam", "hana", "paz", "otto"])
def test_only_stewards_keep_the_table(cast, who):
    floor = add(cast)
    with pytest.raises(NotPermitted):
        withdraw_pay_floor(floor_id=floor.pk, actor=getattr(cast, who))
    with pytest.raises(NotPermitted):
        set_pay_floor(country="FR", currency="EUR", hourly_minor=1, from_on=DAY, source="x", actor=getattr(cast, who))


def test_a_brief_is_judged_by_the_country_of_its_host(cast):
    draft = projects.make_draft(cast)
    brief = draft.draft_brief
    assert "pay_under_floor" not in scope_of(draft).codes

    over = brief.pay_minor // brief.hours + 1
    add(cast, over, country=cast.acme.country, currency=brief.currency, from_on=clock.today(cast.acme.zone))
    assert "pay_under_floor" in scope_of(draft).codes

    Organization.objects.filter(pk=cast.acme.pk).update(country="FJ")
    draft.organization.refresh_from_db()
    assert "pay_under_floor" not in scope_of(draft).codes


def test_other_terms_meet_the_floor_of_the_host(cast):
    engagement = engagements.make_engagement(cast)
    agreement = agreement_of(engagement)
    assert agreement is not None
    changes = {"pay_minor": agreement.terms["pay_minor"] - agreement.terms["hours"]}
    hourly = agreement.terms["pay_minor"] // agreement.terms["hours"]
    add(cast, hourly, country=cast.acme.country, currency=engagement.currency, from_on=clock.today(cast.acme.zone))

    with pytest.raises(Conflict, match="pay_under_floor"):
        counter_agreement(agreement_id=agreement.pk, seen=None, changes=changes, note="", actor=cast.hana)
