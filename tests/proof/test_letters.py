"""Recommendations: drafted, signed, shown by the intern, taken back; valid without their author."""

from __future__ import annotations

import pytest

from firstfoot.kernel.errors import Conflict, IllegalTransition, NotPermitted
from firstfoot.market.projects.brief import content_hash
from firstfoot.proof.portfolio.actions import (
    erase_portfolio,
    put_up_page,
    revoke_letter,
    save_letter,
    show_letter,
    sign_letter,
    take_down_page,
)
from firstfoot.proof.portfolio.queries import letter_at, letter_for, letters_of
from tests.factories.engagements import evaluate, make_active, make_closing, make_completed
from tests.factories.portfolio import LETTER, draft_letter, make_letter, make_page, sign

NOWHERE = {"by_link": False, "on_page": False, "on_resume": False}


def test_what_is_signed_is_what_was_read(cast):
    letter = draft_letter(make_completed(cast))
    old = letter.digest
    draft_letter(letter.engagement, letter="Another one.")
    with pytest.raises(Conflict, match="changed"):
        sign_letter(letter_id=letter.pk, seen=old, typed_name="Hugo Marsh", title="", actor=cast.hugo)
    letter.refresh_from_db()
    signed = sign(letter)
    assert (signed.state, signed.author, signed.content["letter"]) == ("signed", cast.hugo, "Another one.")
    assert (signed.content_hash, signed.content["host"]) == (content_hash(signed.content), "Brindle Bakery")


def test_it_is_signed_once(cast):
    letter = make_letter(make_completed(cast))
    with pytest.raises(IllegalTransition):
        sign(letter, cast.cora)
    with pytest.raises(Conflict, match="letter_signed"):
        draft_letter(letter.engagement)


def test_the_intern_reads_it_after_the_assessments(cast):
    engagement = make_closing(cast)
    letter = make_letter(engagement)
    assert (letter_for(engagement, is_intern=True), list(letters_of(cast.sam))) == (None, [])
    with pytest.raises(Conflict, match="not_now"):
        show_letter(letter_id=letter.pk, actor=cast.sam, **{**NOWHERE, "by_link": True})
    evaluate(engagement, cast.sam)
    evaluate(engagement, cast.hugo)
    engagement.refresh_from_db()
    assert (letter_for(engagement, is_intern=True), list(letters_of(cast.sam))) == (letter, [letter])


def test_a_draft_is_the_hosts_alone(cast):
    engagement = make_completed(cast)
    letter = draft_letter(engagement)
    assert (letter_for(engagement, is_intern=True), letter_for(engagement, is_intern=False)) == (None, letter)


@pytest.mark.parametrize("who", ["sam", "rita", "otto", "stella"])
def test_who_writes_none(cast, who):
    engagement = make_completed(cast)
    with pytest.raises(NotPermitted):
        save_letter(engagement_id=engagement.pk, actor=getattr(cast, who), **LETTER)


def test_none_before_work_is_accepted(cast):
    with pytest.raises(Conflict, match="not_now"):
        draft_letter(make_active(cast))


@pytest.mark.parametrize("place", ["by_link", "on_page", "on_resume"])
def test_the_intern_chooses_where_it_shows(cast, place):
    letter = make_letter(make_completed(cast))
    assert letter_at(letter.public_id) is None
    show_letter(letter_id=letter.pk, actor=cast.sam, **{**NOWHERE, place: True})
    assert (letter_at(letter.public_id) is None) is (place == "on_page")  # its page is not up
    make_page(cast.sam, "sam")
    assert letter_at(letter.public_id) == letter
    show_letter(letter_id=letter.pk, actor=cast.sam, **NOWHERE)
    assert letter_at(letter.public_id) is None


def test_nobody_else_chooses(cast):
    letter = make_letter(make_completed(cast))
    with pytest.raises(NotPermitted):
        show_letter(letter_id=letter.pk, actor=cast.hugo, **{**NOWHERE, "by_link": True})


def test_its_author_takes_it_back_with_a_reason_and_may_write_another(cast):
    letter = make_letter(make_completed(cast), by_link=True)
    with pytest.raises(NotPermitted):
        revoke_letter(letter_id=letter.pk, reason="No", actor=cast.hana)
    with pytest.raises(Conflict, match="reason_missing"):
        revoke_letter(letter_id=letter.pk, reason=" ", actor=cast.hugo)
    revoke_letter(letter_id=letter.pk, reason="It names another.", actor=cast.hugo)
    found = letter_at(letter.public_id)
    assert (found.state, found.revoke_reason) == ("revoked", "It names another.")
    assert make_letter(letter.engagement).state == "signed"


def test_it_stays_valid_without_its_author(cast):
    letter = sign(draft_letter(make_completed(cast), letter="I, Hugo Marsh, would hire them."))
    show_letter(letter_id=letter.pk, actor=cast.sam, **{**NOWHERE, "by_link": True})
    before = letter.content_hash
    erase_portfolio(person=cast.hugo)
    found = letter_at(letter.public_id)
    assert (found.state, found.typed_name, found.content["signer"]) == ("signed", "", "")
    assert (found.content_hash, found.content["letter"]) == (before, "I, …, would hire them.")
    assert "Hugo" not in str(found.content) + found.letter


def test_with_the_person_it_is_about_it_goes(cast):
    letter = make_letter(make_completed(cast), by_link=True)
    texts = erase_portfolio(person=cast.sam)
    letter.refresh_from_db()
    assert (letter.letter, letter.content, letter.by_link, LETTER["letter"] in texts) == ("", {}, False, True)


def test_taking_the_page_down_takes_it_along(cast):
    letter = make_letter(make_completed(cast), by_link=True, on_page=True, on_resume=True)
    page = make_page(cast.sam, "sam")
    take_down_page(page_id=page.pk, actor=cast.sam)
    assert letter_at(letter.public_id) is None
    put_up_page(page_id=page.pk, actor=cast.sam)
    assert letter_at(letter.public_id) == letter
