"""Disputes on the pages of both sides: opened from where it hurts, answered, accepted, appealed, settled."""

from __future__ import annotations

from django.test import Client
from django.urls import reverse

from firstfoot.market.organizations.states import Role
from firstfoot.work.disputes.actions import propose_settlement
from firstfoot.work.disputes.models import Dispute
from tests.cast import enter, hire
from tests.factories import disputes as make
from tests.factories import engagements as work


def as_(person) -> Client:
    enter(client := Client(), person)
    return client


def page_of(dispute, move: str = "dispute") -> str:
    return reverse(f"work:{move}", args=[dispute.engagement.public_id, dispute.public_id])


def text(response) -> str:
    return " ".join(response.content.decode().split())


def test_a_returned_result_leads_to_the_form_with_what_it_is_about(cast):
    engagement = make.make_returned(cast)
    shown = as_(cast.sam).get(reverse("work:deliverable", args=[engagement.public_id, 1]))
    link = reverse("work:disputes", args=[engagement.public_id]) + "?about=not_accepted&amp;result=1"
    assert link in text(shown)

    opened = as_(cast.sam).get(link.replace("&amp;", "&")).context["form"]
    assert (opened["cause"].value(), opened["result"].value()) == ("not_accepted", "1")


def test_opening_leads_to_the_dispute_and_a_second_press_is_told_that_one_lives(cast):
    engagement = make.make_returned(cast)
    form = {"cause": "not_accepted", "result": "1", "statement": "All is there."}
    client, url = as_(cast.sam), reverse("work:disputes", args=[engagement.public_id])
    assert client.post(url, form)["Location"] == page_of(Dispute.objects.get())
    again = client.post(url, form)
    assert (again.status_code, Dispute.objects.count()) == (422, 1)


def test_a_result_that_is_not_named_is_asked_for_at_its_field(cast):
    engagement = make.make_returned(cast)
    url = reverse("work:disputes", args=[engagement.public_id])
    refused = as_(cast.sam).post(url, {"cause": "not_accepted", "result": "", "statement": "All is there."})
    assert (refused.status_code, list(refused.context["form"].errors)) == (422, ["result"])


def test_without_a_third_party_the_page_offers_the_safe_end(cast):
    engagement = make.make_returned(cast)
    hire(cast.acme, cast.hana, cast.stella, Role.SUPERVISOR)
    shown = text(as_(cast.sam).get(reverse("work:disputes", args=[engagement.public_id])))
    assert "Nobody can decide between you at present" in shown
    assert reverse("work:end", args=[engagement.public_id]) in shown


def test_what_is_held_shows_no_form(cast):
    dispute = make.make_dispute(cast)
    work.submit(dispute.engagement)
    result = as_(cast.hugo).get(reverse("work:deliverable", args=[dispute.engagement.public_id, 1]))
    assert (result.context["review_form"], "A dispute holds answers" in text(result)) == (None, True)
    pay = as_(cast.hana).get(reverse("work:money", args=[dispute.engagement.public_id]))
    assert [name for name in ("paid_form", "fund_form", "off_form", "part_form") if name in pay.context] == []


def test_the_host_cannot_end_it_and_reads_why(cast):
    dispute = make.make_dispute(cast)
    ending = reverse("work:end", args=[dispute.engagement.public_id])
    refused = as_(cast.hana).get(ending)
    assert (refused.status_code, "A dispute holds this" in text(refused)) == (409, True)
    assert as_(cast.sam).get(ending).status_code == 200


def test_each_side_reads_both_statements_the_decision_and_who_decided(cast):
    dispute = make.make_decided(cast)
    for person in (cast.sam, cast.rita):
        shown = text(as_(person).get(page_of(dispute)))
        assert "All three points are met." in shown
        assert "The sources are missing." in shown
        assert "Each point is met." in shown
        assert "Stella Ferreira, steward" in shown


def test_an_appeal_without_words_is_asked_for_them(cast):
    dispute = make.make_decided(cast)
    refused = as_(cast.hugo).post(page_of(dispute, "dispute_appeal"), {"text": ""})
    assert (refused.status_code, list(refused.context["form"].errors)) == (422, ["text"])


def test_an_appeal_that_nobody_else_can_answer_says_so(cast):
    dispute = make.make_appealed(cast)
    assert "At present nobody else is there to decide" in text(as_(cast.sam).get(page_of(dispute)))


def test_settling_takes_both(cast):
    dispute = make.make_dispute(cast)
    propose_settlement(dispute_id=dispute.pk, note="We talked.", actor=cast.sam)
    assert as_(cast.hugo).get(page_of(dispute)).context["may_agree"] is True
    as_(cast.hugo).post(page_of(dispute, "dispute_agree"))
    assert Dispute.objects.get().state == "settled"


def test_the_story_tells_it(cast):
    dispute = make.make_decided(cast)
    told = [
        line.text
        for line in as_(cast.sam).get(reverse("work:story", args=[dispute.engagement.public_id])).context["lines"]
    ]
    assert told[:4] == [
        "Stella Ferreira decided the dispute as third party", "Hugo Marsh said how they see the dispute",
        "Sam Okoro opened a dispute", "A dispute holds what would settle the matter",
    ]  # fmt: skip
