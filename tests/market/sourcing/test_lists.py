"""Whom a project's list shows, under which name, and who leaves it at once."""

from __future__ import annotations

from datetime import timedelta

import pytest

from firstfoot.foundation.accounts.actions import add_away, suspend_person
from firstfoot.foundation.accounts.leaving import ask_to_leave
from firstfoot.foundation.notifications.models import Mail
from firstfoot.insights.everything.sections import SECTIONS
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, NotPermitted
from firstfoot.market.applications.actions import (
    block_each_other,
    invite_to_apply,
    refuse_project_invitation,
    start_application,
    withdraw_application,
)
from firstfoot.market.applications.models import Alias, NoInvitations
from firstfoot.market.matching.seeking import Evidence
from firstfoot.market.matching.sourcing import Band
from firstfoot.market.organizations.models import Organization
from firstfoot.market.organizations.states import Role
from firstfoot.market.projects.actions import close_project, pause_project
from firstfoot.market.projects.models import Project, ProjectSkill
from firstfoot.market.projects.states import PauseReason
from firstfoot.market.sourcing.actions import (
    draw_list,
    drawing,
    follow_words,
    forget_drawn_lists,
    invite_from_list,
    join_list,
    leave_list,
)
from firstfoot.market.sourcing.models import DrawnList, ListedSkill, Listing
from firstfoot.market.sourcing.queries import Hours
from firstfoot.market.suggestions.actions import save_wish
from firstfoot.market.talent.actions import save_profile
from firstfoot.market.talent.models import SkillClaim
from firstfoot.reactions.worker import drain
from tests.cast import hire, join
from tests.factories.applications import make_submitted
from tests.factories.sourcing import alias_of, make_asking, make_listed, make_on, shown_to

WISH = {"categories": [], "places": "", "is_remote_only": False, "languages": [], "order": "match", "weights": ""}


@pytest.fixture
def project(cast):
    make_on(cast)
    return make_asking(cast, language="en")


def names(project, cast):
    return [one.alias.name for one in shown_to(project, cast.hana)]


def people(project, cast):
    return sorted(one.alias.person.chosen_name for one in shown_to(project, cast.hana))


def test_people_stand_in_bands_with_what_is_asked_of_their_skills_and_nothing_else(cast, project):
    make_listed(cast.sam, skills=("Figma", "SQL", "Welding"), hours_a_week=12)
    make_listed(cast.paz, skills=("SQL",))
    make_listed(join("Nell"), skills=("Welding",))
    shown = {one.alias.person: one for one in shown_to(project, cast.rita)}
    assert {person: one.band for person, one in shown.items()} == {cast.sam: Band.MOST, cast.paz: Band.SOME}
    sam = shown[cast.sam]
    assert ({chip.skill for chip in sam.chips}, sam.hours) == ({"figma", "sql"}, Hours.SOME)
    assert {chip.evidence for chip in sam.chips} == {Evidence.SAID}


def test_a_list_is_drawn_once_a_day_and_bounded(cast, project, monkeypatch):
    monkeypatch.setattr(drawing, "A_BAND", 2)
    monkeypatch.setattr(drawing, "LOOKED_AT", 4)
    for n in range(6):
        make_listed(join(f"P{n} Lee"), skills=("SQL", "Figma", "Spreadsheets"))
    first = draw_list(project_id=project.pk, actor=cast.hana)
    assert (len(first.shown), first.looked_at) == (2, 4)
    assert draw_list(project_id=project.pk, actor=cast.rita) == first
    with clock.at(clock.now() + timedelta(days=1)):
        again = draw_list(project_id=project.pk, actor=cast.rita)
    assert again != first
    with clock.at(clock.now() + timedelta(days=30, minutes=1)):
        assert forget_drawn_lists(now=clock.now()) == 1
    assert list(DrawnList.objects.all()) == [again]


def _withdrawn(cast, project):
    leave_list(actor=cast.sam)


def _suspended(cast, project):
    suspend_person(person_id=cast.sam.pk, reason_code="abuse", actor=cast.stella)


def _unwanted(cast, project):
    NoInvitations.objects.create(organization=cast.acme, person=cast.sam, said_at=clock.now())


def _no_more(cast, project):
    elsewhere = make_asking(cast)
    invited = invite_to_apply(project_id=elsewhere.pk, email=cast.sam.email, actor=cast.hana)
    refuse_project_invitation(token=invited.token, wants_no_more=True)


def _kept_away(cast, project):
    block_each_other(organization_id=cast.acme.pk, person_id=cast.sam.pk, side="person", actor=cast.sam)


def _keeps_away(cast, project):
    block_each_other(organization_id=cast.acme.pk, person_id=cast.sam.pk, side="organization", actor=cast.hana)


def _applied(cast, project):
    make_submitted(cast.sam, project, answers=[])


def _joined(cast, project):
    hire(cast.acme, cast.hana, cast.sam, Role.SUPERVISOR)


def _too_few_hours(cast, project):
    save_profile(actor=cast.sam, hours_a_week=2)


def _another_language(cast, project):
    save_wish(actor=cast.sam, **{**WISH, "languages": ["fr"]})


def _away(cast, project):
    today = clock.today()
    add_away(person_id=cast.sam.pk, first_on=today, last_on=today + timedelta(days=400), actor=cast.sam)


@pytest.mark.parametrize("happens", [_withdrawn, _suspended, _kept_away, _applied, _joined])
@pytest.mark.parametrize("is_drawn", [True, False])
def test_who_may_not_be_shown_is_gone_from_a_drawn_list_at_once_and_in_no_new_one(cast, project, happens, is_drawn):
    make_listed(cast.sam)
    make_listed(cast.paz)
    if is_drawn:
        assert people(project, cast) == ["Paz Ibarra", "Sam Okoro"]
    happens(cast, project)
    assert people(project, cast) == ["Paz Ibarra"]


@pytest.mark.parametrize("happens", [_too_few_hours, _another_language, _away])
def test_who_does_not_fit_any_more_is_in_no_new_list(cast, project, happens):
    make_listed(cast.sam)
    make_listed(cast.paz)
    assert len(people(project, cast)) == 2
    happens(cast, project)
    assert len(people(project, cast)) == 2  # it stands as it was drawn
    with clock.at(clock.now() + timedelta(days=1)):
        assert people(project, cast) == ["Paz Ibarra"]


@pytest.mark.parametrize("happens", [_unwanted, _no_more, _keeps_away])
def test_what_a_host_brings_about_by_a_name_changes_no_list(cast, project, happens):
    """Else it would see who is gone, and know who that was; no invitation reaches them all the same."""
    make_listed(cast.sam)
    make_listed(cast.paz)
    before = names(project, cast)
    happens(cast, project)
    assert names(project, cast) == before
    invite_from_list(project_id=project.pk, alias=alias_of(project, cast.sam).public_id, actor=cast.hana)
    invite_from_list(project_id=project.pk, alias=alias_of(project, cast.paz).public_id, actor=cast.hana)
    drain()
    passed_on = Mail.objects.filter(kind="project_invitation", text__contains=alias_of(project, cast.paz).name)
    assert set(passed_on.values_list("address", flat=True)) == {cast.paz.email}
    assert not Mail.objects.filter(kind="project_invitation", text__contains=alias_of(project, cast.sam).name).exists()
    with clock.at(clock.now() + timedelta(days=1)):
        assert len(people(project, cast)) == 2


def test_a_list_stands_for_the_day_whatever_is_asked_for_then(cast, project):
    """Else a host reads one skill after the other of the same alias, and where and when they could come."""
    make_listed(cast.sam, skills=("SQL", "Figma", "Welding"))
    before = shown_to(project, cast.hana)
    ProjectSkill.objects.filter(project=project).delete()
    ProjectSkill.objects.create(project=project, code="repair", importance=3, listed_at=project.published_at)
    Project.objects.filter(pk=project.pk).update(workplace="on_site", place_text="oslo", hours=900)
    assert shown_to(project, cast.hana) == before


def test_where_somebody_lives_or_may_work_plays_no_part(cast, project):
    make_listed(cast.sam)
    save_wish(actor=cast.sam, **{**WISH, "places": "Ghent", "may_work_in": ["BE"]})
    Project.objects.filter(pk=project.pk).update(workplace="on_site", place_text="oslo")
    assert people(project, cast) == ["Sam Okoro"]


def test_nobody_can_draw_the_lot_again(cast, project):
    for n in range(11):
        make_listed(join(f"P{n} Lee"))
    first = names(project, cast)
    DrawnList.objects.all().delete()
    again = names(project, cast)
    assert (set(first), first == again) == (set(again), False)  # the same by chance once in forty million


def test_a_host_that_moves_its_clock_gets_no_other_list(cast, project):
    make_listed(cast.sam)
    names(project, cast)
    for zone in ("Pacific/Kiritimati", "Pacific/Pago_Pago"):
        Organization.objects.filter(pk=cast.acme.pk).update(time_zone=zone)
        draw_list(project_id=project.pk, actor=cast.hana)
    assert DrawnList.objects.count() == 1


def test_a_project_to_which_nobody_can_be_invited_has_no_list(cast, project):
    Project.objects.filter(pk=project.pk).update(visibility="programs")
    with pytest.raises(Conflict, match="not_read_by_address"):
        draw_list(project_id=project.pk, actor=cast.hana)


def test_names_of_a_closed_project_that_stand_for_nobody_who_came_are_dropped(cast, project):
    make_listed(cast.sam)
    make_listed(cast.paz)
    names(project, cast)
    invite_from_list(project_id=project.pk, alias=alias_of(project, cast.paz).public_id, actor=cast.hana)
    forget_drawn_lists(now=clock.now())
    assert Alias.objects.count() == 2
    close_project(project_id=project.pk, actor=cast.hana)
    forget_drawn_lists(now=clock.now())
    assert [alias.person for alias in Alias.objects.all()] == [cast.paz]


def test_one_is_found_by_what_the_vocabulary_reads_now(cast, project):
    make_listed(cast.sam, skills=("Welding",))
    claims = SkillClaim.objects.filter(person=cast.sam)
    claims.update(code="sql")
    assert people(project, cast) == []
    DrawnList.objects.all().delete()
    follow_words(folded=list(claims.values_list("folded", flat=True)))
    assert people(project, cast) == ["Sam Okoro"]


def test_being_invited_by_name_and_saying_no_to_that_changes_nothing(cast, project):
    """Else a host would learn who is who by inviting people it knows."""
    make_listed(cast.sam)
    before = names(project, cast)
    invited = invite_to_apply(project_id=project.pk, email=cast.sam.email, actor=cast.hana)
    assert names(project, cast) == before
    refuse_project_invitation(token=invited.token)
    assert [(one.alias.name, one.is_invited) for one in shown_to(project, cast.hana)] == [(before[0], False)]


def test_an_applicant_keeps_the_name_that_the_list_gave_them(cast, project):
    make_listed(cast.sam)
    (name,) = names(project, cast)
    assert make_submitted(cast.sam, project, answers=[]).pseudonym == name
    assert make_submitted(cast.paz, project, answers=[]).pseudonym != name


def test_the_list_takes_the_name_of_a_draft(cast, project):
    draft = start_application(project_id=project.pk, actor=cast.sam)
    make_listed(cast.sam)
    assert names(project, cast) == [draft.pseudonym]
    withdraw_application(application_id=draft.pk, actor=cast.sam)
    again = start_application(project_id=project.pk, actor=cast.sam)
    draft.refresh_from_db()
    assert (again.pseudonym, draft.pseudonym != again.pseudonym) == (names(project, cast)[0], True)


def test_each_project_has_its_own_names(cast, project):
    make_listed(cast.sam)
    other = make_asking(cast)
    names(project, cast), names(other, cast)
    one, two = alias_of(project, cast.sam), alias_of(other, cast.sam)
    assert one.public_id != two.public_id
    for part in ("Sam", "Okoro", "Samuel"):
        assert part not in one.name


def test_who_may_draw(cast, project):
    make_listed(cast.sam)
    for who in (cast.hugo, cast.cora, cast.otto, cast.sam, cast.stella):
        with pytest.raises(NotPermitted, match="not_recruiter"):
            draw_list(project_id=project.pk, actor=who)
    pause_project(project_id=project.pk, actor=cast.hana, reason=PauseReason.HOST)
    with pytest.raises(Conflict, match="project_not_open"):
        draw_list(project_id=project.pk, actor=cast.hana)


def test_one_is_found_by_what_one_says_now(cast, project):
    make_listed(cast.sam, skills=("Welding",))
    assert people(project, cast) == []
    save_profile(actor=cast.sam, skills=["SQL"])
    drain()
    DrawnList.objects.all().delete()
    assert people(project, cast) == ["Sam Okoro"]


def test_joining_twice_changes_nothing_and_leaving_takes_the_index_along(cast, project):
    make_listed(cast.sam)
    assert join_list(actor=cast.sam).version == 1
    assert set(ListedSkill.objects.values_list("code", flat=True)) >= {"sql", "figma"}
    leave_list(actor=cast.sam)
    leave_list(actor=cast.sam)
    assert ListedSkill.objects.count() == 0
    assert join_list(actor=cast.sam).version == 3


def test_whoever_is_erased_is_behind_no_alias_and_in_no_list_and_their_copy_had_both(cast, project):
    make_listed(cast.sam)
    assert people(project, cast) == ["Sam Okoro"]
    alias = alias_of(project, cast.sam)
    copied = {section.code: list(section.rows(cast.sam)) for section in SECTIONS}
    assert (copied["aliases"], [row.state for row in copied["be_found"]]) == ([alias], ["listed"])
    ask_to_leave(hindrances=(), actor=cast.sam)
    drain()
    alias.refresh_from_db()
    assert (alias.person, people(project, cast), ListedSkill.objects.count()) == (None, [], 0)
    assert [row.state for row in Listing.objects.all()] == ["left"]
