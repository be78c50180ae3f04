"""In headless Chromium: the work ends half done, the host frees the place, and somebody else finishes it."""

from __future__ import annotations

from datetime import timedelta

import pytest
from playwright.sync_api import Browser

from firstfoot.kernel import clock
from firstfoot.operations.check.command import all_faults
from firstfoot.work.engagements.models import Engagement
from tests.cast import assemble
from tests.chromium import serving
from tests.factories import engagements as make
from tests.factories import payments
from tests.journeys.sides import Sides, morning
from tests.work.test_rescue import succeed


@pytest.mark.browser
def test_half_done_work_is_finished_by_another(transactional_db, chrome: Browser):
    cast, noise = assemble(), []
    engagement = make.make_active(cast)
    make.submit(engagement, files=[make.upload(cast.sam)])
    make.accept(engagement)
    payments.stipend(engagement)
    whole = engagement.pay_minor // 100
    nine = clock.now().replace(hour=9, minute=0) + timedelta(days=1)
    with serving() as site:
        sides = Sides(site, chrome, noise, engagement)
        sam, hana = sides.walker(cast.sam), sides.walker(cast.hana)
        sam.go(sides.work + "end/")
        said = {"reason": "no_time", "note": "Exams came early.", "handed_over": "The comparison.",
                "part_pay": str(whole // 2)}  # fmt: skip
        sam.press("End the project", said)
        with clock.at(nine):
            assert "ended" in morning(cast.hana)
        with clock.at(nine + timedelta(hours=1)):
            assert sides.next_lines(hana) == ["Answer what is to be paid for what was done"]
            assert payments.balances(engagement) == {"pledged": whole}
            hana.go(sides.work + "part-pay/")
            hana.press(f"Agree to ${whole // 2}")
            assert payments.balances(engagement) == {"due": whole // 2}
            assert sides.next_lines(hana) == ["Pay, and say when you did"]
        with clock.at(nine + timedelta(days=1)):
            assert "You both" in morning(cast.sam)

        hana.go(sides.work)
        hana.page.get_by_role("link", name="See what is left").click()
        hana.page.wait_for_url("**/find-someone/")
        hana.press("Free the place and draft the brief", {"note": "Begin with the list in the folder."})
        hana.go(sides.work)
        hana.sees("someone to finish this", "Invite someone")

        after = succeed(cast, Engagement.objects.get(pk=engagement.pk), cast.paz)
        assert after.takes_over_id == engagement.pk
        make.sign_both(cast, after)
        next_sides = Sides(site, chrome, noise, after)
        paz = next_sides.walker(cast.paz)
        paz.go(next_sides.work)
        paz.sees("Read the handover")
        handover = next_sides.words(paz, "taken-over/")
        assert ("Begin with the list in the folder." in handover, "comparison.pdf" in handover) == (True, False)
        for private in ("Sam Okoro", "Exams came early.", f"${whole // 2}"):
            assert private not in handover

        payments.release(cast, engagement)
        payments.receive(engagement)
        assert payments.balances(engagement) == {"received": whole // 2}
        assert "comparison.pdf" in next_sides.words(paz, "taken-over/")
        make.start(cast, after)
        assert next_sides.next_lines(paz)[0].startswith("Hand in")
        assert "Sam Okoro" not in next_sides.words(paz, "story/")
        assert "no longer owed" in sides.words(sam, "part-pay/")
    assert list(all_faults()) == []
    assert noise == []
