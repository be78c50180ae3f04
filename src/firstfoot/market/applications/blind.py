"""Blind review: what a host may see of an applicant, and what stands in its place until the shortlist."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from firstfoot.foundation.accounts.models import Person
from firstfoot.market.applications.masking import HIDDEN, Secrets, mask_text, secrets_of
from firstfoot.market.applications.models import Application
from firstfoot.market.applications.states import ApplicationState
from firstfoot.market.talent.models import TalentProfile

__all__ = ["HIDDEN", "ApplicantCard", "applicant_card", "applicant_summary", "host_label", "mask"]


@dataclass(frozen=True, slots=True)
class ApplicantCard:
    """One applicant as the host sees them; never an e-mail address or a phone number."""

    label: str
    is_revealed: bool
    headline: str = ""
    about: str = ""
    skills: tuple[str, ...] = ()
    wants: str = ""
    hours_a_week: int | None = None
    studies: str = ""
    city: str = ""
    links: tuple[str, ...] = ()
    link: str = ""
    motivation: str = ""
    answers: tuple[str, ...] = ()
    availability: str = ""
    helps: str = ""  # them to work well; from the accepted offer on


def applicant_card(
    application: Application, profile: TalentProfile | None, *, blind: bool | None = None
) -> ApplicantCard:
    """The card of an application; masked while it is not revealed, or when `blind` asks for that (a preview)."""
    is_blind = not application.is_revealed if blind is None else blind
    return _blind_card(application, profile) if is_blind else _open_card(application, profile)


def applicant_summary(application: Application, profile: TalentProfile | None) -> ApplicantCard:
    """The few lines of a card that a list shows: label, headline, skills, hours."""
    profile = profile or TalentProfile()
    line = TalentProfile(headline=profile.headline, skills=profile.skills, hours_a_week=profile.hours_a_week)
    if application.is_revealed:
        return _open_card(Application(person=application.person, answers=[]), line)
    known = _secrets(application.person, profile, [application.link])
    return ApplicantCard(
        label=application.pseudonym,
        is_revealed=False,
        headline=mask_text(line.headline, known),
        skills=tuple(mask_text(skill, known) for skill in _texts(line.skills)),
        hours_a_week=line.hours_a_week,
    )


def host_label(application: Application) -> str:
    """What the host calls this applicant now: the name once known, the pseudonym until then."""
    return application.person.name if application.is_revealed else application.pseudonym


def mask(text: str, person: Person, profile: TalentProfile | None = None) -> str:
    """Free text without what would give the person away."""
    return mask_text(text, _secrets(person, profile, ()))


def _open_card(application: Application, profile: TalentProfile | None) -> ApplicantCard:
    profile = profile or TalentProfile()
    return ApplicantCard(
        label=application.person.name,
        is_revealed=True,
        headline=profile.headline,
        about=profile.about,
        skills=_texts(profile.skills),
        wants=profile.wants,
        hours_a_week=profile.hours_a_week,
        studies=profile.studies,
        city=profile.city,
        links=_texts(profile.links),
        link=application.link,
        motivation=application.motivation,
        answers=_texts(application.answers),
        availability=application.availability,
        helps=profile.helps if application.state == ApplicationState.ACCEPTED else "",
    )


def _blind_card(application: Application, profile: TalentProfile | None) -> ApplicantCard:
    known = _secrets(application.person, profile, [application.link])
    profile = profile or TalentProfile()

    def hide(text: str) -> str:
        return mask_text(text, known)

    return ApplicantCard(
        label=application.pseudonym,
        is_revealed=False,
        headline=hide(profile.headline),
        about=hide(profile.about),
        skills=tuple(hide(skill) for skill in _texts(profile.skills)),
        wants=hide(profile.wants),
        hours_a_week=profile.hours_a_week,
        motivation=hide(application.motivation),
        answers=tuple(hide(answer) for answer in _texts(application.answers)),
        availability=hide(application.availability),
    )


def _secrets(person: Person, profile: TalentProfile | None, links: Iterable[str]) -> Secrets:
    return secrets_of(
        names=[person.chosen_name, person.legal_name],
        emails=[person.email],
        city=profile.city if profile else "",
        school=profile.studies if profile else "",
        links=[*(profile.links if profile else ()), *links],
    )


def _texts(values: Iterable[object]) -> tuple[str, ...]:
    return tuple(str(value) for value in values)
