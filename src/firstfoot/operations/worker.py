"""`firstfoot worker`: does what is due, then waits to be woken."""

from __future__ import annotations

import argparse

from firstfoot.operations.django_ready import start_django
from firstfoot.operations.machine import Machine


def run(arguments: argparse.Namespace, machine: Machine) -> int:
    """Run until SIGTERM or SIGINT; what is in hand is finished first."""
    start_django()
    from firstfoot.reactions.worker import run_worker

    run_worker()
    return 0
