"""Blind until shortlist: no card of an unrevealed application says who it is."""

from __future__ import annotations

import re
from dataclasses import fields

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from firstfoot.foundation.accounts.models import Person
from firstfoot.market.applications.blind import HIDDEN, applicant_card, host_label, mask
from firstfoot.market.applications.masking import fold, mask_text, secrets_of
from firstfoot.market.applications.models import Application
from firstfoot.market.talent.models import TalentProfile

FIRST = ("Sam", "Inês", "Nguyễn", "Ada", "Will", "Bo", "Søren", "Zoë", "Jean-Luc", "王芳", "O'Neil", "Ana María")
LAST = ("Okoro", "Duarte", "Ng", "Müller", "O'Brien", "de la Cruz", "Łukasz", "Smith", "El-Sayed", "")
CITIES = ("Porto", "São Paulo", "Leeds", "Den Haag", "")
SCHOOLS = (
    "Geography, Universidade do Porto", "University of Leeds", "UCL", "Leeds Beckett", "BSc Physics at MIT",
    "Lycée Fénelon, second year", "",
)  # fmt: skip
FILLER = ("I like maps", "because", "and", "my plan:", "—", "three bakeries", "so that", "(see below)", "!", "\n")


def person_of(first: str, last: str, legal: str, handle: str) -> Person:
    return Person(chosen_name=f"{first} {last}".strip(), legal_name=legal, email=f"{handle}@mail.example.org")


def shapes(term: str) -> st.SearchStrategy[str]:
    """The ways in which people write a word."""
    return st.sampled_from([term, term.upper(), term.lower(), fold(term), f"{term}'s", f"({term})", f"*{term}*,"])


@st.composite
def applicants(draw) -> tuple[Application, TalentProfile, list[str]]:
    """An application whose free text gives its person away in many ways, and the words that must not show."""
    first, last = draw(st.sampled_from(FIRST)), draw(st.sampled_from(LAST))
    legal = draw(st.sampled_from(["", f"Maria {last}".strip(), f"{first} Xavier {last}".strip()]))
    handle = draw(st.sampled_from(["sam.okoro99", "walrus_fan", "the.geographer"]))
    city, school = draw(st.sampled_from(CITIES)), draw(st.sampled_from(SCHOOLS))
    person = person_of(first, last, legal, handle)
    link = f"https://github.com/{handle}"
    terms = [person.chosen_name, legal, *person.chosen_name.split(), *legal.split(), person.email, link, city, school]
    terms += [f"cv-{handle}.pdf", handle, "www.walrusfan.net/me", "+351 912 345 678", "2003", "I am 21", "19 years old"]
    terms = [term for term in terms if term.strip()]
    said = st.lists(st.one_of(st.sampled_from(FILLER), st.sampled_from(terms).flatmap(shapes)), max_size=8)
    text = st.builds(" ".join, said)
    profile = TalentProfile(
        headline=draw(text), about=draw(text), city=city, studies=school, skills=[draw(text)], links=[link],
        wants=draw(text),
    )  # fmt: skip
    application = Application(
        person=person, pseudonym="Teal Heron", motivation=draw(text), answers=[draw(text), draw(text)],
        availability=draw(text), link=link,
    )  # fmt: skip
    return application, profile, terms


def words_in(card) -> str:
    values = [getattr(card, field.name) for field in fields(card)]
    return "\n".join(str(part) for value in values for part in (value if isinstance(value, tuple) else (value,)))


def says(text: str, term: str) -> bool:
    """Whether the text holds the term as a word of its own, whatever its case and accents."""
    term = fold(term).strip()
    dense = bool(re.search(r"[\u4e00-\u9fff]", term))
    pattern = re.escape(term) if dense else rf"(?<!\w){re.escape(term)}(?!\w)"
    return re.search(pattern, fold(text)) is not None


@settings(max_examples=150, deadline=None)
@given(applicants())
def test_no_blind_card_says_who_it_is(given_):
    application, profile, terms = given_

    text = words_in(applicant_card(application, profile))

    assert [term for term in terms if says(text, term)] == []
    assert "@" not in text
    assert "http" not in text


@settings(max_examples=60, deadline=None)
@given(applicants())
def test_initials_stay_hidden(given_):
    application, profile, _ = given_
    words = re.split(r"[\s-]+", application.person.chosen_name)
    letters = [word[0] for word in words if word[:1].isalpha()]
    if len(letters) < 2:
        return
    pair = (letters[0] + letters[-1]).upper()
    application.motivation = f"Yours, {pair}. ({pair[0]}.{pair[1]}.)"

    text = applicant_card(application, profile).motivation

    assert not re.search(rf"(?<!\w){pair}(?!\w)", text)
    assert f"{pair[0]}.{pair[1]}" not in text


@settings(max_examples=60, deadline=None)
@given(st.text(max_size=200))
def test_masking_never_fails_and_is_done_in_one_go(text):
    known = secrets_of(names=["Sam Okoro"], emails=["sam@x.org"], city="Porto", school="UCL")

    once = mask_text(text, known)

    assert mask_text(once, known) == once


SAM = Person(chosen_name="Sam Okoro", legal_name="Samuel Okoro", email="sam.okoro@example.org")
PROFILE = TalentProfile(city="Porto", studies="Geography, Universidade do Porto", links=["https://samokoro.net"])


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("I would visit three bakeries first.", "I would visit three bakeries first."),
        ("I'm Sam, from Porto.", f"I'm {HIDDEN}, from {HIDDEN}."),
        ("SAM OKORO did it", f"{HIDDEN} did it"),
        ("the same sample", "the same sample"),
        ("Write to sam.okoro@example.org or call +44 20 7946 0958.", f"Write to {HIDDEN} or call {HIDDEN}."),
        ("See https://samokoro.net/work and samokoro.net", f"See {HIDDEN} and {HIDDEN}"),
        ("My file okoro-cv.pdf has more", f"My file {HIDDEN} has more"),
        ("At the Universidade do Porto we map", f"At the {HIDDEN} we map"),
        ("I study at Leeds Beckett University now", f"I study at {HIDDEN} now"),
        ("I finished school in 2021", f"I finished school in {HIDDEN}"),
        ("I am 21 and curious", f"{HIDDEN} and curious"),
        ("I study geography", "I study geography"),
        ("20 hours in 2 weeks for 400 dollars", "20 hours in 2 weeks for 400 dollars"),
        ("I know Excel, SQL and node.js", "I know Excel, SQL and node.js"),
    ],
)
def test_what_is_hidden_and_what_stays(text, shown):
    assert mask(text, SAM, PROFILE) == shown


def test_a_blind_card_leaves_out_school_city_and_links():
    application = Application(person=SAM, pseudonym="Teal Heron", link="https://x.example/me")

    card = applicant_card(application, PROFILE)

    assert (card.label, card.is_revealed, card.studies, card.city, card.links, card.link) == (
        "Teal Heron", False, "", "", (), "",
    )  # fmt: skip


def test_a_revealed_card_shows_all_but_address_and_phone():
    application = Application(
        person=SAM, pseudonym="Teal Heron", state="shortlisted", motivation="I'm Sam.", link="https://x.example/me"
    )

    card = applicant_card(application, PROFILE)

    assert (card.label, card.motivation, card.studies, card.links) == (
        "Sam Okoro", "I'm Sam.", "Geography, Universidade do Porto", ("https://samokoro.net",),
    )  # fmt: skip
    assert "example.org" not in words_in(card)


def test_the_applicant_may_look_at_their_own_blind_card():
    application = Application(person=SAM, pseudonym="Teal Heron", state="shortlisted", motivation="I'm Sam.")

    assert applicant_card(application, None, blind=True).motivation == f"I'm {HIDDEN}."


@pytest.mark.parametrize(("state", "label"), [("submitted", "Teal Heron"), ("shortlisted", "Sam Okoro")])
def test_what_the_host_calls_them(state, label):
    assert host_label(Application(person=SAM, pseudonym="Teal Heron", state=state)) == label
