"""Every race there is."""

from tests.races import bymail, disputing, inviting, market, paying, recommending, reviewing, working, writing  # noqa: F401
from tests.races.race import RACES

__all__ = ["RACES"]
