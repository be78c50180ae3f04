"""People one worked with: both say yes, a no is silence, and what each keeps is their own."""

from __future__ import annotations

from datetime import timedelta

import pytest

from firstfoot.foundation.accounts.actions import suspend_person
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, IllegalTransition, NotPermitted
from firstfoot.market.organizations.actions import block, lift_block
from firstfoot.proof.network.actions import (
    answer_tie,
    end_reminder,
    erase_ties,
    keep,
    lapse_tie,
    part_tie,
    put_off_reminder,
    take_back_tie,
)
from firstfoot.proof.network.models import Kept, Tie
from firstfoot.proof.network.queries import asked_by, asked_of, in_touch, known_to, ties_to_lapse, to_ask
from tests.cast import join
from tests.factories.engagements import make_active, make_closing, make_completed, make_parted
from tests.factories.projects import make_open_project
from tests.factories.ties import ask, make_tie


def names(found):
    return [one.other.name for one in found]


def askable(person):
    return [together.person.name for together in to_ask(person)]


@pytest.fixture
def worked(cast):
    return make_closing(cast)


def test_whom_one_may_ask_is_whom_one_worked_with(cast, worked):
    assert set(askable(cast.sam)) == {"Hugo Marsh", "Cora Lind", "Hana Brindle"}  # who guided, covered, signed
    assert [askable(who) for who in (cast.hugo, cast.hana, cast.rita, cast.otto)] == [["Sam Okoro"]] * 2 + [[]] * 2


def test_nobody_asks_before_the_work_is_done(cast):
    make_active(cast)
    assert askable(cast.sam) == []
    with pytest.raises(NotPermitted):
        ask(cast.sam, cast.hugo)


def test_work_that_began_and_ended_early_counts(cast):
    make_parted(cast)
    assert "Hugo Marsh" in askable(cast.sam)


@pytest.mark.parametrize("who", ["otto", "rita", "stella", "paz"])
def test_strangers_are_not_asked(cast, worked, who):
    with pytest.raises(NotPermitted, match="never_worked_together"):
        ask(cast.sam, getattr(cast, who))


def test_only_after_both_said_yes_each_sees_how_the_other_is_reached(cast, worked):
    tie = ask(cast.sam, cast.hugo, "sam@private.example")
    assert (names(asked_by(cast.sam)), names(asked_of(cast.hugo))) == (["Hugo Marsh"], ["Sam Okoro"])
    assert [asked_of(cast.hugo)[0].shown, known_to(cast.hugo, tie.public_id)] == ["", None]
    answer_tie(tie_id=tie.pk, accept=True, shows="+44 20 7946 0000", actor=cast.hugo)
    seen = [known_to(who, tie.public_id).shown for who in (cast.sam, cast.hugo)]
    assert seen == ["+44 20 7946 0000", "sam@private.example"]
    assert (asked_by(cast.sam), asked_of(cast.hugo), known_to(cast.hana, tie.public_id)) == ([], [], None)


def test_a_no_and_silence_are_the_same_to_who_asked(cast, worked):
    answered, silent = ask(cast.sam, cast.hugo), ask(cast.sam, cast.hana)
    answer_tie(tie_id=answered.pk, accept=False, actor=cast.hugo)
    waiting = asked_by(cast.sam)
    assert set(names(waiting)) == {"Hugo Marsh", "Hana Brindle"}
    assert len({(known.tie.lapses_at - known.tie.asked_at, known.shown) for known in waiting}) == 1
    with clock.at(silent.lapses_at + timedelta(minutes=1)):
        lapse_tie(tie_id=silent.pk)
        assert (asked_by(cast.sam), askable(cast.sam)) == ([], ["Cora Lind"])
        for other in (cast.hugo, cast.hana):
            with pytest.raises(Conflict, match="asked_before"):
                ask(cast.sam, other)


def test_whoever_said_no_may_ask_later_and_whoever_asked_may_not(cast, worked):
    tie = ask(cast.sam, cast.hugo)
    answer_tie(tie_id=tie.pk, accept=False, actor=cast.hugo)
    assert "Sam Okoro" in askable(cast.hugo)
    again = ask(cast.hugo, cast.sam)
    assert (again.pk, again.state, again.asker) == (tie.pk, "asked", cast.hugo)
    assert names(asked_of(cast.sam)) == ["Hugo Marsh"]


def test_asking_whom_one_was_asked_by_is_the_yes(cast, worked):
    ask(cast.sam, cast.hugo)
    assert ask(cast.hugo, cast.sam, "hugo@bakery.example").state == "agreed"
    with pytest.raises(Conflict, match="in_touch_already"):
        ask(cast.sam, cast.hugo)
    assert Tie.objects.count() == 1


def test_a_question_is_taken_back_whatever_became_of_it(cast, worked):
    waits, declined = ask(cast.sam, cast.hugo), ask(cast.sam, cast.hana)
    answer_tie(tie_id=declined.pk, accept=False, actor=cast.hana)
    for tie in (waits, declined):
        assert take_back_tie(tie_id=tie.pk, actor=cast.sam).state == "taken_back"
    assert (asked_by(cast.sam), asked_of(cast.hugo)) == ([], [])
    with pytest.raises(IllegalTransition):
        answer_tie(tie_id=waits.pk, accept=True, shows="x@y.example", actor=cast.hugo)


def test_who_answers_takes_back_and_parts(cast, worked):
    tie = ask(cast.sam, cast.hugo)
    for who in (cast.sam, cast.hana, cast.stella):
        with pytest.raises(NotPermitted):
            answer_tie(tie_id=tie.pk, accept=True, shows="", actor=who)
    with pytest.raises(NotPermitted):
        take_back_tie(tie_id=tie.pk, actor=cast.hugo)
    answer_tie(tie_id=tie.pk, accept=True, shows="", actor=cast.hugo)
    with pytest.raises(NotPermitted):
        part_tie(tie_id=tie.pk, actor=cast.hana)


def test_silence_lapses_after_thirty_days(cast, worked):
    tie = ask(cast.sam, cast.hugo)
    assert not ties_to_lapse(tie.asked_at + timedelta(days=29)).exists()
    assert ties_to_lapse(tie.asked_at + timedelta(days=30)).get() == tie
    with pytest.raises(Conflict, match="too_early"):
        lapse_tie(tie_id=tie.pk)


def test_parting_takes_away_what_each_kept_and_only_who_parted_may_ask_again(cast, worked):
    tie = make_tie(cast)
    write(tie, cast.hugo, note="Sings in a choir.")
    part_tie(tie_id=tie.pk, actor=cast.sam)
    assert (in_touch(cast.sam), in_touch(cast.hugo)) == ([], [])
    assert {(one.shows, one.note) for one in Kept.objects.filter(tie=tie)} == {("", "")}
    assert ("Hugo Marsh" in askable(cast.sam), "Sam Okoro" in askable(cast.hugo)) == (True, False)
    with pytest.raises(Conflict, match="asked_before"):
        ask(cast.hugo, cast.sam)
    assert ask(cast.sam, cast.hugo).state == "asked"


def own(tie, person):
    return Kept.objects.get(tie=tie, person=person)


def write(tie, person, **said):
    kept = own(tie, person)
    words = {"shows": kept.shows, "note": kept.note, "remind_on": kept.remind_on, "remind_about": kept.remind_about}
    return keep(kept_id=kept.pk, actor=person, **{**words, **said})


def test_what_one_keeps_is_ones_own(cast, worked):
    tie = make_tie(cast)
    write(tie, cast.hugo, note="Sings in a choir.", shows="https://hugo.example")
    assert known_to(cast.sam, tie.public_id).shown == "https://hugo.example"
    assert known_to(cast.sam, tie.public_id).own.note == ""
    with pytest.raises(NotPermitted):
        keep(kept_id=own(tie, cast.hugo).pk, shows="", note="", remind_on=None, actor=cast.sam)


def test_two_windows_do_not_overwrite_each_other(cast, worked):
    tie = make_tie(cast)
    seen = own(tie, cast.hugo).version
    write(tie, cast.hugo, note="One.", seen=seen)
    with pytest.raises(Conflict, match="changed"):
        write(tie, cast.hugo, note="Two.", seen=seen)
    assert write(tie, cast.hugo).version == seen + 1  # the same again changes nothing


def test_a_reminder_is_put_off_or_done(cast, worked):
    tie = make_tie(cast)
    today = clock.today(cast.sam.zone)
    kept = write(tie, cast.sam, remind_on=today, remind_about="Ask how the fair went")
    assert put_off_reminder(kept_id=kept.pk, actor=cast.sam).remind_on == today + timedelta(days=7)
    done = end_reminder(kept_id=kept.pk, actor=cast.sam)
    assert (done.remind_on, done.remind_about) == (None, "")
    with pytest.raises(Conflict, match="no_reminder"):
        end_reminder(kept_id=kept.pk, actor=cast.sam)


def test_nothing_is_kept_once_one_parted(cast, worked):
    tie = make_tie(cast)
    part_tie(tie_id=tie.pk, actor=cast.sam)
    with pytest.raises(Conflict, match="not_in_touch"):
        write(tie, cast.hugo, note="Too late.")


def test_a_block_hides_all_of_it_and_lifting_shows_it_again(cast, worked):
    tie = make_tie(cast)
    asked = ask(cast.hana, cast.sam)
    made = block(organization_id=cast.acme.pk, person_id=cast.sam.pk, side="person", actor=cast.sam)
    assert (in_touch(cast.hugo), in_touch(cast.sam), asked_of(cast.sam), askable(cast.sam)) == ([], [], [], [])
    with pytest.raises(NotPermitted):
        answer_tie(tie_id=asked.pk, accept=True, shows="", actor=cast.sam)
    with pytest.raises(NotPermitted):
        ask(cast.hugo, cast.sam)
    lift_block(block_id=made.pk, actor=cast.sam)
    assert names(in_touch(cast.hugo)) == ["Sam Okoro"]
    assert known_to(cast.hugo, tie.public_id) is not None


def test_who_is_shut_out_is_shown_to_nobody(cast, worked):
    make_tie(cast)
    suspend_person(person_id=cast.hugo.pk, reason_code="other", actor=cast.stella)
    assert (in_touch(cast.sam), set(askable(cast.sam))) == ([], {"Cora Lind", "Hana Brindle"})


def test_erasing_parts_with_everybody(cast, worked):
    tie, question = make_tie(cast), ask(cast.sam, cast.hana, "sam@home.example")
    write(tie, cast.hugo, note="Sam sings.")
    texts = erase_ties(person=cast.sam)
    assert {"Sam sings.", "sam@home.example"} <= set(texts)
    assert set(Tie.objects.values_list("state", flat=True)) == {"parted", "lapsed"}
    assert {tuple(row) for row in Kept.objects.values_list("shows", "note")} == {("", "")}
    question.refresh_from_db()
    assert asked_of(cast.hana) == []


def test_the_same_people_are_one_pair_however_often_they_worked(cast):
    make_completed(cast)
    make_completed(cast, project=make_open_project(cast))
    assert askable(cast.hugo) == ["Sam Okoro"]
    ask(cast.hugo, cast.sam)
    make_completed(cast, person=join("Ada"), project=make_open_project(cast))
    assert askable(cast.hugo) == ["Ada"]
