"""Pages of the work: what each shows, who may open it, how many queries it takes."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.urls import reverse

from firstfoot.kernel import clock
from firstfoot.market.organizations.actions import suspend_organization
from firstfoot.proof.pathways.actions import offer_pathway
from firstfoot.web.work.story import told
from firstfoot.work.engagements.actions import end_early, mark_paid, report_stuck
from firstfoot.work.engagements.queries.timeline import Happening
from firstfoot.work.engagements.states import Side
from tests.factories.engagements import (
    accept_all,
    answer,
    make_active,
    make_closing,
    make_completed,
    make_engagement,
    make_signed,
    submit,
    upload,
)
from tests.factories.projects import make_open_project

pytestmark = pytest.mark.once

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)
PARTS = (
    "engagement",
    "story",
    "agreement",
    "deliverables",
    "check_ins",
    "conversation",
    "closing",
    "evaluation",
    "pathway",
)


def url(name, engagement, *more):
    return reverse(f"work:{name}", args=[engagement.public_id, *more])


def page(client, person, name, engagement, *more):
    client.force_login(person)
    return client.get(url(name, engagement, *more))


@pytest.mark.parametrize(
    ("who", "status"),
    [("sam", 200), ("hana", 200), ("rita", 200), ("hugo", 200), ("cora", 200), ("otto", 404), ("stella", 404)],
)
def test_who_may_open_the_pages(cast, client, who, status):
    engagement = make_active(cast)
    found = {name: page(client, getattr(cast, who), name, engagement).status_code for name in PARTS}
    assert found == dict.fromkeys(PARTS, status)


def test_visitors_sign_in_first(cast, client):
    engagement = make_engagement(cast)
    addresses = [reverse("work:list"), *(url(name, engagement) for name in PARTS)]
    assert {client.get(address).status_code for address in addresses} == {302}


@pytest.mark.parametrize("make", [make_engagement, make_signed, make_active, make_closing, make_completed])
def test_every_page_in_every_state_takes_few_queries(cast, client, make, django_assert_max_num_queries):
    engagement = make(cast)
    for who in (cast.sam, cast.hana, cast.hugo):
        client.force_login(who)
        for name in PARTS:
            with django_assert_max_num_queries(12, info=f"{name} of {who.name}"):
                assert client.get(url(name, engagement)).status_code == 200


@pytest.mark.parametrize("who", ["sam", "hugo", "rita"])
def test_pages_of_parts_take_few_queries(cast, client, who, django_assert_max_num_queries):
    engagement = make_active(cast, weeks=4)
    submit(engagement, files=[upload(cast.sam), upload(cast.sam, "second.pdf")])
    answer(engagement, cast.sam, progress="stuck")
    answer(engagement, cast.hugo, progress="ahead")
    correction = report_stuck(engagement_id=engagement.pk, what="No figures", actor=cast.sam)
    client.force_login(getattr(cast, who))
    parts = [
        ("deliverable", 1),
        ("check_in", 1),
        ("check_in", 2),
        ("check_in", 3),
        ("correction", correction.public_id),
    ]
    for name, part in parts:
        with django_assert_max_num_queries(12):
            assert client.get(url(name, engagement, part)).status_code == 200


@pytest.mark.parametrize("count", [1, 20])
def test_the_list_takes_the_same_queries_however_long(cast, client, count, django_assert_num_queries):
    for number in range(count):
        make_engagement(cast, project=make_open_project(cast, title=f"Project {number}"))
    client.force_login(cast.sam)
    with django_assert_num_queries(10):
        response = client.get(reverse("work:list"))
    assert len(response.context["rows"]) == count


def test_an_empty_list_says_what_will_be_here(cast, client):
    client.force_login(cast.paz)
    assert "once an offer is accepted" in client.get(reverse("work:list")).content.decode()


@pytest.mark.parametrize(("who", "whose"), [("sam", "Next: your move"), ("hugo", "Next: their move")])
def test_the_overview_says_whose_move_it_is(cast, client, who, whose):
    assert whose in page(client, getattr(cast, who), "engagement", make_engagement(cast)).content.decode()


def test_addresses_are_shown_from_the_signing_on(cast, client):
    before = page(client, cast.sam, "engagement", make_engagement(cast)).content.decode()
    after = page(client, cast.paz, "engagement", make_signed(cast, person=cast.paz)).content.decode()
    assert ("hugo@example.org" in before, "hugo@example.org" in after) == (False, True)


def test_both_sides_read_the_same_text(cast, client):
    engagement = make_engagement(cast)
    texts = [
        page(client, person, "agreement", engagement).context["version"].content_hash
        for person in (cast.sam, cast.hana)
    ]
    assert texts[0] == texts[1]


def test_an_older_version_stays_readable_and_an_unknown_one_is_not_there(cast, client):
    engagement = make_engagement(cast)
    client.force_login(cast.sam)
    assert client.get(url("agreement", engagement) + "?version=1").status_code == 200
    assert client.get(url("agreement", engagement) + "?version=7").status_code == 404


def test_owners_read_that_a_check_in_happened_and_not_what_was_said(cast, client):
    engagement = make_active(cast)
    answer(engagement, cast.sam, note="A private worry")
    answer(engagement, cast.hugo)
    texts = {
        who: page(client, getattr(cast, who), "check_in", engagement, 1).content.decode() for who in ("hana", "cora")
    }
    assert ("A private worry" in texts["hana"], "A private worry" in texts["cora"]) == (False, True)


def test_the_other_side_does_not_see_an_answer_before_its_own(cast, client):
    engagement = make_active(cast)
    before = page(client, cast.hugo, "check_ins", engagement).content.decode()
    answer(engagement, cast.sam, note="A private worry")
    after = page(client, cast.hugo, "check_ins", engagement).content.decode()
    assert before == after


def test_the_learning_goal_stands_at_each_check_in(cast, client):
    engagement = make_active(cast)
    client.force_login(cast.sam)
    client.post(url("learning_goal", engagement), {"goal": "How bread rises"})
    assert "How bread rises" in page(client, cast.hugo, "check_in", engagement, 1).content.decode()


def test_the_completion_page_says_what_was_done(cast, client):
    text = page(client, cast.sam, "completion", make_completed(cast)).content.decode()
    for said in (
        "Samuel Okoro",
        "Brindle Bakery",
        "Comparison table",
        "A good fortnight, says Hugo Marsh",
        "20 agreed",
    ):
        assert said in text


def test_there_is_no_completion_page_before(cast, client):
    assert page(client, cast.sam, "completion", make_closing(cast)).status_code == 404


def test_assessments_are_hidden_until_both_are_in(cast, client):
    engagement = make_active(cast)
    accept_all(engagement)
    from tests.factories.engagements import evaluate

    evaluate(engagement, cast.hugo, went_well="A secret praise")
    assert "A secret praise" not in page(client, cast.sam, "evaluation", engagement).content.decode()
    evaluate(engagement, cast.sam)
    assert "A secret praise" in page(client, cast.sam, "evaluation", engagement).content.decode()


def test_a_stopped_host_reads_and_sees_no_forms(cast, client):
    engagement = make_active(cast)
    suspend_organization(organization_id=cast.acme.pk, actor=cast.stella, reason="Checks")
    response = page(client, cast.hugo, "check_in", engagement, 1)
    assert (response.status_code, response.context["form"]) == (200, None)


def test_what_comes_next_is_read_by_both(cast, client):
    engagement = make_completed(cast)
    offer_pathway(engagement_id=engagement.pk, kind="interview", note="In March", actor=cast.hugo)
    texts = [page(client, person, "pathway", engagement).content.decode() for person in (cast.sam, cast.hana)]
    assert ["In March" in text for text in texts] == [True, True]
    assert ["Yes, gladly" in text for text in texts] == [True, False]


@pytest.mark.parametrize("kind", ["keep_in_touch", "nothing_now"])
def test_what_is_only_told_asks_for_no_answer(cast, client, kind):
    engagement = make_completed(cast)
    offer = offer_pathway(engagement_id=engagement.pk, kind=kind, note="", actor=cast.hugo)
    with clock.at(offer.expires_at + timedelta(days=1)):
        told = [page(client, cast.sam, name, engagement) for name in ("pathway", "closing")]
    for words in ("Yes, gladly", "Say yes or no", "Not answered"):
        assert [words in response.content.decode() for response in told] == [False, False]


@pytest.mark.parametrize(
    ("name", "who", "status"),
    [("end", "sam", 200), ("end", "hugo", 200), ("end", "otto", 404), ("supervisor", "hana", 200),
     ("supervisor", "hugo", 403), ("supervisor", "sam", 403), ("stuck", "sam", 200), ("stuck", "otto", 404)],
)  # fmt: skip
def test_who_may_open_the_forms(cast, client, name, who, status):
    assert page(client, getattr(cast, who), name, make_active(cast)).status_code == status


def test_the_counter_form_is_filled_in_with_what_stands(cast, client):
    response = page(client, cast.sam, "agreement_counter", make_engagement(cast))
    form = response.context["form"]
    assert (form["pay_minor"].value(), form["hours"].value()) == (480, 20)


def test_what_is_over_cannot_be_ended_again(cast, client):
    assert page(client, cast.sam, "end", make_completed(cast)).status_code == 409


def test_steps_done_in_a_row_are_one_line_of_the_story():
    done = [
        Happening("engagement.onboarding_step_done", NOON, who, side)
        for who, side in [*[("Sam", Side.INTERN)] * 3, ("Hugo", Side.HOST), ("Sam", Side.INTERN)]
    ]
    assert [line.text for line in told(done)] == [
        "Sam did a step before the start", "Hugo did a step before the start", "Sam did 3 steps before the start",
    ]  # fmt: skip


def test_whoever_signs_is_told_which_name_the_text_has(cast, client):
    form = page(client, cast.sam, "agreement", make_engagement(cast)).context["form"]
    assert cast.sam.formal_name in form["typed_name"].help_text


def test_settled_pay_is_no_longer_due(cast, client):
    engagement = make_closing(cast)
    before = page(client, cast.hana, "closing", engagement).content.decode()
    mark_paid(engagement_id=engagement.pk, paid_on=clock.today(), actor=cast.hana)
    after = page(client, cast.hana, "closing", engagement).content.decode()
    assert ("> due " in before or ">due " in before, ">due " in after) == (True, False)


def test_an_early_end_asks_for_nothing_more(cast, client):
    engagement = make_active(cast)
    end_early(
        engagement_id=engagement.pk, reason="plans_changed", note="We moved.", handed_over="", part_pay_minor=1000,
        actor=cast.hana,
    )  # fmt: skip
    badges = [str(row["badge"].text) for row in page(client, cast.sam, "deliverables", engagement).context["rows"]]
    assert set(badges) == {"Not finished"}
