"""What a credential says, as pages show it, and the words for what became of it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

from django.utils.functional import Promise
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext_lazy as _

from firstfoot.proof.credentials.art import art_at
from firstfoot.proof.credentials.states import OF_STEWARDS
from firstfoot.proof.credentials.vc.achievement import BY_HAND, LETTER, SKILL_SHOWN
from firstfoot.reactions.reasons import REVOKED


@dataclass(frozen=True, slots=True)
class Verdict:
    """What a page says first: its color, its icon, a heading, a sentence."""

    css: str
    icon: str
    title: str | Promise
    text: str | Promise


VERDICTS: Mapping[str, Verdict] = {
    "valid": Verdict(
        "ok", "circle-check", _("Yes, this is genuine and counts"),
        _("It was signed here, not one letter was changed since, and nobody took it back."),
    ),
    "no_record": Verdict(
        "ok", "circle-check", _("Yes, this was signed here, and is unchanged"),
        _("There is no record of it any more, so we cannot say more about it."),
    ),
    "revoked": Verdict(
        "bad", "circle-x", _("This no longer counts"), _("It was signed here and is unchanged, but it was taken back."),
    ),
    "superseded": Verdict(
        "warn", "history", _("There is a newer one"),
        _("It was signed here and is unchanged. Its holder had it issued anew since; ask them for the new one."),
    ),
    "changed": Verdict(
        "bad", "circle-x", _("No, this was changed"),
        _("It says that we signed it, and what is there now is not what was signed. Do not rely on it."),
    ),
    "unknown_key": Verdict(
        "bad", "circle-x", _("No, we did not sign this"),
        _("It was signed by somebody else, or not by the issuer it names. Ask whoever it names as its issuer."),
    ),
    "not_ours": Verdict(
        "bad", "circle-x", _("No, we did not sign this"),
        _("It was signed by somebody else. Ask whoever it names as its issuer."),
    ),
    "no_proof": Verdict("bad", "circle-x", _("No, nobody signed this"), _("Anyone could have written it.")),
    "unknown_proof": Verdict(
        "bad", "circle-x", _("No, we did not sign this"), _("It is signed in a way in which we never sign."),
    ),
    "unreadable": Verdict(
        "bad", "circle-x", _("This is no credential"),
        _("It is neither a credential's file, nor its text, nor a badge that holds one. A screenshot of a badge "
          "holds nothing: ask for the file itself."),
    ),
}  # fmt: skip

REASONS: Mapping[Any, str | Promise] = dict(REVOKED)
STEWARD_REASONS = {code: REVOKED[code] for code in OF_STEWARDS}


@dataclass(frozen=True, slots=True)
class Shown:
    """What a credential says, taken from what was signed."""

    name: str
    says: str
    earner: str
    host: str
    issuer: str
    began_on: date
    ended_on: date
    issued_at: datetime
    is_part: bool
    skills: tuple[tuple[str, str, str], ...]  # name, address in a public framework, what shows it
    outcomes: tuple[tuple[str, str, bool], ...]  # of criteria: what, how it ended, whether it was met
    figures: tuple[tuple[str, str], ...]
    evidence: tuple[tuple[str, str], ...]
    art: SafeString
    is_letter: bool
    words: tuple[tuple[str, str], ...]  # of a letter: a heading, and what its author wrote under it

    @property
    def skills_were_seen(self) -> bool:
        """Whether somebody saw them; else they are what the brief asked for."""
        return any(shown_by for _name, _address, shown_by in self.skills)


def shown_in(body: Mapping[str, Any]) -> Shown:
    """The same for a page. For bodies whose signature is ours: their shape is known."""
    subject = body["credentialSubject"]
    achievement = subject["achievement"]
    said = {one["id"]: one for one in achievement.get("resultDescription", [])}
    results = [(said[one["resultDescription"]], one["value"]) for one in subject.get("result", [])]
    evidence = body.get("evidence", [])
    is_letter = achievement["achievementType"] == LETTER
    return Shown(
        name=body["name"], says=body["description"], earner=subject["identifier"][0]["identityHash"],
        host=achievement["creator"]["name"], issuer=body["issuer"]["name"],
        began_on=_day(subject["activityStartDate"]), ended_on=_day(subject["activityEndDate"]),
        issued_at=datetime.fromisoformat(body["validFrom"]),
        is_part=achievement["achievementType"] not in ("CertificateOfCompletion", LETTER),
        skills=tuple(_skills_seen(results) or _skills_asked(achievement)),
        outcomes=tuple(
            (one["name"], value, value == one["allowedValue"][0]) for one, value in results if "allowedValue" in one
        ),
        figures=tuple((one["name"], value) for one, value in results if _is_figure(one)),
        evidence=tuple((one["name"], one.get("description", "")) for one in evidence if one.get("genre") != BY_HAND),
        art=drawn(art_at(achievement["image"]["id"])),
        is_letter=is_letter,
        words=tuple((one["name"], one["narrative"]) for one in evidence if one.get("genre") == BY_HAND),
    )  # fmt: skip


def _is_figure(described: Mapping[str, Any]) -> bool:
    return described["resultType"] == "Result" and "allowedValue" not in described


def _skills_seen(results: Iterable[tuple[Mapping[str, Any], str]]) -> list[tuple[str, str, str]]:
    """Those that the host tied to a criterion."""
    seen = [(one, value) for one, value in results if one["resultType"] == SKILL_SHOWN]
    return [(one["name"], one["alignment"][0]["targetUrl"] if "alignment" in one else "", value) for one, value in seen]


def _skills_asked(achievement: Mapping[str, Any]) -> list[tuple[str, str, str]]:
    aligned = [(one["targetName"], one["targetUrl"], "") for one in achievement.get("alignment", [])]
    return [*aligned, *((name, "", "") for name in achievement.get("tag", []))]


def drawn(art: str) -> SafeString:
    """The badge for a page, beside words that say the same."""
    return mark_safe(art.replace("<svg ", '<svg class="badge-art" aria-hidden="true" ', 1))  # noqa: S308  # our own


def _day(text: str) -> date:
    return datetime.fromisoformat(text).date()
