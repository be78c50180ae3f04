"""The conversation on its pages: files, whom a message is meant for, changes with their history, finding, paging."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from firstfoot.foundation.conversations.actions import open_thread, write_post
from firstfoot.foundation.conversations.models import Post
from firstfoot.foundation.files.models import StoredFile
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.market.applications.actions import post_in_application
from firstfoot.work.engagements.actions import post_in_engagement
from tests.cast import enter, join
from tests.factories.applications import make_shortlisted, make_submitted
from tests.factories.engagements import make_active, make_engagement, upload
from tests.factories.projects import make_open_project

pytestmark = pytest.mark.once

NOON = datetime(2026, 3, 2, 12, tzinfo=UTC)


def there(engagement, *more):
    name = "work:message" if more else "work:conversation"
    return reverse(name, args=[engagement.public_id, *more])


def write(client, person, engagement, **data):
    enter(client, person)
    return client.post(there(engagement), {"key": "k", "body": "Hello", **data})


def say(engagement, person, body, key, **more):
    return post_in_engagement(engagement_id=engagement.pk, body=body, key=key, actor=person, **more)


def read(client, person, address):
    enter(client, person)
    return client.get(address)


@pytest.fixture
def engagement(cast):
    return make_engagement(cast)


def test_a_file_is_read_by_whoever_reads_the_conversation_now(cast, client, engagement):
    write(client, cast.sam, engagement, body="", attachments=[SimpleUploadedFile("map.pdf", b"%PDF-1.7 a map")])
    file = reverse("people:file", args=[StoredFile.objects.get().public_id])
    answers = {who: read(client, getattr(cast, who), file) for who in ("sam", "hana", "cora", "otto", "stella")}
    read_by = {who: b"".join(answer) == b"%PDF-1.7 a map" for who, answer in answers.items()}
    for answer in answers.values():
        answer.close()
    assert read_by == {"sam": True, "hana": True, "cora": True, "otto": False, "stella": False}


def test_six_files_or_a_page_are_refused_and_none_is_kept(cast, client, engagement):
    six = [SimpleUploadedFile(f"{n}.txt", b"text") for n in range(6)]
    page = [SimpleUploadedFile("map.pdf", b"%PDF-1.7 a map"), SimpleUploadedFile("page.html", b"<script>")]
    answers = [write(client, cast.sam, engagement, attachments=files).status_code for files in (six, page)]
    assert (answers, StoredFile.objects.count(), Post.objects.count()) == ([422, 422], 0, 0)


def test_sent_twice_its_files_are_kept_once(cast, client, engagement):
    for _again in range(2):
        write(client, cast.sam, engagement, attachments=[SimpleUploadedFile("map.pdf", b"%PDF-1.7 a map")])
    assert (Post.objects.count(), StoredFile.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("data", "meant"),
    [
        ({"mentions": ["hugo", "hana"]}, ["Hana Brindle", "Hugo Marsh"]),
        ({"body": "@Hugo Marsh and @hana, look"}, ["Hana Brindle", "Hugo Marsh"]),
        ({"body": "hugo@hana.example"}, []),
    ],
)
def test_whom_it_is_meant_for(cast, client, engagement, data, meant):
    ticked = {name: [getattr(cast, who).public_id for who in data[name]] for name in data if name == "mentions"}
    write(client, cast.sam, engagement, **data | ticked)
    assert sorted(one.person.name for one in Post.objects.get().mentions.all()) == meant


def test_a_name_that_two_bear_asks_which(cast, client, engagement):
    cast.cora.chosen_name = "Hugo Marsh"
    cast.cora.save()
    answer = write(client, cast.sam, engagement, body="@Hugo Marsh, look")
    assert (answer.status_code, Post.objects.count()) == (422, 0)
    assert "Several people here go by “hugo marsh”. Choose whom you mean." in answer.content.decode()
    write(client, cast.sam, engagement, body="@Hugo Marsh, look", mentions=[cast.cora.public_id])
    assert [one.person for one in Post.objects.get().mentions.all()] == [cast.cora]


@pytest.mark.parametrize("who", ["otto", "vera", "stella"])
def test_nobody_else_is_spoken_to(cast, client, engagement, who):
    other = join("Vera Lind") if who == "vera" else getattr(cast, who)
    assert write(client, cast.sam, engagement, mentions=[other.public_id]).status_code == 422
    with pytest.raises(Conflict, match="not_in_conversation"):
        say(engagement, cast.sam, "Hello", "k", mentions=[other.pk])


def test_changed_within_ten_minutes_with_what_it_said_before(cast, client, engagement):
    with clock.at(NOON):
        post = say(engagement, cast.sam, "At nine", "k")
    with clock.at(NOON + timedelta(minutes=5)):
        form = read(client, cast.sam, there(engagement, post.public_id)).context["form"]
        answer = client.post(there(engagement, post.public_id), {"seen": form["seen"].value(), "body": "At ten"})
        page = read(client, cast.hugo, answer.url.partition("#")[0]).content.decode()
        before = client.get(reverse("work:message_before", args=[engagement.public_id, post.public_id]))
    assert [page.count(text) for text in ("At ten", "At nine", "Show what it said before")] == [1, 0, 1]
    assert [text.body for text in before.context["earlier"]] == ["At nine"]


def test_after_ten_minutes_it_is_refused_in_words(cast, client, engagement):
    with clock.at(NOON):
        post = say(engagement, cast.sam, "At nine", "k")
    with clock.at(NOON + timedelta(minutes=10)):
        enter(client, cast.sam)
        page = client.get(there(engagement)).content.decode()
        answer = client.post(there(engagement, post.public_id), {"seen": 0, "body": "At ten"})
    assert (answer.status_code, there(engagement, post.public_id) in page) == (403, False)
    assert "A message can be changed for ten minutes." in answer.content.decode()


def test_only_beside_files_may_a_changed_message_be_empty(cast, client, engagement):
    plain = say(engagement, cast.sam, "Good day", "a")
    filed = say(engagement, cast.sam, "See this", "b", files=[upload(cast.sam)])
    found = {}
    for post in (plain, filed):
        page = read(client, cast.sam, there(engagement, post.public_id)).content.decode()
        answer = client.post(there(engagement, post.public_id), {"seen": 0, "body": " "})
        found[post.body] = ("(optional)" in page, answer.status_code)
    assert found == {"Good day": (False, 422), "See this": (True, 302)}


def test_changed_meanwhile_shows_both_texts(cast, client, engagement):
    post = say(engagement, cast.sam, "At nine", "k")
    enter(client, cast.sam)
    for body in ("At ten", "At eleven"):
        answer = client.post(there(engagement, post.public_id), {"seen": 0, "body": body})
    assert (answer.status_code, "At ten" in answer.content.decode()) == (409, True)


def test_two_hundred_messages_come_in_pages_at_the_same_cost(cast, client):
    engagement = make_active(cast)
    first = say(engagement, cast.sam, "The first of all", "first")
    enter(client, cast.hugo)

    def asked(address):
        with CaptureQueriesContext(connection) as queries:
            answer = client.get(address)
        return len(queries), len(answer.context["posts"])

    few = asked(there(engagement))
    for number in range(199):
        say(engagement, cast.sam, f"Message {number}", f"k{number}")
    assert (few[1], asked(there(engagement))) == (1, (few[0], 30))
    older = client.get(there(engagement)).context["stretch"].later
    shown = client.get(there(engagement) + older).context["posts"]
    assert [post.body for post in (shown[0], shown[-1])] == ["Message 139", "Message 168"]
    found = client.get(f"{there(engagement)}?at={first.public_id}")
    assert (found.context["posts"], found.context["is_newest"]) == ([first], False)


def test_found_in_one_conversation_and_in_all_of_mine_alone(cast, client, engagement):
    say(engagement, cast.sam, "The Café opens", "k")
    say(engagement, cast.hugo, "The bakery opens", "l")
    found = read(client, cast.sam, there(engagement) + "?q=cafe+opens").context["stretch"].rows
    assert [post.body for post in found] == ["The Café opens"]
    seen = {}
    for who in ("sam", "hana", "paz", "otto", "stella"):
        rows = read(client, getattr(cast, who), reverse("work:messages") + "?q=opens").context["rows"]
        seen[who] = [row["post"].body for row in rows]
    both = ["The bakery opens", "The Café opens"]
    assert seen == {"sam": both, "hana": both, "paz": [], "otto": [], "stella": []}


def test_many_found_come_in_stretches(cast, client, engagement):
    for number in range(25):
        say(engagement, cast.sam, f"Oven {number}", f"k{number}")
    enter(client, cast.sam)
    first = client.get(reverse("work:messages") + "?q=oven")
    second = client.get(reverse("work:messages") + first.context["stretch"].later)
    assert [len(page.context["rows"]) for page in (first, second)] == [20, 5]


def test_found_about_an_application_too_on_the_readers_side_of_it(cast, client):
    """By who applied and by the host's people who read along, nobody else; who goes to which page."""
    project = make_open_project(cast)
    known = make_shortlisted(cast, cast.sam, project, answers=["Yes."])
    make_submitted(cast.paz, project, answers=["Yes."])
    post = post_in_application(application_id=known.pk, body="The Café opens", key="k", actor=cast.sam)
    found = {}
    for who in ("sam", "hana", "hugo", "paz", "otto", "stella"):
        rows = read(client, getattr(cast, who), reverse("work:messages") + "?q=opens").context["rows"]
        found[who] = [row["there"] for row in rows]
    mine = f"{reverse('talent:application', args=[known.public_id])}#post-{post.public_id}"
    theirs = f"{reverse('hosts:applicant', args=[known.public_id])}#post-{post.public_id}"
    assert found == {"sam": [mine], "hana": [theirs], "hugo": [theirs], "paz": [], "otto": [], "stella": []}


def test_what_was_said_before_the_shortlist_is_known_to_nobody_of_the_host(cast, client):
    """No such message can be written; should one stand there all the same, a blind host finds nothing of it."""
    hidden = make_submitted(cast.sam, make_open_project(cast), answers=["Yes."])
    hidden.thread = open_thread()
    hidden.save(update_fields=["thread"])
    write_post(thread_id=hidden.thread_id, body="I am Sam, the oven opens", key="k", actor=cast.sam)
    seen = {}
    for who in ("sam", "hana", "hugo"):
        seen[who] = len(read(client, getattr(cast, who), reverse("work:messages")).context["rows"])
    assert seen == {"sam": 1, "hana": 0, "hugo": 0}


def test_work_and_application_stand_together_the_newest_first(cast, client, engagement):
    known = make_shortlisted(cast, cast.sam, make_open_project(cast), answers=["Yes."])
    post_in_application(application_id=known.pk, body="Before the work", key="k", actor=cast.sam)
    say(engagement, cast.sam, "At work", "l")
    page = read(client, cast.sam, reverse("work:messages"))
    assert [row["post"].body for row in page.context["rows"]] == ["At work", "Before the work"]
    shown = page.content.decode()
    assert all(row["there"] in shown for row in page.context["rows"])
