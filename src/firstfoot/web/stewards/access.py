"""Who comes in here: stewards."""

from __future__ import annotations

import functools
from collections.abc import Callable
from typing import Any

from django.contrib.auth.decorators import login_required
from django.http import HttpResponse

from firstfoot.kernel.verdict import allow_if, require
from firstfoot.web.shared.requests import PersonRequest

type Page = Callable[..., HttpResponse]


def steward_required(page: Page) -> Page:
    """A page for stewards; others who are signed in are refused with the reason."""

    @functools.wraps(page)
    def guarded(request: PersonRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        require(allow_if(request.user.is_steward, else_deny="not_steward"))
        return page(request, *args, **kwargs)

    return login_required(guarded)
