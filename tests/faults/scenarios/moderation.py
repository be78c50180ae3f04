"""Moderation: holding, cases, appeals, reports."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

from firstfoot.foundation.conversations.actions import open_thread, write_post
from firstfoot.market.applications.actions import block_each_other, post_in_application
from firstfoot.market.moderation import actions
from firstfoot.market.moderation.events import Moderation
from firstfoot.market.moderation.models import Case
from firstfoot.market.moderation.states import CaseKind, Severity
from firstfoot.market.organizations.actions import (
    block,
    describe_organization,
    erase_blocks,
    lift_block,
    renew_verification,
)
from firstfoot.market.organizations.events import Organizations
from firstfoot.market.projects import actions as projects
from firstfoot.market.projects.events import Projects
from tests.factories.organizations import another_steward
from tests.factories.projects import make_open_project
from tests.faults import stages
from tests.faults.scenarios import scenario

SIGN = "You forward payments to our partners."


def _changed(world: SimpleNamespace) -> None:
    """Changes of the open project are held."""
    by_hana = {"project_id": world.project.pk, "actor": world.cast.hana}
    projects.save_draft(changes={"pathway": SIGN}, **by_hana)
    projects.publish_changes(**by_hana)


def _case(world: SimpleNamespace) -> Case:
    _changed(world)
    return actions.open_case(**_opening(world))


def _opening(world: SimpleNamespace) -> dict[str, Any]:
    host = world.project.organization_id
    about = {"organization_id": host, "project_id": world.project.pk, "found": ["money_passed_on"]}
    return {"kind": CaseKind.HELD_POST, "severity": Severity.HIGH, **about}


def _returned(world: SimpleNamespace) -> Case:
    case = _case(world)
    return actions.decide_case(case_id=case.pk, decision="returned", reason="No.", actor=world.cast.stella)


@scenario(projects.publish_changes, Projects.HELD, on=stages.submitted)
def hold_changes(world: SimpleNamespace) -> dict[str, Any]:
    by_hana = {"project_id": world.project.pk, "actor": world.cast.hana}
    projects.save_draft(changes={"pathway": SIGN}, **by_hana)
    return by_hana


@scenario(projects.release_project, Projects.BRIEF_CHANGED, on=stages.submitted)
def release(world: SimpleNamespace) -> dict[str, Any]:
    _changed(world)
    return {"project_id": world.project.pk, "actor": world.cast.stella}


@scenario(projects.return_held_project, Projects.HOLD_RETURNED, on=stages.submitted)
def return_changes(world: SimpleNamespace) -> dict[str, Any]:
    return {**release(world), "reason": "Say who the partners are."}


@scenario(projects.release_of_renewed_host, Projects.PUBLISHED, on=stages.submitted)
def release_after_renewal(world: SimpleNamespace) -> dict[str, Any]:
    acme, cast = world.cast.acme, world.cast
    describe_organization(organization_id=acme.pk, seen=None, actor=cast.hana, name="Crumb House")
    project = make_open_project(cast, title="Held for the new name of its host")
    renew_verification(organization_id=acme.pk, actor=cast.stella)
    return {"project_id": project.pk}


@scenario(projects.hold_for_appeal, Projects.HELD, on=stages.submitted)
def hold_again(world: SimpleNamespace) -> dict[str, Any]:
    projects.return_held_project(**return_changes(world))
    return {"project_id": world.project.pk, "actor": world.cast.hana}


@scenario(actions.open_case, Moderation.OPENED, on=stages.submitted)
def open_a_case(world: SimpleNamespace) -> dict[str, Any]:
    _changed(world)
    return _opening(world)


@scenario(actions.take_case, Moderation.TAKEN, on=stages.submitted)
def take(world: SimpleNamespace) -> dict[str, Any]:
    return {"case_id": _case(world).pk, "actor": world.cast.stella}


@scenario(actions.hand_on_case, Moderation.HANDED_ON, on=stages.submitted)
def hand_on(world: SimpleNamespace) -> dict[str, Any]:
    return {**take(world), "to": another_steward()}


@scenario(actions.decide_case, Projects.BRIEF_CHANGED, Moderation.DECIDED, on=stages.submitted)
def decide(world: SimpleNamespace) -> dict[str, Any]:
    return {**take(world), "decision": "released"}


@scenario(actions.lapse_case, Moderation.LAPSED, on=stages.submitted)
def lapse_a_case(world: SimpleNamespace) -> dict[str, Any]:
    return {"case_id": _case(world).pk}


@scenario(actions.appeal_case, Projects.HELD, Moderation.APPEALED, on=stages.submitted)
def appeal(world: SimpleNamespace) -> dict[str, Any]:
    return {"case_id": _returned(world).pk, "text": "We are a payment office.", "actor": world.cast.hana}


@scenario(actions.answer_appeal, Projects.BRIEF_CHANGED, Moderation.APPEAL_ANSWERED, on=stages.submitted)
def answer(world: SimpleNamespace) -> dict[str, Any]:
    case = actions.appeal_case(**appeal(world))
    return {"case_id": case.pk, "is_granted": True, "reason": "They are.", "actor": another_steward()}


@scenario(actions.report_project, Moderation.OPENED, Moderation.REPORTED, on=stages.submitted)
def report(world: SimpleNamespace) -> dict[str, Any]:
    return {"project_id": world.project.pk, "reason": "scam", "words": "No such shop.", "actor": world.cast.sam}


@scenario(actions.erase_reports, on=stages.submitted)
def erase_of_reporter(world: SimpleNamespace) -> dict[str, Any]:
    actions.report_project(**report(world))
    return {"person": world.cast.sam}


@scenario(actions.report_person, Moderation.OPENED, Moderation.REPORTED, on=stages.people)
def report_a_person(world: SimpleNamespace) -> dict[str, Any]:
    cast = world.cast
    said = {"reason": "threat", "words": "He shouted.", "actor": cast.sam}
    return {"person_id": cast.hugo.pk, "organization_id": cast.acme.pk, **said}


@scenario(actions.report_applicant, Moderation.OPENED, Moderation.REPORTED, on=stages.shortlisted)
def report_who_applied(world: SimpleNamespace) -> dict[str, Any]:
    said = {"reason": "other", "words": "She shouted.", "actor": world.cast.hana}
    return {"application_id": world.application.pk, **said}


@scenario(actions.report_in_application, Moderation.OPENED, Moderation.REPORTED, on=stages.shortlisted)
def report_what_an_applicant_wrote(world: SimpleNamespace) -> dict[str, Any]:
    about = {"application_id": world.application.pk}
    post = post_in_application(**about, body="Pay first", key="pay", actor=world.cast.sam)
    return {**about, "post_id": post.pk, "reason": "scam", "words": "", "actor": world.cast.hana}


@scenario(actions.report_message, Moderation.OPENED, Moderation.REPORTED, on=stages.people)
def report_a_message(world: SimpleNamespace) -> dict[str, Any]:
    thread = open_thread()
    post = write_post(thread_id=thread.pk, body="Pay first", key="pay", actor=world.cast.hugo)
    said = {"reason": "scam", "words": "", "actor": world.cast.sam}
    return {"post_id": post.pk, "organization_id": world.cast.acme.pk, **said}


@scenario(actions.open_evidence, Moderation.EVIDENCE_OPENED, on=stages.people)
def open_what_was_kept(world: SimpleNamespace) -> dict[str, Any]:
    report = actions.report_message(**report_a_message(world))
    return {"case_id": report.case_id, "actor": world.cast.stella}


@scenario(actions.erase_evidence, on=stages.people)
def erase_of_author(world: SimpleNamespace) -> dict[str, Any]:
    report = actions.report_message(**report_a_message(world))
    actions.decide_case(case_id=report.case_id, decision="unfounded", actor=world.cast.stella)
    return {"person": world.cast.hugo}


def _pair(world: SimpleNamespace) -> dict[str, Any]:
    sam = world.cast.sam
    return {"organization_id": world.cast.acme.pk, "person_id": sam.pk, "side": "person", "actor": sam}


@scenario(block, Organizations.BLOCKED, on=stages.submitted)
def block_a_host(world: SimpleNamespace) -> dict[str, Any]:
    return _pair(world)


@scenario(block_each_other, Organizations.BLOCKED, on=stages.submitted)
def block_while_applying(world: SimpleNamespace) -> dict[str, Any]:
    return _pair(world)


@scenario(lift_block, Organizations.UNBLOCKED, on=stages.submitted)
def lift_a_block(world: SimpleNamespace) -> dict[str, Any]:
    return {"block_id": block(**_pair(world)).pk, "actor": world.cast.sam}


@scenario(erase_blocks, Organizations.UNBLOCKED, on=stages.submitted)
def erase_who_blocked(world: SimpleNamespace) -> dict[str, Any]:
    block(**_pair(world))
    return {"person": world.cast.sam}
