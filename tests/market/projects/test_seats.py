"""Seats are held by offers and taken by acceptances, never more than there are."""

from __future__ import annotations

import pytest

from firstfoot.foundation.journal.queries import facts_of
from firstfoot.kernel.errors import Conflict
from firstfoot.market.projects.seats import free_taken_seat, hold_seat, release_seat, take_held_seat
from tests.factories.projects import make_open_project


def counts(project):
    project.refresh_from_db()
    return project.seats_held, project.seats_taken, project.seats_free


def test_a_seat_goes_from_free_to_held_to_taken_and_back(cast):
    project = make_open_project(cast)

    hold_seat(project, cast.hana)
    assert counts(project) == (1, 0, 0)
    take_held_seat(project, cast.sam)
    assert counts(project) == (0, 1, 0)
    assert project.is_filled
    free_taken_seat(project, cast.sam)
    assert counts(project) == (0, 0, 1)
    assert [f.kind for f in facts_of(project)][-3:] == ["project.seat_held", "project.seat_taken", "project.seat_freed"]


def test_the_last_seat_is_held_once(cast):
    project = make_open_project(cast)
    hold_seat(project, cast.hana)
    with pytest.raises(Conflict, match="no_seat"):
        hold_seat(project, cast.hana)


def test_a_released_seat_is_free(cast):
    project = make_open_project(cast)
    hold_seat(project, cast.hana)
    release_seat(project, None)
    assert counts(project) == (0, 0, 1)


@pytest.mark.parametrize(
    ("move", "code"),
    [(release_seat, "no_held_seat"), (take_held_seat, "no_held_seat"), (free_taken_seat, "no_taken_seat")],
)
def test_there_must_be_one(cast, move, code):
    project = make_open_project(cast)
    with pytest.raises(Conflict, match=code):
        move(project, cast.hana)
