"""Reading what a resume is made of."""

from __future__ import annotations

from dataclasses import dataclass

from firstfoot.foundation.accounts.models import Person
from firstfoot.proof.portfolio.models import PortfolioItem, Recommendation, Resume
from firstfoot.proof.portfolio.queries.items import Shown, shown_as, with_versions
from firstfoot.proof.portfolio.queries.letters import letters_on_resume
from firstfoot.proof.portfolio.states import Visibility


@dataclass(frozen=True, slots=True)
class ResumeParts:
    """One person's resume: what they wrote, the work that stands on it, the letters."""

    person: Person
    resume: Resume
    shown: tuple[Shown, ...]
    could_show: tuple[Shown, ...]  # with those that are left out
    letters: tuple[Recommendation, ...]


def resume_of(person: Person) -> ResumeParts:
    """Work that others may open, by link or on the page, so that each line has a receipt; four queries."""
    resume = Resume.objects.filter(person=person).first() or Resume(person=person)
    items = PortfolioItem.objects.filter(engagement__intern=person).exclude(visibility=Visibility.PRIVATE)
    ordered = with_versions(items).order_by("-engagement__end_on", "-pk")
    could = tuple(shown_as(item, whole=False) for item in ordered)
    shown = tuple(one for one in could if one.item.public_id not in resume.left_out)
    return ResumeParts(person, resume, shown, could, tuple(letters_on_resume(person)))
