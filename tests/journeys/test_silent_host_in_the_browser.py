"""In headless Chromium: the host falls silent, the intern ends it safely, and a steward sets the part of the pay."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import Browser

from firstfoot.kernel import clock
from firstfoot.operations.check.command import all_faults
from firstfoot.reactions.schedule import note_silences
from tests.cast import assemble
from tests.chromium import serving
from tests.factories import engagements as make
from tests.factories import payments
from tests.factories.projects import make_open_project
from tests.journeys.sides import Sides, morning
from tests.races.grounds import SMALL

WEEK = timedelta(days=7)


@pytest.mark.browser
def test_a_silent_host_and_a_safe_end_with_part_of_the_pay(transactional_db, chrome: Browser):
    cast, noise = assemble(), []
    engagement = make.make_active(cast, project=make_open_project(cast, **SMALL))
    make.submit(engagement)
    payments.stipend(engagement)
    whole, begun = engagement.pay_minor // 100, clock.now().replace(hour=9, minute=0)
    with serving() as site:
        sides = Sides(site, chrome, noise, engagement)
        with clock.at(begun + 3 * WEEK):
            note_silences(clock.today())
            assert "waits for a sign of you" in morning(cast.sam, cast.hugo)
            sam, hugo = sides.walker(cast.sam), sides.walker(cast.hugo)
            assert sides.next_lines(sam, hugo) == [
                "Hugo Marsh reviews: Comparison", "Review: Comparison",
            ]  # fmt: skip

        with clock.at(begun + 5 * WEEK):
            assert "you may end it safely" in morning(cast.hugo, cast.sam)
            sam, hugo = sides.walker(cast.sam), sides.walker(cast.hugo)
            assert sides.next_lines(sam)[0] == "No answer comes: you may end it safely"
            sam.go(sides.work + "safe-end/")
            said = {"handed_over": "The comparison of four bakeries.", "part_pay": str(whole // 2)}
            sam.press("End it safely", said)
            sam.go(sides.work)
            sam.sees("without blame", "No answer came since", "The comparison of four bakeries.")
            assert payments.balances(engagement) == {"pledged": whole}
            hana = sides.walker(cast.hana)
            assert sides.next_lines(hana) == ["Answer what is to be paid for what was done"]
        with clock.at(begun + 5 * WEEK + timedelta(days=1)):
            assert "Nobody is blamed for it" in morning(cast.hana)

        with clock.at(begun + 7 * WEEK):
            assert "has not answered" in sides.words(sides.walker(cast.sam), "part-pay/")
            stella = sides.walker(cast.stella)
            stella.go("/steward/part-pays/")
            stella.page.get_by_role("link", name=engagement.title).first.click()
            stella.page.wait_for_url("**/steward/part-pays/*/")
            said = {"amount": str(whole // 2), "reason": "The result was handed in and nobody answered."}
            stella.press("Set this amount", said)
            assert payments.balances(engagement) == {"due": whole // 2}
            sam, hana = sides.walker(cast.sam), sides.walker(cast.hana)
            assert "The result was handed in and nobody answered." in sides.words(sam, "part-pay/")
            assert sides.next_lines(sam, hana) == ["Brindle Bakery pays", "Pay, and say when you did"]
            story = sides.words(sam, "story/")
            assert ("Sam Okoro ended" in story, "Stella Ferreira" in story) == (True, True), story
        with clock.at(begun + 7 * WEEK + timedelta(days=1)):
            assert "steward" in morning(cast.hana, cast.sam)
    assert list(all_faults()) == []
    assert noise == []
