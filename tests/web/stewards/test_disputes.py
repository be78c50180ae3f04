"""Disputes for a third party: what waits and how late, the record, and deciding."""

from __future__ import annotations

from datetime import timedelta

from django.test import Client
from django.urls import reverse

from firstfoot.kernel import clock
from firstfoot.market.organizations.states import Role
from firstfoot.work.disputes.models import Dispute
from firstfoot.work.engagements.queries import file_visible_to
from tests.cast import enter, hire
from tests.factories import disputes as make
from tests.factories import engagements as work
from tests.factories.organizations import another_steward


def as_(person) -> Client:
    enter(client := Client(), person)
    return client


def text(response) -> str:
    return " ".join(response.content.decode().split())


def test_the_list_says_what_waits_longer_than_promised(cast):
    make.make_answered(cast)
    with clock.at(clock.now() + timedelta(days=10)):
        shown = as_(cast.stella).get(reverse("stewards:disputes"))
    assert [row["is_late"] for row in shown.context["rows"]] == [True]
    assert "overdue since" in text(shown)


def test_the_desk_counts_it_among_what_waits(cast):
    make.make_answered(cast)
    desk = as_(cast.stella).get(reverse("stewards:desk"))
    assert (desk.context["disputes_count"], desk.context["waiting"]) == ("1", 1)


def test_the_record_shows_what_was_agreed_handed_in_and_said(cast):
    dispute = make.make_answered(cast)
    shown = text(as_(cast.stella).get(reverse("stewards:dispute", args=[dispute.public_id])))
    assert "All three points are met." in shown
    assert "Here is what I found." in shown
    assert "Nearly there." in shown


def test_files_of_the_record_are_open_to_the_third_party_and_to_no_steward_of_a_side(cast):
    engagement = work.make_active(cast)
    work.submit(engagement, files=[work.upload(cast.sam)])
    file = work.deliverable(engagement).submissions.get().files.get().file
    assert file_visible_to(cast.stella, file.public_id) is None
    make.open_about(engagement, cause="conduct")
    assert file_visible_to(cast.stella, file.public_id) == file
    other = another_steward()
    hire(cast.acme, cast.hana, other, Role.SUPERVISOR)
    assert file_visible_to(other, file.public_id) is None


def test_a_steward_of_a_side_does_not_find_it(cast):
    dispute = make.make_answered(cast)
    hire(cast.acme, cast.hana, cast.stella, Role.SUPERVISOR)
    client = as_(cast.stella)
    for name in ("dispute", "dispute_record"):
        assert client.get(reverse(f"stewards:{name}", args=[dispute.public_id])).status_code == 404
    said = {"decision": "accepted", "reason": "Yes."}
    assert client.post(reverse("stewards:dispute_decide", args=[dispute.public_id]), said).status_code == 404


def test_a_part_of_the_pay_needs_its_amount_within_reach(cast):
    dispute = make.make_answered(cast)
    url = reverse("stewards:dispute_decide", args=[dispute.public_id])
    for amount in ("", "999999"):
        refused = as_(cast.stella).post(url, {"decision": "ended", "amount": amount, "reason": "Half is done."})
        assert (refused.status_code, list(refused.context["form"].errors)) == (422, ["amount"])
    assert as_(cast.stella).post(url, {"decision": "ended", "amount": "120", "reason": "Half."}).status_code == 302
    assert Dispute.objects.get().amount_minor == 12000


def test_an_older_page_shows_both_texts(cast):
    dispute = make.make_answered(cast)
    old = Dispute.objects.get().version - 1
    url = reverse("stewards:dispute_decide", args=[dispute.public_id])
    answer = as_(cast.stella).post(url, {"decision": "accepted", "reason": "It is all there.", "seen": old})
    assert (answer.status_code, "It is all there." in text(answer)) == (409, True)


def test_whoever_decided_reads_that_another_answers_the_appeal(cast):
    dispute = make.make_appealed(cast)
    shown = as_(cast.stella).get(reverse("stewards:dispute", args=[dispute.public_id]))
    assert (shown.context["form"], "another steward answers the appeal" in text(shown)) == (None, True)
