"""Who of an engagement's people a move falls to, and what the reader calls them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from firstfoot.foundation.accounts.models import Person
from firstfoot.insights.moves.move import Whose
from firstfoot.market.organizations.states import RANK, OrganizationState, Role
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.states import Side

STOPPED = (OrganizationState.SUSPENDED, OrganizationState.REJECTED)


class Duty(StrEnum):
    """Who does a thing: the intern, or one of the host's people."""

    INTERN = "intern"
    GUIDE = "guide"  # the supervisor; the cover while the supervisor is away
    RECRUITER = "recruiter"  # whoever may bind the organization


def of_side(side: str, host: Duty = Duty.GUIDE) -> Duty:
    return Duty.INTERN if side == Side.INTERN else host


@dataclass(frozen=True, slots=True)
class View:
    """One reader's place in one engagement. `covers` when the supervisor is away today."""

    engagement: Engagement
    reader: Person
    role: str | None
    covers: bool

    @property
    def side(self) -> Side:
        return self.engagement.side_of(self.reader.pk)

    def whose(self, duty: Duty) -> tuple[Whose, str]:
        """Whose move it is, and the name of whom it waits for."""
        if self._is_mine(duty):
            return (Whose.NOBODY, "") if self._is_stopped(duty) else (Whose.ME, "")
        return Whose.THEM, self._name_of(duty)

    def _is_mine(self, duty: Duty) -> bool:
        if duty == Duty.INTERN or self.side == Side.INTERN:
            return duty == Duty.INTERN and self.side == Side.INTERN
        if duty == Duty.RECRUITER:
            return self.role is not None and RANK[Role(self.role)] >= RANK[Role.RECRUITER]
        is_cover = self.covers and self.reader.pk == self.engagement.cover_id
        return self.reader.pk == self.engagement.supervisor_id or is_cover

    def _is_stopped(self, duty: Duty) -> bool:
        return duty != Duty.INTERN and self.engagement.organization.state in STOPPED

    def _name_of(self, duty: Duty) -> str:
        engagement = self.engagement
        if duty == Duty.INTERN:
            return engagement.intern.name
        if duty == Duty.RECRUITER:
            return engagement.organization.name
        return engagement.cover.name if self.covers and engagement.cover else engagement.supervisor.name


def view_of(engagement: Engagement, reader: Person, roles: Mapping[int, str]) -> View:
    """The reader's place; the engagement comes from `with_marks`."""
    covers = bool(getattr(engagement, "supervisor_away", False)) and engagement.cover_id is not None
    return View(engagement, reader, roles.get(engagement.organization_id), covers)
