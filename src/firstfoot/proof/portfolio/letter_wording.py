"""What the signed form of a letter says: the author's words and their part in the work, never their name."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from firstfoot.proof.credentials.actions import Frame
from firstfoot.proof.credentials.actions.wording import days_of, host_of, language_of_now, results_shown
from firstfoot.proof.credentials.art import LETTER as LETTER_IN_DOOR
from firstfoot.proof.credentials.art import address_of_art, hue_of
from firstfoot.proof.credentials.vc.achievement import BY_HAND, LETTER, Achievement, Shown, achievement_body
from firstfoot.proof.portfolio.models import Recommendation
from firstfoot.proof.portfolio.states import COVER, REVIEWER, SUPERVISOR
from firstfoot.proof.portfolio.writing import BY_AUTHOR, without_author
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.states import EngagementState


def letter_body(letter: Recommendation, engagement: Engagement, frame: Frame, earner: str) -> dict[str, Any]:
    """The body of the signed form, in the language of whoever asks for it."""
    return achievement_body(
        address=frame.address, at=frame.at, issuer=frame.issuer, host=host_of(engagement), earner=earner,
        done=_achievement(letter, engagement), place=frame.place,
    )  # fmt: skip


def _achievement(letter: Recommendation, engagement: Engagement) -> Achievement:
    began_on, ended_on = days_of(engagement)
    said = {"title": engagement.title, "host": engagement.organization.name}
    return Achievement(
        name=_("Letter of recommendation: %(title)s, for %(host)s") % said,
        says=_says(letter, engagement),
        criteria=_("Only who guided or reviewed the work writes such a letter, once results of it were accepted, and "
                   "confirms who they are before signing. The file does not name them, since it cannot be changed when "
                   "they leave; %(address)s says who wrote it while they are here.")
        % {"address": f"{settings.SITE_URL}/verify/"},
        kind=LETTER,
        image=address_of_art(hue_of(engagement.project.public_id), LETTER_IN_DOOR),
        image_says=_("An open front door, lit from inside, with a letter"),
        language=language_of_now(),
        skills=(),
        outcomes=(),
        evidence=(*_words_of(letter), *results_shown(engagement)),
        began_on=began_on,
        ended_on=ended_on,
    )  # fmt: skip


def _says(letter: Recommendation, engagement: Engagement) -> str:
    by = {
        SUPERVISOR: _("Written and signed by the supervisor of this work at %(host)s."),
        COVER: _("Written and signed by who stood in for the supervisor of this work at %(host)s."),
        REVIEWER: _("Written and signed by somebody of %(host)s who reviewed this work."),
    }
    said = [by[letter.content.get("role", REVIEWER)] % {"host": engagement.organization.name}]
    if engagement.state != EngagementState.COMPLETED:
        said.append(_("The work ended early; the letter is about the part that was accepted."))
    return " ".join(said)


def _words_of(letter: Recommendation) -> Iterator[Shown]:
    """The author's own words, without their name in any of them."""
    names = [letter.author.legal_name, letter.author.chosen_name, letter.typed_name]
    said = {name: without_author(letter.content[name], names) for name in BY_AUTHOR}
    yield Shown(_("The letter"), text=said["letter"], genre=BY_HAND)
    if said["saw"]:
        yield Shown(_("What its author saw"), text=said["saw"], genre=BY_HAND)
    if said["compared_with"]:
        yield Shown(_("Whom its author compares with"), text=said["compared_with"], genre=BY_HAND)
    if letter.content["would_again"] is not None:
        answer = _("Yes") if letter.content["would_again"] else _("Rather not")
        yield Shown(_("Whether its author would work together again"), text=answer, genre=BY_HAND)
