"""The sentences of cases: what they are about, what was found, what was decided."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

from firstfoot.web.shared.reasons import say

KINDS: dict[str, Any] = {
    "held_post": _("A post is held"),
    "report": _("A post was reported"),
    "message": _("A message needs a look"),
    "lookalike": _("A name much like another's"),
    "host_changed": _("A verified organization changed"),
    "renewal": _("A verification is a year old"),
    "message_report": _("A message was reported"),
    "person_report": _("A person was reported"),
    "shown_report": _("A page was reported"),
}
STATES: dict[str, Any] = {
    "open": _("Open"),
    "decided": _("Decided"),
    "appealed": _("Appealed"),
    "closed": _("Closed"),
}
SEVERITIES: dict[int, tuple[Any, str, str]] = {
    1: (_("Low"), "line", "arrow-down"),
    2: (_("Medium"), "warn", "equal"),
    3: (_("High"), "bad", "triangle-alert"),
}
FOUND: dict[str, Any] = {
    "money_passed_on": _("Asks people to receive money and pass it on"),
    "money_asked_for": _("Asks people to pay or buy something"),
    "bank_data_asked": _("Asks for bank or card data"),
    "bank_number": _("Holds an account or card number"),
    "contact_elsewhere": _("Asks people to talk somewhere else"),
    "address_in_text": _("Holds an address, a number or a link to a messenger"),
    "unpaid_trial": _("Speaks of work without pay"),
    "work_before_work": _("Asks applicants for a finished result"),
    "long_sample": _("Asks for a sample that takes longer than an hour"),
    "first_posts": _("One of the first posts of a new host"),
    "host_changed": _("Its host has another name or website since a steward looked"),
    "renewal_overdue": _("The verification of its host is more than a year old"),
    "appealed": _("Its host asks for another look"),
    "scam": _("Reported: a scam"),
    "asks_for_money": _("Reported: asks for money or bank data"),
    "off_platform": _("Reported: leads away from here"),
    "unpaid_work": _("Reported: work without pay"),
    "discrimination": _("Reported: shuts people out"),
    "not_true": _("Reported: not true"),
    "harassment": _("Reported: insults or harassment"),
    "threat": _("Reported: threats or pressure"),
    "other": _("Reported: something else"),
    "same_name": _("Its name reads like another organization's"),
    "name_changed": _("It has another name"),
    "year_over": _("No steward looked at it for a year"),
    "website_changed": _("It has another website"),
}
DECISIONS: dict[str, Any] = {
    "released": _("Released"),
    "returned": _("Returned"),
    "unfounded": _("Nothing wrong"),
    "settled": _("Put right"),
    "renewed": _("Verification renewed"),
    "suspended": _("Organization suspended"),
    "warned": _("Person warned"),
}
TO_DECIDE: dict[str, Any] = {
    "released": _("Release it: what it asks for is done"),
    "returned": _("Return it, with what to change"),
    "unfounded": _("Close it: nothing is wrong"),
    "settled": _("Close it: something was wrong, and I put it right"),
    "renewed": _("Renew the verification: it is still who it says it is"),
    "suspended": _("Suspend the organization"),
    "warned": _("Warn the person: they get your words by mail, and nothing of who reported"),
}
HAPPENED: dict[str, Any] = {
    "case.opened": _("Opened"),
    "case.reported": _("Reported by somebody"),
    "case.taken": _("Taken"),
    "case.handed_on": _("Handed on"),
    "case.decided": _("Decided"),
    "case.appealed": _("Appealed by its host"),
    "case.appeal_answered": _("Appeal answered"),
    "case.lapsed": _("Over by itself: nothing is held any more"),
    "case.evidence_opened": _("A steward opened what was kept"),
}
REASONS: dict[str, Any] = {
    "decided_it": _("You decided this, or had it, so another steward answers the appeal."),
    "other_decision": _("This decision does not fit this case."),
    "not_waiting": _("This case is over. Nobody need look at it any more."),
    "no_appeal": _("There is nothing to appeal here."),
}

say(REASONS)
