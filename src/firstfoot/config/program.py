"""The `firstfoot` program: reads the environment, then hands over to the commands."""

from __future__ import annotations

import os
import sys
from pathlib import Path

from firstfoot import __version__
from firstfoot.config import env
from firstfoot.operations import cli
from firstfoot.operations.machine import Machine


def machine() -> Machine:
    """What the environment says, without loading Django or making anything."""
    folder = env.data_path()
    database = env.database(folder)
    is_sqlite = database["ENGINE"] == env.SQLITE
    return Machine(
        data=folder,
        host=env.host(),
        port=env.port(),
        site_url=env.site_url(),
        release=__version__,
        database_url="" if is_sqlite else env.text("DATABASE_URL"),
        sqlite=Path(database["NAME"]) if is_sqlite else None,
        web_workers=env.number("WEB_WORKERS", os.cpu_count() or 1),
        password=env.text("FIRSTFOOT_PASSWORD"),
        passphrase=env.text("FIRSTFOOT_PASSPHRASE"),
        is_demo=env.flag("FIRSTFOOT_DEMO"),
    )


def main() -> None:
    """Run one command and leave with its exit code."""
    os.umask(0o077)  # whatever a command makes is for its owner only
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "firstfoot.config.settings")
    try:
        here = machine()
    except ValueError as error:
        sys.exit(f"firstfoot: {error}")
    sys.exit(cli.main(here))


if __name__ == "__main__":
    main()
