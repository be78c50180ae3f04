"""Applications and offers."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from firstfoot.market.applications import actions
from firstfoot.market.applications.events import Applications, Reviews
from firstfoot.market.applications.marks import criteria_of
from firstfoot.market.applications.rubric import RubricCriterion, digest_of
from firstfoot.market.projects.actions import pause_project
from firstfoot.market.projects.events import Projects
from firstfoot.work.engagements.actions import end_early
from tests.factories import applications as apply
from tests.faults import stages
from tests.faults.scenarios import scenario


def _by_sam(world: SimpleNamespace) -> dict[str, Any]:
    return {"application_id": world.application.pk, "actor": world.cast.sam}


def _by_hana(world: SimpleNamespace) -> dict[str, Any]:
    return {"application_id": world.application.pk, "actor": world.cast.hana}


@scenario(actions.start_application, Applications.STARTED, on=stages.opened)
def start(world: SimpleNamespace) -> dict[str, Any]:
    return {"project_id": world.project.pk, "actor": world.cast.sam}


@scenario(actions.save_application, on=stages.applying)
def save(world: SimpleNamespace) -> dict[str, Any]:
    return {**_by_sam(world), "motivation": "Another thought", "answers": ["One"], "availability": "Mornings"}


@scenario(actions.submit_application, Applications.SUBMITTED, on=stages.applying)
def submit(world: SimpleNamespace) -> dict[str, Any]:
    return {**_by_sam(world), "brief_seen": 1}


@scenario(actions.withdraw_application, Projects.SEAT_RELEASED, Applications.WITHDRAWN, on=stages.offered)
def withdraw(world: SimpleNamespace) -> dict[str, Any]:
    return _by_sam(world)


@scenario(actions.lapse, Applications.LAPSED, on=stages.submitted)
def lapse(world: SimpleNamespace) -> dict[str, Any]:
    return {"application_id": world.application.pk, "reason": "closed"}


@scenario(actions.lapse_all, Applications.LAPSED, Applications.LAPSED, on=stages.submitted)
def lapse_all(world: SimpleNamespace) -> dict[str, Any]:
    return {"project_id": world.project.pk, "reason": "closed"}


@scenario(actions.release_reserve, Applications.LAPSED, on=stages.agreeing)
def release_reserve(world: SimpleNamespace) -> dict[str, Any]:
    return {"application_id": world.other.pk}


@scenario(actions.release_reserves, Applications.LAPSED, on=stages.agreeing)
def release_reserves(world: SimpleNamespace) -> dict[str, Any]:
    return {"project_id": world.project.pk}


@scenario(
    actions.restart_answer_clocks, Applications.ANSWER_DUE_MOVED, Applications.ANSWER_DUE_MOVED,
    on=stages.submitted,
)  # fmt: skip
def restart_clocks(world: SimpleNamespace) -> dict[str, Any]:
    pause_project(project_id=world.project.pk, actor=world.cast.hana)
    return {"project_id": world.project.pk}


@scenario(actions.offer, Projects.SEAT_HELD, Applications.OFFERED, on=stages.shortlisted)
def offer(world: SimpleNamespace) -> dict[str, Any]:
    return {**_by_hana(world), "seen": world.application.version, "note": "We liked it."}


@scenario(actions.call_reserve, Projects.SEAT_HELD, Applications.OFFERED, on=stages.agreeing)
def call_reserve(world: SimpleNamespace) -> dict[str, Any]:
    end_early(
        engagement_id=world.engagement.pk, reason="plans_changed", note="", handed_over="", part_pay_minor=None,
        actor=world.cast.sam,
    )  # fmt: skip
    return {"application_id": world.other.pk, "actor": world.cast.hana}


@scenario(actions.extend_offer, Applications.EXTENDED, on=stages.offered)
def extend(world: SimpleNamespace) -> dict[str, Any]:
    return {**_by_hana(world), "days": 2}


@scenario(actions.rescind_offer, Projects.SEAT_RELEASED, Applications.RESCINDED, on=stages.offered)
def rescind(world: SimpleNamespace) -> dict[str, Any]:
    return _by_hana(world)


@scenario(actions.refuse_offer, Projects.SEAT_RELEASED, Applications.REFUSED, on=stages.offered)
def refuse(world: SimpleNamespace) -> dict[str, Any]:
    return _by_sam(world)


@scenario(
    actions.expire_offer, Projects.SEAT_RELEASED, Applications.EXPIRED, on=stages.offered, after=timedelta(days=9)
)
def expire(world: SimpleNamespace) -> dict[str, Any]:
    return {"application_id": world.application.pk}


@scenario(actions.mark_application, Reviews.RUBRIC_DRAFTED, Reviews.MARK_GIVEN, on=stages.submitted)
def mark(world: SimpleNamespace) -> dict[str, Any]:
    criteria = criteria_of(world.project)
    written = {"rubric": digest_of(criteria), "scores": [3] * len(criteria), "note": "A clear plan."}
    return {**_by_hana(world), **written}


@scenario(actions.declare_conflict, Reviews.CONFLICT_DECLARED, on=stages.submitted)
def step_aside(world: SimpleNamespace) -> dict[str, Any]:
    return _by_hana(world)


@scenario(actions.change_rubric, Reviews.RUBRIC_CHANGED, on=stages.submitted)
def change_rubric(world: SimpleNamespace) -> dict[str, Any]:
    criteria = criteria_of(world.project)
    changed = (*criteria[1:], RubricCriterion("own", "Asks good questions"))
    return {
        "project_id": world.project.pk, "criteria": changed, "seen": digest_of(criteria), "actor": world.cast.hana,
    }  # fmt: skip


@scenario(actions.shortlist, Applications.SHORTLISTED, on=stages.submitted)
def shortlist(world: SimpleNamespace) -> dict[str, Any]:
    apply.make_mark(world.application, world.cast.hugo)
    return _by_hana(world)


@scenario(actions.unshortlist, Applications.UNSHORTLISTED, on=stages.shortlisted)
def unshortlist(world: SimpleNamespace) -> dict[str, Any]:
    return _by_hana(world)


@scenario(actions.decline, Applications.DECLINED, on=stages.submitted)
def decline(world: SimpleNamespace) -> dict[str, Any]:
    return {**_by_hana(world), "reason": "hours_dates", "note": "Too few hours."}


@scenario(actions.post_in_application, Applications.POSTED, on=stages.shortlisted)
def post(world: SimpleNamespace) -> dict[str, Any]:
    return {**_by_sam(world), "body": "A question", "key": "question"}
