"""Applications in every stage, made through the real actions."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import record, record_new
from firstfoot.kernel import clock
from firstfoot.market.applications import actions
from firstfoot.market.applications.actions import (
    decline,
    locked_with_project,
    mark_accepted,
    mark_application,
    offer,
    offer_interview,
    reserve_or_lapse_rest,
    save_application,
    start_application,
    submit_application,
)
from firstfoot.market.applications.marks import criteria_of, written_marks
from firstfoot.market.applications.models import Application, Interview, Mark
from firstfoot.market.applications.rubric import digest_of
from firstfoot.market.projects import seats
from firstfoot.market.projects.brief import (
    Brief,
    BriefDeliverable,
    Criterion,
    HostInput,
    Question,
)
from firstfoot.market.projects.events import Projects
from firstfoot.market.projects.models import BriefVersion, Project
from firstfoot.market.projects.states import ProjectState
from firstfoot.market.talent.actions import save_profile
from firstfoot.market.talent.models import TalentProfile
from tests.cast import Cast

MOTIVATION = "I compared four refill shops last spring and want to see how a bakery decides."
ANSWERS = ["I would visit three bakeries first.", ""]


def sound_brief(cast: Cast, **changes: Any) -> Brief:
    """A brief that lacks nothing applications look at."""
    today = clock.today()
    brief = Brief(
        title="Compare four bakeries in Leeds",
        category="research",
        problem="We do not know why people choose the bakery two streets away.",
        audience="Hana, who sets prices and opening hours",
        outcome="A two-page comparison that says which of our prices to change.",
        in_scope=("Four bakeries within two miles", "Prices, opening hours, reviews"),
        out_of_scope=("Talking to their customers",),
        deliverables=(
            BriefDeliverable(
                title="Comparison", format="PDF, two pages", due_day=14, criteria=(Criterion("Names four bakeries"),)
            ),
        ),
        inputs=(HostInput("Our price list", 1),),
        supervisor=cast.hugo.public_id,
        cover=cast.cora.public_id,
        supervision_hours=2,
        hours=20,
        weeks=2,
        start_from=today + timedelta(days=21),
        start_until=today + timedelta(days=35),
        apply_by=today + timedelta(days=14),
        pay_minor=40000,
        currency="USD",
        workplace="remote",
        time_zone="Europe/London",
        skills=("research", "writing"),
        ai_use="disclose",
        portfolio="full",
        pathway="More research for the second shop",
        questions=(Question("How would you begin?"), Question("Anything we should know?", required=False)),
    )
    return brief.with_(**changes)


def make_open_project(cast: Cast, *, organization: Any = None, **changes: Any) -> Project:
    """An open project with a published brief, without the scope check's opinion of it."""
    organization = organization or cast.acme
    is_acme = organization.pk == cast.acme.pk
    brief, now = sound_brief(cast, **changes), clock.now()
    project = Project(
        state=ProjectState.OPEN, organization=organization, created_by=cast.hana if is_acme else cast.otto,
        supervisor=cast.hugo if is_acme else cast.otto, cover=cast.cora if is_acme else None, draft=brief.to_dict(),
        brief_number=1, title=brief.title, category=brief.category, hours=brief.hours, weeks=brief.weeks,
        pay_minor=brief.pay_minor, currency=brief.currency, workplace=brief.workplace, visibility=brief.visibility,
        apply_by_on=brief.apply_by, seats=brief.seats, created_at=now, updated_at=now, published_at=now,
    )  # fmt: skip
    record_new(Projects.PUBLISHED, project, project.created_by, brief=1)
    _add_version(project, brief)
    return project


def change_brief(project: Project, *, material: bool = True, **changes: Any) -> BriefVersion:
    """The next version of a project's published brief."""
    project.refresh_from_db()
    brief = BriefVersion.objects.get(project=project, number=project.brief_number).brief.with_(**changes)
    project.brief_number += 1
    record(Projects.BRIEF_CHANGED, project, project.created_by, save=["brief_number"], brief=project.brief_number)
    return _add_version(project, brief, material=material)


def _add_version(project: Project, brief: Brief, *, material: bool = False) -> BriefVersion:
    return BriefVersion.objects.create(
        project=project, number=project.brief_number, content=brief.to_dict(), content_hash=brief.digest(),
        is_material=material, published_at=clock.now(),
    )  # fmt: skip


def set_project(project: Project, **columns: Any) -> None:
    """Put a project into a state that its own actions would reach."""
    Project.objects.filter(pk=project.pk).update(**columns)
    project.refresh_from_db()


def make_profile(person: Person, **changes: Any) -> TalentProfile:
    """A profile that says who its person is in every field."""
    fields: dict[str, Any] = {
        "headline": "Second-year geographer who likes counting things",
        "about": "I run the map club and write its newsletter.",
        "city": "Porto",
        "studies": "Geography, Universidade do Porto",
        "skills": ["Research", "Spreadsheets"],
        "links": ["https://example.org/sam-okoro"],
        "hours_a_week": 12,
        "wants": "How a small shop decides",
    }
    return save_profile(actor=person, **{**fields, **changes})


def make_draft(person: Person, project: Project, **changes: Any) -> Application:
    application = start_application(project_id=project.pk, actor=person)
    fields = {"motivation": MOTIVATION, "answers": ANSWERS, "availability": "Weekday afternoons", "link": "", **changes}
    return save_application(application_id=application.pk, actor=person, **fields)


def make_submitted(person: Person, project: Project, **changes: Any) -> Application:
    draft = make_draft(person, project, **changes)
    return submit_application(application_id=draft.pk, actor=person)


def make_mark(application: Application, reviewer: Person, **changes: Any) -> Mark:
    """What a reviewer writes about one application: twos, and a note."""
    criteria = criteria_of(application.project)
    fields = {"rubric": digest_of(criteria), "scores": [2] * len(criteria), "note": "A plan I would try.", **changes}
    return mark_application(application_id=application.pk, actor=reviewer, **fields)


def shortlist(*, application_id: int, seen: int | None = None, actor: Person) -> Application:
    """Shortlist, after the mark that has to come first: by the supervisor, unless somebody wrote one."""
    application = Application.objects.select_related("project__supervisor").get(pk=application_id)
    if application.can_be_marked and not written_marks(application).exists():
        make_mark(application, application.project.supervisor)
    return actions.shortlist(application_id=application_id, seen=seen, actor=actor)


def make_shortlisted(cast: Cast, person: Person, project: Project, **changes: Any) -> Application:
    application = make_submitted(person, project, **changes)
    return shortlist(application_id=application.pk, seen=application.version, actor=cast.hugo)


def make_offered(cast: Cast, person: Person, project: Project, **changes: Any) -> Application:
    application = make_shortlisted(cast, person, project, **changes)
    return offer(application_id=application.pk, seen=application.version, note="We liked it.", actor=cast.hana)


def make_declined(cast: Cast, person: Person, project: Project, **changes: Any) -> Application:
    application = make_submitted(person, project)
    details = {"reason": "others_closer", "note": "Your plan was clear.", **changes}
    return decline(application_id=application.pk, seen=application.version, actor=cast.hugo, **details)


def make_accepted(application: Application) -> Application:
    """What accepting does to the application and its project, without the engagement above it."""
    from django.db import transaction

    with transaction.atomic():
        project, accepted = locked_with_project(application.pk)
        seats.take_held_seat(project, accepted.person)
        mark_accepted(accepted, accepted.person)
        if project.is_filled:
            reserve_or_lapse_rest(project, accepted.person)
    return accepted


def make_interview(cast: Cast, application: Application, **changes: Any) -> Interview:
    """Three times from tomorrow on, offered by the supervisor."""
    soon = clock.now().replace(minute=0, second=0, microsecond=0) + timedelta(days=1)
    values = {
        "starts": [soon + timedelta(days=n) for n in range(3)], "minutes": 30, "how": "https://meet.example.org/bakery",
    }  # fmt: skip
    return offer_interview(application_id=application.pk, **{"actor": cast.hugo, **values, **changes})
