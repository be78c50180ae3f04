"""The host's list of applicants, the page of one, and every move on it."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from firstfoot.market.applications.actions import (
    post_in_application,
    reserve_or_lapse_rest,
    withdraw_application,
)
from firstfoot.market.applications.policies import may_offer, may_review_applicants, may_see_applicants, review_rights
from firstfoot.market.projects.states import ProjectState
from tests.cast import join
from tests.factories.applications import (
    make_declined,
    make_draft,
    make_mark,
    make_offered,
    make_open_project,
    make_profile,
    make_shortlisted,
    make_submitted,
    set_project,
    shortlist,
)


@pytest.fixture
def project(cast):
    return make_open_project(cast)


@pytest.fixture
def url(project):
    return reverse("hosts:applicants", args=[project.public_id])


@pytest.fixture
def hana(cast, client):
    client.force_login(cast.hana)
    return cast.hana


def page(application) -> str:
    return reverse("hosts:applicant", args=[application.public_id])


def move(verb, application) -> str:
    return reverse(f"hosts:applicant_{verb}", args=[application.public_id])


def state_of(application) -> str:
    application.refresh_from_db()
    return str(application.state)


# The list


@pytest.mark.parametrize(
    ("who", "status"),
    [("hana", 200), ("rita", 200), ("hugo", 200), ("cora", 200), ("sam", 404), ("otto", 404), ("stella", 404)],
)
def test_who_sees_the_list(cast, client, url, who, status):
    client.force_login(getattr(cast, who))

    assert client.get(url).status_code == status


def test_another_supervisor_of_the_host_does_not(cast, client, project, url):
    set_project(project, cover=None)
    client.force_login(cast.cora)

    assert client.get(url).status_code == 403


def test_nobody_yet(hana, client, url):
    assert "Nobody has applied yet" in client.get(url).content.decode()


def test_columns_and_counts_without_drafts(cast, hana, client, project, url):
    make_draft(cast.otto, project)
    make_submitted(cast.sam, project)
    read = make_submitted(join("Fourth Person"), project)
    make_mark(read, cast.hana)
    make_shortlisted(cast, cast.paz, project)
    make_declined(cast, join("Third Person"), project)

    board = client.get(url).context["board"]

    filled = {name: len(cards) for name, cards in board.columns.items() if cards}
    assert filled == {"to_read": 1, "marked": 1, "shortlist": 1, "ended": 1}
    assert (board.total, board.shown, board.waiting) == (4, 1, 2)


@pytest.mark.parametrize("who", ["hana", "rita", "hugo", "cora", "vera", "otto"])
@pytest.mark.parametrize("state", ["verified", "suspended"])
def test_a_board_gives_the_rights_that_the_policies_give(cast, project, who, state):
    project.organization.state = state
    person = getattr(cast, who, None) or join("Vera Vale")
    rights = review_rights(person, project)

    assert rights.sees == may_see_applicants(person, project)
    answers, offers = may_review_applicants(person, project), may_offer(person, project)
    assert (rights.answers, rights.offers) == (bool(answers), bool(offers))


def test_the_list_is_blind(cast, hana, client, project, url):
    make_profile(cast.sam, headline="Sam from Porto")
    application = make_submitted(cast.sam, project)

    text = client.get(url).content.decode()

    assert application.pseudonym in text
    assert "Okoro" not in text
    assert "Porto" not in text


def test_each_reviewer_has_an_order_of_their_own_that_stays(cast, client, project, url):
    for number in range(8):
        make_submitted(join(f"Person{number}"), project)
    orders = []
    for who in (cast.hana, cast.rita, cast.hana):
        client.force_login(who)
        page = client.get(url)
        orders.append(re.findall(r'<h3><a href="([^"]+)"', page.content.decode()))
        assert page.context["board"].seed in page.content.decode()

    assert orders[0] == orders[2] != orders[1]
    assert sorted(orders[0]) == sorted(orders[1])


@pytest.mark.parametrize("count", [1, 20])
def test_the_board_costs_the_same_however_long(cast, hana, client, project, url, count, django_assert_num_queries):
    for number in range(count):
        make_submitted(join(f"Person{number}"), project)
    with django_assert_num_queries(QUERIES + 2):  # and what stands on cards that nobody kept: applications, profiles
        client.get(url)
    with django_assert_num_queries(QUERIES):
        answer = client.get(url)
    assert answer.context["board"].total == count


QUERIES = 8  # session, person, project, role, rows, own marks, versions of profiles; the unread badge of the bar


def test_a_card_is_made_anew_when_something_on_it_changes(cast, hana, client, project, url):
    make_profile(cast.sam, headline="Counts boats")
    application = make_submitted(cast.sam, project)
    assert "Counts boats" in client.get(url).content.decode()
    make_profile(cast.sam, headline="Counts ships")
    assert "Counts ships" in client.get(url).content.decode()
    unread = client.get(url).content.decode()
    assert "You marked</span>" not in unread
    assert "New</span>" in unread
    make_mark(application, cast.hana)
    marked = client.get(url).content.decode()
    assert "You marked</span>" in marked
    assert "New</span>" not in marked
    assert "Nobody waits for your mark." in marked
    shortlist(application_id=application.pk, actor=cast.hana)
    assert "Sam Okoro" in client.get(url).content.decode()


def test_a_card_is_moved_by_its_menu_without_a_script(cast, hana, client, project, url):
    application = make_submitted(cast.sam, project)
    make_mark(application, cast.hugo)
    assert "Shortlist: see who it is" not in client.get(url).content.decode()  # hana has not read it
    make_mark(application, cast.hana)
    action = re.search(r'formaction="([^"]+)" name="seen" value="(\d+)"', client.get(url).content.decode())

    client.post(action[1], {"seen": action[2]})
    assert state_of(application) == "shortlisted"


# The page


@pytest.mark.parametrize(
    ("who", "status"),
    [("hana", 200), ("rita", 200), ("hugo", 200), ("cora", 200), ("sam", 404), ("otto", 404), ("stella", 404)],
)
def test_who_sees_an_applicant(cast, client, project, who, status):
    application = make_submitted(cast.sam, project)
    client.force_login(getattr(cast, who))

    assert client.get(page(application)).status_code == status


def test_a_draft_is_not_there(cast, hana, client, project):
    assert client.get(page(make_draft(cast.sam, project))).status_code == 404


def test_answers_stand_under_their_questions(cast, hana, client, project):
    application = make_submitted(cast.sam, project)

    assert client.get(page(application)).context["answers"] == [
        ("How would you begin?", "I would visit three bakeries first."),
        ("Anything we should know?", ""),
    ]


def test_the_page_is_blind_until_the_shortlist(cast, hana, client, project):
    make_profile(cast.sam)
    application = make_submitted(cast.sam, project, motivation="I'm Sam Okoro.", link="https://sam-okoro.example")

    make_mark(application, cast.hana)
    blind = client.get(page(application)).content.decode()
    client.post(move("shortlist", application), {"seen": application.version})
    known = client.get(page(application)).content.decode()

    assert all(word not in blind for word in ("Okoro", "okoro", "Porto", "Universidade"))
    assert all(word in known for word in ("Sam Okoro", "Porto", "https://sam-okoro.example"))
    assert "sam@example.org" not in known


def test_a_supervisor_has_no_offer_to_make(cast, client, project):
    application = make_shortlisted(cast, cast.sam, project)
    client.force_login(cast.hugo)

    assert client.get(page(application)).context["moves"] == {
        "decline",
        "unshortlist",
        "post",
        "step_aside",
        "interview",
    }


def test_no_offer_while_no_seat_is_free(cast, hana, client, project):
    make_offered(cast, cast.sam, project)
    application = make_shortlisted(cast, cast.paz, project)

    assert client.get(page(application)).context["moves"] == {
        "decline",
        "unshortlist",
        "post",
        "step_aside",
        "interview",
        "no_seat",
    }


def test_no_more_than_twelve_queries(cast, hana, client, project, django_assert_max_num_queries):
    make_profile(cast.sam)
    application = make_offered(cast, cast.sam, project)
    for number in range(20):
        post_in_application(application_id=application.pk, body="Hi", key=f"k{number}", actor=cast.sam)
    with django_assert_max_num_queries(12):
        client.get(page(application))


# Moves


def test_shortlist_and_back(cast, hana, client, project):
    application = make_submitted(cast.sam, project)
    make_mark(application, cast.hana)

    answer = client.post(move("shortlist", application), {"seen": application.version})
    assert (answer.url, state_of(application)) == (page(application), "shortlisted")
    client.post(move("unshortlist", application), {"seen": application.version})
    assert state_of(application) == "submitted"


def test_decline_with_a_reason(cast, hana, client, project, url):
    application = make_submitted(cast.sam, project)
    typed = {"decline-seen": application.version, "decline-reason": "answers_thin", "decline-note": "Short."}

    answer = client.post(move("decline", application), typed)

    assert (answer.url, state_of(application), application.decline_note) == (url, "declined", "Short.")


def test_a_no_without_a_reason_is_asked_for_it(cast, hana, client, project):
    application = make_submitted(cast.sam, project)

    answer = client.post(move("decline", application), {"decline-note": "I typed this"})

    assert answer.status_code == 422
    assert "I typed this" in answer.content.decode()
    assert state_of(application) == "submitted"


def test_a_stale_no_shows_both_texts(cast, hana, client, project):
    application = make_submitted(cast.sam, project)
    shortlist(application_id=application.pk, actor=cast.hugo)
    typed = {"decline-seen": application.version, "decline-reason": "answers_thin", "decline-note": "I typed this"}

    answer = client.post(move("decline", application), typed)

    assert answer.status_code == 409
    assert "I typed this" in answer.content.decode()
    assert "Shortlisted" in answer.content.decode()


def test_offer_extend_rescind(cast, hana, client, project):
    application = make_shortlisted(cast, cast.sam, project)
    client.post(move("offer", application), {"offer-seen": application.version, "offer-note": "Yes please"})
    assert (state_of(application), application.offer_note) == ("offered", "Yes please")
    until = application.offer_until_at

    client.post(move("extend", application), {"extend-seen": application.version, "extend-days": "3"})
    assert (state_of(application), application.offer_until_at > until) == ("offered", True)
    client.post(move("rescind", application), {"rescind-seen": application.version, "rescind-reason": "plans_changed"})
    assert state_of(application) == "shortlisted"


@pytest.mark.parametrize(("verb", "typed"), [("extend", {"extend-days": "30"}), ("rescind", {})])
def test_wrong_input_is_422(cast, hana, client, project, verb, typed):
    application = make_offered(cast, cast.sam, project)

    assert client.post(move(verb, application), typed).status_code == 422
    assert state_of(application) == "offered"


def test_the_last_seat_is_held(cast, hana, client, project):
    make_offered(cast, cast.sam, project)
    application = make_shortlisted(cast, cast.paz, project)

    answer = client.post(move("offer", application), {"offer-seen": application.version})

    assert answer.status_code == 409
    assert "Every seat is held or taken" in answer.content.decode()


def test_calling_the_reserve(cast, hana, client, project):
    application = make_shortlisted(cast, cast.sam, project)
    reserve_or_lapse_rest(project, None)
    set_project(project, state=ProjectState.CLOSED, closed_reason="filled")
    application.refresh_from_db()

    client.post(move("offer", application), {"offer-seen": application.version})

    assert state_of(application) == "offered"


def test_the_conversation(cast, hana, client, project):
    application = make_shortlisted(cast, cast.sam, project)

    answer = client.post(move("post", application), {"body": "Hello Sam", "key": "k"})

    assert answer.url == page(application) + "#conversation"
    assert "Hello Sam" in client.get(page(application)).content.decode()
    assert client.post(move("post", application), {"body": "", "key": "k2"}).status_code == 422


def test_who_withdrew_while_the_host_looked(cast, hana, client, project):
    application = make_submitted(cast.sam, project)
    withdraw_application(application_id=application.pk, actor=cast.sam)

    assert client.post(move("shortlist", application), {"seen": application.version}).status_code == 409


VERBS = ["shortlist", "unshortlist", "decline", "offer", "extend", "rescind", "post"]


@pytest.mark.parametrize("verb", VERBS)
@pytest.mark.parametrize("who", ["sam", "paz", "otto", "stella"])
def test_nobody_else_moves_anyone(cast, client, project, verb, who):
    application = make_submitted(cast.sam, project)
    client.force_login(getattr(cast, who))

    assert client.post(move(verb, application), {}).status_code == 404


@pytest.mark.parametrize(
    ("verb", "typed"),
    [("offer", {}), ("extend", {"extend-days": "1"}), ("rescind", {"rescind-reason": "plans_changed"})],
)
def test_offers_are_for_recruiters(cast, client, project, verb, typed):
    application = (make_shortlisted if verb == "offer" else make_offered)(cast, cast.sam, project)
    client.force_login(cast.hugo)

    assert client.post(move(verb, application), typed).status_code == 403


@pytest.mark.parametrize("verb", VERBS)
def test_moves_are_posts(cast, hana, client, project, verb):
    assert client.get(move(verb, make_submitted(cast.sam, project))).status_code == 405
