"""The demo's content: rich enough, true to itself, and fit to post."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, timedelta
from zoneinfo import ZoneInfo

import pytest

from firstfoot.market.applications.states import ApplicationState, DeclineReason
from firstfoot.market.projects.brief import CATEGORIES
from firstfoot.market.projects.scope import check_scope
from firstfoot.operations.demo.content import (
    APPLICATIONS,
    MEMBERS,
    ORGANIZATIONS,
    PEOPLE,
    PROJECTS,
    STORIES,
    TALENT,
    answers_for,
    check_ins_of,
    works_of,
)
from firstfoot.operations.demo.content.schema import End, Kind, ProjectSeed, Stands, StorySeed
from firstfoot.work.engagements.states import Blocked, Confidence, CorrectionCause, EndReason, Progress

TODAY = date(2026, 11, 23)
FLOORS = {"USD": 1500, "EUR": 1400, "GBP": 1250, "CAD": 1800, "AUD": 2400}
BY_KEY = {person.key: person for person in PEOPLE}
PROJECT = {project.key: project for project in PROJECTS}
ORG = {org.key: org for org in ORGANIZATIONS}

each_project = pytest.mark.parametrize("project", PROJECTS, ids=lambda project: project.key)
each_story = pytest.mark.parametrize("story", STORIES, ids=lambda story: story.key)


def members_of(organization: str) -> list[str]:
    return [member.key for member in MEMBERS if member.organization == organization]


def test_the_world_is_large_enough():
    assert (len(ORGANIZATIONS), len(PEOPLE), len(TALENT), len(PROJECTS), len(STORIES)) == (15, 62, 32, 41, 32)
    assert len(APPLICATIONS) > 50


def test_every_key_and_name_is_used_once():
    for seeds in (ORGANIZATIONS, PEOPLE, PROJECTS, STORIES):
        assert [key for key, count in Counter(seed.key for seed in seeds).items() if count > 1] == []
    assert len({person.name for person in PEOPLE}) == len(PEOPLE)
    assert len({project.brief.title for project in PROJECTS}) == len(PROJECTS)


def test_the_people_to_walk_in_as_are_there():
    assert [(BY_KEY[key].name, BY_KEY[key].role) for key in ("hana", "hugo", "sam", "stella")] == [
        ("Hana Brindle", "owner"), ("Hugo Marsh", "supervisor"), ("Sam Okoro", ""), ("Stella Ironwood", ""),
    ]  # fmt: skip


def test_people_are_whole():
    for person in PEOPLE:
        ZoneInfo(person.zone)
        assert re.fullmatch(r"[a-z]+@example\.org", person.email)
        if person.kind == Kind.TALENT:
            assert all((person.headline, person.about, person.studies, person.wants, person.skills, person.made))
            assert 1 <= person.hours_a_week <= 20
            assert len(person.headline) <= 120


def test_every_organization_has_exactly_one_owner_and_a_zone():
    for org in ORGANIZATIONS:
        ZoneInfo(org.zone)
        assert [BY_KEY[key].role for key in members_of(org.key)].count("owner") == 1
        assert org.website.endswith(".example.org/")


def test_every_category_is_met():
    assert {project.brief.category for project in PROJECTS} == set(CATEGORIES)


@each_project
def test_a_project_passes_the_scope_check(project: ProjectSeed):
    alone = len(members_of(project.organization)) == 1

    report = check_scope(
        project.dated(TODAY),
        floor_minor_by_currency=FLOORS,
        today=project.posted_on(TODAY),
        has_colleagues=not alone,
    )

    assert report.blockers == ()
    assert report.warnings == () or project.stands == Stands.DRAFT


@each_project
def test_a_project_fits_its_host(project: ProjectSeed):
    brief, members = project.brief, members_of(project.organization)

    assert brief.supervisor in members
    assert brief.cover in {"", *members} - {brief.supervisor}
    assert brief.currency == ORG[project.organization].currency
    assert len(project.approaches) == 2
    assert max(len(item.title) for item in brief.deliverables) <= 140
    assert max(len(row.text) for item in brief.deliverables for row in item.criteria) <= 300


@each_story
def test_a_story_holds_together(story: StorySeed):
    project = PROJECT[story.project]
    count = len(project.brief.deliverables)
    works = works_of(story, project)

    assert BY_KEY[story.intern].kind == Kind.TALENT
    assert [work.number for work in works] == list(range(1, len(works) + 1))
    assert len(works) <= count
    assert story.done == count or story.end not in {End.COMPLETED, End.CLOSING}
    for work in works:
        accepted = [version.reviewed and not version.not_yet for version in work.versions]
        assert accepted[-1] == (work.number <= story.done)
        assert not any(accepted[:-1])
        criteria = project.brief.deliverables[work.number - 1].criteria
        assert all(place < len(criteria) and text for v in work.versions for place, text in v.not_yet)


@each_story
def test_a_story_uses_the_words_of_the_domain(story: StorySeed):
    pulses = [pulse for check_in in check_ins_of(story) for pulse in (check_in.intern, check_in.host) if pulse]

    assert {pulse.progress for pulse in pulses} <= set(Progress)
    assert {pulse.confidence for pulse in pulses} <= set(Confidence)
    assert {pulse.blocked for pulse in pulses} <= set(Blocked)
    assert {correction.cause for correction in story.corrections} <= set(CorrectionCause)
    assert story.end_reason in {"", *EndReason}
    assert bool(story.end_reason) == (story.end in {End.ENDED_BY_HOST, End.ENDED_BY_INTERN})
    assert all(1 <= mark <= 4 for side in (story.by_host, story.by_intern) if side for mark in side.marks)
    assert all(len(side.quote) <= 300 for side in (story.by_host, story.by_intern) if side)


@each_story
def test_a_story_fits_the_calendar(story: StorySeed):
    """What has been handed in was due by now, or nearly; what is over is over; what lies ahead has not begun."""
    project = PROJECT[story.project]
    day = project.start_days_ago
    handed_in = len(works_of(story, project))
    last = max((item.due_day for item in project.brief.deliverables[:handed_in]), default=0)

    assert last <= max(day, 0) + 4
    assert all(line.day <= day for line in story.lines)
    assert (day < 1) == (story.end in {End.PROPOSED, End.COUNTERED, End.HALF_SIGNED, End.ONBOARDING})
    assert len(check_ins_of(story)) * project.brief.check_in_every_days <= day or day < 1
    if story.end == End.CLOSING:
        assert day - last < 14  # the clock has not completed it yet
    if story.end == End.COMPLETED:
        assert day > project.brief.days
        assert story.by_host
        assert story.by_intern
        assert story.letter


def test_every_end_is_shown():
    assert {story.end for story in STORIES} == set(End)


def test_nobody_stands_twice_in_one_project_nor_has_more_seats_than_there_are():
    pairs = [(seed.project, seed.person) for seed in APPLICATIONS] + [(s.project, s.intern) for s in STORIES]
    assert [pair for pair, count in Counter(pairs).items() if count > 1] == []

    taken = Counter(story.project for story in STORIES)
    assert [key for key, count in taken.items() if count > PROJECT[key].brief.seats] == []


def test_applications_use_the_words_of_the_domain():
    for seed in APPLICATIONS:
        assert seed.stands in set(ApplicationState)
        assert BY_KEY[seed.person].kind == Kind.TALENT
        assert (seed.reason in set(DeclineReason)) == (seed.stands == "declined")
        assert seed.day < PROJECT[seed.project].apply_after


def test_one_who_waits_is_in_a_project_that_can_answer():
    waiting = {"draft", "submitted", "shortlisted", "offered"}
    stands = {PROJECT[seed.project].stands for seed in APPLICATIONS if seed.stands in waiting}

    assert stands == {Stands.OPEN, Stands.PAUSED}


def test_answers_and_works_are_the_same_each_time():
    project, person = PROJECT["brindle-faq"], BY_KEY["sam"]

    assert answers_for(project, person) == answers_for(project, person)
    assert len(answers_for(project, person)) == len(project.brief.questions)
    assert all(works_of(story, PROJECT[story.project]) == works_of(story, PROJECT[story.project]) for story in STORIES)


def test_dates_move_with_today():
    project = PROJECT["tidewrack-market"]
    later = TODAY + timedelta(days=30)

    assert project.dated(later).apply_by == project.dated(TODAY).apply_by + timedelta(days=30)
    assert project.dated(TODAY).to_dict()["start_from"] == "2026-12-08"
