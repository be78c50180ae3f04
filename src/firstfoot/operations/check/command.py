"""`firstfoot check`: verifies the rules that must never break; exit code 1 when one is broken."""

from __future__ import annotations

import argparse
import json
from collections.abc import Iterator
from dataclasses import asdict

from firstfoot.operations.check.fault import Check, Fault
from firstfoot.operations.django_ready import refuse_unmigrated, start_django
from firstfoot.operations.machine import Machine


def run(arguments: argparse.Namespace, machine: Machine) -> int:
    """Print every fault with what to do about it. Changes nothing."""
    start_django()
    refuse_unmigrated()
    if not arguments.json:
        return report()
    faults = list(all_faults())
    print(json.dumps({"faults": [asdict(fault) for fault in faults]}, indent=2))
    return bool(faults)


def report() -> int:
    """Say each fault as it is found, and how many there were; 1 when there was any."""
    found = 0
    for fault in all_faults():
        found += 1
        print(f"rule {fault.invariant}  {fault.thing}  {fault.code}\n    {fault.hint}", flush=True)
    print(f"{len(checks())} rules checked: " + (f"{found} faults." if found else "nothing is wrong."))
    return bool(found)


def all_faults() -> Iterator[Fault]:
    for check in checks().values():
        yield from check()


def checks() -> dict[int, Check]:
    """The check of each invariant whose part exists, by its number."""
    from firstfoot.operations.check.acceptance import acceptance_faults
    from firstfoot.operations.check.chains import chain_faults_everywhere
    from firstfoot.operations.check.codes import code_faults
    from firstfoot.operations.check.credentials import credential_faults
    from firstfoot.operations.check.holds import hold_faults
    from firstfoot.operations.check.messages import message_faults
    from firstfoot.operations.check.moves import move_faults
    from firstfoot.operations.check.seats import seat_faults
    from firstfoot.operations.check.signatures import signature_faults
    from firstfoot.operations.check.stipends import stipend_faults
    from firstfoot.operations.check.stored_files import file_faults

    return {
        1: seat_faults,
        2: signature_faults,
        3: chain_faults_everywhere,
        4: move_faults,
        5: acceptance_faults,
        6: credential_faults,
        7: stipend_faults,
        8: file_faults,
        9: message_faults,
        10: code_faults,
        11: hold_faults,
    }
