"""Fixtures that every test may use."""

from __future__ import annotations

import pytest
from django.core.cache import caches

from tests.cast import Cast, assemble


@pytest.fixture
def cast(db) -> Cast:
    """The standing cast (tests/cast.py)."""
    return assemble()


@pytest.fixture(autouse=True)
def _fresh_caches():
    """No test sees another's rate limits or cached cards."""
    yield
    for cache in caches.all(initialized_only=True):
        cache.clear()
