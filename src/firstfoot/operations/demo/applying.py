"""The demo's applications: how each one is asked, answered and ends."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import partial

from firstfoot.kernel import clock
from firstfoot.market.applications.actions import (
    choose_interview,
    decline,
    offer,
    offer_interview,
    refuse_offer,
    save_application,
    shortlist,
    start_application,
    submit_application,
    withdraw_application,
)
from firstfoot.market.applications.models import Application
from firstfoot.market.applications.states import APPLICATION, ApplicationState
from firstfoot.operations.demo.calendar import Calendar
from firstfoot.operations.demo.content import APPLICATIONS, STORIES, answers_for
from firstfoot.operations.demo.content.schema import ApplicationSeed, End, Stands, StorySeed
from firstfoot.operations.demo.posting import Board
from firstfoot.operations.demo.reading import read, reviewers_of

WAITING = {"draft", "submitted"}
# Stories that stand before their start: they began some days ago, whenever the project was posted.
LATELY = {End.PROPOSED: 4, End.COUNTERED: 4, End.HALF_SIGNED: 4, End.ONBOARDING: 8}


def apply_all(calendar: Calendar, board: Board) -> None:
    for number, seed in enumerate(APPLICATIONS):
        hour = 11 + (number % 9) / 2
        calendar.on(_day_of(board, seed, calendar.today), partial(_apply, calendar, board, seed), hour=hour)
    calendar.on(calendar.today - timedelta(days=1), partial(_ask_for_talks, board), hour=17)


def _ask_for_talks(board: Board) -> None:
    """Whoever is on a short list is asked for a talk; every second one has chosen a time."""
    listed = Application.objects.filter(state=ApplicationState.SHORTLISTED, reserve_until_at=None)
    owners = {board.project[key].pk: board.cast.owner(seed.organization) for key, seed in board.seed.items()
              if key in board.project}  # fmt: skip
    first = clock.now().replace(hour=15, minute=0, second=0, microsecond=0) + timedelta(days=3)
    for number, application in enumerate(listed.order_by("pk")):
        starts = [first + timedelta(days=day, hours=number % 3 + 2 * day) for day in range(3)]
        interview = offer_interview(
            application_id=application.pk, starts=starts, minutes=30, how="A video call: https://meet.example.org/talk",
            actor=owners[application.project_id],
        )  # fmt: skip
        if number % 2:
            choose_interview(interview_id=interview.pk, start=starts[1], actor=application.person)


def first_day(board: Board, story: StorySeed, today: date) -> date:
    """The day on which the one who was chosen applied."""
    project = board.seed[story.project]
    posted = project.posted_on(today)
    day = posted + timedelta(days=story.applied_day)
    if story.end not in LATELY:
        return day
    return max(day, min(today - timedelta(days=LATELY[story.end]), posted + timedelta(days=project.apply_after - 1)))


def _day_of(board: Board, seed: ApplicationSeed, today: date) -> date:
    """Its day; one that still waits with a host that is awake came in the last two days."""
    project = board.seed[seed.project]
    before_the_chosen = seed.stands in {"refused", "expired"}
    day = project.posted_on(today) + timedelta(days=1 if before_the_chosen else seed.day)
    for story in STORIES:
        if story.project == seed.project:
            chosen = first_day(board, story, today)
            day = chosen if story.end in LATELY else min(day, chosen)
    if project.stands == Stands.OPEN and seed.stands in WAITING:
        day = max(day, today - timedelta(days=2))
    if project.stands == Stands.OPEN and seed.stands == "offered":
        day = max(day, today - timedelta(days=3))
    return min(day, today - timedelta(days=1))


def _apply(calendar: Calendar, board: Board, seed: ApplicationSeed) -> None:
    if board.fresh(seed.project).state != Stands.OPEN:
        return  # paused or closed meanwhile: this one comes too late
    application = ask(board, seed.project, seed.person, submit=seed.stands != "draft")
    if seed.stands == "submitted":
        calendar.soon(partial(_begin_reading, application), hours=6)
    for days, verb, step in _STEPS.get(seed.stands, ()):
        calendar.soon(partial(_take, verb, step, board, seed, application), hours=24 * days)


def _begin_reading(application: Application) -> None:
    """The supervisor has read some of those who still wait."""
    application.refresh_from_db()
    supervisor = application.project.supervisor
    if supervisor and application.can_be_marked and application.pk % 2:
        read(application, supervisor)


def _take(verb: str, step: Step, board: Board, seed: ApplicationSeed, application: Application) -> None:
    """One step, unless the clocks or another offer were faster."""
    application.refresh_from_db()
    if APPLICATION.allows(verb, application.state):
        step(board, seed, application)


def ask(board: Board, project: str, person: str, *, submit: bool = True) -> Application:
    """Write an application from the person's own words, and send it."""
    who, seed = board.cast.seed[person], board.seed[project]
    actor, posted = board.cast.person[person], board.fresh(project)
    application = start_application(project_id=posted.pk, actor=actor)
    spread = sum(map(ord, person))
    application = save_application(
        application_id=application.pk, actor=actor, motivation=f"{who.about} {who.wants}.".strip(),
        answers=answers_for(seed, who),
        availability=f"About {who.hours_a_week or 8} hours a week, mostly {_when(spread)}.", link="",
    )  # fmt: skip
    return submit_application(application_id=application.pk, actor=actor) if submit else application


def _when(spread: int) -> str:
    return ("in the evenings", "on weekday mornings", "from Thursday to Sunday", "in the afternoons")[spread % 4]


def _shortlist(board: Board, seed: ApplicationSeed, application: Application) -> None:
    owner = board.cast.owner(board.seed[seed.project].organization)
    for reviewer in reviewers_of(application, owner):
        read(application, reviewer)
    shortlist(application_id=application.pk, actor=owner)


def _offer(board: Board, seed: ApplicationSeed, application: Application) -> None:
    offer(application_id=application.pk, note=seed.note, actor=board.cast.owner(board.seed[seed.project].organization))


def _decline(board: Board, seed: ApplicationSeed, application: Application) -> None:
    """Read by the owner first, who lets them see their scores."""
    owner = board.cast.owner(board.seed[seed.project].organization)
    read(application, owner)
    decline(
        application_id=application.pk, reason=seed.reason or "others_closer", note=seed.note, share_marks=True,
        actor=owner,
    )  # fmt: skip


def _withdraw(board: Board, seed: ApplicationSeed, application: Application) -> None:
    withdraw_application(application_id=application.pk, actor=board.cast.person[seed.person])


def _refuse(board: Board, seed: ApplicationSeed, application: Application) -> None:
    refuse_offer(application_id=application.pk, actor=board.cast.person[seed.person])


type Step = Callable[[Board, ApplicationSeed, Application], None]
_STEPS: dict[str, tuple[tuple[float, str, Step], ...]] = {
    "shortlisted": ((0.8, "shortlist", _shortlist),),
    "offered": ((0.8, "shortlist", _shortlist), (1.6, "offer", _offer)),
    "declined": ((1, "decline", _decline),),
    "withdrawn": ((1, "withdraw", _withdraw),),
    "refused": ((0.3, "shortlist", _shortlist), (0.6, "offer", _offer), (1.2, "refuse", _refuse)),
    "expired": ((0.3, "shortlist", _shortlist), (0.6, "offer", _offer)),
}
