"""The skills of a person: claimed by saving the profile, shown by an engagement that both sides finished."""

from __future__ import annotations

import importlib

from django.apps import apps

from firstfoot.foundation.journal.models import Fact
from firstfoot.market.talent.actions import erase_profile, save_profile, show_skills
from firstfoot.market.talent.models import SkillClaim
from firstfoot.market.talent.queries import claims_of, profile_of
from tests.factories.applications import make_profile

WORK = "bcdfghjkmnpq"


def claimed(person):
    return [(claim.words, claim.code, claim.known_by) for claim in claims_of(person)]


def test_each_word_is_claimed_once_in_its_order(cast):
    make_profile(cast.sam, skills=["postgres", "Basket weaving", "Postgres", "Welding", "Woodworking"])

    assert claimed(cast.sam) == [
        ("postgres", "postgresql", "said"), ("Basket weaving", "", "said"),
        ("Welding", "repair", "said"), ("Woodworking", "repair", "said"),
    ]  # fmt: skip


def test_the_words_that_are_saved_next_are_the_claims_from_then_on(cast):
    make_profile(cast.sam, skills=["SQL", "Figma"])
    figma = claims_of(cast.sam)[1].public_id

    save_profile(actor=cast.sam, skills=["FIGMA", "Research"])

    assert [(c.words, c.position) for c in claims_of(cast.sam)] == [("FIGMA", 0), ("Research", 1)]
    assert claims_of(cast.sam)[0].public_id == figma
    assert SkillClaim.objects.count() == 2


def test_a_word_that_names_several_skills_has_all_their_codes(cast):
    make_profile(cast.sam, skills=["Python/SQL", "SQL"])

    assert [claim.codes for claim in claims_of(cast.sam)] == [("python", "sql"), ("sql",)]


def test_what_an_engagement_took_is_shown_once(cast):
    profile = make_profile(cast.sam, skills=["sql", "Welding"])

    for _again in range(2):
        show_skills(person_id=cast.sam.pk, words=["SQL", "Woodworking", "Python or R"], engagement=WORK)

    assert claimed(cast.sam) == [
        ("sql", "sql", "shown"), ("Welding", "repair", "said"), ("Woodworking", "repair", "shown"),
    ]  # fmt: skip
    assert [claim.shown_in for claim in claims_of(cast.sam)] == [WORK, "", WORK]
    assert profile_of(cast.sam).skills == ["sql", "Welding", "Woodworking"]
    facts = Fact.objects.filter(thing=profile.thing, kind="talent.skills_shown")
    assert [fact.data for fact in facts] == [{"engagement": WORK}]


def test_the_name_of_a_skill_is_shown_by_another_word_for_it(cast):
    make_profile(cast.sam, skills=["PostgreSQL"])

    show_skills(person_id=cast.sam.pk, words=["Postgres"], engagement=WORK)

    assert claimed(cast.sam) == [("PostgreSQL", "postgresql", "shown")]


def test_whoever_has_no_profile_begins_one_with_what_was_shown(cast):
    show_skills(person_id=cast.sam.pk, words=["SQL"], engagement=WORK)

    assert (profile_of(cast.sam).skills, claimed(cast.sam)) == (["SQL"], [("SQL", "sql", "shown")])


def test_what_was_taken_away_does_not_come_back_but_may_be_said_again(cast):
    make_profile(cast.sam, skills=[])
    show_skills(person_id=cast.sam.pk, words=["SQL"], engagement=WORK)
    save_profile(actor=cast.sam, skills=[])

    show_skills(person_id=cast.sam.pk, words=["SQL"], engagement="rstvwxyz2345")

    assert (claimed(cast.sam), profile_of(cast.sam).skills) == ([], [])
    save_profile(actor=cast.sam, skills=["SQL"])
    assert [(c.known_by, c.shown_in) for c in claims_of(cast.sam)] == [("shown", WORK)]


def test_the_profiles_of_before_are_claimed_as_said(cast):
    make_profile(cast.sam, skills=["SQL", "sql", "Welding"])
    SkillClaim.objects.all().delete()
    save = importlib.import_module("firstfoot.market.talent.migrations.0004_claims_from_profiles")

    for _again in range(2):
        save.claim_all(apps, None)

    assert claimed(cast.sam) == [("SQL", "sql", "said"), ("Welding", "repair", "said")]


def test_erasing_deletes_also_what_was_taken_away(cast):
    make_profile(cast.sam, skills=[])
    show_skills(person_id=cast.sam.pk, words=["SQL"], engagement=WORK)
    save_profile(actor=cast.sam, skills=[])

    texts = erase_profile(person=cast.sam)

    assert ("SQL" in texts, SkillClaim.objects.count()) == (True, 0)


def test_how_well_is_said_with_the_profile_and_recorded(cast):
    profile = make_profile(cast.sam, skills=["SQL", "Figma"])
    sql, figma = claims_of(cast.sam)

    for _again in range(2):
        save_profile(actor=cast.sam, skills=["SQL", "Figma"], levels={sql.public_id: 3, figma.public_id: None})

    assert [claim.level for claim in claims_of(cast.sam)] == [3, None]
    facts = Fact.objects.filter(thing=profile.thing, kind="talent.profile_changed")
    assert [fact.data for fact in facts] == [{"fields": ["levels"]}]


def test_nobody_says_it_for_another(cast):
    make_profile(cast.sam, skills=["SQL"])
    make_profile(cast.paz, skills=["SQL"])

    save_profile(actor=cast.paz, levels={claims_of(cast.sam)[0].public_id: 3})

    assert claims_of(cast.sam)[0].level is None
