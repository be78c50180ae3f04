"""Races between two people who may stay in touch, and between two who recruit for one bench."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from firstfoot.foundation.accounts.models import Person
from firstfoot.market.applications.actions import inviting
from firstfoot.market.applications.models import ProjectInvitation
from firstfoot.proof.network.models import BenchNote, Kept, Tie
from firstfoot.proof.network.queries import tie_of
from firstfoot.work.engagements.models import Engagement
from tests.factories import engagements as work
from tests.factories.projects import make_open_project
from tests.factories.ties import ask, make_tie
from tests.faults.served import session_of
from tests.races.contest import Answer, Move
from tests.races.grounds import cast_of
from tests.races.race import Race, facts_of, winners


class Knowing(Race):
    """Somebody who worked for the bakery, guided by hugo, in a trial of their own."""

    ground = "worked"
    is_asked_less = True
    ruled = (Tie,)
    may_answer = (404,)  # what is over is found no more

    def prepare(self) -> None:
        self.hugo, self.worker = self.people["hugo"], Person.objects.get(pk=self.thing["person"])
        self.sessions = {**self.sessions, "worker": session_of(self.worker)}

    def found(self) -> list[Tie]:
        low, high = sorted((self.hugo.pk, self.worker.pk))
        return list(Tie.objects.filter(first=low, second=high))


class BothAskAtOnce(Knowing):
    """Each asks the other: there is one tie, asked once and agreed once."""

    title = "both ask at once"

    def moves(self) -> list[Move]:
        pairs = (("worker", self.hugo), ("hugo", self.worker))
        return [
            self.post(who, "people:known_ask", other.public_id, shows=f"{who}@home.example")
            for _window in range(4)
            for who, other in pairs
        ]

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        del answers
        ties = self.found()
        if [tie.state for tie in ties] != ["agreed"]:
            yield f"ties: {[tie.state for tie in ties]}"
            return
        counts = [len(facts_of(ties[0], kind)) for kind in ("tie.asked", "tie.agreed")]
        kept = sorted(Kept.objects.filter(tie=ties[0]).values_list("shows", flat=True))
        if (counts, kept) != ([1, 1], ["hugo@home.example", "worker@home.example"]):
            yield f"{counts} facts, shown: {kept}"


class YesAgainstTakingBack(Knowing):
    """Whoever was asked says yes while whoever asked takes it back: one of the two stands."""

    title = "yes against taking back"
    ruled = ()

    def prepare(self) -> None:
        super().prepare()
        self.tie = ask(self.hugo, self.worker)

    def moves(self) -> list[Move]:
        yes = self.post("worker", "people:known_answer", self.tie.public_id, answer="yes", shows="w@home.example")
        back = self.post("hugo", "people:known_take_back", self.tie.public_id)
        return [yes, back] * 4

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        del answers
        tie = Tie.objects.get(pk=self.tie.pk)
        facts = {kind: len(facts_of(tie, f"tie.{kind}")) for kind in ("agreed", "taken_back")}
        if facts != {kind: int(kind == tie.state) for kind in facts}:
            yield f"{tie.state}: {facts}"


class PartAgainstNote(Knowing):
    """One parts while the other writes a note: nothing is kept once they parted."""

    title = "part against note"
    ruled = ()

    def prepare(self) -> None:
        super().prepare()
        self.tie = make_tie(cast_of(self.people), self.hugo, self.worker)
        self.kept = Kept.objects.get(tie=self.tie, person=self.worker)

    def moves(self) -> list[Move]:
        part = self.post("hugo", "people:tie_part", self.tie.public_id)
        form = {"shows": "w@home.example", "remind_on": "", "remind_about": "", "seen": self.kept.version}
        note = [self.post("worker", "people:tie", self.tie.public_id, note=f"Note {n}", **form) for n in range(4)]
        return [move for one in note for move in (part, one)]

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        del answers
        tie = tie_of(self.hugo.pk, self.worker.pk)
        kept = list(Kept.objects.filter(tie=self.tie).values_list("shows", "note"))
        if tie is None or (tie.state, len(facts_of(tie, "tie.parted")), kept) != ("parted", 1, [("", "")] * 2):
            yield f"{tie and tie.state}, kept: {kept}"


class OnTheBench(Knowing):
    """The worker's project is completed: hana and rita find them on the bench of the bakery."""

    def prepare(self) -> None:
        super().prepare()
        engagement = Engagement.objects.get(intern=self.worker)
        for who in (engagement.intern, engagement.supervisor):
            work.evaluate(engagement, who)
        self.acme = cast_of(self.people).acme

    def both(self, name: str, **data: str) -> list[Move]:
        args = (self.acme.public_id, self.worker.public_id)
        return [self.post(who, name, *args, **data) for _window in range(4) for who in ("hana", "rita")]


class TwoInviteFromTheBench(OnTheBench):
    """Both press "Invite" for the same project: one invitation is sent."""

    title = "two invite from the bench"
    ruled = (ProjectInvitation,)

    def prepare(self) -> None:
        super().prepare()
        inviting.MOST_A_DAY = 1_000  # one organization invites in all trials
        self.project = make_open_project(cast_of(self.people))

    def moves(self) -> list[Move]:
        return self.both("hosts:bench_invite", project=self.project.public_id)

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        sent = ProjectInvitation.objects.filter(project=self.project, person=self.worker).count()
        if (sent, len(winners(answers))) != (1, 1):
            yield f"{sent} invitations, let through {winners(answers)}"


class TwoNoteOnOneBench(OnTheBench):
    """Both write the first note: one stands, the other reads it beside what they typed."""

    title = "two note on one bench"
    ruled = (BenchNote,)

    def moves(self) -> list[Move]:
        return [replace(move, data={**move.data, "note": f"Note {n}"}) for n, move in enumerate(self._first())]

    def _first(self) -> list[Move]:
        return self.both("hosts:bench_note", seen="0")

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        found, won = list(BenchNote.objects.filter(person=self.worker)), winners(answers)
        if [(one.note, one.version) for one in found] != [(f"Note {n}", 1) for n in won[:1]] or len(won) != 1:
            yield f"{[(one.note, one.version) for one in found]}, let through {won}"
