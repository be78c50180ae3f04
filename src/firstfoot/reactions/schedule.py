"""What happens once a day or an hour: the daily mail, the journal's digest, unused files, old secrets."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any
from zoneinfo import ZoneInfo

import structlog
from django.db import transaction
from django.db.models import Q
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.sign_ins import forget_ended_sign_ins
from firstfoot.foundation.accounts.states import PersonState
from firstfoot.foundation.files.actions import sweep_orphans
from firstfoot.foundation.files.exports import end_exports
from firstfoot.foundation.files.queries import lost_files
from firstfoot.foundation.journal.digest import write_daily_digest
from firstfoot.foundation.journal.models import DailyDigest
from firstfoot.foundation.links.actions import end_expired_links, forget_links
from firstfoot.foundation.notifications.models import Mail
from firstfoot.foundation.notifications.queries import undigested_notices
from firstfoot.foundation.notifications.sending import empty_old_secrets
from firstfoot.insights.moves import moves_of
from firstfoot.kernel import clock
from firstfoot.market.projects.actions import forget_remarks
from firstfoot.market.sourcing.actions import forget_drawn_lists
from firstfoot.market.suggestions.actions import count_skill_uses, forget_lists, price_exposure
from firstfoot.reactions.bymail.offering import is_news, links_for, links_for_notice, nudge_for, silent
from firstfoot.reactions.calendars import invite_to
from firstfoot.reactions.ledger import count_ledger
from firstfoot.reactions.marks import is_marked, raise_mark
from firstfoot.reactions.months import count_months
from firstfoot.reactions.phrases import speaking_to
from firstfoot.reactions.searches import search_mails
from firstfoot.reactions.sourcing import count_by_night
from firstfoot.reactions.supervising import card_beside
from firstfoot.reactions.telling import Said, absolute, post
from firstfoot.reactions.words import move_words
from firstfoot.work.engagements.actions import delete_old_results, delete_seals, note_risk, note_silence, seal_all
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.queries import engagements_maybe_silent, engagements_to_note
from firstfoot.work.payments.actions import follow_agreement
from firstfoot.work.payments.queries import without_stipend

log = structlog.get_logger(__name__)

MAIL_HOUR = 7  # in each person's own zone
DIGEST_AFTER = timedelta(minutes=20)  # past midnight UTC, when the day's facts are settled
MOST_MOVES, MOST_NOTICES, MOST_LATE = 12, 12, 5
MOST_NAMED = 20
MOST_OPENED = 1000  # in an hour
NEW_DAYS = (
    Engagements.STARTED,
    Engagements.START_MOVED,
    Engagements.DELIVERABLE_DUE_MOVED,
)  # whose notices bring a calendar file


def do_due() -> int:
    """Do whatever of the schedule is due; how many things that were. A second call finds nothing."""
    return daily_mails() + search_mails() + sum(_once_a_day(name, do) for name, do in DAILY.items()) + _hourly()


def daily_mails() -> int:
    """Write "your moves today" for everyone whose morning it is; how many have something to read."""
    zones = Person.objects.filter(state=PersonState.ACTIVE, daily_mail=True).order_by("time_zone")
    return sum(_daily_mails_in(zone) for zone in zones.values_list("time_zone", flat=True).distinct())


def _daily_mails_in(zone: str) -> int:
    here = clock.now().astimezone(ZoneInfo(zone))
    mark, today = f"mail:{zone}"[:40], here.date()
    if here.hour < MAIL_HOUR or is_marked(mark, today.toordinal()):
        return 0
    people = Person.objects.filter(state=PersonState.ACTIVE, daily_mail=True, time_zone=zone).order_by("pk")
    written = sum(daily_mail(person, today) for person in people)
    raise_mark(mark, today.toordinal())
    return written


@transaction.atomic
def daily_mail(person: Person, today: date) -> bool:
    """One mail with the person's moves and what else is new; none when there is nothing to say."""
    key = f"digest:{person.public_id}:{today.isoformat()}"
    if not person.daily_mail or not person.is_active or Mail.objects.filter(key=key).exists():
        return False
    notices = list(undigested_notices(person)[:MOST_NOTICES])
    found = moves_of(person)
    moves, late = [move for move in found if move.is_mine], silent(found, person)
    if not notices and not moves and not any(is_news(move) for move in late):
        return False
    with speaking_to(person):
        context = _context(person, moves, notices, late)
        said = _said(moves, len(notices) or len(late))
        post(
            key=key, kind="daily_moves", person=person, said=said, context=context, holds_links=context["has_links"],
            calendar=_calendar(person, notices),
        )  # fmt: skip
    undigested_notices(person).update(digested_at=clock.now())
    return True


def _context(person: Person, moves: list[Any], notices: list[Any], late: list[Any]) -> dict[str, Any]:
    rows = [_row(move, links_for(move, person)) for move in moves[:MOST_MOVES]]
    silence = [_row(move, nudge_for(move.thing, person)) for move in late[:MOST_LATE]]
    news = [
        {"notice": notice, "url": absolute(notice.path), "links": links_for_notice(notice, person)}
        for notice in notices
    ]
    return {
        "moves": rows,
        "more_moves": max(len(moves) - MOST_MOVES, 0),
        "late": silence,
        "notices": news,
        "has_links": any(row["links"] for row in (*rows, *silence, *news)),
        "digest": DailyDigest.objects.order_by("-day").first() if person.is_steward else None,
    }


def _calendar(person: Person, notices: list[Any]) -> str:
    """The days of work that has begun, with its check-ins, or of which some were moved, since the last mail."""
    about = [notice.key.partition("#")[0].partition(":")[2] for notice in notices if notice.kind in NEW_DAYS]
    found = Engagement.objects.filter(Q(public_id__in=about) | Q(deliverables__public_id__in=about)).distinct()
    engagements = list(found.select_related("organization", "intern").order_by("pk")) if about else []
    return invite_to(engagements, person) if engagements else ""


def _row(move: Any, links: list[Any]) -> dict[str, Any]:
    words = move_words(move)
    card = card_beside(move) if move.is_mine else None
    place = absolute(f"{reverse('hosts:supervising')}#{card.code}") if card else ""
    return {
        "move": move, "words": words, "url": absolute(words.url), "links": links, "card": card, "card_url": place,
    }  # fmt: skip


def _said(moves: list[Any], news: int) -> Said:
    if not moves:
        title = ngettext("%(count)s thing is new", "%(count)s things are new", news) % {"count": news}
        return Said(title, path="/inbox/", button=_("Open your inbox"))
    count = len(moves)
    title = ngettext("%(count)s move is yours today", "%(count)s moves are yours today", count) % {"count": count}
    first = move_words(moves[0])
    if count == 1:
        return Said(title, first.title, first.url, first.button)
    return Said(title, first.title, "/home/", _("Open your desk"))


def digest_journal(today: date) -> None:
    """Yesterday's digest goes to the log, and with the next daily mail to the stewards: out of this machine."""
    digest = write_daily_digest(day=today - timedelta(days=1))
    log.info("journal digest", day=digest.day.isoformat(), hash=digest.hash, things=digest.things)


def report_lost_files(_today: date) -> None:
    """Name those that a row knows and that are gone, for whoever reads the log."""
    if lost := [stored.public_id for stored in lost_files()]:
        log.error("files lost", count=len(lost), files=lost[:MOST_NAMED])


def end_old_exports(_today: date) -> None:
    log.info("copies of data deleted", removed=end_exports(now=clock.now()))


def keep_no_longer(today: date) -> None:
    """Seal what became sealable, delete what was kept until today."""
    seal_all()
    log.info("kept no longer", seals=delete_seals(today=today), results=delete_old_results(today=today))


def note_risks(_today: date) -> None:
    """Tell of work that came to be at risk, or no longer is, since days went by."""
    keys = engagements_to_note()
    for key in keys:
        note_risk(engagement_id=key)
    log.info("risks noted", engagements=len(keys))


def note_silences(_today: date) -> None:
    """Tell a side that gives no sign of life by when to answer, or keep that it did."""
    keys = engagements_maybe_silent()
    for key in keys:
        note_silence(engagement_id=key)
    log.info("silences looked at", engagements=len(keys))


def forget_proofreaders(_today: date) -> None:
    log.info("remarks on drafts forgotten", emptied=forget_remarks(now=clock.now()))


def forget_sessions(_today: date) -> None:
    log.info("ended sign-ins forgotten", removed=forget_ended_sign_ins(now=clock.now()))


def count_skills(_today: date) -> None:
    log.info("skills counted", skills=count_skill_uses())


def price_lists(_today: date) -> None:
    """One step a night, and alone: what fails beside it must not make it take two."""
    log.info("exposure priced", projects=price_exposure())


def forget_old_lists(_today: date) -> None:
    log.info("lists of projects forgotten", removed=forget_lists(now=clock.now()))
    log.info("lists of people forgotten", removed=forget_drawn_lists(now=clock.now()))


def forget_old_links(_today: date) -> None:
    log.info("links in mails forgotten", removed=forget_links(now=clock.now()))


def count_figures(today: date) -> None:
    log.info("figures counted", years=count_ledger(today), months=count_months(today))


def count_bands(today: date) -> None:
    log.info("first bands counted", people=count_by_night(today))


DAILY = {
    "digest": digest_journal,
    "lost": report_lost_files,
    "exports": end_old_exports,
    "retention": keep_no_longer,
    "risks": note_risks,
    "silences": note_silences,
    "sessions": forget_sessions,
    "remarks": forget_proofreaders,
    "skills": count_skills,
    "prices": price_lists,
    "lists": forget_old_lists,
    "links": forget_old_links,
    "ledger": count_figures,
    "sourcing": count_bands,
}


def _once_a_day(name: str, do: Any) -> int:
    today = (clock.now() - DIGEST_AFTER).date()
    if is_marked(name, today.toordinal()):
        return 0
    do(today)
    return int(raise_mark(name, today.toordinal()))


def open_stipends() -> int:
    """Open the stipend of each engagement that was signed before there were stipends."""
    ids = list(without_stipend().order_by("pk").values_list("pk", flat=True)[:MOST_OPENED])
    for engagement_id in ids:
        follow_agreement(engagement_id=engagement_id)
    return len(ids)


def _hourly() -> int:
    hour = int(clock.now().timestamp()) // 3600
    if is_marked("hourly", hour):
        return 0
    done = empty_old_secrets(clock.now()) + sweep_orphans(clock.now()) + open_stipends() + end_expired_links()
    raise_mark("hourly", hour)  # last: a worker that is killed before leaves it to the next
    return done
