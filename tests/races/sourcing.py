"""A race on the list of people who agreed to be found: two recruiters invite the same person, who leaves meanwhile."""

from __future__ import annotations

from collections.abc import Iterator

from firstfoot.foundation.accounts.models import Person
from firstfoot.market.applications.actions import inviting
from firstfoot.market.applications.models import Alias, ProjectInvitation
from firstfoot.market.projects.models import Project
from firstfoot.market.sourcing.models import Listing
from firstfoot.market.sourcing.queries import is_listed
from tests.races.contest import Answer, Move
from tests.races.race import Race, facts_of, winners


class InviteAgainstLeave(Race):
    """Hana and rita invite ira from the list, who leaves it: one invitation at most, and none after ira left."""

    title = "invite from the list against leave"
    ground = "found"
    is_asked_less = True
    ruled = (ProjectInvitation,)
    late = (6, 7)

    def prepare(self) -> None:
        inviting.MOST_A_DAY = 1_000  # one organization invites in all trials
        self.project = Project.objects.get(pk=self.thing["project"])
        self.person = Person.objects.get(pk=self.thing["person"])
        self.alias = Alias.objects.get(project=self.project, person=self.person)

    def moves(self) -> list[Move]:
        invite = [
            self.post(who, "hosts:found_invite", self.project.public_id, self.alias.public_id)
            for who in ("hana", "rita") * 3
        ]
        where = "firstfoot.market.sourcing.actions:leave_list"
        return [*invite, *[Move(where, call={"actor": self.person})] * 2]

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        sent = list(ProjectInvitation.objects.filter(project=self.project))
        won = [n for n in winners(answers) if n < 6]
        if len(sent) != len(won) or len(sent) > 1:
            yield f"{len(sent)} invitations, let through {winners(answers)}"
        if is_listed(self.person):
            yield "still in the list"
        listing = Listing.objects.get(person=self.person)
        left = facts_of(listing, "sourcing.left")
        if len(left) != 1:
            yield f"left {len(left)} times"
        if sent and left and sent[0].sent_at > left[0].at:
            yield "invited after leaving"
