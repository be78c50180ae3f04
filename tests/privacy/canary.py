"""Cara Canary: a person whose every field and text holds a word that is found nowhere else."""

from __future__ import annotations

import io
import itertools
import re
import zipfile
from dataclasses import dataclass, field
from datetime import timedelta
from pathlib import Path

from allauth.account.models import EmailAddress
from django.conf import settings
from django.contrib.sessions.models import Session
from django.core.files.base import ContentFile
from django.db import connection
from django.test import Client

from firstfoot.foundation.accounts.actions import change_person, give_consent, join_person
from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.files.actions import store_file
from firstfoot.foundation.notifications.sending import deliver_due
from firstfoot.kernel import clock
from firstfoot.market.applications.actions import (
    decline,
    post_in_application,
    save_application,
    start_application,
    submit_application,
)
from firstfoot.market.talent.actions import save_profile
from firstfoot.proof.pathways.actions import offer_pathway
from firstfoot.proof.portfolio.actions import save_resume, show_letter
from firstfoot.reactions.worker import drain
from firstfoot.work.engagements.actions import (
    accept_offer,
    add_step,
    counter_agreement,
    keep_hours,
    log_hours,
    note_closing,
    offer_kickoff,
    post_in_engagement,
    propose_correction,
    report_stuck,
    set_learning_goal,
)
from firstfoot.work.engagements.actions.corrections import ActionToDo
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.evaluations.actions import reply_to_evaluation
from firstfoot.work.evaluations.models import Evaluation
from firstfoot.work.payments.actions import ask_write_off, note_tax_form
from tests.cast import PASSWORD, Cast
from tests.factories import engagements as work
from tests.factories import payments as pay
from tests.factories import portfolio
from tests.factories.applications import make_mark, shortlist
from tests.factories.projects import make_open_project

_WORDS = itertools.count(1)


@dataclass
class Canary:
    """The person, what they did, and every word they left: where -> word."""

    person: Person
    words: dict[str, str] = field(default_factory=dict)
    done: Engagement | None = None

    def word(self, where: str) -> str:
        """A new word for this place, such as "Zqcanary07headlineqz"."""
        said = f"Zqcanary{next(_WORDS):03}{re.sub('[^a-z]', '', where)}qz"
        self.words[where] = said
        return said

    def said(self, where: str) -> str:
        return f"Here they say {self.word(where)} and go on"


def live(cast: Cast) -> Canary:
    """One whole life on the platform, through the real actions."""
    canary = Canary(None)  # type: ignore[arg-type]
    email = f"{canary.word('email')}@example.org".lower()
    canary.words["email"] = email
    canary.person = person = join_person(
        email=email, password=PASSWORD, chosen_name=canary.word("chosen"), legal_name=canary.word("legal"),
        time_zone="Europe/Lisbon", adult=True, terms_version="2026-11", verified=True,
    )  # fmt: skip
    second = f"{canary.word('second')}@example.org".lower()
    canary.words["second"] = second
    EmailAddress.objects.create(user=person, email=second, verified=True)
    change_person(
        person_id=person.pk, seen=None, actor=person, chosen_name=person.chosen_name, legal_name=person.legal_name,
        time_zone=person.time_zone, phone=canary.word("phone"), daily_mail=True,
    )  # fmt: skip
    give_consent(person_id=person.pk, document="privacy", document_version="2026-11", actor=person)
    person.refresh_from_db()
    save_profile(
        actor=person, headline=canary.said("headline"), about=canary.said("about"), city=canary.word("city"),
        helps=canary.said("helps"), studies=canary.said("studies"),
        skills=[canary.word("skill")], wants=canary.said("wants"), hours_a_week=12,
        links=[{"label": canary.word("label"), "url": f"https://example.org/{canary.word('url')}"}],
    )  # fmt: skip
    _sign_in(canary)
    _ask(canary, cast)
    _work(canary, cast)
    catch_up()
    return canary


def catch_up() -> None:
    drain()
    deliver_due()


def _sign_in(canary: Canary) -> None:
    client = Client()
    client.post("/accounts/login/", {"login": canary.person.email, "password": PASSWORD})
    session = client.session
    session["kept"] = canary.word("session")
    session.save()
    del canary.words["session"]  # the machine's, not the person's: it must go, but is not in the copy
    client.post("/accounts/password/reset/", {"email": canary.words["second"]})


def _fill(canary: Canary, application, name: str) -> None:
    answers = [canary.said(f"{name}answer{place}") for place, _ in enumerate(application.brief_version.brief.questions)]
    save_application(
        application_id=application.pk, actor=canary.person, motivation=canary.said(f"{name}motivation"),
        answers=answers, availability=canary.said(f"{name}availability"),
        link=f"https://example.org/{canary.word(f'{name}link')}",
    )  # fmt: skip


def _be_declined(canary: Canary, cast: Cast) -> None:
    """One that a reviewer wrote about, and that was declined."""
    asked = start_application(project_id=make_open_project(cast, title="A third").pk, actor=canary.person)
    _fill(canary, asked, "declined")
    submit_application(application_id=asked.pk, actor=canary.person)
    make_mark(asked, cast.hana, note=canary.said("mark"))
    decline(application_id=asked.pk, reason="hours_dates", note=canary.said("declinenote"), actor=cast.hana)


def _ask(canary: Canary, cast: Cast) -> None:
    """A draft, and one that waits on the short list with a conversation."""
    _fill(canary, start_application(project_id=make_open_project(cast).pk, actor=canary.person), "draft")
    _be_declined(canary, cast)
    waiting = start_application(project_id=make_open_project(cast, title="Another").pk, actor=canary.person)
    _fill(canary, waiting, "waiting")
    submit_application(application_id=waiting.pk, actor=canary.person)
    shortlist(application_id=waiting.pk, actor=cast.hana)
    body = canary.said("applicationpost")
    post_in_application(application_id=waiting.pk, body=body, key=f"c-{waiting.public_id}", actor=canary.person)
    catch_up()


def _work(canary: Canary, cast: Cast) -> None:
    person = canary.person
    project = make_open_project(cast, title="The done one")
    offered = work.make_offer(cast, person, project)
    engagement = accept_offer(application_id=offered.pk, actor=person)
    first = work.proposed(engagement)
    terms = first.terms["deliverables"][0]
    criteria = [{**point, "text": canary.said(f"criterion{n}")} for n, point in enumerate(terms["criteria"])]
    changed = {"number": 1, "title": canary.said("title"), "format": canary.word("format"), "criteria": criteria}
    counter_agreement(
        agreement_id=first.pk, seen=first.version, changes={"deliverables": [changed]}, note=canary.said("counter"),
        actor=person,
    )  # fmt: skip
    catch_up()
    set_learning_goal(engagement_id=engagement.pk, goal=canary.said("goal"), actor=person)
    work.sign(engagement, cast.hana, person)
    step = {"text": canary.said("step"), "due_on": engagement.start_on, "required": True}
    add_step(
        engagement_id=engagement.pk,
        side="intern",
        link=f"https://{canary.word('steplink')}.example/",
        actor=person,
        **step,
    )
    offer_kickoff(
        engagement_id=engagement.pk, starts=[clock.now() + timedelta(days=1)], minutes=30, how=canary.said("talkhow"),
        note=canary.said("talknote"), actor=person,
    )  # fmt: skip
    work.start(cast, engagement)
    catch_up()
    _in_the_middle(canary, cast, engagement)
    _hand_in(canary, engagement)
    _close(canary, cast, engagement)
    canary.done = engagement


def _in_the_middle(canary: Canary, cast: Cast, engagement: Engagement) -> None:
    person = canary.person
    stuck = report_stuck(engagement_id=engagement.pk, what=canary.said("stuck"), actor=person)
    to_do = [ActionToDo(text=canary.said("action"), owner_side="host", due_on=clock.today() + timedelta(days=3))]
    propose_correction(correction_id=stuck.pk, seen=None, what=canary.said("stuckagain"), actions=to_do, actor=person)
    canary.words.pop("stuck")  # the second wording took its place
    post_in_engagement(engagement_id=engagement.pk, body=canary.said("post"), key="c-post", actor=person)
    keep_hours(engagement_id=engagement.pk, actor=person)
    log_hours(
        engagement_id=engagement.pk,
        day=clock.today(),
        minutes=60,
        what=canary.said("hours"),
        key="c-hours",
        actor=person,
    )
    with work.at_day(engagement, engagement.check_in_every_days):
        said = {"note": canary.said("checkin"), "keep": canary.said("keep"), "change": canary.said("change")}
        work.answer(engagement, person, **said)
        work.answer(engagement, engagement.supervisor)
        catch_up()


def _hand_in(canary: Canary, engagement: Engagement) -> None:
    for number in engagement.deliverables.order_by("number").values_list("number", flat=True):
        for version in ("returned", "accepted"):
            name = f"{version}{'abc'[number - 1]}"
            body = f"%PDF-1.7 {canary.word(f'{name}content')}".encode()
            upload = ContentFile(body, name=f"{canary.word(f'{name}file')}.pdf")
            stored = store_file(upload=upload, actor=canary.person)
            link = f"https://example.org/{canary.word(f'{name}link')}"
            work.submit(engagement, number, files=[stored.pk], note=canary.said(f"{name}note"), links=[link])
            (work.send_back if version == "returned" else work.accept)(engagement, number)
        catch_up()
    engagement.refresh_from_db()


def _close(canary: Canary, cast: Cast, engagement: Engagement) -> None:
    person = canary.person
    note_closing(
        engagement_id=engagement.pk, hours_worked=20, tools_used=canary.said("tools"),
        learning_answer=canary.said("learned"), actor=person,
    )  # fmt: skip
    texts = {name: canary.said(name) for name in ("went_well", "do_differently", "quote")}
    work.evaluate(engagement, person, **texts)
    work.evaluate(engagement, cast.hugo)
    theirs = Evaluation.objects.get(engagement=engagement, side="host")
    reply_to_evaluation(evaluation_id=theirs.pk, reply=canary.said("reply"), actor=person)
    offer_pathway(engagement_id=engagement.pk, kind="again", note=f"Come again, {person.chosen_name}", actor=cast.hana)
    _show(canary, engagement)
    pay.release(cast, engagement, 10000, reference=canary.said("reference"))
    note_tax_form(engagement_id=engagement.pk, filed_on=clock.today(), place=canary.said("tax_form"), actor=cast.hana)
    ask_write_off(
        engagement_id=engagement.pk, amount_minor=1000, reason="otherwise", note=canary.said("write_off"),
        actor=cast.hana,
    )  # fmt: skip
    engagement.refresh_from_db()
    assert engagement.state == "completed"


def _show(canary: Canary, engagement: Engagement) -> None:
    """What the person shows of it: an item, a page, a resume; and a letter about them."""
    names = ("title", "problem", "asked", "did", "result")
    item = portfolio.ask(engagement, **{name: canary.said(f"item{name}") for name in names})
    portfolio.show(item)
    slug, words = canary.word("pageslug").lower(), {name: canary.said(f"page{name}") for name in ("headline", "about")}
    portfolio.make_page(canary.person, slug, **words)
    said = {name: canary.said(f"resume{name}") for name in ("label", "summary", "city")}
    rows = {"education": [{"institution": canary.said("resumeschool")}], "work": [{"name": canary.said("resumejob")}]}
    save_resume(actor=canary.person, shows_email=True, shows_phone=True, **said, **rows)
    letter = portfolio.draft_letter(engagement, letter=f"I would hire {canary.person.chosen_name}")
    portfolio.make_signed_form(portfolio.sign(letter))
    show_letter(letter_id=letter.pk, by_link=True, on_page=True, on_resume=True, actor=canary.person)


def in_zip(raw: bytes) -> dict[str, str]:
    """The text of every file in the copy; binary ones as far as they are text."""
    with zipfile.ZipFile(io.BytesIO(raw)) as archive:
        assert archive.testzip() is None
        return {name: archive.read(name).decode("utf-8", "replace") for name in archive.namelist()}


def stored_text() -> dict[str, str]:
    """Every column of every table as text, and every file: place -> all that stands there, in lower case."""
    found: dict[str, str] = {}
    with connection.cursor() as cursor:
        for table in connection.introspection.table_names(cursor):
            cursor.execute(f'SELECT * FROM "{table}"')
            names = [column[0] for column in cursor.description]
            for name, values in zip(names, zip(*cursor.fetchall(), strict=True), strict=False):
                found[f"{table}.{name}"] = "\n".join(str(value) for value in values if value is not None).lower()
    found["sessions"] = str([session.get_decoded() for session in Session.objects.all()]).lower()
    for path in Path(settings.MEDIA_ROOT).rglob("*"):
        if path.is_file():
            found[f"file:{path.name}"] = path.read_bytes().decode("latin-1").lower() + str(path).lower()
    return found


def places_of(words: dict[str, str], text: dict[str, str]) -> dict[str, list[str]]:
    """Which of the words stand where."""
    found = {where: [place for place, said in text.items() if word.lower() in said] for where, word in words.items()}
    return {where: places for where, places in found.items() if places}
