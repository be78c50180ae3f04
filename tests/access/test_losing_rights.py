"""Whoever loses a right has lost it with the next request of the same session: everywhere they could reach before."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import TestCase

from firstfoot.foundation.accounts.actions import suspend_person
from firstfoot.kernel import clock
from firstfoot.market.organizations.actions import (
    change_role,
    end_membership,
    reject_organization,
    revoke_invitation,
    suspend_organization,
)
from firstfoot.market.organizations.models import Invitation, Membership, Organization
from firstfoot.market.organizations.states import Role
from firstfoot.market.projects.actions import hand_over_project
from firstfoot.market.projects.models import Project
from firstfoot.work.engagements.actions import change_supervisor
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.states import LIVE
from tests.access.filling import Visitor
from tests.figures import IS_DEEP, count, figure
from tests.house.matrix import Row, rows
from tests.house.visitors import session_of
from tests.house.world import World

pytestmark = [pytest.mark.once, pytest.mark.deep]

ROWS = list(rows())
EVERY = count(ci=5, deep=1)  # one in so many rights, others on each day
# All but what is xavi's own, and what stands between two people wherever they work.
OF_OTHERS = [row for row in ROWS if row.on != ("block",) and not row.name.startswith(("people:known_", "people:tie"))]
OWN_PAGES = [("item",), ("letter",), ("person_page",)]  # of sam's; public, and gone while sam is shut out
BAKERS = ("hana", "rita", "hugo", "cora", "vera", "tia")


def some(rights: list[Any]) -> list[Any]:
    return rights[clock.today().toordinal() % min(EVERY, len(rights)) :: EVERY]


class TestLosingRights(TestCase):
    """One world; what each test takes from somebody is given back at its end."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.world = World()
        cls.people = cls.world.people
        cls.visitor = Visitor(cls.world)  # everybody has signed in before anything is taken away
        cls.acme = Organization.objects.get(public_id=cls.world.words["acme"])

    def status(self, who: str, row: Row, filled: dict[str, Any] | None = None) -> int:
        data = {"csrfmiddlewaretoken": "x", **self.world.data(row.data)} if row.method == "POST" else None
        data = filled or data
        return self.visitor.ask(who, row.method.lower(), self.visitor.path(row), data).status_code

    def answered(self, who: str, *, like: str, among=ROWS) -> None:
        """At each address that made a difference `who` is now answered as `like` was before."""
        chosen = some([row for row in among if IS_DEEP or row.answers[who] != row.answers[like]])
        got = {str(row): self.status(who, row) for row in chosen}
        wanted = {str(row): row.answers[like] for row in chosen}
        wrong = [f"{name}: {got[name]} instead of {wanted[name]}" for name in got if got[name] != wanted[name]]
        figure(
            f"access: {self._testMethodName.removeprefix('test_')}", f"{len(wrong)} kept", f"of {len(chosen)} rights"
        )
        assert not wrong, "\n".join(wrong)

    def membership(self, who: str) -> Membership:
        return Membership.objects.get(person=self.people[who], organization=self.acme, left_at=None)

    def engagement(self, word: str) -> Engagement:
        return Engagement.objects.get(public_id=self.world.words[word])

    def hand_over(self, who: str, to: str) -> None:
        """Every live engagement, and every project, that somebody guides."""
        for engagement in Engagement.objects.filter(supervisor=self.people[who], state__in=LIVE):
            change_supervisor(
                engagement_id=engagement.pk, supervisor_id=self.people[to].pk, cover_id=None, actor=self.people["hana"]
            )

    def test_a_member_who_was_removed(self):
        self.hand_over("hugo", "vera")
        end_membership(membership_id=self.membership("hugo").pk, actor=self.people["hana"])
        self.answered("hugo", like="xavi", among=OF_OTHERS)

    def test_a_recruiter_who_was_removed(self):
        end_membership(membership_id=self.membership("rita").pk, actor=self.people["hana"])
        self.answered("rita", like="xavi", among=OF_OTHERS)

    def test_a_role_that_was_lowered(self):
        change_role(membership_id=self.membership("rita").pk, role=Role.SUPERVISOR, actor=self.people["hana"])
        self.answered("rita", like="vera", among=[row for row in ROWS if "person_vera" not in row.on])

    def test_a_supervisor_who_handed_over(self):
        """Who hands over is answered as any other supervisor of the host, who takes over as the supervisor."""
        engagement = self.engagement("active")
        change_supervisor(
            engagement_id=engagement.pk, supervisor_id=self.people["vera"].pk, cover_id=engagement.cover_id,
            actor=self.people["hana"],
        )  # fmt: skip
        among = [row for row in ROWS if row.on[:1] == ("active",)]
        self.answered("hugo", like="vera", among=among)
        self.answered("vera", like="hugo", among=among)

    def test_a_cover_who_was_replaced(self):
        engagement = self.engagement("active")
        change_supervisor(
            engagement_id=engagement.pk, supervisor_id=engagement.supervisor_id, cover_id=self.people["vera"].pk,
            actor=self.people["hana"],
        )  # fmt: skip
        among = [row for row in ROWS if row.on[:1] == ("active",)]
        self.answered("cora", like="vera", among=among)
        self.answered("vera", like="cora", among=among)

    def test_a_project_that_was_handed_over(self):
        """Its applicants, too, are seen by whoever guides it now."""
        words = ("project", "application_submitted", "application_shortlisted", "application_offered")
        for project in Project.objects.filter(organization=self.acme, supervisor=self.people["hugo"]):
            cover = project.cover.public_id if project.cover else ""
            hand_over_project(
                project_id=project.pk, supervisor_id=self.people["vera"].public_id, cover_id=cover,
                actor=self.people["hana"],
            )  # fmt: skip
        among = [row for row in ROWS if row.on[:1] and row.on[0] in words and row.name.startswith("hosts:applicant")]
        self.answered("hugo", like="vera", among=among)
        self.answered("vera", like="hugo", among=among)

    def test_a_person_who_was_shut_out(self):
        suspend_person(person_id=self.people["rita"].pk, actor=self.people["stella"], reason_code="spam")
        self.answered("rita", like="zoe")

    def test_an_intern_who_was_shut_out(self):
        suspend_person(person_id=self.people["sam"].pk, actor=self.people["stella"], reason_code="spam")
        calendar = next(row for row in ROWS if row.name == "people:calendar")  # till its person is gone
        assert self.status("sam", calendar) == 404
        goes_on = [row for row in ROWS if row != calendar and row.on[:1] not in OWN_PAGES]
        self.answered("sam", like="zoe", among=goes_on)
        shown = [row for row in ROWS if row.on[:1] in OWN_PAGES and row.method == "GET" and row.answers["zoe"] == 200]
        assert {(row.name, self.status("zoe", row)) for row in shown} == {(row.name, 404) for row in shown}
        assert shown

    def test_an_invitation_that_was_taken_back(self):
        invitation = Invitation.objects.get(token=self.world.words["invitation_to_paz"])
        revoke_invitation(invitation_id=invitation.pk, actor=self.people["hana"])
        path = f"/invitations/{invitation.token}/"
        assert self.visitor.ask("paz", "post", path).status_code == 409

    def test_an_organization_that_was_turned_down(self):
        """Its owner reads why, and may ask again; nothing else moves."""
        new, nora = self.world.new, self.world.nora
        self.visitor.sessions["nora"] = session_of(nora)
        reject_organization(organization_id=new.pk, actor=self.people["stella"], reason="No website.")
        project = self.world.words["unpublished"]
        asked = {
            ("get", f"/hosting/organizations/{new.public_id}/"): 200,
            ("get", f"/hosting/projects/{project}/"): 200,
            ("get", f"/hosting/projects/{project}/brief/result/"): 403,
            ("post", f"/hosting/projects/{project}/submit/"): 403,
            ("post", f"/hosting/organizations/{new.public_id}/resubmit/"): 302,
        }
        assert {key: self.visitor.ask("nora", *key).status_code for key in asked} == asked

    def test_an_organization_that_was_suspended(self):
        """Its people read on and may leave; its intern goes on, and can end. What is refused is well filled in."""
        people = (*BAKERS, "sam", "anon") if IS_DEEP else ("hana", "hugo", "sam")
        all_rights = [(who, row, after_suspension(row, who)) for row in ROWS for who in people]
        asked = some([each for each in all_rights if IS_DEEP or is_telling(*each)])
        stopped = {str(row): row for _who, row, wanted in asked if row.method == "POST" and wanted == 403}
        filled = {
            str(sheet.row): {name: value for name, value in sheet.data.items() if name not in ONE_SENDERS}
            for sheet in self.visitor.sheets(stopped.values())
        }
        suspend_organization(organization_id=self.acme.pk, actor=self.people["stella"], reason="A complaint.")
        wrong = []
        for who, row, wanted in asked:
            if (got := self.status(who, row, filled.get(str(row)) if wanted == 403 else None)) != wanted:
                wrong.append(f"{who}: {row}: {got} instead of {wanted}")
        figure("access: organization suspended", f"{len(wrong)} kept", f"of {len(asked)} rights")
        assert not wrong, "\n".join(wrong)


# What is the bakery's; everything else goes on as before.
THEIRS = {
    "acme", "project", "linked", "paused", "closed", "draft", "application_submitted", "application_marked",
    "application_shortlisted", "application_offered", "agreeing", "onboarding", "active", "amending", "closing",
    "completed", "parted", "silent", "tias", "proofread", "held", "remark", "disputed", "judged", "settled", "asking",
}  # fmt: skip
NO_LONGER_PUBLIC = {
    "public:project", "public:project_pdf", "public:would_sign", "public:project_report", "public:organization",
    "talent:apply", "talent:fit", "public:project_ask",
}  # fmt: skip
CHANGES_ONLY = {
    "hosts:organization_edit", "hosts:brief_step", "hosts:brief_preview", "hosts:project_questions",
    "hosts:found_people",
    "hosts:invite_people", "hosts:applicant_report", "work:supervisor", "work:end", "work:amend", "work:plan_last",
    "work:plan_step", "work:away", "work:find_someone",
}  # fmt: skip
ONE_SENDERS = {"mentions", "attachments"}  # nobody mentions oneself, and a file can be read once
SAFE = {
    "hosts:member_remove", "hosts:applicant_message_report", "work:message_report", "work:person_report",
    "work:letter_revoke",
}  # fmt: skip
DIFFERS = {
    ("hugo", "bymail:act"): 403,  # a link of his does what he may, and no more
    ("anon", "bymail:act"): 403,
    ("sam", "talent:offer_accept"): 409,  # a stopped host takes nobody on; the offer can be refused
    ("hana", "hosts:organization_resubmit"): 409,  # asking again is for those who were turned down
    ("hana", "hosts:project_new"): 200,  # the page that says there is no organization to post for
    ("rita", "hosts:project_new"): 200,
    ("tia", "hosts:project_new"): 200,
    **{(who, "work:safe_end"): 403 for who in BAKERS if who != "vera"},  # not even asked whether it is time
}


def is_telling(who: str, row: Row, wanted: int) -> bool:
    """Whether it is another answer than before, or something that goes on."""
    return wanted != row.answers[who] or (row.method == "POST" and row.answers[who] < 400)


def after_suspension(row: Row, who: str) -> int:
    """What one is answered once the bakery is suspended."""
    before = row.answers[who]
    if (who, row.name) in DIFFERS:
        return DIFFERS[who, row.name]
    if not (row.on and row.on[0] in THEIRS):
        return before
    if row.name == "people:block":
        return before if who == "anon" else 404  # whose page is not there
    if row.name in NO_LONGER_PUBLIC:
        return before if who in BAKERS or (before == 302 and who == "anon") else 404
    if who not in BAKERS or before == 404 or row.name in SAFE:
        return before
    is_change = row.method == "POST" or row.name in CHANGES_ONLY
    return 403 if is_change else before
