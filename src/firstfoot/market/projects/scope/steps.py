"""The steps of the brief builder, and which fields of the brief each holds."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Step:
    """One page of the builder."""

    code: str
    fields: tuple[str, ...]


STEPS = (
    Step("result", ("title", "category", "problem", "audience", "outcome")),
    Step("scope", ("in_scope", "out_of_scope")),
    Step("deliverables", ("deliverables",)),
    Step("inputs", ("inputs", "equipment")),
    Step(
        "people",
        (
            "supervisor", "cover", "supervision_hours", "reply_within_days",
            "check_in_every_days", "check_in_prompts", "onboarding",
        ),
    ),
    Step(
        "time",
        ("hours", "weeks", "apply_by", "start_from", "start_until", "seats", "workplace", "place", "time_zone",
         "language"),
    ),
    Step("pay", ("pay_minor", "currency", "engaged_as", "expenses", "pathway")),
    Step("how", ("skills", "tools", "ai_use", "ai_note", "portfolio", "portfolio_note", "rights",
                 "confidential_years", "hours_log")),
    Step("questions", ("questions", "visibility")),
    Step("preview", ()),
)  # fmt: skip

_STEP_OF = {field: step.code for step in STEPS for field in step.fields}


def step_of(field: str) -> str:
    """The code of the step that holds a field.

    >>> step_of("apply_by")
    'time'
    """
    return _STEP_OF[field]


def next_step(code: str) -> str:
    """The step after `code`; the last one follows itself."""
    codes = [step.code for step in STEPS]
    return codes[min(codes.index(code) + 1, len(codes) - 1)]
