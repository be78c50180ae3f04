"""Requests made by hand: one's own address with ids, numbers and keys of others is refused, and writes nothing."""

from __future__ import annotations

from typing import Any

import pytest
from django.conf import settings
from django.test import Client, TestCase
from django.urls import reverse

from firstfoot.kernel import clock
from firstfoot.market.applications.aliases import give_aliases
from firstfoot.market.organizations.actions import add_organization_away, invite_member, note_document
from firstfoot.market.organizations.models import Organization
from firstfoot.market.organizations.states import Role
from firstfoot.market.projects.actions import ask_question
from firstfoot.market.projects.models import Project
from firstfoot.work.engagements.actions import keep_hours, log_hours, post_in_engagement, report_stuck
from firstfoot.work.engagements.models import Engagement
from tests.access.filling import Visitor
from tests.access.test_forms import written
from tests.factories import engagements as make
from tests.factories.disputes import open_about
from tests.figures import figure
from tests.house.matrix import MUST_SIGN_IN, Row, rows
from tests.house.world import World

pytestmark = [pytest.mark.once, pytest.mark.deep]

# Rows about a thing within another thing; the second word is replaced by that of somebody else's.
INNER = [row for row in rows() if len(row.on) == 2 and row.on[1] not in {"kind", "file_number"}]
BOTH_OF = ("supervisor", "cover")


class TestForeignThings(TestCase):
    """One world, and in it what others have of the same kinds."""

    @classmethod
    def setUpClass(cls):
        super().setUpClass()
        cls.world = World()
        otto, today = cls.world.people["otto"], clock.today()
        other = cls.otherhost()
        away = add_organization_away(organization_id=other.pk, first_on=today, last_on=today, actor=otto)
        invited = invite_member(organization_id=other.pk, email="theirs@example.org", role=Role.SUPERVISOR, actor=otto)
        tias = cls.engagement("tias")
        correction = report_stuck(engagement_id=tias.pk, what="No key.", actor=cls.world.people["tia"])
        said = post_in_engagement(
            engagement_id=tias.pk, body="Hello", key="a-key-of-tia", actor=cls.world.people["tia"]
        )
        make.submit(tias, key="a-version-of-tia")
        keep_hours(engagement_id=tias.pk, actor=cls.world.people["tia"])
        entry = log_hours(
            engagement_id=tias.pk, day=today, minutes=60, what="", key="hours-of-tia", actor=cls.world.people["tia"]
        )
        dispute = open_about(tias, cls.world.people["tia"], cause="conduct")
        how = {"kind": "register", "words": "By post", "seen_on": today}
        seen = note_document(organization_id=other.pk, actor=cls.world.people["stella"], **how)
        elsewhere = Project.objects.get(public_id=cls.world.words["other_project"])
        question = ask_question(project_id=elsewhere.pk, body="How many pages?", actor=cls.world.people["paz"])
        alias = give_aliases(elsewhere, [cls.world.people["paz"]])[cls.world.people["paz"].pk]
        cls.theirs = {
            "alias": alias.public_id, "question": question.public_id,
            "document": seen.public_id, "own_document": seen.public_id,
            "organization_away": away.public_id, "invitation": invited.public_id, "person_vera": otto.public_id,
            "correction": correction.public_id, "hours": entry.public_id,
            "message": said.public_id, "asked_post": said.public_id, "answered_post": said.public_id,
            "person_sam": otto.public_id, "first": "99", "received_entry": "99",
            "person_worked": cls.world.people["paz"].public_id,
            "dispute": dispute.public_id, "judged_dispute": dispute.public_id, "settled_dispute": dispute.public_id,
            "step": "nothing", "starter": "nothing", "card": "nothing",
        }  # fmt: skip
        cls.acme = Organization.objects.get(public_id=cls.world.words["acme"])
        cls.visitor = Visitor(cls.world)

    @classmethod
    def otherhost(cls) -> Organization:
        return Organization.objects.get(public_id=cls.world.words["otherhost"])

    @classmethod
    def engagement(cls, word: str) -> Engagement:
        return Engagement.objects.get(public_id=cls.world.words[word])

    def refused(self, who: str, path: str, data: Any, statuses: set[int], method: str = "post") -> None:
        """The answer is one of these, and nothing was written."""
        with written() as statements:
            answer = self.visitor.ask(who, method, path, data)
        assert answer.status_code in statuses, (who, path, answer.status_code)
        assert statements == [], (who, path, statements[:1])

    def test_a_thing_of_others_is_not_found_below_ones_own(self):
        asked = 0
        for row in INNER:
            for who in [actor for actor, status in row.answers.items() if status in {200, 302, 409, 422}]:
                if who in MUST_SIGN_IN:
                    continue
                self.refused(who, self.with_theirs(row), self.world.data(row.data), {404}, row.method.lower())
                asked += 1
        figure("access: others' things below one's own", "0 found", f"of {asked} requests")
        assert {row.on[1] for row in INNER} - {"tias"} == set(self.theirs), "each kind has a thing of others"

    def with_theirs(self, row: Row) -> str:
        return reverse(row.name, args=[self.world.words[row.on[0]], self.theirs[row.on[1]]])

    def test_nobody_from_elsewhere_is_made_to_guide_or_cover(self):
        """Others' people, who left, who was shut out, and who is of no host at all."""
        words, people = self.world.words, self.world.people
        pages = [
            reverse("hosts:project_hand_over", args=[words["project"]]),
            reverse("work:supervisor", args=[words["active"]]),
            reverse("hosts:brief_step", args=[words["draft"], "people"]),
        ]
        for path in pages:
            for who in ("otto", "xavi", "zoe", "sam", "stella"):
                for role in BOTH_OF:
                    for value in (people[who].public_id, people[who].pk):
                        named = dict.fromkeys(BOTH_OF, people["hugo"].public_id) | {role: value}
                        with self.subTest(who=who, role=role, value=value):
                            self.refused("hana", path, named, {409, 422})

    def test_a_project_is_begun_for_ones_own_host_alone(self):
        client = Client()
        client.cookies[settings.SESSION_COOKIE_NAME] = self.visitor.sessions["hana"]
        before = Project.objects.exclude(organization__name=self.acme.name).count()
        for organization in (self.world.words["otherhost"], self.otherhost().pk, self.world.words["unverified"]):
            answer = client.post(reverse("hosts:project_new"), {"organization_id": organization})
            assert answer.status_code in {302, 422}
        assert Project.objects.exclude(organization__name=self.acme.name).count() == before

    def test_the_key_of_another_message_or_version_is_not_taken(self):
        """Neither is it answered with theirs, nor does it break anything."""
        conversation = reverse("work:conversation", args=[self.world.words["active"]])
        self.refused("sam", conversation, {"body": "Mine", "key": "a-key-of-tia"}, {409})
        second = reverse("work:deliverable_submit", args=[self.world.words["tias"], 2])
        self.refused("tia", second, {"note": "Mine", "key": "a-version-of-tia"}, {409})
