"""Races of people who write the same thing: a brief, an agreement, a check-in, an assessment."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.urls import reverse

from firstfoot.kernel import clock
from firstfoot.market.projects.models import Project
from firstfoot.work.engagements.actions import accept_offer
from firstfoot.work.engagements.models import (
    AgreementVersion,
    CheckIn,
    CheckInAnswer,
    CourseCorrection,
    Engagement,
    Signature,
)
from firstfoot.work.engagements.states import Side, diverges
from firstfoot.work.evaluations.actions import asked_of
from firstfoot.work.evaluations.models import Evaluation
from tests.factories import engagements as work
from tests.journeys.forms import Page
from tests.races.contest import Answer, Move
from tests.races.race import Race, facts_of, winners

REVEAL = "firstfoot.work.evaluations.actions:reveal_evaluations"


def form_on(page: str, action: str) -> dict[str, Any]:
    """What a browser would send of the form with this address (or of the only one that has none)."""
    return next(form.data() for form in Page(page).forms if form.method == "post" and form.action in {action, ""})


class EditByTwo(Race):
    """Hana and rita opened the same step of a brief; each of eight windows holds another text."""

    title = "edit by two"
    ground = "open"

    def moves(self) -> list[Move]:
        project = Project.objects.get(pk=self.thing["project"])
        self.saves = project.draft_saves
        address = reverse("hosts:brief_step", args=[project.public_id, "result"])
        opened = {who: form_on(self.page(who, "hosts:brief_step", project.public_id, "result"), address)
                  for who in ("hana", "rita")}  # fmt: skip
        self.texts = [f"Text {number} of trial {self.place}" for number in range(8)]
        people = ["hana", "rita"] * 4
        return [
            Move(address, self.sessions[who], {**opened[who], "problem": text, "do": "stay"})
            for who, text in zip(people, self.texts, strict=True)
        ]

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        project = Project.objects.get(pk=self.thing["project"])
        won = winners(answers)
        if len(won) != 1 or project.draft_saves != self.saves + 1:
            yield f"{len(won)} saved, {project.draft_saves - self.saves} counted"
        elif project.draft_brief.problem != self.texts[won[0]]:
            yield f"stands: {project.draft_brief.problem}"
        for number, answer in enumerate(answers):
            if not answer.won and not (
                self.texts[number] in answer.page and project.draft_brief.problem in answer.page
            ):
                yield f"{number} does not read both texts"


class DifferentVersions(Race):
    """Some sign the version that lies there while others propose the next."""

    title = "sides signing different versions"
    ground = "offered"
    ruled = (AgreementVersion, Signature)
    late = (0, 1, 2, 3)
    step = 0.005

    def prepare(self) -> None:
        self.engagement = accept_offer(application_id=self.thing["bakery"], actor=self.people["sam"])

    def moves(self) -> list[Move]:
        public_id = self.engagement.public_id
        signed = {"content_hash": work.proposed(self.engagement).content_hash, "agreed": "on"}
        address = reverse("work:agreement_counter", args=[public_id])
        terms = form_on(self.page("sam", "work:agreement_counter", public_id), address)
        return [
            *[
                self.post(who, "work:agreement_sign", public_id, **signed, typed_name=self.people[who].formal_name)
                for who in ("hana", "rita", "sam", "sam")
            ],
            *[
                Move(address, self.sessions[who], {**terms, "hours": hours, "note": "Fits better."})
                for who, hours in (("sam", 18), ("sam", 18), ("hana", 22), ("rita", 24))
            ],
        ]

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        engagement = Engagement.objects.get(pk=self.engagement.pk)
        versions = list(AgreementVersion.objects.filter(engagement=engagement).order_by("number"))
        first, last = versions[0], versions[-1]
        won = winners(answers)
        signing, countering = [n for n in won if n < 4], [n for n in won if n >= 4]
        if [v.number for v in versions] != list(range(1, len(countering) + 2)) or len(countering) > 1:
            yield f"{len(countering)} countered, versions {[v.number for v in versions]}"
        signatures = list(Signature.objects.filter(agreement__engagement=engagement).order_by("pk"))
        if any(s.agreement_id != first.pk or s.content_hash != first.content_hash for s in signatures):
            yield "a signature under another text"
        sides = sorted(s.side for s in signatures)
        if len(sides) != len(signing) or len(set(sides)) != len(sides):
            yield f"{len(signing)} told that they signed, signatures of {sides}"
        both = len(sides) == 2
        if (first.state, engagement.state) != (
            ("signed", "onboarding") if both else ("countered" if countering else "proposed", "agreeing")
        ):
            yield f"{sides}: the version is {first.state}, the engagement {engagement.state}"
        if not (both or countering):
            yield "nobody came through"
        if last.terms["hours"] != engagement.hours:
            yield f"the agreement says {last.terms['hours']} hours, the engagement {engagement.hours}"


class CheckInTwice(Race):
    """Both who may answer for the host do, and the intern from two windows."""

    title = "check-in answered twice"
    ground = "active"
    ruled = (CheckInAnswer, CourseCorrection)

    def moves(self) -> list[Move]:
        self.check_in = CheckIn.objects.get(engagement=self.thing["engagement"], number=1)
        public_id = self.check_in.engagement.public_id
        host = [("hugo", "ahead", "H"), ("cora", "on_track", "C")]
        said = host + host + [("sam", "on_track", "S1"), ("sam", "stuck", "S2")] * 2
        self.said = [(progress, note) for _who, progress, note in said]
        return [
            self.post(who, "work:check_in", public_id, 1, seen="", progress=progress, confidence="high", blocked="no",
                      note=note)
            for who, progress, note in said
        ]  # fmt: skip

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        check_in = CheckIn.objects.get(pk=self.check_in.pk)
        given = {a.side: (a.progress, a.note) for a in CheckInAnswer.objects.filter(check_in=check_in)}
        if CheckInAnswer.objects.filter(check_in=check_in).count() != 2 or set(given) != {"host", "intern"}:
            yield f"answers of {sorted(given)}"
            return
        for side, places in (("host", range(4)), ("intern", range(4, 8))):
            kept = {self.said[n] for n in winners(answers) if n in places}
            if kept != {given[side]}:
                yield f"{side}: told {kept} that it was kept, stands {given[side]}"
        closed = len(facts_of(check_in, "check_in.answered"))
        opened = CourseCorrection.objects.filter(check_in=check_in).count()
        apart = diverges(given["host"][0], given["intern"][0])
        if (check_in.state, closed, check_in.is_divergent, opened) != ("answered", 1, apart, int(apart)):
            yield f"{check_in.state}, closed {closed} times, divergent {check_in.is_divergent}, opened {opened}"
        if len(facts_of(check_in, "check_in.answered_by_one")) != 1:
            yield f"{len(facts_of(check_in, 'check_in.answered_by_one'))} facts of a first answer"


class RevealAgainstEdit(Race):
    """Hugo and cora hand theirs in, which opens both, while sam changes what he handed in; the clock may come too."""

    title = "reveal against late edit"
    ground = "active"
    ruled = (Evaluation,)
    late = (7,)
    step = 0.02

    def prepare(self) -> None:
        self.engagement = Engagement.objects.get(pk=self.thing["engagement"])
        work.submit(self.engagement, key=f"before {self.place}")
        work.accept(self.engagement)
        self.engagement.refresh_from_db()
        self.handed_in = work.evaluate(self.engagement, self.people["sam"], went_well="As handed in", quote="")
        if self.place % 2:
            over = clock.now() - timedelta(minutes=1)
            Engagement.objects.filter(pk=self.engagement.pk).update(evaluate_by_at=over)

    def moves(self) -> list[Move]:
        self.texts = ["Hugo", "Cora", "Hugo", "First", "Second", "First", "Second"]
        people = ["hugo", "cora", "hugo", "sam", "sam", "sam", "sam"]
        return [
            *[self._write(who, text) for who, text in zip(people, self.texts, strict=True)],
            Move(REVEAL, call={"engagement_id": self.engagement.pk}),
        ]

    def _write(self, who: str, text: str) -> Move:
        asked = asked_of(Side.INTERN if who == "sam" else Side.HOST)
        return self.post(
            who, "work:evaluation", self.engagement.public_id, went_well=text, do_differently="", would_again="yes",
            quote="", seen=self.handed_in.digest if who == "sam" else "", **{f"mark_{code}": "4" for code in asked},
        )  # fmt: skip

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        engagement = Engagement.objects.get(pk=self.engagement.pk)
        found = {one.side: one for one in Evaluation.objects.filter(engagement=engagement)}
        if engagement.state != "completed" or len(facts_of(engagement, "engagement.completed")) != 1:
            yield f"the engagement is {engagement.state}"
        won = winners(answers)
        for side, places, before in (("host", range(3), set()), ("intern", range(3, 7), {"As handed in"})):
            told = {self.texts[n] for n in won if n in places} or before
            stands = {found[side].went_well} if side in found else set()
            if told != stands:
                yield f"{side}: {told} told that it stands, {stands} stands"
        if Evaluation.objects.filter(engagement=engagement).count() != len(found):
            yield "two assessments of one side"
        for one in found.values():
            revealed, submitted = facts_of(one, "evaluation.revealed"), facts_of(one, "evaluation.submitted")
            if (one.state, len(revealed)) != ("revealed", 1) or submitted[-1].pk > revealed[0].pk:
                yield f"{one.side} is {one.state}, {len(revealed)} times revealed, {len(submitted)} times handed in"
