"""Loading Django, for the commands that need it."""

from __future__ import annotations

from firstfoot.operations.machine import CannotRun


def start_django() -> None:
    """Load settings and apps once; slow (about a second), so commands call it only when they need it."""
    import django
    from django.apps import apps

    if not apps.ready:
        django.setup()


def refuse_unmigrated() -> None:
    """Raise CannotRun unless the database is that of this release."""
    from firstfoot.reactions.health import pending_migrations

    if pending_migrations():
        raise CannotRun("the database is not up to date. Run `firstfoot migrate` first.")
