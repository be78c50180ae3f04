"""Every write on applications; each is one transaction and one fact per thing it moves."""

from firstfoot.market.applications.actions.applying import (
    save_application,
    start_application,
    submit_application,
    withdraw_application,
)
from firstfoot.market.applications.actions.base import locked_with_project
from firstfoot.market.applications.actions.blocking import block_each_other
from firstfoot.market.applications.actions.ending import (
    lapse,
    lapse_all,
    release_reserve,
    release_reserves,
    reserve_or_lapse_rest,
    restart_answer_clocks,
)
from firstfoot.market.applications.actions.erasing import erase_applications
from firstfoot.market.applications.actions.interviews import (
    choose_interview,
    end_interviews,
    offer_interview,
    pass_interview,
)
from firstfoot.market.applications.actions.inviting import (
    end_project_invitations,
    erase_project_invitations,
    invite_to_apply,
    project_to_invite_to,
    refuse_project_invitation,
    send_invitation,
    take_up_invitations,
)
from firstfoot.market.applications.actions.marking import change_rubric, declare_conflict, mark_application
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
from firstfoot.market.applications.actions.wishing import (
    erase_wishes_about_invitations,
    want_invitations_again,
    want_no_invitations,
)

__all__ = [
    "block_each_other",
    "call_reserve",
    "change_rubric",
    "choose_interview",
    "declare_conflict",
    "decline",
    "end_interviews",
    "end_project_invitations",
    "erase_applications",
    "erase_project_invitations",
    "erase_wishes_about_invitations",
    "expire_offer",
    "extend_offer",
    "invite_to_apply",
    "lapse",
    "lapse_all",
    "locked_with_project",
    "mark_accepted",
    "mark_application",
    "offer",
    "offer_interview",
    "pass_interview",
    "post_in_application",
    "project_to_invite_to",
    "refuse_offer",
    "refuse_project_invitation",
    "release_reserve",
    "release_reserves",
    "rescind_offer",
    "reserve_or_lapse_rest",
    "restart_answer_clocks",
    "save_application",
    "send_invitation",
    "shortlist",
    "start_application",
    "submit_application",
    "take_up_invitations",
    "unshortlist",
    "want_invitations_again",
    "want_no_invitations",
    "withdraw_application",
]
