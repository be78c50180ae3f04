"""Invariant 6, broken by hand and seen to be caught."""

import pytest

from firstfoot.operations.check.command import all_faults
from firstfoot.proof.credentials.actions import ask_for_credential, revoke_credential
from firstfoot.proof.credentials.models import Credential, SigningKey
from tests.factories import engagements as make
from tests.factories.portfolio import make_letter, make_signed_form

pytestmark = pytest.mark.django_db


@pytest.fixture
def credential(cast):
    return ask_for_credential(engagement_id=make.make_completed(cast).pk, actor=cast.sam)


def test_one_that_was_earned_and_one_that_was_revoked_are_clean(cast, credential):
    assert list(all_faults()) == []
    revoke_credential(credential_id=credential.pk, reason="holder", actor=cast.sam)
    assert list(all_faults()) == []


def test_one_for_work_that_was_never_completed(credential, sql, found):
    sql("UPDATE engagements_engagement SET state = 'active'")
    assert found(6) == ["certified_without_work"]


def test_a_part_that_is_not_labeled_so(credential, sql, found):
    sql("UPDATE credentials_credential SET is_part = %s", True)
    assert found(6) == ["certified_without_work"]


def test_a_letters_signed_form_that_outlived_its_letter(cast, sql, found):
    letter = make_letter(make.make_completed(cast))
    make_signed_form(letter)
    assert list(all_faults()) == []
    sql("UPDATE portfolio_recommendation SET credential_id = NULL")
    assert found(6) == ["certified_without_letter"]


@pytest.mark.parametrize("form", ["document", "token"])
def test_a_text_that_is_not_what_was_signed(credential, sql, found, form):
    text = getattr(credential, form)
    sql(f"UPDATE credentials_credential SET {form} = %s", text.replace("S", "T", 1))
    assert found(6) == ["credential_changed"]


def test_a_place_that_is_not_the_one_it_names(credential, sql, found):
    sql("UPDATE credentials_credential SET place = %s", (credential.place + 1) % 131_072)
    assert found(6) == ["credential_changed"]


def test_one_that_is_revoked_past_the_actions_is_missing_on_the_list_it_was_published_in(cast, credential, sql, found):
    assert found(6) == []  # the list was signed, and is kept
    sql(
        "UPDATE credentials_credential SET state = 'revoked', revoked_for = 'holder', revoked_at = issued_at, "
        "revoked_by_id = holder_id"
    )
    assert "list_differs" in found(6)
    assert Credential.objects.get().state == "revoked"


def test_a_list_that_nobody_can_sign(credential, sql, found):
    sql("UPDATE credentials_signingkey SET sealed = %s", "AAAA" * 20)
    assert found(6) == ["list_cannot_be_signed"]
    assert SigningKey.objects.count() == 1
