"""What the demo's people show of their work, and the pages they put up."""

from __future__ import annotations

from firstfoot.foundation.accounts.models import Person
from firstfoot.market.organizations.queries import title_of
from firstfoot.market.talent.queries import profile_of
from firstfoot.operations.demo.drawing import NAME, SAYS
from firstfoot.proof.credentials.actions import share_credential
from firstfoot.proof.credentials.queries import is_earned
from firstfoot.proof.portfolio.actions import (
    answer_item,
    ask_for_letter_credential,
    hand_in_item,
    put_up_page,
    ready_files,
    save_item,
    save_letter,
    save_page,
    show_item,
    show_letter,
    sign_letter,
)
from firstfoot.proof.portfolio.addresses import proposed
from firstfoot.proof.portfolio.queries import choosable_files, host_names, newest_version, page_of
from firstfoot.proof.portfolio.record import record_of
from firstfoot.proof.portfolio.rights import NONE, REDACTED, right_to_these
from firstfoot.proof.portfolio.states import ItemState, Visibility
from firstfoot.proof.portfolio.writing import TEXTS, drafted, without
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.queries import standing_terms
from firstfoot.work.evaluations.queries import is_open


def show_case(engagement: Engagement, case: str, *, for_all: bool) -> None:
    """Write the case study, have it cleared where the agreement asks for it, and show it."""
    intern = engagement.intern
    record, terms = record_of(engagement), standing_terms(engagement)
    text = {**drafted(record, terms), "did": case, "quote": True}
    right = right_to_these(terms, text["results"])
    if right == REDACTED:
        names = host_names(engagement)
        text |= {name: without(text[name], names, "the host") for name in TEXTS}
    pictures = [key for key, one in choosable_files(engagement, terms).items() if one.stored.name == NAME]
    text["files"] = [{"file": key, "alt": SAYS} for key in pictures]
    item = save_item(engagement_id=engagement.pk, text=text, actor=intern)
    ready_files(item_id=item.pk, actor=intern)
    if right != NONE:
        item = hand_in_item(item_id=item.pk, actor=intern)
    version = newest_version(item)
    if item.state == ItemState.ASKED and version is not None:
        seen = version.content_hash
        answer_item(item_id=item.pk, seen_hash=seen, approve=True, note="", actor=engagement.supervisor)
    show_item(item_id=item.pk, visibility=Visibility.PUBLIC if for_all else Visibility.LINK, actor=intern)
    if for_all and page_of(intern) is None:
        put_up(intern)


def give_letter(engagement: Engagement, words: str) -> None:
    """The supervisor writes and signs it; the intern shows it on page and resume."""
    signer = engagement.supervisor
    letter = save_letter(
        engagement_id=engagement.pk, saw="", compared_with="", would_again=True, letter=words, actor=signer
    )
    title = title_of(signer, engagement.organization_id)
    letter = sign_letter(
        letter_id=letter.pk, seen=letter.digest, typed_name=signer.formal_name, title=title, actor=signer
    )
    if not is_open(engagement) and is_earned(engagement) and not engagement.is_held:
        made = ask_for_letter_credential(letter_id=letter.pk, actor=engagement.intern)
        share_credential(credential_id=made.pk, shared=True, actor=engagement.intern)
    if not is_open(engagement):
        show_letter(letter_id=letter.pk, by_link=True, on_page=True, on_resume=True, actor=engagement.intern)


def put_up(person: Person) -> None:
    """A page under the person's name, with the words of the profile."""
    profile = profile_of(person)
    page = save_page(
        actor=person, slug=proposed(person.name), headline=profile.headline if profile else "",
        about=profile.about if profile else "", is_findable=False,
    )  # fmt: skip
    put_up_page(page_id=page.pk, actor=person)
