"""The time zones to choose from, grouped by region."""

from __future__ import annotations

import functools
import zoneinfo

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

type Group = tuple[str | Promise, list[tuple[str, str]]]

_REGIONS = (
    "Africa", "America", "Antarctica", "Arctic", "Asia", "Atlantic", "Australia", "Europe", "Indian", "Pacific",
)  # fmt: skip


def zone_label(name: str) -> str:
    """The place that a zone is named after.

    >>> zone_label("America/Los_Angeles")
    'Los Angeles'
    """
    return name.partition("/")[2].replace("_", " ").replace("/", ", ") or name


@functools.cache
def zone_names() -> frozenset[str]:
    """Every zone that a person may live in."""
    return frozenset(name for name in zoneinfo.available_timezones() if name.split("/")[0] in _REGIONS) | {"UTC"}


def zone_choices() -> list[tuple[str, str | Promise] | Group]:
    """Nothing chosen, then a group for each region; for a select."""
    return [("", _("Choose your time zone")), ("UTC", "UTC"), *_groups()]


@functools.cache
def _groups() -> tuple[Group, ...]:
    groups: dict[str, list[tuple[str, str]]] = {region: [] for region in _REGIONS}
    for name in sorted(zone_names() - {"UTC"}):
        groups[name.partition("/")[0]].append((name, zone_label(name)))
    return tuple((region, places) for region, places in groups.items() if places)
