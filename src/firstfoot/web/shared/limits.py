"""How often one visitor may ask for what costs: counted by network address, for some seconds, across processes."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass

from allauth.account.adapter import get_adapter
from django.core.cache import cache
from django.http import HttpRequest

from firstfoot.kernel import clock


@dataclass(frozen=True, slots=True)
class Rate:
    """So many of one thing in so many seconds."""

    what: str
    most: int
    seconds: int


def too_often(request: HttpRequest, rate: Rate) -> bool:
    """Count this one, and say whether it is one too many. The address itself is not kept."""
    address = str(get_adapter(request).get_client_ip(request))
    window = int(clock.now().timestamp()) // rate.seconds
    said = hashlib.sha256(f"{address} {window}".encode()).hexdigest()[:32]
    key = f"often:{rate.what}:{said}"
    if cache.add(key, 1, rate.seconds * 2):
        return rate.most < 1
    try:
        return cache.incr(key) > rate.most
    except ValueError:  # it was swept between the two
        return False
