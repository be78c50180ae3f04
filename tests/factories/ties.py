"""People who stay in touch, made through the real actions."""

from __future__ import annotations

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel import clock
from firstfoot.proof.network.actions import answer_tie, ask_to_stay, keep, list_as_alumnus, note_on_bench
from firstfoot.proof.network.models import Kept, Tie
from tests.cast import Cast, join
from tests.factories import engagements as work
from tests.factories.projects import make_open_project


def ask(actor: Person, other: Person, shows: str = "") -> Tie:
    """One asks the other, and shows an address of their own."""
    return ask_to_stay(person_id=other.pk, shows=shows or actor.email, actor=actor)


def make_tie(cast: Cast, one: Person | None = None, other: Person | None = None) -> Tie:
    """Sam asked hugo, who said yes, unless others are named; their work is closing or over."""
    one, other = one or cast.sam, other or cast.hugo
    return answer_tie(tie_id=ask(one, other).pk, accept=True, shows=other.email, actor=other)


def of_the_matrix(cast: Cast) -> dict[str, str]:
    """Sam stays in touch with hugo, was asked by cora, and asked hana; otto worked for the bakery, too."""
    tie = make_tie(cast)
    kept = Kept.objects.get(tie=tie, person=cast.sam)
    day = clock.today(cast.sam.zone)
    keep(kept_id=kept.pk, shows=kept.shows, note="Bakes.", remind_on=day, remind_about="Write", actor=cast.sam)
    for person in (cast.sam, cast.otto):
        list_as_alumnus(organization_id=cast.acme.pk, actor=person)
    note_on_bench(organization_id=cast.acme.pk, person_id=cast.otto.pk, note="Exact.", seen=0, actor=cast.hana)
    return {
        "person_worked": cast.otto.public_id, "tie": tie.public_id,
        "tie_asked": ask(cast.cora, cast.sam).public_id, "tie_sent": ask(cast.sam, cast.hana).public_id,
    }  # fmt: skip


def list_alumni(cast: Cast, *names: str) -> None:
    """People of these names, who completed work for the bakery and are listed."""
    for name in names:
        person = join(name)
        work.make_completed(cast, person=person, project=make_open_project(cast))
        list_as_alumnus(organization_id=cast.acme.pk, actor=person)
