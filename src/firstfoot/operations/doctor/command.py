"""`firstfoot doctor`: looks at every part of the installation and says what to do."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict

from firstfoot.operations.django_ready import start_django
from firstfoot.operations.doctor.finding import Finding, Grade
from firstfoot.operations.machine import Machine


def run(arguments: argparse.Namespace, machine: Machine) -> int:
    """Print a line for each part; exit code 1 when one fails."""
    start_django()
    found = list(findings())
    if arguments.json:
        print(json.dumps({"findings": [asdict(finding) for finding in found]}, indent=2))
    else:
        for finding in found:
            print(finding)
    return int(any(finding.grade == Grade.FAIL for finding in found))


def findings() -> Iterator[Finding]:
    """Every part; what lies in the database only when it answers and is up to date."""
    from firstfoot.operations.doctor import mail, place

    yield from place.address_findings()
    database = list(place.database_findings())
    yield from database
    yield mail.server()
    yield mail.sender()
    if all(finding.grade != Grade.FAIL for finding in database):
        yield from place.worker_findings()
        yield from mail.stored_mail()
    yield from place.disk_findings()
