"""An Open Badge (1EdTech Open Badges 3.0): what somebody did, by which criteria, for whom, in how much time.

Every sentence comes in from outside; here they only find their places. The issuer is the site, since the
key is the site's; the host stands where the standard names who made up the achievement (`creator`).
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from firstfoot.proof.credentials.vc.contexts import CREDENTIALS, OPEN_BADGES
from firstfoot.proof.credentials.vc.proofs import instant
from firstfoot.proof.credentials.vc.status import Place

LETTER = "ext:RecommendationLetter"  # the standard names no kind for one, and lets others be added
SKILL_SHOWN = "ext:SkillShown"  # the kind of a result that names what shows a skill
BY_HAND = "Letter"  # the genre of words that an author wrote


@dataclass(frozen=True, slots=True)
class Party:
    """An organization: its address on the site, and its name."""

    address: str
    name: str
    website: str = ""


@dataclass(frozen=True, slots=True)
class Skill:
    """A skill; with the address of the same skill in a public framework where there is one.

    `seen_by` names the criterion that shows it; without one it was asked for, and nobody saw it.
    """

    name: str
    code: str
    framework: str = ""  # ESCO | O*NET
    address: str = ""
    says: str = ""
    seen_by: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it ended for one criterion, or one figure: a name, what was found, and what could have been."""

    name: str
    value: str
    could_be: tuple[str, ...] = ()
    skill: Skill | None = None  # that was shown, where the value is the criterion that shows it


@dataclass(frozen=True, slots=True)
class Shown:
    """One accepted result that may be shown, or words that somebody wrote about the work."""

    name: str
    says: str = ""
    text: str = ""
    genre: str = ""


@dataclass(frozen=True, slots=True)
class Achievement:
    """What was done, in words that were agreed to be shown."""

    name: str
    says: str
    criteria: str
    kind: str  # one of the standard's: CertificateOfCompletion, Fieldwork; or one that begins with ext:
    image: str  # a data: address, so that it outlives the site
    image_says: str
    language: str
    skills: tuple[Skill, ...]
    outcomes: tuple[Outcome, ...]
    evidence: tuple[Shown, ...]
    began_on: date
    ended_on: date


def achievement_body(
    *, address: str, at: datetime, issuer: Party, host: Party, earner: str, done: Achievement, place: Place
) -> dict[str, Any]:
    """The credential without a proof. `address` is its own, `issuer.address` the issuer's DID."""
    described = [(_named(address, number), one) for number, one in enumerate(done.outcomes)]
    subject = {
        "type": ["AchievementSubject"],
        "identifier": [
            {"type": "IdentityObject", "hashed": False, "identityHash": earner, "identityType": "name"}
        ],
        "activityStartDate": _start_of(done.began_on),
        "activityEndDate": _start_of(done.ended_on),
        "achievement": {
            "id": _named(address, "achievement"), "type": ["Achievement"], "name": done.name, "description": done.says,
            "achievementType": done.kind, "inLanguage": done.language, "criteria": {"narrative": done.criteria},
            "creator": _profile(host), "image": {"id": done.image, "type": "Image", "caption": done.image_says},
            **_some("alignment", [_alignment(skill) for skill in done.skills if skill.address]),
            **_some("tag", [skill.name for skill in done.skills if not skill.address]),
            **_some("resultDescription", [_description(name, one) for name, one in described]),
        },
        **_some("result", [{"type": ["Result"], "resultDescription": n, "value": one.value} for n, one in described]),
    }  # fmt: skip
    return {
        "@context": [CREDENTIALS, OPEN_BADGES], "id": address,
        "type": ["VerifiableCredential", "OpenBadgeCredential"], "name": done.name, "description": done.says,
        "issuer": _profile(issuer), "validFrom": instant(at), "awardedDate": instant(at),
        "credentialSubject": subject,
        **_some("evidence", list(_evidence(done.evidence))),
        "credentialStatus": place.entry(),
    }  # fmt: skip


def _profile(party: Party) -> dict[str, Any]:
    profile = {"id": party.address, "type": ["Profile"], "name": party.name}
    return {**profile, "url": party.website} if party.website else profile


def _alignment(skill: Skill) -> dict[str, Any]:
    return {
        "type": ["Alignment"], "targetName": skill.name, "targetUrl": skill.address,
        "targetFramework": skill.framework, "targetCode": skill.code,
        **({"targetDescription": skill.says} if skill.says else {}),
    }  # fmt: skip


def _description(name: str, outcome: Outcome) -> dict[str, Any]:
    skill = outcome.skill
    said: dict[str, Any] = {
        "id": name, "type": ["ResultDescription"], "name": outcome.name,
        "resultType": SKILL_SHOWN if skill else "Result",
    }  # fmt: skip
    alignment = [_alignment(skill)] if skill and skill.address else []
    return {**said, **_some("allowedValue", list(outcome.could_be)), **_some("alignment", alignment)}


def _evidence(shown: tuple[Shown, ...]) -> Iterator[dict[str, Any]]:
    for one in shown:
        more = {"description": one.says, "narrative": one.text, "genre": one.genre}
        yield {"type": ["Evidence"], "name": one.name, **{name: value for name, value in more.items() if value}}


def _named(address: str, part: int | str) -> str:
    """A name for a part of the credential, the same each time it is made."""
    return f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, f'{address}#{part}')}"


def _start_of(day: date) -> str:
    return f"{day.isoformat()}T00:00:00Z"


def _some(name: str, values: list[Any]) -> dict[str, Any]:
    return {name: values} if values else {}
