"""Every write to a talent profile and the skills that are claimed."""

from firstfoot.market.talent.actions.profile import erase_profile, save_profile
from firstfoot.market.talent.actions.rereading import reread_claims
from firstfoot.market.talent.actions.showing import show_skills

__all__ = ["erase_profile", "reread_claims", "save_profile", "show_skills"]
