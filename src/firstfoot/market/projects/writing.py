"""What the actions share: bringing a brief into a project's draft, its columns and its next version."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import fields
from typing import Any

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.market.organizations.models import Membership, Organization
from firstfoot.market.projects.brief import Brief, changes_between
from firstfoot.market.projects.models import BriefVersion, Project, ProjectSkill
from firstfoot.market.projects.queries import scope_of
from firstfoot.market.projects.search import keep_terms, place_text, searchable, terms_of
from firstfoot.market.projects.skills_asked import skills_asked, unknown_words
from firstfoot.market.vocabulary.queries import codes_by_word

FIELDS = frozenset(f.name for f in fields(Brief))
SEARCHED = ("title_words", "skill_words", "search_text", "place_text")
# The columns that repeat the brief.
COPIED = (
    "title", "category", "hours", "weeks", "pay_minor", "currency", "workplace", "place", "visibility", "language",
    "apply_by_on", "start_on", "start_until_on", "time_zone", "seats", "supervisor", "cover", *SEARCHED,
)  # fmt: skip

_SAME = (
    "title", "category", "hours", "weeks", "pay_minor", "currency", "workplace", "place", "visibility", "time_zone",
    "language",
)  # fmt: skip


def merged(brief: Brief, changes: Mapping[str, Any]) -> Brief:
    """The brief with the changes. Raises ValueError for a field that no brief has."""
    if unknown := set(changes) - FIELDS:
        raise ValueError(f"Not in a brief: {sorted(unknown)}")
    return brief.with_(**changes)


def copy_columns(project: Project, brief: Brief) -> None:
    """Repeat in the project's columns what lists sort, filter and search by."""
    people = members_named(project, brief)
    for name in _SAME:
        setattr(project, name, getattr(brief, name))
    project.apply_by_on, project.start_on, project.start_until_on = brief.apply_by, brief.start_from, brief.start_until
    project.seats = max(brief.seats, project.seats_held + project.seats_taken)
    copy_words(project, brief)
    project.supervisor, project.cover = people.get(brief.supervisor), people.get(brief.cover)


def copy_words(project: Project, brief: Brief) -> bool:
    """Repeat what the project is found by; whether that differs from before."""
    before = [getattr(project, name) for name in SEARCHED]
    project.title_words, project.skill_words, project.search_text = searchable(brief, project.organization.name)
    project.place_text = place_text(brief, project.organization.city)
    return before != [getattr(project, name) for name in SEARCHED]


def members_named(project: Project, brief: Brief) -> dict[str, Person]:
    """Supervisor and cover by public id. Raises Conflict("not_a_member") when one is not of the organization."""
    named = {name for name in (brief.supervisor, brief.cover) if name}
    if not named:
        return {}
    locked(Organization, project.organization_id)  # so that none of them leaves meanwhile
    rows = Membership.objects.filter(
        organization=project.organization_id, left_at=None, person__public_id__in=named
    ).select_related("person")
    found = {row.person.public_id: row.person for row in rows}
    if named - set(found):
        raise Conflict("not_a_member")
    return found


def require_scope(project: Project, brief: Brief) -> None:
    """Go on when the brief has no blocker. Raises Conflict("scope_blockers")."""
    report = scope_of(project, brief)
    if not report.can_submit:
        raise Conflict("scope_blockers", count=len(report.blockers))


def require_unchanged(project: Project, seen_saves: int | None) -> None:
    """Go on when nobody saved the draft since. Raises Conflict("changed")."""
    if seen_saves is not None and project.draft_saves != seen_saves:
        raise Conflict("changed", saves=project.draft_saves)


def ask_for_skills(project: Project, brief: Brief) -> bool:
    """Keep the skills that the published brief asks for; whether that differs from before.

    They are listed as soon as the caller saves the project.
    """
    asked = skills_asked(brief, codes_by_word(unknown_words(brief)))
    rows = ProjectSkill.objects.filter(project=project)
    kept = dict(rows.values_list("code", "importance"))
    if asked == kept:
        return False
    rows.exclude(code__in=[code for code in asked if kept.get(code) == asked[code]]).delete()
    ProjectSkill.objects.bulk_create(
        ProjectSkill(project=project, code=code, importance=importance)
        for code, importance in asked.items()
        if kept.get(code) != importance
    )
    return True


def add_version(project: Project, brief: Brief) -> BriefVersion:
    """The next published version, copied into the project's columns; the caller saves and records.

    Raises Conflict("seats_in_use") when fewer seats remain than are held and taken.
    """
    if brief.seats < project.seats_held + project.seats_taken:
        raise Conflict("seats_in_use", seats=project.seats_held + project.seats_taken)
    before = BriefVersion.objects.filter(project=project, number=project.brief_number).first()
    if before and len(brief.answers) < len(before.brief.answers):  # a draft saved by the release before knows none
        brief = brief.with_(answers=before.brief.answers)
    content = brief.to_dict()
    copy_columns(project, brief)
    ask_for_skills(project, brief)
    keep_terms(terms_of(brief, project.organization.name))
    project.brief_number += 1
    return BriefVersion.objects.create(
        project=project,
        number=project.brief_number,
        content=content,
        content_hash=brief.digest(),
        is_material=bool(before and any(c.material for c in changes_between(before.brief.to_dict(), content))),
        published_at=clock.now(),
    )
