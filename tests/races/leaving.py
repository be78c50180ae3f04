"""What races have in common in which somebody leaves while others give them something to guide."""

from __future__ import annotations

from firstfoot.market.organizations.states import Role
from tests.cast import hire, join
from tests.faults.served import session_of
from tests.races.grounds import cast_of
from tests.races.race import Race


class Leaving(Race):
    """A new colleague at the host, who leaves or is parted with in the moves after the fourth."""

    is_asked_less = True
    may_answer = (404, 422)  # who left is no choice any more, and sees the host no more
    late = (0, 1, 2, 3)

    def prepare(self) -> None:
        cast = cast_of(self.people)
        self.member = join(f"Member{self.place} Moor")
        hire(cast.acme, cast.hana, self.member, Role.SUPERVISOR)
        self.sessions = {**self.sessions, "member": session_of(self.member)}
