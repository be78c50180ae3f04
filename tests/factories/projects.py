"""Projects in each state of life, made through the real actions."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from firstfoot.kernel import clock
from firstfoot.market.projects.actions import close_project, pause_project, start_project, submit_project
from firstfoot.market.projects.brief import (
    Brief,
    BriefDeliverable,
    Criterion,
    HostInput,
    OnboardingItem,
    Question,
)
from firstfoot.market.projects.models import Project
from tests.cast import Cast
from tests.remembering import remembered


def good_brief(cast: Cast, **changes: Any) -> Brief:
    """A brief without blockers: hugo guides it, cora covers; it asks for two deliverables in 20 hours."""
    today = clock.today()
    brief = Brief(
        title="Compare five local bakeries that deliver",
        category="strategy",
        problem="We lose Saturday orders to bakeries that deliver, and we do not know what they offer.",
        audience="Hana and the two people who plan our weekend menu.",
        outcome="A comparison of five bakeries that tells us which two delivery offers to copy by March.",
        in_scope=("Prices, delivery areas and order times of five bakeries",),
        out_of_scope=("Changing our own website", "Talking to our customers"),
        deliverables=(
            BriefDeliverable("Comparison table", "One spreadsheet", 7, True, (
                Criterion("Each of the five bakeries has a price, an area and an order time, each with a source"),
                Criterion("Figures were checked within the last 30 days", required=False),
            )),
            BriefDeliverable("Two-page recommendation", "PDF, 2 pages", 14, True, (
                Criterion("Names two offers and states for each what it would cost us in a month"),
            )),
        ),
        inputs=(HostInput("Our order figures of the last three months", 1),),
        supervisor=cast.hugo.public_id,
        cover=cast.cora.public_id,
        supervision_hours=2,
        check_in_every_days=7,
        reply_within_days=1,
        onboarding=(
            OnboardingItem("Give access to the shared folder", "host"),
            OnboardingItem("Meet two people besides your supervisor", "intern"),
        ),
        hours=20,
        weeks=2,
        start_from=today + timedelta(days=21),
        start_until=today + timedelta(days=35),
        apply_by=today + timedelta(days=14),
        seats=1,
        pay_minor=48000,
        currency="USD",
        workplace="remote",
        time_zone="UTC",
        skills=("Spreadsheets", "Clear writing"),
        tools=("Google Sheets",),
        ai_use="disclose",
        portfolio="full",
        pathway="A second project in spring",
        questions=(Question("Which local shop do you admire, and why?"),),
    )  # fmt: skip
    return brief.with_(**changes)


@remembered
def make_draft(cast: Cast, **changes: Any) -> Project:
    """A draft of Brindle Bakery that is ready to submit."""
    return start_project(organization_id=cast.acme.pk, actor=cast.hana, brief=good_brief(cast, **changes))


@remembered
def make_open_project(cast: Cast, **changes: Any) -> Project:
    """Public at once, since the host is verified."""
    return submit_project(project_id=make_draft(cast, **changes).pk, actor=cast.hana)


def make_other_open_project(cast: Cast, **changes: Any) -> Project:
    """One of the other host, so that leaks can show."""
    people = {"supervisor": cast.otto.public_id, "cover": ""}
    brief = good_brief(cast, **{"title": "Canary of Vale Instruments", **people, **changes})
    draft = start_project(organization_id=cast.otherhost.pk, actor=cast.otto, brief=brief)
    return submit_project(project_id=draft.pk, actor=cast.otto)


def make_paused_project(cast: Cast, **changes: Any) -> Project:
    return pause_project(project_id=make_open_project(cast, **changes).pk, actor=cast.hana)


def make_closed_project(cast: Cast, **changes: Any) -> Project:
    return close_project(project_id=make_open_project(cast, **changes).pk, actor=cast.hana)
