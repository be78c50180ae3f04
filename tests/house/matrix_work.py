"""What the two sides of an engagement are answered.

sam is on one side; on the other its supervisor hugo and cover cora, and those who sign for
the host: hana, rita and tia. vera belongs to the host but not to this engagement. tia was
an intern of this host: in her own engagement she stays on the intern's side.
"""

from tests.house.matrix import signed_in

BOTH = "200 sam hana rita tia hugo cora | 404 *"


def both(status: int) -> str:
    return f"{status} sam hana rita tia hugo cora | 404 *"


def host(status: int) -> str:
    return f"{status} hana rita tia hugo cora | 403 sam | 404 *"


def intern(status: int) -> str:
    return f"{status} sam | 403 hana rita tia hugo cora | 404 *"


def guides(status: int) -> str:
    """The intern, and who is with them day by day: supervisor and cover."""
    return f"{status} sam hugo cora | 403 hana rita tia | 404 *"


def guides_and_owner(status: int) -> str:
    return f"{status} sam hana hugo cora | 403 rita tia | 404 *"


def guides_and_owner_only(status: int) -> str:
    """Who plans for the host; not the intern."""
    return f"{status} hana hugo cora | 403 sam rita tia | 404 *"


def signers(status: int, intern: int) -> str:
    return f"{status} hana rita tia | {intern} sam | 403 hugo cora | 404 *"


ANOTHER_TEXT = {"content_hash": "0" * 64, "typed_name": "Somebody", "agreed": "on"}
ON_TRACK = {"progress": "on_track", "confidence": "high", "blocked": "no"}

ONE_THING_TO_DO = {"what": "The lists are missing.", "text_0": "Send them", "due_0": "@soon"} | {
    f"owner_{row}": "host" for row in range(4)
}

ROWS = [
    signed_in("GET", "work:list", "", "200 *"),
    signed_in("GET", "work:engagement", "active", BOTH),
    signed_in("GET", "work:engagement", "tias", "200 tia hana rita hugo cora | 404 *"),
    signed_in("GET", "work:story", "active", BOTH),
    signed_in("GET", "work:calendar", "active", BOTH),
    signed_in("POST", "work:card_away", "active card", "302 hugo cora | 403 sam hana rita tia | 404 *"),
    # The agreement
    signed_in("GET", "work:agreement", "agreeing", BOTH),
    signed_in("GET", "work:agreement_pdf", "agreeing", BOTH),
    signed_in("POST", "work:agreement_sign", "agreeing", signers(409, 409), **ANOTHER_TEXT),
    signed_in("GET", "work:agreement_counter", "agreeing", BOTH),
    signed_in("POST", "work:agreement_counter", "agreeing", signers(422, 422)),
    signed_in("POST", "work:agreement_extend", "agreeing", signers(302, 302)),
    signed_in("GET", "work:scope", "active", BOTH),
    signed_in("GET", "work:amend", "active", signers(200, 200)),
    signed_in("POST", "work:amend", "active", signers(422, 422)),
    signed_in("POST", "work:amendment_decline", "amending", "409 hana rita tia | 302 sam | 403 hugo cora | 404 *"),
    signed_in("POST", "work:amendment_withdraw", "amending", "302 hana rita tia | 409 sam | 403 hugo cora | 404 *"),
    # Before the start
    signed_in("POST", "work:step_tick", "onboarding first", host(302)),
    signed_in("GET", "work:plan", "onboarding", BOTH),
    signed_in("POST", "work:plan", "onboarding", "422 sam hana hugo cora | 403 rita tia | 404 *"),
    signed_in("GET", "work:plan_last", "onboarding", guides_and_owner_only(200)),
    signed_in("POST", "work:plan_last", "onboarding", guides_and_owner_only(422)),
    signed_in("GET", "work:plan_step", "onboarding first", guides_and_owner_only(200)),
    signed_in("POST", "work:plan_step", "onboarding first", guides_and_owner_only(422)),
    signed_in("POST", "work:plan_remove", "onboarding first", guides_and_owner_only(409)),
    signed_in("GET", "work:kickoff", "onboarding", BOTH),
    signed_in("POST", "work:kickoff", "onboarding", both(422)),
    signed_in("POST", "work:kickoff_choose", "onboarding", both(422)),
    signed_in("POST", "work:kickoff_agenda", "onboarding", host(302)),
    signed_in("GET", "work:kickoff_calendar", "active", BOTH),
    signed_in("GET", "work:access", "onboarding", BOTH),
    signed_in("POST", "work:access", "onboarding", guides_and_owner_only(422)),
    signed_in("POST", "work:access_mark", "onboarding first", guides_and_owner_only(302), mark="given", done="on"),
    signed_in("POST", "work:access_unlist", "onboarding first", guides_and_owner_only(302)),
    signed_in("GET", "work:away", "active", "200 hana rita tia hugo | 403 sam cora | 404 *"),
    signed_in("POST", "work:away", "active", "422 hana rita tia hugo | 403 sam cora | 404 *"),
    signed_in("POST", "work:back", "active", "302 hana rita tia hugo | 403 sam cora | 404 *"),
    signed_in("POST", "work:learning_goal", "onboarding", intern(302), goal="To compare fairly"),
    signed_in("POST", "work:start", "onboarding", both(409)),
    signed_in("POST", "work:start_propose", "onboarding", both(422)),
    signed_in("POST", "work:start_agree", "onboarding", both(409)),
    # Check-ins and course corrections
    signed_in("GET", "work:check_ins", "active", BOTH),
    signed_in("GET", "work:check_in", "active first", BOTH),
    signed_in("POST", "work:check_in", "active first", guides(302), **ON_TRACK),
    signed_in("POST", "work:check_in_skip", "active first", guides(302)),
    signed_in("POST", "work:check_in_helped", "active first", intern(409), helped="yes"),
    signed_in("GET", "work:hours", "active", BOTH),
    signed_in("POST", "work:hours", "active", intern(422)),
    signed_in("POST", "work:hours_keep", "onboarding", intern(302)),
    signed_in("GET", "work:hours_entry", "active hours", intern(200)),
    signed_in("POST", "work:hours_entry", "active hours", intern(422)),
    signed_in("POST", "work:hours_remove", "active hours", intern(302)),
    signed_in("GET", "work:stuck", "active", BOTH),
    signed_in("POST", "work:stuck", "active", both(422)),
    signed_in("GET", "work:correction", "active correction", BOTH),
    signed_in("POST", "work:correction", "active correction", guides_and_owner(302), **ONE_THING_TO_DO),
    signed_in("POST", "work:correction_agree", "active correction", guides_and_owner(409)),
    signed_in("POST", "work:correction_close", "active correction", guides_and_owner(302)),
    # Deliverables
    signed_in("GET", "work:deliverables", "active", BOTH),
    signed_in("GET", "work:deliverable", "active first", BOTH),
    signed_in("POST", "work:deliverable_submit", "active first", intern(422)),
    signed_in("POST", "work:deliverable_review", "active first", "422 hana hugo cora | 403 sam rita tia | 404 *"),
    signed_in("POST", "work:deliverable_review", "tias first", "422 hana hugo cora | 403 rita tia | 404 *"),
    signed_in("POST", "work:due_propose", "onboarding first", guides_and_owner(422)),
    signed_in("POST", "work:due_answer", "onboarding first", guides_and_owner(409), due_on="@soon", answer="agree"),
    # Talking, ending, closing
    signed_in("GET", "work:conversation", "active", BOTH),
    signed_in("POST", "work:conversation", "active", both(422)),
    signed_in("GET", "work:messages", "", "200 *"),
    signed_in("GET", "work:message", "active message", intern(200)),
    signed_in("POST", "work:message", "active message", intern(422)),
    signed_in("GET", "work:message_before", "active message", BOTH),
    signed_in("GET", "work:handover", "active", BOTH),
    signed_in("POST", "work:handover", "active", intern(422)),
    signed_in("POST", "work:handover_ask", "active", host(302)),
    signed_in("GET", "work:handover_zip", "completed", BOTH),
    signed_in("GET", "work:message_report", "active message", "200 hana rita tia hugo cora | 403 sam | 404 *"),
    signed_in("POST", "work:message_report", "active message", "422 hana rita tia hugo cora | 403 sam | 404 *"),
    signed_in("GET", "work:person_report", "active person_sam", "200 hana rita tia hugo cora | 403 sam | 404 *"),
    signed_in("POST", "work:person_report", "active person_sam", "422 hana rita tia hugo cora | 403 sam | 404 *"),
    signed_in("GET", "work:end", "active", BOTH),
    signed_in("POST", "work:end", "active", both(422)),
    signed_in("GET", "work:find_someone", "parted", signers(200, 403)),
    signed_in("POST", "work:find_someone", "parted", signers(422, 403)),
    signed_in("GET", "work:taken_over", "active", "404 *"),  # nothing was taken over
    signed_in("GET", "work:taken_over", "successor", BOTH),
    signed_in("GET", "work:safe_end", "silent", "200 sam | 404 *"),
    signed_in("POST", "work:safe_end", "silent", both(422)),  # the amount is missing
    signed_in("GET", "work:part_pay", "parted", BOTH),
    signed_in("POST", "work:part_pay", "parted", both(422)),
    signed_in("GET", "work:supervisor", "active", signers(200, 403)),
    signed_in("POST", "work:supervisor", "active", signers(422, 403)),
    signed_in("GET", "work:closing", "closing", BOTH),
    signed_in("POST", "work:closing", "closing", intern(422)),
    # Disputes: the intern, and who guides or owns, speak for a side
    signed_in("GET", "work:disputes", "active", BOTH),
    signed_in("POST", "work:disputes", "active", guides_and_owner(422)),
    signed_in("GET", "work:dispute", "disputed dispute", BOTH),
    signed_in("GET", "work:dispute", "judged judged_dispute", BOTH),
    signed_in(
        "POST",
        "work:dispute_answer",
        "disputed dispute",
        "302 hana hugo cora | 403 sam rita tia | 404 *",
        statement="The second point is missing.",
    ),
    signed_in("POST", "work:dispute_withdraw", "disputed dispute", intern(302)),
    signed_in("POST", "work:dispute_settle", "disputed dispute", guides_and_owner(302)),
    signed_in("POST", "work:dispute_agree", "disputed dispute", guides_and_owner(409)),
    signed_in(
        "POST", "work:dispute_agree", "settled settled_dispute", "302 hana hugo cora | 409 sam | 403 rita tia | 404 *"
    ),
    signed_in("POST", "work:dispute_accept", "judged judged_dispute", guides_and_owner(302)),
    signed_in("POST", "work:dispute_appeal", "judged judged_dispute", guides_and_owner(302), text="Look at point two."),
    # Money facts
    signed_in("GET", "work:money", "closing", BOTH),
    signed_in("POST", "work:paid", "closing", host(422)),
    signed_in("POST", "work:received", "closing", intern(422)),
    signed_in("POST", "work:money_not_received", "closing", intern(409)),
    signed_in("POST", "work:money_fund", "active", host(422)),
    signed_in("POST", "work:money_part_due", "active", host(422)),
    signed_in("POST", "work:money_write_off", "closing", host(422)),
    signed_in("POST", "work:money_write_off_answer", "closing", intern(422)),
    signed_in("POST", "work:money_take_back", "completed received_entry", intern(302)),
    signed_in("POST", "work:money_tax_form", "closing", host(422)),
    signed_in("GET", "work:receipt", "completed", BOTH),
    signed_in("GET", "work:receipt_pdf", "completed", BOTH),
    signed_in("GET", "work:where_i_stand", "onboarding", intern(200)),
    signed_in("POST", "work:where_i_stand", "onboarding", intern(302), communication="2"),
    signed_in("GET", "work:evaluation", "closing", BOTH),
    signed_in("POST", "work:evaluation", "closing", guides_and_owner(422)),
    signed_in("POST", "work:evaluation_reply", "completed", both(422)),
    signed_in("POST", "work:evaluation_appeal", "completed", both(422)),
    signed_in("GET", "work:pathway", "closing", BOTH),
    signed_in("POST", "work:pathway", "closing", host(422)),
    signed_in("POST", "work:pathway_answer", "completed", "404 *"),
    signed_in("GET", "work:letter", "closing", BOTH),
    signed_in("POST", "work:letter", "closing", guides_and_owner_only(422)),
    signed_in("GET", "work:letter", "completed", BOTH),
    signed_in("POST", "work:letter", "completed", guides_and_owner_only(422)),
    signed_in("POST", "work:letter_sign", "completed", guides_and_owner_only(422)),
    signed_in("POST", "work:letter_revoke", "completed", "422 hugo | 403 sam hana rita tia cora | 404 *"),
    signed_in("POST", "work:letter_show", "completed", intern(302)),
    signed_in("GET", "work:showing", "asking", BOTH),
    signed_in("POST", "work:showing", "asking", host(422)),
    signed_in("GET", "work:showing", "completed", "404 *"),  # nothing was asked
    signed_in("GET", "work:showing_file", "asking file_number", BOTH),
    signed_in("GET", "work:showing_file", "completed file_number", "404 *"),
    # The credential is the intern's own: the host does not see whether there is one
    signed_in("GET", "work:credential", "certified", intern(200)),
    signed_in("GET", "work:credential", "completed", intern(200)),
    signed_in("GET", "work:credential", "active", intern(200)),
    signed_in("POST", "work:credential", "completed", intern(302)),
    signed_in("POST", "work:credential", "certified", intern(409)),
    signed_in("POST", "work:credential", "active", intern(409)),
    signed_in("POST", "work:credential_anew", "certified", intern(302)),
    signed_in("POST", "work:credential_show", "certified", intern(302)),
    signed_in("POST", "work:credential_take_back", "certified", intern(302)),
    signed_in("GET", "work:credential_json", "certified", intern(200)),
    signed_in("GET", "work:credential_jwt", "certified", intern(200)),
    signed_in("GET", "work:credential_png", "certified", intern(200)),
    signed_in("GET", "work:credential_offline", "certified", intern(200)),
    # And the signed form of a letter: whoever wrote it does not see that either
    signed_in("GET", "work:letter_credential", "filed", intern(200)),
    signed_in("GET", "work:letter_credential", "completed", intern(200)),
    signed_in("GET", "work:letter_credential", "active", intern(404)),
    signed_in("POST", "work:letter_credential", "completed", intern(302)),
    signed_in("POST", "work:letter_credential", "filed", intern(409)),
    signed_in("POST", "work:letter_credential", "active", intern(404)),
    signed_in("POST", "work:letter_credential_anew", "filed", intern(302)),
    signed_in("POST", "work:letter_credential_show", "filed", intern(302)),
    signed_in("POST", "work:letter_credential_take_back", "filed", intern(302)),
    signed_in("GET", "work:letter_credential_json", "filed", intern(200)),
    signed_in("GET", "work:letter_credential_jwt", "filed", intern(200)),
    signed_in("GET", "work:letter_credential_png", "filed", intern(200)),
    signed_in("GET", "work:letter_credential_offline", "filed", intern(200)),
    signed_in("GET", "work:completion", "completed", BOTH),
    signed_in("GET", "work:confirmation_pdf", "closing", BOTH),
    signed_in("GET", "work:confirmation_pdf", "active", "404 *"),
    signed_in("GET", "work:completion_pdf", "completed", BOTH),
]
