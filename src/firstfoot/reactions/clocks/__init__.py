"""The clocks: what rings at its end, and what reminds before."""

from firstfoot.reactions.clocks.reminders import remind_due
from firstfoot.reactions.clocks.table import CLOCKS, Clock, ring_due

__all__ = ["CLOCKS", "Clock", "remind_due", "ring_due"]
