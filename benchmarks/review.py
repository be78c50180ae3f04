"""The review board with 200 applicants, in this process: CPU time of one full WSGI call, and a row's share of it."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from benchmarks.frame import Row, in_turns
from benchmarks.site import signed_in

APPLICANTS = 200
A_ROW = 0.15  # ms, warm


def measure(folder: Path) -> list[Row]:
    """The board beside its rows and kept cards in the site's empty page; the world keeps its further applicants."""
    del folder
    project = _applied_to()
    hana = signed_in("hana@demo.example")
    board, best, empty = in_turns(
        hana.call(f"/hosting/projects/{project.public_id}/applicants/"),
        hana.call(f"/bench/board/{project.public_id}/"),
        hana.call("/bench/page/"),
    )
    row, least = max(board - empty, 0) / APPLICANTS, max(best - empty, 0) / APPLICANTS
    return [
        Row(f"review board, {APPLICANTS} applicants", board, "ms", best, "rows and kept cards in an empty page"),
        Row("a row of it at its best", least, "ms"),
        Row("a row of it, warm", row, "ms", goal=A_ROW),
    ]


def _applied_to() -> Any:
    """A project of hana's with so many who wait for an answer: copies of one who does, and of their person."""
    from firstfoot.foundation.accounts.models import Person
    from firstfoot.kernel.ids import public_id
    from firstfoot.market.applications.models import Application

    mine = {"project__organization__memberships__person__email": "hana@demo.example", "state": "submitted"}
    one = Application.objects.filter(**mine).select_related("person", "project").order_by("pk").first()
    assert one is not None
    missing = APPLICANTS - Application.objects.filter(project=one.project, state="submitted").count()
    people = Person.objects.bulk_create(
        [_copy(one.person, email=f"{public_id()}@b.example", actor_token=public_id()) for _ in range(missing)]
    )
    Application.objects.bulk_create(
        [_copy(one, person=person, pseudonym=f"Bench {n}", thread=None) for n, person in enumerate(people)]
    )
    return one.project


def _copy(thing: Any, **changes: Any) -> Any:
    from firstfoot.kernel.ids import public_id

    values = {f.name: getattr(thing, f.name) for f in thing._meta.concrete_fields if not f.primary_key}
    return type(thing)(**{**values, "public_id": public_id(), **changes})
