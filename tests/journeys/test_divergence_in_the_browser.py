"""In headless Chromium: two answers lie far apart, a change of course follows, and the work ends well."""

from __future__ import annotations

from contextlib import contextmanager
from datetime import datetime, timedelta
from typing import Any

import pytest
from django.core import mail
from playwright.sync_api import Browser

from firstfoot.kernel import clock
from firstfoot.operations.check.command import all_faults
from firstfoot.work.engagements.models import CourseCorrection, Engagement
from firstfoot.work.evaluations.states import ASKED_OF_HOST, ASKED_OF_INTERN
from tests.cast import assemble
from tests.chromium import serving
from tests.factories import engagements as make
from tests.factories import payments
from tests.factories.projects import make_open_project
from tests.fridays import last_friday
from tests.journeys.sides import Sides, morning
from tests.journeys.walkers import BrowserWalker
from tests.races.grounds import SMALL

STORY = (
    "Both answered check-in 1", "A change of course was asked for", "Hugo Marsh wrote down what to do",
    "Sam Okoro agreed what to do", "Hugo Marsh said it is settled", "Sam Okoro handed in “Comparison”",
    "Hugo Marsh accepted “Comparison”", "Completed", "Hana Brindle said when it was paid",
    "Sam Okoro said when the pay arrived",
)  # fmt: skip


class Mornings:
    """Sam and Hugo at nine in the morning, so many days after their first check-in fell due."""

    def __init__(self, sides: Sides, engagement: Engagement) -> None:
        self.sides, self.engagement = sides, engagement
        self.first = make.check_in(engagement).due_on
        self.sam: BrowserWalker
        self.hugo: BrowserWalker

    @contextmanager
    def day(self, days: int) -> Any:
        """Both signed in anew; what the morning's mails say to sam and to hugo."""
        day, zone = self.first + timedelta(days=days), self.engagement.organization.zone
        people = (self.engagement.intern, self.engagement.supervisor)
        with clock.at(datetime(day.year, day.month, day.day, 9, tzinfo=zone)):
            mail.outbox.clear()
            mails = morning(people[0]), morning(people[1])
            self.sam, self.hugo = (self.sides.walker(one) for one in people)
            yield mails

    def next(self) -> list[str]:
        return self.sides.next_lines(self.sam, self.hugo)

    def go(self, page: str) -> None:
        for walker in (self.sam, self.hugo):
            walker.go(self.sides.work + page)


def says(mails: tuple[str, str], *expected: tuple[str, ...]) -> bool:
    """Whether the mails to sam and to hugo hold these words."""
    missing = [text for mail, texts in zip(mails, expected, strict=True) for text in texts if text not in mail]
    assert missing == [], mails
    return True


@pytest.mark.browser
def test_a_divergence_becomes_a_correction_and_ends_well(transactional_db, chrome: Browser):
    noise: list[str] = []
    with last_friday():
        cast = assemble()
        engagement = make.make_active(cast, project=make_open_project(cast, **SMALL))
    whole, hand_in = engagement.pay_minor // 100, "Hand in: Comparison"
    assert payments.balances(engagement) == {"pledged": whole}
    with serving() as site:
        sides = Sides(site, chrome, noise, engagement)
        at = Mornings(sides, engagement)
        with at.day(0) as mails:
            assert says(mails, (f"{hand_in}", "Answer check-in 1"), ("Answer check-in 1", "Ask before you tell"))
            assert at.next() == [hand_in, "Answer check-in 1"]
            at.go("check-ins/1/")
            at.sam.press("Give answer", {"progress": "stuck", "confidence": "low", "blocked": "yes",
                                         "note": "No bakery answers my letters."})  # fmt: skip
            at.sam.misses("far apart")
            at.go("check-ins/1/")
            at.hugo.misses("No bakery answers my letters.")
            at.hugo.press("Give answer", {"progress": "on_track", "confidence": "high", "blocked": "no",
                                          "note": "As planned, I think."})  # fmt: skip
            at.hugo.sees("Your answers were far apart", "No bakery answers my letters.")
            assert at.next() == [hand_in, "Write down what to do about it"]

        correction = CourseCorrection.objects.get()
        page = f"corrections/{correction.public_id}/"
        with at.day(1) as mails:
            assert says(
                mails, ("You see it differently. Agree on what to do next.",), ("Write down what to do about it",)
            )
            at.go(page)
            at.hugo.press("Propose this", {
                "what": "The bakeries do not answer a stranger.", "text_0": "Call the four bakeries",
                "owner_0": "host", "due_0": (at.first + timedelta(days=2)).isoformat(),
            })  # fmt: skip
            assert at.next() == [hand_in, "Sam Okoro hands in: Comparison"]  # its day comes first

        with at.day(2) as mails:
            assert says(mails, ("Agree what to do next", "The other side wrote down"), ("You wait for",))
            at.go(page)
            at.sam.sees("The bakeries do not answer a stranger.", "Call the four bakeries", "Brindle Bakery")
            at.sam.press("Agree to this")
            assert payments.balances(engagement) == {"pledged": whole}
            assert at.next() == [hand_in, "Sam Okoro hands in: Comparison"]
            at.sam.sees("far apart, and it is not settled")

        with at.day(3) as mails:
            assert says(mails, (hand_in,), ("Agreed what to do next",))
            at.go(page)
            at.hugo.press("It is settled")
            at.go("")
            at.sam.misses("far apart")
            at.go("deliverables/1/")
            at.sam.press("Hand in", {"note": "All four answered Hugo."})
            assert at.next() == ["Hugo Marsh reviews: Comparison", "Review: Comparison"]
            assert payments.balances(engagement) == {"pledged": whole}

        with at.day(4) as mails:
            assert says(mails, ("What was in the way is out of the way.",), ("Sam Okoro handed it in.",))
            at.go("deliverables/1/")
            at.hugo.press("Accept it", {"met_1": "met"})
            assert payments.balances(engagement) == {"due": whole}
            assert at.next() == ["Note your hours and what you learned", "Say how it was"]

        with at.day(5) as mails:
            assert says(mails, ("Every result is accepted.", "Accepted: Comparison"), ("Say how it was",))
            said = {"went_well": "We spoke in time.", "do_differently": "Call sooner.", "would_again": "yes"}
            at.go("evaluation/")
            for walker, codes in ((at.sam, ASKED_OF_INTERN), (at.hugo, ASKED_OF_HOST)):
                walker.press("Hand in", said | {f"mark_{code}": 4 for code in codes})
            engagement.refresh_from_db()
            assert engagement.state == "completed"
            payments.release(cast, engagement)
            assert payments.balances(engagement) == {"sent": whole}
            assert at.next() == ["Say when the pay arrived", "Say what comes next"]

        with at.day(6) as mails:
            assert says(mails, ("Completed: ", f"says it paid ${whole}"), ("Say what comes next",))
            at.go("pay/")
            at.sam.press("Received on this day")
            assert payments.balances(engagement) == {"received": whole}
            assert at.next() == ["Hugo Marsh says what comes next", "Say what comes next"]
            at.sam.go(sides.work + "story/")
            told = at.sam.page.locator("main").inner_text()
            lines = [told.rfind(line) for line in STORY]
            assert -1 not in lines, told
            assert lines == sorted(lines, reverse=True)  # the newest first
    assert list(all_faults()) == []
    assert noise == []
