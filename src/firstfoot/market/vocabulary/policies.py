"""Who may change the vocabulary of an installation."""

from __future__ import annotations

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel.verdict import Verdict, allow_if


def may_keep_vocabulary(actor: Person) -> Verdict:
    """Stewards keep it."""
    return allow_if(actor.is_steward and actor.is_active, else_deny="not_steward")
