"""Address, https, database, worker and disk."""

from __future__ import annotations

import sqlite3
import stat
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import urlsplit

from django.conf import settings
from django.db import connection

from firstfoot.operations.doctor.finding import Finding, fail, warn, well
from firstfoot.reactions import health

LOCAL = {"localhost", "127.0.0.1", "::1"}
# The write-ahead log's reset could lose a commit until these (sqlite.org/wal.html, "The WAL-reset bug").
MENDED = (3, 51, 3)
MENDED_ALSO = {(3, 44): 6, (3, 50): 7}


def address_findings() -> Iterator[Finding]:
    parts = urlsplit(settings.SITE_URL)
    host = parts.hostname or ""
    if host not in settings.ALLOWED_HOSTS and "*" not in settings.ALLOWED_HOSTS:
        yield fail("address", f"{settings.SITE_URL} is not among ALLOWED_HOSTS", f"Add {host} to ALLOWED_HOSTS.")
    elif host in LOCAL:
        yield warn("address", f"links in mails lead to {settings.SITE_URL}", "Set SITE_URL to the public address.")
    else:
        yield well("address", settings.SITE_URL)
    if parts.scheme == "https":
        yield well("https", "cookies are sent over https only")
    elif host not in LOCAL:
        yield fail(
            "https", "the site is served without https", "Put a proxy with a certificate before it, set SITE_URL."
        )
    if settings.DEBUG:
        yield fail("debug", "error pages show the inside of the program", "Unset FIRSTFOOT_DEBUG.")
    if settings.DEMO and host not in LOCAL:
        yield warn(
            "demo", "anybody can walk in as the made-up people", "Unset FIRSTFOOT_DEMO unless this is a show room."
        )


def database_findings() -> Iterator[Finding]:
    sign = health.database_sign()
    if not sign.is_well:
        yield fail("database", "it does not answer", "Start it, or correct DATABASE_URL.")
        return
    pending = health.pending_migrations()
    if pending:
        yield fail("database", f"{len(pending)} migrations are pending", "Run `firstfoot migrate`, or restart serve.")
    else:
        yield well("database", f"{sign.value}, up to date")
    if connection.vendor == "sqlite" and not is_mended(sqlite3.sqlite_version_info):
        yield warn(
            "sqlite", f"version {sqlite3.sqlite_version} can, very rarely, lose a write in its log",
            "Take a system with SQLite 3.51.3 or newer, or use PostgreSQL. Keep backups.",
        )  # fmt: skip


def is_mended(version: tuple[int, ...]) -> bool:
    """
    >>> is_mended((3, 40, 1)), is_mended((3, 50, 7)), is_mended((3, 53, 0))
    (False, True, True)
    """
    if version >= MENDED:
        return True
    patch = MENDED_ALSO.get((version[0], version[1]))
    return patch is not None and version[2] >= patch


def worker_findings() -> Iterator[Finding]:
    sign = health.worker_sign()
    if sign.is_well:
        yield well("worker", f"last seen {sign.value}")
    else:
        seen = f"last seen {sign.value}" if sign.value else "never seen"
        yield fail("worker", seen, "Start `firstfoot serve`, or `firstfoot worker` where you serve with --no-worker.")
    dead = health.dead_runs()
    if dead:
        yield warn(
            "worker", f"{dead} reactions were laid aside", "A steward sees them under Runs, and can run them again."
        )


def disk_findings() -> Iterator[Finding]:
    sign = health.disk_sign()
    if sign.is_well:
        yield well("disk", sign.value)
    else:
        yield fail("disk", sign.value, "Free some: without room nothing can be written.")
    folder = Path(settings.DATA_DIR)
    for path, mode in ((folder, 0o700), (folder / "secret.key", 0o600)):
        if path.exists() and stat.S_IMODE(path.stat().st_mode) & ~mode:
            yield warn("privacy", f"others can read {path}", f"chmod {mode:o} {path}")
