"""What stands beside the builder: the scope check in words, pay an hour, and what it asks of the host."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.urls import reverse

from firstfoot.insights.estimates import Estimate, estimate_of
from firstfoot.kernel.money import Money
from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.scope import STEPS, Finding, Grade, Level, Report, Subject, fixes_for, host_effort
from firstfoot.market.projects.scope.steps import step_of
from firstfoot.web.hosts import fix_words, scope_words
from firstfoot.web.shared import brief_words

LOOKS = {
    Level.BLOCKER: ("block", "octagon-alert"),
    Level.WARNING: ("warn", "triangle-alert"),
    Level.PRAISE: ("praise", "check"),
}
GRADE_ICONS = {
    Grade.NEEDS_WORK: "shield-alert",
    Grade.NEARLY: "shield-check",
    Grade.READY: "shield-check",
    Grade.EXCELLENT: "sparkles",
}


_BLANK = Brief()


@dataclass(frozen=True, slots=True)
class Line:
    """One finding as the page shows it."""

    look: str
    icon: str
    title: str
    advice: str
    url: str
    step: str
    code: str
    fix: str  # what one press would do; "" where a person must decide


@dataclass(frozen=True, slots=True)
class Panel:
    """All that stands beside one step. `first` is what to do first; it stands in none of the lists."""

    grade: str
    grade_icon: str
    first: Line | None
    here: list[Line]
    elsewhere: list[Line]
    praise: list[Line]
    hourly: Money | None
    effort_hours: int
    effort: list[tuple[Any, int, int]]
    blocked: int
    learned: Estimate | None  # what finished projects of this kind took; beside the hours only


@dataclass(frozen=True, slots=True)
class StepLink:
    """One step in the row of steps."""

    code: str
    label: str
    url: str
    look: str
    current: bool


def panel_of(project: Any, subject: Subject, report: Report, step: str = "") -> Panel:
    """The panel for one step; without a step all findings stand under "elsewhere"."""
    brief = subject.brief
    first = first_to_do(report, step)
    lines = [line_of(project, finding, subject, step) for finding in report.findings if finding is not first]
    open_lines = [line for line in lines if line.look != "praise"]
    effort = host_effort(brief)
    return Panel(
        grade=str(scope_words.GRADES[report.grade]),
        grade_icon=GRADE_ICONS[report.grade],
        first=line_of(project, first, subject, step) if first else None,
        here=[line for line in open_lines if line.step == step],
        elsewhere=[line for line in open_lines if line.step != step],
        praise=[line for line in lines if line.look == "praise"],
        hourly=Money(brief.hourly_minor, brief.currency) if brief.hourly_minor else None,
        effort_hours=effort.hours,
        effort=[(scope_words.EFFORT[part.code], part.minutes, part.times) for part in effort.parts if part.minutes],
        blocked=len(report.blockers),
        learned=_learned(project, brief) if step in {"", step_of("hours")} else None,
    )


def _learned(project: Any, brief: Brief) -> Estimate | None:
    return estimate_of(starter=project.starter, category=brief.category)


def first_to_do(report: Report, step: str) -> Finding | None:
    """What is in the way, before what is advised; on the open step, before the other steps."""
    todo = (*report.blockers, *report.warnings)
    return min(todo, key=lambda finding: (finding.level is not Level.BLOCKER, finding.step != step), default=None)


def line_of(project: Any, finding: Finding, subject: Subject, step: str = "") -> Line:
    look, icon = LOOKS[finding.level]
    words = scope_words.words_for(finding)
    page = "" if finding.step == step else reverse("hosts:brief_step", args=[project.public_id, finding.step])
    changes = fixes_for(finding, subject)
    fix = fix_words.words_for(finding.code, changes, subject.brief) if changes else ""
    url = f"{page}#f-{finding.field}"
    return Line(look, icon, str(words.title), str(words.advice), url, finding.step, finding.code, fix)


def blockers_of(project: Any, subject: Subject, report: Report) -> list[Line]:
    """What stands between the brief and its submission, each with the way to where it is put right."""
    return [line_of(project, finding, subject) for finding in report.blockers]


def step_links(project: Any, report: Report, current: str) -> list[StepLink]:
    """The row of steps: done when nothing blocks there."""
    return [_link(project, code, report, code == current) for code in _codes()]


def _link(project: Any, code: str, report: Report, current: bool) -> StepLink:
    name = "hosts:brief_preview" if code == "preview" else "hosts:brief_step"
    args = [project.public_id] if code == "preview" else [project.public_id, code]
    blocked = any(finding.level is Level.BLOCKER for finding in report.of_step(code))
    done = not blocked and _says_something(project.draft_brief, code)
    look = "done" if done else ""
    return StepLink(code, str(brief_words.STEPS[code][0]), reverse(name, args=args), look, current)


def _says_something(brief: Brief, code: str) -> bool:
    fields = next(step.fields for step in STEPS if step.code == code)
    return any(getattr(brief, name) != getattr(_BLANK, name) for name in fields)


def _codes() -> Iterable[str]:
    return (step.code for step in STEPS)
