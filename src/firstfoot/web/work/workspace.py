"""What every page of one engagement knows: the engagement, where its reader stands, what comes next."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.http import HttpResponse
from django.shortcuts import get_object_or_404, render
from django.utils.functional import cached_property

from firstfoot.insights.moves.engagements import first_of, moves_in
from firstfoot.insights.moves.loading import Parts, parts_of, with_marks
from firstfoot.kernel.money import Money
from firstfoot.reactions.words import MoveWords, move_words
from firstfoot.web.shared.requests import PersonRequest, whole_number
from firstfoot.web.work.words import ENGAGEMENT, Badge
from firstfoot.work.engagements.policies import Standing, standing_of
from firstfoot.work.engagements.queries import engagements_visible_to, is_contact_shown, progress, with_handing_on

_HAS_OPEN_PARTS = ("agreeing", "onboarding", "active")


@dataclass(frozen=True, slots=True)
class Turn:
    """Whose move it is on one part of the work, what it is, by when."""

    title: str
    mine: bool = False
    by: datetime | None = None
    detail: str = ""


class Workspace:
    """One engagement as one reader sees it."""

    def __init__(self, engagement: Any, standing: Standing, reader: Any) -> None:
        self.engagement, self.standing, self.reader = engagement, standing, reader

    @property
    def side(self) -> str:
        return str(self.standing.side)

    @property
    def is_intern(self) -> bool:
        return self.standing.is_intern

    @property
    def badge(self) -> Badge:
        return ENGAGEMENT[self.engagement.state]

    @property
    def other(self) -> str:
        """Whom the reader does this with."""
        return str(self.engagement.organization.name if self.is_intern else self.engagement.intern.name)

    @property
    def progress(self) -> float:
        return progress(self.engagement)

    @property
    def percent(self) -> int:
        return round(self.progress * 100)

    def step_lists(self, steps: list[Any]) -> list[tuple[str, str, list[Any]]]:
        """The steps before the start as (whose, side, steps), the reader's own side first."""
        names = {"intern": self.engagement.intern.name, "host": self.engagement.organization.name}
        sides = sorted(names, key=lambda side: side != self.side)
        lists = [(names[side], side, [step for step in steps if step.side == side]) for side in sides]
        return [one for one in lists if one[2]]

    @property
    def is_live(self) -> bool:
        return bool(self.engagement.is_live)

    @property
    def has_started(self) -> bool:
        return self.engagement.started_at is not None

    @property
    def shows_contact(self) -> bool:
        return is_contact_shown(self.engagement)

    @property
    def can_move(self) -> bool:
        """Whether this reader's side may make moves at all."""
        return bool(self.standing.party())

    @property
    def may_be_covered(self) -> bool:
        """Whether this reader may say that the supervisor is away."""
        is_own = self.reader.pk == self.engagement.supervisor_id
        return bool(self.standing.host(self.standing.recruits or is_own, else_deny="staff_only"))

    @property
    def owed(self) -> Money | None:
        """The pay, or the stated part of it when the work ended early."""
        engagement = self.engagement
        if engagement.state != "ended_early":
            return Money(engagement.pay_minor, engagement.currency)
        return Money(engagement.part_pay_minor, engagement.currency) if engagement.part_pay_minor else None

    @cached_property
    def parts(self) -> Parts:
        """The parts that wait for somebody."""
        engagement = self.engagement
        if engagement.state not in _HAS_OPEN_PARTS:
            return Parts()
        return parts_of([engagement], at_work=engagement.state == "active")[engagement.pk]

    @cached_property
    def move(self) -> Any:
        """What comes next, as the reader sees it."""
        engagement = self.engagement
        roles = {engagement.organization_id: str(self.standing.role)} if self.standing.role else {}
        return first_of(moves_in(engagement, self.parts, self.reader, roles))

    @cached_property
    def next(self) -> MoveWords:
        return move_words(self.move)


def open_workspace(request: PersonRequest, public_id: str) -> Workspace:
    """The engagement when the reader may know of it, else 404."""
    engagements = with_handing_on(with_marks(engagements_visible_to(request.user)))
    engagement = get_object_or_404(engagements, public_id=public_id)
    return Workspace(engagement, standing_of(request.user, engagement), request.user)


def work_page(
    request: PersonRequest, ws: Workspace, template: str, tab: str = "", status: int = 200, **context: Any
) -> HttpResponse:
    """One page of the workspace."""
    shared = {"ws": ws, "engagement": ws.engagement, "tab": tab}
    return render(request, f"work/{template}.html", {**shared, **context}, status=status)


def seen_in(request: PersonRequest) -> int | None:
    """The version that the form was made from."""
    return whole_number(request.POST.get("seen", ""))
