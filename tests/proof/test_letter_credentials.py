"""The signed form of a letter: for the intern alone, without its author's name, and gone with the letter."""

from __future__ import annotations

import html
import json

import pytest
from django.urls import reverse

from firstfoot.foundation.journal.models import Fact
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, NotPermitted
from firstfoot.proof.credentials.actions import erase_credentials, revoke_credential, rotate_key, share_credential
from firstfoot.proof.credentials.art import KEY, LETTER, art, art_at, picture
from firstfoot.proof.credentials.files import baked_picture, files_in
from firstfoot.proof.credentials.models import Credential
from firstfoot.proof.credentials.publishing import our_key_of, status_list
from firstfoot.proof.credentials.queries import answer_to
from firstfoot.proof.credentials.vc.checking import check, is_revoked
from firstfoot.proof.portfolio.actions import (
    ask_for_letter_credential,
    erase_portfolio,
    reissue_letter_credential,
    revoke_letter,
)
from firstfoot.proof.portfolio.queries import letter_certified_by
from tests.factories.engagements import accept, end, make_active, make_closing, make_completed, submit
from tests.factories.portfolio import LETTER as WORDS
from tests.factories.portfolio import draft_letter, make_letter, make_signed_form, sign

pytestmark = pytest.mark.django_db


@pytest.fixture
def letter(cast):
    return make_letter(make_completed(cast))


@pytest.fixture
def credential(letter):
    return make_signed_form(letter)


def said(credential):
    return json.loads(credential.document)


def words_in(credential):
    return [(one["name"], one.get("narrative")) for one in said(credential)["evidence"] if one.get("genre") == "Letter"]


def listed(credential):
    published = status_list(credential.list.address)["document"].encode()
    return is_revoked(check(credential.document.encode(), our_key_of()), published, our_key_of(), clock.now())


def test_it_holds_the_letter_word_for_word_in_every_form(cast, credential):
    for form in (credential.document.encode(), credential.token.encode(), baked_picture(credential)):
        found = answer_to(form)
        assert (found.verdict, found.credential) == ("valid", credential)
        assert found.body["credentialSubject"]["identifier"][0]["identityHash"] == cast.sam.formal_name
    assert words_in(credential) == [
        ("The letter", WORDS["letter"]),
        ("What its author saw", WORDS["saw"]),
        ("Whom its author compares with", WORDS["compared_with"]),
        ("Whether its author would work together again", "Yes"),
    ]
    assert said(credential)["credentialSubject"]["achievement"]["achievementType"] == "ext:RecommendationLetter"
    assert [name.partition("-")[0] for name, _content in files_in(credential)] == ["letter"] * 3


def test_its_badge_has_a_letter_in_the_door(credential):
    image = said(credential)["credentialSubject"]["achievement"]["image"]["id"]
    drawing = art_at(image)
    assert drawing in {art(hue, LETTER) for hue in range(7)}
    assert drawing not in {art(hue, KEY) for hue in range(7)}
    assert picture(3, LETTER) != picture(3, KEY)
    assert art_at("data:,of somebody else") == art(0)


def test_its_fact_holds_no_name(credential):
    fact = Fact.objects.get(thing=credential.thing)
    assert (fact.kind, fact.data["of"], set(fact.data)) == (
        "credential.issued", "recommendation", {"of", "engagement", "digest"},
    )  # fmt: skip


# --- its author ---


@pytest.mark.parametrize("sign_off", ["Hugo Marsh", "hugo", "H. Marsh", "Warmly,\nHugo Marsh"])
def test_no_name_of_its_author_stands_in_it_and_what_they_were_does(cast, sign_off):
    engagement = make_completed(cast)
    words = f"I, Hugo Marsh, would hire them.\n\n{sign_off}"
    credential = make_signed_form(sign(draft_letter(engagement, letter=words)))
    whole = credential.document + credential.token
    assert [name for name in ("Hugo", "Marsh", "Head baker") if name in whole] == []
    assert words_in(credential)[0][1].startswith("I, …, would hire them.")
    assert said(credential)["description"] == "Written and signed by the supervisor of this work at Brindle Bakery."


@pytest.mark.parametrize(
    ("who", "part"), [("cora", "who stood in for the supervisor"), ("hana", "somebody of Brindle Bakery who reviewed")]
)
def test_it_says_what_its_author_was_to_the_work(cast, who, part):
    letter = sign(draft_letter(make_completed(cast)), getattr(cast, who))
    assert part in said(make_signed_form(letter))["description"]


def test_it_stays_valid_when_its_author_is_erased_and_the_name_is_gone(cast, letter, credential):
    before = credential.document
    assert letter_certified_by(credential).typed_name == "Hugo Marsh"
    erase_portfolio(person=cast.hugo)
    erase_credentials(person=cast.hugo)

    credential.refresh_from_db()
    assert (credential.state, credential.document, answer_to(before.encode()).verdict) == ("issued", before, "valid")
    assert letter_certified_by(credential).typed_name == ""
    assert reissue_letter_credential(letter_id=letter.pk, actor=cast.sam).state == "issued"


# --- who, and when ---


@pytest.mark.parametrize("who", ["hugo", "hana", "stella", "otto", "paz"])
def test_nobody_but_the_intern_asks_for_one(cast, letter, who):
    with pytest.raises(NotPermitted):
        ask_for_letter_credential(letter_id=letter.pk, actor=getattr(cast, who))
    assert Credential.objects.count() == 0


def test_there_is_none_of_a_draft(cast):
    letter = draft_letter(make_completed(cast))
    with pytest.raises(Conflict, match="not_now"):
        make_signed_form(letter)


def test_there_is_none_while_assessments_are_open(cast):
    with pytest.raises(Conflict, match="not_now"):
        make_signed_form(make_letter(make_closing(cast)))


def test_there_is_none_while_a_dispute_holds_the_work(letter):
    type(letter.engagement).objects.filter(pk=letter.engagement_id).update(held_at=clock.now())
    with pytest.raises(Conflict, match="held"):
        make_signed_form(letter)


def test_a_second_click_makes_no_second_one(letter, credential):
    with pytest.raises(Conflict, match="already_issued"):
        make_signed_form(letter)
    assert Credential.objects.count() == 1


def test_it_stands_beside_the_credential_of_the_work(cast, letter, credential):
    from firstfoot.proof.credentials.actions import ask_for_credential

    other = ask_for_credential(engagement_id=letter.engagement_id, actor=cast.sam)
    assert {credential.state, other.state} == {"issued"}
    revoke_credential(credential_id=other.pk, reason="holder", actor=cast.sam)
    credential.refresh_from_db()
    assert credential.state == "issued"


def test_one_about_a_part_says_so(cast):
    engagement = make_active(cast)
    submit(engagement)
    accept(engagement)
    ended = end(engagement)
    type(ended).objects.filter(pk=ended.pk).update(evaluate_by_at=clock.now())
    credential = make_signed_form(make_letter(ended))
    assert credential.is_part
    assert "The work ended early" in said(credential)["description"]


# --- what may be shown ---


def test_results_stand_in_it_where_they_may_be_shown(cast):
    engagement = make_completed(cast, portfolio="full")
    credential = make_signed_form(make_letter(engagement))
    names = {d.title for d in engagement.deliverables.all()}
    assert {one["name"] for one in said(credential)["evidence"] if "genre" not in one} == names


@pytest.mark.parametrize("right", ["redacted", "on_request", "none"])
def test_and_where_they_may_not_nothing_stands_in_it_but_the_letter(cast, right):
    engagement = make_completed(cast, portfolio=right)
    text = make_signed_form(make_letter(engagement)).document
    hidden = [d.title for d in engagement.deliverables.all()]
    hidden += [c.text for d in engagement.deliverables.all() for c in d.criteria.all()]
    hidden.append(engagement.agreement_versions.get(state="signed").terms["outcome"])
    assert [words for words in hidden if words in text] == []
    assert len(json.loads(text)["evidence"]) == 4


# --- anew, taken back ---


def test_a_new_name_makes_a_new_one_and_the_old_no_longer_counts(cast, letter, credential):
    share_credential(credential_id=credential.pk, shared=True, actor=cast.sam)
    type(cast.sam).objects.filter(pk=cast.sam.pk).update(legal_name="Samira Okoro")
    made = reissue_letter_credential(letter_id=letter.pk, actor=cast.sam)
    credential.refresh_from_db()
    letter.refresh_from_db()
    assert (credential.state, made.replaces, letter.credential) == ("superseded", credential, made)
    assert said(made)["credentialSubject"]["identifier"][0]["identityHash"] == "Samira Okoro"
    assert (listed(credential), listed(made), made.shared_at is not None) == (True, False, True)
    assert answer_to(credential.document.encode()).verdict == "superseded"


def test_with_the_letter_it_is_taken_back_and_its_bit_is_set(cast, letter, credential):
    assert not listed(credential)
    revoke_letter(letter_id=letter.pk, reason="It names another.", actor=cast.hugo)
    credential.refresh_from_db()
    assert (credential.state, credential.revoked_for, credential.revoked_by) == ("revoked", "author", cast.hugo)
    assert listed(credential)
    assert answer_to(credential.token.encode()).verdict == "revoked"
    assert "It names another." not in str(status_list(credential.list.address)) + credential.document
    with pytest.raises(Conflict, match="not_now"):
        make_signed_form(letter)


def test_no_word_of_it_is_left_on_the_page_of_one_that_was_made_anew(cast, client, letter, credential):
    share_credential(credential_id=credential.pk, shared=True, actor=cast.sam)
    made = reissue_letter_credential(letter_id=letter.pk, actor=cast.sam)
    pages = [reverse("public:credential", args=[one.public_id]) for one in (credential, made)]
    for page in pages:
        assert WORDS["letter"] in html.unescape(client.get(page).content.decode())
    revoke_letter(letter_id=letter.pk, reason="It names another.", actor=cast.hugo)
    make_signed_form(sign(draft_letter(letter.engagement, letter="Quite other words.")))
    for page in pages:
        text = html.unescape(client.get(page).content.decode())
        assert (WORDS["letter"] in text, "its words are not shown" in text) == (False, True)


def test_another_letter_has_one_of_its_own(cast, letter, credential):
    revoke_letter(letter_id=letter.pk, reason="It names another.", actor=cast.hugo)
    made = make_signed_form(make_letter(letter.engagement))
    assert (answer_to(made.token.encode()).verdict, answer_to(credential.token.encode()).verdict) == (
        "valid", "revoked",
    )  # fmt: skip


def test_one_that_the_intern_took_back_stays_so_when_the_letter_goes(cast, letter, credential):
    revoke_credential(credential_id=credential.pk, reason="holder", actor=cast.sam)
    revoke_letter(letter_id=letter.pk, reason="It names another.", actor=cast.hugo)
    credential.refresh_from_db()
    assert credential.revoked_for == "holder"


@pytest.mark.parametrize("who", ["hugo", "hana", "otto"])
def test_nobody_takes_the_file_alone_back_but_its_holder_and_a_steward(cast, credential, who):
    with pytest.raises(NotPermitted):
        revoke_credential(credential_id=credential.pk, reason="wrong_fact", actor=getattr(cast, who))
    revoke_credential(credential_id=credential.pk, reason="wrong_fact", actor=cast.stella)


# --- the file itself ---


def test_one_changed_word_is_seen(credential):
    changed = credential.document.replace("hire", "fire")
    assert changed != credential.document
    assert answer_to(changed.encode()).verdict == "changed"


def test_it_verifies_after_the_key_was_changed(cast, letter, credential):
    rotate_key(actor=cast.stella)
    made = reissue_letter_credential(letter_id=letter.pk, actor=cast.sam)
    assert made.key != credential.key
    assert answer_to(made.token.encode()).verdict == "valid"
    assert answer_to(credential.token.encode()).verdict == "superseded"
    assert not Credential.objects.filter(state="issued", key=credential.key).exists()


def test_erasing_its_holder_leaves_nothing_but_the_bit(cast, letter, credential):
    kept = credential.document
    erase_credentials(person=cast.sam)
    erase_portfolio(person=cast.sam)
    credential.refresh_from_db()
    assert (credential.document, credential.token, credential.earner) == ("", "", "")
    assert answer_to(kept.encode()).verdict == "valid"
