"""A race of invitations: a host invites somebody who applies at the same time."""

from __future__ import annotations

from collections.abc import Iterator

from firstfoot.market.applications.actions import inviting, take_up_invitations
from firstfoot.market.applications.invitations import is_welcome
from firstfoot.market.applications.models import Application, ProjectInvitation
from firstfoot.market.projects.models import Project
from tests.factories import applications as apply
from tests.races.contest import Answer, Move
from tests.races.grounds import ANSWERS
from tests.races.race import Race, facts_of, winners


class InviteAgainstApply(Race):
    """Hana and rita invite ira, who sends the application: one of each stands, and no invitation comes after it."""

    title = "invite against apply"
    ground = "open"
    is_asked_less = True
    ruled = (Application, ProjectInvitation)
    late = (4, 5, 6, 7)

    def prepare(self) -> None:
        inviting.MOST_A_DAY = 1_000  # one organization invites in all trials
        self.project = Project.objects.get(pk=self.thing["project"])

    def moves(self) -> list[Move]:
        invite = [
            self.post(who, "hosts:invite_people", self.project.public_id, email=self.people["ira"].email)
            for who in ("hana", "rita") * 2
        ]
        answers = {f"answer_{number}": text for number, text in enumerate(ANSWERS)}
        form = {"motivation": apply.MOTIVATION, "availability": "Mondays", "do": "send"}
        send = self.post("ira", "talent:apply", self.project.public_id, brief=1, **form, **answers)
        return [*([send] * 4), *invite]

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        sent = list(ProjectInvitation.objects.filter(project=self.project))
        asked = list(Application.objects.filter(project=self.project, person=self.people["ira"]))
        if (len(sent), len([n for n in winners(answers) if n >= 4])) != (1, 1):
            yield f"{len(sent)} invitations, let through {winners(answers)}"
        if [(one.state, len(facts_of(one, "application.submitted"))) for one in asked] != [("submitted", 1)]:
            yield f"applications: {[one.state for one in asked]}"
        if (len(sent), len(asked)) != (1, 1) or asked[0].submitted_at is None:
            return
        is_first = sent[0].sent_at <= asked[0].submitted_at
        if is_welcome(sent[0], self.people["ira"]):
            yield "somebody who has applied would be invited"
        taken = take_up_invitations(application_id=asked[0].pk)
        asked[0].refresh_from_db()
        if (taken, asked[0].source) != ((1, "invited") if is_first else (0, "applied")):
            yield f"{taken} taken up, {asked[0].source}; {'' if is_first else 'not '}invited before"
