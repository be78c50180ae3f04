"""Who may do what with an organization."""

from __future__ import annotations

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel.verdict import YES, Verdict, allow_if, deny
from firstfoot.market.organizations.models import Block, Organization, Sighting
from firstfoot.market.organizations.queries import has_role, role_in
from firstfoot.market.organizations.states import BlockSide, OrganizationState, Role

S = OrganizationState


def may_describe(actor: Person, organization: Organization) -> Verdict:
    """Owners say who the organization is and when it is away."""
    if organization.state == S.SUSPENDED:
        return deny("organization_suspended")
    return _owner(actor, organization)


def may_manage_members(actor: Person, organization: Organization) -> Verdict:
    """Owners invite and give roles."""
    if organization.state == S.SUSPENDED:
        return deny("organization_suspended")
    return _owner(actor, organization)


def may_part(actor: Person, organization: Organization, person_id: int) -> Verdict:
    """Members leave by themselves; owners part with others. Also while suspended: it is the safe end."""
    if actor.pk == person_id:
        return YES
    return _owner(actor, organization)


def may_resubmit(actor: Person, organization: Organization) -> Verdict:
    """Owners ask for another look."""
    return _owner(actor, organization)


def may_recruit(actor: Person, organization: Organization) -> Verdict:
    """Recruiters and owners post projects and choose people, unless the organization is shut out."""
    if organization.state == S.SUSPENDED:
        return deny("organization_suspended")
    if organization.state == S.REJECTED:
        return deny("organization_rejected")
    return allow_if(has_role(actor.pk, organization.pk, Role.RECRUITER), else_deny="not_recruiter")


def may_block(actor: Person, organization: Organization, person_id: int, side: str) -> Verdict:
    """A person for themselves; recruiters and owners for their organization."""
    if role_in(person_id, organization.pk) is not None:
        return deny("member_of_host")
    if side == BlockSide.PERSON:
        return allow_if(actor.pk == person_id, else_deny="not_yours")
    return may_recruit(actor, organization)


def may_lift(actor: Person, block: Block) -> Verdict:
    """The side that made it, and only it."""
    if block.side == BlockSide.PERSON:
        return allow_if(actor.pk == block.person_id, else_deny="not_yours")
    return allow_if(has_role(actor.pk, block.organization_id, Role.RECRUITER), else_deny="not_recruiter")


def may_verify(actor: Person, organization: Organization) -> Verdict:
    """Stewards decide about organizations they do not belong to."""
    if not actor.is_steward:
        return deny("not_steward")
    return allow_if(role_in(actor.pk, organization.pk) is None, else_deny="own_organization")


def may_note_document(actor: Person, organization: Organization) -> Verdict:
    """Whoever may verify: a steward who does not belong to it."""
    return may_verify(actor, organization)


def may_answer_document(actor: Person, sighting: Sighting) -> Verdict:
    """Another steward than the one who noted it; neither belongs to the organization."""
    verifies = may_verify(actor, sighting.organization)
    if not verifies:
        return verifies
    return allow_if(actor.pk != sighting.noted_by_id, else_deny="saw_it_first")


def may_take_back_document(actor: Person, sighting: Sighting) -> Verdict:
    """Whoever noted it, and nobody else."""
    return allow_if(actor.pk == sighting.noted_by_id, else_deny="not_yours")


def _owner(actor: Person, organization: Organization) -> Verdict:
    return allow_if(has_role(actor.pk, organization.pk, Role.OWNER), else_deny="not_owner")
