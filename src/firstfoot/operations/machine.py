"""What a command must know of the machine it runs on, before any settings are loaded."""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path


class CannotRun(Exception):
    """A command cannot do its work; the message says why and what to do, and is shown without a traceback."""


@dataclass(frozen=True, slots=True)
class Machine:
    """Read from the environment once, by config; commands read no environment themselves."""

    data: Path  # the data folder; may not exist yet
    host: str
    port: int
    site_url: str
    release: str
    database_url: str = ""  # empty: SQLite in the data folder
    sqlite: Path | None = None  # the SQLite file, unless the database is PostgreSQL
    web_workers: int = 1
    password: str = ""  # for createsteward
    passphrase: str = ""  # for backup and restore
    is_demo: bool = False  # visitors may walk in as the demo's people

    def program(self, *arguments: str) -> list[str]:
        """The command line that runs this very program with other arguments, in a process of its own."""
        return [sys.executable, "-m", "firstfoot.config.program", *arguments]
