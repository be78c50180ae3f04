"""Searches that a person keeps, and the look at what is new in them."""

from __future__ import annotations

from datetime import timedelta
from types import SimpleNamespace
from typing import Any

from firstfoot.kernel import clock
from firstfoot.market.projects.narrowing import Filters
from firstfoot.market.searches import actions
from firstfoot.market.searches.events import Searches
from firstfoot.market.searches.models import SavedSearch
from firstfoot.reactions.searches import search_mail
from tests.faults import stages
from tests.faults.scenarios import scenario


@scenario(actions.save_search, Searches.SAVED, on=stages.people)
def save(world: SimpleNamespace) -> dict[str, Any]:
    return {"name": "Data", "filters": Filters(category="data"), "every": "day", "actor": world.cast.sam}


def _kept(world: SimpleNamespace) -> SavedSearch:
    return actions.save_search(**save(world))


@scenario(actions.change_search, Searches.CHANGED, on=stages.people)
def change(world: SimpleNamespace) -> dict[str, Any]:
    return {"search_id": _kept(world).pk, "name": "Figures", "every": "week", "actor": world.cast.sam}


@scenario(actions.delete_search, Searches.DELETED, on=stages.people)
def delete(world: SimpleNamespace) -> dict[str, Any]:
    return {"search_id": _kept(world).pk, "actor": world.cast.sam}


@scenario(actions.stop_search, Searches.STOPPED, on=stages.people)
def stop(world: SimpleNamespace) -> dict[str, Any]:
    return {"search_id": _kept(world).pk}


@scenario(search_mail, on=stages.opened)
def look(world: SimpleNamespace) -> dict[str, Any]:
    kept = actions.save_search(name="All", filters=Filters(category="strategy"), every="day", actor=world.cast.sam)
    SavedSearch.objects.filter(pk=kept.pk).update(looked_at=clock.now() - timedelta(days=30))
    return {"search_id": kept.pk, "today": clock.today() + timedelta(days=1)}


@scenario(actions.looked_at, on=stages.people)
def looked(world: SimpleNamespace) -> dict[str, Any]:
    return {"search_id": _kept(world).pk, "today": clock.today() + timedelta(days=1), "until": clock.now()}


@scenario(actions.erase_searches, on=stages.people)
def erase(world: SimpleNamespace) -> dict[str, Any]:
    _kept(world)
    return {"person": world.cast.sam}
