"""Asking for a passphrase or password, unless the environment or a file gave it."""

from __future__ import annotations

import getpass
import sys
from pathlib import Path

from firstfoot.operations.machine import CannotRun, Machine


def opening(key_file: Path | None, machine: Machine, *, twice: bool) -> str:
    """What opens an archive: the content of the key file, else the passphrase."""
    if key_file is not None:
        return from_file(key_file)
    return ask(machine.passphrase, "passphrase", "FIRSTFOOT_PASSPHRASE", twice=twice)


def from_file(path: Path) -> str:
    """The text of a key file without the white space around it; bytes that are no text count as they are.

    Raises CannotRun when it cannot be read or is empty.
    """
    try:
        raw = path.read_bytes()
    except OSError as error:
        raise CannotRun(f"the key file {path} cannot be read ({error.strerror}).") from None
    try:
        key = raw.decode().strip()
    except UnicodeDecodeError:
        key = raw.hex()
    if not key:
        raise CannotRun(f"the key file {path} is empty.")
    return key


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
