"""Project cards: rendered once, then kept for as long as the project does not change."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django.core.cache import caches
from django.template.loader import get_template
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import get_language

DAY = 24 * 60 * 60


def cards_of(projects: Iterable[Any]) -> list[SafeString]:
    """The HTML of each card; a project's page of cards costs no query more than its list."""
    keyed = {key_of(project): project for project in projects}
    cache = caches["cards"]
    kept = cache.get_many(keyed)
    template = get_template("public/project_card.html")
    fresh = {key: template.render({"p": keyed[key]}) for key in keyed if key not in kept}
    if fresh:
        cache.set_many(fresh, DAY)
    return [mark_safe(kept.get(key) or fresh[key]) for key in keyed]  # noqa: S308  # our own template's output


def key_of(project: Any) -> str:
    """By language and by everything that a card shows: the project and the name of its organization."""
    host = project.organization
    return f"card:{get_language()}:{project.pk}:{project.updated_at.timestamp()}:{host.pk}.{host.version}"
