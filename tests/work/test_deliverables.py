"""Handing in and reviewing."""

from __future__ import annotations

from datetime import timedelta

import pytest

from firstfoot.foundation.accounts.actions import make_steward
from firstfoot.foundation.journal.models import Fact
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, IllegalTransition, NotPermitted
from firstfoot.market.organizations.actions import suspend_organization
from firstfoot.market.organizations.states import Role
from firstfoot.work.engagements.actions import accept_on_record, review_deliverable
from firstfoot.work.engagements.queries import deliverables_on_record, file_visible_to
from tests.cast import hire
from tests.factories.engagements import (
    accept,
    accept_all,
    deliverable,
    make_active,
    make_signed,
    marks_for,
    send_back,
    submit,
    upload,
)


@pytest.fixture
def engagement(cast):
    return make_active(cast)


def review(engagement, actor, *, marks=None, accept=True, comment="", number=None):
    thing = deliverable(engagement)
    return review_deliverable(
        deliverable_id=thing.pk, submission_number=number or thing.submissions_count,
        marks=marks_for(thing) if marks is None else marks, accept=accept, comment=comment, actor=actor,
    )  # fmt: skip


def test_handing_in_keeps_the_version_with_its_files_and_links(cast, engagement):
    submission = submit(engagement, files=[upload(cast.sam), upload(cast.sam, "table.csv", b"a,b\n1,2\n")])

    thing = deliverable(engagement)
    assert (thing.state, thing.submissions_count, submission.number) == ("submitted", 1, 1)
    assert [f.file.name for f in submission.files.order_by("pk")] == ["comparison.pdf", "table.csv"]
    assert submission.links == ["https://example.org/result"]


def test_the_host_has_five_business_days(cast, engagement):
    submit(engagement)
    assert deliverable(engagement).review_by_at > clock.now() + timedelta(days=5)


def test_the_same_form_twice_is_one_submission(cast, engagement):
    first, second = submit(engagement, key="once"), submit(engagement, key="once")
    assert (first, deliverable(engagement).submissions_count) == (second, 1)


def test_a_waiting_version_is_not_replaced(cast, engagement):
    submit(engagement)
    with pytest.raises(IllegalTransition):
        submit(engagement)


def test_an_old_page_is_refused(cast, engagement):
    with pytest.raises(Conflict, match="changed"):
        submit(engagement, seen=99)


def test_something_must_be_handed_in(cast, engagement):
    with pytest.raises(Conflict, match="nothing_handed_in"):
        submit(engagement, note=" ", links=[])


def test_only_files_of_the_intern_are_taken(cast, engagement):
    with pytest.raises(Conflict, match="nothing_handed_in"):
        submit(engagement, note="", links=[], files=[upload(cast.otto)])


def test_nothing_is_handed_in_before_the_start(cast):
    with pytest.raises(Conflict, match="not_now"):
        submit(make_signed(cast))


def test_accepting_keeps_who_and_when(cast, engagement):
    submit(engagement)
    review(engagement, cast.hugo)
    thing = deliverable(engagement)
    assert (thing.state, thing.accepted_by) == ("accepted", cast.hugo)


def test_returning_says_what_is_missing_and_it_comes_again(cast, engagement):
    submit(engagement)
    answer = send_back(engagement)
    assert [(m.is_met, m.comment) for m in answer.marks.order_by("criterion__number")] == [
        (False, "A source is missing."), (True, ""),
    ]  # fmt: skip
    assert submit(engagement).number == 2


@pytest.mark.parametrize("who", ["hugo", "cora", "hana"])
def test_supervisor_cover_and_owner_review(cast, engagement, who):
    submit(engagement)
    review(engagement, getattr(cast, who))
    assert deliverable(engagement).accepted_by == getattr(cast, who)


@pytest.mark.parametrize(
    ("who", "code"), [("sam", "own_work"), ("rita", "reviewers_only"), ("otto", "not_party"), ("stella", "not_party")]
)
def test_who_may_not_review(cast, engagement, who, code):
    submit(engagement)
    with pytest.raises(NotPermitted, match=code):
        review(engagement, getattr(cast, who))


def test_an_intern_who_became_an_owner_never_reviews(cast, engagement):
    hire(cast.acme, cast.hana, cast.sam, Role.OWNER)
    submit(engagement)
    with pytest.raises(NotPermitted, match="own_work"):
        review(engagement, cast.sam)


def test_a_suspended_host_reviews_nothing_and_the_intern_still_hands_in(cast, engagement):
    suspend_organization(organization_id=cast.acme.pk, actor=cast.stella, reason="Checks")
    submit(engagement)
    with pytest.raises(NotPermitted, match="host_stopped"):
        review(engagement, cast.hugo)


def test_a_review_binds_to_the_version_it_read(cast, engagement):
    submit(engagement)
    send_back(engagement)
    submit(engagement)
    with pytest.raises(Conflict, match="newer_submission"):
        review(engagement, cast.hugo, number=1)


@pytest.mark.parametrize(
    ("marks", "accepting", "comment", "code"),
    [
        ({1: (True, "")}, True, "", "criteria_unmarked"),
        ({1: (False, ""), 2: (True, "")}, False, "x", "not_yet_needs_comment"),
        ({1: (False, "Add one"), 2: (True, "")}, True, "", "criteria_not_met"),
        ({1: (True, ""), 2: (True, "")}, False, " ", "return_needs_comment"),
    ],
)
def test_a_review_must_be_whole(cast, engagement, marks, accepting, comment, code):
    submit(engagement)
    with pytest.raises(Conflict, match=code):
        review(engagement, cast.hugo, marks=marks, accept=accepting, comment=comment)


def test_a_criterion_that_is_not_required_may_stay_open(cast, engagement):
    submit(engagement)
    review(engagement, cast.hugo, marks={1: (True, ""), 2: (False, "Next time")})
    assert deliverable(engagement).state == "accepted"


def test_the_last_required_acceptance_ends_the_work(cast, engagement):
    accept_all(engagement)
    assert (engagement.state, engagement.evaluate_by_at - engagement.finished_at > timedelta(days=13)) == (
        "closing", True,
    )  # fmt: skip
    assert set(engagement.check_ins.values_list("state", flat=True)) == {"skipped"}


def test_every_thing_moved_by_the_last_acceptance_has_one_fact(cast, engagement):
    submit(engagement)
    accept(engagement)
    submit(engagement, 2)
    before = Fact.objects.count()
    accept(engagement, 2)
    kinds = sorted(Fact.objects.order_by("id").values_list("kind", flat=True)[before:])
    assert kinds == ["check_in.skipped", "check_in.skipped", "deliverable.accepted", "engagement.finished"]


def test_what_is_not_required_does_not_keep_it_open(cast):
    from tests.factories.projects import good_brief

    first, second = good_brief(cast).deliverables
    from dataclasses import replace

    engagement = make_active(cast, deliverables=(first, replace(second, required=False)))
    submit(engagement)
    accept(engagement)
    engagement.refresh_from_db()
    assert engagement.state == "closing"


def test_files_are_served_to_those_who_see_the_work(cast, engagement):
    submission = submit(engagement, files=[upload(cast.sam)])
    held = submission.files.get().file
    seen = {who: file_visible_to(getattr(cast, who), held.public_id) for who in ("sam", "hugo", "rita", "otto")}
    assert seen == {"sam": held, "hugo": held, "rita": held, "otto": None}


class TestOnTheRecord:
    """The host is silent for 10 business days: the third party may accept what lies there."""

    def decide(self, engagement, actor, **changes):
        thing = deliverable(engagement)
        given = {"submission_number": thing.submissions_count, "reason": "All three points are there."} | changes
        return accept_on_record(deliverable_id=thing.pk, actor=actor, **given)

    def test_a_steward_accepts_after_ten_business_days(self, cast, engagement):
        submit(engagement)
        with clock.at(clock.now() + timedelta(days=16)):
            review_ = self.decide(engagement, cast.stella)

        thing = deliverable(engagement)
        assert (thing.state, thing.accepted_by, review_.by_third_party) == ("accepted", cast.stella, True)
        fact = Fact.objects.filter(thing=thing.thing).latest("id")
        assert (fact.kind, fact.data["reason"]) == ("deliverable.accepted", "third_party")

    def test_not_while_the_host_has_time(self, cast, engagement):
        submit(engagement)
        with clock.at(clock.now() + timedelta(days=9)), pytest.raises(Conflict, match="host_has_time"):
            self.decide(engagement, cast.stella)

    def test_not_another_version_than_the_one_read(self, cast, engagement):
        submit(engagement)
        with clock.at(clock.now() + timedelta(days=16)), pytest.raises(Conflict, match="newer_submission"):
            self.decide(engagement, cast.stella, submission_number=7)

    def test_not_what_was_returned(self, cast, engagement):
        submit(engagement)
        send_back(engagement)
        with clock.at(clock.now() + timedelta(days=16)), pytest.raises(IllegalTransition):
            self.decide(engagement, cast.stella)

    def test_nobody_else_and_no_steward_who_is_a_party(self, cast, engagement):
        submit(engagement)
        make_steward(person_id=cast.hana.pk, actor=cast.stella)
        cast.hana.refresh_from_db()
        with clock.at(clock.now() + timedelta(days=16)):
            for actor, code in ((cast.otto, "not_third_party"), (cast.hana, "third_party_is_party")):
                with pytest.raises(NotPermitted, match=code):
                    self.decide(engagement, actor)
            waiting = [len(deliverables_on_record(who)) for who in (cast.stella, cast.hana, cast.otto)]
        assert waiting == [1, 0, 0]

    def test_a_steward_reads_the_files_only_while_there_is_something_to_decide(self, cast, engagement):
        submit(engagement, files=[upload(cast.sam)])
        file = deliverable(engagement).submissions.get().files.get().file.public_id
        assert file_visible_to(cast.stella, file) is None
        with clock.at(clock.now() + timedelta(days=16)):
            assert file_visible_to(cast.stella, file) is not None
            self.decide(engagement, cast.stella)
            assert file_visible_to(cast.stella, file) is None
