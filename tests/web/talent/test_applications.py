"""The list of applications and the page of one."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from firstfoot.foundation.accounts.actions import add_away
from firstfoot.kernel import clock
from firstfoot.market.applications.actions import (
    block_each_other,
    decline,
    lapse,
    post_in_application,
    rescind_offer,
    reserve_or_lapse_rest,
)
from firstfoot.work.engagements.actions import accept_offer
from tests.factories.applications import (
    change_brief,
    make_declined,
    make_draft,
    make_mark,
    make_offered,
    make_open_project,
    make_profile,
    make_shortlisted,
    make_submitted,
    shortlist,
)

LIST = reverse("talent:applications")


@pytest.fixture
def project(cast):
    return make_open_project(cast)


@pytest.fixture
def sam(cast, client):
    client.force_login(cast.sam)
    return cast.sam


def page(application) -> str:
    return reverse("talent:application", args=[application.public_id])


def move(name, application) -> str:
    return reverse(f"talent:{name}", args=[application.public_id])


# The list


def test_signed_in_only(client, db):
    assert client.get(LIST).status_code == 302


def test_an_empty_list_says_what_will_be_here(sam, client):
    assert "kept here" in client.get(LIST).content.decode()


def test_three_groups(cast, sam, client, project):
    draft = make_draft(sam, project)
    offered = make_offered(cast, sam, make_open_project(cast))
    waiting = make_submitted(sam, make_open_project(cast))
    declined = make_declined(cast, sam, make_open_project(cast))

    context = client.get(LIST).context

    assert [a for a, _ in context["mine"]] == [offered, draft]
    assert [a for a, _ in context["waiting"]] == [waiting]
    assert [a for a, _ in context["ended"]] == [declined]


def test_nobody_elses(cast, client, project):
    make_submitted(cast.sam, project)
    client.force_login(cast.paz)

    assert client.get(LIST).context["waiting"] == []


@pytest.mark.parametrize("count", [1, 20])
def test_the_list_costs_the_same_however_long(cast, sam, client, count, django_assert_num_queries):
    for _ in range(count):
        make_submitted(sam, make_open_project(cast))
    with django_assert_num_queries(QUERIES):
        answer = client.get(LIST)
    assert len(answer.context["waiting"]) == count


QUERIES = 5  # session, person, live ones, count of the ended; the unread badge of the bar


# The page


@pytest.mark.parametrize(("who", "status"), [("sam", 200), ("paz", 404), ("hana", 404), ("otto", 404), ("stella", 404)])
def test_who_may_look(cast, client, project, who, status):
    application = make_submitted(cast.sam, project)
    client.force_login(getattr(cast, who))

    assert client.get(page(application)).status_code == status


def test_it_says_by_when_the_host_answers(sam, client, project):
    application = make_submitted(sam, project)

    text = client.get(page(application)).content.decode()

    assert "Brindle Bakery answers by" in text
    assert application.pseudonym in text


def test_a_late_host_is_named_late(sam, client, project):
    application = make_submitted(sam, project)

    with clock.at(application.answer_by_at + timedelta(days=1)):
        assert "is late with its answer" in client.get(page(application)).content.decode()


def test_an_offer_shows_its_clock_and_both_answers(cast, sam, client, project):
    application = make_offered(cast, sam, project)

    text = client.get(page(application)).content.decode()

    assert "We liked it." in text
    assert move("offer_accept", application) in text
    assert move("offer_refuse", application) in text


def test_a_no_says_why_and_points_to_open_projects(cast, sam, client, project):
    other = make_open_project(cast, organization=cast.otherhost)
    application = make_declined(cast, sam, project)

    answer = client.get(page(application))

    assert "Others came closer to what the project needs." in answer.content.decode()
    assert "Your plan was clear." in answer.content.decode()
    assert answer.context["others"] == [other]


def test_an_offer_taken_back_says_why(cast, sam, client, project):
    application = make_offered(cast, sam, project)
    rescind_offer(application_id=application.pk, reason="budget_gone", actor=cast.hana)

    assert "no longer has the money" in client.get(page(application)).content.decode()


def test_a_lapse_is_not_about_you(sam, client, project):
    application = make_submitted(sam, project)
    lapse(application_id=application.pk, reason="filled")

    assert "not about you" in client.get(page(application)).content.decode()


def test_a_reserve_is_told_its_date(cast, sam, client, project):
    application = make_shortlisted(cast, sam, project)
    reserve_or_lapse_rest(project, None)

    assert "You are in reserve until" in client.get(page(application)).content.decode()


def test_a_changed_brief_is_named(sam, client, project):
    application = make_submitted(sam, project)
    change_brief(project, pay_minor=50000, hours=30)

    assert client.get(page(application)).context["changes"] == "the hours, the pay"


def test_the_conversation(cast, sam, client, project):
    application = make_shortlisted(cast, sam, project)
    post_in_application(application_id=application.pk, body="When can we talk?", key="k", actor=cast.hana)

    assert "When can we talk?" in client.get(page(application)).content.decode()
    answer = client.post(move("application_post", application), {"body": "Tomorrow", "key": "k2"})
    assert (answer.status_code, "Tomorrow" in client.get(page(application)).content.decode()) == (302, True)


def test_an_empty_message_is_asked_for_again(cast, sam, client, project):
    application = make_shortlisted(cast, sam, project)

    assert client.post(move("application_post", application), {"body": " ", "key": "k2"}).status_code == 422


def test_before_the_shortlist_there_is_no_conversation(sam, client, project):
    application = make_submitted(sam, project)

    assert 'id="conversation"' not in client.get(page(application)).content.decode()


# Moves


def test_withdrawing(sam, client, project):
    application = make_submitted(sam, project)

    answer = client.post(move("application_withdraw", application), {"seen": application.version})

    application.refresh_from_db()
    assert (answer.url, application.state) == (page(application), "withdrawn")


def test_refusing(cast, sam, client, project):
    application = make_offered(cast, sam, project)

    client.post(move("offer_refuse", application), {"seen": application.version})

    application.refresh_from_db()
    assert application.state == "refused"


def test_accepting_leads_to_the_work(cast, sam, client, project):
    application = make_offered(cast, sam, project)

    answer = client.post(move("offer_accept", application), {"seen": application.version})

    application.refresh_from_db()
    assert (answer.status_code, application.state) == (302, "accepted")
    assert answer.url.startswith("/work/")
    assert client.get(page(application)).context["engagement"].application == application


def test_a_stale_page_is_answered_409(cast, sam, client, project):
    application = make_submitted(sam, project)
    shortlist(application_id=application.pk, actor=cast.hana)

    answer = client.post(move("application_withdraw", application), {"seen": application.version})

    assert answer.status_code == 409


@pytest.mark.parametrize("name", ["application_withdraw", "application_post", "offer_refuse", "offer_accept"])
@pytest.mark.parametrize("who", ["paz", "hana", "otto"])
def test_nobody_else_moves_it(cast, client, project, name, who):
    application = make_offered(cast, cast.sam, project)
    client.force_login(getattr(cast, who))

    assert client.post(move(name, application), {"body": "x", "key": "k"}).status_code == 404


@pytest.mark.parametrize("name", ["application_withdraw", "application_post", "offer_refuse", "offer_accept"])
def test_moves_are_posts(cast, sam, client, project, name):
    assert client.get(move(name, make_offered(cast, sam, project))).status_code == 405


def test_no_more_than_twelve_queries(cast, sam, client, project, django_assert_max_num_queries):
    application = make_declined(cast, sam, project)
    with django_assert_max_num_queries(12):
        client.get(page(application))


@pytest.mark.parametrize("shared", [True, False])
def test_who_was_declined_reads_their_scores_when_the_host_shares_them(cast, sam, client, project, shared):
    application = make_submitted(sam, project)
    make_mark(application, cast.hugo, note="Between us: too short")
    decline(application_id=application.pk, reason="answers_thin", share_marks=shared, actor=cast.hana)

    text = client.get(reverse("talent:application", args=[application.public_id])).content.decode()

    assert ("The scores you got" in text, text.count("2 of 4")) == (shared, 4 * shared)
    assert not any(word in text for word in ("Between us", "Hugo"))


def test_two_open_projects_of_other_hosts_are_shown_the_same_kind_first(cast, sam, client, project):
    make_open_project(cast, title="Of the same host")
    other = make_open_project(cast, organization=cast.otherhost, category="design", title="Another kind")
    alike = make_open_project(cast, organization=cast.otherhost, title="The same kind")
    application = make_declined(cast, sam, project)

    shown = client.get(reverse("talent:application", args=[application.public_id])).context["others"]
    assert shown == [alike, other]

    block_each_other(organization_id=cast.otherhost.pk, person_id=sam.pk, side="organization", actor=cast.otto)
    sam.refresh_from_db()
    assert client.get(reverse("talent:application", args=[application.public_id])).context["others"] == []


def test_an_offer_that_does_not_fit_the_week_says_so_and_can_be_taken_all_the_same(cast, sam, client):
    today = clock.today()
    start = today + timedelta(days=28 - today.weekday())
    first = accept_offer(
        application_id=make_offered(cast, sam, make_open_project(cast, start_from=start)).pk, actor=sam
    )
    make_profile(sam, hours_a_week=12)
    add_away(person_id=sam.pk, actor=sam, first_on=start + timedelta(days=13), last_on=start + timedelta(days=40))
    second = make_offered(cast, sam, make_open_project(cast, title="Another", start_from=first.start_on))

    load = client.get(page(second)).context["load"]
    apply = client.get(reverse("talent:apply", args=[make_open_project(cast, start_from=start).public_id])).context[
        "load"
    ]

    assert load == apply
    assert [text.split()[-1] for text in load][:1] == ["12."]
    assert load[0].startswith("This and what you agreed to already come to 20 hours in 2 weeks, the first from ")
    assert [text[:13] for text in load[1:]] == ["You are away "]
    assert "Accept offer" in client.get(page(second)).content.decode()


def test_an_offer_that_fits_says_nothing(cast, sam, client, project):
    make_profile(sam, hours_a_week=12)
    assert client.get(page(make_offered(cast, sam, project))).context["load"] == []
