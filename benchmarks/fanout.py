"""Telling many people one thing, beside the bare insert of as many rows."""

from __future__ import annotations

from pathlib import Path

from benchmarks.frame import Row, in_turns

PEOPLE = 500


def measure(folder: Path) -> list[Row]:
    from django.db import transaction

    from firstfoot.foundation.accounts.models import Person
    from firstfoot.foundation.journal.models import Fact
    from firstfoot.foundation.notifications.models import Notice
    from firstfoot.kernel import clock
    from firstfoot.reactions.telling import Said, always, tell_each

    everyone = list(Person.objects.filter(state="active").order_by("pk"))
    people = (everyone * (1 + PEOPLE // len(everyone)))[:PEOPLE]
    chosen = list({person.pk: person for person in people}.values())
    fact = Fact.objects.order_by("pk").first()
    assert fact is not None
    turn = iter(range(10_000))

    def tell() -> None:
        with transaction.atomic():
            tell_each(fact, chosen, always(Said("News", "Body", "/")), kind=f"bench{next(turn)}")
            transaction.set_rollback(True)

    def insert() -> None:
        now, n = clock.now(), next(turn)
        with transaction.atomic():
            Notice.objects.bulk_create(
                Notice(
                    recipient=p, key=f"bench{n}:{p.pk}", kind="k", title="News", body="Body", path="/", created_at=now
                )
                for p in chosen
            )
            transaction.set_rollback(True)

    told, least = in_turns(tell, insert, rounds=7)
    return [Row(f"telling {len(chosen)} people", told, "ms", least, "one insert of as many rows", 3)]
