"""Every write on applications; each is one transaction and one fact per thing it moves."""

from firstfoot.market.applications.actions.applying import (
    save_application,
    start_application,
    submit_application,
    withdraw_application,
)
from firstfoot.market.applications.actions.base import locked_with_project
from firstfoot.market.applications.actions.ending import (
    lapse,
    lapse_all,
    release_reserve,
    release_reserves,
    reserve_or_lapse_rest,
    restart_answer_clocks,
)
from firstfoot.market.applications.actions.offering import (
    call_reserve,
    expire_offer,
    extend_offer,
    mark_accepted,
    offer,
    refuse_offer,
    rescind_offer,
)
from firstfoot.market.applications.actions.reviewing import decline, post_in_application, shortlist, unshortlist

__all__ = [
    "call_reserve",
    "decline",
    "expire_offer",
    "extend_offer",
    "lapse",
    "lapse_all",
    "locked_with_project",
    "mark_accepted",
    "offer",
    "post_in_application",
    "refuse_offer",
    "release_reserve",
    "release_reserves",
    "rescind_offer",
    "reserve_or_lapse_rest",
    "restart_answer_clocks",
    "save_application",
    "shortlist",
    "start_application",
    "submit_application",
    "unshortlist",
    "withdraw_application",
]
