"""Who may change an account."""

from __future__ import annotations

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel.verdict import YES, Verdict, allow_if, deny


def may_change_person(actor: Person, person: Person) -> Verdict:
    """Everyone keeps their own account, nobody another's."""
    return allow_if(actor.pk == person.pk, else_deny="not_yourself")


def may_make_steward(actor: Person | None) -> Verdict:
    """A steward, or the command line."""
    return allow_if(actor is None or actor.is_steward, else_deny="not_steward")


def may_moderate_person(actor: Person, person: Person) -> Verdict:
    """Stewards suspend and restore others, never themselves."""
    if not actor.is_steward:
        return deny("not_steward")
    return deny("own_account") if actor.pk == person.pk else YES
