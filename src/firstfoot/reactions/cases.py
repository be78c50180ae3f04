"""Cases that follow from facts: a post that is held, a message with a sign in it, a project that closed."""

from __future__ import annotations

from contextlib import suppress

from firstfoot.foundation.conversations.models import Post
from firstfoot.foundation.journal.models import Fact
from firstfoot.kernel.errors import Refusal
from firstfoot.market.moderation.actions import lapse_case, open_case
from firstfoot.market.moderation.queries import has_case, held_case_of, live_cases_about_host
from firstfoot.market.moderation.states import LIVE, CaseKind, Severity
from firstfoot.market.organizations.events import Organizations
from firstfoot.market.organizations.models import Organization
from firstfoot.market.organizations.queries import alike_to
from firstfoot.market.projects.actions import release_of_renewed_host
from firstfoot.market.projects.holding import FIRST_POSTS
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.moderation import SEVERITIES, signs_in
from firstfoot.market.projects.states import ProjectState
from firstfoot.reactions.people import application_of, project_of, thing_of


def open_for_held_project(fact: Fact) -> None:
    """What is held waits in a case; an appeal goes on in the case that it appeals."""
    project = project_of(fact)
    standing = held_case_of(project)
    if project.held_at is None or (standing is not None and standing.state in LIVE):
        return
    codes = [str(code) for code in fact.data.get("holds", [])]
    open_case(
        organization_id=project.organization_id, kind=CaseKind.HELD_POST, severity=_gravest(codes), found=codes,
        project_id=project.pk,
    )  # fmt: skip


def open_for_message(fact: Fact) -> None:
    """A message that asks for money, data or talk elsewhere was sent all the same; a steward looks at it."""
    post = Post.objects.get(public_id=str(fact.data["post"]))
    codes = [sign.code for sign in signs_in(post.body)]
    if codes and not has_case(post):
        application = application_of(fact)
        open_case(
            organization_id=application.project.organization_id, kind=CaseKind.MESSAGE, severity=_gravest(codes),
            found=codes, application_id=application.pk, post_id=post.pk,
        )  # fmt: skip


def open_for_likeness(fact: Fact) -> None:
    """A new or renamed organization whose name reads like another's: a steward compares the two."""
    if fact.kind == Organizations.DESCRIBED and "name" not in fact.data.get("fields", []):
        return
    organization = thing_of(fact, Organization)
    other = alike_to(organization, earlier=fact.kind == Organizations.FOUNDED)
    if other is not None:
        open_case(
            organization_id=organization.pk, kind=CaseKind.LOOKALIKE, severity=Severity.MEDIUM, found=["same_name"],
            other_id=other,
        )  # fmt: skip


def open_for_changed_host(fact: Fact) -> None:
    """A verified organization has another name or domain: a steward says whether it is still the same."""
    organization = thing_of(fact, Organization)
    fields = set(fact.data.get("fields", []))
    codes = [code for field, code in (("name", "name_changed"), ("website", "website_changed")) if field in fields]
    if codes and organization.changed_at is not None:
        open_case(
            organization_id=organization.pk, kind=CaseKind.HOST_CHANGED, severity=Severity.MEDIUM, found=codes
        )  # fmt: skip


def open_for_renewal(fact: Fact) -> None:
    """A verification is a year old: a steward looks again."""
    organization = thing_of(fact, Organization)
    if organization.renewal_asked_at is not None:
        open_case(
            organization_id=organization.pk, kind=CaseKind.RENEWAL, severity=Severity.LOW, found=["year_over"]
        )  # fmt: skip


def close_of_renewed_host(fact: Fact) -> None:
    """A steward looked at the host: what waited for nothing else goes on, and those cases are over."""
    organization = thing_of(fact, Organization)
    for case in live_cases_about_host(organization.pk):
        lapse_case(case_id=case.pk)
    for project in Project.objects.filter(organization=organization, held_at__isnull=False).order_by("pk"):
        case_id = getattr(held_case_of(project), "pk", None)
        with suppress(Refusal):  # such as no seat left: its case waits for a steward
            if release_of_renewed_host(project_id=project.pk) and case_id is not None:
                lapse_case(case_id=case_id)


def lapse_of_closed_project(fact: Fact) -> None:
    """Nobody need decide about changes of a project that its host closed."""
    project: Project = project_of(fact)
    case = held_case_of(project)
    if case is not None and project.held_at is None and project.state == ProjectState.CLOSED:
        lapse_case(case_id=case.pk)


def _gravest(codes: list[str]) -> Severity:
    least = [Severity.LOW] if FIRST_POSTS in codes else [Severity.MEDIUM]
    return max([*least, *(Severity(SEVERITIES[code]) for code in codes if code in SEVERITIES)])
