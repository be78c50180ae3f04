"""Documents that two stewards saw: who says what, once, and what makes them count no more."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from firstfoot.insights.moves import moves_of
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, NotPermitted
from firstfoot.market.organizations.actions import (
    ask_for_renewal,
    confirm_document,
    deny_document,
    describe_organization,
    renew_verification,
    take_back_document,
)
from firstfoot.market.organizations.models import Sighting
from firstfoot.market.organizations.seen import document_said_of
from firstfoot.market.organizations.states import Role
from firstfoot.operations.check.command import all_faults
from firstfoot.reactions.words import move_words
from tests.cast import hire
from tests.factories.organizations import another_steward, make_organization, make_sighting


@pytest.fixture
def kelp(cast):
    return make_organization(cast.paz)


@pytest.fixture
def stan(cast):
    return another_steward()


@pytest.fixture
def noted(cast, kelp):
    return make_sighting(cast.stella, kelp)


def worth(organization) -> str:
    said = document_said_of(organization)
    return str(said.worth) if said else ""


def test_two_stewards_saw_it(cast, kelp, stan, noted):
    assert (noted.state, noted.version, worth(kelp)) == ("noted", 1, "waits")
    seen = confirm_document(sighting_id=noted.pk, actor=stan)
    assert (seen.state, seen.noted_by, seen.answered_by) == ("confirmed", cast.stella, stan)
    assert (worth(kelp), document_said_of(kelp).at) == ("counts", seen.answered_at)
    kelp.refresh_from_db()
    assert kelp.state == "unverified"  # a steward still decides
    assert list(all_faults()) == []


def test_the_second_one_says_no(kelp, stan, noted):
    with pytest.raises(Conflict, match="reason_needed"):
        deny_document(sighting_id=noted.pk, reason=" ", actor=stan)
    denied = deny_document(sighting_id=noted.pk, reason=" It names a bar. ", actor=stan)
    assert (denied.state, denied.reason, worth(kelp)) == ("denied", "It names a bar.", "")


def test_nobody_is_both(cast, noted):
    for answer in (confirm_document, lambda **said: deny_document(reason="No.", **said)):
        with pytest.raises(NotPermitted, match="saw_it_first"):
            answer(sighting_id=noted.pk, actor=cast.stella)
    with pytest.raises(IntegrityError), transaction.atomic():
        Sighting.objects.filter(pk=noted.pk).update(state="confirmed", answered_by=cast.stella, answered_at=clock.now())


@pytest.mark.parametrize("broken", [{"state": "confirmed"}, {"state": "outdated"}, {"outdated_by": "name"}])
def test_the_database_holds_no_half_answer(noted, broken):
    with pytest.raises(IntegrityError), transaction.atomic():
        Sighting.objects.filter(pk=noted.pk).update(**broken)


@pytest.mark.parametrize("who", ["sam", "hana", "otto"])
def test_only_stewards(cast, kelp, noted, who):
    actor = getattr(cast, who)
    with pytest.raises(NotPermitted, match="not_steward"):
        make_sighting(actor, cast.otherhost)
    with pytest.raises(NotPermitted, match="not_steward"):
        confirm_document(sighting_id=noted.pk, actor=actor)
    with pytest.raises(NotPermitted, match="not_yours"):
        take_back_document(sighting_id=noted.pk, actor=actor)


def test_no_steward_of_the_organization(cast, kelp, stan, noted):
    hire(kelp, cast.paz, stan, Role.SUPERVISOR)
    with pytest.raises(NotPermitted, match="own_organization"):
        confirm_document(sighting_id=noted.pk, actor=stan)
    take_back_document(sighting_id=noted.pk, actor=cast.stella)
    with pytest.raises(NotPermitted, match="own_organization"):
        make_sighting(stan, kelp)


def test_a_first_steward_who_joined_since_does_not_count(cast, kelp, stan, noted):
    hire(kelp, cast.paz, cast.stella, Role.SUPERVISOR)
    with pytest.raises(Conflict, match="first_belongs"):
        confirm_document(sighting_id=noted.pk, actor=stan)
    assert deny_document(sighting_id=noted.pk, reason="She works there.", actor=stan).state == "denied"


def test_one_note_at_a_time(cast, kelp, stan, noted):
    with pytest.raises(Conflict, match="document_open"):
        make_sighting(stan, kelp)
    with pytest.raises(IntegrityError), transaction.atomic():
        Sighting.objects.create(
            organization=kelp, kind="tax", words="By post", seen_on=clock.today(), noted_by=stan, noted_at=clock.now()
        )
    take_back_document(sighting_id=noted.pk, actor=cast.stella)
    assert (worth(kelp), make_sighting(stan, kelp).state) == ("", "noted")


@pytest.mark.parametrize("end", ["confirm", "deny", "take_back"])
def test_what_was_answered_stays_so(cast, stan, noted, end):
    confirm_document(sighting_id=noted.pk, actor=stan)
    calls = {
        "confirm": lambda: confirm_document(sighting_id=noted.pk, actor=stan),
        "deny": lambda: deny_document(sighting_id=noted.pk, reason="No.", actor=stan),
        "take_back": lambda: take_back_document(sighting_id=noted.pk, actor=cast.stella),
    }
    with pytest.raises(Conflict, match="document_answered"):
        calls[end]()


@pytest.mark.parametrize("days", [-2, 367])
def test_a_day_within_the_last_year(cast, kelp, days):
    with pytest.raises(Conflict, match="document_day"):
        make_sighting(cast.stella, kelp, seen_on=clock.today() - timedelta(days=days))


def test_a_note_is_about_the_name_that_was_read(cast, kelp):
    with pytest.raises(Conflict, match="changed"):
        make_sighting(cast.stella, kelp, seen=kelp.version - 1)


def test_another_name_leaves_it_behind(cast, kelp, stan, noted):
    confirm_document(sighting_id=noted.pk, actor=stan)
    waiting = make_sighting(cast.stella, kelp, kind="tax")
    describe_organization(organization_id=kelp.pk, seen=None, actor=cast.paz, name=kelp.name, city="Porto")
    assert worth(kelp) == "counts"
    describe_organization(organization_id=kelp.pk, seen=None, actor=cast.paz, name="Kelp & Daughters")
    assert {(s.state, s.outdated_by) for s in Sighting.objects.all()} == {("outdated", "name")}
    assert worth(kelp) == "name"
    with pytest.raises(Conflict, match="document_answered"):
        confirm_document(sighting_id=waiting.pk, actor=stan)
    describe_organization(organization_id=kelp.pk, seen=None, actor=cast.paz, name="Kelp & Co")
    assert worth(kelp) == "name"  # the old name again does not bring it back
    assert list(all_faults()) == []


def test_a_note_that_nobody_answered_says_nothing_once_outdated(cast, kelp, noted):
    describe_organization(organization_id=kelp.pk, seen=None, actor=cast.paz, name="Kelp & Daughters")
    assert worth(kelp) == ""


def test_the_renewal_asks_for_a_document_of_this_year(cast, stan):
    with clock.at(clock.now() + timedelta(days=200)):
        confirm_document(sighting_id=make_sighting(cast.stella, cast.acme).pk, actor=stan)
    with clock.at(clock.now() + timedelta(days=366)):
        assert worth(cast.acme) == "counts"
        ask_for_renewal(organization_id=cast.acme.pk)
        assert worth(cast.acme) == "year"
        fresh = make_sighting(cast.stella, cast.acme)
        assert worth(cast.acme) == "waits"
        confirm_document(sighting_id=fresh.pk, actor=stan)
        renew_verification(organization_id=cast.acme.pk, actor=cast.stella)
        assert worth(cast.acme) == "counts"
    assert list(all_faults()) == []


def test_after_a_year_it_counts_no_more_by_itself(kelp, stan, noted):
    confirm_document(sighting_id=noted.pk, actor=stan)
    with clock.at(clock.now() + timedelta(days=366)):
        assert worth(kelp) == "year"


def test_it_is_the_move_of_the_other_stewards(cast, kelp, stan, noted):
    def moves(person):
        return [move for move in moves_of(person) if move.code == "document.look"]

    (move,) = moves(stan)
    said = move_words(move)
    assert (said.title, said.url) == (
        "Look at a document of Kelp & Co",
        f"/steward/organizations/{kelp.public_id}/#document",
    )
    assert [len(moves(person)) for person in (cast.stella, cast.paz, cast.sam)] == [0, 0, 0]
    hire(kelp, cast.paz, stan, Role.SUPERVISOR)
    assert moves(stan) == []
