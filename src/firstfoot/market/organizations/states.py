"""Lifecycles of an organization and of what belongs to it, and the roles of members."""

from datetime import timedelta

from django.db.models import TextChoices

from firstfoot.kernel.lifecycle import Lifecycle, move


class OrganizationState(TextChoices):
    UNVERIFIED = "unverified"
    VERIFIED = "verified"
    SUSPENDED = "suspended"
    REJECTED = "rejected"


S = OrganizationState
SHUT_OUT = (S.SUSPENDED, S.REJECTED)  # begins nothing new
VERIFIED_FOR = timedelta(days=365)  # then a steward looks again
RENEWED_WITHIN = timedelta(days=30)  # then what it posts anew is held
ORGANIZATION = Lifecycle(
    S,
    move("verify", S.UNVERIFIED, to=S.VERIFIED),
    move("reject", S.UNVERIFIED, to=S.REJECTED),
    move("resubmit", S.REJECTED, to=S.UNVERIFIED),
    move("suspend", S.VERIFIED, to=S.SUSPENDED),
    move("restore", S.SUSPENDED, to=S.VERIFIED),
    initial=S.UNVERIFIED,
)


class InvitationState(TextChoices):
    SENT = "sent"
    ACCEPTED = "accepted"
    REVOKED = "revoked"
    EXPIRED = "expired"


I = InvitationState  # noqa: E741
INVITATION = Lifecycle(
    I,
    move("accept", I.SENT, to=I.ACCEPTED),
    move("revoke", I.SENT, to=I.REVOKED),
    move("expire", I.SENT, to=I.EXPIRED),
    initial=I.SENT,
    final=(I.ACCEPTED, I.REVOKED, I.EXPIRED),
)


class BlockState(TextChoices):
    STANDING = "standing"
    LIFTED = "lifted"


B = BlockState
BLOCK = Lifecycle(B, move("lift", B.STANDING, to=B.LIFTED), initial=B.STANDING, final=(B.LIFTED,))


class SightingState(TextChoices):
    NOTED = "noted"
    CONFIRMED = "confirmed"
    DENIED = "denied"
    TAKEN_BACK = "taken_back"
    OUTDATED = "outdated"


D = SightingState
SIGHTING = Lifecycle(
    D,
    move("confirm", D.NOTED, to=D.CONFIRMED),
    move("deny", D.NOTED, to=D.DENIED),
    move("take_back", D.NOTED, to=D.TAKEN_BACK),
    move("outdate", D.NOTED, D.CONFIRMED, to=D.OUTDATED),
    initial=D.NOTED,
    final=(D.DENIED, D.TAKEN_BACK, D.OUTDATED),
)
SEEN_WITHIN = timedelta(days=365)  # a document that was seen before then says nothing of today


class Industry(TextChoices):
    """The field that an organization works in."""

    FOOD = "food"
    RETAIL = "retail"
    MAKING = "making"
    SOFTWARE = "software"
    HEALTH = "health"
    EDUCATION = "education"
    RESEARCH = "research"
    CULTURE = "culture"
    COMMUNITY = "community"
    ENVIRONMENT = "environment"
    FARMING = "farming"
    BUILDING = "building"
    TRANSPORT = "transport"
    FINANCE = "finance"
    SERVICES = "services"
    OTHER = "other"


class DocumentKind(TextChoices):
    """What a steward saw."""

    REGISTER = "register"
    TAX = "tax"
    AUTHORITY = "authority"
    OTHER = "other"


class Outdated(TextChoices):
    """Why a document that was seen counts no more."""

    NAME = "name"
    YEAR = "year"


class BlockSide(TextChoices):
    """Who wants nothing to do with the other."""

    PERSON = "person"
    ORGANIZATION = "organization"


class Role(TextChoices):
    """Cumulative: an owner may do what a recruiter may, a recruiter what a supervisor may."""

    SUPERVISOR = "supervisor"
    RECRUITER = "recruiter"
    OWNER = "owner"


RANK = {Role.SUPERVISOR: 1, Role.RECRUITER: 2, Role.OWNER: 3}


def roles_from(least: Role) -> tuple[str, ...]:
    """The roles that include `least`."""
    return tuple(str(role) for role, rank in RANK.items() if rank >= RANK[least])
