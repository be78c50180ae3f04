"""What is done on the pages of the work: each post, its refusals, its effect."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from firstfoot.kernel import clock
from firstfoot.work.engagements.actions import propose_skip, report_stuck
from firstfoot.work.engagements.models import CheckInAnswer, CourseCorrection
from firstfoot.work.evaluations.actions import asked_of
from firstfoot.work.evaluations.models import Evaluation
from tests.cast import enter
from tests.factories.engagements import (
    check_in,
    deliverable,
    evaluate,
    make_active,
    make_closing,
    make_completed,
    make_engagement,
    make_signed,
    proposed,
    send_back,
    sign,
    submit,
    tick_all,
)

pytestmark = pytest.mark.once
SAID = {"progress": "on_track", "confidence": "high", "blocked": "no", "note": "All well"}


def post(client, person, name, engagement, *more, **data):
    enter(client, person)
    return client.post(reverse(f"work:{name}", args=[engagement.public_id, *more]), data)


def signing(engagement, **changes):
    return {"content_hash": proposed(engagement).content_hash, "typed_name": "A. Name", "agreed": "on", **changes}


def test_both_sign_on_the_page(cast, client):
    engagement = make_engagement(cast)
    assert post(client, cast.hana, "agreement_sign", engagement, **signing(engagement)).status_code == 302
    post(client, cast.sam, "agreement_sign", engagement, **signing(engagement))
    engagement.refresh_from_db()
    assert engagement.state == "onboarding"


@pytest.mark.parametrize(
    ("changes", "status"), [({"typed_name": ""}, 422), ({"agreed": ""}, 422), ({"content_hash": "0" * 64}, 409)]
)
def test_a_signature_must_be_whole_and_of_this_text(cast, client, changes, status):
    engagement = make_engagement(cast)
    assert post(client, cast.sam, "agreement_sign", engagement, **signing(engagement, **changes)).status_code == status


@pytest.mark.parametrize(("who", "status"), [("hugo", 403), ("otto", 404)])
def test_who_may_not_sign_on_the_page(cast, client, who, status):
    engagement = make_engagement(cast)
    assert post(client, getattr(cast, who), "agreement_sign", engagement, **signing(engagement)).status_code == status


def countering(client, person, engagement, **changes):
    client.force_login(person)
    form = client.get(reverse("work:agreement_counter", args=[engagement.public_id])).context["form"]
    values = {field.name: field.value() for field in form}
    return {**{name: "" if value is None else value for name, value in values.items()}, "note": "Why", **changes}


def test_a_counter_becomes_the_next_version(cast, client):
    engagement = make_engagement(cast)
    data = countering(client, cast.sam, engagement, pay_minor="520.50", criterion_1_0="Six bakeries")
    assert post(client, cast.sam, "agreement_counter", engagement, **data).status_code == 302
    version = proposed(engagement)
    assert (version.number, version.terms["pay_minor"]) == (2, 52050)
    assert version.terms["deliverables"][0]["criteria"][0]["text"] == "Six bakeries"


@pytest.mark.parametrize("changes", [{}, {"pay_minor": "1"}, {"end_on": "2020-01-01"}, {"note": "", "hours": "30"}])
def test_a_counter_that_cannot_stand_is_shown_with_its_reason(cast, client, changes):
    engagement = make_engagement(cast)
    data = countering(client, cast.sam, engagement, **changes)
    response = post(client, cast.sam, "agreement_counter", engagement, **data)
    assert (response.status_code, bool(response.context["form"].errors)) == (422, True)


def test_a_counter_to_an_older_page_shows_both_texts(cast, client):
    engagement = make_engagement(cast)
    data = countering(client, cast.sam, engagement, hours="25", note="My own words")
    sign(engagement, cast.hana)
    response = post(client, cast.sam, "agreement_counter", engagement, **data)
    assert (response.status_code, "My own words" in response.content.decode()) == (409, True)


def test_more_time_to_sign(cast, client):
    engagement = make_engagement(cast)
    assert post(client, cast.sam, "agreement_extend", engagement).status_code == 302


def test_a_step_is_ticked_with_and_without_scripts(cast, client):
    engagement = make_signed(cast)
    mine = engagement.onboarding_steps.get(side="intern")
    assert post(client, cast.sam, "step_tick", engagement, mine.number, done="1").status_code == 302
    client.force_login(cast.sam)
    part = client.post(
        reverse("work:step_tick", args=[engagement.public_id, mine.number]), {},
        headers={"HX-Request": "true", "HX-Request-Type": "partial"},
    )  # fmt: skip
    mine.refresh_from_db()
    assert (part.status_code, "<html" in part.content.decode(), mine.done_at) == (200, False, None)


def test_nobody_ticks_for_the_other_side_on_the_page(cast, client):
    engagement = make_signed(cast)
    theirs = engagement.onboarding_steps.get(side="host")
    assert post(client, cast.sam, "step_tick", engagement, theirs.number, done="1").status_code == 403


def test_the_work_starts_from_the_page(cast, client):
    engagement = tick_all(make_signed(cast))
    assert post(client, cast.hugo, "start", engagement).status_code == 302
    engagement.refresh_from_db()
    assert engagement.state == "active"


def test_another_start_is_proposed_and_agreed(cast, client):
    engagement = make_signed(cast)
    day = engagement.start_on + timedelta(days=7)
    assert post(client, cast.sam, "start_propose", engagement, new_start_on="soon").status_code == 422
    post(client, cast.sam, "start_propose", engagement, new_start_on=day.isoformat())
    assert post(client, cast.sam, "start_agree", engagement).status_code == 409
    post(client, cast.hugo, "start_agree", engagement)
    engagement.refresh_from_db()
    assert engagement.start_on == day


def test_check_ins_are_answered_on_the_page(cast, client):
    engagement = make_active(cast)
    assert post(client, cast.sam, "check_in", engagement, 1, **SAID).status_code == 302
    assert post(client, cast.sam, "check_in", engagement, 1, note="x").status_code == 422
    assert CheckInAnswer.objects.get().note == "All well"


@pytest.mark.parametrize(("who", "status"), [("hana", 403), ("otto", 404)])
def test_who_may_not_answer_on_the_page(cast, client, who, status):
    assert post(client, getattr(cast, who), "check_in", make_active(cast), 1, **SAID).status_code == status


def test_a_check_in_is_left_out_by_both(cast, client):
    engagement = make_active(cast)
    propose_skip(check_in_id=check_in(engagement).pk, actor=cast.sam)
    post(client, cast.hugo, "check_in_skip", engagement, 1)
    assert check_in(engagement).state == "skipped"


def steps_for(engagement, seen, what):
    owners = {f"owner_{row}": "host" for row in range(4)}
    return {"seen": seen, "what": what, "text_0": "Send them", "due_0": engagement.end_on.isoformat(), **owners}


def test_being_stuck_leads_to_an_agreed_change_of_course(cast, client):
    engagement = make_active(cast)
    assert post(client, cast.sam, "stuck", engagement, what=" ").status_code == 422
    post(client, cast.sam, "stuck", engagement, what="No figures")
    correction = CourseCorrection.objects.get()
    steps = steps_for(engagement, correction.version, "No figures")
    assert post(client, cast.sam, "correction", engagement, correction.public_id, **steps).status_code == 302
    correction.refresh_from_db()
    post(client, cast.hugo, "correction_agree", engagement, correction.public_id, seen=correction.version)
    post(client, cast.sam, "correction_close", engagement, correction.public_id)
    correction.refresh_from_db()
    assert (correction.state, correction.actions.get().text) == ("done", "Send them")


def test_a_proposal_to_an_older_page_shows_both_texts(cast, client):
    engagement = make_active(cast)
    correction = report_stuck(engagement_id=engagement.pk, what="No figures", actor=cast.sam)
    steps = steps_for(engagement, 0, "My own words")
    response = post(client, cast.hugo, "correction", engagement, correction.public_id, **steps)
    assert (response.status_code, "My own words" in response.content.decode()) == (409, True)


def handing(engagement, **changes):
    thing = deliverable(engagement)
    return {"key": "one-key", "seen": thing.version, "note": "Here", "links": "https://example.org/a", **changes}


def test_files_and_links_are_handed_in_once(cast, client):
    engagement = make_active(cast)
    data = handing(engagement)
    for _again in range(2):
        files = [SimpleUploadedFile("a.pdf", b"%PDF-1.7 a"), SimpleUploadedFile("b.csv", b"a,b\n")]
        assert post(client, cast.sam, "deliverable_submit", engagement, 1, attachments=files, **data).status_code == 302
    only = deliverable(engagement).submissions.get()
    assert (sorted(f.file.name for f in only.files.all()), only.links) == (
        ["a.pdf", "b.csv"],
        ["https://example.org/a"],
    )


@pytest.mark.parametrize("changes", [{"note": "", "links": ""}, {"links": "not a link"}, {"key": ""}])
def test_what_cannot_be_handed_in_stays_on_the_page(cast, client, changes):
    engagement = make_active(cast)
    response = post(client, cast.sam, "deliverable_submit", engagement, 1, **handing(engagement, **changes))
    assert response.status_code == 422


def test_a_refused_file_is_an_error_of_its_field(cast, client):
    engagement = make_active(cast)
    bad = SimpleUploadedFile("page.html", b"<script>")
    response = post(client, cast.sam, "deliverable_submit", engagement, 1, attachments=[bad], **handing(engagement))
    assert (response.status_code, list(response.context["form"].errors)) == (422, ["attachments"])


def test_handing_in_to_an_older_page_shows_both_texts(cast, client):
    engagement = make_active(cast)
    response = post(
        client, cast.sam, "deliverable_submit", engagement, 1, **handing(engagement, seen=99, note="My words")
    )
    assert (response.status_code, "My words" in response.content.decode()) == (409, True)


@pytest.mark.parametrize(("who", "status"), [("hugo", 403), ("otto", 404)])
def test_only_the_intern_hands_in(cast, client, who, status):
    engagement = make_active(cast)
    assert (
        post(client, getattr(cast, who), "deliverable_submit", engagement, 1, **handing(engagement)).status_code
        == status
    )


def reviewing(decision="accept", **changes):
    return {
        "submission": 1,
        "met_1": "met",
        "met_2": "met",
        "why_1": "",
        "why_2": "",
        "comment": "",
        "decision": decision,
        **changes,
    }


def test_a_result_is_accepted_on_the_page(cast, client):
    engagement = make_active(cast)
    submit(engagement)
    assert post(client, cast.hugo, "deliverable_review", engagement, 1, **reviewing()).status_code == 302
    assert deliverable(engagement).state == "accepted"


def test_a_result_is_returned_on_the_page(cast, client):
    engagement = make_active(cast)
    submit(engagement)
    post(
        client, cast.hugo, "deliverable_review", engagement, 1, **reviewing("return", met_1="not_yet", why_1="A source")
    )
    assert deliverable(engagement).state == "returned"


@pytest.mark.parametrize(
    "data",
    [reviewing(met_1=""), reviewing(met_1="not_yet", why_1="x"), reviewing("return"),
     reviewing("return", met_1="not_yet")],
)  # fmt: skip
def test_a_review_that_is_not_whole_stays_on_the_page(cast, client, data):
    engagement = make_active(cast)
    submit(engagement)
    assert post(client, cast.hugo, "deliverable_review", engagement, 1, **data).status_code == 422


def test_a_review_of_an_older_version_shows_both_texts(cast, client):
    engagement = make_active(cast)
    submit(engagement)
    send_back(engagement)
    submit(engagement)
    response = post(client, cast.hugo, "deliverable_review", engagement, 1, **reviewing(comment="My words"))
    assert (response.status_code, "My words" in response.content.decode()) == (409, True)


@pytest.mark.parametrize(("who", "status"), [("sam", 403), ("rita", 403), ("otto", 404)])
def test_who_may_not_review_on_the_page(cast, client, who, status):
    engagement = make_active(cast)
    submit(engagement)
    assert post(client, getattr(cast, who), "deliverable_review", engagement, 1, **reviewing()).status_code == status


def test_messages_are_sent_once(cast, client):
    engagement = make_engagement(cast)
    assert post(client, cast.sam, "conversation", engagement, key="k", body=" ").status_code == 422
    for _again in range(2):
        assert post(client, cast.sam, "conversation", engagement, key="k", body="Hello").status_code == 302
    engagement.thread.refresh_from_db()
    assert engagement.thread.posts_count == 1


def test_ending_says_why(cast, client):
    engagement = make_active(cast)
    assert post(client, cast.sam, "end", engagement, reason="no_time", note="").status_code == 422
    post(client, cast.sam, "end", engagement, reason="no_time", note="Exams", handed_over="All", part_pay="120")
    engagement.refresh_from_db()
    assert (engagement.state, engagement.part_pay.by_intern_minor, engagement.ended_side) == (
        "ended_early", 12000, "intern",
    )  # fmt: skip


def test_closing_notes_and_both_halves_of_the_pay(cast, client):
    engagement, today = make_closing(cast), clock.today().isoformat()
    post(client, cast.sam, "closing", engagement, hours_worked="21", tools_used="Sheets", learning_answer="")
    post(client, cast.hana, "paid", engagement, **{"paid-day": today})
    post(client, cast.sam, "received", engagement, **{"received-day": today})
    engagement.refresh_from_db()
    assert (engagement.hours_worked, str(engagement.paid_on), str(engagement.received_on)) == (21, today, today)


@pytest.mark.parametrize(
    ("name", "who", "status"), [("paid", "sam", 403), ("received", "hana", 403), ("paid", "otto", 404)]
)
def test_nobody_states_the_other_half_on_the_page(cast, client, name, who, status):
    assert (
        post(client, getattr(cast, who), name, make_closing(cast), **{f"{name}-day": "2026-01-01"}).status_code
        == status
    )


def test_a_day_ahead_stays_on_the_page(cast, client):
    ahead = (clock.today() + timedelta(days=9)).isoformat()
    assert post(client, cast.hana, "paid", make_closing(cast), **{"paid-day": ahead}).status_code == 422


def assessment(side, **changes):
    return {**{f"mark_{code}": "3" for code in asked_of(side)}, "went_well": "Much", "would_again": "yes", **changes}


def test_both_assess_on_the_page_and_it_completes(cast, client):
    engagement = make_closing(cast)
    assert post(client, cast.sam, "evaluation", engagement, went_well="x", decision="hand_in").status_code == 422
    post(client, cast.sam, "evaluation", engagement, decision="draft", went_well="x")
    post(client, cast.sam, "evaluation", engagement, decision="hand_in", **assessment("intern"))
    post(client, cast.hugo, "evaluation", engagement, decision="hand_in", **assessment("host"))
    engagement.refresh_from_db()
    assert engagement.state == "completed"


def test_an_assessment_that_comes_too_late_keeps_its_text(cast, client):
    engagement = make_completed(cast)
    data = assessment("intern", went_well="My own words")
    response = post(client, cast.sam, "evaluation", engagement, decision="hand_in", **data)
    assert (response.status_code, "My own words" in response.content.decode()) == (409, True)


def test_recruiters_do_not_assess(cast, client):
    assert post(client, cast.rita, "evaluation", make_closing(cast), **assessment("host")).status_code == 403


def test_one_reply_on_the_page(cast, client):
    engagement = make_completed(cast)
    assert post(client, cast.sam, "evaluation_reply", engagement, reply="").status_code == 422
    post(client, cast.sam, "evaluation_reply", engagement, reply="Thank you")
    assert Evaluation.objects.get(side="host").reply == "Thank you"


def test_no_reply_before_the_reveal(cast, client):
    engagement = make_closing(cast)
    evaluate(engagement, cast.hugo)
    assert post(client, cast.sam, "evaluation_reply", engagement, reply="Hm").status_code == 404


def test_another_supervisor_is_named(cast, client):
    engagement = make_active(cast)
    data = {"supervisor": cast.cora.public_id, "cover": cast.hugo.public_id}
    assert post(client, cast.hana, "supervisor", engagement, **{**data, "cover": data["supervisor"]}).status_code == 422
    assert post(client, cast.hugo, "supervisor", engagement, **data).status_code == 403
    post(client, cast.hana, "supervisor", engagement, **data)
    engagement.refresh_from_db()
    assert (engagement.supervisor, engagement.cover) == (cast.cora, cast.hugo)


@pytest.mark.parametrize(
    "name", ["agreement_sign", "agreement_extend", "learning_goal", "start", "paid", "pathway_answer"]
)
def test_moves_answer_no_get(cast, client, name):
    client.force_login(cast.sam)
    assert client.get(reverse(f"work:{name}", args=[make_engagement(cast).public_id])).status_code == 405
