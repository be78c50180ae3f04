"""While one process has migrated, others of the version before still run: they read and write what we have now.

The version before is the first landed one (once there are releases: the last of them), and for each app the state
before its last migration. Its models, as its migrations describe them, select and insert rows in the schema of now.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.apps import apps
from django.db import Error, connection, models, transaction
from django.db.migrations.executor import MigrationExecutor

from firstfoot.kernel import clock
from firstfoot.kernel.ids import public_id
from tests.figures import figure

pytestmark = pytest.mark.usefixtures("upgraded")

OURS = sorted(app.label for app in apps.get_app_configs() if app.name.startswith("firstfoot."))


# What a new row needs besides, since a rule of its table ties its columns together.
def another(field) -> Any:
    """A new row, where another than the first is asked for."""
    found = new(field.related_model)
    found.save(force_insert=True)
    return found


FILLED = {
    "credentials.Credential": {"revoked_for": ""},
    "applications.Mark": {"is_conflict": True},
    "moderation.Case": {"decision": ""},
    "organizations.Sighting": {"outdated_by": ""},
    "engagements.HoursEntry": {"minutes": 60},
    "engagements.PartPay": {"turn": "intern", "by_host_minor": 100, "most_minor": 200, "currency": "EUR"},
    "network.Tie": {"second": another},
    "portfolio.Recommendation": {"content_hash": ""},
    "payments.Stipend": {"asked_reason": "", "currency": "EUR"},
    "payments.StipendEntry": {"amount_minor": 1, "source": "agreed", "target": "pledged"},
}
RULE = (
    "A process of the version before, which still runs while this one has migrated, cannot {what} {model}: {error} "
    "Give a new column a database default (db_default); drop or rename one in the version after the one that "
    "stopped using it."
)


def versions_before(first) -> Iterator[tuple[str, list[tuple[str, str]], list[str]]]:
    """(what it is, the migrations it knew, the apps to look at)."""
    loader = MigrationExecutor(connection).loader
    yield "first", [node for node in first.applied if node in loader.graph.nodes], OURS
    for label in OURS:
        names = sorted(name for app, name in loader.graph.nodes if app == label)
        if len(names) > 1:
            yield f"{label} before {names[-1]}", [(label, names[-2])], [label]


def models_before(nodes, labels) -> list[type[models.Model]]:
    """The models as a process of that version has them."""
    state = MigrationExecutor(connection).loader.project_state(nodes, at_end=True)
    return [model for model in state.apps.get_models() if model._meta.app_label in labels]


def read(model) -> Any:
    return model._base_manager.order_by("pk").first()


def write(model) -> None:
    """Insert a row with every column that this version knows: one that stands there, taken out before, or a new one."""
    row = read(model)
    if row is None:
        row = new(model)
    else:
        with connection.cursor() as cursor:
            table, key = connection.ops.quote_name(model._meta.db_table), model._meta.pk.column
            cursor.execute(f"DELETE FROM {table} WHERE {key} = %s", [row.pk])
    row.save(force_insert=True)


def new(model) -> Any:
    """A row for a table that is empty in the demo world."""
    values = {field.name: value_for(field) for field in model._meta.concrete_fields if is_needed(field)}
    given = FILLED.get(model._meta.label, {})
    made = {name: value(model._meta.get_field(name)) if callable(value) else value for name, value in given.items()}
    return model(**values | made)


def is_needed(field) -> bool:
    is_own_key = field.primary_key and not field.is_relation
    return not (is_own_key or field.generated or field.null or field.has_default())


def value_for(field) -> Any:
    if field.is_relation:
        found = read(field.related_model)
        if found is None:
            found = new(field.related_model)
            found.save(force_insert=True)
        return found
    if field.choices:
        return field.choices[0][0]
    kinds = {"DateTimeField": clock.now, "DateField": date.today, "CharField": public_id, "TextField": public_id}
    return kinds.get(field.get_internal_type(), int)()


def tried(what, move, model) -> str:
    try:
        with transaction.atomic():
            move(model)
            transaction.set_rollback(True)
    except Error as error:
        return RULE.format(what=what, model=model._meta.label, error=str(error).strip().splitlines()[0])
    return ""


def test_a_process_of_the_version_before_reads_and_writes_what_we_have_now(first):
    looked, faults = 0, []
    for version, nodes, labels in versions_before(first):
        found = models_before(nodes, labels)
        looked += len(found)
        faults += [
            f"{version}: {fault}" for m in found if (fault := tried("read", read, m) or tried("write", write, m))
        ]
    assert not faults, "\n".join(faults)
    figure(
        "upgrade: models of versions before", f"{looked} read and written", f"in the schema of now, {connection.vendor}"
    )
