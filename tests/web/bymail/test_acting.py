"""Links in mails: each does one thing once, for its person alone, and never what binds or pays."""

from __future__ import annotations

import ast
import inspect
from datetime import timedelta
from types import SimpleNamespace

import pytest
from django.core.cache import cache
from django.db import transaction
from django.test import Client

from firstfoot.foundation.accounts.actions import add_away, suspend_person
from firstfoot.foundation.accounts.leaving import ask_to_leave
from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.links.models import MailLink
from firstfoot.foundation.notifications.models import Mail
from firstfoot.kernel import clock
from firstfoot.market.applications.actions import withdraw_application
from firstfoot.market.organizations.actions import suspend_organization
from firstfoot.market.organizations.models import Membership
from firstfoot.proof.pathways.follow_ups import tell_later
from firstfoot.reactions.bymail import purposes
from firstfoot.reactions.bymail.purposes import PURPOSES
from firstfoot.web.bymail.pages import PAGES
from firstfoot.web.bymail.words import WORDS
from firstfoot.work.engagements.actions import end_early
from firstfoot.work.engagements.models import Engagement
from tests.cast import enter
from tests.factories import engagements as work
from tests.factories.links import Sent, send, send_all
from tests.figures import figure

# Written by hand: a new purpose, or another action behind one, is a decision.
DOES = {
    "check_in": "answer_check_in",
    "return": "review_deliverable",
    "comment": "post_in_engagement",
    "feedback": "save_evaluation",
    "decline": "decline",
    "nudge": "post_in_engagement",
    "follow_up": "tell_later",
}
NEVER = ("sign", "accept", "offer", "paid", "pay_", "counter", "complet", "finish", "publish", "proposed", "opened")


@pytest.fixture
def world(cast):
    return SimpleNamespace(cast=cast, sent=send_all(cast))


def facts() -> int:
    return Fact.objects.count()


@pytest.mark.parametrize("purpose", PURPOSES)
def test_a_visit_shows_who_acts_and_changes_nothing(world, purpose):
    sent, client, before = world.sent[purpose], Client(), facts()
    for method in (client.get, client.head, client.get):
        answer = method(sent.url)
        assert answer.status_code == 200
    page, who = " ".join(answer.content.decode().split()), sent.link.person.name
    assert f"You act as <strong>{who}</strong>{'' if purpose == 'follow_up' else ', Brindle Bakery'}." in page
    assert "Brindle Bakery" in page
    assert "Not you? Close this page." in page
    assert f"{who} gets a receipt by mail." in page
    assert (facts(), Mail.objects.count(), MailLink.objects.exclude(end="").count()) == (before, 0, 0)
    assert answer.cookies.keys() == set()
    assert answer["Cache-Control"] == "private, no-store"
    assert answer["Referrer-Policy"] == "no-referrer"
    assert answer["X-Robots-Tag"] == "noindex, nofollow"


@pytest.mark.parametrize("purpose", PURPOSES)
def test_a_press_does_it_once_as_its_person_and_sends_a_receipt(world, purpose):
    sent, client, before = world.sent[purpose], Client(enforce_csrf_checks=True), facts()
    person = world.cast.sam if purpose == "follow_up" else world.cast.hugo
    answer = client.post(sent.url, sent.data)
    assert (answer.status_code, answer.cookies.keys()) == (200, set())
    new = list(Fact.objects.order_by("pk")[before:])
    assert sent.writes in {fact.kind for fact in new}
    assert all(fact.actor == person.actor_token and fact.data["by_mail"] for fact in new)
    assert not [fact.kind for fact in new if any(word in fact.kind for word in NEVER)]
    assert (sent.link.end, sent.link.person) == ("used", person)

    receipt = Mail.objects.get()
    assert (receipt.kind, receipt.address) == ("acted_by_mail", person.email)
    assert "by mail" in receipt.subject
    assert sent.secret not in receipt.text + receipt.html

    count = facts()
    for again in (client.post(sent.url, sent.data), client.get(sent.url)):
        assert again.status_code == 410
        assert "This link was used" in again.content.decode()
    assert (facts(), Mail.objects.count()) == (count, 1)


@pytest.mark.parametrize("purpose", PURPOSES)
def test_bad_input_is_said_at_the_field_and_spends_nothing(world, purpose):
    sent = world.sent[purpose]
    answer = Client().post(sent.url, {**dict.fromkeys(sent.data, ""), "note": "Kept words", "comment": "Kept words"})
    assert answer.status_code == 422
    assert 'aria-invalid="true"' in answer.content.decode() or "error" in answer.content.decode()
    assert (sent.link.end, Mail.objects.count()) == ("", 0)
    assert Client().post(sent.url, sent.data).status_code == 200


def test_the_table_of_purposes_is_closed():
    """No row signs, pays or accepts: all are named here, and the module can call no other action."""
    tree = ast.parse(inspect.getsource(purposes))
    imports = [node for node in ast.walk(tree) if isinstance(node, ast.ImportFrom) and node.module]
    modules = [node for node in imports if node.module.endswith((".actions", ".follow_ups"))]
    actions = {alias.name for node in modules for alias in node.names if not alias.name.startswith("may_")}
    assert set(PURPOSES) == set(DOES) == set(PAGES) == set(WORDS)
    assert actions == set(DOES.values())
    assert "accept=False" in inspect.getsource(purposes._return)


def test_work_is_not_accepted_by_a_forged_form(world):
    sent = world.sent["return"]
    result = sent.thing
    met = {f"met_{c.number}": "met" for c in result.criteria.all()}
    answer = Client().post(sent.url, {"submission": 1, "comment": "", "decision": "accept", "accept": "1", **met})
    assert answer.status_code == 422  # a return without a reason
    answer = Client().post(sent.url, {"submission": 1, "comment": "Once more", "decision": "accept", **met})
    result.refresh_from_db()
    assert (answer.status_code, result.state) == (200, "returned")


def test_nothing_that_was_said_on_the_site_is_shown(world):
    """A forwarded mail would show it to the intern before both sides have answered."""
    check_in, feedback = world.sent["check_in"], world.sent["feedback"]
    work.answer(work.Engagement.objects.get(pk=check_in.thing.engagement_id), world.cast.cora, note="Worried.")
    work.evaluate(feedback.thing, world.cast.hugo, submit=False, quote="Good.")
    for sent in (check_in, feedback):
        for answer in (Client().get(sent.url), Client().post(sent.url, sent.data)):
            assert (answer.status_code, "done or begun on the site" in answer.content.decode()) == (410, True)


def test_feedback_is_handed_in_without_a_public_sentence(world):
    sent = world.sent["feedback"]
    assert Client().post(sent.url, {**sent.data, "quote": "Forged"}).status_code == 200
    own = work.Evaluation.objects.get(engagement=sent.thing, side="host")
    assert (own.quote, own.state, own.would_again) == ("", "submitted", True)


def test_one_use_ends_the_other_links_to_the_same(world):
    sent = world.sent["nudge"]
    other = send("nudge", sent.thing, world.cast.hugo)
    covers = send("nudge", sent.thing, world.cast.cora)
    Client().post(sent.url, sent.data)
    again = Client().post(sent.url.replace(sent.secret, other), sent.data)
    assert (again.status_code, "another mail" in again.content.decode()) == (410, True)
    assert Client().get(sent.url.replace(sent.secret, covers)).status_code == 200


def test_a_newer_version_is_shown_before_it_is_returned(world):
    """Work that was handed in anew since the page was opened is not returned unread; what was typed stays."""
    sent = world.sent["return"]
    answer = Client().post(sent.url, {**sent.data, "submission": 7})
    page = answer.content.decode()
    assert (answer.status_code, "Nearly there." in page, 'role="alert"' in page) == (409, True, True)
    assert sent.link.end == ""


# Why a link is dead, and how that comes about; the status its page then has.
def _expired(world, sent):
    MailLink.objects.filter(pk=sent.link.pk).update(dies_at=clock.now() - timedelta(seconds=1))


def _used(world, sent):
    assert Client().post(sent.url, sent.data).status_code == 200


def _left(world, sent):
    Membership.objects.filter(person=world.cast.hugo).update(left_at=clock.now())


def _role_taken(world, sent):
    """Hugo guides nothing any more."""
    Engagement.objects.update(supervisor=world.cast.rita, cover=None)
    project = sent.thing.project if sent.purpose == "decline" else None
    if project:
        type(project).objects.filter(pk=project.pk).update(supervisor=world.cast.rita, cover=None)


def _host_suspended(world, sent):
    suspend_organization(organization_id=world.cast.acme.pk, actor=world.cast.stella, reason="A look at it")


def _suspended(world, sent):
    suspend_person(person_id=sent.link.person_id, actor=world.cast.stella, reason_code="spam")


def _leaving(world, sent):
    ask_to_leave(hindrances=[], actor=sent.link.person)


def _another_address(world, sent):
    Person.objects.filter(pk=sent.link.person_id).update(email="another@example.org")


def _thing_gone(world, sent):
    MailLink.objects.filter(pk=sent.link.pk).update(thing="engagement:222222222222")


def _unknown_purpose(world, sent):
    MailLink.objects.filter(pk=sent.link.pk).update(purpose="sign")


def _over(world, sent):
    """It was done, or has ended, on the site."""
    if sent.purpose == "feedback":
        work.evaluate(sent.thing, world.cast.paz)
        work.evaluate(sent.thing, world.cast.hugo)
    elif sent.purpose == "follow_up":
        tell_later(follow_up_id=sent.thing.pk, with_host="nothing", doing="looks", actor=world.cast.sam)
    elif sent.purpose == "decline":
        withdraw_application(application_id=sent.thing.pk, actor=world.cast.paz)
    else:
        active = Engagement.objects.get(state="active")
        end_early(
            engagement_id=active.pk, reason="plans_changed", note="So it is.", handed_over="Tables", part_pay_minor=0,
            actor=world.cast.hana,
        )  # fmt: skip


WAYS = {
    _expired: 410, _used: 410, _left: 403, _role_taken: 403, _host_suspended: 403, _suspended: 410, _leaving: 410,
    _another_address: 410, _thing_gone: 410, _unknown_purpose: 410, _over: 410,
}  # fmt: skip
OF_HOSTS = (_left, _role_taken, _host_suspended)  # which the link of an intern outlives
OTHERS = ("sam", "hugo", "paz", "hana", "rita", "cora", "otto", "stella")


def _tries(sent: Sent) -> list[dict[str, object]]:
    """What is sent to a link that must do nothing: as it should be, as if it could do more, and things of others."""
    more = {"decision": "accept", "accept": "1", "typed_name": "Hugo", "paid_on": "2026-11-27", "actor": "1"}
    return [sent.data, {**sent.data, **more}, {**sent.data, "purpose": "nudge", "body": "Hello", "person": "1"}]


def test_no_dead_link_and_no_other_person_does_anything(world):
    """Replayed, forwarded, revoked, expired, over: each purpose in each way, by every method."""
    wrong, tried = [], 0

    def attempt(client, sent, way, status):
        nonlocal tried
        before = (facts(), Mail.objects.count(), sent.link.end)
        answers = [client.get(sent.url), client.head(sent.url), *(client.post(sent.url, d) for d in _tries(sent))]
        answers.append(client.post(sent.url, sent.data, headers={"HX-Request": "true", "HX-Request-Type": "partial"}))
        tried += len(answers)
        cache.clear()  # of how often this address sent something
        pages = [answer.content.decode().partition("<main")[2].partition("</main>")[0] for answer in answers]
        if {answer.status_code for answer in answers} != {status}:
            wrong.append(f"{sent.purpose} {way}: {[answer.status_code for answer in answers]}")
        if (facts(), Mail.objects.count(), sent.link.end) != before:
            wrong.append(f"{sent.purpose} {way}: something was written")
        if any(word in page for page in pages for word in (*sent.hidden, "Brindle", "Hugo")):
            wrong.append(f"{sent.purpose} {way}: the page says too much")

    for sent in world.sent.values():
        is_host = sent.purpose != "follow_up"
        for way, status in WAYS.items():
            if not is_host and way in OF_HOSTS:
                continue
            with transaction.atomic():
                way(world, sent)
                attempt(Client(), sent, way.__name__, status)
                transaction.set_rollback(True)
        for name in OTHERS:  # to whom the mail was forwarded, signed in
            if name == ("hugo" if is_host else "sam"):
                continue
            client = Client()
            enter(client, getattr(world.cast, name))
            with transaction.atomic():
                attempt(client, sent, name, 403)
                transaction.set_rollback(True)
    figure("mail links: dead, forwarded, replayed", f"{len(wrong)} wrong", f"of {tried}")
    assert tried >= 500
    assert wrong == []


def test_an_unknown_address_is_not_found(db):
    for secret in ("x", "x" * 43, "x" * 300, "a\x00b"):
        assert Client().get(f"/by-mail/{secret}/").status_code == 404
        assert Client().post(f"/by-mail/{secret}/").status_code == 404


@pytest.mark.parametrize("purpose", PURPOSES)
def test_the_clock_brings_no_link_back(world, purpose):
    """Used, then set back: used. Expired where a fact was written, then set back: expired. A year ahead: expired."""
    sent, now, otto = world.sent[purpose], clock.now(), world.cast.otto
    with clock.at(now + timedelta(days=365)):
        assert Client().post(sent.url, sent.data).status_code == 410
    with transaction.atomic():
        with clock.at(now + timedelta(days=8)):
            add_away(person_id=otto.pk, first_on=clock.today(), last_on=clock.today(), actor=otto)
        with clock.at(now - timedelta(days=30)):
            assert Client().post(sent.url, sent.data).status_code == 410
            fresh = sent.url.replace(sent.secret, send(purpose, sent.thing, sent.link.person))
            assert Client().get(fresh).status_code == 200
        with clock.at(now - timedelta(days=22)):  # its week is over, though the last fact is of later
            assert Client().get(fresh).status_code == 410
        transaction.set_rollback(True)
    assert Client().post(sent.url, sent.data).status_code == 200
    with clock.at(now - timedelta(days=30)):
        assert Client().post(sent.url, sent.data).status_code == 410


def test_far_too_many_from_one_address_wait_and_others_do_not(world):
    """Reading is never counted; what is sent is, whether there is such a link or not."""
    sent, guess = world.sent["nudge"], f"/by-mail/{'x' * 43}/"
    assert {Client().get(sent.url).status_code for _time in range(20)} == {200}
    cache.clear()
    answers = [Client().post(guess).status_code for _time in range(301)]
    assert answers == [404] * 300 + [429]
    late = Client().post(sent.url, sent.data)
    assert late.status_code == 429
    assert "Wait a few minutes, then try again." in late.content.decode()
    assert Client(REMOTE_ADDR="192.0.2.7").post(sent.url, sent.data).status_code == 200
    cache.clear()
