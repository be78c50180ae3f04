"""`firstfoot keys`: the keys that sign credentials. No private half is ever shown, by no option."""

from __future__ import annotations

import argparse

from firstfoot.operations.django_ready import refuse_unmigrated, start_django
from firstfoot.operations.machine import Machine


def run(arguments: argparse.Namespace, machine: Machine) -> int:
    """List the keys, sign with a new one from now on, or hide all under the present secret key."""
    start_django()
    refuse_unmigrated()
    from firstfoot.proof.credentials.actions import reseal_keys, rotate_key

    if arguments.do == "rotate":
        print(f"New credentials are signed with {rotate_key(actor=None).multikey}.")
        print("What was signed before still verifies: old keys stay in the issuer's document.")
    elif arguments.do == "reseal":
        print(f"{reseal_keys(actor=None)} keys are hidden under the present secret key.")
    return _list()


def _list() -> int:
    from firstfoot.proof.credentials.queries import signing_keys
    from firstfoot.proof.credentials.sealing import opens

    keys = list(signing_keys())
    for key in keys:
        how = key.state if opens(key) else f"{key.state}, cannot be opened: its secret key is not known here"
        print(f"{key.multikey}  {key.made_at:%Y-%m-%d}  {how}  {key.did}")
    if not keys:
        print("There is no key yet: the first credential makes one.")
    return 0
