"""Making the files of an item ready: a picture is drawn anew, without anything that it carries."""

from __future__ import annotations

from django.core.files.base import ContentFile
from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.files.actions import store_file
from firstfoot.foundation.files.exports import delete_stored
from firstfoot.foundation.files.models import StoredFile
from firstfoot.foundation.files.pictures import CannotDraw, drawn_anew
from firstfoot.foundation.files.queries import open_file
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.proof.portfolio.actions.items import locked_item
from firstfoot.proof.portfolio.models import ItemFile, PortfolioItem
from firstfoot.proof.portfolio.policies import may_write_item
from firstfoot.proof.portfolio.queries import files_to_hold


def ready_files(*, item_id: int, actor: Person) -> None:
    """Make ready what the text names. Call it outside of a transaction: drawing takes its time.

    Raises NotPermitted unless the actor is the intern, Conflict("picture_unreadable").
    """
    item = PortfolioItem.objects.select_related("engagement__organization").get(pk=item_id)
    require(may_write_item(actor, item.engagement))
    for source in files_to_hold(item):
        shown = _drawn(source, actor) if source.shown_as == "picture" else source
        hold_file(item_id=item_id, source=source, shown=shown, actor=actor)


def _drawn(source: StoredFile, actor: Person) -> StoredFile:
    try:
        with open_file(source) as content:
            raw = drawn_anew(content)
    except (CannotDraw, FileNotFoundError):
        raise Conflict("picture_unreadable", name=source.name) from None
    return store_file(upload=ContentFile(raw, name="picture.webp"), actor=actor)


@transaction.atomic
def hold_file(*, item_id: int, source: StoredFile, shown: StoredFile, actor: Person) -> ItemFile:
    """Keep the form in which others get a file; of two that were made at once the first stays.

    Raises NotPermitted unless the actor is the intern.
    """
    item, engagement = locked_item(item_id)
    require(may_write_item(actor, engagement))
    held, is_new = ItemFile.objects.get_or_create(item=item, source=source, defaults={"shown": shown})
    if not is_new and shown not in (held.shown, source):
        delete_stored(shown)
    return held


def erase_item_files(item: PortfolioItem) -> None:
    """Let go of them: the pictures that were drawn anew are deleted with the person's other files."""
    ItemFile.objects.filter(item=item).delete()
