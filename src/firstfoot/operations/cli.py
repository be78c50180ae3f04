"""The commands of the `firstfoot` program; each is a module with one function `run`, loaded when it is called."""

from __future__ import annotations

import argparse
import importlib
import sys
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from firstfoot.operations.machine import CannotRun, Machine

type Arguments = Callable[[argparse.ArgumentParser], None]


def _none(parser: argparse.ArgumentParser) -> None:
    pass


def _serve(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--no-worker", action="store_true", help="serve pages only; run `firstfoot worker` elsewhere")


def _demo(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--if-empty", action="store_true", help="do nothing when somebody has already joined")


def _check(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print the faults as JSON")


def _createsteward(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--email", required=True, help="the address to sign in with")
    parser.add_argument("--name", required=True, help="what everyone calls them")
    parser.add_argument(
        "--password", action="store_true", help="set the password now (asked for, or FIRSTFOOT_PASSWORD)"
    )


def _file(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="the archive")
    parser.add_argument(
        "--key-file", type=Path, metavar="KEY", help="a file whose content opens the archive, in place of a passphrase"
    )


def _doctor(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("--json", action="store_true", help="print the findings as JSON")


def _skills(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("do", choices=["import"], help="import: add the skills of a public list")
    parser.add_argument("file", type=Path, metavar="FILE", help="a list as ESCO (CSV) or O*NET (text) publish it")
    parser.add_argument("--source", choices=["esco", "onet"], default="", help="refuse a file of the other one")
    parser.add_argument("--dry-run", action="store_true", help="say what would be added, and add nothing")


def _keys(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "do", choices=["list", "rotate", "reseal"],
        help="list: show them; rotate: sign with a new one from now on; reseal: hide all under the present secret key",
    )  # fmt: skip


def _verify(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help="a credential: its JSON, its JWT, or its badge (PNG)")
    parser.add_argument("--did", type=Path, metavar="FILE", help="the issuer's did.json, in place of its own domain")
    parser.add_argument("--list", type=Path, metavar="FILE", help="the list of revocations that the credential names")
    parser.add_argument("--offline", action="store_true", help="fetch nothing")
    parser.epilog = "Exit codes: 0 valid, 3 not genuine, 4 revoked, 5 whole but its revocation is not known."


@dataclass(frozen=True, slots=True)
class Command:
    """One word of the program."""

    name: str
    says: str
    module: str
    arguments: Arguments = _none


HERE = "firstfoot.operations"
COMMANDS = (
    Command("serve", "Serve the site: pages and worker, restarted when they fall.", f"{HERE}.serve", _serve),
    Command("worker", "Run the worker alone.", f"{HERE}.worker"),
    Command("migrate", "Bring database and static files to this release (serve does it).", f"{HERE}.migrate"),
    Command("demo", "Fill an empty installation with a made-up world.", f"{HERE}.demo_world", _demo),
    Command("check", "Verify the rules that must never break, on the live database.", f"{HERE}.check.command", _check),
    Command("createsteward", "Make the first steward.", f"{HERE}.createsteward", _createsteward),
    Command("skills", "Add the skills of a public list to the vocabulary.", f"{HERE}.skills", _skills),
    Command("keys", "The keys that sign credentials: list, rotate, reseal.", f"{HERE}.keys", _keys),
    Command("verify", "Check a credential, without a database.", f"{HERE}.verify", _verify),
    Command("backup", "Write database, files and sealed keys into one archive.", f"{HERE}.backup", _file),
    Command("restore", "Bring an archive back into an empty data folder.", f"{HERE}.restore", _file),
    Command("doctor", "Look at mail, address, worker, disk and database, and say what to do.",
            f"{HERE}.doctor.command", _doctor),
)  # fmt: skip


def parser_of(release: str) -> argparse.ArgumentParser:
    """The parser of all commands; imports none of them."""
    parser = argparse.ArgumentParser(prog="firstfoot", description="The platform for micro-internships.")
    parser.add_argument("--version", action="version", version=f"firstfoot {release}")
    commands = parser.add_subparsers(dest="command", required=True, metavar="COMMAND")
    for command in COMMANDS:
        command.arguments(commands.add_parser(command.name, help=command.says, description=command.says))
    return parser


def main(machine: Machine, argv: Sequence[str] | None = None) -> int:
    """Run one command; returns its exit code."""
    arguments = parser_of(machine.release).parse_args(argv)
    command = next(c for c in COMMANDS if c.name == arguments.command)
    try:
        return int(importlib.import_module(command.module).run(arguments, machine))
    except CannotRun as error:
        print(f"firstfoot {command.name}: {error}", file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        return 130
