"""Every form of the site, found on the pages that show it, filled in as a person would."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import timedelta
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client
from django.urls import reverse

from firstfoot.kernel import clock
from firstfoot.market.projects.scope import STEPS
from tests.house.matrix import Row, rows
from tests.house.visitors import session_of
from tests.house.world import World
from tests.journeys.forms import Control, Form, Page

TYPED = {"text", "textarea", "email", "url", "tel", "search", "number", "date", "password"}
SENDERS = ("sam", "hana", "hugo", "stella", "paz")
# Where the form of each address stands, and how many of its arguments that page has.
# On the page of the change that waits, not of the agreement that stands.
OF_THE_CHANGE = {"work:amendment_decline", "work:amendment_withdraw"}
PAGE_OF = {
    "public:search_change": ("public:searches", 0),
    "public:search_stop": ("public:search_stop", 1), "bymail:act": ("bymail:act", 1),
    "people:inbox_read_all": ("people:inbox", 0), "people:notice": ("people:notice", 1),
    "people:settings": ("people:settings", 0), "people:away_add": ("people:settings", 0),
    "people:away_remove": ("people:settings", 0),
    "people:calendar_make": ("people:settings", 0), "people:calendar_end": ("people:settings", 0),
    "people:invitation": ("people:invitation", 1),
    "people:sign_in_end": ("people:security", 0), "people:sign_in_end_others": ("people:security", 0),
    "people:export_ask": ("people:your_data", 0), "people:leave": ("people:leave", 0),
    "stewards:pay_floors": ("stewards:pay_floors", 0), "stewards:pay_floor_withdraw": ("stewards:pay_floors", 0),
    "stewards:skill_word": ("stewards:skills", 0), "stewards:skill_merge": ("stewards:skills", 0),
    "stewards:skill_undo": ("stewards:skills", 0),
    "stewards:sealed_open": ("stewards:sealed", 0), "stewards:audit_open": ("stewards:audit", 0),
    "stewards:audit_export": ("stewards:audit", 0), "people:self_id": ("people:self_id", 0),
    "people:self_id_forget": ("people:self_id", 0),
    "talent:profile": ("talent:profile", 0), "talent:profile_found": ("talent:profile_found", 0),
    "talent:apply": ("talent:apply", 1),
    "talent:for_you": ("talent:for_you", 0),
    "hosts:organization_new": ("hosts:organization_new", 0), "hosts:organization_edit": ("hosts:organization_edit", 1),
    "hosts:organization_away": ("hosts:organization", 1), "hosts:organization_away_remove": ("hosts:organization", 1),
    "hosts:invite": ("hosts:members", 1), "hosts:invitation_revoke": ("hosts:members", 1),
    "hosts:member_role": ("hosts:members", 1), "hosts:member_remove": ("hosts:member_remove", 2),
    "hosts:rubric": ("hosts:rubric", 1),
    "hosts:project_new": ("hosts:project_new", 0), "hosts:brief_step": ("hosts:brief_step", 2),
    "hosts:project_questions": ("hosts:project_questions", 2),
    "public:proofread": ("public:proofread", 1), "public:invited": ("public:invited", 1),
    "public:paper_check": ("public:paper_check", 0),
    "public:project_ask": ("public:project", 1), "public:question_take_back": ("public:project", 1),
    "hosts:question_answer": ("hosts:project", 1), "hosts:question_set_aside": ("hosts:project", 1),
    "hosts:invite_people": ("hosts:invite_people", 1), "stewards:sourcing_turn": ("stewards:sourcing", 0),
    "talent:be_found": ("talent:be_found", 0),
    "hosts:project_submit": ("hosts:brief_preview", 1), "work:agreement_counter": ("work:agreement_counter", 1),
    "work:correction": ("work:correction", 2), "work:correction_agree": ("work:correction", 2),
    "work:correction_close": ("work:correction", 2), "work:deliverable_submit": ("work:deliverable", 2),
    "work:deliverable_review": ("work:deliverable", 2), "work:paid": ("work:money", 1),
    "work:received": ("work:money", 1), "work:money_fund": ("work:money", 1),
    "work:money_write_off": ("work:money", 1), "work:money_tax_form": ("work:money", 1),
    "work:evaluation_reply": ("work:evaluation", 1), "work:evaluation_appeal": ("work:evaluation", 1),
    "stewards:appeal": ("stewards:appeal", 1),
    **{f"talent:portfolio_{name}": ("talent:portfolio_item", 1) for name in ("item", "show", "take_back")},
    "talent:resume": ("talent:resume", 0), "talent:resume_import": ("talent:resume", 0),
    "work:letter": ("work:letter", 1), "work:letter_show": ("work:letter", 1), "work:letter_revoke": ("work:letter", 1),
    "work:showing": ("work:showing", 1), "talent:page": ("talent:page", 0),
    "talent:page_up": ("talent:page", 0), "talent:page_down": ("talent:page", 0),
    "work:pathway_answer": ("work:pathway", 1), "work:check_in": ("work:check_in", 2),
    "work:check_in_skip": ("work:check_in", 2),
    "work:plan": ("work:plan", 1), "work:plan_last": ("work:plan_last", 1),
    "work:plan_step": ("work:plan_step", 2), "work:plan_remove": ("work:plan_step", 2),
    "work:kickoff": ("work:kickoff", 1), "work:kickoff_choose": ("work:kickoff", 1),
    "work:kickoff_agenda": ("work:kickoff", 1), "work:access": ("work:access", 1),
    "work:access_mark": ("work:access", 1), "work:access_unlist": ("work:access", 1),
    "work:away": ("work:away", 1), "work:back": ("work:away", 1),
    "work:hours": ("work:hours", 1), "work:hours_entry": ("work:hours_entry", 2),
    "work:stuck": ("work:stuck", 1), "work:end": ("work:end", 1),
    "work:conversation": ("work:conversation", 1), "work:message": ("work:message", 2),
    "work:handover": ("work:handover", 1),
    "work:handover_ask": ("work:handover", 1),
    "work:message_report": ("work:message_report", 2), "work:person_report": ("work:person_report", 2),
    "hosts:applicant_message_report": ("hosts:applicant_message_report", 2),
    "talent:message_report": ("talent:message_report", 2),
    "hosts:applicant_report": ("hosts:applicant_report", 1), "stewards:case_open": ("stewards:case", 1),
    "work:supervisor": ("work:supervisor", 1),
    "work:part_pay": ("work:part_pay", 1),
    "work:safe_end": ("work:safe_end", 1),
    "work:find_someone": ("work:find_someone", 1),
    "public:verify": ("public:verify", 0), "stewards:credential": ("stewards:credential", 1),
    "work:credential_show": ("work:credential", 1),
    "work:letter_credential_show": ("work:letter_credential", 1),
    "work:closing": ("work:closing", 1), "work:evaluation": ("work:evaluation", 1),
    "work:where_i_stand": ("work:where_i_stand", 1), "talent:suited_me": ("talent:suited_me", 1),
    "talent:came_of": ("talent:came_of", 1),
    "work:pathway": ("work:pathway", 1), "work:agreement_sign": ("work:agreement", 1),
    "work:agreement_extend": ("work:agreement", 1), "work:amend": ("work:amend", 1),
    "work:amendment_decline": ("work:agreement", 1), "work:amendment_withdraw": ("work:agreement", 1),
    "work:due_propose": ("work:deliverable", 2), "work:due_answer": ("work:deliverable", 2),
    "stewards:run_again": ("stewards:runs", 0),
    "stewards:result_accept": ("stewards:result", 1), "stewards:write_off_answer": ("stewards:write_offs", 0),
    "stewards:part_pay": ("stewards:part_pay", 1),
    "stewards:mail_again": ("stewards:mails", 0),
    **{f"talent:{move}": ("talent:application", 1) for move in (
        "application_withdraw", "application_post", "offer_refuse", "offer_accept", "interview_choose",
        "interview_none_fits",
    )},
    **{f"hosts:project_{move}": ("hosts:project", 1) for move in ("pause", "resume", "close", "reopen", "hand_over")},
    **{f"hosts:applicant_{move}": ("hosts:applicant", 1) for move in (
        "mark", "step_aside", "shortlist", "unshortlist", "decline", "offer", "extend", "rescind", "post", "interview"
    )},
    **{f"work:{move}": ("work:engagement", 1) for move in (
        "card_away", "step_tick", "learning_goal", "start", "start_propose", "start_agree"
    )},
    **{f"stewards:organization_{move}": ("stewards:organization", 1) for move in (
        "verify", "renew", "reject", "suspend", "restore"
    )},
    **{f"stewards:document_{move}": ("stewards:organization", 1) for move in ("note", "confirm", "deny", "take_back")},
    **{f"work:dispute_{move}": ("work:dispute", 2) for move in (
        "answer", "withdraw", "settle", "agree", "accept", "appeal"
    )},
    "work:disputes": ("work:disputes", 1), "stewards:dispute_decide": ("stewards:dispute", 1),
    "people:known_ask": ("people:known_ask", 1), "people:known_answer": ("people:known_answer", 1),
    "people:known_take_back": ("people:known", 0), "people:worked_for_invitations": ("people:worked_for", 0),
    "people:alumni": ("people:alumni", 1),
    "hosts:bench_note": ("hosts:bench", 1), "hosts:bench_invite": ("hosts:bench", 1),
    **{f"people:{name}": ("people:tie", 1) for name in ("tie", "tie_reminder", "tie_part")},
    "people:block": ("public:organization", 1), "people:block_lift": ("people:blocks", 0),
    "public:page_report": ("public:page_report", 1), "public:item_report": ("public:item_report", 1),
    "public:project_report": ("public:project_report", 1), "hosts:applicant_block": ("hosts:applicant", 1),
    "hosts:project_appeal": ("hosts:project", 1),
    **{f"stewards:case_{move}": ("stewards:case", 1) for move in ("take", "hand_on", "decide", "answer")},
    **{f"stewards:project_{move}": ("stewards:project", 1) for move in ("publish", "return")},
    **{f"stewards:person_{move}": ("stewards:person", 1) for move in ("suspend", "restore")},
}  # fmt: skip

# What these need to go through; for the others the row of the matrix knows, or any words will do.
BETTER = {
    "talent:profile": {"hours_a_week": "8", "links": "https://work.example/one"},
    "hosts:brief_step": {"do": "next"},  # the first button of a step may only add a row
    "work:agreement_counter": {"hours": "21"},
    "work:amend": {"hours": "21"},
    "work:agreement_sign": {},
}


@dataclass
class Sheet:
    """One form for one person: where it goes, and what is in it."""

    row: Row
    who: str
    page: str
    action: str
    form: Form
    data: dict[str, Any] = field(default_factory=dict)

    @property
    def name(self) -> str:
        return f"{self.row} {self.action}"

    def typed(self) -> list[Control]:
        """What a person types into."""
        return [c for c in self.form.controls if c.kind in TYPED]


class Visitor:
    """People of the matrix world who read and send; nothing they do stays."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.sessions = {name: session_of(person) for name, person in world.people.items()}
        self._read: dict[tuple[str, str], list[Form]] = {}

    def ask(self, who: str, method: str, path: str, data: Any = None, **headers: str) -> Any:
        client = Client(raise_request_exception=False)
        if who != "anon":
            client.cookies[settings.SESSION_COOKIE_NAME] = self.sessions[who]
        with transaction.atomic():
            response = getattr(client, method)(path, data, headers={"x-request-id": "one-request", **headers})
            for close in response._resource_closers:  # response.close() would close the database, too
                close()
            transaction.set_rollback(True)
        return response

    def sheets(self, among: Iterable[Row] | None = None) -> list[Sheet]:
        """For every row of the matrix that posts, its form as somebody who may send it finds it on its page."""
        found = []
        for row in rows() if among is None else among:
            if row.method == "POST" and row.name in PAGE_OF:
                found += [sheet for args in self._args(row) if (sheet := self._sheet(row, args))]
        for sheet in found:
            sheet.data = self.filled(sheet)
        return found

    def _args(self, row: Row) -> list[list[str]]:
        args = self.world.args(row.on)
        return [[args[0], step.code] for step in STEPS] if row.name == "hosts:brief_step" else [args]

    def _sheet(self, row: Row, args: list[str]) -> Sheet | None:
        page_name, most = PAGE_OF[row.name]
        page, action = reverse(page_name, args=args[:most]), reverse(row.name, args=args)
        page += "?version=2" if row.name in OF_THE_CHANGE else ""
        for who in sorted(SENDERS, key=lambda who: row.answers[who]):
            for form in self._forms(who, page):
                actions = {form.action or page, *(button.action for button in form.buttons if button.action)}
                if form.method == "post" and action in {re.sub(r"[?#].*", "", one) for one in actions}:
                    return Sheet(row, who, page, action, form)
        return None

    def _forms(self, who: str, page: str) -> list[Form]:
        """The forms of a page; each page is read once."""
        if (who, page) not in self._read:
            self._read[who, page] = Page(self.ask(who, "get", page).content.decode()).forms
        return self._read[who, page]

    def path(self, row: Row) -> str:
        return reverse(row.name, args=self.world.args(row.on))

    def filled(self, sheet: Sheet) -> dict[str, Any]:
        """What the form holds, with something sensible wherever it is empty; the row knows better."""
        data: dict[str, Any] = {}
        for control in sheet.form.controls:
            if control.name:
                data.setdefault(control.name, _value(control, sheet.form))
        for button in sheet.form.buttons[:1]:
            if button.name:
                data[button.name] = button.value
        return {**data, **self.world.data(BETTER.get(sheet.row.name, sheet.row.data))}


def _value(control: Control, form: Form) -> Any:
    soon = (clock.today() + timedelta(days=2)).isoformat()
    if control.kind == "file":
        return [SimpleUploadedFile("result.pdf", b"%PDF-1.7 result")]
    if control.kind in {"radio", "checkbox"}:
        group = [c for c in form.controls if c.name == control.name]
        if control.kind == "checkbox":
            return control.value
        return next((c.value for c in group if c.is_on), next((c.value for c in group if c.value), ""))
    if control.kind == "select":
        return control.value or next((option for option in control.options if option), "")
    if control.value:
        return control.value
    if control.kind == "datetime-local":  # the first of several times; one named twice is refused
        return f"{soon}T10:00" if control.name.endswith("_1") else ""
    empty = {"date": soon, "number": "5", "url": "https://work.example/one", "email": "new@example.org"}
    return empty.get(control.kind, "" if control.kind == "hidden" else "Plain words")
