"""Items and what is shown of them, made through the real actions."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.core.files.base import ContentFile
from PIL import Image

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.files.actions import store_file
from firstfoot.proof.credentials.models import Credential
from firstfoot.proof.portfolio.actions import (
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
from firstfoot.proof.portfolio.models import PersonPage, PortfolioItem, Recommendation
from firstfoot.proof.portfolio.queries import item_of
from firstfoot.work.engagements.models import Engagement, SubmissionFile
from tests.cast import Cast
from tests.factories.engagements import make_completed

TEXT: dict[str, Any] = {
    "title": "What people order, and when", "problem": "Nobody knew.", "asked": "A table and a page.",
    "did": "I counted for two weeks.", "result": "Everything was accepted.", "results": [1], "quote": False,
}  # fmt: skip


def save(engagement: Engagement, **changes: Any) -> PortfolioItem:
    """The intern keeps a text."""
    return save_item(engagement_id=engagement.pk, text={**TEXT, **changes}, actor=engagement.intern)


def hand_in(engagement: Engagement, item: PortfolioItem) -> PortfolioItem:
    return hand_in_item(item_id=item.pk, actor=engagement.intern)


def ask(engagement: Engagement, **changes: Any) -> PortfolioItem:
    """Written and handed in: asked, or cleared where the right is full."""
    return hand_in(engagement, save(engagement, **changes))


def reread(item: PortfolioItem) -> PortfolioItem:
    """As a page reads it, with its versions."""
    found = item_of(item.engagement)
    assert found is not None
    return found


def show(item: PortfolioItem, visibility: str = "public") -> PortfolioItem:
    return show_item(item_id=item.pk, visibility=visibility, actor=item.engagement.intern)


def make_page(person: Person, slug: str, *, up: bool = True, **changes: object) -> PersonPage:
    words = {"headline": "I count things", "about": "And say what they mean.", "is_findable": False, **changes}
    page = save_page(actor=person, slug=slug, **words)  # type: ignore[arg-type]
    return put_up_page(page_id=page.pk, actor=person) if up else page


LETTER: dict[str, Any] = {
    "saw": "They found the fault.", "compared_with": "Four interns since 2022", "would_again": True,
    "letter": "I would hire them.",
}  # fmt: skip


def draft_letter(engagement: Engagement, **changes: Any) -> Recommendation:
    words = {**LETTER, **changes}
    return save_letter(engagement_id=engagement.pk, actor=engagement.supervisor, **words)


def sign(letter: Recommendation, actor: Person | None = None) -> Recommendation:
    signer = actor or letter.engagement.supervisor
    return sign_letter(
        letter_id=letter.pk, seen=letter.digest, typed_name=signer.formal_name, title="Head baker", actor=signer
    )


def make_letter(engagement: Engagement, **places: bool) -> Recommendation:
    """Signed by the supervisor; shown where the intern says."""
    letter = sign(draft_letter(engagement))
    if not places:
        return letter
    everywhere = {"by_link": False, "on_page": False, "on_resume": False, **places}
    return show_letter(letter_id=letter.pk, actor=engagement.intern, **everywhere)


def make_signed_form(letter: Recommendation) -> Credential:
    """What the intern takes along of it."""
    return ask_for_letter_credential(letter_id=letter.pk, actor=letter.engagement.intern)


def photo(size: tuple[int, int] = (40, 30), kind: str = "JPEG", **carried: Any) -> bytes:
    """A picture that says where, by whom and with what it was taken."""
    exif = Image.Exif()
    exif[0x013B], exif[0x010E], exif[0x0112] = "Hugo Marsh", "At Brindle Bakery", 6  # artist, description, lies on side
    exif.get_ifd(0x8825)[1] = "N"
    out = BytesIO()
    Image.new("RGB", size, "#8fd").save(out, kind, exif=exif, **carried)
    return out.getvalue()


def hand_over(engagement: Engagement, name: str = "Brindle Bakery map.jpg", raw: bytes = b"", number: int = 1) -> str:
    """A file of the version that was accepted; its id."""
    stored = store_file(upload=ContentFile(raw or photo(), name=name), actor=engagement.intern)
    submission = engagement.deliverables.get(number=number).submissions.last()
    SubmissionFile.objects.create(submission=submission, file=stored)
    return stored.public_id


def save_with_files(engagement: Engagement, alts: dict[str, str], **changes: Any) -> PortfolioItem:
    """A text with files, which are ready to be shown."""
    item = save(engagement, files=[{"file": key, "alt": alt} for key, alt in alts.items()], **changes)
    ready_files(item_id=item.pk, actor=engagement.intern)
    return item


def of_the_matrix(cast: Cast, completed: Engagement) -> dict[str, str]:
    """One that all may see, and one that the host reads now; sam's page is up, paz's is not."""
    asking = make_completed(cast, portfolio="on_request")
    hidden = make_letter(asking)
    make_signed_form(hidden)
    return {
        "letter": make_letter(completed, by_link=True, on_page=True).public_id,
        "filed": asking.public_id, "hidden_letter": hidden.public_id,
        "item": show(hand_in(completed, save_with_files(completed, {hand_over(completed): "A map"}))).public_id,
        "asking": asking.public_id,
        "private_item": hand_in(asking, save_with_files(asking, {hand_over(asking): "A map"})).public_id,
        "file_number": "1",
        "look": "plain", "person_page": str(make_page(cast.sam, "sam").slug),
        "page_down": str(make_page(cast.paz, "paz", up=False).slug),
    }  # fmt: skip
