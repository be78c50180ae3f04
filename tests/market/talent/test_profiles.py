"""The talent profile: its person writes it, and nobody else."""

from __future__ import annotations

import pytest

from firstfoot.foundation.journal.models import Fact
from firstfoot.kernel.errors import Conflict, NotPermitted
from firstfoot.market.talent.actions import save_profile
from firstfoot.market.talent.models import TalentProfile
from firstfoot.market.talent.queries import profile_of, profiles_of
from tests.factories.applications import make_profile


def kinds(profile: TalentProfile) -> list[str]:
    return list(Fact.objects.filter(thing=profile.thing).order_by("seq").values_list("kind", flat=True))


def test_first_save_starts_the_profile(cast):
    profile = save_profile(actor=cast.sam, headline="Geographer", skills=["Research"])

    profile.refresh_from_db()
    assert (profile.person, profile.headline, profile.skills, profile.version) == (
        cast.sam, "Geographer", ["Research"], 1,
    )  # fmt: skip
    assert kinds(profile) == ["talent.profile_started"]


def test_a_change_is_recorded_by_the_names_of_its_fields(cast):
    profile = make_profile(cast.sam)

    changed = save_profile(actor=cast.sam, seen=profile.version, headline="New", city="Porto")

    fact = Fact.objects.get(thing=profile.thing, seq=changed.version)
    assert (fact.kind, fact.data) == ("talent.profile_changed", {"fields": ["headline"]})


def test_saving_what_stands_records_nothing(cast):
    profile = make_profile(cast.sam)

    make_profile(cast.sam)

    assert kinds(profile) == ["talent.profile_started"]


def test_a_stale_form_is_refused(cast):
    profile = make_profile(cast.sam)
    save_profile(actor=cast.sam, headline="Newer")

    with pytest.raises(Conflict) as refused:
        save_profile(actor=cast.sam, seen=profile.version, headline="Older")

    assert refused.value.code == "changed"


def test_unknown_fields_are_a_mistake_of_the_caller(cast):
    with pytest.raises(TypeError):
        save_profile(actor=cast.sam, gender="x")


def test_a_suspended_person_changes_nothing(cast):
    cast.sam.state = "suspended"

    with pytest.raises(NotPermitted):
        save_profile(actor=cast.sam, headline="x")


def test_no_profile_before_the_first_save(cast):
    assert profile_of(cast.sam) is None


def test_profiles_by_person_in_one_query(cast, django_assert_num_queries):
    sam, paz = make_profile(cast.sam), make_profile(cast.paz)

    with django_assert_num_queries(1):
        found = profiles_of([cast.sam.pk, cast.paz.pk, cast.otto.pk])

    assert found == {cast.sam.pk: sam, cast.paz.pk: paz}
