"""What is said after a block, on either side."""

from __future__ import annotations

from django.contrib import messages
from django.utils.translation import gettext as _

from firstfoot.web.shared.requests import PersonRequest


def say_blocked(request: PersonRequest, said: str, *, at_work: bool) -> None:
    """A block ends no work; while the two do something together, it is said where that is ended."""
    messages.success(request, said)
    if at_work:
        messages.info(request, _("What you do together goes on as agreed. Either side can end it early on its page."))
