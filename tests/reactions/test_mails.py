"""Every mail: a subject on one line, text and HTML, one button, and only addresses that exist."""

from __future__ import annotations

import re
from datetime import timedelta
from pathlib import Path

import pytest
from django.db import transaction
from django.urls import resolve

import firstfoot.reactions
from firstfoot.foundation.notifications.models import Mail
from firstfoot.foundation.notifications.sending import message_of
from firstfoot.kernel import clock
from firstfoot.market.applications.actions import (
    choose_interview,
    extend_offer,
    invite_to_apply,
    rescind_offer,
)
from firstfoot.market.moderation.actions import answer_appeal, appeal_case, decide_case
from firstfoot.market.moderation.models import Case
from firstfoot.market.organizations.actions import ask_for_renewal, invite_member
from firstfoot.market.projects.actions import answer_question, ask_question, submit_project
from firstfoot.market.projects.narrowing import Filters
from firstfoot.market.searches.actions import save_search
from firstfoot.market.sourcing.actions import turn_off, turn_on
from firstfoot.reactions import schedule
from firstfoot.reactions.bymail.acting import act_by_mail
from firstfoot.reactions.searches import search_mail
from firstfoot.work.engagements.actions import change_supervisor, choose_kickoff, offer_kickoff, report_around_work
from firstfoot.work.engagements.models import Engagement
from tests.cast import Cast, assemble
from tests.factories import engagements as make
from tests.factories import links
from tests.factories.applications import (
    make_interview,
)
from tests.factories.disputes import appeal, make_decided
from tests.factories.projects import (
    make_draft,
    make_open_project,
)
from tests.factories.sourcing import make_listed
from tests.reactions.support import MONDAY, settle

FOLDER = Path(firstfoot.reactions.__file__).parent / "templates" / "mail"
KINDS = sorted(path.name for path in FOLDER.iterdir() if path.is_dir())
SITE = "http://localhost:8000"


@pytest.fixture(scope="module")
def mails(django_db_setup, django_db_blocker) -> dict[str, Mail]:
    """One mail of each kind, out of one story that is told once, and gone again."""
    with django_db_blocker.unblock(), transaction.atomic():
        told = tell_of_everything(assemble())
        transaction.set_rollback(True)
    return told


def tell_of_everything(cast: Cast) -> dict[str, Mail]:
    with clock.at(MONDAY):
        withdrawn = make.make_offer(cast, cast.paz)
        extend_offer(application_id=withdrawn.pk, days=2, actor=cast.hana)
        interview = make_interview(cast, withdrawn)
        settle()
        choose_interview(interview_id=interview.pk, start=interview.slots[0], actor=cast.paz)
        settle()
        rescind_offer(application_id=withdrawn.pk, reason="plans_changed", actor=cast.hana)
        engagement = make.make_engagement(cast)
        settle()
        make.sign(engagement, cast.hana)
        settle()
        make.sign(engagement, cast.sam)
        starts = [clock.now() + timedelta(days=days) for days in (1, 2)]
        talk = offer_kickoff(
            engagement_id=engagement.pk, starts=starts, minutes=45, how="By video", note="Before lunch?",
            agenda="Who we are", actor=cast.hugo,
        )  # fmt: skip
        settle()
        choose_kickoff(kickoff_id=talk.pk, start=talk.slots[0], actor=cast.sam)
        settle()
        make.start(cast, engagement)
        change_supervisor(
            engagement_id=engagement.pk, supervisor_id=cast.hugo.pk, cover_id=None, intern_note="Be well.",
            actor=cast.hana,
        )  # fmt: skip
        make.propose_change(engagement, cast.hana, hours=25)
        make.submit(engagement)
        make.send_back(engagement)
        settle()
        schedule.daily_mail(cast.sam, clock.today())
        warn(cast, engagement)
        act_by_mail(link_id=links.sent(cast.hugo, "nudge", engagement).pk, said={"body": "How is it?"}, reader=None)
        make_appeal(cast)
        invite_member(organization_id=cast.acme.pk, email="new@example.org", role="supervisor", actor=cast.hana)
        project = make_open_project(cast)
        invite_to_apply(project_id=project.pk, email="b@example.org", actor=cast.hana)
        asked = ask_question(project_id=project.pk, body="May I use photos?", actor=cast.sam)
        answer_question(question_id=asked.pk, answer="Yes, those in the folder.", actor=cast.hana)
        cast.acme.verified_at = clock.now() - timedelta(days=365)
        cast.acme.save(update_fields=["verified_at"])
        ask_for_renewal(organization_id=cast.acme.pk)
        make_news(cast)
        make_list_of_people(cast)
        appeal(make_decided(cast, title="A dispute's & other's work"))
        settle()
    return {mail.kind: mail for mail in Mail.objects.select_related("recipient").order_by("pk")}


def make_news(cast: Cast) -> None:
    kept = save_search(name="Sam's & mine", filters=Filters(words="mills"), every="day", actor=cast.sam)
    with clock.at(clock.now() + timedelta(hours=1)):
        make_open_project(cast, title="Mills & bakers, the baker's map")
    with clock.at(clock.now() + timedelta(days=1)):
        assert search_mail(search_id=kept.pk, today=clock.today())


def make_list_of_people(cast: Cast) -> None:
    turned = turn_on(actor=cast.stella)
    make_listed(cast.paz)
    settle()
    turn_off(seen=turned.version, actor=cast.stella)


def warn(cast: Cast, engagement: Engagement) -> None:
    said = {"reason": "threat", "words": "He means it.", "actor": cast.sam}
    report = report_around_work(engagement_id=engagement.pk, person_id=cast.hugo.pk, **said)
    decide_case(case_id=report.case_id, decision="warned", reason="We don't speak like this.", actor=cast.stella)


def make_appeal(cast: Cast) -> None:
    draft = make_draft(cast, pathway="You forward payments to our partners.")
    submit_project(project_id=draft.pk, actor=cast.hana)
    settle()
    case = Case.objects.get(project=draft)
    appeal_case(case_id=case.pk, text="We are a payment office.", actor=cast.hana)
    answer_appeal(case_id=case.pk, is_granted=True, reason="They are one.", actor=cast.stella)
    settle()


def test_the_story_has_every_kind(mails):
    assert sorted(mails) == KINDS


def test_every_kind_has_its_three_templates():
    for kind in KINDS:
        assert sorted(p.name for p in (FOLDER / kind).iterdir()) == ["body.html", "body.txt", "subject.txt"]


@pytest.mark.parametrize("kind", KINDS)
def test_it_reads_well_and_leads_somewhere(mails, kind):
    mail = mails[kind]
    assert mail.subject
    assert "\n" not in mail.subject
    assert "&#x27;" not in mail.text
    assert "&amp;" not in mail.text
    assert not re.search(r"\n\n\n\n", mail.text)
    addresses = set(re.findall(rf"{SITE}(/\S*)", mail.text))
    assert addresses
    for path in addresses:
        resolve(path.partition("?")[0])
    assert mail.html.count('class="button"') == 1
    assert set(re.findall(rf'href="{SITE}(/[^"]*)"', mail.html)) >= addresses - {"/"}
    assert "Firstfoot" in mail.text


@pytest.mark.parametrize("kind", KINDS)
def test_html_has_its_styles_inline_and_loads_nothing(mails, kind):
    html = message_of(mails[kind]).alternatives[0].content
    body = html.partition("<body")[2]
    assert 'style="' in body
    assert "<img" not in html
    assert "<link" not in html
    assert "<script" not in html
    assert "color-scheme" in html


def test_text_is_not_escaped_and_html_is(cast):
    cast.acme.name = "Ham & Sons"
    cast.acme.save(update_fields=["name"])
    make.make_offer(cast)
    settle()
    mail = Mail.objects.get(kind="offer_made")

    assert "Ham & Sons would like to work with you" in mail.text
    assert "Ham &amp; Sons would like to work with you" in mail.html


def test_times_are_on_the_recipients_clock(cast):
    with clock.at(MONDAY):
        cast.sam.time_zone = "Asia/Tokyo"
        cast.sam.save(update_fields=["time_zone"])
        make.make_offer(cast)
        settle()

    assert "Thursday 26 November, 23:59" in Mail.objects.get(kind="offer_made").text
