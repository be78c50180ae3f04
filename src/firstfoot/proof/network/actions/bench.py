"""What a host notes about people who worked there."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.leaving import emptied
from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record, record_new
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.organizations.models import Organization
from firstfoot.proof.network.events import Network
from firstfoot.proof.network.models import BenchNote
from firstfoot.proof.network.policies import may_note_on_bench
from firstfoot.proof.network.queries import people_on_bench


@transaction.atomic
def note_on_bench(*, organization_id: int, person_id: int, note: str, seen: int, actor: Person) -> BenchNote | None:
    """Note something about somebody who worked there; the same again changes nothing.

    `seen` is the version that it was written over, 0 where there was none. Raises NotPermitted unless the actor
    recruits, Conflict: "not_on_bench", or "changed" when a colleague wrote meanwhile.
    """
    organization = locked(Organization, organization_id)
    require(may_note_on_bench(actor, organization))
    locked(Person, person_id)  # who says meanwhile that they want no invitations is seen below, or empties this after
    if not people_on_bench(organization_id).filter(pk=person_id).exists():
        raise Conflict("not_on_bench")
    found = BenchNote.objects.select_for_update().filter(organization=organization, person=person_id).first()
    if (found.version if found else 0) != seen:
        raise Conflict("changed")
    if note == (found.note if found else ""):
        return found
    now = clock.now()
    if found is None:
        found = BenchNote(organization=organization, person_id=person_id, note=note, written_by=actor, written_at=now)
        record_new(Network.BENCH_NOTED, found, actor)
        return found
    found.note, found.written_by, found.written_at = note, actor, now
    record(Network.BENCH_NOTED, found, actor, save=["note", "written_by", "written_at"])
    return found


@transaction.atomic
def forget_bench_notes(*, person: Person, organization_id: int | None = None) -> list[str]:
    """Empty what hosts, or one of them, noted about the person; the texts that stood there."""
    about = BenchNote.objects.filter(person=person).exclude(note="")
    about = about.filter(organization=organization_id) if organization_id else about
    texts: list[str] = []
    for key in about.order_by("pk").values_list("pk", flat=True):
        found = locked(BenchNote, key)
        texts += emptied(found, "note")
        record(Network.BENCH_NOTED, found, None)
    return texts


def bench_things(person: Person) -> set[str]:
    """Their names in the journal."""
    return {row.thing for row in BenchNote.objects.filter(person=person)}
