"""Changing a signed agreement while the work goes on: version n stands until both sides sign n+1."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.market.projects.brief import content_hash
from firstfoot.work.engagements.actions.drafting import follow_terms, propose_version, rewrite_results
from firstfoot.work.engagements.actions.finishing import finish_work
from firstfoot.work.engagements.actions.locking import locked_part, require_state
from firstfoot.work.engagements.actions.planning import replan_check_ins
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import AgreementVersion, Engagement
from firstfoot.work.engagements.policies import may_amend, may_answer_amendment
from firstfoot.work.engagements.queries.reading import floor_of, is_amendment_open, settled_results, terms_now
from firstfoot.work.engagements.states import AGREEMENT, AMENDABLE, AgreementState, DeliverableState
from firstfoot.work.engagements.terms import Amends, amended, compose, differences, fault_of, results_touched

type Terms = dict[str, Any]


@transaction.atomic
def propose_amendment(
    *, engagement_id: int, stands: str, changes: dict[str, Any], note: str, actor: Person
) -> AgreementVersion:
    """Propose other terms as the next version; the signed one stands until both sign.

    `stands` is `content_hash` of the `terms_now` that the proposal was made from, `changes` as in
    terms.amended. Raises NotPermitted unless the actor may sign; Conflict: "not_now" unless it is
    signed and goes on, "amendment_open" while another one waits, "changed" when other terms stand
    by now, "nothing_changed", "result_settled" for a result that is handed in or accepted,
    "already_started" for another first day of work that goes on, or the code of what cannot stand.
    """
    engagement = locked(Engagement, engagement_id)
    require(may_amend(actor, engagement))
    require_state(engagement, *AMENDABLE)
    if is_amendment_open(engagement):
        raise Conflict("amendment_open")
    now = terms_now(engagement)
    if content_hash(now) != stands:
        raise Conflict("changed")
    terms = amended(now, changes)
    require_fit(engagement, now, terms)
    number = engagement.agreement_versions.values_list("number", flat=True).latest("number")
    side = engagement.side_of(actor.pk)
    content = amending_content(engagement, now, terms)
    return propose_version(engagement, content, number=number + 1, side=side, proposer=actor, actor=actor, note=note)


def require_no_amendment(engagement: Engagement) -> None:
    """Go on unless a change of terms waits, which names the days as they stood: Conflict("amendment_open")."""
    if is_amendment_open(engagement):
        raise Conflict("amendment_open")


def require_fit(engagement: Engagement, now: Terms, terms: Terms) -> None:
    """Go on when these terms may follow those that stand now, else Conflict with the code of what is wrong."""
    found = differences(now, terms)
    if not found:
        raise Conflict("nothing_changed")
    if results_touched(found) & settled_results(engagement):
        raise Conflict("result_settled")
    if engagement.started_at is not None and terms["start_on"] != now["start_on"]:
        raise Conflict("already_started")
    if fault := fault_of(terms, floor_minor=floor_of(engagement)):
        raise Conflict(fault)


def amending_content(engagement: Engagement, now: Terms, terms: Terms) -> dict[str, Any]:
    """The text of an amendment, which begins with what it changes."""
    signed = engagement.agreement_versions.get(state=AgreementState.SIGNED)
    content = compose(terms, amends=Amends(signed.number, differences(now, terms)))
    content["brief_changes"] = signed.content["brief_changes"]
    return content


def amend(agreement: AgreementVersion, engagement: Engagement, actor: Person) -> None:
    """Both signed the locked amendment: it stands from now on, and the work follows it."""
    require_state(engagement, *AMENDABLE)
    now, terms = terms_now(engagement), agreement.terms
    require_fit(engagement, now, terms)
    before = locked(AgreementVersion, engagement.agreement_versions.get(state=AgreementState.SIGNED).pk)
    before.state = AGREEMENT.target("supersede", before.state)
    record(Engagements.AGREEMENT_SUPERSEDED, before, actor, save=["state"], number=before.number)
    agreement.state, agreement.signed_at = AGREEMENT.target("sign", agreement.state), clock.now()
    side = engagement.side_of(actor.pk)
    record(
        Engagements.AGREEMENT_SIGNED, agreement, actor, save=["state", "signed_at"], side=side,
        content=agreement.content_hash,
    )  # fmt: skip
    follow_terms(engagement, terms)
    _drop_wishes(engagement, actor)
    rewrite_results(engagement, terms["deliverables"], actor)
    cadence = any(terms[name] != now[name] for name in ("end_on", "check_in_every_days", "start_on"))
    if cadence and engagement.started_at is not None:
        replan_check_ins(engagement, actor)
    record(Engagements.AMENDED, engagement, actor, number=agreement.number, before=before.number)
    if _is_all_accepted(engagement):
        finish_work(engagement, actor)


def _drop_wishes(engagement: Engagement, actor: Person) -> None:
    """Whoever asked for another due date has it in the new terms, or agreed to do without."""
    for deliverable in engagement.deliverables.select_for_update().exclude(new_due_on=None).order_by("pk"):
        asked, deliverable.new_due_on, deliverable.new_due_by = deliverable.new_due_by, None, ""
        record(
            Engagements.DELIVERABLE_DUE_KEPT, deliverable, actor, save=["new_due_on", "new_due_by"], asked=asked,
            reason="amended",
        )  # fmt: skip


def _is_all_accepted(engagement: Engagement) -> bool:
    """Whether a change left only accepted results, of those that are required."""
    required = engagement.deliverables.filter(required=True).exclude(state=DeliverableState.LEFT_OUT)
    states = set(required.values_list("state", flat=True))
    return engagement.started_at is not None and states == {DeliverableState.ACCEPTED}


@transaction.atomic
def decline_amendment(*, agreement_id: int, note: str, actor: Person) -> AgreementVersion:
    """Say no to the other side's amendment; what was signed stands.

    Raises NotPermitted unless the actor may sign, Conflict("not_amendment") when it would be the
    first agreement, Conflict("own_proposal") for one's own, IllegalTransition unless it waits.
    """
    agreement, engagement = _waiting(agreement_id, actor)
    if agreement.proposed_side == engagement.side_of(actor.pk):
        raise Conflict("own_proposal")
    agreement.state = AGREEMENT.target("decline", agreement.state)
    agreement.declined_at, agreement.decline_note = clock.now(), note.strip()
    record(
        Engagements.AGREEMENT_DECLINED, agreement, actor, save=["state", "declined_at", "decline_note"],
        side=engagement.side_of(actor.pk),
    )  # fmt: skip
    return agreement


@transaction.atomic
def withdraw_amendment(*, agreement_id: int, actor: Person) -> AgreementVersion:
    """Take one's own side's amendment back.

    Raises NotPermitted unless the actor may sign, Conflict("not_amendment"),
    Conflict("other_proposal") for the other side's, IllegalTransition unless it waits.
    """
    agreement, engagement = _waiting(agreement_id, actor)
    if agreement.proposed_side != engagement.side_of(actor.pk):
        raise Conflict("other_proposal")
    agreement.state = AGREEMENT.target("void", agreement.state)
    record(Engagements.AGREEMENT_WITHDRAWN, agreement, actor, save=["state"], side=agreement.proposed_side)
    return agreement


@transaction.atomic
def lapse_amendment(*, agreement_id: int) -> AgreementVersion:
    """The clock: nobody signed in time; what was signed stands.

    Raises Conflict("not_amendment"), Conflict("too_early") while a side still has time,
    IllegalTransition unless it waits.
    """
    agreement, _engagement = locked_part(AgreementVersion, agreement_id)
    _require_amendment(agreement)
    target = AGREEMENT.target("void", agreement.state)
    if clock.now() <= max(agreement.sign_by_host_at, agreement.sign_by_intern_at):
        raise Conflict("too_early")
    agreement.state = target
    record(Engagements.AGREEMENT_LAPSED, agreement, None, save=["state"])
    return agreement


def _waiting(agreement_id: int, actor: Person) -> tuple[AgreementVersion, Engagement]:
    agreement, engagement = locked_part(AgreementVersion, agreement_id)
    require(may_answer_amendment(actor, agreement))
    _require_amendment(agreement)
    return agreement, engagement


def _require_amendment(agreement: AgreementVersion) -> None:
    if agreement.amends is None:
        raise Conflict("not_amendment")
