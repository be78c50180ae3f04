"""Who may have a list made."""

from __future__ import annotations

from django.conf import settings

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel.verdict import Verdict, allow_if, deny


def may_have_list(actor: Person) -> Verdict:
    """Anybody who is let in, for themselves, unless the installation makes no lists."""
    if not settings.SUGGESTIONS:
        return deny("no_lists_here")
    return allow_if(actor.is_active, else_deny="not_active")
