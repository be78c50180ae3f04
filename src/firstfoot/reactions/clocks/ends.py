"""When a clock really ends, reckoned anew from its start with the times away that are known today."""

from __future__ import annotations

from datetime import datetime, time

from django.db.models import QuerySet

from firstfoot.foundation.accounts.queries import workdays_of
from firstfoot.foundation.journal.models import Chained, Fact
from firstfoot.kernel.workdays import Workdays
from firstfoot.market.applications.actions.base import ANSWER_BUSINESS_DAYS, OFFER_BUSINESS_DAYS
from firstfoot.market.applications.events import Applications
from firstfoot.market.applications.models import Application
from firstfoot.market.organizations.queries import workdays_of_organization
from firstfoot.market.projects.actions.running import SILENCE_CLOSES_AFTER
from firstfoot.market.projects.models import Project
from firstfoot.proof.portfolio.actions.items import ANSWER_DAYS
from firstfoot.proof.portfolio.events import Portfolio
from firstfoot.proof.portfolio.models import PortfolioItem
from firstfoot.work.engagements.actions.finishing import EVALUATION_DAYS
from firstfoot.work.engagements.actions.parting import answer_end_of
from firstfoot.work.engagements.actions.planning import WINDOW_DAYS
from firstfoot.work.engagements.models import CheckIn, Engagement, PartPay
from firstfoot.work.engagements.states import Side

_ANSWER_STARTS = (Applications.SUBMITTED, Applications.UNSHORTLISTED, Applications.ANSWER_DUE_MOVED)
_OFFER_STARTS = (Applications.OFFERED, Applications.EXTENDED)


def answer_end(application: Application) -> datetime | None:
    """Five business days of the host from the last time its clock began."""
    began = _facts(application, *_ANSWER_STARTS).last()
    if began is None:
        return application.answer_by_at
    return workdays_of_organization(application.project.organization).after(began.at, ANSWER_BUSINESS_DAYS)


def offer_end(application: Application) -> datetime | None:
    """Three business days of the talent, and the days the host added since."""
    workdays, end = workdays_of(application.person), None
    for fact in _facts(application, *_OFFER_STARTS):
        if fact.kind == Applications.OFFERED:
            end = workdays.after(fact.at, OFFER_BUSINESS_DAYS)
        elif end is not None:
            end = workdays.after(max(fact.at, end), int(fact.data["days"]))
    return end


def silence_end(project: Project) -> datetime | None:
    """Ten more business days of a host that left its applicants without an answer."""
    if project.paused_at is None:
        return project.close_by_at
    return workdays_of_organization(project.organization).after(project.paused_at, SILENCE_CLOSES_AFTER)


def check_in_end(check_in: CheckIn) -> datetime:
    """Two business days of whichever side needs longer."""
    host = workdays_of_organization(check_in.engagement.organization)
    noon = datetime.combine(check_in.due_on, time(12), host.zone)
    intern = workdays_of(check_in.engagement.intern)
    return max(host.after(noon, WINDOW_DAYS), intern.after(noon, WINDOW_DAYS))


def evaluation_end(engagement: Engagement) -> datetime | None:
    """Fourteen days of whichever side needs longer."""
    start = engagement.finished_at or engagement.ended_at
    if start is None:
        return engagement.evaluate_by_at
    sides: list[Workdays] = [workdays_of_organization(engagement.organization), workdays_of(engagement.intern)]
    return max(side.after_days(start, EVALUATION_DAYS) for side in sides)


def part_pay_end(part_pay: PartPay) -> datetime:
    """Five business days of the side that answers, from the last word."""
    last = part_pay.words.order_by("-number").values_list("said_at", flat=True)[0]
    return answer_end_of(part_pay.engagement, Side(part_pay.turn), last)


def showing_end(item: PortfolioItem) -> datetime | None:
    """Five business days of the host from the last time it was asked."""
    asked = _facts(item, Portfolio.ITEM_ASKED).last()
    if asked is None:
        return item.answer_by_at
    return workdays_of_organization(item.engagement.organization).after(asked.at, ANSWER_DAYS)


def _facts(thing: Chained, *kinds: str) -> QuerySet[Fact]:
    return Fact.objects.filter(thing=thing.thing, kind__in=kinds).order_by("seq")
