"""A shop of two posts from a template, has its draft proofread, reads six people blind, and answers them all."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.core import mail
from django.test import Client
from playwright.sync_api import Browser, Page

from firstfoot.foundation.accounts.actions import make_steward
from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.notifications.sending import deliver_due
from firstfoot.kernel import clock
from firstfoot.market.applications.actions import save_application, start_application, submit_application
from firstfoot.market.applications.marks import criteria_of
from firstfoot.market.organizations.actions import found_organization, verify_organization
from firstfoot.market.organizations.states import Role
from firstfoot.market.projects.models import Project
from firstfoot.market.talent.actions import save_profile
from firstfoot.reactions.schedule import daily_mails
from firstfoot.reactions.worker import drain
from firstfoot.web.shared.rubric_words import title_of
from tests.cast import enter, hire, join
from tests.chromium import new_page
from tests.journeys.keyboard import KeyboardWalker
from tests.journeys.walkers import BrowserWalker

MONDAY = datetime(2027, 1, 11, 9, tzinfo=UTC)
# Who applies: name, path, city, link; and what of them nobody may read before the shortlist.
PEOPLE = (
    ("Amara Quillfeather", "Corvid College", "Tromsberg", "https://quillfeather.example"),
    ("Bodhi Larkspurr", "Aldergate Academy", "Vellmouth", "https://larkspurr.example"),
    ("Celestine Oduyamba", "Harrowmere Institute", "Port Sable", "https://oduyamba.example"),
    ("Dmitri Vasquenko", "Ninewells Polytechnic", "Ostrabad", "https://vasquenko.example"),
    ("Eilidh Macthorne", "Saint Ronan School", "Kilbrannoch", "https://macthorne.example"),
    ("Farouk Zandaveri", "Lantern Hill University", "Qasrabad", "https://zandaveri.example"),
)
# By name, what nobody may read of them before the shortlist.
SECRETS = {name: (*name.split(), *rest, name.split()[0].lower() + "@") for name, *rest in PEOPLE}
# What the four read who hear no, in the order of the reasons that the form offers.
WHY = (
    "The host looked for other skills for this project.",
    "The host looked for more experience with this kind of work.",
    "The host would have liked to read more in the answers.",
    "Your hours or dates did not fit the project's.",
)


class Counted:
    """The owner's mouse and keys: every click, selection and typed field counts."""

    def __init__(self, page: Page) -> None:
        self.page, self.count = page, 0

    def click(self, role: Any, name: str) -> None:
        self.page.get_by_role(role, name=re.compile(re.escape(name).replace(":", " ?:"))).click()
        self.count += 1

    def look_again(self) -> None:
        self.page.reload()
        self.count += 1

    def type(self, label: str, text: str) -> None:
        self.page.get_by_label(label).fill(text)
        self.count += 1

    def choose(self, label: str, option: str) -> None:
        self.page.get_by_label(label).select_option(label=option)
        self.count += 1


class Choosing:
    """Hana and Hugo are the shop; each has a profile of the browser to themselves."""

    def __init__(self, browser: Browser, site: str, noise: list[str]) -> None:
        self.browser, self.site, self.noise = browser, site, noise
        self.label: dict[str, str] = {}  # what the shop calls each applicant while it reads

    def tell(self) -> None:
        with clock.at(MONDAY):
            self.shop_of_two()
            self.posts_from_a_template()
            self.six_apply()
        with clock.at(MONDAY + timedelta(days=1)):
            self.both_read_blind()
            self.hana_answers()
            self.amara_accepts()
            self.board_at_the_end()
        with clock.at(MONDAY + timedelta(days=2)):
            self.everyone_hears()

    def page_of(self, person: Person | None) -> Page:
        """A fresh profile, in which the person is signed in; for None nobody is. Nothing fades."""
        page = new_page(self.browser, self.noise, reduced_motion="reduce")
        if person is not None:
            client = Client()
            enter(client, person)
            cookie = client.cookies[settings.SESSION_COOKIE_NAME].value
            page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": self.site}])
        return page

    # The shop, and what it posts

    def shop_of_two(self) -> None:
        steward, self.hana, self.hugo = join("Stella Ferreira"), join("Hana Brindle"), join("Hugo Marsh")
        make_steward(person_id=steward.pk, actor=None)
        steward.refresh_from_db()
        shop = found_organization(
            name="Brindle Bakery", actor=self.hana, website="https://bakery.example", city="Leeds", country="GB",
            size="1-5", kind="small_business", about="We bake.", how_work_feels="Early, warm, calm.",
        )  # fmt: skip
        verify_organization(organization_id=shop.pk, actor=steward)
        hire(shop, self.hana, self.hugo, Role.SUPERVISOR)

    def posts_from_a_template(self) -> None:
        hana = Counted(self.page_of(self.hana))
        hana.page.goto(self.site + "/hosting/")
        hana.click("link", "Post your first project")
        hana.type("What should be done?", "competitors")
        hana.click("button", "Use this template: Competitor analysis")
        hana.type("1. Who uses the result, and for what?", "Hana and Hugo, who set the prices in March.")
        hana.choose("4. Who guides the intern?", "Hugo Marsh")
        hana.choose("And who answers when they are away?", "Hana Brindle")
        hana.click("button", "Write the brief")
        hana.click("button", "Make a link for proofreading")
        self.a_colleague_proofreads(hana.page.get_by_label("Address", exact=True).input_value())
        hana.look_again()
        hana.click("button", "Tick off: Say which four shops you mean.")
        assert "Say which four shops" not in hana.page.locator("main").inner_text()
        hana.click("button", "Post the project")
        hana.page.get_by_text("Your project is open.").wait_for()
        assert hana.count < 15
        self.project = Project.objects.get()

    def a_colleague_proofreads(self, address: str) -> None:
        """By the link alone: nobody is signed in."""
        nadia = self.page_of(None)
        nadia.goto(self.site + urlsplit(address).path)
        nadia.get_by_label("Your remark").fill("Say which four shops you mean.")
        nadia.get_by_label("Your name").fill("Nadia")
        nadia.get_by_role("button", name="Send the remark").click()
        nadia.get_by_text("The host sees your remark").wait_for()

    def six_apply(self) -> None:
        """Each tells of themselves where the shop must not read it yet."""
        self.people: list[Person] = []
        self.applications: list[str] = []
        asked = self.project.draft_brief.questions
        for name, studies, city, link in PEOPLE:
            person = join(name)
            save_profile(
                actor=person, headline=f"{name} counts things", about=f"I am {name}, at {studies}.", city=city,
                studies=studies, skills=["Research"], links=[link], hours_a_week=10, wants="How a shop decides",
            )  # fmt: skip
            draft = start_application(project_id=self.project.pk, actor=person)
            text = f"I am {name} of {city}. I would begin with the prices, as I did at {studies}."
            save_application(
                application_id=draft.pk, actor=person, motivation=text, answers=[text] * len(asked), link=link
            )
            sent = submit_application(application_id=draft.pk, actor=person)
            self.people.append(person)
            self.applications.append(sent.public_id)
            self.label[name] = sent.pseudonym
        catch_up()

    # Read blind and answered, by keyboard

    def both_read_blind(self) -> None:
        self.readers = {who: KeyboardWalker(self.page_of(who), self.site) for who in (self.hugo, self.hana)}
        for reviewer, reader in self.readers.items():
            reader.go("/hosting/")
            reader.enter("Answer")
            reader.misses(*hidden())
            reader.open(f"Move to: {self.label[PEOPLE[0][0]]}")
            reader.enter("Read and mark")
            for number in range(len(PEOPLE)):
                if number:
                    reader.skip()
                    reader.tab_to("Write your mark")
                    reader.key("Enter")
                self.reads_one(reader, reviewer)
            reader.sees("You have read everyone who waits.", f"What {reviewer.chosen_name} thinks.")

    def reads_one(self, reader: KeyboardWalker, reviewer: Person) -> None:
        """Neither who it is, nor what a colleague thinks; each criterion marked, and the mark handed in."""
        reader.misses(*hidden(), "What Hugo Marsh thinks.")
        for number, criterion in enumerate(criteria_of(self.project)):
            reader.choose(str(title_of(criterion)), 2 + number % 3)
        reader.type("Your note", f"What {reviewer.chosen_name} thinks.")
        reader.enter("Hand in and read the next")

    def hana_answers(self) -> None:
        hana = self.readers[self.hana]
        hana.sees("What Hugo Marsh thinks.")  # hers are in
        hana.misses(*hidden())
        hana.enter("Applicants for")
        chosen, kept, *others = self.label
        self.to(hana, self.label[chosen], "Shortlist: see who it is")
        hana.sees(chosen)
        hana.misses(*hidden(chosen))
        hana.skip()
        hana.enter("Applicants for")
        hana.enter(self.label[kept])
        hana.enter(f"Shortlist {self.label[kept]}")
        hana.sees(kept)
        hana.skip()
        hana.enter("Applicants for")
        hana.sees("2 of 6 revealed to you (33%)", "1 of 1 seat free", "Read 4", "Shortlist 2")
        hana.misses(*hidden(chosen, kept))
        for number, name in enumerate(others):
            self.to(hana, self.label[name], "Say no, with a reason")
            hana.open("Say no, kindly")
            hana.choose("Why? They read this reason.", number)
            hana.type("A line to them", f"Your sources were good, {self.label[name]}.")
            if number == 0:
                hana.tick("Let them read the scores they got")
            hana.enter(f"Decline {self.label[name]}")
            hana.skip()
        self.to(hana, chosen, "Make an offer")
        hana.type("A line to them", "We would begin where you would.")
        hana.enter("Make an offer")
        hana.sees(f"{chosen} has your offer")

    def to(self, hana: KeyboardWalker, label: str, entry: str) -> None:
        """An entry of the menu of a card."""
        hana.open(f"Move to: {label}")
        hana.enter(entry)

    def amara_accepts(self) -> None:
        amara = BrowserWalker(self.page_of(self.people[0]), self.site)
        amara.go(f"/talent/applications/{self.applications[0]}/")
        amara.sees("We would begin where you would.")
        amara.press("Accept")
        catch_up()

    def board_at_the_end(self) -> None:
        hana = self.readers[self.hana]
        hana.skip()
        hana.enter("Applicants for")
        hana.sees("Offers 1", "Reserve 1", "Ended 4")
        hana.misses(*hidden(*list(self.label)[:2]))

    def everyone_hears(self) -> None:
        """Each of the six by mail in the morning; who reads on finds the line and the scores."""
        daily_mails()
        catch_up()
        amara, bodhi, *others = self.people
        assert "We would begin where you would." in mail_to(amara)
        assert "You are in reserve" in mail_to(bodhi)
        assert "You hear from us by Sunday 17 January." in mail_to(bodhi)
        for person, why in zip(others, WHY, strict=True):
            assert "Brindle Bakery chose not to go on" in mail_to(person)
            assert [one for one in WHY if one in mail_to(person)] == [why]
        celestine = BrowserWalker(self.page_of(others[0]), self.site)
        celestine.go(f"/talent/applications/{self.applications[2]}/")
        celestine.sees(WHY[0], f"Your sources were good, {self.label[others[0].chosen_name]}.")
        celestine.sees("The scores you got", "Names this project, not why it matters to them")
        celestine.misses("What Hana Brindle thinks.", "What Hugo Marsh thinks.")


def mail_to(person: Person) -> str:
    """All that was mailed to them."""
    return "\n".join(m.body for m in mail.outbox if m.to == [person.email])


def hidden(*shown: str) -> list[str]:
    """The secrets of all but those who are known."""
    return [text for name, secrets in SECRETS.items() if name not in shown for text in secrets]


def catch_up() -> None:
    drain()
    deliver_due()
