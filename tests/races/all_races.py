"""Every race there is."""

from tests.races import (  # noqa: F401
    bymail,
    certifying,
    disputing,
    inviting,
    knowing,
    market,
    paying,
    recommending,
    reviewing,
    sourcing,
    working,
    writing,
)
from tests.races.race import RACES

__all__ = ["RACES"]
