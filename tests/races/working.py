"""Races for results: handed in, answered, changed while answered, and the end of it all."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

from django.urls import reverse

from firstfoot.foundation.files.models import StoredFile
from firstfoot.kernel import clock
from firstfoot.market.organizations.models import Membership
from firstfoot.work.engagements.models import (
    AgreementVersion,
    Deliverable,
    Engagement,
    PartPay,
    Review,
    Signature,
    Submission,
)
from tests.factories import engagements as work
from tests.races.contest import Answer, Move
from tests.races.leaving import Leaving
from tests.races.race import Race, facts_of, winners

OLD = b"%PDF-1.7 the old one"


class _OnResult(Race):
    """Races on the one result of sam's work."""

    ground = "active"
    ruled = (Submission, Review)

    def begin(self, *, handed_in: bool = True, files: tuple[int, ...] = ()) -> Deliverable:
        self.engagement = Engagement.objects.get(pk=self.thing["engagement"])
        if handed_in:
            work.submit(self.engagement, files=files, key=f"before {self.place}")
        self.result = work.deliverable(self.engagement)
        return self.result

    def hand_in(self, seen: int, *, key: str = "again", files: Any = None) -> Move:
        address = self.engagement.public_id, self.result.number
        form = {"seen": seen, "key": f"{key}{self.place}", "note": f"By {key}", "links": ""}
        return self.post("sam", "work:deliverable_submit", *address, files=files, **form)

    def review(self, who: str, *, accept: bool) -> Move:
        """An answer to the first version."""
        met = {"met_1": "met", "decision": "accept"} if accept else {"met_1": "not_yet", "why_1": "A source"}
        form = {"submission": 1, "comment": f"{who} says so", **met}
        return self.post(who, "work:deliverable_review", self.engagement.public_id, self.result.number, **form)


class DoubleHandIn(_OnResult):
    """Two windows with the form, each sent four times, with a file."""

    title = "double submit of a deliverable"

    def prepare(self) -> None:
        self.begin(handed_in=False)

    def moves(self) -> list[Move]:
        seen = self.result.version
        files = [{"attachments": (f"{name}{self.place}.pdf", b"%PDF-1.7 of " + name.encode())} for name in "ab"]
        return [self.hand_in(seen, key="ab"[number % 2], files=files[number % 2]) for number in range(8)]

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        result = Deliverable.objects.get(pk=self.result.pk)
        versions = list(Submission.objects.filter(deliverable=result))
        facts = facts_of(result, "deliverable.submitted")
        if len(versions) != 1 or len(facts) != 1 or (result.state, result.submissions_count) != ("submitted", 1):
            yield f"{len(versions)} versions, {len(facts)} facts, {result.state}, counts {result.submissions_count}"
            return
        mine = "ab".index(versions[0].note.removeprefix("By "))
        if winners(answers) != [n for n in range(8) if n % 2 == mine]:
            yield f"window {mine} is kept, let through: {winners(answers)}"
        kept = StoredFile.objects.filter(name__in=[f"a{self.place}.pdf", f"b{self.place}.pdf"])
        if [file.name for file in kept] != [f"{'ab'[mine]}{self.place}.pdf"]:
            yield f"files kept: {sorted(file.name for file in kept)}"


class ChangeAgainstHandIn(_OnResult):
    """The host signs a change of the result, which sam signed already, while sam hands it in as it was."""

    title = "signing a change against handing in"
    ruled = (Submission, Signature, AgreementVersion)
    late = (0, 1, 2, 3)
    step = 0.005

    def prepare(self) -> None:
        self.begin(handed_in=False)
        asked = {"deliverables": [{"number": 1, "title": "Comparison of five bakeries"}]}
        self.change = work.propose_change(self.engagement, self.people["sam"], **asked)
        work.sign(self.engagement, self.people["sam"])

    def moves(self) -> list[Move]:
        text = {"content_hash": self.change.content_hash, "agreed": "on"}
        signing = [
            self.post(
                who, "work:agreement_sign", self.engagement.public_id, **text,
                typed_name=self.people[who].formal_name,
            )
            for who in ("hana", "rita", "hana", "rita")
        ]  # fmt: skip
        return [*signing, *[self.hand_in(self.result.version, key=key) for key in "abcd"]]

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        result, change = Deliverable.objects.get(pk=self.result.pk), AgreementVersion.objects.get(pk=self.change.pk)
        won = winners(answers)
        signed, handed = [n for n in won if n < 4], [n for n in won if n >= 4]
        if (len(signed), len(handed)) not in {(1, 0), (0, 1)}:
            yield f"let through: {won}"
        sides = sorted(Signature.objects.filter(agreement=change).values_list("side", flat=True))
        versions = Submission.objects.filter(deliverable=result).count()
        expected = ("signed", ["host", "intern"], "expected", 0) if signed else ("proposed", ["intern"], "submitted", 1)
        found = (str(change.state), sides, str(result.state), versions)
        if found != expected:
            yield f"{found}, expected {expected}"


class ReviewAgainstSubmission(_OnResult):
    """Version 1 is returned, or accepted, while sam sends version 2, which nobody has read."""

    title = "review against new submission"
    late = (5, 6, 7)

    files: tuple[int, ...] = ()

    def prepare(self) -> None:
        self.begin(files=self.files)
        if self.place % 2:
            work.send_back(self.engagement)

    def moves(self) -> list[Move]:
        after = self.result.version + 1
        return [
            *[self.review(who, accept=False) for who in ("hugo", "cora")],
            *[self.review(who, accept=True) for who in ("hugo", "cora", "hana")],
            *[self.hand_in(after)] * 3,
        ]

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        result = Deliverable.objects.get(pk=self.result.pk)
        won = winners(answers)
        returning, accepting, sending = ([n for n in won if n in r] for r in (range(2), range(2, 5), range(5, 8)))
        reviews = Review.objects.filter(submission__deliverable=result)
        versions = list(Submission.objects.filter(deliverable=result).order_by("number"))
        before = self.place % 2
        if len(returning) + len(accepting) + before != 1 or [r.submission.number for r in reviews] != [1]:
            yield f"returned {returning}, accepted {accepting}, answered {[r.submission.number for r in reviews]}"
        if [v.number for v in versions] != ([1, 2] if sending else [1]) or result.submissions_count != len(versions):
            yield f"sent {sending}, versions {[v.number for v in versions]}, counts {result.submissions_count}"
        state = "accepted" if accepting else "submitted" if sending else "returned"
        if result.state != state or (before and not sending):
            yield f"the result is {result.state}, not {state}"
        if Engagement.objects.get(pk=self.engagement.pk).state != ("closing" if accepting else "active"):
            yield "the engagement does not follow"


class FileReplaced(ReviewAgainstSubmission):
    """The new version brings another file; readers fetch the old one meanwhile."""

    title = "file replaced while reviewed"

    def prepare(self) -> None:
        self.files = (work.upload(self.people["sam"], f"old{self.place}.pdf", OLD),)
        super().prepare()

    def moves(self) -> list[Move]:
        new = {"attachments": (f"new{self.place}.pdf", b"%PDF-1.7 the new one")}
        address = reverse("people:file", args=[StoredFile.objects.get(pk=self.files[0]).public_id])
        return [
            *[self.review(who, accept=False) for who in ("hugo", "cora")],
            *[self.review(who, accept=True) for who in ("hugo", "cora")],
            Move(address, self.sessions["hana"]),
            *[self.hand_in(self.result.version + 1, files=new)] * 2,
            Move(address, self.sessions["hugo"]),
        ]

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        for place in (4, 7):
            if answers[place].page != OLD.decode():
                yield f"a reader got {answers[place].status} {answers[place].page[:80]}"
        others = [answer if n not in {4, 7} else Answer(409) for n, answer in enumerate(answers)]
        yield from super().wrong(others)
        held = {
            v.number: [row.file.name for row in v.files.all()]
            for v in Submission.objects.filter(deliverable=self.result.pk)
        }
        new = [f"new{self.place}.pdf"]
        if held != ({1: [f"old{self.place}.pdf"], 2: new} if 2 in held else {1: [f"old{self.place}.pdf"]}):
            yield f"files of the versions: {held}"
        if [file.name for file in StoredFile.objects.filter(name=new[0])] != held.get(2, []):
            yield "a file that no version holds was kept"


class EndAgainstAccept(_OnResult):
    """The last result is accepted at the moment when either side ends the work."""

    title = "end early against accept"
    late = (4, 5, 6, 7)

    def prepare(self) -> None:
        self.begin()

    def moves(self) -> list[Move]:
        form = {"note": "It has to end.", "handed_over": "All there is", "reason": "no_time"}
        pay = {"hana": "100", "sam": "200"}
        return [
            *[self.review(who, accept=True) for who in ("hugo", "cora", "hana", "hugo")],
            *[
                self.post(who, "work:end", self.engagement.public_id, **form, part_pay=pay[who])
                for who in ("hana", "sam", "hana", "sam")
            ],
        ]

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        engagement = Engagement.objects.get(pk=self.engagement.pk)
        result = Deliverable.objects.get(pk=self.result.pk)
        won = winners(answers)
        accepting, ending = [n for n in won if n < 4], [n for n in won if n >= 4]
        ends, accepts = facts_of(engagement, "engagement.ended_early"), facts_of(result, "deliverable.accepted")
        if len(ending) != 1 or len(ends) != 1 or engagement.state != "ended_early":
            yield f"ended {len(ending)} times, {len(ends)} facts, {engagement.state}"
            return
        if len(accepting) > 1 or len(accepts) != len(accepting):
            yield f"accepted {len(accepting)} times, {len(accepts)} facts"
        side, pay = ("host", 10000) if ending[0] % 2 == 0 else ("intern", 20000)
        said = PartPay.objects.filter(engagement=engagement).first()
        told = said.said_by(side) if said else engagement.part_pay_minor
        if (engagement.ended_side, told) != (side, engagement.pay_minor if engagement.finished_at else pay):
            yield f"ended by {engagement.ended_side} with {told}, told {side} {pay}"
        finished = facts_of(engagement, "engagement.finished")
        if accepts and not (finished and accepts[0].pk < ends[0].pk and engagement.evaluate_by_at):
            yield "accepted after the end, or without the work being finished"
        if not accepts and (result.state != "submitted" or finished or engagement.evaluate_by_at):
            yield f"not accepted, but {result.state}"
        if Review.objects.filter(submission__deliverable=result).count() != len(accepts):
            yield "answers without an acceptance"


class LeavingAgainstNaming(Leaving):
    """A member leaves, or is parted with, while others give them the work to guide."""

    title = "leaving against being named"
    ground = "active"
    ruled = (Membership,)

    def moves(self) -> list[Move]:
        engagement = Engagement.objects.select_related("organization").get(pk=self.thing["engagement"])
        host, whom = engagement.organization.public_id, self.member.public_id
        naming = [
            self.post(who, "work:supervisor", engagement.public_id, supervisor=whom, cover="")
            for who in ("hana", "rita", "hana", "rita")
        ]
        return naming + [
            self.post(who, "hosts:member_remove", host, whom) for who in ("hana", "member", "hana", "member")
        ]

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        engagement = Engagement.objects.get(pk=self.thing["engagement"])
        left = not Membership.objects.filter(person=self.member, left_at=None).exists()
        leads = engagement.supervisor_id == self.member.pk
        won = winners(answers)
        if left == leads or sum(n >= 4 for n in won) != left or any(n < 4 for n in won) != leads:
            yield f"left: {left}, guides the work: {leads}, let through: {won}"


class AnswerOnRecord(_OnResult):
    """The host answers at last, while stewards accept in its place what it left unanswered."""

    title = "host's answer against a steward's"
    is_asked_less = True
    late = (0, 1, 2, 3)

    def prepare(self) -> None:
        self.begin()
        long_ago = clock.now() - timedelta(days=40)
        Deliverable.objects.filter(pk=self.result.pk).update(submitted_at=long_ago)

    def moves(self) -> list[Move]:
        form = {"submission": 1, "reason": "The four points are met."}
        return [
            *[
                self.post(who, "stewards:result_accept", self.result.public_id, **form)
                for who in ("stella", "vera", "stella", "vera")
            ],
            *[self.review(who, accept=False) for who in ("hugo", "cora")],
            *[self.review(who, accept=True) for who in ("hugo", "cora")],
        ]

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        result = Deliverable.objects.get(pk=self.result.pk)
        reviews = list(Review.objects.filter(submission__deliverable=result))
        won = winners(answers)
        if len(won) != 1 or len(reviews) != 1:
            yield f"let through {won}, answered {len(reviews)} times"
            return
        by_steward, returned = won[0] < 4, won[0] in {4, 5}
        if (reviews[0].by_third_party, reviews[0].is_accepted) != (by_steward, not returned):
            yield f"{won} let through, by a steward: {reviews[0].by_third_party}, accepted: {reviews[0].is_accepted}"
        state = Engagement.objects.get(pk=self.engagement.pk).state
        if (result.state, state) != (("returned", "active") if returned else ("accepted", "closing")):
            yield f"{won} let through, the result is {result.state}, the engagement {state}"
