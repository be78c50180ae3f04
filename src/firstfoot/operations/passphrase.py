"""Asking for a passphrase or password, unless the environment gave it."""

from __future__ import annotations

import getpass
import sys

from firstfoot.operations.machine import CannotRun


def ask(given: str, what: str, setting: str, *, twice: bool) -> str:
    """What the environment gave, else what is typed; raises CannotRun without a terminal."""
    if given:
        return given
    if not sys.stdin.isatty():
        raise CannotRun(f"set {setting}, or run it in a terminal to type the {what}.")
    typed = getpass.getpass(f"{what.capitalize()}: ")
    if not typed or (twice and getpass.getpass("Again: ") != typed):
        raise CannotRun(f"the {what} was empty, or not typed twice alike.")
    return typed
