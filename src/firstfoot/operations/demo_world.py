"""`firstfoot demo`: fills an empty installation with a made-up world, through the real actions."""

from __future__ import annotations

import argparse
import importlib
import logging

from firstfoot.operations.django_ready import start_django
from firstfoot.operations.machine import CannotRun, Machine
from firstfoot.operations.migrate import bring_up_to_date
from firstfoot.operations.serve import make_private


def run(arguments: argparse.Namespace, machine: Machine) -> int:
    """Fill; a world with people in it is left alone with --if-empty, and refused without."""
    make_private(machine.data)
    start_django()
    bring_up_to_date(machine)
    from firstfoot.foundation.accounts.models import Person

    if Person.objects.exists():
        if arguments.if_empty:
            return 0
        raise CannotRun("somebody has joined here already. Set FIRSTFOOT_DATA to a new folder.")
    make_haste()
    importlib.import_module("firstfoot.operations.demo.build").build()
    return 0


def make_haste() -> None:
    """A made-up world may be lost in a power cut and is not worth a line of log for each step."""
    from django.db import connection

    logging.getLogger().setLevel(logging.WARNING)
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("PRAGMA synchronous=OFF")
