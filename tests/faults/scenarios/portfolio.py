"""Showing the work: items, their clearing, who sees them."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from firstfoot.foundation.files.models import StoredFile
from firstfoot.market.moderation.actions import report_shown
from firstfoot.market.moderation.events import Moderation
from firstfoot.proof.credentials.events import Credentials
from firstfoot.proof.portfolio import actions
from firstfoot.proof.portfolio.events import Portfolio
from firstfoot.proof.portfolio.queries import newest_version
from tests.factories import engagements as make
from tests.factories import portfolio
from tests.faults import stages
from tests.faults.scenarios import scenario


def _asked(world: SimpleNamespace) -> Any:
    return portfolio.ask(make.make_completed(world.cast, portfolio="on_request"))


@scenario(actions.save_item, Portfolio.ITEM_BEGUN, on=stages.completed)
def begin_item(world: SimpleNamespace) -> dict[str, Any]:
    return {"engagement_id": world.engagement.pk, "text": portfolio.TEXT, "actor": world.cast.sam}


@scenario(actions.save_item, Portfolio.ITEM_CHANGED, on=stages.completed)
def change_item(world: SimpleNamespace) -> dict[str, Any]:
    portfolio.ask(world.engagement)
    return {**begin_item(world), "text": {**portfolio.TEXT, "did": "More."}}


@scenario(actions.hold_file, on=stages.completed)
def hold_file(world: SimpleNamespace) -> dict[str, Any]:
    key = portfolio.hand_over(world.engagement, "plan.pdf", b"%PDF-1.7 plan")
    source = StoredFile.objects.get(public_id=key)
    item = portfolio.save(world.engagement, files=[{"file": key, "alt": "A plan"}])
    return {"item_id": item.pk, "source": source, "shown": source, "actor": world.cast.sam}


@scenario(actions.hand_in_item, Portfolio.ITEM_FINISHED, on=stages.completed)
def finish_item(world: SimpleNamespace) -> dict[str, Any]:
    return {"item_id": portfolio.save(world.engagement).pk, "actor": world.cast.sam}


@scenario(actions.hand_in_item, Portfolio.ITEM_ASKED, on=stages.people)
def ask_for_item(world: SimpleNamespace) -> dict[str, Any]:
    engagement = make.make_completed(world.cast, portfolio="redacted")
    return {"item_id": portfolio.save(engagement).pk, "actor": world.cast.sam}


@scenario(actions.answer_item, Portfolio.ITEM_APPROVED, on=stages.people)
def approve_item(world: SimpleNamespace) -> dict[str, Any]:
    item = _asked(world)
    version = newest_version(item)
    assert version is not None
    return {
        "item_id": item.pk, "seen_hash": version.content_hash, "approve": True, "note": "", "actor": world.cast.hugo,
    }  # fmt: skip


@scenario(actions.answer_item, Portfolio.ITEM_DECLINED, on=stages.people)
def decline_item(world: SimpleNamespace) -> dict[str, Any]:
    return {**approve_item(world), "approve": False, "note": "The second line."}


@scenario(actions.lapse_item, Portfolio.ITEM_LAPSED, on=stages.people, after=timedelta(days=30))
def lapse_item(world: SimpleNamespace) -> dict[str, Any]:
    return {"item_id": _asked(world).pk}


@scenario(actions.take_back_item, Portfolio.ITEM_TAKEN_BACK, on=stages.people)
def take_back_item(world: SimpleNamespace) -> dict[str, Any]:
    return {"item_id": _asked(world).pk, "actor": world.cast.sam}


@scenario(actions.show_item, Portfolio.ITEM_SHOWN, on=stages.completed)
def show_item(world: SimpleNamespace) -> dict[str, Any]:
    item = portfolio.ask(world.engagement)
    return {"item_id": item.pk, "visibility": "public", "actor": world.cast.sam}


@scenario(actions.save_page, Portfolio.PAGE_BEGUN, on=stages.people)
def begin_page(world: SimpleNamespace) -> dict[str, Any]:
    return {"actor": world.cast.sam, "slug": "sam", "headline": "", "about": "", "is_findable": False}


@scenario(actions.save_page, Portfolio.PAGE_CHANGED, on=stages.people)
def move_page(world: SimpleNamespace) -> dict[str, Any]:
    portfolio.make_page(world.cast.sam, "sam-before")
    return begin_page(world)


@scenario(actions.put_up_page, Portfolio.PAGE_PUT_UP, on=stages.people)
def put_up_page(world: SimpleNamespace) -> dict[str, Any]:
    return {"page_id": portfolio.make_page(world.cast.sam, "sam", up=False).pk, "actor": world.cast.sam}


@scenario(actions.take_down_page, Portfolio.ITEM_SHOWN, Portfolio.PAGE_TAKEN_DOWN, on=stages.completed)
def take_down_page(world: SimpleNamespace) -> dict[str, Any]:
    portfolio.show(portfolio.ask(world.engagement), "link")
    return {"page_id": portfolio.make_page(world.cast.sam, "sam").pk, "actor": world.cast.sam}


@scenario(actions.save_letter, Portfolio.LETTER_BEGUN, on=stages.closing)
def begin_letter(world: SimpleNamespace) -> dict[str, Any]:
    return {"engagement_id": world.engagement.pk, "actor": world.cast.hugo, **portfolio.LETTER}


@scenario(actions.sign_letter, Portfolio.LETTER_SIGNED, on=stages.closing)
def sign_letter(world: SimpleNamespace) -> dict[str, Any]:
    letter = portfolio.draft_letter(world.engagement)
    signed = {"typed_name": "Hugo Marsh", "title": ""}
    return {"letter_id": letter.pk, "seen": letter.digest, "actor": world.cast.hugo, **signed}


@scenario(actions.revoke_letter, Portfolio.LETTER_REVOKED, on=stages.completed)
def revoke_letter(world: SimpleNamespace) -> dict[str, Any]:
    letter = portfolio.make_letter(world.engagement)
    return {"letter_id": letter.pk, "reason": "It names another.", "actor": world.cast.hugo}


@scenario(actions.revoke_letter, Credentials.REVOKED, Portfolio.LETTER_REVOKED, on=stages.completed)
def revoke_signed_letter(world: SimpleNamespace) -> dict[str, Any]:
    letter = portfolio.make_letter(world.engagement)
    portfolio.make_signed_form(letter)
    return {"letter_id": letter.pk, "reason": "It names another.", "actor": world.cast.hugo}


@scenario(actions.ask_for_letter_credential, Credentials.KEY_MADE, Credentials.ISSUED, on=stages.completed)
def sign_letter_as_a_file(world: SimpleNamespace) -> dict[str, Any]:
    return {"letter_id": portfolio.make_letter(world.engagement).pk, "actor": world.cast.sam}


@scenario(actions.reissue_letter_credential, Credentials.SUPERSEDED, Credentials.ISSUED, on=stages.completed)
def letter_as_a_file_anew(world: SimpleNamespace) -> dict[str, Any]:
    letter = portfolio.make_letter(world.engagement)
    portfolio.make_signed_form(letter)
    return {"letter_id": letter.pk, "actor": world.cast.sam}


@scenario(actions.show_letter, Portfolio.LETTER_SHOWN, on=stages.completed)
def show_letter(world: SimpleNamespace) -> dict[str, Any]:
    letter = portfolio.make_letter(world.engagement)
    places = {"by_link": True, "on_page": False, "on_resume": True}
    return {"letter_id": letter.pk, "actor": world.cast.sam, **places}


@scenario(actions.save_resume, Portfolio.RESUME_BEGUN, on=stages.people)
def begin_resume(world: SimpleNamespace) -> dict[str, Any]:
    words = {"label": "", "summary": "", "city": "", "shows_email": False, "shows_phone": False}
    return {"actor": world.cast.sam, "education": [{"institution": "A school"}], "work": [], **words}


@scenario(actions.save_resume, Portfolio.RESUME_CHANGED, on=stages.people)
def change_resume(world: SimpleNamespace) -> dict[str, Any]:
    actions.save_resume(**begin_resume(world))
    return {**begin_resume(world), "label": "Counts things"}


@scenario(actions.report_page, Moderation.OPENED, Moderation.REPORTED, on=stages.people)
def report_page(world: SimpleNamespace) -> dict[str, Any]:
    page = portfolio.make_page(world.cast.sam, "sam")
    return {"page_id": page.pk, "reason": "scam", "words": "No such person.", "actor": world.cast.otto}


@scenario(actions.report_item, Moderation.OPENED, Moderation.REPORTED, on=stages.completed)
def report_item(world: SimpleNamespace) -> dict[str, Any]:
    item = portfolio.show(portfolio.ask(world.engagement), "link")
    return {"public_id": item.public_id, "reason": "scam", "words": "", "actor": world.cast.otto}


@scenario(report_shown, Moderation.OPENED, Moderation.REPORTED, on=stages.people)
def report_what_is_shown(world: SimpleNamespace) -> dict[str, Any]:
    sam, otto = world.cast.sam, world.cast.otto
    return {"person_id": sam.pk, "said": "/people/sam/", "reason": "scam", "words": "", "actor": otto}


@scenario(actions.erase_portfolio, on=stages.completed)
def erase_portfolio(world: SimpleNamespace) -> dict[str, Any]:
    portfolio.show(portfolio.ask(world.engagement))
    return {"person": world.cast.sam}
