"""Races of reviewers: marks at once, and marks against the reveal."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from firstfoot.foundation.journal.models import Fact
from firstfoot.market.applications.marks import criteria_of
from firstfoot.market.applications.models import Application, Mark, Rubric
from firstfoot.market.applications.rubric import digest_of
from tests.factories import applications as apply
from tests.factories.projects import make_open_project
from tests.races.contest import Answer, Move
from tests.races.grounds import ANSWERS, SMALL, cast_of
from tests.races.race import Race, facts_of, winners


class _Reviewing(Race):
    """A project of its own, to which ira has applied."""

    is_asked_less = True
    ground = "open"
    ruled = (Mark, Rubric)

    def prepare(self) -> None:
        self.project = make_open_project(cast_of(self.people), **SMALL)
        self.application = apply.make_submitted(self.people["ira"], self.project, answers=ANSWERS)

    def mark(self, who: str) -> Move:
        criteria = criteria_of(self.project)
        scores: dict[str, Any] = {f"mark-score_{number}": 3 for number, _ in enumerate(criteria)}
        written = {"mark-rubric": digest_of(criteria), "mark-seen": 0, "mark-note": f"{who} would talk to them."}
        return self.post(who, "hosts:applicant_mark", self.application.public_id, **scores, **written)

    def marked(self) -> list[str]:
        """Who has a mark, the first one first; each with the one fact of it."""
        marks = Mark.objects.filter(application=self.application).select_related("reviewer").order_by("pk")
        return [m.reviewer.email.partition("@")[0] for m in marks if len(facts_of(m, "mark.given")) == 1]


class ReviewersAtOnce(_Reviewing):
    """Four reviewers hand in their marks, each twice; the first of them writes the rubric down."""

    title = "reviewers at once on one application"

    def moves(self) -> list[Move]:
        return [self.mark(who) for who in ("hana", "rita", "hugo", "cora") for _ in range(2)]

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        if sorted(self.marked()) != ["cora", "hana", "hugo", "rita"] or len(winners(answers)) != 8:
            yield f"marks of {self.marked()}, {len(winners(answers))} let through"
        if [r.number for r in Rubric.objects.filter(project=self.project)] != [1]:
            yield f"{Rubric.objects.filter(project=self.project).count()} rubrics"


class MarkAgainstReveal(_Reviewing):
    """Hugo has marked. Others hand in theirs while hana and rita shortlist: no mark comes after the reveal."""

    title = "mark against reveal"
    late = (4, 5, 6, 7)

    def prepare(self) -> None:
        super().prepare()
        apply.make_mark(self.application, self.people["hugo"])

    def moves(self) -> list[Move]:
        seen = Application.objects.get(pk=self.application.pk).version
        shortlist = [
            self.post(who, "hosts:applicant_shortlist", self.application.public_id, seen=seen)
            for who in ("hana", "rita") * 2
        ]
        return [*(self.mark(who) for who in ("hana", "cora") * 2), *shortlist]

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        won = winners(answers)
        application = Application.objects.get(pk=self.application.pk)
        shown = facts_of(application, "application.shortlisted")
        if (application.state, len(shown), len([n for n in won if n >= 4])) != ("shortlisted", 1, 1):
            yield f"{application.state}, shown {len(shown)} times, let through {won}"
            return
        said = {"hugo", *(("hana", "cora")[n % 2] for n in won if n < 4)}
        if set(self.marked()) != said:
            yield f"marks of {self.marked()}, let through {sorted(said)}"
        things = [mark.thing for mark in Mark.objects.filter(application=application)]
        if Fact.objects.filter(thing__in=things, pk__gt=shown[0].pk).exists():
            yield "a mark was written after the reveal"
        if shown[0].data["marks"] != len(things):
            yield f"the reveal counted {shown[0].data['marks']} of {len(things)} marks"
