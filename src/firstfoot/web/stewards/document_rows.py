"""What a steward's page says of documents that were seen, and why something cannot be said of them."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from firstfoot.foundation.accounts.queries import stewards
from firstfoot.kernel import clock
from firstfoot.market.organizations.policies import may_answer_document
from firstfoot.market.organizations.queries import sightings_visible_to
from firstfoot.market.organizations.seen import document_said_of, worth_of
from firstfoot.market.organizations.states import SightingState
from firstfoot.web.shared.reasons import say
from firstfoot.web.shared.requests import PersonRequest

MOST = 10
KINDS: dict[str, Any] = {
    "register": _("Extract of a register"),
    "tax": _("Tax or charity letter"),
    "authority": _("Letter of a school or an authority"),
    "other": _("Another document"),
}
WORTHS: dict[str, Any] = {
    "counts": (_("Two stewards saw it"), "check", "ok"),
    "waits": (_("Waits for a second steward"), "hourglass", "warn"),
    "name": (_("Seen before the name changed"), "history", "line"),
    "year": (_("Seen a year ago"), "history", "line"),
}
NOTHINGS: dict[str, Any] = {
    "denied": (_("A second steward says no"), "x", "bad"),
    "taken_back": (_("Taken back"), "x", "line"),
}
REASONS: dict[str, Any] = {
    "saw_it_first": _("You saw it first, so another steward has to say whether they saw it, too."),
    "document_open": _("Another note about a document waits for its answer. There is one at a time."),
    "document_answered": _(
        "Somebody was faster: this note was answered, taken back or overtaken. Read what stands now."
    ),
    "document_day": _("Say a day within the last year."),
    "first_belongs": _("Whoever saw it first belongs to the organization now, so it cannot count. Say no, and why."),
}

say(REASONS)


def documents_of(request: PersonRequest, organization: Any) -> dict[str, Any]:
    """What the template needs: the newest of them, the open one, and what the reader may do."""
    reader = request.user
    found = list(sightings_visible_to(reader).filter(organization=organization).order_by("-noted_at", "-pk")[:MOST])
    waiting = next((each for each in found if each.state == SightingState.NOTED), None)
    others = stewards().exclude(pk=reader.pk)
    return {
        "document": document_said_of(organization),
        "documents": [(each, KINDS[each.kind], _badge(each)) for each in found if each is not waiting],
        "waiting_kind": KINDS[waiting.kind] if waiting else "",
        "waiting_badge": WORTHS["waits"],
        "waiting": waiting,
        "is_mine": waiting is not None and waiting.noted_by_id == reader.pk,
        "may_answer": waiting is not None and may_answer_document(reader, waiting),
        "is_alone": waiting is not None and not others.exists(),
    }


def _badge(sighting: Any) -> Any:
    return NOTHINGS.get(sighting.state) or WORTHS[worth_of(sighting, clock.today())]
