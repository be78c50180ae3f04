"""The whole story on the competitor-analysis template, as three people and a steward, told to any kind of walker."""

from __future__ import annotations

import re
from collections.abc import Callable
from contextlib import ExitStack
from datetime import UTC, datetime, timedelta
from pathlib import Path

from django.core import mail

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.notifications.sending import deliver_due
from firstfoot.kernel import clock
from firstfoot.reactions.worker import drain
from firstfoot.work.engagements.models import CourseCorrection, Deliverable, Engagement
from firstfoot.work.evaluations.states import ASKED_OF_HOST, ASKED_OF_INTERN
from tests.cast import PASSWORD
from tests.journeys.walkers import Walker

MONDAY = datetime(2027, 1, 11, 9, tzinfo=UTC)


class Story:
    """Three people live one micro-internship; the clock stands where the story is."""

    monday = MONDAY  # the day it begins

    def __init__(self, new_walker: Callable[[], Walker], folder: Path) -> None:
        self.hana, self.hugo, self.sam, self.stella = (new_walker() for _ in range(4))
        self.folder = folder
        self._clock = ExitStack()
        self.brief = self.work = ""

    def tell(self) -> None:
        try:
            self.at(0)
            self.people_and_organization()
            self.brief_is_posted()
            self.sam_applies()
            self.hana_chooses()
            self.they_agree()
            self.they_get_ready()
            self.they_work()
            self.they_close()
        finally:
            self._clock.close()

    def at(self, days: float) -> None:
        """Move to so many days after the first Monday, and let the worker catch up."""
        self._clock.close()
        self._clock.enter_context(clock.at(self.monday + timedelta(days=days)))
        self.catch_up()

    def catch_up(self) -> None:
        drain()
        deliver_due()

    def mail_to(self, address: str, subject: str) -> str:
        """The text of the newest mail to the address whose subject has these words."""
        self.catch_up()
        found = [m for m in mail.outbox if m.to == [address] and subject in m.subject]
        assert found, f"no mail {subject!r} to {address} among {[(m.to, m.subject) for m in mail.outbox]}"
        return found[-1].body

    # The steps

    def sign_up(self, who: Walker, name: str, zone: str) -> None:
        address = f"{name.split(maxsplit=1)[0].lower()}@example.org"
        who.go("/accounts/signup/")
        self.fill_sign_up(who, name, address, zone)

    def fill_sign_up(self, who: Walker, name: str, address: str, zone: str) -> None:
        who.press(
            "Create an account",
            {
                "email": address,
                "password1": PASSWORD,
                "chosen_name": name,
                "time_zone": zone,
                "adult": True,
                "terms": True,
            },
        )
        code = re.search(r"\b[A-Z0-9]{4}-[A-Z0-9]{4}\b", self.mail_to(address, "code"))
        assert code, self.mail_to(address, "code")
        who.press("Confirm", {"code": code[0]})

    def people_and_organization(self) -> None:
        self.sign_up(self.hana, "Hana Brindle", "Europe/London")
        self.hana.go("/hosting/organizations/new/")
        self.hana.press(
            "Add the organization",
            {
                "name": "Brindle Bakery", "website": "https://bakery.example", "kind": "small_business", "size": "6-20",
                "city": "Leeds", "country": "GB", "about": "Bread for four streets, baked at night.",
                "how_work_feels": "Early, warm and calm. Questions are welcome until noon.",
                "time_zone": "Europe/London", "currency": "GBP",
            },
        )  # fmt: skip
        self.organization = self.hana.path
        self.hana.go(self.organization + "members/")
        self.hana.press("Send", {"email": "hugo@example.org", "role": "supervisor"})
        link = re.search(r"/invitations/[\w-]+/", self.mail_to("hugo@example.org", "Brindle Bakery"))
        assert link
        self.sign_up(self.hugo, "Hugo Marsh", "Europe/London")
        self.hugo.go(link[0])
        self.hugo.go(link[0])  # looking spends nothing
        self.hugo.press("Join Brindle Bakery")
        self.hugo.sees("Welcome to Brindle Bakery")
        self.stella.go("/accounts/login/")
        self.stella.press("Sign in", {"login": "stella@example.org", "password": PASSWORD})
        self.stella.go(self.organization.replace("/hosting/", "/steward/"))
        self.stella.press("Verify the organization")
        self.catch_up()

    def brief_is_posted(self) -> None:
        self.hana.go("/hosting/projects/new/")
        self.hana.press("Use this template: Competitor analysis")
        hugo = Person.objects.get(email="hugo@example.org").public_id
        self.hana.press("Write the brief", {"supervisor": hugo, "cover": ""})
        self.hana.sees("Post the project")
        self.hana.press("Post the project")
        self.brief = re.sub(r"^/hosting", "", self.hana.path)
        self.catch_up()

    def sam_applies(self) -> None:
        self.sam.go("/projects/?q=bakery+competitor")
        self.sam.sees("Brindle Bakery")
        self.sam.go(self.brief)
        self.sam.sees("Brindle Bakery", "Hugo Marsh")
        self.sign_up(self.sam, "Sam Okoro", "Europe/Lisbon")
        self.sam.go("/talent/profile/")
        self.sam.press(
            "Save",
            {
                "headline": "Finds the number behind the claim", "about": "I compare things for fun and write it down.",
                "skills": "Research, Spreadsheets", "hours_a_week": 10, "studies": "Second year, Aldergate College",
            },
        )  # fmt: skip
        self.sam.go(f"/talent/apply/{self.public_id(self.brief)}/")
        self.sam.press("Send application", self.answers())
        self.application = self.sam.path
        self.sam.sees("Brindle Bakery")

    def answers(self) -> dict[str, str]:
        return {
            "motivation": "I buy bread in four places and have opinions with numbers.",
            "answer_0": "I would visit three shops, then ask you what you already know.",
            "answer_1": "A table of nine phone plans with the price after two years.",
            "answer_2": "Ten hours a week, Tuesdays and Thursdays.",
        }

    def public_id(self, path: str) -> str:
        return path.rstrip("/").split("/")[-1]

    def hana_chooses(self) -> None:
        self.at(1.1)
        self.hana.go(f"/hosting{self.brief}applicants/")
        self.hana.misses("Sam Okoro", "Aldergate")
        self.hana.go(f"/hosting/applicants/{self.public_id(self.application)}/")
        self.hana.misses("Sam Okoro", "Aldergate")
        scores = {f"mark-score_{number}": "3" for number in range(6)}
        self.hana.press("Hand in and read the next", {**scores, "mark-note": "Would begin where we would."})
        self.hana.press("Shortlist")
        self.hana.sees("Sam Okoro")
        self.hana.press("Send message", {"body": "Your table of phone plans made me laugh. When could you start?"})
        self.hana.press("Make an offer", {"offer-note": "We would love to work with you."})
        assert "Brindle Bakery" in self.mail_to("sam@example.org", "offer")
        self.sam.go(self.application)
        self.sam.sees("Your table of phone plans made me laugh")
        self.sam.press("Accept")
        self.work = re.sub(r"^(/work/\w+/).*$", r"\1", self.sam.path)

    def they_agree(self) -> None:
        self.at(2.1)
        self.sam.go(self.work + "agreement/counter/")
        self.sam.press("Propose these terms", {"check_in_every_days": 5, "note": "A talk every five days would help."})
        self.hana.go(self.work + "agreement/")
        self.hana.sees("A talk every five days would help.")
        self.sign(self.hana, "Hana Brindle")
        self.mail_to("sam@example.org", "sign")
        self.sam.go(self.work + "agreement/")
        self.sign(self.sam, "Sam Okoro")
        for address in ("sam@example.org", "hana@example.org"):
            assert "Brindle Bakery" in self.mail_to(address, "igned")

    def sign(self, who: Walker, name: str) -> None:
        """They came in days ago, so they are asked who they are; what they typed is not asked again."""
        who.press("Sign the agreement", {"typed_name": name, "agreed": True})
        who.sees("Confirm that it is you")
        who.press("Confirm", {"password": PASSWORD})
        who.sees(name)

    def they_get_ready(self) -> None:
        self.at(3.1)
        self.sam.go(self.work)
        self.sam.press("Save goal", {"goal": "To compare things fairly"})
        engagement = Engagement.objects.get(public_id=self.public_id(self.work))
        for step in engagement.onboarding_steps.all():
            walker = self.sam if step.side == "intern" else self.hugo
            walker.go(self.work)
            walker.press("Save", {"done": "1"}, action=f"/steps/{step.number}/")
        self.start = (engagement.start_on - self.monday.date()).days
        self.work_begins(self.start)
        self.hugo.go(self.work)
        self.hugo.sees("At work")

    def work_begins(self, days: int) -> None:
        """It begins by itself on the first day."""
        self.at(days + 0.1)

    def they_work(self) -> None:
        self.at(self.start + 5.1)
        for walker, progress in ((self.sam, "stuck"), (self.hugo, "on_track")):
            walker.go(self.work + "check-ins/1/")
            walker.sees("To compare things fairly")
            walker.misses("The prices are hidden behind a form.") if walker is self.hugo else None
            walker.press(
                "Give answer",
                {
                    "progress": progress, "confidence": "some", "blocked": "a_little",
                    "note": "The prices are hidden behind a form." if walker is self.sam else "All fine, I thought.",
                },
            )  # fmt: skip
        self.hugo.go(self.work + "check-ins/1/")
        self.hugo.sees("The prices are hidden behind a form.")
        correction = CourseCorrection.objects.get()
        day = (self.monday + timedelta(days=self.start + 7)).date().isoformat()
        self.sam.go(f"{self.work}corrections/{correction.public_id}/")
        self.sam.press("Propose this", {"what": "Hidden prices.", "text_0": "Hugo calls both shops", "due_0": day})
        self.hugo.go(f"{self.work}corrections/{correction.public_id}/")
        self.hugo.press("Agree to this")
        for deliverable in Deliverable.objects.order_by("number"):
            self.hand_in(deliverable.number, deliverable.criteria.count(), returned=deliverable.number == 1)
        self.sam.go(self.work)

    def hand_in(self, number: int, criteria: int, *, returned: bool) -> None:
        page = f"{self.work}deliverables/{number}/"
        file = self.folder / f"result-{number}.csv"
        file.write_text("shop,price\nOne,3.10\n")
        self.sam.go(page)
        self.sam.press(
            "Hand in", {"attachments": [str(file)], "links": "https://work.example/one", "note": "Here it is."}
        )
        if returned:
            marks = {f"met_{n}": "met" for n in range(2, criteria + 1)}
            self.hugo.go(page)
            self.hugo.press(
                "Return for changes",
                {"met_1": "not_yet", "why_1": "Two prices are missing.", **marks, "comment": "Nearly."},
            )
            self.mail_to("sam@example.org", "another look")
            self.sam.go(page)
            self.sam.sees("Two prices are missing.")
            self.sam.press("Hand in", {"note": "Both prices are in.", "links": "https://work.example/two"})
        self.hugo.go(page)
        self.hugo.press("Accept it", {f"met_{n}": "met" for n in range(1, criteria + 1)} | {"comment": "Good work."})
        self.catch_up()

    def they_close(self) -> None:
        today = (clock.now() - timedelta(days=1)).date().isoformat()
        self.sam.go(self.work + "closing/")
        self.sam.press(
            "Save notes", {"hours_worked": 21, "tools_used": "Spreadsheets", "learning_answer": "Yes, I can."}
        )
        for walker, codes, quote in (
            (self.sam, ASKED_OF_INTERN, "I was asked what I think."),
            (self.hugo, ASKED_OF_HOST, "Sam finds what is missing."),
        ):
            walker.go(self.work + "evaluation/")
            walker.misses("I was asked what I think.")
            marks = {f"mark_{code}": 4 for code in codes}
            walker.press(
                "Hand in",
                {
                    "went_well": "Nearly all.",
                    "do_differently": "Start sooner.",
                    "would_again": "yes",
                    "quote": quote,
                    **marks,
                },
            )
        self.hana.go(self.work + "pay/")
        self.hana.press("Paid on this day", {"paid-day": today})
        self.sam.go(self.work + "pay/")
        self.sam.press("Received on this day", {"received-day": today})
        self.hana.go(self.work + "pathway/")
        self.hana.press("Say it", {"kind": "again", "note": "The summer menu, in May."})
        self.sam.go(self.work + "pathway/")
        self.sam.press("Yes, gladly")
        self.sam.go(self.work + "completion/")
        self.sam.sees(
            "Sam finds what is missing.", "I was asked what I think.", "21 worked", "To compare things fairly"
        )
