"""Writing, signing, showing and checking a letter through the pages."""

from __future__ import annotations

import pytest
from django.urls import reverse

from firstfoot.proof.portfolio.actions import revoke_letter
from firstfoot.proof.portfolio.models import Recommendation
from tests.cast import enter
from tests.factories.engagements import make_closing, make_completed
from tests.factories.portfolio import LETTER, draft_letter, make_letter

TYPED = {"saw": "They counted.", "compared_with": "Four interns", "would_again": "yes", "letter": "Hire them."}


def at(engagement, name="letter"):
    return reverse(f"work:{name}", args=[engagement.public_id])


def test_drafted_signed_and_then_shown(cast, client):
    engagement = make_completed(cast)
    enter(client, cast.hugo)
    client.post(at(engagement), TYPED)
    seen = client.get(at(engagement)).context["sign_form"].initial["seen"]
    client.post(at(engagement, "letter_sign"), {"seen": seen, "typed_name": "Hugo Marsh", "agreed": "on"})
    letter = Recommendation.objects.get()
    assert (letter.state, letter.typed_name) == ("signed", "Hugo Marsh")
    enter(client, cast.sam)
    client.post(at(engagement, "letter_show"), {"by_link": "on"})
    client.logout()
    text = client.get(reverse("public:letter", args=[letter.public_id])).content.decode()
    for words in ("Hire them.", "Hugo Marsh", "Four interns", "It stands", letter.content_hash):
        assert words in text


def test_signing_needs_a_recent_sign_in(cast, client):
    engagement = make_completed(cast)
    letter = draft_letter(engagement)
    client.force_login(cast.hugo)
    sent = {"seen": letter.digest, "typed_name": "Hugo Marsh", "agreed": "on"}
    answer = client.post(at(engagement, "letter_sign"), sent)
    letter.refresh_from_db()
    assert (answer.status_code, "reauthenticate" in answer["Location"], letter.state) == (302, True, "drafted")


def test_it_is_asked_for_before_the_reveal(cast, client):
    make_closing(cast)
    enter(client, cast.hugo)
    assert f"Write {cast.sam.name} a letter, if you like" in client.get(reverse("hosts:desk")).content.decode()
    enter(client, cast.sam)
    assert "a letter" not in client.get(reverse("talent:desk")).content.decode()


def test_both_texts_are_shown_when_a_colleague_wrote_meanwhile(cast, client):
    engagement = make_completed(cast)
    old = draft_letter(engagement).digest
    draft_letter(engagement, letter="Colleague's words")
    enter(client, cast.hugo)
    answer = client.post(at(engagement), {**TYPED, "seen": old})
    text = answer.content.decode()
    assert (answer.status_code, "Hire them." in text, "Colleague&#x27;s words" in text) == (409, True, True)


def test_one_that_was_taken_back_says_so_without_its_words(cast, client):
    letter = make_letter(make_completed(cast), by_link=True)
    revoke_letter(letter_id=letter.pk, reason="It names another.", actor=cast.hugo)
    text = client.get(reverse("public:letter", args=[letter.public_id])).content.decode()
    assert ("Taken back by its author" in text, LETTER["letter"] in text, "It names another." in text) == (
        True, False, False,
    )  # fmt: skip


def test_its_paper_is_a_pdf(cast, client):
    letter = make_letter(make_completed(cast), by_link=True)
    answer = client.get(reverse("public:letter_pdf", args=[letter.public_id]))
    assert (answer["Content-Type"], answer.content[:5]) == ("application/pdf", b"%PDF-")


@pytest.mark.parametrize("who", ["hana", "otto"])
def test_who_is_no_author_sees_no_way_to_take_it_back(cast, client, who):
    engagement = make_completed(cast)
    make_letter(engagement)
    enter(client, getattr(cast, who))
    answer = client.get(at(engagement))
    assert answer.status_code == 404 or answer.context["revoke_form"] is None
