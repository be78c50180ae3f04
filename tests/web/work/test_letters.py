"""Writing, signing, showing and checking a letter through the pages."""

from __future__ import annotations

import io
import re
import zipfile

import pytest
from django.urls import reverse

from firstfoot.foundation.notifications.models import Notice
from firstfoot.proof.credentials.models import Credential
from firstfoot.proof.credentials.publishing import our_key_of
from firstfoot.proof.credentials.vc.checking import check
from firstfoot.proof.portfolio.actions import revoke_letter
from firstfoot.proof.portfolio.models import Recommendation
from firstfoot.reactions.exporting import write_archive
from firstfoot.reactions.worker import drain
from tests.cast import enter
from tests.factories.engagements import make_closing, make_completed
from tests.factories.portfolio import LETTER, draft_letter, make_letter, make_signed_form

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


# --- as a signed file ---


@pytest.fixture
def letter(cast):
    return make_letter(make_completed(cast))


def test_the_intern_has_it_as_a_file_with_one_click(cast, client, letter):
    enter(client, cast.sam)
    assert "Have it as a file" in client.get(at(letter.engagement)).content.decode()
    before = client.get(at(letter.engagement, "letter_credential")).content.decode()
    assert ("Make the signed file" in before, cast.sam.formal_name in before) == (True, True)
    assert client.post(at(letter.engagement, "letter_credential")).status_code == 302
    text = client.get(at(letter.engagement, "letter_credential")).content.decode()
    assert (LETTER["letter"] in text, "Written about" in text, "Hugo Marsh" in text) == (True, True, False)
    assert "You have the letter as a file" in client.get(at(letter.engagement)).content.decode()


@pytest.mark.parametrize("part", ["json", "jwt", "png"])
def test_each_form_of_it_verifies(cast, client, letter, part):
    credential = make_signed_form(letter)
    enter(client, cast.sam)
    answer = client.get(at(letter.engagement, f"letter_credential_{part}"))
    assert "-letter." in answer["Content-Disposition"]
    assert check(answer.content, our_key_of()).place == credential.where


def test_whoever_wrote_it_does_not_learn_of_it(cast, client, letter):
    before, after = [], []
    for said in (before, after):
        enter(client, cast.hugo)
        page = client.get(at(letter.engagement)).content.decode().partition("<main")[2]
        said.append(re.sub(r'name="csrfmiddlewaretoken" value="\w+"', "", page))
        if said is before:
            make_signed_form(letter)
    assert before == after
    assert client.get(at(letter.engagement, "letter_credential")).status_code == 403


def test_whoever_has_the_file_reads_who_wrote_it_while_they_are_here(cast, client, letter):
    credential = make_signed_form(letter)
    text = client.post("/verify/", {"text": credential.token}).content.decode()
    assert ("Yes, this is genuine and counts" in text, "Hugo Marsh, Head baker" in text) == (True, True)
    Recommendation.objects.update(typed_name="")
    text = client.post("/verify/", {"text": credential.token}).content.decode()
    assert ("Yes, this is genuine and counts" in text, "Hugo Marsh" in text) == (True, False)


def test_once_the_letter_is_taken_back_the_file_says_so_without_its_words(cast, client, letter):
    credential = make_signed_form(letter)
    revoke_letter(letter_id=letter.pk, reason="It names another.", actor=cast.hugo)
    drain()
    text = client.post("/verify/", {"text": credential.token}).content.decode()
    assert "Whoever wrote the letter took the letter back." in text
    assert [
        words for words in (LETTER["letter"], LETTER["saw"], "It names another.", "Yes, this") if words in text
    ] == []
    enter(client, cast.sam)
    mine = client.get(at(letter.engagement, "letter_credential")).content.decode()
    assert ("It no longer counts" in mine, "ask for a decision" in mine) == (True, False)
    told = Notice.objects.filter(recipient=cast.sam, kind__in=["letter.revoked", "credential.revoked"])
    assert [notice.kind for notice in told] == ["letter.revoked"]


def test_a_steward_who_takes_the_file_back_leads_to_its_page(cast, client, letter):
    credential = make_signed_form(letter)
    enter(client, cast.stella)
    client.post(reverse("stewards:credential", args=[credential.public_id]), {"reason": "wrong_fact"})
    drain()
    told = Notice.objects.get(recipient=cast.sam, kind="credential.revoked")
    assert told.path == at(letter.engagement, "letter_credential")
    assert Credential.objects.get().revoked_for == "wrong_fact"


def test_without_a_letter_to_read_there_is_no_such_page(cast, client):
    engagement = make_completed(cast)
    draft_letter(engagement)
    enter(client, cast.sam)
    for part in ("letter_credential", "letter_credential_json"):
        assert client.get(at(engagement, part)).status_code == 404


def test_a_copy_of_everything_holds_it_for_the_intern_and_says_nothing_of_it_to_its_author(cast, letter):
    credential = make_signed_form(letter)
    for person, ends in ((cast.sam, ["json", "jwt", "png"]), (cast.hugo, [])):
        out = io.BytesIO()
        write_archive(person, out)
        with zipfile.ZipFile(out) as archive:
            files = [name for name in archive.namelist() if name.startswith("files/credentials/letter-")]
            said = "".join(archive.read(name).decode() for name in archive.namelist() if name.startswith("data/"))
        assert sorted(name.rpartition(".")[2] for name in files) == ends
        assert (LETTER["letter"] in said, credential.public_id in said) == (True, bool(ends))
