"""Whether this installation can work: database, migrations, disk, worker. Read by /readyz and by `firstfoot doctor`."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from django.conf import settings
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor

from firstfoot.kernel import clock
from firstfoot.reactions.models import ReactionRun, RunState, WorkerMark

LEAST_FREE_BYTES = 200 * 1024 * 1024
WORKER_SILENT_AFTER = timedelta(minutes=2)


@dataclass(frozen=True, slots=True)
class Sign:
    """One thing that was looked at; `code` says what is wrong when it is not well."""

    name: str
    is_well: bool
    code: str = ""
    value: str = ""


def signs() -> list[Sign]:
    """Everything that decides whether requests should be sent here; stops early without a database."""
    found = [database_sign()]
    if found[0].is_well:
        found += [migrations_sign(), worker_sign()]
    return [*found, disk_sign()]


def database_sign() -> Sign:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT 1")
    except Error:
        return Sign("database", False, "unreachable", connection.vendor)
    return Sign("database", True, value=connection.vendor)


def migrations_sign() -> Sign:
    pending = pending_migrations()
    return Sign("migrations", not pending, "pending" if pending else "", str(len(pending)))


def pending_migrations() -> list[str]:
    """The migrations of this release that the database has not seen."""
    executor = MigrationExecutor(connection)
    plan = executor.migration_plan(executor.loader.graph.leaf_nodes())
    return [f"{migration.app_label}.{migration.name}" for migration, _ in plan]


def disk_sign() -> Sign:
    free = free_bytes()
    is_enough = free >= LEAST_FREE_BYTES
    return Sign("disk", is_enough, "" if is_enough else "nearly_full", f"{free // 1024**2} MB free")


def free_bytes() -> int:
    folder = Path(settings.DATA_DIR)
    return shutil.disk_usage(folder if folder.exists() else folder.parent).free


def worker_sign() -> Sign:
    seen = worker_seen_at()
    if seen is None:
        return Sign("worker", False, "never_seen")
    age = clock.now() - seen
    is_well = age <= WORKER_SILENT_AFTER
    return Sign("worker", is_well, "" if is_well else "silent", f"{round(age.total_seconds())} s ago")


def worker_seen_at() -> datetime | None:
    """When any worker was last alive."""
    beats = WorkerMark.objects.filter(name__startswith="heartbeat:", at__isnull=False)
    return beats.order_by("-at").values_list("at", flat=True).first()


def dead_runs() -> int:
    """Reactions that were tried as often as we try; a steward can run them again."""
    return ReactionRun.objects.filter(state=RunState.DEAD).count()
