"""Marks of the worker: how far it has come, who leads, when it was last alive."""

from __future__ import annotations

from datetime import datetime, timedelta

from django.db import transaction
from django.db.models import Q

from firstfoot.kernel import clock
from firstfoot.reactions.models import WorkerMark


def read_mark(name: str) -> int:
    return WorkerMark.objects.filter(name=name).values_list("number", flat=True).first() or 0


def raise_mark(name: str, number: int) -> bool:
    """Set the mark to `number` unless it stands there or higher; whether it rose."""
    if read_mark(name) >= number:
        return False
    with transaction.atomic():
        WorkerMark.objects.get_or_create(name=name)
        return bool(WorkerMark.objects.filter(name=name, number__lt=number).update(number=number, at=clock.now()))


def is_marked(name: str, number: int) -> bool:
    """Whether the mark of days or hours has come to `number`.

    One that stands more than one further was set by a clock that was ahead: it is taken back, else
    nothing would be done until the clock is there again.
    """
    stands = read_mark(name)
    if stands <= number + 1:
        return stands >= number
    with transaction.atomic():
        WorkerMark.objects.filter(name=name, number=stands).update(number=number - 1, at=clock.now())
    return False


def touch_mark(name: str) -> None:
    """Note that `name` was alive now."""
    with transaction.atomic():
        WorkerMark.objects.update_or_create(name=name, defaults={"at": clock.now()})


def take_lead(name: str, me: int, lease: timedelta) -> bool:
    """Become or stay the one holder of `name`, until the lease since the last call has run out."""
    now: datetime = clock.now()
    ahead = Q(at__gt=now + lease)  # by a clock that was set back
    free = Q(number=me) | Q(number=0) | Q(at__lt=now - lease) | Q(at=None) | ahead
    with transaction.atomic():
        WorkerMark.objects.get_or_create(name=name)
        return bool(WorkerMark.objects.filter(free, name=name).update(number=me, at=now))


def give_up_lead(name: str, me: int) -> None:
    with transaction.atomic():
        WorkerMark.objects.filter(name=name, number=me).update(number=0)
