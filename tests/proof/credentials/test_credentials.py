"""Credentials are issued to whom earned them and asks, replaced, revoked, shown, and emptied with their holder."""

from __future__ import annotations

import json

import pytest
from django.db import IntegrityError, transaction

from firstfoot.foundation.journal.models import Fact
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, IllegalTransition, NotPermitted
from firstfoot.proof.credentials.actions import (
    ask_for_credential,
    erase_credentials,
    issue,
    reissue_credential,
    revoke_credential,
    share_credential,
)
from firstfoot.proof.credentials.models import Credential, SigningKey, StatusList
from firstfoot.proof.credentials.publishing import our_key_of, status_list
from firstfoot.proof.credentials.queries import answer_to, credentials_visible_to, shown_credential
from firstfoot.proof.credentials.states import CredentialKind
from firstfoot.proof.credentials.vc.checking import check, is_revoked
from tests.factories import engagements as make

pytestmark = pytest.mark.django_db


def ask(engagement, actor=None):
    return ask_for_credential(engagement_id=engagement.pk, actor=actor or engagement.intern)


@pytest.fixture
def completed(cast):
    return make.make_completed(cast)


@pytest.fixture
def credential(completed):
    return ask(completed)


def said(credential):
    return json.loads(credential.document)


def listed(credential):
    """What the published list says of it."""
    published = status_list(credential.list.address)["document"].encode()
    genuine = check(credential.document.encode(), our_key_of())
    return is_revoked(genuine, published, our_key_of(), clock.now())


def test_the_intern_asks_for_it_and_has_both_forms(cast, credential):
    for form in (credential.document, credential.token):
        body = check(form.encode(), our_key_of()).body
        assert body["credentialSubject"]["identifier"][0]["identityHash"] == cast.sam.formal_name
    assert (credential.state, credential.holder, credential.is_part) == ("issued", cast.sam, False)
    assert said(credential)["credentialSubject"]["achievement"]["creator"]["name"] == "Brindle Bakery"
    assert not listed(credential)


def test_its_fact_holds_no_name(credential):
    fact = Fact.objects.get(thing=credential.thing)
    assert (fact.kind, set(fact.data)) == ("credential.issued", {"of", "engagement", "digest"})


@pytest.mark.parametrize("who", ["hana", "hugo", "stella", "otto", "paz"])
def test_nobody_asks_for_another(cast, completed, who):
    with pytest.raises(NotPermitted):
        ask(completed, getattr(cast, who))
    assert Credential.objects.count() == 0


@pytest.mark.parametrize("stage", [make.make_active, make.make_closing])
def test_there_is_none_before_the_work_is_completed(cast, stage):
    with pytest.raises(Conflict, match="not_now"):
        ask(stage(cast))


def test_there_is_none_while_a_dispute_holds_it(cast, completed):
    type(completed).objects.filter(pk=completed.pk).update(held_at=clock.now())
    with pytest.raises(Conflict, match="held"):
        ask(completed)


def test_a_second_click_makes_no_second_one(credential, completed):
    with pytest.raises(Conflict, match="already_issued"):
        ask(completed)
    assert Credential.objects.count() == 1


def test_the_database_refuses_a_second_one_that_counts(cast, credential, completed):
    word = lambda frame: {**said(credential), "id": frame.address, "credentialStatus": frame.place.entry()}  # noqa: E731
    with pytest.raises(IntegrityError), transaction.atomic():
        issue(
            kind=CredentialKind.ACHIEVEMENT, engagement=completed, holder=cast.sam, earner="Sam", actor=None, word=word
        )


def test_work_that_ended_early_says_so(cast):
    engagement = make.make_active(cast)
    make.submit(engagement)
    make.accept(engagement)
    credential = ask(make.end(engagement))

    body = said(credential)
    assert credential.is_part
    assert body["name"].endswith("(accepted part)")
    assert "It ended early" in body["description"]
    assert body["credentialSubject"]["achievement"]["achievementType"] == "Fieldwork"


# --- what may be shown ---


def test_what_may_be_shown_is_named_with_its_criteria_as_evidence(cast):
    body = said(ask(make.make_completed(cast, portfolio="full")))
    first = body["evidence"][0]["name"]
    criteria = [result["name"] for result in body["credentialSubject"]["achievement"]["resultDescription"]]
    assert criteria[0].startswith(f"{first}: ")
    assert "criterion 1, as agreed" not in json.dumps(body)


@pytest.mark.parametrize("right", ["redacted", "on_request", "none"])
def test_what_may_not_be_shown_has_a_number_in_place_of_a_name(cast, right):
    engagement = make.make_completed(cast, portfolio=right)
    text = json.dumps(said(ask(engagement)), ensure_ascii=False)
    hidden = [d.title for d in engagement.deliverables.all()]
    hidden += [c.text for d in engagement.deliverables.all() for c in d.criteria.all()]
    hidden.append(engagement.agreement_versions.get(state="signed").terms["outcome"])

    assert [words for words in hidden if words in text] == []
    assert "evidence" not in json.loads(text)
    assert "Result 1: criterion 1, as agreed with the host" in text


# --- a new one in its place ---


def test_a_new_name_makes_a_new_one_and_the_old_no_longer_counts(cast, credential, completed):
    share_credential(credential_id=credential.pk, shared=True, actor=cast.sam)
    type(cast.sam).objects.filter(pk=cast.sam.pk).update(legal_name="Samira Okoro")

    made = reissue_credential(engagement_id=completed.pk, actor=cast.sam)

    credential.refresh_from_db()
    assert (credential.state, made.state, made.replaces) == ("superseded", "issued", credential)
    assert said(made)["credentialSubject"]["identifier"][0]["identityHash"] == "Samira Okoro"
    assert (listed(credential), listed(made)) == (True, False)
    assert made.shared_at is not None
    assert answer_to(credential.document.encode()).verdict == "superseded"


def test_there_must_be_one_to_be_replaced(cast, completed):
    with pytest.raises(Conflict, match="not_issued"):
        reissue_credential(engagement_id=completed.pk, actor=cast.sam)


# --- taken back ---


@pytest.mark.parametrize(("who", "reason"), [("stella", "wrong_fact"), ("sam", "holder")])
def test_it_is_taken_back_with_a_reason_and_its_bit_is_set(cast, credential, who, reason):
    assert not listed(credential)
    revoke_credential(credential_id=credential.pk, reason=reason, actor=getattr(cast, who))

    credential.refresh_from_db()
    assert (credential.state, credential.revoked_for) == ("revoked", reason)
    assert listed(credential)
    found = answer_to(credential.token.encode())
    assert (found.verdict, found.credential) == ("revoked", credential)


@pytest.mark.parametrize(
    ("who", "reason"),
    [("hana", "wrong_fact"), ("hugo", "by_mistake"), ("sam", "wrong_fact"), ("stella", "holder"), ("otto", "holder")],
)
def test_neither_the_host_nor_a_stranger_takes_it_back(cast, credential, who, reason):
    with pytest.raises(NotPermitted):
        revoke_credential(credential_id=credential.pk, reason=reason, actor=getattr(cast, who))
    credential.refresh_from_db()
    assert credential.state == "issued"


def test_what_was_taken_back_is_not_taken_back_again_and_can_be_asked_for_anew(cast, credential, completed):
    revoke_credential(credential_id=credential.pk, reason="holder", actor=cast.sam)
    with pytest.raises(IllegalTransition):
        revoke_credential(credential_id=credential.pk, reason="wrong_fact", actor=cast.stella)
    assert ask(completed).state == "issued"


# --- shown and seen ---


def test_its_page_shows_it_only_while_its_holder_wants_that(cast, credential):
    assert shown_credential(credential.public_id) is None
    for _click in range(2):
        share_credential(credential_id=credential.pk, shared=True, actor=cast.sam)
    assert shown_credential(credential.public_id) == credential
    share_credential(credential_id=credential.pk, shared=False, actor=cast.sam)
    assert shown_credential(credential.public_id) is None
    kinds = list(Fact.objects.filter(thing=credential.thing).order_by("seq").values_list("kind", flat=True))
    assert kinds == ["credential.issued", "credential.shared", "credential.kept_private"]
    with pytest.raises(NotPermitted):
        share_credential(credential_id=credential.pk, shared=True, actor=cast.hana)


def test_each_sees_their_own(cast, credential):
    assert list(credentials_visible_to(cast.sam)) == [credential]
    assert [list(credentials_visible_to(who)) for who in (cast.hana, cast.otto, cast.stella)] == [[], [], []]


def test_erasing_its_holder_leaves_nothing_but_the_bit(cast, credential):
    kept, token = credential.document, credential.token
    revoke_credential(credential_id=credential.pk, reason="wrong_fact", actor=cast.stella)
    texts = erase_credentials(person=cast.sam)

    credential.refresh_from_db()
    assert texts == [cast.sam.formal_name]
    assert (credential.document, credential.token, credential.earner) == ("", "", "")
    assert [answer_to(form.encode()).verdict for form in (kept, token)] == ["revoked", "revoked"]


def test_places_are_drawn_at_random_and_never_twice(cast, completed):
    made = [ask(completed)]
    for _time in range(4):
        made.append(reissue_credential(engagement_id=completed.pk, actor=cast.sam))
    places = [credential.place for credential in made]
    assert len(set(places)) == 5
    assert places != sorted(places) or max(places) > 5
    assert StatusList.objects.get().taken == 5
    assert SigningKey.objects.count() == 1
