"""Every write on the list of people who agreed to be found."""

from firstfoot.market.sourcing.actions.drawing import draw_list, forget_drawn_lists
from firstfoot.market.sourcing.actions.inviting import invite_from_list
from firstfoot.market.sourcing.actions.listing import (
    erase_sourcing,
    follow_skills,
    follow_words,
    join_list,
    leave_list,
    listing_things,
)
from firstfoot.market.sourcing.actions.turning import turn_off, turn_on

__all__ = [
    "draw_list",
    "erase_sourcing",
    "follow_skills",
    "follow_words",
    "forget_drawn_lists",
    "invite_from_list",
    "join_list",
    "leave_list",
    "listing_things",
    "turn_off",
    "turn_on",
]
