"""Invariants 1 to 5, each broken by hand and seen to be caught, on a story that is clean before."""

import json
from datetime import timedelta

import pytest

from firstfoot.foundation.journal.actions import record
from firstfoot.foundation.journal.digest import write_daily_digest
from firstfoot.foundation.journal.models import Fact
from firstfoot.kernel import clock
from firstfoot.market.projects.events import Projects
from firstfoot.operations.check.command import all_faults, checks
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import AgreementVersion, Deliverable

pytestmark = pytest.mark.django_db


def test_a_finished_story_is_clean(story):
    assert list(all_faults()) == []


def test_every_invariant_whose_part_exists_is_checked():
    assert sorted(checks()) == [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]


# 1: seats


def test_more_seats_than_there_are(story, sql, unguarded, found):
    unguarded("projects_project")
    sql("UPDATE projects_project SET seats_held = 3 WHERE id = %s", story.project_id)
    assert found(1) == ["overbooked", "seats_miscounted"]


def test_a_counter_that_counts_wrong(story, sql, found):
    sql("UPDATE projects_project SET seats_taken = 0 WHERE id = %s", story.project_id)
    assert found(1) == ["seats_miscounted"]


@pytest.mark.parametrize("table", ["applications_application", "engagements_engagement"])
def test_two_live_ones_of_one_person(story, sql, unguarded, found, table):
    unguarded(table)
    sql(f"INSERT INTO {table} SELECT * FROM {table}")
    sql(f"UPDATE {table} SET state = %s", "offered" if "application" in table else "active")
    assert f"{table.split('_')[1]}_live_twice" in found(1)


# 2: signatures


def test_a_text_changed_after_signing(story, sql, found):
    changed = json.dumps({**AgreementVersion.objects.get().content, "sections": []})
    sql("UPDATE engagements_agreementversion SET content = %s", changed)
    assert found(2) == ["agreement_text_changed"]


def test_a_signature_of_another_text(story, sql, found):
    sql("UPDATE engagements_signature SET content_hash = %s WHERE side = %s", "0" * 64, "host")
    assert found(2) == ["signature_of_another_text"]


def test_a_signature_taken_away(story, sql, found):
    sql("DELETE FROM engagements_signature WHERE side = %s", "intern")
    assert found(2) == ["signature_missing"]


def test_a_published_brief_changed(story, sql, found):
    sql("UPDATE projects_briefversion SET content = %s", json.dumps({"title": "Another"}))
    assert found(2) == ["brief_text_changed"]


# 3: chains


def test_a_fact_taken_from_the_middle(story, sql, found):
    assert sql("DELETE FROM journal_fact WHERE thing = %s AND seq = 2", story.thing) == 1
    assert "chain_gap" in found(3)


def test_a_fact_edited(story, sql, found):
    sql("UPDATE journal_fact SET actor = %s WHERE thing = %s AND seq = 2", "system", story.thing)
    assert found(3) == ["chain_hash"]


def test_a_tail_cut(story, sql, found):
    sql("DELETE FROM journal_fact WHERE thing = %s AND seq = %s", story.thing, story.version)
    assert "head_differs" in found(3)


def test_a_state_moved_past_the_actions(story, sql, found):
    sql("UPDATE engagements_engagement SET state = %s WHERE id = %s", "active", story.pk)
    assert found(3) == ["state_without_fact"]


def test_a_step_that_no_move_makes(story, found):
    story.state = "onboarding"
    record(Engagements.SIGNED, story, None, save=["state"])
    assert found(3) == ["impossible_step"]


def test_a_thing_made_past_the_actions(story, sql, found):
    sql("DELETE FROM journal_fact WHERE thing = %s", story.thing)
    assert found(3) == ["no_facts"]


def test_a_thing_that_vanished(story, sql, unguarded, found):
    unguarded("engagements_engagement")
    sql("DELETE FROM engagements_engagement WHERE id = %s", story.pk)
    assert found(3) == ["thing_vanished"]


# 4: moves and digests


def test_a_move_recorded_twice(story, found):
    record(Engagements.COMPLETED, story, None)
    assert found(4) == ["moved_twice"]


def test_a_seat_moved_without_a_fact(story, sql, found):
    sql("UPDATE projects_project SET seats_taken = 0 WHERE id = %s", story.project_id)
    assert found(4) == ["seat_moved_without_fact"]


def test_a_seat_fact_without_a_move(story, found):
    record(Projects.SEAT_FREED, story.project, None)
    assert found(4) == ["seat_moved_without_fact"]


def test_a_cut_tail_whose_head_was_put_right_shows_in_the_daily_digest(story, sql, found):
    with clock.at(clock.now() + timedelta(hours=1)):
        write_daily_digest(day=clock.today())
    assert found(4) == []
    last = Fact.objects.get(thing=story.thing, seq=story.version)
    sql("DELETE FROM journal_fact WHERE id = %s", last.pk)
    sql(
        "UPDATE engagements_engagement SET version = version - 1, head = %s, state = %s WHERE id = %s",
        last.prev, "closing", story.pk,
    )  # fmt: skip
    assert (found(3), found(4)) == ([], ["digest_differs"])


# 5: acceptance


def test_accepted_with_a_required_criterion_not_met(story, sql, found):
    sql("UPDATE engagements_criterionmark SET is_met = %s, comment = %s", False, "No source.")
    assert found(5) == ["accepted_without_review"]


def test_accepted_without_any_review(story, sql, found):
    sql("DELETE FROM engagements_criterionmark")
    sql("DELETE FROM engagements_review")
    assert found(5) == ["accepted_without_review"]


def test_accepted_on_a_review_that_returned_it(story, sql, found):
    sql("UPDATE engagements_review SET is_accepted = %s", False)
    assert found(5) == ["accepted_without_review"]


def test_a_third_party_may_accept_without_the_criteria(story, sql, found):
    sql("DELETE FROM engagements_criterionmark")
    sql("UPDATE engagements_review SET by_third_party = %s", True)
    assert Deliverable.objects.filter(state="accepted").exists()
    assert found(5) == []
