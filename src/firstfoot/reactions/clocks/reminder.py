"""One reminder, before it is told."""

from __future__ import annotations

from dataclasses import dataclass

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.models import Chained
from firstfoot.reactions.telling import Write


@dataclass(frozen=True, slots=True)
class Reminder:
    """One stage of one clock, for the people it reminds. `end` in the key: a moved end reminds anew."""

    clock: str
    thing: Chained
    end: str
    stage: str
    people: tuple[Person, ...]
    write: Write

    def key_for(self, person: Person) -> str:
        return f"{self.thing.thing}:{self.clock}:{self.end}:{self.stage}:{person.public_id}"
