"""A page and a piece of work are reported, kept as they stood, and decided on by a steward."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from firstfoot.foundation.accounts.leaving import ask_to_leave
from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.notifications.models import Mail, Notice
from firstfoot.kernel.errors import Conflict, NotPermitted
from firstfoot.market.moderation.actions import decide_case, open_evidence
from firstfoot.market.moderation.models import Case, Evidence, Report
from firstfoot.proof.portfolio.actions import report_item, report_page, save_page, take_down_page
from firstfoot.proof.portfolio.models import PersonPage, PortfolioItem
from firstfoot.reactions.worker import drain
from tests.cast import enter
from tests.factories.engagements import make_completed
from tests.factories.portfolio import TEXT, ask, make_page, show

pytestmark = pytest.mark.django_db
SAID = {"reason": "not_true", "words": "They never did this."}


@pytest.fixture
def page(cast):
    return make_page(cast.sam, "sam")


@pytest.fixture
def item(cast, page):
    return show(ask(make_completed(cast, portfolio="full")))


def test_a_page_is_reported_and_kept_as_it_stood(cast, page):
    report = report_page(page_id=page.pk, actor=cast.otto, **SAID)
    save_page(actor=cast.sam, slug="sam", headline="Other words", about="", is_findable=False)
    case = report.case
    assert (case.kind, case.person, case.organization, case.name) == ("shown_report", cast.sam, None, cast.sam.name)
    assert [kept.body for kept in case.evidence.all()] == ["/people/sam/\n\nI count things\n\nAnd say what they mean."]


def test_a_second_report_joins_the_first_and_keeps_what_was_changed(cast, page, item):
    first = report_page(page_id=page.pk, actor=cast.otto, **SAID)
    second = report_item(public_id=item.public_id, actor=cast.hana, **SAID)
    assert (second.case, Report.objects.count()) == (first.case, 2)
    said = [kept.body for kept in first.case.evidence.all()]
    assert (len(said), TEXT["did"] in said[1], said[1].startswith(f"/shown/{item.public_id}/")) == (2, True, True)
    report_page(page_id=page.pk, actor=cast.paz, **SAID)
    assert Evidence.objects.count() == 2  # the page says what it said


def test_once_by_each(cast, page):
    report_page(page_id=page.pk, actor=cast.otto, **SAID)
    with pytest.raises(Conflict, match="reported_already"):
        report_page(page_id=page.pk, actor=cast.otto, **SAID)


def test_not_by_its_own_person_nor_one_that_nobody_may_open(cast, page, item):
    with pytest.raises(NotPermitted):
        report_page(page_id=page.pk, actor=cast.sam, **SAID)
    take_down_page(page_id=page.pk, actor=cast.sam)
    with pytest.raises(PersonPage.DoesNotExist):
        report_page(page_id=page.pk, actor=cast.otto, **SAID)
    with pytest.raises(PortfolioItem.DoesNotExist):
        report_item(public_id=item.public_id, actor=cast.otto, **SAID)
    assert Case.objects.count() == 0


def test_the_database_knows_that_no_host_has_part_in_it(cast, page):
    case = report_page(page_id=page.pk, actor=cast.otto, **SAID).case
    with pytest.raises(IntegrityError), transaction.atomic():
        Case.objects.filter(pk=case.pk).update(organization=cast.acme)
    with pytest.raises(IntegrityError), transaction.atomic():
        Case.objects.create(kind="shown_report", severity=2, person=cast.sam, opened_at=case.opened_at,
                            due_at=case.due_at)  # fmt: skip


@pytest.mark.parametrize("decision", ["suspended", "returned", "renewed"])
def test_nothing_is_decided_that_belongs_to_hosts(cast, page, decision):
    case = report_page(page_id=page.pk, actor=cast.otto, **SAID).case
    with pytest.raises(Conflict, match="other_decision"):
        decide_case(case_id=case.pk, decision=decision, reason="So.", actor=cast.stella)


def test_it_is_in_the_queue_read_on_record_and_answered(cast, client, page):
    enter(client, cast.otto)
    address = reverse("public:page_report", args=["sam"])
    assert reverse("public:page_report", args=["sam"]) in client.get(f"/people/{page.slug}/").content.decode()
    assert client.post(address, {"reason": "", "words": "x"}).status_code == 422
    assert client.post(address, SAID).status_code == 302
    again = client.post(address, SAID)
    assert (again.status_code, "You reported this already" in again.content.decode()) == (409, True)
    drain()
    told = Notice.objects.filter(kind="case.opened")
    assert [one.title for one in told] == [f"What {cast.sam.name} shows of their work was reported"]
    assert cast.sam.pk not in {one.recipient_id for one in Notice.objects.all()}

    enter(client, cast.stella)
    case = Case.objects.get()
    for where in ("stewards:cases", "stewards:desk"):
        assert f"A page was reported: {cast.sam.name}" in client.get(reverse(where)).content.decode()
    at = reverse("stewards:case", args=[case.public_id])
    assert "I count things" not in client.get(at).content.decode()
    client.post(reverse("stewards:case_open", args=[case.public_id]))
    text = client.get(at).content.decode()
    assert ("I count things" in text, "They never did this." in text, "Suspend" in text) == (True, True, False)
    case.refresh_from_db()
    sent = {"decision": "warned", "reason": "Say what you did.", "seen": case.version}
    assert client.post(reverse("stewards:case_decide", args=[case.public_id]), sent).status_code == 302
    drain()
    assert Notice.objects.filter(recipient=cast.otto, title__startswith="We looked at what you reported").count() == 1


def test_a_piece_of_work_is_reported_from_its_page(cast, client, item):
    enter(client, cast.otto)
    address = reverse("public:item_report", args=[item.public_id])
    assert address in client.get(reverse("public:shown_item", args=[item.public_id])).content.decode()
    assert client.post(address, SAID).status_code == 302
    client.logout()
    assert client.get(address).status_code == 302  # to sign in


def test_a_steward_who_is_reported_does_not_handle_it(cast, page):
    make_page(cast.stella, "stella")
    case = report_page(page_id=PersonPage.objects.get(person=cast.stella).pk, actor=cast.otto, **SAID).case
    with pytest.raises(NotPermitted):
        open_evidence(case_id=case.pk, actor=cast.stella)


def test_erasing_leaves_no_name_with_those_who_were_told_of_it(cast, page):
    name, case = cast.sam.name, report_page(page_id=page.pk, actor=cast.otto, **SAID).case
    drain()
    decide_case(case_id=case.pk, decision="unfounded", actor=cast.stella)
    drain()
    assert {cast.stella.pk, cast.otto.pk} <= {
        one.recipient_id for one in Notice.objects.filter(title__contains=name)
    }  # fmt: skip
    ask_to_leave(hindrances=[], actor=cast.sam)
    drain()
    assert Person.objects.get(pk=cast.sam.pk).state == "erased"
    assert [one.title for one in Notice.objects.filter(title__contains=name)] == []
    assert [one.subject for one in Mail.objects.all() if name in one.subject + one.text + one.html] == []
