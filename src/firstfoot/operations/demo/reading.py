"""The demo's reviewers: each reads blind, scores by the project's rubric, and writes why."""

from __future__ import annotations

from firstfoot.foundation.accounts.models import Person
from firstfoot.market.applications.actions import mark_application
from firstfoot.market.applications.marks import criteria_of
from firstfoot.market.applications.models import Application
from firstfoot.market.applications.rubric import digest_of

NOTES = (
    "Begins with the numbers we have, and says which one is missing. I would like to see that plan.",
    "The example is small but real, and it ends with what changed. That is how we work.",
    "Clear about the hours. The answer on how to begin could be more exact.",
    "Asks a question we had not asked ourselves. That alone is worth a talk.",
    "Knows the tool, says less about why this project. Still a sound plan.",
    "Writes the way our customers read: short, and to the point.",
    "Good will, little sign of similar work. The first step is a sensible one.",
)


def reviewers_of(application: Application, owner: Person) -> list[Person]:
    """The owner, and the project's supervisor when that is someone else."""
    supervisor = application.project.supervisor
    return [owner, supervisor] if supervisor and supervisor.pk != owner.pk else [owner]


def read(application: Application, reviewer: Person) -> None:
    """One mark; who reads how strictly differs a little."""
    criteria = criteria_of(application.project)
    spread = sum(map(ord, application.pseudonym)) + sum(map(ord, reviewer.chosen_name))
    mark_application(
        application_id=application.pk, rubric=digest_of(criteria), actor=reviewer,
        scores=[2 + (spread + number * 5) % 3 for number, _ in enumerate(criteria)], note=NOTES[spread % len(NOTES)],
    )  # fmt: skip
