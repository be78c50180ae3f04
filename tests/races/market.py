"""Races for seats, for offers, and for a place in an organization."""

from __future__ import annotations

from collections.abc import Iterator

from firstfoot.foundation.conversations.models import Post
from firstfoot.market.applications.models import Application
from firstfoot.market.organizations.actions import invite_member, verify_organization
from firstfoot.market.organizations.models import Block, Invitation, Membership, Sighting
from firstfoot.market.organizations.states import Role
from firstfoot.market.projects.actions import start_project, submit_project
from firstfoot.market.projects.models import BriefVersion, Project
from firstfoot.work.engagements.models import AgreementVersion, Engagement
from tests.cast import join
from tests.factories import applications as apply
from tests.factories.organizations import another_steward, make_organization, make_sighting
from tests.factories.organizations import membership as membership_of
from tests.factories.projects import good_brief
from tests.races.contest import Answer, Move
from tests.races.grounds import ANSWERS, cast_of
from tests.races.leaving import Leaving
from tests.races.race import Race, facts_of, winners

PUBLISH = "firstfoot.market.projects.actions:publish_project"


class LastSeatHeld(Race):
    title = "last seat held"
    ground = "open"

    def moves(self) -> list[Move]:
        asked = Application.objects.filter(pk__in=self.thing["applications"])
        return [
            self.post(who, "hosts:applicant_offer", one.public_id, **{"offer-seen": one.version, "offer-note": who})
            for one in asked
            for who in ("hana", "rita")
        ]

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        project = Project.objects.get(pk=self.thing["project"])
        offered = Application.objects.filter(project=project, state="offered")
        if len(winners(answers)) != 1 or offered.count() != 1:
            yield f"{len(winners(answers))} offers made, {offered.count()} stand"
        if (project.seats_held, project.seats_taken) != (1, 0):
            yield f"held {project.seats_held}, taken {project.seats_taken}"


class LastSeatTaken(Race):
    """Sam accepts or refuses, the host takes it back, and offers it to paz."""

    title = "last seat taken"
    ground = "open"
    ruled = (Engagement,)
    late = (0, 1, 2, 3)

    def prepare(self) -> None:
        self.first, self.second = (Application.objects.get(pk=pk) for pk in self.thing["applications"][:2])
        self.first = apply.offer(application_id=self.first.pk, note="", actor=self.people["hana"])

    def moves(self) -> list[Move]:
        mine, theirs = self.first.public_id, self.second.public_id
        seen = self.first.version
        rescind = {"rescind-seen": seen, "rescind-reason": "plans_changed"}
        offer = {"offer-seen": self.second.version, "offer-note": "You come next."}
        return [
            *[self.post("sam", "talent:offer_accept", mine, seen=seen) for _ in range(3)],
            self.post("sam", "talent:offer_refuse", mine, seen=seen),
            *[self.post(who, "hosts:applicant_rescind", mine, **rescind) for who in ("hana", "rita")],
            *[self.post(who, "hosts:applicant_offer", theirs, **offer) for who in ("hana", "rita")],
        ]

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        project = Project.objects.get(pk=self.thing["project"])
        won = winners(answers)
        answered, offers = [n for n in won if n < 6], [n for n in won if n >= 6]
        if len(answered) != 1:
            yield f"the offer was answered {len(answered)} times"
        taken = int(any(n < 3 for n in answered))
        if Engagement.objects.filter(project=project).count() != taken:
            yield f"{Engagement.objects.filter(project=project).count()} engagements for {taken}"
        if (project.seats_held, project.seats_taken) != (len(offers), taken) or taken + len(offers) > 1:
            yield f"held {project.seats_held}, taken {project.seats_taken}, offers {len(offers)}, accepted {taken}"
        state = Application.objects.get(pk=self.first.pk).state
        if answered and state != ("accepted" if taken else "refused" if answered == [3] else "shortlisted"):
            yield f"sam's application is {state}"
        if (Application.objects.get(pk=self.second.pk).state == "offered") != bool(offers):
            yield "paz's offer is not as it was said"


class _Accepting(Race):
    """Sam says yes to offers."""

    ground = "offered"
    ruled = (Engagement, AgreementVersion)
    offers: tuple[str, ...] = ()

    def moves(self) -> list[Move]:
        asked = [Application.objects.get(pk=self.thing[name]) for name in self.offers]
        times = 8 // len(asked)
        return [
            self.post("sam", "talent:offer_accept", one.public_id, seen=one.version)
            for _ in range(times)
            for one in asked
        ]

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        for number, name in enumerate(self.offers):
            application = Application.objects.get(pk=self.thing[name])
            begun = Engagement.objects.filter(application=application)
            won = [n for n in winners(answers) if n % len(self.offers) == number]
            if len(won) != 1 or len(begun) != 1 or application.state != "accepted":
                yield f"{name}: {len(won)} let through, {len(begun)} begun, {application.state}"
            elif begun[0].public_id not in answers[won[0]].place:
                yield f"{name}: led to {answers[won[0]].place}"
            project = application.project
            if (project.seats_held, project.seats_taken) != (0, 1):
                yield f"{name}: held {project.seats_held}, taken {project.seats_taken}"
            if AgreementVersion.objects.filter(engagement__in=begun, state="proposed").count() != 1:
                yield f"{name}: not one agreement"


class DoubleAccept(_Accepting):
    title = "double accept"
    offers = ("bakery",)


class TwoHosts(_Accepting):
    title = "two hosts' offers accepted at once"
    offers = ("bakery", "other")


class DoubleApplication(Race):
    """Ira sends the same form eight times; in every second trial a draft of it stands."""

    title = "double submit of an application"
    ground = "open"
    ruled = (Application,)

    def prepare(self) -> None:
        if self.place % 2:
            project = Project.objects.get(pk=self.thing["project"])
            apply.make_draft(self.people["ira"], project, answers=ANSWERS)

    def moves(self) -> list[Move]:
        project = Project.objects.get(pk=self.thing["project"])
        answers = {f"answer_{number}": text for number, text in enumerate(ANSWERS)}
        form = {"motivation": apply.MOTIVATION, "availability": "Mondays", "brief": project.brief_number, "do": "send"}
        return [self.post("ira", "talent:apply", project.public_id, **form, **answers)] * 8

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        found = list(Application.objects.filter(project=self.thing["project"], person=self.people["ira"]))
        if [one.state for one in found] != ["submitted"]:
            yield f"applications: {[one.state for one in found]}"
        if sum(len(facts_of(one, "application.submitted")) for one in found) != 1:
            yield "not submitted once"
        led = {answers[number].place for number in winners(answers)}
        if len(led) != 1 or not any(one.public_id in next(iter(led)) for one in found):
            yield f"led to {led}"


class InvitationTwice(Race):
    """One link, sent eight times by the one it was for."""

    title = "invitation spent twice"
    ground = "open"
    ruled = (Membership,)

    def prepare(self) -> None:
        founder = join(f"Founder{self.place} Kelp")
        self.organization = make_organization(founder)
        self.invitation = invite_member(
            organization_id=self.organization.pk, email="sam@example.org", role=Role.SUPERVISOR, actor=founder
        )

    def moves(self) -> list[Move]:
        return [self.post("sam", "people:invitation", self.invitation.token)] * 8

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        sam = self.people["sam"]
        stand = Membership.objects.filter(organization=self.organization, person=sam, left_at=None)
        if len(winners(answers)) != 1 or stand.count() != 1:
            yield f"{len(winners(answers))} let in, {stand.count()} memberships"
        elif membership_of(sam, self.organization).role != "supervisor":
            yield "another role"
        invitation = Invitation.objects.get(pk=self.invitation.pk)
        if invitation.state != "accepted" or len(facts_of(invitation, "invitation.accepted")) != 1:
            yield f"the invitation is {invitation.state}"


class StewardsWord(Race):
    """Two stewards publish what waits, or send it back, while the clock publishes it by itself."""

    title = "two stewards and the clock"
    is_asked_less = True
    ground = "open"
    ruled = (BriefVersion,)
    may_answer = (404,)  # what waits no more is not on the desk

    def prepare(self) -> None:
        founder = join(f"Founder{self.place} Kelp")
        kelp = make_organization(founder)
        brief = good_brief(cast_of(self.people), supervisor=founder.public_id, cover="")
        draft = start_project(organization_id=kelp.pk, actor=founder, brief=brief)
        self.project = submit_project(project_id=draft.pk, actor=founder)
        verify_organization(organization_id=kelp.pk, actor=self.people["stella"])

    def moves(self) -> list[Move]:
        form = {"seen": self.project.version}
        return [
            *[
                self.post(who, f"stewards:project_{verb}", self.project.public_id, **form, **reason)
                for verb, reason in (("publish", {}), ("return", {"reason": "Who is it for?"})) * 2
                for who in ("stella", "vera")
            ][:7],
            Move(PUBLISH, call={"project_id": self.project.pk, "actor": None}, after=0.02 * (self.place % 3)),
        ]

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        project = Project.objects.get(pk=self.project.pk)
        won = winners(answers)
        returned = any(n in {2, 3, 6} for n in won)
        facts = [len(facts_of(project, f"project.{kind}")) for kind in ("published", "returned")]
        versions = BriefVersion.objects.filter(project=project).count()
        if len(won) != 1 or facts != [int(not returned), int(returned)] or versions != facts[0]:
            yield f"let through {won}, published and returned {facts} times, {versions} versions"
        if (project.state, bool(project.return_reason)) != (("draft", True) if returned else ("open", False)):
            yield f"the project is {project.state}, returned because of {project.return_reason!r}"


class LeavingAgainstHandOver(Leaving):
    """A member leaves, or is parted with, while others hand them an open project."""

    title = "leaving against being handed a project"
    ground = "open"
    ruled = (Membership, BriefVersion)

    def moves(self) -> list[Move]:
        project = Project.objects.select_related("organization").get(pk=self.thing["project"])
        host, whom = project.organization.public_id, self.member.public_id
        form = {"supervisor": whom, "cover": "", "seen": project.version}
        return [
            *[self.post(who, "hosts:project_hand_over", project.public_id, **form) for who in ("hana", "rita") * 2],
            *[self.post(who, "hosts:member_remove", host, whom) for who in ("hana", "member") * 2],
        ]

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        leads = Project.objects.get(pk=self.thing["project"]).supervisor_id == self.member.pk
        left = not Membership.objects.filter(person=self.member, left_at=None).exists()
        won = winners(answers)
        if left == leads or [n >= 4 for n in won] != [left]:
            yield f"left: {left}, guides the project: {leads}, let through: {won}"


class BlockAgainstMessage(Race):
    """Sam and a host block each other while both write: what was written stands before the block, or not at all."""

    title = "block against message"
    ground = "hosts"
    may_answer = (403, 404)

    def prepare(self) -> None:
        self.application = Application.objects.get(pk=self.thing["application"])

    def moves(self) -> list[Move]:
        mine, host = self.application.public_id, self.application.project.organization.public_id
        said = [{"body": f"Message {n} of {self.place}", "key": f"{self.place}-{n}-{mine}"} for n in range(6)]
        return [
            *[self.post("otto", "hosts:applicant_post", mine, **each) for each in said[:3]],
            self.post("sam", "people:block", host),
            *[self.post("sam", "talent:application_post", mine, **each) for each in said[3:]],
            self.post("otto", "hosts:applicant_block", mine),
        ]

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        apart = Block.objects.filter(organization=self.application.project.organization).order_by("made_at")
        if apart.count() != 2:
            yield f"{apart.count()} blocks"
        late = Post.objects.filter(thread=self.application.thread, posted_at__gt=apart[0].made_at)
        if late.exists():
            yield f"{late.count()} messages after the block"
        if Post.objects.filter(thread=self.application.thread).count() != len(set(winners(answers)) - {3, 7}):
            yield "messages and answers differ"


class SecondSteward(Race):
    """Two second stewards say at once whether they saw the document that a third one saw."""

    title = "two second stewards at once"
    is_asked_less = True
    ground = "open"
    ruled = (Sighting,)

    def prepare(self) -> None:
        kelp = make_organization(join(f"Founder{self.place} Kelp"))
        self.sighting = make_sighting(another_steward(f"First{self.place} Steward"), kelp)

    def moves(self) -> list[Move]:
        about = self.sighting.organization.public_id, self.sighting.public_id
        return [
            self.post(who, f"stewards:document_{verb}", *about, **said)
            for verb, said in (("confirm", {}), ("deny", {"reason": "It names somebody else."})) * 2
            for who in ("stella", "vera")
        ]

    def wrong(self, answers: list[Answer]) -> Iterator[str]:
        won, sighting = winners(answers), Sighting.objects.get(pk=self.sighting.pk)
        facts = [len(facts_of(sighting, f"sighting.{kind}")) for kind in ("confirmed", "denied")]
        if len(won) != 1 or sum(facts) != 1:
            yield f"let through {won}, confirmed and denied {facts} times"
            return
        is_denied, by = won[0] % 4 > 1, ("stella", "vera")[won[0] % 2]
        stands = (sighting.state, sighting.answered_by_id, bool(sighting.reason))
        if stands != ("denied" if is_denied else "confirmed", self.people[by].pk, is_denied):
            yield f"{by} was let through, and what stands is {stands}"
        if any("Somebody was faster" not in a.page + a.reason for n, a in enumerate(answers) if n not in won):
            yield "a loser does not read why"
