"""The scope check: what is good, what is missing and what must not be in a brief, found by small pure rules."""

from firstfoot.market.projects.scope.check import CODES, check_scope, report_on
from firstfoot.market.projects.scope.effort import EffortPart, HostEffort, host_effort
from firstfoot.market.projects.scope.findings import Finding, Grade, Level, Report, Subject
from firstfoot.market.projects.scope.fixes import FIXES, fixes_for
from firstfoot.market.projects.scope.steps import STEPS, Step, next_step, step_of

__all__ = [
    "CODES",
    "FIXES",
    "STEPS",
    "EffortPart",
    "Finding",
    "Grade",
    "HostEffort",
    "Level",
    "Report",
    "Step",
    "Subject",
    "check_scope",
    "fixes_for",
    "host_effort",
    "next_step",
    "report_on",
    "step_of",
]
