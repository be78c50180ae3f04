"""A recommendation: drafted by the host's side, signed by one person, shown by the intern, taken back with a reason."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from firstfoot.foundation.accounts.leaving import emptied
from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record, record_new
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.projects.brief import content_hash
from firstfoot.proof.credentials.actions import take_back
from firstfoot.proof.credentials.models import Credential
from firstfoot.proof.credentials.states import CredentialState, RevokeReason
from firstfoot.proof.portfolio.events import Portfolio
from firstfoot.proof.portfolio.models import Recommendation
from firstfoot.proof.portfolio.policies import may_revoke_letter, may_show_letter, may_write_letter
from firstfoot.proof.portfolio.queries import is_kept_closed, is_showable
from firstfoot.proof.portfolio.states import COVER, RECOMMENDATION, REVIEWER, SUPERVISOR, RecommendationState
from firstfoot.proof.portfolio.writing import BY_AUTHOR, without, without_author
from firstfoot.work.engagements.models import Engagement

_PLACES = ("by_link", "on_page", "on_resume")
_WORDS = ("saw", "compared_with", "would_again", "letter")


@transaction.atomic
def save_letter(
    *,
    engagement_id: int,
    saw: str,
    compared_with: str,
    would_again: bool | None,
    letter: str,
    actor: Person,
    seen: str | None = None,
) -> Recommendation:
    """Keep a draft; whoever reviews for the host may go on with it.

    Raises NotPermitted unless the actor reviews, Conflict: "not_now" without accepted work, "letter_signed" once one
    is signed, "changed" when a colleague wrote since the draft with the digest `seen`.
    """
    engagement = locked(Engagement, engagement_id)
    require(may_write_letter(actor, engagement))
    if not is_showable(engagement):
        raise Conflict("not_now", state=str(engagement.state))
    found = Recommendation.objects.select_for_update().filter(engagement=engagement)
    draft = found.exclude(state=RecommendationState.REVOKED).first()
    if draft is not None and draft.state != RecommendationState.DRAFTED:
        raise Conflict("letter_signed")
    words = {
        "saw": saw.strip(), "compared_with": " ".join(compared_with.split())[:200], "would_again": would_again,
        "letter": letter.strip(),
    }  # fmt: skip
    if draft is None:
        draft = Recommendation(engagement=engagement, author=actor, drafted_at=clock.now(), **words)
        record_new(Portfolio.LETTER_BEGUN, draft, actor, engagement=engagement.public_id)
        return draft
    if seen is not None and seen != draft.digest:
        raise Conflict("changed")
    for name, value in words.items():
        setattr(draft, name, value)
    draft.author = actor
    draft.save(update_fields=["author", *words])
    return draft


@transaction.atomic
def sign_letter(*, letter_id: int, seen: str, typed_name: str, title: str, actor: Person) -> Recommendation:
    """Put one's name under the words with the digest `seen`; they do not change any more.

    Raises NotPermitted unless the actor reviews for the host, IllegalTransition once it is signed, Conflict: "changed"
    when it says something else by now, "letter_empty", "name_missing".
    """
    letter, engagement = locked_letter(letter_id)
    require(may_write_letter(actor, engagement))
    letter.state = RECOMMENDATION.target("sign", letter.state)
    if letter.digest != seen:
        raise Conflict("changed")
    if not letter.letter:
        raise Conflict("letter_empty")
    name = " ".join(typed_name.split())[:120]
    if not name:
        raise Conflict("name_missing")
    letter.author, letter.typed_name, letter.signed_at = actor, name, clock.now()
    letter.content = _frozen(letter, engagement, title)
    letter.content_hash = content_hash(letter.content)
    columns = ["state", "author", "typed_name", "signed_at", "content", "content_hash"]
    record(Portfolio.LETTER_SIGNED, letter, actor, save=columns, content_hash=letter.content_hash)
    return letter


def _frozen(letter: Recommendation, engagement: Engagement, title: str) -> dict[str, Any]:
    signed_at = letter.signed_at or clock.now()
    return {
        **letter.words,
        "intern": engagement.intern.name,  # as they are called; the legal name is for agreements
        "signer": letter.typed_name,
        "title": " ".join(title.split())[:80],
        "role": _role(letter, engagement),
        "host": engagement.organization.name,
        "work": engagement.title,
        "from_on": engagement.start_on.isoformat(),
        "signed_on": signed_at.date().isoformat(),
    }


def _role(letter: Recommendation, engagement: Engagement) -> str:
    """What whoever signs was to this work: it still stands when their name does not."""
    if letter.author_id == engagement.supervisor_id:
        return SUPERVISOR
    return COVER if letter.author_id == engagement.cover_id else REVIEWER


@transaction.atomic
def revoke_letter(*, letter_id: int, reason: str, actor: Person) -> Recommendation:
    """Its author takes it back; whoever checks it, or its signed form, from now on reads that.

    Raises NotPermitted unless the actor signed it, IllegalTransition unless it is signed, Conflict("reason_missing").
    """
    letter, _engagement = locked_letter(letter_id)
    require(may_revoke_letter(actor, letter))
    letter.state = RECOMMENDATION.target("revoke", letter.state)
    if not reason.strip():
        raise Conflict("reason_missing")
    letter.revoked_at, letter.revoke_reason = clock.now(), reason.strip()
    _take_back_signed_form(letter, actor)
    record(Portfolio.LETTER_REVOKED, letter, actor, save=["state", "revoked_at", "revoke_reason"])
    return letter


def _take_back_signed_form(letter: Recommendation, actor: Person) -> None:
    if letter.credential_id is None:
        return
    credential = locked(Credential, letter.credential_id)
    if credential.state == CredentialState.ISSUED:
        take_back(credential, RevokeReason.AUTHOR, actor)


@transaction.atomic
def show_letter(*, letter_id: int, by_link: bool, on_page: bool, on_resume: bool, actor: Person) -> Recommendation:
    """The intern says where it shows; nowhere is fine.

    Raises NotPermitted unless the actor is the intern, Conflict("not_now") before it is signed and theirs to read.
    """
    letter, engagement = locked_letter(letter_id)
    require(may_show_letter(actor, letter))
    if letter.state == RecommendationState.DRAFTED or is_kept_closed(engagement):
        raise Conflict("not_now", state=str(letter.state))
    wanted = dict(zip(_PLACES, (by_link, on_page, on_resume), strict=True))
    if all(getattr(letter, name) == value for name, value in wanted.items()):
        return letter
    for name, value in wanted.items():
        setattr(letter, name, value)
    places = [name for name, value in wanted.items() if value]
    record(Portfolio.LETTER_SHOWN, letter, actor, save=_PLACES, places=places)
    return letter


def locked_letter(letter_id: int) -> tuple[Recommendation, Engagement]:
    """The letter with its engagement, which is locked before it."""
    engagement_id = Recommendation.objects.values_list("engagement_id", flat=True).get(pk=letter_id)
    engagement = locked(Engagement, engagement_id)
    letter = locked(Recommendation, letter_id)
    letter.engagement = engagement
    return letter, engagement


def erase_letters(person: Person) -> list[str]:
    """Empty what was written about the person. What they signed for another stays valid, without their name."""
    texts: list[str] = []
    nowhere = dict.fromkeys(_PLACES, False)
    for letter in Recommendation.objects.filter(engagement__intern=person):
        names = ("saw", "compared_with", "letter", "content", "typed_name", "revoke_reason")
        texts += emptied(letter, *names, instead={**nowhere, "would_again": None})
    names_of_author = [name for name in (person.legal_name, person.chosen_name) if name]
    for letter in Recommendation.objects.filter(author=person).exclude(engagement__intern=person):
        gone = [*names_of_author, letter.typed_name]
        words = {name: without_author(getattr(letter, name), gone) for name in BY_AUTHOR}
        content = dict(letter.content)
        if content:
            rest = {name: without(content[name], gone, "…") for name in ("intern", "host", "work")}
            content |= {**words, **rest, "signer": "", "title": ""}
        Recommendation.objects.filter(pk=letter.pk).update(typed_name="", content=content, **words)
    return texts
