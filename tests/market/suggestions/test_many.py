"""Of very many open projects a list is made from a few, and is the list of all of them: in random worlds, ties too."""

from __future__ import annotations

import random
from copy import copy
from datetime import timedelta

import pytest

from firstfoot.foundation.accounts.actions import add_away
from firstfoot.kernel import clock, ids
from firstfoot.market.applications.models import Application
from firstfoot.market.matching.scoring import ranked
from firstfoot.market.matching.searching import best
from firstfoot.market.matching.shelf import Shelf
from firstfoot.market.organizations.models import Organization
from firstfoot.market.projects.models import Project, ProjectSkill
from firstfoot.market.projects.queries import open_projects
from firstfoot.market.suggestions import making, within_reach
from firstfoot.market.suggestions.actions import count_skill_uses, save_wish
from firstfoot.market.suggestions.making import Ground
from firstfoot.market.suggestions.models import Exposure
from firstfoot.market.suggestions.openings import openings_of
from tests.cast import join
from tests.factories.applications import make_profile, make_submitted
from tests.factories.projects import make_open_project

SHAPE = {"tools": (), "questions": (), "hours": 20, "weeks": 4}
SKILLS = ("sql", "databases", "figma", "ui-design", "design", "python", "programming", "excel", "writing", "repair")
SAID = ("SQL", "Figma", "Excel", "Python", "Welding", "Writing", "Databases")
KINDS = ("strategy", "data", "web")
COUNT = 260


@pytest.fixture
def many(cast):
    """Projects of a few hosts that differ, often not by much, in all that a list goes by."""

    def make(seed: int) -> random.Random:
        draw, often = random.Random(seed), (0.5, 0.97)[seed % 2]
        first = make_open_project(cast, skills=("SQL",), **SHAPE)
        sent = make_submitted(join("Ann"), first, answers=[])
        people = [join(f"Ann{n}") for n in range(5)]
        hosts = _hosts(first.organization, draw)
        today = clock.today()
        rows = Project.objects.bulk_create([_project(first, draw, hosts, today) for _n in range(COUNT)])
        ProjectSkill.objects.bulk_create(
            ProjectSkill(project=row, code=code, importance=draw.randint(1, 3), listed_at=row.published_at)
            for row in rows
            for code in draw.sample(SKILLS, draw.choice((0, 1, 2, 3, 4)))
        )
        waits = [(row, who) for row in rows for who in people[: draw.choice((0, 0, 0, 1, 2, 5))]]
        Application.objects.bulk_create([_sent(sent, row, who) for row, who in waits])
        Exposure.objects.bulk_create(
            Exposure(project=row, price=draw.choice((0, 200)), shown=90 if draw.random() < often else 0) for row in rows
        )
        if draw.random() < 0.8:
            count_skill_uses()
        return draw

    return make


def _hosts(first, draw):
    rows = []
    for n in range(12):
        row = _another(first)
        row.name, row.country = f"Host {n}", draw.choice(("US", "FR", ""))
        row.answered_count, row.silent_count = draw.choice(((0, 0), (20, 0), (3, 9), (5, 1)))
        rows.append(row)
    return Organization.objects.bulk_create(rows)


def _project(first, draw, hosts, today):
    row = _another(first)
    row.organization, row.category = draw.choice(hosts), draw.choice(KINDS)
    row.hours, row.weeks = draw.choice(((20, 4), (40, 4), (10, 1), (60, 4)))
    row.start_on = today + timedelta(days=draw.choice((0, 10)))
    row.start_until_on = draw.choice((None, today + timedelta(days=12)))
    row.apply_by_on = draw.choice((None, None, today + timedelta(days=9)))
    row.workplace, row.place_text = draw.choice((("remote", "ghent"), ("remote", ""), ("on_site", "ghent")))
    row.language, row.time_zone = draw.choice(("en", "en", "nl")), draw.choice(("Europe/Paris", "America/New_York"))
    row.seats, row.seats_taken = draw.choice(((1, 0), (2, 0), (2, 1), (1, 1)))
    row.published_at = clock.now() - timedelta(hours=draw.randrange(200))
    return row


def _sent(sent, project, person):
    row = _another(sent)
    row.project, row.person, row.pseudonym, row.thread = project, person, ids.public_id()[:8], None
    return row


def _another(row):
    other = copy(row)
    other.pk, other.id, other._state = None, None, copy(row._state)
    other._state.adding, other.public_id = True, ids.public_id()
    return other


def _wishes(person, draw, order):
    make_profile(person, skills=draw.sample(SAID, draw.choice((0, 1, 2, 4))), hours_a_week=draw.choice((5, 12, 40)))
    weights = draw.choice(("", [1, 9, 1, 1, 1, 0, 0], [0, 3, 9, 0, 1, 1000, 1000], [9, 0, 1, 5, 9, 300, 900]))
    said = {"languages": ["en"]} if draw.random() < 0.3 else {}
    said |= {"may_work_in": ["FR"]} if draw.random() < 0.3 else {}
    said |= {"places": "Antwerp"} if draw.random() < 0.3 else {}
    save_wish(actor=person, categories=draw.sample(KINDS, draw.choice((0, 0, 1))), order=order, weights=weights, **said)
    if draw.random() < 0.3:
        today = clock.today()
        add_away(
            person_id=person.pk, actor=person, first_on=today + timedelta(days=5), last_on=today + timedelta(days=15)
        )
    person.refresh_from_db()


def list_of(ground):
    return ground.kept(ground.shown()), ground.skills(ground.shown())


@pytest.mark.parametrize(
    ("seed", "order"),
    [*((seed, "match") for seed in range(8)), (8, "date"), (9, "date"), (10, "random"), (11, "random")],
)
def test_the_list_of_a_few_is_that_of_all(cast, many, monkeypatch, seed, order):
    draw = many(seed)
    for n in range(4):
        person = join(f"Reader{n}")
        _wishes(person, draw, order)
        monkeypatch.setattr(ids, "public_id", lambda: "drawn")
        whole = Ground.of(person)
        with monkeypatch.context() as patch:
            patch.setattr(making, "FEW", 0)
            patch.setattr(within_reach, "GLIMPSED", 90)
            patch.setattr(within_reach, "SCORED", 40)
            patch.setattr(within_reach, "HOSTS", 3)
            few = Ground.of(person)
        monkeypatch.undo()

        assert list_of(few) == list_of(whole)
        assert len(few.openings) < len(whole.openings)


def test_the_index_in_memory_gives_the_same_list(cast, many, monkeypatch):
    draw = many(7)
    monkeypatch.setattr(making, "FEW", 0)
    _wishes(cast.sam, draw, "match")
    ground, (all_of_them, _applied) = Ground.of(cast.sam), openings_of(open_projects(cast.sam), cast.sam)
    with_day = {"today": ground.today, "seed": ground.seed}
    person = ground.seeker, ground.standing

    shelf = best(Shelf(all_of_them.values(), ground.words), *person, ground.wish.own_weights, **with_day)
    few = ranked(*person, ground.openings, ground.words, ground.wish.own_weights, **with_day)

    assert [(each.opening, each.score) for each in few][:20] == shelf
