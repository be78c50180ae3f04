"""The part of a resume that its person writes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from django.db import transaction

from firstfoot.foundation.accounts.leaving import emptied
from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record, record_new
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import allow_if, require
from firstfoot.proof.portfolio.events import Portfolio
from firstfoot.proof.portfolio.importing import EDUCATION, MOST_ROWS, WORK, is_date
from firstfoot.proof.portfolio.models import PortfolioItem, Resume

_COLUMNS = ("label", "summary", "city", "shows_email", "shows_phone", "education", "work", "left_out")


@transaction.atomic
def save_resume(
    *,
    actor: Person,
    label: str,
    summary: str,
    city: str,
    shows_email: bool,
    shows_phone: bool,
    education: Iterable[Mapping[str, str]],
    work: Iterable[Mapping[str, str]],
    left_out: Iterable[str] = (),
    seen: int | None = None,
) -> Resume:
    """Keep it; `left_out` are the public ids of own items that are not to stand on it.

    Raises NotPermitted for somebody shut out, Conflict("changed") when it changed since version `seen`.
    """
    locked(Person, actor.pk)  # two first saves wait for each other
    require(allow_if(actor.is_active, else_deny="not_your_page"))
    resume = Resume.objects.select_for_update().filter(person=actor).first() or Resume(person=actor)
    if seen is not None and resume.version != seen:
        raise Conflict("changed", version=resume.version)
    resume.label, resume.summary, resume.city = label.strip(), summary.strip(), city.strip()
    resume.shows_email, resume.shows_phone = shows_email, shows_phone
    resume.education, resume.work = _rows(education, EDUCATION), _rows(work, WORK)
    own = PortfolioItem.objects.filter(engagement__intern=actor, public_id__in=list(left_out))
    resume.left_out = sorted(own.values_list("public_id", flat=True))
    if resume.pk is None:
        resume.begun_at = clock.now()
        record_new(Portfolio.RESUME_BEGUN, resume, actor)
        return resume
    record(Portfolio.RESUME_CHANGED, resume, actor, save=_COLUMNS)
    return resume


def _rows(rows: Iterable[Mapping[str, str]], fields: Mapping[str, int]) -> list[dict[str, str]]:
    """What is named, cut to its length; a date that is none is left out."""
    found = [{name: str(row.get(name, "")).strip()[:most] for name, most in fields.items()} for row in rows]
    for row in found:
        row |= {name: "" for name in ("from_on", "until_on") if not is_date(row[name])}
    return [row for row in found if row[next(iter(fields))]][:MOST_ROWS]


def erase_resume(person: Person) -> list[str]:
    """Empty it; the texts that stood there."""
    texts: list[str] = []
    for resume in Resume.objects.filter(person=person):
        texts += emptied(resume, *_COLUMNS)
    return texts
