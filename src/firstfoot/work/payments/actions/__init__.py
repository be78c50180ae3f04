"""What is recorded of money: each a plain function with an explicit actor."""

from firstfoot.work.payments.actions.erasing import erase_payments, payment_things
from firstfoot.work.payments.actions.parting import answer_part_pay, bounds_of, decide_part_pay, settle_part_pay
from firstfoot.work.payments.actions.paying import (
    confirm_received,
    fund_stipend,
    make_part_due,
    release_pay,
    report_not_received,
    take_entry_back,
)
from firstfoot.work.payments.actions.promising import follow_agreement
from firstfoot.work.payments.actions.tax_forms import note_tax_form
from firstfoot.work.payments.actions.writing_off import answer_write_off, ask_write_off, write_off_on_record

__all__ = [
    "answer_part_pay",
    "answer_write_off",
    "ask_write_off",
    "bounds_of",
    "confirm_received",
    "decide_part_pay",
    "erase_payments",
    "follow_agreement",
    "fund_stipend",
    "make_part_due",
    "note_tax_form",
    "payment_things",
    "release_pay",
    "report_not_received",
    "settle_part_pay",
    "take_entry_back",
    "write_off_on_record",
]
