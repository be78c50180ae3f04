"""Who may change a saved search."""

from __future__ import annotations

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel.verdict import Verdict, allow_if
from firstfoot.market.searches.models import SavedSearch


def may_change_search(actor: Person, search: SavedSearch) -> Verdict:
    """Its own person and nobody else."""
    return allow_if(actor.pk == search.person_id and actor.is_active, else_deny="not_your_search")
