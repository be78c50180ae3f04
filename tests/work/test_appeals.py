"""A wrong statement in an assessment: called so once, decided by somebody neutral, struck out everywhere."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.notifications.models import Notice
from firstfoot.insights.promises import promises_of
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, NotPermitted
from firstfoot.work.evaluations.appeals import (
    appeal_evaluation,
    appeals_to_decide,
    decide_evaluation_appeal,
    parts_of,
)
from firstfoot.work.evaluations.models import Evaluation
from tests.factories.engagements import evaluate, make_appealed, make_closing, make_completed
from tests.reactions.support import settle

QUOTE = "A good fortnight, says Hugo Marsh"


@pytest.fixture
def engagement(cast):
    return make_completed(cast)


def of_host(engagement):
    return Evaluation.objects.get(engagement=engagement, side="host")


def decide(evaluation, actor, *, upheld=True, reason="The dates in the record say so."):
    return decide_evaluation_appeal(evaluation_id=evaluation.pk, upheld=upheld, reason=reason, actor=actor)


def test_what_was_written_and_marked_may_be_called_wrong(cast, engagement):
    theirs = of_host(engagement)
    theirs.marks = {"communication": 3, "leadership": 0}
    theirs.do_differently = ""
    assert parts_of(theirs) == ("went_well", "quote", "communication")


def test_the_side_that_was_assessed_says_so_once(cast, engagement):
    with pytest.raises(NotPermitted):
        appeal_evaluation(evaluation_id=of_host(engagement).pk, part="quote", words="No.", actor=cast.hugo)
    appealed = make_appealed(engagement, "quote", "It was a week.")
    assert (appealed.appeal_part, appealed.appeal_words, appealed.quote) == ("quote", "It was a week.", QUOTE)
    with pytest.raises(Conflict, match="appealed_already"):
        make_appealed(engagement, "went_well")


def test_a_host_may_call_the_interns_words_wrong(cast, engagement):
    theirs = Evaluation.objects.get(engagement=engagement, side="intern")
    assert appeal_evaluation(evaluation_id=theirs.pk, part="fairness", words="Paid on the day.", actor=cast.hugo)


@pytest.mark.parametrize(
    ("part", "words", "code"),
    [("nonsense", "x", "part_missing"), ("reply", "x", "part_missing"), ("quote", "  ", "words_missing")],
)
def test_it_says_which_and_why(engagement, part, words, code):
    with pytest.raises(Conflict, match=code):
        make_appealed(engagement, part, words)


def test_not_before_the_reveal_and_not_for_ever(cast):
    early = make_closing(cast)
    evaluate(early, cast.hugo)
    with pytest.raises(Conflict, match="not_now"):
        make_appealed(early)
    evaluate(early, cast.sam)
    with clock.at(clock.now() + timedelta(days=31)), pytest.raises(Conflict, match="not_now"):
        make_appealed(early)


def test_a_neutral_steward_decides(cast, engagement):
    appealed = make_appealed(engagement)
    Person.objects.filter(pk=cast.hana.pk).update(is_steward=True)
    cast.hana.refresh_from_db()  # a steward who owns the host is no third party
    assert (list(appeals_to_decide(cast.stella)), list(appeals_to_decide(cast.hana))) == ([appealed], [])
    for nobody in (cast.hana, cast.sam, cast.otto):
        with pytest.raises(NotPermitted):
            decide(appealed, nobody)
    with pytest.raises(Conflict, match="reason_missing"):
        decide(appealed, cast.stella, reason=" ")
    decide(appealed, cast.stella, upheld=False)
    appealed.refresh_from_db()
    assert (appealed.appeal_decision, appealed.struck, bool(appealed.went_well)) == ("dismissed", {}, True)
    with pytest.raises(Conflict, match="not_now"):
        decide(appealed, cast.stella)


def test_a_text_that_is_wrong_is_struck_out(cast, engagement):
    decide(make_appealed(engagement, "quote"), cast.stella)
    theirs = of_host(engagement)
    assert (theirs.quote, theirs.struck) == ("", {"quote": QUOTE})


def test_a_mark_that_is_wrong_counts_nowhere(cast, engagement):
    theirs = Evaluation.objects.get(engagement=engagement, side="intern")
    appealed = appeal_evaluation(evaluation_id=theirs.pk, part="fairness", words="Paid.", actor=cast.hugo)
    assert promises_of(cast.acme).told == 1
    decide(appealed, cast.stella)
    theirs.refresh_from_db()
    assert ("fairness" in theirs.marks, theirs.struck) == (False, {"fairness": 3})


def test_both_are_told_and_the_completion_page_says_it_no_more(cast, client, engagement):
    client.force_login(cast.sam)
    page = reverse("work:completion", args=[engagement.public_id])
    assert QUOTE in client.get(page).content.decode()
    url = reverse("work:evaluation_appeal", args=[engagement.public_id])
    missing = client.post(url, {"part": "quote"})
    assert (missing.status_code, "A fact in it is wrong" in missing.content.decode()) == (422, True)
    assert client.post(url, {"part": "quote", "words": "It was a week."}).status_code == 302
    settle(clock.now())
    assert Notice.objects.get(kind="evaluation.appealed").recipient == cast.stella
    assert Notice.objects.get(kind="evaluation.appealed.author").recipient == cast.hugo

    client.force_login(cast.stella)
    desk = reverse("stewards:appeal", args=[of_host(engagement).public_id])
    shown = client.get(desk).content.decode()
    assert (QUOTE in shown, "It was a week." in shown) == (True, True)
    assert client.post(desk, {"decision": "upheld", "reason": "Nine days."}).status_code == 302
    settle(clock.now())
    told = Notice.objects.filter(kind="evaluation.appeal_decided")
    assert {notice.recipient for notice in told} == {cast.sam, cast.hugo}

    client.force_login(cast.sam)
    assert QUOTE not in client.get(page).content.decode()
    evaluation = client.get(reverse("work:evaluation", args=[engagement.public_id])).content.decode()
    assert ("Struck out by somebody neutral" in evaluation, "Nine days." in evaluation, QUOTE in evaluation) == (
        True, True, False,
    )  # fmt: skip


def test_a_steward_reads_which_mark_by_its_name(cast, client, engagement):
    appealed = make_appealed(engagement, "professionalism", "Every date was kept.")
    client.force_login(cast.stella)
    page = client.get(reverse("stewards:appeal", args=[appealed.public_id])).content.decode()
    assert ("Reliability" in page, "3 / 4" in page, "professionalism" in page) == (True, True, False)
