"""A world in which every text holds a word of its own: people, hosts, projects, applications; the work is in work.py.

Two hosts: hana's bakery with rita, hugo, cora, vera and tia (an intern who became a recruiter), once
also xavi (who left) and zoe (shut out); and otto's, where nia works. sam is the bakery's intern; paz
has applied to it and is still unknown to it; nora's organization was turned down.
"""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from firstfoot.foundation.accounts.actions import change_person, join_person, make_steward, suspend_person
from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel import clock
from firstfoot.market.applications.actions import (
    decline,
    invite_to_apply,
    offer,
    offer_interview,
    pass_interview,
    post_in_application,
    save_application,
    start_application,
    submit_application,
)
from firstfoot.market.applications.models import Application
from firstfoot.market.moderation.actions import report_project
from firstfoot.market.organizations.actions import (
    end_membership,
    found_organization,
    invite_member,
    reject_organization,
    verify_organization,
)
from firstfoot.market.organizations.models import Membership, Organization
from firstfoot.market.organizations.states import Role
from firstfoot.market.projects.actions import (
    answer_question,
    ask_question,
    leave_remark,
    return_project,
    save_draft,
    share_for_proofreading,
    start_project,
    submit_project,
)
from firstfoot.market.projects.brief import (
    Brief,
    BriefDeliverable,
    Criterion,
    HostInput,
    OnboardingItem,
    Question,
)
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.queries import current_brief
from firstfoot.market.suggestions.actions import save_wish
from firstfoot.market.talent.actions import save_profile
from tests.access.words import Words
from tests.cast import Cast, hire
from tests.factories.applications import make_mark, shortlist
from tests.factories.projects import good_brief

TALENT = ("sam", "paz", "nia", "tia", "xavi")
EVERYBODY = (
    "sam", "paz", "hana", "rita", "hugo", "cora", "vera", "xavi", "tia", "otto", "stella", "zoe", "nia", "nora"
)  # fmt: skip
STAFF = {"rita": Role.RECRUITER, "hugo": Role.SUPERVISOR, "cora": Role.SUPERVISOR, "vera": Role.SUPERVISOR,
         "xavi": Role.RECRUITER, "zoe": Role.RECRUITER}  # fmt: skip


class SpokenWorld:
    """Everything, made through the real actions; `words` knows what was said where."""

    def __init__(self, words: Words | None = None) -> None:
        self.words = words or Words()
        self.say, self.link = self.words.say, self.words.link
        self.people = {name: self._join(name) for name in EVERYBODY}
        make_steward(person_id=self.people["stella"].pk, actor=None)
        self.people["stella"].refresh_from_db()
        self.acme, self.other, self.new = (self._found(*who) for who in (
            ("acme", "hana"), ("other", "otto"), ("new", "nora")
        ))  # fmt: skip
        self.cast = self._cast()
        for name, role in STAFF.items():
            hire(self.acme, self.people["hana"], self.people[name], role)
        self._part_ways()
        for name in TALENT:
            self._profile(name)
        self.projects: dict[str, Project] = {}
        self.applications: dict[str, Application] = {}
        self._projects()
        self._applications()

    def __getitem__(self, name: str) -> Person:
        return self.people[name]

    def _part_ways(self) -> None:
        """xavi leaves the bakery, zoe is shut out."""
        gone = Membership.objects.get(person=self["xavi"], organization=self.acme, left_at=None)
        end_membership(membership_id=gone.pk, actor=self["hana"])
        suspend_person(person_id=self["zoe"].pk, actor=self["stella"], reason_code="spam")
        self["zoe"].refresh_from_db()

    # People and organizations

    def _join(self, name: str) -> Person:
        say = self.say
        person = join_person(
            email=f"{self.words.plain(f'{name}.email')}@example.org", password="a-long-enough-secret", verified=True,
            chosen_name=say(f"{name}.chosen_name", name.capitalize()), legal_name=say(f"{name}.legal_name"),
            time_zone="UTC", adult=True, terms_version="2026-11",
        )  # fmt: skip
        return change_person(
            person_id=person.pk, seen=None, actor=person, chosen_name=person.chosen_name,
            legal_name=person.legal_name, time_zone="UTC", phone=self.words.plain(f"{name}.phone"), daily_mail=True,
        )  # fmt: skip

    def _found(self, name: str, owner: str) -> Organization:
        say = self.say
        organization = found_organization(
            name=say(f"{name}.name"), actor=self[owner], website=self.link(f"{name}.website"),
            city=say(f"{name}.city"), country="GB", size="6-20", kind="small_business", about=say(f"{name}.about"),
            how_work_feels=say(f"{name}.how_work_feels"),
        )  # fmt: skip
        if name != "new":
            verify_organization(organization_id=organization.pk, actor=self["stella"])
        organization.refresh_from_db()
        return organization

    def _cast(self) -> Cast:
        named = ("sam", "paz", "hana", "rita", "hugo", "cora", "stella", "otto")
        people = {name: self[name] for name in named}
        return Cast(**people, acme=self.acme, otherhost=self.other)

    def _profile(self, name: str) -> None:
        say = self.say
        save_profile(
            actor=self[name], headline=say(f"{name}.headline"), about=say(f"{name}.about"), city=say(f"{name}.city"),
            studies=say(f"{name}.studies", "College"), skills=[say(f"{name}.skill")], hours_a_week=12,
            links=[self.link(f"{name}.link")], wants=say(f"{name}.wants"), helps=say(f"{name}.helps"),
        )  # fmt: skip
        save_wish(actor=self[name], places=say(f"{name}.places"))

    # Projects

    def brief(self, name: str, **changes: Any) -> Brief:
        """A brief with a word in every text of it."""

        def say(field: str, text: str = "") -> str:
            return self.say(f"{name}.{field}", text)

        plain = good_brief(self.cast)
        results = tuple(
            BriefDeliverable(
                say(f"result_title_{n}", result.title), say(f"result_format_{n}", result.format), result.due_day, True,
                tuple(Criterion(say(f"criterion_{n}_{i}", c.text), c.required) for i, c in enumerate(result.criteria)),
            )
            for n, result in enumerate(plain.deliverables, 1)
        )  # fmt: skip
        brief = plain.with_(
            title=say("title", plain.title), problem=say("problem", plain.problem), place=say("place", "Leeds"),
            audience=say("audience", plain.audience), outcome=say("outcome", plain.outcome), workplace="hybrid",
            in_scope=(say("in_scope", plain.in_scope[0]),), out_of_scope=(say("out_of_scope", "Our own website"),),
            deliverables=results, inputs=(HostInput(say("input", "Our order figures"), 1),),
            onboarding=(
                OnboardingItem(say("step_host", "Give access"), "host"),
                OnboardingItem(say("step_intern", "Meet two people"), "intern"),
            ),
            check_in_prompts=(say("prompt", "What surprised you?"),), check_in_every_days=3,
            equipment=say("equipment", "A laptop"), expenses=say("expenses", "Train fares"),
            skills=(say("skill"),), tools=(say("tool"),),
            ai_note=say("ai_note", "Say where"), portfolio_note=say("portfolio_note", "After June"),
            pathway=say("pathway", "A second project"), questions=(Question(say("question", "Which shop, and why?")),),
        )  # fmt: skip
        return brief.with_(**changes)

    def start(self, name: str, host: Organization, owner: str, **changes: Any) -> Project:
        """A draft."""
        project = start_project(organization_id=host.pk, actor=self[owner], brief=self.brief(name, **changes))
        self.projects[name] = project
        return project

    def post(self, name: str, host: Organization | None = None, owner: str = "hana", **changes: Any) -> Project:
        """Public at once, since its host is verified."""
        draft = self.start(name, host or self.acme, owner, **changes)
        self.projects[name] = submit_project(project_id=draft.pk, actor=self[owner])
        return self.projects[name]

    def _projects(self) -> None:
        self.post("open", seats=3)
        self.post("linked", visibility="link")
        self.post("theirs", self.other, "otto", supervisor=self["otto"].public_id, cover="")
        self.start("draft", self.acme, "hana")
        # Changed after it went public, the changes not yet shown to anybody outside.
        pending = {"problem": self.say("open.pending", "Another reason"), "title": self.brief("open").title}
        save_draft(project_id=self.projects["open"].pk, changes=pending, actor=self["rita"])
        nora = {"supervisor": self["nora"].public_id, "cover": ""}
        waits = self.start("waits", self.new, "nora", **nora)
        submit_project(project_id=waits.pk, actor=self["nora"])
        sent_back = self.start("returned", self.new, "nora", **nora)
        submit_project(project_id=sent_back.pk, actor=self["nora"])
        reason = self.say("returned.return_reason", "Say more.")
        return_project(project_id=sent_back.pk, reason=reason, actor=self["stella"])
        reject_organization(
            organization_id=self.new.pk, actor=self["stella"], reason=self.say("new.state_reason", "No website.")
        )
        link = share_for_proofreading(project_id=self.projects["draft"].pk, actor=self["hana"])
        leave_remark(
            link_id=link.pk, step="result", name=self.say("remark.name", "Maud"), text=self.say("remark.text", "Why?")
        )
        invite_member(
            organization_id=self.acme.pk, email=f"{self.words.plain('invitation.email')}@example.org",
            role=Role.SUPERVISOR, actor=self["hana"],
        )  # fmt: skip

    # Applications

    def apply(self, name: str, who: str, project: Project, *, send: bool = True) -> Application:
        """An application with a word in each answer."""
        application = start_application(project_id=project.pk, actor=self[who])
        answers = [self.say(f"{name}.answer", "By their prices.") for _question in current_brief(project).questions]
        application = save_application(
            application_id=application.pk, actor=self[who], motivation=self.say(f"{name}.motivation", "I like bread."),
            answers=answers, availability=self.say(f"{name}.availability", "Mornings"), link=self.link(f"{name}.link"),
        )  # fmt: skip
        if send:
            application = submit_application(application_id=application.pk, actor=self[who])
        self.applications[name] = application
        return application

    def choose(self, name: str, who: str, project: Project, by: str = "hana") -> Application:
        """An application that is shortlisted, talked about and has an offer."""
        application = shortlist(application_id=self.apply(name, who, project).pk, actor=self[by])
        for speaker in (by, who):
            post_in_application(
                application_id=application.pk, body=self.say(f"{name}.post_{speaker}"), key=f"{name}-{speaker}",
                actor=self[speaker],
            )  # fmt: skip
        self._meet(name, application, by, who)
        application = offer(application_id=application.pk, note=self.say(f"{name}.offer_note"), actor=self[by])
        self.applications[name] = application
        return application

    def _meet(self, name: str, application: Application, by: str, who: str) -> None:
        """Times for a talk, none of which fits."""
        soon = clock.now() + timedelta(days=1)
        talk = offer_interview(
            application_id=application.pk, starts=[soon], minutes=30, how=self.say(f"{name}.how"), actor=self[by]
        )
        pass_interview(interview_id=talk.pk, note=self.say(f"{name}.none_fit"), actor=self[who])

    def _applications(self) -> None:
        asked = ask_question(project_id=self.projects["open"].pk, body=self.say("asked.body"), actor=self["paz"])
        answer_question(question_id=asked.pk, answer=self.say("asked.answer"), actor=self["hana"])
        invite_to_apply(
            project_id=self.projects["open"].pk, email=f"{self.words.plain('apply_invitation.email')}@example.org",
            actor=self["hana"],
        )  # fmt: skip
        blind = self.apply("blind", "paz", self.projects["open"])
        make_mark(blind, self["hugo"], note=self.say("mark.note", "Counts well."))
        report_project(
            project_id=self.projects["theirs"].pk, reason="not_true", words=self.say("report.words"), actor=self["sam"]
        )
        self.apply("unsent", "sam", self.projects["theirs"], send=False)
        self.choose("offered", "sam", self.post("offering"))
        declined = self.apply("declined", "sam", self.post("declining"))
        note = self.say("declined.decline_note")
        decline(application_id=declined.pk, reason="others_closer", note=note, actor=self["hugo"])
        self.choose("elsewhere", "paz", self.projects["theirs"], by="otto")
