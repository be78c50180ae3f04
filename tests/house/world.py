"""The world of the permission matrix: one of everything an address can be about, made through the real actions."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from firstfoot.foundation.accounts.actions import add_away, suspend_person
from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.notifications.actions import store_mail, tell
from firstfoot.foundation.notifications.models import Mail, MailState
from firstfoot.kernel import clock
from firstfoot.market.organizations.actions import add_organization_away, end_membership
from firstfoot.market.organizations.states import Role
from firstfoot.market.projects.actions import start_project, submit_project
from firstfoot.market.projects.queries import current_brief
from firstfoot.reactions.models import ReactionRun, RunState
from firstfoot.work.engagements.actions import report_stuck
from tests.cast import Cast, assemble, hire, join
from tests.factories import applications as apply
from tests.factories import engagements, organizations, projects


class World:
    """People by the names of the matrix, and the words that stand for things in its rows."""

    def __init__(self) -> None:
        cast = assemble()
        self.people = _people(cast)
        self.words: dict[str, Any] = {}
        self._organizations(cast)
        self._projects(cast)
        self._applications(cast)
        self._engagements(cast)
        self._small_things(cast)

    def args(self, on: tuple[str, ...]) -> list[str]:
        """The words of a row as arguments of its address."""
        return [str(self.words[word]) for word in on]

    def data(self, given: dict[str, str]) -> dict[str, str]:
        """What a row sends; a value such as "@person_vera" is a word of the world."""
        return {k: str(self.words[v[1:]]) if v.startswith("@") else v for k, v in given.items()}

    def _organizations(self, cast: Cast) -> None:
        self.nora = join("Nora New")
        self.new = organizations.make_organization(self.nora)
        self.words |= {
            "acme": cast.acme.public_id,
            "otherhost": cast.otherhost.public_id,
            "unverified": self.new.public_id,
            "person_hugo": cast.hugo.public_id,
            "person_vera": self.people["vera"].public_id,
        }
        invited = organizations.make_invitation(cast, email=self.people["paz"].email)
        self.words |= {"invitation_to_paz": invited.token, "invitation": invited.public_id}

    def _projects(self, cast: Cast) -> None:
        draft = projects.make_draft(cast)
        nora = {"supervisor": self.nora.public_id, "cover": ""}
        unpublished = start_project(
            organization_id=self.new.pk, actor=self.nora, brief=projects.good_brief(cast, **nora)
        )
        submit_project(project_id=unpublished.pk, actor=self.nora)
        self.words |= {
            "draft": draft.public_id,
            "unpublished": unpublished.public_id,
            "project": projects.make_open_project(cast, seats=3).public_id,
            "linked": projects.make_open_project(cast, visibility="link", title="By link only").public_id,
            "other_project": projects.make_other_open_project(cast).public_id,
            "paused": projects.make_paused_project(cast).public_id,
            "closed": projects.make_closed_project(cast).public_id,
            "step": "result",
            "starter": "competitor_analysis",
        }

    def _applications(self, cast: Cast) -> None:
        make = {
            "application_draft": lambda p, a: apply.make_draft(cast.sam, p, answers=a),
            "application_submitted": lambda p, a: apply.make_submitted(cast.sam, p, answers=a),
            "application_shortlisted": lambda p, a: apply.make_shortlisted(cast, cast.sam, p, answers=a),
            "application_offered": lambda p, a: apply.make_offered(cast, cast.sam, p, answers=a),
        }
        for word, build in make.items():
            project = projects.make_open_project(cast)
            answers = ["I would begin with their price lists." for _question in current_brief(project).questions]
            self.words[word] = build(project, answers).public_id

    def _engagements(self, cast: Cast) -> None:
        active = engagements.make_active(cast)
        upload = engagements.upload(cast.sam)
        engagements.submit(active, files=[upload])
        correction = report_stuck(engagement_id=active.pk, what="The price lists are missing.", actor=cast.sam)
        self.words |= {
            "agreeing": engagements.make_engagement(cast).public_id,
            "onboarding": engagements.sign_both(cast, engagements.make_engagement(cast)).public_id,
            "active": active.public_id,
            "correction": correction.public_id,
            "file": engagements.deliverable(active).submissions.get().files.get().file.public_id,
            "closing": engagements.make_closing(cast).public_id,
            "completed": engagements.make_completed(cast).public_id,
            "first": 1,
        }
        # tia was an intern here and became a member: in her own engagement she stays on the intern's side.
        tia = self.people["tia"]
        hers = engagements.make_active(cast, person=tia)
        hire(cast.acme, cast.hana, tia, Role.RECRUITER)
        self.words["tias"] = hers.public_id

    def _small_things(self, cast: Cast) -> None:
        today = clock.today()
        away = add_away(person_id=cast.sam.pk, actor=cast.sam, first_on=today, last_on=today + timedelta(days=1))
        closed = add_organization_away(
            organization_id=cast.acme.pk, first_on=today + timedelta(days=60), last_on=today + timedelta(days=61),
            actor=cast.hana,
        )  # fmt: skip
        notice = tell(recipient=cast.sam, key="matrix", kind="test", title="A notice", path="/work/")
        mail = store_mail(key="matrix", kind="test", address="a@example.org", subject="s", text="t", html="h")
        assert notice is not None
        assert mail is not None
        Mail.objects.filter(pk=mail.pk).update(state=MailState.FAILED)
        fact = Fact.objects.order_by("pk")[0]
        ReactionRun.objects.create(fact=fact, reaction="test", state=RunState.DEAD, next_try_at=clock.now())
        self.words |= {
            "away": away.public_id,
            "organization_away": closed.public_id,
            "notice": notice.public_id,
            "mail": mail.public_id,
            "fact": fact.hash,
            "role": "intern",
            "soon": (today + timedelta(days=2)).isoformat(),
        }


def _people(cast: Cast) -> dict[str, Person]:
    known = ("sam", "paz", "hana", "rita", "hugo", "cora", "otto", "stella")
    people = {name: getattr(cast, name) for name in known}
    for name in ("vera", "xavi", "zoe", "tia"):
        people[name] = join(name.capitalize())
    hire(cast.acme, cast.hana, people["vera"], Role.SUPERVISOR)
    hire(cast.acme, cast.hana, people["xavi"], Role.RECRUITER)
    hire(cast.acme, cast.hana, people["zoe"], Role.RECRUITER)
    gone = organizations.membership(people["xavi"], cast.acme)
    end_membership(membership_id=gone.pk, actor=cast.hana)
    suspend_person(person_id=people["zoe"].pk, actor=cast.stella, reason_code="spam")
    return people
