"""Pages answer alike on either database. Those of the work, and what is used by many at once, are asked on both."""

from __future__ import annotations

from pathlib import Path

import pytest

HERE = Path(__file__).parent
ON_BOTH = {"work", "test_one_use.py", "test_signed_in.py", "test_desks.py"}


def pytest_collection_modifyitems(items):
    for item in items:
        if item.path.is_relative_to(HERE) and ON_BOTH.isdisjoint(item.path.relative_to(HERE).parts):
            item.add_marker(pytest.mark.once)
