"""Who may do what in an engagement: the sides are fixed, the host's people differ by role."""

from __future__ import annotations

from dataclasses import dataclass

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel.verdict import YES, Verdict, allow_if, deny
from firstfoot.market.organizations.queries import role_in
from firstfoot.market.organizations.states import RANK, OrganizationState, Role
from firstfoot.work.engagements.models import (
    AgreementVersion,
    CheckIn,
    CourseCorrection,
    Deliverable,
    Engagement,
    Kickoff,
    OnboardingStep,
)
from firstfoot.work.engagements.states import AccessMark, Side


@dataclass(frozen=True, slots=True)
class Standing:
    """Where one person stands to one engagement: on which side, in which role. Ask once a page."""

    side: Side | None
    role: Role | None = None
    guides: bool = False  # its supervisor or cover
    is_host_suspended: bool = False

    @property
    def is_intern(self) -> bool:
        return self.side == Side.INTERN

    @property
    def is_host(self) -> bool:
        return self.side == Side.HOST

    @property
    def recruits(self) -> bool:
        return self.is_host and self.role is not None and RANK[self.role] >= RANK[Role.RECRUITER]

    @property
    def owns(self) -> bool:
        return self.is_host and self.role == Role.OWNER

    def party(self) -> Verdict:
        """Either side; the host's only while the organization is not suspended."""
        if self.is_intern:
            return YES
        return self.host(else_deny="not_party")

    def host(self, allowed: bool = True, *, else_deny: str) -> Verdict:
        """The host's side, where `allowed` narrows it to a role."""
        if self.is_intern:
            return deny("own_work")
        if not self.is_host:
            return deny("not_party")
        if self.is_host_suspended:
            return deny("host_stopped")
        return allow_if(allowed, else_deny=else_deny)

    def sign(self) -> Verdict:
        """The intern, or an owner or recruiter for the host; never both in one person."""
        return YES if self.is_intern else self.host(self.recruits, else_deny="signers_only")

    def review(self) -> Verdict:
        """Supervisor, cover and owner review; the intern's side never does."""
        return self.host(self.guides or self.owns, else_deny="reviewers_only")

    def check_in(self) -> Verdict:
        """The intern, and the supervisor or cover for the host."""
        return YES if self.is_intern else self.host(self.guides, else_deny="guides_only")

    def correct(self) -> Verdict:
        """The intern, and whoever guides or owns for the host."""
        return YES if self.is_intern else self.host(self.guides or self.owns, else_deny="guides_only")

    def own_step(self, side: str) -> Verdict:
        """Each side ticks its own."""
        verdict = self.party()
        return allow_if(self.side == side, else_deny="other_side") if verdict else verdict

    def list_access(self) -> Verdict:
        """Whoever guides or owns for the host."""
        return self.host(self.guides or self.owns, else_deny="guides_only")

    def plan(self, side: str) -> Verdict:
        """The host plans for both sides, the intern for their own."""
        if self.is_intern:
            return allow_if(side == Side.INTERN, else_deny="other_side")
        return self.host(self.guides or self.owns, else_deny="guides_only")

    def change_step(self, step: OnboardingStep) -> Verdict:
        """The host those of both sides, the intern what they put in themselves."""
        verdict = self.plan(step.side)
        if not verdict or not self.is_intern:
            return verdict
        return allow_if(step.by_side == Side.INTERN, else_deny="not_own_step")

    def intern(self) -> Verdict:
        return allow_if(self.is_intern, else_deny="intern_only")

    def pay(self) -> Verdict:
        return self.host(self.recruits or self.guides, else_deny="not_party")

    def staff(self) -> Verdict:
        """Owner or recruiter name the supervisor and the cover."""
        return self.host(self.recruits, else_deny="staff_only")


NOBODY = Standing(None)


def standing_of(actor: Person | None, engagement: Engagement) -> Standing:
    """The actor's standing; an intern who became a member stays on the intern's side."""
    if actor is None or not actor.pk:
        return NOBODY
    if actor.pk == engagement.intern_id:
        return Standing(Side.INTERN)
    role = role_in(actor.pk, engagement.organization_id)
    guides = role is not None and actor.pk in (engagement.supervisor_id, engagement.cover_id)
    if role is None or not (guides or RANK[role] >= RANK[Role.RECRUITER]):
        return NOBODY
    suspended = engagement.organization.state in (OrganizationState.SUSPENDED, OrganizationState.REJECTED)
    return Standing(Side.HOST, role, guides, suspended)


def may_sign(actor: Person, agreement: AgreementVersion) -> Verdict:
    return standing_of(actor, agreement.engagement).sign()


def may_counter(actor: Person, agreement: AgreementVersion) -> Verdict:
    return standing_of(actor, agreement.engagement).sign()


def may_amend(actor: Person, engagement: Engagement) -> Verdict:
    """Whoever may sign proposes, answers and takes back a change of what is signed."""
    return standing_of(actor, engagement).sign()


def may_answer_amendment(actor: Person, agreement: AgreementVersion) -> Verdict:
    return may_amend(actor, agreement.engagement)


def may_move_due(actor: Person, deliverable: Deliverable) -> Verdict:
    """The intern, and whoever guides or owns for the host."""
    return standing_of(actor, deliverable.engagement).correct()


def may_tick(actor: Person, step: OnboardingStep) -> Verdict:
    return standing_of(actor, step.engagement).own_step(step.side)


def may_plan(actor: Person, engagement: Engagement, side: str) -> Verdict:
    return standing_of(actor, engagement).plan(side)


def may_change_step(actor: Person, step: OnboardingStep) -> Verdict:
    return standing_of(actor, step.engagement).change_step(step)


def may_meet(actor: Person, engagement: Engagement) -> Verdict:
    return standing_of(actor, engagement).party()


def may_choose_kickoff(actor: Person, kickoff: Kickoff) -> Verdict:
    return standing_of(actor, kickoff.engagement).party()


def may_word_agenda(actor: Person, kickoff: Kickoff) -> Verdict:
    """The host's side."""
    return standing_of(actor, kickoff.engagement).host(else_deny="not_party")


def may_list_access(actor: Person, engagement: Engagement) -> Verdict:
    return standing_of(actor, engagement).list_access()


def may_mark_access(actor: Person, engagement: Engagement, mark: AccessMark) -> Verdict:
    """The intern says what arrived, the host what it gave and took back."""
    standing = standing_of(actor, engagement)
    return standing.intern() if mark == AccessMark.GOT else standing.list_access()


def may_start(actor: Person, engagement: Engagement) -> Verdict:
    return standing_of(actor, engagement).party()


def may_answer(actor: Person, check_in: CheckIn) -> Verdict:
    return standing_of(actor, check_in.engagement).check_in()


def may_correct(actor: Person, correction: CourseCorrection) -> Verdict:
    return standing_of(actor, correction.engagement).correct()


def may_submit(actor: Person, deliverable: Deliverable) -> Verdict:
    return standing_of(actor, deliverable.engagement).intern()


def may_review(actor: Person, deliverable: Deliverable) -> Verdict:
    return standing_of(actor, deliverable.engagement).review()


def may_decide_on_record(actor: Person, deliverable: Deliverable) -> Verdict:
    """The third party: a steward who stands on neither side and belongs to no host's team of it."""
    return may_decide_between(actor, deliverable.engagement)


def may_decide_between(actor: Person, engagement: Engagement) -> Verdict:
    """A steward who does not do, guide, cover or host it."""
    if not actor.is_steward:
        return deny("not_third_party")
    is_party = actor.pk in (engagement.intern_id, engagement.supervisor_id, engagement.cover_id)
    is_party = is_party or role_in(actor.pk, engagement.organization_id) is not None
    return allow_if(not is_party, else_deny="third_party_is_party")


def may_end(actor: Person, engagement: Engagement) -> Verdict:
    """Either side, any day; a suspended organization cannot, its intern can."""
    return standing_of(actor, engagement).party()


def may_seek_successor(actor: Person, engagement: Engagement) -> Verdict:
    """Whoever recruits for the host."""
    return standing_of(actor, engagement).staff()


def may_answer_part_pay(actor: Person, engagement: Engagement) -> Verdict:
    """Either side; whose turn it is, the conversation says."""
    return standing_of(actor, engagement).party()


def may_decide_part_pay(actor: Person, engagement: Engagement) -> Verdict:
    """The third party: a steward who stands on neither side."""
    return may_decide_between(actor, engagement)


def may_post(actor: Person, engagement: Engagement) -> Verdict:
    return standing_of(actor, engagement).party()


def may_write_handover(actor: Person, engagement: Engagement) -> Verdict:
    return standing_of(actor, engagement).intern()


def may_ask_for_handover(actor: Person, engagement: Engagement) -> Verdict:
    return standing_of(actor, engagement).host(else_deny="not_party")


def may_report_in(actor: Person, engagement: Engagement) -> Verdict:
    """Whoever stands on either side, also while the host is suspended."""
    return allow_if(standing_of(actor, engagement).side is not None, else_deny="not_party")


def may_mark_paid(actor: Person, engagement: Engagement) -> Verdict:
    return standing_of(actor, engagement).pay()


def may_mark_received(actor: Person, engagement: Engagement) -> Verdict:
    return standing_of(actor, engagement).intern()


def may_name_supervisor(actor: Person, engagement: Engagement) -> Verdict:
    return standing_of(actor, engagement).staff()


def may_be_covered(actor: Person, engagement: Engagement) -> Verdict:
    """The supervisor says it of themselves; an owner or recruiter for one who left or is silent."""
    standing = standing_of(actor, engagement)
    return standing.host(standing.recruits or actor.pk == engagement.supervisor_id, else_deny="staff_only")


def may_open_seal(actor: Person, engagement: Engagement) -> Verdict:
    """A steward who belongs to neither side."""
    if not actor.is_steward:
        return deny("not_steward")
    is_party = actor.pk == engagement.intern_id or role_in(actor.pk, engagement.organization_id) is not None
    return allow_if(not is_party, else_deny="third_party_is_party")
