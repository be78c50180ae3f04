"""Reading saved searches, and what is new in them."""

from __future__ import annotations

from dataclasses import fields
from datetime import date, datetime
from typing import Any

from django.db.models import QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.narrowing import SORTS, Filters, filtered
from firstfoot.market.projects.queries import open_projects
from firstfoot.market.searches.models import SavedSearch

KNOWN = {field.name for field in fields(Filters)}


def searches_of(person: Person) -> QuerySet[SavedSearch]:
    """The person's own, oldest first."""
    return SavedSearch.objects.filter(person=person).order_by("saved_at", "pk")


def search_by_token(token: str) -> SavedSearch | None:
    """The one whose mails a link stops."""
    return SavedSearch.objects.filter(token=token).first()


def searches_due(last_day: date) -> QuerySet[SavedSearch]:
    """Those to look at by this day, for the clock; each person's own day decides."""
    return SavedSearch.objects.filter(due_on__lte=last_day).select_related("person").order_by("due_on", "pk")


def filters_of(search: SavedSearch) -> Filters:
    """What it narrows by; what a later release no longer knows narrows nothing."""
    said: dict[str, Any] = {name: value for name, value in search.filters.items() if name in KNOWN}
    return Filters(**said)


def new_in(search: SavedSearch, since: datetime, until: datetime) -> QuerySet[Project]:
    """What its person may see of it and was published after `since` and up to `until`, newest first.

    Never of a host they are kept apart from.
    """
    found = filtered(open_projects(search.person), filters_of(search))
    return found.filter(published_at__gt=since, published_at__lte=until).order_by(*SORTS["new"])
