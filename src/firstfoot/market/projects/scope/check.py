"""The table of all scope rules, and the check that runs them."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.scope import (
    deliverable_rules,
    fairness_rules,
    people_rules,
    result_rules,
    time_rules,
)
from firstfoot.market.projects.scope.findings import Finding, Level, Report, Subject
from firstfoot.market.projects.scope.steps import STEPS, step_of

BLOCKER, WARNING, PRAISE = Level.BLOCKER, Level.WARNING, Level.PRAISE


@dataclass(frozen=True, slots=True)
class Rule:
    """One rule: `find` yields the data of each finding; a "field" among it overrides `field`."""

    level: Level
    field: str
    find: Callable[[Subject], Iterator[dict[str, Any]]]

    @property
    def code(self) -> str:
        return self.find.__name__

    def findings(self, subject: Subject) -> Iterator[Finding]:
        for data in self.find(subject):
            field = data.pop("field", self.field)
            yield Finding(self.code, self.level, step_of(field), field, data)


RULES = (
    # What it is
    Rule(BLOCKER, "title", result_rules.title_missing),
    Rule(WARNING, "title", result_rules.title_generic),
    Rule(BLOCKER, "category", result_rules.category_missing),
    Rule(WARNING, "problem", result_rules.problem_missing),
    Rule(WARNING, "audience", result_rules.audience_missing),
    Rule(BLOCKER, "outcome", result_rules.outcome_missing),
    Rule(WARNING, "outcome", result_rules.outcome_long),
    Rule(WARNING, "outcome", result_rules.outcome_vague),
    Rule(WARNING, "outcome", result_rules.two_projects),
    Rule(WARNING, "outcome", result_rules.ongoing_work),
    Rule(WARNING, "outcome", result_rules.errands),
    Rule(WARNING, "in_scope", result_rules.in_scope_missing),
    Rule(WARNING, "out_of_scope", result_rules.out_of_scope_missing),
    # Deliverables and inputs
    Rule(BLOCKER, "deliverables", deliverable_rules.deliverables_missing),
    Rule(BLOCKER, "deliverables", deliverable_rules.deliverable_untitled),
    Rule(BLOCKER, "deliverables", deliverable_rules.required_missing),
    Rule(BLOCKER, "deliverables", deliverable_rules.criteria_missing),
    Rule(BLOCKER, "deliverables", deliverable_rules.due_outside),
    Rule(WARNING, "deliverables", deliverable_rules.deliverable_vague),
    Rule(WARNING, "deliverables", deliverable_rules.format_missing),
    Rule(WARNING, "deliverables", deliverable_rules.criteria_optional),
    Rule(WARNING, "deliverables", deliverable_rules.criteria_unmeasurable),
    Rule(WARNING, "deliverables", deliverable_rules.criterion_vague),
    Rule(WARNING, "deliverables", deliverable_rules.unrelated_deliverables),
    Rule(WARNING, "deliverables", deliverable_rules.too_many_deliverables),
    Rule(WARNING, "deliverables", deliverable_rules.all_at_the_end),
    Rule(WARNING, "deliverables", deliverable_rules.hours_thick),
    Rule(WARNING, "hours", deliverable_rules.hours_thin),
    Rule(WARNING, "inputs", deliverable_rules.inputs_missing),
    Rule(WARNING, "inputs", deliverable_rules.input_late),
    # People
    Rule(BLOCKER, "supervisor", people_rules.supervisor_missing),
    Rule(BLOCKER, "supervision_hours", people_rules.supervision_missing),
    Rule(WARNING, "supervision_hours", people_rules.supervision_thin),
    Rule(WARNING, "cover", people_rules.cover_missing),
    Rule(WARNING, "cover", people_rules.cover_is_supervisor),
    Rule(WARNING, "reply_within_days", people_rules.reply_slow),
    Rule(WARNING, "check_in_every_days", people_rules.check_ins_rare),
    Rule(WARNING, "onboarding", people_rules.onboarding_missing),
    # Time and place
    Rule(BLOCKER, "hours", time_rules.hours_missing),
    Rule(WARNING, "hours", time_rules.hours_few),
    Rule(WARNING, "hours", time_rules.hours_many),
    Rule(BLOCKER, "weeks", time_rules.weeks_missing),
    Rule(WARNING, "weeks", time_rules.weekly_high),
    Rule(BLOCKER, "weeks", time_rules.weekly_impossible),
    Rule(BLOCKER, "start_from", time_rules.start_missing),
    Rule(BLOCKER, "start_from", time_rules.start_past),
    Rule(BLOCKER, "start_until", time_rules.start_window_backwards),
    Rule(BLOCKER, "start_from", time_rules.start_before_deadline),
    Rule(WARNING, "start_from", time_rules.start_too_soon),
    Rule(WARNING, "apply_by", time_rules.deadline_missing),
    Rule(BLOCKER, "apply_by", time_rules.deadline_past),
    Rule(WARNING, "apply_by", time_rules.deadline_soon),
    Rule(BLOCKER, "seats", time_rules.seats_missing),
    Rule(BLOCKER, "workplace", time_rules.workplace_missing),
    Rule(BLOCKER, "place", time_rules.place_missing),
    # Fairness
    Rule(BLOCKER, "pay_minor", fairness_rules.pay_missing),
    Rule(BLOCKER, "pay_minor", fairness_rules.pay_under_floor),
    Rule(WARNING, "skills", fairness_rules.skills_missing),
    Rule(WARNING, "skills", fairness_rules.skills_many),
    Rule(BLOCKER, "ai_use", fairness_rules.ai_rule_missing),
    Rule(BLOCKER, "portfolio", fairness_rules.portfolio_missing),
    Rule(WARNING, "portfolio", fairness_rules.portfolio_none),
    Rule(WARNING, "questions", fairness_rules.questions_missing),
    Rule(BLOCKER, "questions", fairness_rules.questions_many),
    Rule(BLOCKER, "questions", fairness_rules.speculative_work),
    Rule(BLOCKER, "questions", fairness_rules.samples_long),
    Rule(BLOCKER, "problem", fairness_rules.contact_in_text),
    Rule(BLOCKER, "problem", fairness_rules.money_asked),
    Rule(BLOCKER, "problem", fairness_rules.discriminatory_demand),
    Rule(WARNING, "skills", fairness_rules.native_speaker),
    Rule(WARNING, "problem", fairness_rules.jargon),
    Rule(WARNING, "problem", fairness_rules.exposure),
    # What is good
    Rule(PRAISE, "outcome", result_rules.outcome_clear),
    Rule(PRAISE, "out_of_scope", result_rules.out_of_scope_said),
    Rule(PRAISE, "deliverables", deliverable_rules.criteria_measurable),
    Rule(PRAISE, "deliverables", deliverable_rules.early_feedback),
    Rule(PRAISE, "inputs", deliverable_rules.inputs_ready),
    Rule(PRAISE, "cover", people_rules.cover_named),
    Rule(PRAISE, "supervision_hours", people_rules.guidance_generous),
    Rule(PRAISE, "onboarding", people_rules.welcome_prepared),
    Rule(PRAISE, "start_until", time_rules.start_flexible),
    Rule(PRAISE, "pay_minor", fairness_rules.pay_generous),
    Rule(PRAISE, "pathway", fairness_rules.pathway_stated),
    Rule(PRAISE, "portfolio", fairness_rules.portfolio_open),
)

CODES: dict[str, Level] = {rule.code: rule.level for rule in RULES}

_ORDER = {step.code: place for place, step in enumerate(STEPS)}


def check_scope(
    brief: Brief, *, floor_minor_by_currency: Mapping[str, int], today: date, has_colleagues: bool = True
) -> Report:
    """All findings on a brief, in the order of the builder's steps.

    The rules read English phrases; a brief in another language meets those on
    structure, figures and dates, and simply passes those on words.
    """
    return report_on(Subject(brief, floor_minor_by_currency, today, has_colleagues))


def report_on(subject: Subject) -> Report:
    """What `check_scope` answers, for a brief that stands beside its circumstances already."""
    found = [finding for rule in RULES for finding in rule.findings(subject)]
    return Report(tuple(sorted(found, key=lambda finding: _ORDER[finding.step])))
