"""The words of moves: every code has its own, for whoever acts and whoever waits."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

import firstfoot.insights.moves
from firstfoot.insights.moves import moves_of
from firstfoot.kernel import clock
from firstfoot.reactions.words import STAGES, TEXTS, move_words
from firstfoot.work.engagements.states import EngagementState
from tests.factories import applications as make_applications
from tests.factories import engagements as make
from tests.factories import projects as make_projects
from tests.reactions.support import MONDAY

CODE = re.compile(
    r'"((?:application|offer|brief|applicants|questions|reserve|project|project_invitation|organization|invitation'
    r"|agreement|amendment|due|steps|kickoff|access|part_pay|dispute|silence|start|work|case|document|interview|deliverable|check_in|correction|evaluation|closing|showing|letter|pay|pathway)"
    r'\.[a-z]+)"'
)


def codes() -> set[str]:
    folder = Path(firstfoot.insights.moves.__file__).parent
    return {code for path in folder.glob("*.py") for code in CODE.findall(path.read_text())}


def test_every_code_has_its_words_and_no_words_are_left_over():
    assert set(TEXTS) == codes()


def test_every_state_of_an_engagement_has_its_badge():
    assert set(STAGES) == {str(state) for state in EngagementState}


def test_counts_are_said_in_the_singular_and_the_plural(cast):
    with clock.at(MONDAY):
        project = make_applications.make_open_project(cast)
        make_applications.make_submitted(cast.sam, project)
        assert move_words(moves_of(cast.hana)[0]).title == "Answer 1 applicant"
        make_applications.make_submitted(cast.paz, project)
        assert move_words(moves_of(cast.hana)[0]).title == "Answer 2 applicants"


def test_the_detail_names_the_other_side_and_the_project(cast):
    engagement = make.make_engagement(cast)
    assert move_words(moves_of(cast.sam)[0]).detail == f"Brindle Bakery · {engagement.title}"
    assert move_words(moves_of(cast.hana)[0]).detail == f"Sam Okoro · {engagement.title}"


def test_a_title_with_a_percent_sign_is_no_trap(cast):
    draft = make_projects.make_draft(cast, title="Save 20% on flour")
    words = move_words(moves_of(cast.hana)[0])
    assert (words.title, words.detail) == ("Finish the brief", "Brindle Bakery · Save 20% on flour")
    assert words.url == f"/hosting/projects/{draft.public_id}/"


@pytest.mark.parametrize("who", ["sam", "hana", "hugo"])
def test_every_move_of_a_busy_day_has_words(cast, who):
    engagement = make.make_closing(cast)
    make_applications.make_offered(cast, cast.paz, make_projects.make_open_project(cast), answers=["One"])
    make_projects.make_draft(cast)
    assert engagement.state == "closing"
    for move in moves_of(getattr(cast, who)):
        words = move_words(move)
        assert "%(" not in words.title + words.detail + words.button
        assert words.url.startswith("/")
