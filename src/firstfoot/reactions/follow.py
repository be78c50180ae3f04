"""What follows from a fact by itself: actions of upper contexts that a lower one cannot call."""

from __future__ import annotations

from contextlib import suppress

from django.conf import settings
from django.db.models import QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.queries import persons_by_tokens
from firstfoot.foundation.journal.actions import locked
from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.links.actions import revoke_links
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Refusal
from firstfoot.market.applications.actions import (
    end_interviews,
    end_project_invitations,
    lapse_all,
    release_reserves,
    restart_answer_clocks,
    take_up_invitations,
)
from firstfoot.market.applications.invitations import unwanted_by
from firstfoot.market.applications.models import Application
from firstfoot.market.applications.queries import unanswered
from firstfoot.market.applications.states import ApplicationState, LapseReason
from firstfoot.market.organizations.models import Organization
from firstfoot.market.projects.actions import (
    pause_project,
    publish_project,
    reindex_projects,
    reread_asked_skills,
    resume_project,
    set_aside_question,
)
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.queries import current_brief
from firstfoot.market.projects.questions import questions_to_answer
from firstfoot.market.projects.states import CloseReason, PauseReason, ProjectState, SetAside
from firstfoot.market.sourcing.actions import follow_skills, follow_words
from firstfoot.market.talent.actions import reread_claims, show_skills
from firstfoot.market.talent.models import TalentProfile
from firstfoot.market.vocabulary.actions import hear_words
from firstfoot.proof.network.actions import forget_bench_notes
from firstfoot.reactions.people import application_of, engagement_of, project_of, thing_of
from firstfoot.work.engagements.actions import note_risk, open_overrun
from firstfoot.work.engagements.models import CheckIn, Engagement
from firstfoot.work.engagements.states import EngagementState
from firstfoot.work.evaluations.actions import reveal_evaluations
from firstfoot.work.payments.actions import follow_agreement

# Why a project closed, as its applicants are told.
LAPSES = {CloseReason.FILLED: LapseReason.FILLED, CloseReason.SILENCE: LapseReason.SILENCE}


def forget_bench_note(fact: Fact) -> None:
    """Who wants no invitations of a host is on its bench no more; what it noted about them goes, too."""
    person = thing_of(fact, Person)
    host = Organization.objects.get(public_id=fact.data["organization"])
    if unwanted_by(person).filter(organization=host).exists():
        forget_bench_notes(person=person, organization_id=host.pk)


def find_by_skills(fact: Fact) -> None:
    """Who stands in the list of people to be found is found by what they say they can do now."""
    follow_skills(person_id=thing_of(fact, TalentProfile).person_id)


def note_risk_of_check_in(fact: Fact) -> None:
    """A check-in was missed, or both answered: the early warning may say something else now."""
    note_risk(engagement_id=thing_of(fact, CheckIn).engagement_id)


def reveal_when_both_are_in(fact: Fact) -> None:
    """A dispute is over: assessments that both handed in meanwhile are shown, which completes the work."""
    with suppress(Refusal):  # not both are in yet, or all is shown
        reveal_evaluations(engagement_id=thing_of(fact, Engagement).pk)


def open_talk_of_overrun(fact: Fact) -> None:
    """Hours were logged: far above those agreed, the two must talk."""
    open_overrun(engagement_id=thing_of(fact, Engagement).pk)


def publish_waiting_projects(fact: Fact) -> None:
    """The organization is verified: what it handed in meanwhile is public at once, unless it is held for a look."""
    organization = thing_of(fact, Organization)
    for project in _projects(organization, ProjectState.IN_REVIEW).filter(held_at=None):
        publish_project(project_id=project.pk, actor=None)


def pause_open_projects(fact: Fact) -> None:
    """The organization is suspended: nobody applies to it meanwhile, and no clock of it runs."""
    organization = thing_of(fact, Organization)
    full = _projects(organization, ProjectState.PAUSED).filter(paused_reason=PauseReason.FULL)
    for project in (*_projects(organization, ProjectState.OPEN), *full):
        pause_project(project_id=project.pk, actor=None, reason=PauseReason.SUSPENDED)


def resume_paused_projects(fact: Fact) -> None:
    """The suspension is lifted: what it paused goes on, unless its last day to apply is over."""
    organization = thing_of(fact, Organization)
    for project in _projects(organization, ProjectState.PAUSED).filter(paused_reason=PauseReason.SUSPENDED):
        if not _is_over(project):
            resume_project(project_id=project.pk, actor=None)


def find_by_new_name(fact: Fact) -> None:
    """Search finds an organization's projects by its name and city."""
    if {"name", "city"} & set(fact.data.get("fields", [])):
        reindex_projects(organization_id=thing_of(fact, Organization).pk)


def end_waiting_applications(fact: Fact) -> None:
    """The project is closed: whoever waits hears it, with the reason."""
    project = project_of(fact)
    if project.state == ProjectState.CLOSED:
        reason = LAPSES.get(CloseReason(str(fact.data["reason"])), LapseReason.CLOSED)
        lapse_all(project_id=project.pk, reason=reason)


def end_open_questions(fact: Fact) -> None:
    """The project is closed: whoever still waits for an answer to a question hears it."""
    project = project_of(fact)
    if project.state == ProjectState.CLOSED:
        for question in questions_to_answer(project):
            set_aside_question(question_id=question.pk, reason=SetAside.CLOSED, actor=None)


def end_invitations(fact: Fact) -> None:
    """The project is closed: nobody need answer an invitation to it."""
    project = project_of(fact)
    if project.state == ProjectState.CLOSED:
        end_project_invitations(project_id=project.pk)


def take_up_invitation(fact: Fact) -> None:
    """Whoever was invited has applied."""
    take_up_invitations(application_id=application_of(fact).pk)


def restart_answers(fact: Fact) -> None:
    """The project goes on: what it owes its applicants is due anew, unless its clock never stood still."""
    project = project_of(fact)
    if project.state == ProjectState.OPEN and fact.data.get("reason") != PauseReason.FULL:
        restart_answer_clocks(project_id=project.pk)


def lift_silence(fact: Fact) -> None:
    """Nobody waits for a first answer any more: a project that silence had paused goes on."""
    project = application_of(fact).project
    if project.state != ProjectState.PAUSED or project.paused_reason != PauseReason.SILENCE:
        return
    owed = Application.objects.filter(project=project, state=ApplicationState.SUBMITTED)
    if not owed.exists() and not _is_over(project):
        resume_project(project_id=project.pk, actor=None)


def pause_when_full(fact: Fact) -> None:
    """The project goes on while too many still wait: it pauses itself again."""
    project = locked(Project, project_of(fact).pk)
    if project.state == ProjectState.OPEN and unanswered(project) >= settings.MAX_UNANSWERED_APPLICATIONS:
        pause_project(project_id=project.pk, actor=None, reason=PauseReason.FULL)


def open_when_answered(fact: Fact) -> None:
    """Fewer wait than before: a project that paused because it was full takes applications again."""
    project = locked(Project, application_of(fact).project_id)
    is_possible = project.is_full and project.organization.is_verified and not _is_over(project)
    if is_possible and unanswered(project) < settings.MAX_UNANSWERED_APPLICATIONS:
        resume_project(project_id=project.pk, actor=None)


def end_interviews_of(fact: Fact) -> None:
    """The application went on or ended: times for a talk that were offered or chosen are void."""
    end_interviews(application_id=application_of(fact).pk)


def release_reserve_of_project(fact: Fact) -> None:
    """The last agreement of a filled project is signed: its reserve is free to go."""
    engagement = engagement_of(fact)
    unsigned = Engagement.objects.filter(project=engagement.project, state=EngagementState.AGREEING)
    if engagement.project.is_filled and not unsigned.exists():
        release_reserves(project_id=engagement.project_id)


def count_finished(fact: Fact) -> None:
    """A figure of the organization that only an upper context knows; counted anew, so twice is the same."""
    organization = engagement_of(fact).organization_id
    done = Engagement.objects.filter(organization=organization, state=EngagementState.COMPLETED).count()
    Organization.objects.filter(pk=organization).update(finished_count=done)


def show_skills_of_brief(fact: Fact) -> None:
    """Both sides are done: what the brief took is among the intern's skills, with the engagement that shows it."""
    engagement = engagement_of(fact)
    skills = engagement.application.brief_version.brief.skills
    show_skills(person_id=engagement.intern_id, words=skills, engagement=engagement.public_id)


def revoke_links_of_member(fact: Fact) -> None:
    """Whoever left, or has another role: links that were sent before do nothing any more."""
    token = str(fact.data["member"])
    if (member := persons_by_tokens([token]).get(token)) is not None:
        revoke_links(person=member)


def revoke_links_of_person(fact: Fact) -> None:
    """The account was closed: links that were sent before stay dead when it is opened again."""
    revoke_links(person=thing_of(fact, Person))


def read_claims_again(fact: Fact) -> None:
    """The vocabulary is another: words of people may be read as another skill now."""
    follow_words(folded=reread_claims(codes=_codes_in(fact)))


def read_briefs_again(fact: Fact) -> None:
    """The vocabulary is another: words of briefs may be read as another skill now."""
    reread_asked_skills(codes=_codes_in(fact))


def hear_words_of_brief(fact: Fact) -> None:
    """A brief is public: stewards may read the words of it that nobody knows."""
    project = project_of(fact)
    brief = current_brief(project)
    hear_words(words=(*brief.skills, *brief.tools), project=project.public_id)


def _codes_in(fact: Fact) -> list[str]:
    return [str(fact.data[name]) for name in ("skill", "into") if fact.data.get(name)]


def _is_over(project: Project) -> bool:
    """Whether its last day to apply is over where the host is."""
    return project.apply_by_on is not None and project.apply_by_on < clock.today(project.organization.zone)


def _projects(organization: Organization, state: ProjectState) -> QuerySet[Project]:
    return Project.objects.filter(organization=organization, state=state).order_by("pk")


def follow_pay(fact: Fact) -> None:
    """What the agreement pays changed, or is due: the stipend says so from now on."""
    follow_agreement(engagement_id=engagement_of(fact).pk)
