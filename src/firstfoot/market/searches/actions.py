"""Keeping a search, changing how often it tells what is new, letting it go."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime, timedelta

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, LimitReached
from firstfoot.kernel.verdict import require
from firstfoot.market.projects.narrowing import Filters
from firstfoot.market.searches.events import Searches
from firstfoot.market.searches.models import SavedSearch
from firstfoot.market.searches.policies import may_change_search
from firstfoot.market.searches.states import DAYS, Every

MOST = 20  # of one person


@transaction.atomic
def save_search(*, name: str, filters: Filters, every: str, actor: Person) -> SavedSearch:
    """Keep what the list is narrowed by; what is open already is not told as new.

    Raises Conflict("nothing_to_save") when it narrows nothing, LimitReached at MOST of one person.
    """
    person = locked(Person, actor.pk)
    said = {key: value for key, value in asdict(filters).items() if value}
    if not said:
        raise Conflict("nothing_to_save")
    if SavedSearch.objects.filter(person=person).count() >= MOST:
        raise LimitReached("too_many_searches", most=MOST)
    now = clock.now()
    search = SavedSearch(person=person, name=name, filters=said, saved_at=now, looked_at=now)
    require(may_change_search(actor, search))
    _tell_every(search, every)
    search.save()
    record(Searches.SAVED, person, actor, search=search.public_id, every=every)
    return search


@transaction.atomic
def change_search(*, search_id: int, name: str, every: str, actor: Person) -> SavedSearch:
    """Give it another name, or tell more or less often; saving what stands changes nothing.

    Raises NotPermitted, Conflict("search_gone") when it was deleted meanwhile.
    """
    search, person = _own(search_id, actor)
    if (search.name, search.every) == (name, every):
        return search
    search.name = name
    if search.every != every:
        _tell_every(search, every)
    search.save(update_fields=["name", "every", "due_on", "looked_at"])
    record(Searches.CHANGED, person, actor, search=search.public_id, every=every)
    return search


@transaction.atomic
def delete_search(*, search_id: int, actor: Person) -> None:
    """Let it go; one that is gone already is no error. Raises NotPermitted."""
    locked(Person, actor.pk)  # who deletes it at the same time is done by now
    if not SavedSearch.objects.filter(pk=search_id).exists():
        return
    search, person = _own(search_id, actor)
    search.delete()
    record(Searches.DELETED, person, actor, search=search.public_id)


@transaction.atomic
def stop_search(*, search_id: int) -> None:
    """No more mails of it, by the link that each of them holds; a second time changes nothing."""
    owner = SavedSearch.objects.filter(pk=search_id).values_list("person", flat=True).first()
    person = locked(Person, owner) if owner else None
    search = SavedSearch.objects.select_for_update().filter(pk=search_id).first()
    if person is None or search is None or search.every == Every.NEVER:
        return
    _tell_every(search, Every.NEVER)
    search.save(update_fields=["every", "due_on", "looked_at"])
    record(Searches.STOPPED, person, None, search=search.public_id)


@transaction.atomic
def looked_at(*, search_id: int, today: date, until: datetime) -> SavedSearch | None:
    """Take the look that is due on `today`, up to `until`; None when it was taken already. Records no fact."""
    search = SavedSearch.objects.select_for_update(of=("self",)).select_related("person").get(pk=search_id)
    if search.due_on is None or search.due_on > today:
        return None
    search.due_on = today + timedelta(days=DAYS[Every(search.every)])
    SavedSearch.objects.filter(pk=search_id).update(due_on=search.due_on, looked_at=until)
    return search


@transaction.atomic
def erase_searches(*, person: Person) -> None:
    """Let all of them go; nobody else was told of any."""
    SavedSearch.objects.filter(person=person).delete()


def _own(search_id: int, actor: Person) -> tuple[SavedSearch, Person]:
    person = locked(Person, actor.pk)
    search = SavedSearch.objects.select_for_update().filter(pk=search_id).first()
    if search is None:
        raise Conflict("search_gone")
    require(may_change_search(actor, search))
    return search, person


def _tell_every(search: SavedSearch, every: str) -> None:
    """From now on so often, the first time tomorrow or in a week: of what was not told yet, or from now on if none was
    to be told."""
    if Every.NEVER in {search.every, every}:
        search.looked_at = clock.now()
    search.every = Every(every)
    days = DAYS.get(search.every)
    here = clock.today(search.person.zone)
    search.due_on = here + timedelta(days=days) if days else None
