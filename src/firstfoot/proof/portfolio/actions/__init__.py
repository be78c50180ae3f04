"""Every write to the portfolio."""

from firstfoot.proof.portfolio.actions.certifying import ask_for_letter_credential, reissue_letter_credential
from firstfoot.proof.portfolio.actions.erasing import erase_portfolio, portfolio_things
from firstfoot.proof.portfolio.actions.files import hold_file, ready_files
from firstfoot.proof.portfolio.actions.items import (
    answer_item,
    hand_in_item,
    lapse_item,
    save_item,
    show_item,
    take_back_item,
)
from firstfoot.proof.portfolio.actions.letters import revoke_letter, save_letter, show_letter, sign_letter
from firstfoot.proof.portfolio.actions.pages import put_up_page, save_page, take_down_page
from firstfoot.proof.portfolio.actions.reporting import report_item, report_page
from firstfoot.proof.portfolio.actions.resume import save_resume

__all__ = [
    "answer_item",
    "ask_for_letter_credential",
    "erase_portfolio",
    "hand_in_item",
    "hold_file",
    "lapse_item",
    "portfolio_things",
    "put_up_page",
    "ready_files",
    "reissue_letter_credential",
    "report_item",
    "report_page",
    "revoke_letter",
    "save_item",
    "save_letter",
    "save_page",
    "save_resume",
    "show_item",
    "show_letter",
    "sign_letter",
    "take_back_item",
    "take_down_page",
]
