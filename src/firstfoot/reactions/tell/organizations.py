"""What is told about organizations, members and invitations."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.queries import persons_by_tokens, stewards
from firstfoot.foundation.journal.models import Fact
from firstfoot.market.organizations.models import Invitation, Organization
from firstfoot.market.organizations.states import RENEWED_WITHIN, InvitationState, Role
from firstfoot.reactions.people import owners, recruiters, thing_of
from firstfoot.reactions.reasons import ROLES
from firstfoot.reactions.telling import Said, always, mail_each, post_to, tell_each
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.states import LIVE


def tell_stewards(fact: Fact) -> None:
    """An organization waits for its first look, or for another one."""
    organization = thing_of(fact, Organization)
    title = _("%(organization)s waits for verification") % {"organization": organization.name}
    body = _("What it posts stays unseen until you have looked at it.")
    path = reverse("stewards:organization", args=[organization.public_id])
    tell_each(fact, stewards(), always(Said(title, body, path)))


def tell_owners_verified(fact: Fact) -> None:
    organization = thing_of(fact, Organization)
    title = _("%(organization)s is verified") % {"organization": organization.name}
    body = _("What you post is public from now on.")
    tell_each(fact, owners(organization), always(Said(title, body, _page(organization))))


def tell_owners_renewed(fact: Fact) -> None:
    organization = thing_of(fact, Organization)
    title = _("The verification of %(organization)s is renewed") % {"organization": organization.name}
    body = _("A steward looked at it again. Projects of yours that waited for this alone are public now.")
    tell_each(fact, owners(organization), always(Said(title, body, _page(organization))))


def mail_renewal_due(fact: Fact) -> None:
    """Owners hear in time that a steward looks again, and what makes it easy."""
    organization = thing_of(fact, Organization)
    if organization.renewal_asked_at is None or organization.verified_at is None:
        return
    title = _("A steward looks at %(organization)s again") % {"organization": organization.name}
    body = _("Its verification is a year old. Please see that its page is still right.")
    said = Said(title, body, _page(organization), _("See the page"))
    until = organization.renewal_asked_at + RENEWED_WITHIN
    context = {"organization": organization, "verified_at": organization.verified_at, "until": until}
    mail_each(fact, owners(organization), "renewal_due", always(said), context)


def tell_owners_rejected(fact: Fact) -> None:
    organization = thing_of(fact, Organization)
    title = _("%(organization)s was not verified") % {"organization": organization.name}
    body = _("The reason: %(reason)s You may change your page and ask again.") % {"reason": organization.state_reason}
    tell_each(fact, owners(organization), always(Said(title, body, _page(organization))))


def tell_of_suspension(fact: Fact) -> None:
    """The host's recruiters read why; its interns read that they may always end safely."""
    organization = thing_of(fact, Organization)
    name = {"organization": organization.name}
    title = _("%(organization)s is suspended") % name
    body = _("It cannot make new moves for now. The reason: %(reason)s") % {"reason": organization.state_reason}
    tell_each(fact, recruiters(organization), always(Said(title, body, _page(organization))))
    for engagement in Engagement.objects.filter(organization=organization, state__in=LIVE).select_related("intern"):
        safe = _("You can go on, or end your project safely at any time. Everything you did stays yours.")
        path = reverse("work:engagement", args=[engagement.public_id])
        tell_each(fact, [engagement.intern], always(Said(title, safe, path)))


def tell_restored(fact: Fact) -> None:
    organization = thing_of(fact, Organization)
    title = _("%(organization)s may go on") % {"organization": organization.name}
    body = _("The suspension is lifted.")
    tell_each(fact, recruiters(organization), always(Said(title, body, _page(organization))))


def tell_owners_joined(fact: Fact) -> None:
    organization, member = thing_of(fact, Organization), _member(fact)
    if member is None:
        return
    title = _("%(name)s joined %(organization)s") % {"name": member.name, "organization": organization.name}
    body = _("Their role: %(role)s.") % {"role": _role(fact)}
    tell_each(fact, owners(organization), always(Said(title, body, _members(organization))))


def tell_member_role(fact: Fact) -> None:
    organization = thing_of(fact, Organization)
    title = _("Your role at %(organization)s changed") % {"organization": organization.name}
    body = _("You are now: %(role)s.") % {"role": _role(fact)}
    tell_each(fact, [_member(fact)], always(Said(title, body, reverse("hosts:desk"))))


def tell_member_left(fact: Fact) -> None:
    """The member, when somebody else parted with them; the owners, when they went by themselves."""
    organization, member = thing_of(fact, Organization), _member(fact)
    if member is None:
        return
    names = {"name": member.name, "organization": organization.name}
    parted = Said(_("You are no longer a member of %(organization)s") % names, path=reverse("hosts:desk"))
    left = Said(_("%(name)s left %(organization)s") % names, path=_members(organization))
    tell_each(fact, [member], always(parted))
    tell_each(fact, [p for p in owners(organization) if p.pk != member.pk], always(left))


def mail_invitation(fact: Fact) -> None:
    """The link goes to the invited address alone, and is emptied here once it is sent."""
    invitation = thing_of(fact, Invitation, "organization", "invited_by")
    if invitation.state != InvitationState.SENT:
        return
    names = {"organization": invitation.organization.name, "who": invitation.invited_by.name}
    path = reverse("people:invitation", args=[invitation.token])
    said = Said(_("%(who)s invites you to %(organization)s") % names, "", path, _("See the invitation"))
    context = {
        "organization": invitation.organization,
        "who": invitation.invited_by.name,
        "role": ROLES[Role(invitation.role)],
        "until": invitation.expires_at,
    }
    key = f"{fact.thing}#{fact.seq}:invitation"
    with translation.override(settings.LANGUAGE_CODE), timezone.override(invitation.organization.zone):
        post_to(invitation.email, key=key, kind="invitation", said=said, context=context, is_secret=True)


def tell_inviter_expired(fact: Fact) -> None:
    invitation = thing_of(fact, Invitation, "organization", "invited_by")
    title = _("An invitation to %(organization)s ran out") % {"organization": invitation.organization.name}
    body = _("%(address)s did not answer. You may invite them again.") % {"address": invitation.email}
    path = _members(invitation.organization)
    tell_each(fact, [invitation.invited_by], always(Said(title, body, path)))


def _member(fact: Fact) -> Person | None:
    return persons_by_tokens([str(fact.data.get("member", ""))]).get(str(fact.data.get("member", "")))


def _role(fact: Fact) -> str:
    return str(ROLES.get(str(fact.data.get("role", "")), ""))


def _page(organization: Organization) -> str:
    return reverse("hosts:organization", args=[organization.public_id])


def _members(organization: Organization) -> str:
    return reverse("hosts:members", args=[organization.public_id])
