"""Who may set floors of pay."""

from __future__ import annotations

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel.verdict import Verdict, allow_if


def may_set_floors(actor: Person) -> Verdict:
    """Stewards keep the table."""
    return allow_if(actor.is_steward and actor.is_active, else_deny="not_steward")
