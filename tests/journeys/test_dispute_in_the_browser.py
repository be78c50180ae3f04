"""In headless Chromium: the work comes back twice, it is disputed, decided, appealed, decided anew, and paid."""

from __future__ import annotations

import pytest
from playwright.sync_api import Browser, expect

from firstfoot.operations.check.command import all_faults
from firstfoot.work.disputes.models import Dispute
from tests.cast import assemble
from tests.chromium import serving
from tests.factories import engagements as make
from tests.factories import payments
from tests.factories.organizations import another_steward
from tests.factories.projects import make_open_project
from tests.journeys.sides import Sides, press, told
from tests.races.grounds import SMALL


@pytest.mark.browser
def test_a_dispute_from_the_second_return_to_the_pay(transactional_db, chrome: Browser):
    cast, noise = assemble(), []
    stan = another_steward()
    engagement = make.make_active(cast, project=make_open_project(cast, **SMALL))
    for _time in range(2):
        make.submit(engagement)
        make.send_back(engagement)
    whole = engagement.pay_minor // 100
    assert payments.balances(engagement) == {"pledged": whole}
    with serving() as site:
        sides = Sides(site, chrome, noise, engagement)
        sam, hugo = sides.walker(cast.sam), sides.walker(cast.hugo)
        stella, other = sides.walker(cast.stella), sides.walker(stan)

        sam.go(sides.work + "deliverables/1/")
        sam.page.get_by_role("link", name="Each point is met").click()
        expect(sam.page.get_by_label("A result is not accepted")).to_be_checked()
        press(sam, "Open the dispute")
        sam.sees("Say in your own words how you see it.")
        sam.page.get_by_label("How you see it").fill("It names four bakeries, as agreed.")
        press(sam, "Open the dispute")
        dispute = Dispute.objects.get()
        page = f"{sides.work}disputes/{dispute.public_id}/"
        assert "It names four bakeries, as agreed." in told(cast.stella, cast.hana, cast.hugo, subject="A dispute")
        assert sides.next_lines(sam, hugo) == [
            "Hugo Marsh says how they see the dispute",
            "Say how you see the dispute",
        ]

        hugo.go(page)
        hugo.page.get_by_label("How you see it").fill("Two of them closed long ago.")
        press(hugo, "Send the statement")
        assert sides.next_lines(sam, hugo) == ["A third party decides the dispute"] * 2

        stella.go("/steward/disputes/")
        stella.page.get_by_role("link", name="Read the record").click()
        stella.page.wait_for_url(f"**/steward/disputes/{dispute.public_id}/")
        stella.sees("It names four bakeries, as agreed.", "Two of them closed long ago.", "Names four bakeries")
        stella.page.get_by_label("The result goes back").check()
        stella.page.get_by_label("Why").fill("Closed shops are of no use to the bakery.")
        press(stella, "Decide")
        assert "Closed shops are of no use" in told(cast.sam, cast.hugo, subject="The dispute is decided")
        assert sides.next_lines(sam, hugo) == ["Accept what was decided, or appeal"] * 2

        hugo.go(page)
        press(hugo, "Accept the decision")
        sam.go(page)
        sam.page.get_by_text("Appeal to another person").click()
        sam.page.get_by_label("What should be looked at again").fill("Nothing in the agreement says open shops.")
        press(sam, "Send the appeal")
        assert "Nothing in the agreement says open shops." in told(cast.hugo, stan, subject="An appeal")
        assert sides.next_lines(sam, hugo) == ["A third party decides the dispute"] * 2
        stella.go(f"/steward/disputes/{dispute.public_id}/")
        stella.sees("so another steward answers the appeal")

        other.go(f"/steward/disputes/{dispute.public_id}/")
        other.page.get_by_label("The result is accepted on the record").check()
        other.page.get_by_label("Why").fill("Four bakeries are named; more was not agreed.")
        press(other, "Decide")
        assert "This is final" in told(cast.sam, cast.hugo, subject="The appeal is decided")
        assert payments.balances(engagement) == {"due": whole}
        assert sides.next_lines(sam, hugo) == ["Note your hours and what you learned", "Say how it was"]

        payments.release(cast, engagement)
        sam.go(sides.work + "pay/")
        press(sam, "Received on this day")
        assert payments.balances(engagement) == {"received": whole}
        sam.go(sides.work + "story/")
        sam.sees(
            "Sam Okoro opened a dispute", "Hugo Marsh said how they see the dispute", "Stella Ferreira decided",
            "Sam Okoro appealed", "Stan Ito decided the appeal", "The dispute is over, and it goes on",
        )  # fmt: skip
    assert list(all_faults()) == []
    assert noise == []
