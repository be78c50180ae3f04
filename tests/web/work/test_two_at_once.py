"""A form that was opened before someone else moved the thing: 409 with both texts, and nothing overwritten."""

from __future__ import annotations

from django.urls import reverse

from firstfoot.foundation.journal.models import Fact
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import AgreementVersion, CheckInAnswer
from firstfoot.work.evaluations.actions import asked_of
from firstfoot.work.evaluations.events import Evaluations
from firstfoot.work.evaluations.models import Evaluation
from tests.factories.engagements import accept_all, evaluate, make_active, make_closing, make_engagement
from tests.journeys.forms import Page


def opened(client, person, name, *arguments):
    """What the form of the page would send, and where."""
    client.force_login(person)
    address = reverse(f"work:{name}", args=arguments)
    forms = [form for form in Page(client.get(address).content.decode()).forms if form.action in {"", address}]
    return address, forms[0].data()


def test_terms_made_from_an_older_version_do_not_replace_a_newer_one(cast, client):
    engagement = make_engagement(cast)
    where, mine = opened(client, cast.sam, "agreement_counter", engagement.public_id)
    _, theirs = opened(client, cast.hana, "agreement_counter", engagement.public_id)
    assert client.post(where, {**theirs, "hours": "30", "note": "More to do."}).status_code == 302

    client.force_login(cast.sam)
    answer = client.post(where, {**mine, "hours": "25", "note": "My own words"})

    assert answer.status_code == 409
    assert (answer.context["mine"], answer.context["theirs"]) == (
        "Hours: 25\nMy own words", "The terms moved while you wrote.\nHours: 30",
    )  # fmt: skip
    versions = AgreementVersion.objects.filter(engagement=engagement).order_by("number")
    assert [(one.number, one.state, one.terms["hours"]) for one in versions] == [
        (1, "countered", 20), (2, "proposed", 30),
    ]  # fmt: skip


def test_terms_that_were_sent_twice_are_proposed_once(cast, client):
    engagement = make_engagement(cast)
    where, mine = opened(client, cast.sam, "agreement_counter", engagement.public_id)
    answers = [client.post(where, {**mine, "hours": "25", "note": "Less time."}) for _press in range(2)]
    assert [answer.status_code for answer in answers] == [302, 409]
    assert answers[1].context["mine"] == "Less time."
    assert AgreementVersion.objects.filter(engagement=engagement).count() == 2


def test_a_cover_does_not_overwrite_what_the_supervisor_answered_meanwhile(cast, client):
    engagement = make_active(cast)
    taps = {"progress": "on_track", "confidence": "high", "blocked": "no"}
    where, cover = opened(client, cast.cora, "check_in", engagement.public_id, 1)
    _, supervisor = opened(client, cast.hugo, "check_in", engagement.public_id, 1)
    sent = {**supervisor, **taps, "note": "Two bakeries are done."}
    assert [client.post(where, sent).status_code for _press in range(2)] == [302, 302]
    assert Fact.objects.filter(kind=Engagements.CHECK_IN_ANSWERED_BY_ONE).count() == 1

    client.force_login(cast.cora)
    answer = client.post(where, {**cover, **taps, "progress": "behind", "note": "I saw one."})

    assert answer.status_code == 409
    assert (answer.context["mine"], answer.context["theirs"]) == (
        "Behind\nSure\nNothing\nI saw one.", "Hugo Marsh\nOn track\nSure\nNothing\nTwo bakeries are done.",
    )  # fmt: skip
    assert [(a.person, a.note) for a in CheckInAnswer.objects.all()] == [(cast.hugo, "Two bakeries are done.")]

    where, again = opened(client, cast.cora, "check_in", engagement.public_id, 1)
    assert again["note"] == ["Two bakeries are done."]
    assert client.post(where, {**again, **taps, "note": "Two, and I saw one."}).status_code == 302


def test_an_owner_does_not_overwrite_an_assessment_written_meanwhile(cast, client):
    engagement = make_closing(cast)
    where, owner = opened(client, cast.hana, "evaluation", engagement.public_id)
    _, supervisor = opened(client, cast.hugo, "evaluation", engagement.public_id)
    marks = {f"mark_{code}": "3" for code in asked_of("host")}
    whole = {**supervisor, **marks, "went_well": "Asked early.", "would_again": "yes", "decision": "hand_in"}
    assert [client.post(where, whole).status_code for _press in range(2)] == [302, 302]
    assert Fact.objects.filter(kind=Evaluations.SUBMITTED).count() == 1

    client.force_login(cast.hana)
    late = {**owner, "went_well": "Came on time.", "mark_technology": "4", "decision": "draft"}
    answer = client.post(where, late)

    assert (answer.status_code, answer.context["mine"]) == (409, "Came on time.\nTools and methods: A strength")
    assert answer.context["theirs"].startswith("Hugo Marsh\nAsked early.\nCommunication: ")
    kept = Evaluation.objects.get(engagement=engagement)
    assert (kept.state, kept.author, kept.went_well) == ("submitted", cast.hugo, "Asked early.")

    where, again = opened(client, cast.hana, "evaluation", engagement.public_id)
    assert client.post(where, {**again, "went_well": "Asked early, came on time.", "decision": "hand_in"}).url == where


def test_what_is_handed_in_stays_whole(cast, client):
    engagement = make_closing(cast)
    evaluate(engagement, cast.sam)
    where, mine = opened(client, cast.sam, "evaluation", engagement.public_id)
    torn = {**mine, "mark_clarity": "", "decision": "draft"}
    assert client.post(where, torn).status_code == 409
    assert set(Evaluation.objects.get(engagement=engagement).marks) == set(asked_of("intern"))


def test_a_page_that_names_what_does_not_stand_overwrites_nothing(cast, client):
    engagement = make_active(cast)
    where, mine = opened(client, cast.sam, "check_in", engagement.public_id, 1)
    said = {"progress": "on_track", "confidence": "high", "blocked": "no", "note": "One is done.", "seen": "nothing"}
    assert client.post(where, {**mine, **said}).status_code == 302
    engagement = accept_all(engagement)
    where, mine = opened(client, cast.sam, "evaluation", engagement.public_id)
    assert client.post(where, {**mine, "went_well": "Much.", "decision": "draft", "seen": "nothing"}).status_code == 302
    assert Evaluation.objects.get().went_well == "Much."
