"""Writing an item, asking the host where the agreement says so, and who may see what was cleared."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record, record_new
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.organizations.queries import workdays_of_organization
from firstfoot.market.projects.brief import content_hash
from firstfoot.proof.portfolio.events import Portfolio
from firstfoot.proof.portfolio.models import ItemVersion, PortfolioItem
from firstfoot.proof.portfolio.policies import may_answer_item, may_write_item
from firstfoot.proof.portfolio.queries import (
    PAPER,
    choosable_files,
    files_held,
    host_names,
    is_showable,
    newest_version,
    right_of,
)
from firstfoot.proof.portfolio.record import record_of
from firstfoot.proof.portfolio.rights import NONE, REDACTED, asks_the_host, right_to
from firstfoot.proof.portfolio.states import ITEM, ItemState, Visibility
from firstfoot.proof.portfolio.writing import LONGEST, LONGEST_ALT, MUST_SAY, TEXTS, frozen, names_left
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.queries import standing_terms

ANSWER_DAYS = 5  # business days of the host, as the agreement says


@transaction.atomic
def save_item(*, engagement_id: int, text: Mapping[str, Any], actor: Person, seen: int | None = None) -> PortfolioItem:
    """Keep what the intern wrote. What was cleared before is shown as it was; the new text needs its own yes.

    Raises NotPermitted unless the actor is the intern, Conflict: "not_now" without accepted work,
    "being_read" while the host reads it, "changed" when it moved on since version `seen`.
    """
    engagement = locked(Engagement, engagement_id)
    require(may_write_item(actor, engagement))
    if not is_showable(engagement):
        raise Conflict("not_now", state=str(engagement.state))
    clean = _clean(text, engagement)
    item = PortfolioItem.objects.select_for_update().filter(engagement=engagement).first()
    if item is None:
        card = record_of(engagement).card.plain()
        item = PortfolioItem(engagement=engagement, text=clean, card=card, begun_at=clock.now())
        record_new(Portfolio.ITEM_BEGUN, item, actor, engagement=engagement.public_id)
        return item
    if seen is not None and item.version != seen:
        raise Conflict("changed", version=item.version)
    if item.state == ItemState.ASKED:
        raise Conflict("being_read")
    if item.text == clean:
        return item
    item.text = clean
    if item.state == ItemState.DRAFTED:
        item.save(update_fields=["text"])
        return item
    item.state = ITEM.target("change", item.state)
    record(Portfolio.ITEM_CHANGED, item, actor, save=["text", "state"])
    return item


def _clean(text: Mapping[str, Any], engagement: Engagement) -> dict[str, Any]:
    terms = standing_terms(engagement)
    words = {name: str(text.get(name, "")).strip()[: LONGEST[name]] for name in TEXTS}
    numbers = sorted({int(n) for n in text.get("results", ()) if right_to(terms, int(n)) != NONE})
    clean = {**words, "results": numbers, "quote": bool(text.get("quote"))}
    files = _chosen(text.get("files", ()), engagement, terms)
    return {**clean, "files": files} if files else clean


def _chosen(rows: Iterable[Mapping[str, str]], engagement: Engagement, terms: dict[str, Any]) -> list[dict[str, Any]]:
    """Those that may be chosen, each with what it shows in words."""
    wanted = {str(row["file"]): " ".join(str(row["alt"]).split())[:LONGEST_ALT] for row in rows}
    may = choosable_files(engagement, terms) if wanted else {}
    return [{"file": key, "alt": wanted[key], "result": one.result} for key, one in may.items() if key in wanted]


@transaction.atomic
def hand_in_item(*, item_id: int, actor: Person) -> PortfolioItem:
    """Finish the text by one's own right, or send it to the host where the agreement asks for its yes.

    Raises NotPermitted unless the actor is the intern, IllegalTransition while the host reads it or when nothing
    changed since it was cleared, Conflict: "text_missing", "card_only" where nothing but the card may be shown,
    "names_left" when a text without names still has one, "alt_missing" for a file without words that say what it
    shows, "paper_redacted" for a PDF in a text without names, "files_not_ready" before `ready_files` was called.
    """
    item, engagement = locked_item(item_id)
    require(may_write_item(actor, engagement))
    if any(not item.text.get(name) for name in MUST_SAY):
        raise Conflict("text_missing")
    right = right_of(item)
    if right == NONE:
        raise Conflict("card_only")
    _require_files(item, right)
    if right == REDACTED and names_left(item.text, host_names(engagement)):
        raise Conflict("names_left")
    state = ITEM.target("ask" if asks_the_host(right) else "finish", item.state)
    version = _new_version(item, engagement, right)
    item.state = state
    if state == ItemState.CLEARED:
        version.cleared_at = version.made_at
    else:
        item.answer_by_at = workdays_of_organization(engagement.organization).after(version.made_at, ANSWER_DAYS)
    version.save(force_insert=True)
    kind = Portfolio.ITEM_FINISHED if state == ItemState.CLEARED else Portfolio.ITEM_ASKED
    record(
        kind, item, actor, save=["state", "answer_by_at"], number=version.number, showing=right,
        content_hash=version.content_hash,
    )  # fmt: skip
    return item


def _require_files(item: PortfolioItem, right: str) -> None:
    rows = item.text.get("files", ())
    held = files_held(item) if rows else {}
    if any(not row["alt"] for row in rows):
        raise Conflict("alt_missing")
    if any(row["file"] not in held for row in rows):
        raise Conflict("files_not_ready")
    # A PDF holds more than what is seen: its maker, its host, what was covered. Nobody can approve that by looking.
    if right == REDACTED and any(held[row["file"]].shown.shown_as == PAPER for row in rows):
        raise Conflict("paper_redacted")


def _new_version(item: PortfolioItem, engagement: Engagement, right: str) -> ItemVersion:
    shown = {key: one.shown for key, one in files_held(item).items()}
    content = frozen(item.text, record_of(engagement), right, shown)
    number = (item.versions.order_by("-number").values_list("number", flat=True).first() or 0) + 1
    return ItemVersion(
        item=item, number=number, right=right, content=content, content_hash=content_hash(content), made_at=clock.now()
    )


@transaction.atomic
def answer_item(*, item_id: int, seen_hash: str, approve: bool, note: str, actor: Person) -> PortfolioItem:
    """The host's yes or no to the very text it read.

    Raises NotPermitted unless the actor answers for the host, IllegalTransition unless it is asked, Conflict:
    "changed" when another text lies there by now, "reason_missing" for a no without a word.
    """
    item, engagement = locked_item(item_id)
    require(may_answer_item(actor, engagement))
    item.state = ITEM.target("approve" if approve else "decline", item.state)
    version = newest_version(item)
    if version is None or version.content_hash != seen_hash:
        raise Conflict("changed")
    if not approve and not note.strip():
        raise Conflict("reason_missing")
    item.answer_by_at = None
    version.answered_by, version.answered_at, version.answer_note = actor, clock.now(), note.strip()
    version.cleared_at = version.answered_at if approve else None
    version.save(update_fields=["answered_by", "answered_at", "answer_note", "cleared_at"])
    kind = Portfolio.ITEM_APPROVED if approve else Portfolio.ITEM_DECLINED
    record(kind, item, actor, save=["state", "answer_by_at"], number=version.number, content_hash=version.content_hash)
    return item


@transaction.atomic
def lapse_item(*, item_id: int) -> PortfolioItem:
    """The clock: the host said nothing in time. Silence is no yes; it may be asked again.

    Raises IllegalTransition when it is not asked any more, Conflict("too_early") before its time.
    """
    item, _engagement = locked_item(item_id)
    state = ITEM.target("lapse", item.state)
    if item.answer_by_at is not None and clock.now() < item.answer_by_at:
        raise Conflict("too_early")
    item.state, item.answer_by_at = state, None
    record(Portfolio.ITEM_LAPSED, item, None, save=["state", "answer_by_at"])
    return item


@transaction.atomic
def take_back_item(*, item_id: int, actor: Person) -> PortfolioItem:
    """The intern takes the text back before the host answered.

    Raises NotPermitted unless the actor is the intern, IllegalTransition unless it is asked.
    """
    item, engagement = locked_item(item_id)
    require(may_write_item(actor, engagement))
    item.state, item.answer_by_at = ITEM.target("take_back", item.state), None
    record(Portfolio.ITEM_TAKEN_BACK, item, actor, save=["state", "answer_by_at"])
    return item


@transaction.atomic
def show_item(*, item_id: int, visibility: str, actor: Person) -> PortfolioItem:
    """Who may open it: nobody, whoever has its address, or all. What they see is what was cleared last, or the card.

    Raises NotPermitted unless the actor is the intern.
    """
    item, engagement = locked_item(item_id)
    require(may_write_item(actor, engagement))
    wanted = Visibility(visibility)
    if item.visibility == wanted:
        return item
    item.visibility, item.card = wanted, record_of(engagement).card.plain()
    record(Portfolio.ITEM_SHOWN, item, actor, save=["visibility", "card"], visibility=str(wanted))
    return item


def locked_item(item_id: int) -> tuple[PortfolioItem, Engagement]:
    engagement_id = PortfolioItem.objects.values_list("engagement_id", flat=True).get(pk=item_id)
    engagement = locked(Engagement, engagement_id)
    item = locked(PortfolioItem, item_id)
    item.engagement = engagement
    return item, engagement
