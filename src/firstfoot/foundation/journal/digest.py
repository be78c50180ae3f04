"""One hash a day over the last fact of every thing, so that a cut tail or a vanished thing shows."""

from __future__ import annotations

import hashlib
from datetime import date, datetime, timedelta

from django.db import transaction
from django.db.models import Exists, OuterRef

from firstfoot.foundation.journal.models import DailyDigest, Fact
from firstfoot.kernel import clock

# Longer than any transaction lasts: all facts with a smaller number are committed by then.
SETTLED = timedelta(minutes=15)


@transaction.atomic
def write_daily_digest(*, day: date) -> DailyDigest:
    """Write down the digest of `day`, once; a second call answers the first one's."""
    found = DailyDigest.objects.filter(day=day).first()
    if found is not None:
        return found
    now = clock.now()
    last = last_settled_fact(now)
    digest, things = digest_until(last)
    return DailyDigest.objects.create(day=day, hash=digest, things=things, last_fact=last, at=now)


def last_settled_fact(now: datetime) -> int:
    """The number of the newest fact before which nothing can still be committed; 0 without any."""
    newest = Fact.objects.filter(at__lte=now - SETTLED).order_by("-pk").values_list("pk", flat=True).first()
    return newest or 0


def digest_until(last_fact: int) -> tuple[str, int]:
    """SHA-256 over all (thing, seq, hash) as of the fact numbered `last_fact`, and how many things there are."""
    known = Fact.objects.filter(pk__lte=last_fact)
    later = known.filter(thing=OuterRef("thing"), seq=OuterRef("seq") + 1)
    heads = known.filter(~Exists(later)).values_list("thing", "seq", "hash")
    lines = sorted(f"{thing} {seq} {head}" for thing, seq, head in heads.iterator())
    return hashlib.sha256("\n".join(lines).encode()).hexdigest(), len(lines)


def digest_faults() -> list[DailyDigest]:
    """The stored digests that the journal no longer gives."""
    return [d for d in DailyDigest.objects.order_by("day") if digest_until(d.last_fact) != (d.hash, d.things)]
