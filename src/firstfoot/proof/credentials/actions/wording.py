"""What an engagement's credential says: nothing the agreement does not let the intern show."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from firstfoot.proof.credentials.actions.issuing import Frame
from firstfoot.proof.credentials.actions.skills import lines_about, skills_of
from firstfoot.proof.credentials.art import address_of_art, hue_of
from firstfoot.proof.credentials.vc.achievement import (
    Achievement,
    Outcome,
    Party,
    Shown,
    achievement_body,
)
from firstfoot.work.engagements.models import Deliverable, Engagement
from firstfoot.work.engagements.queries import deliverables_of, standing_terms, unmet_criteria
from firstfoot.work.engagements.states import DeliverableState, EngagementState

# Completed work has a certificate of it in the words of Open Badges; a part of it is practice in the field.
WHOLE, PART = "CertificateOfCompletion", "Fieldwork"


@dataclass(frozen=True, slots=True)
class _Result:
    """One accepted result, by the name it may have in public."""

    thing: Deliverable
    name: str
    is_shown: bool


def credential_body(engagement: Engagement, frame: Frame, earner: str) -> dict[str, Any]:
    """The body of the credential of an engagement with accepted work, in the language of whoever asks for it."""
    return achievement_body(
        address=frame.address, at=frame.at, issuer=frame.issuer, host=host_of(engagement), earner=earner,
        done=_achievement(engagement), place=frame.place,
    )  # fmt: skip


def results_shown(engagement: Engagement) -> tuple[Shown, ...]:
    """The accepted results that the right agreed at signing lets stand by name."""
    return tuple(_evidence(list(_results(engagement, standing_terms(engagement)))))


def days_of(engagement: Engagement) -> tuple[date, date]:
    """The first and the last day of the work, by the host's clock."""
    ended = engagement.finished_at or engagement.ended_at or engagement.completed_at
    zone = engagement.organization.zone
    began_on = (engagement.started_at or engagement.begun_at).astimezone(zone).date()
    return began_on, ended.astimezone(zone).date() if ended else engagement.end_on


def language_of_now() -> str:
    """The language of whoever asks for a credential, in which it is worded."""
    return (get_language() or "en").split("-")[0]


def host_of(engagement: Engagement) -> Party:
    """Whoever made up what was to be done."""
    host = engagement.organization
    return Party(f"{settings.SITE_URL}/organizations/{host.public_id}/", host.name)


def _achievement(engagement: Engagement) -> Achievement:
    terms = standing_terms(engagement)
    results = list(_results(engagement, terms))
    is_part = engagement.state != EngagementState.COMPLETED
    name = _("%(title)s, for %(host)s") % {"title": engagement.title, "host": engagement.organization.name}
    began_on, ended_on = days_of(engagement)
    named = {one.pk: f"{result.name}: {words}" for result in results for words, one in _named(result)}
    skills = skills_of(engagement, named)
    return Achievement(
        name=_("%(name)s (accepted part)") % {"name": name} if is_part else name,
        says=_says(engagement, terms, is_part),
        criteria="\n".join([*_criteria(results), *lines_about(skills)]),
        kind=PART if is_part else WHOLE,
        image=address_of_art(hue_of(engagement.project.public_id)),
        image_says=_("An open front door, lit from inside, with a key"),
        language=language_of_now(),
        skills=skills,
        outcomes=(*_outcomes(engagement, results), *(Outcome(s.name, s.seen_by, skill=s) for s in skills if s.seen_by)),
        evidence=tuple(_evidence(results)),
        began_on=began_on,
        ended_on=ended_on,
    )


def _says(engagement: Engagement, terms: dict[str, Any], is_part: bool) -> str:
    said = [
        _("A micro-internship: a paid project with an outcome, results and criteria that both sides signed before "
          "the work began."),
        _("It ended early. This covers the results that were accepted, and no others.") if is_part else "",
        terms.get("outcome", "") if terms.get("portfolio") == "full" else "",
    ]  # fmt: skip
    return " ".join(part for part in said if part)


def _results(engagement: Engagement, terms: dict[str, Any]) -> Iterator[_Result]:
    """The accepted results. One that may not be shown as it is has a number in place of its name."""
    rights = {item["number"]: item.get("showing") for item in terms.get("deliverables", [])}
    for thing in deliverables_of(engagement):
        if thing.state != DeliverableState.ACCEPTED:
            continue
        is_shown = (rights.get(thing.number) or terms.get("portfolio")) == "full"
        name = thing.title if is_shown else _("Result %(number)s") % {"number": thing.number}
        yield _Result(thing, name, is_shown)


def _criteria(results: list[_Result]) -> list[str]:
    """What had to be so before each result was accepted, as lines of markdown."""
    lines = [_("The host checked each result against criteria that were agreed before, and accepted:")]
    for result in results:
        lines += ["", f"**{result.name}**", ""]
        lines += [f"- {name}" for name, _criterion in _named(result)]
    return lines


def _named(result: _Result) -> Iterator[tuple[str, Any]]:
    for number, criterion in enumerate(result.thing.criteria.all(), 1):
        hidden = _("criterion %(number)s, as agreed with the host") % {"number": number}
        yield (criterion.text if result.is_shown else hidden), criterion


def _outcomes(engagement: Engagement, results: list[_Result]) -> Iterator[Outcome]:
    unmet, met, open_ = unmet_criteria(engagement), _("Met"), _("Not met")
    for result in results:
        for name, criterion in _named(result):
            yield Outcome(f"{result.name}: {name}", open_ if criterion.pk in unmet else met, (met, open_))
    if engagement.hours_worked is not None:
        yield Outcome(_("Hours worked, as the intern counted"), str(engagement.hours_worked))
    yield Outcome(_("Hours agreed"), str(engagement.hours))


def _evidence(results: list[_Result]) -> Iterator[Shown]:
    for result in results:
        if result.is_shown:
            day = result.thing.accepted_at
            accepted = _("Accepted on %(day)s.") % {"day": day.date().isoformat()} if day else ""
            yield Shown(result.name, ". ".join(part for part in (result.thing.format.rstrip("."), accepted) if part))
