"""Passing an invitation to apply on to its person or address, unless it is not wanted there."""

from __future__ import annotations

from django.conf import settings
from django.urls import reverse
from django.utils import timezone, translation
from django.utils.translation import gettext as _

from firstfoot.foundation.journal.models import Fact
from firstfoot.market.applications.invitations import addressee, is_welcome
from firstfoot.market.applications.models import ProjectInvitation
from firstfoot.market.applications.states import ProjectInvitationState
from firstfoot.market.projects.queries import current_brief
from firstfoot.reactions.people import thing_of
from firstfoot.reactions.phrases import money_text
from firstfoot.reactions.telling import Said, always, mail_each, post_to


def pass_on(fact: Fact) -> None:
    """A notice and a mail to a person of ours, a mail to anybody else; nothing where it is not wanted."""
    invitation = thing_of(fact, ProjectInvitation, "project__organization", "person", "alias")
    person = addressee(invitation)
    if invitation.state != ProjectInvitationState.SENT or not is_welcome(invitation, person):
        return
    project = invitation.project
    path = reverse("public:invited", args=[invitation.token])
    context = {"project": project, "brief": current_brief(project), "organization": project.organization}
    context["pay"] = money_text(project.pay)
    context["alias"] = invitation.alias.name if invitation.alias else ""
    with translation.override(settings.LANGUAGE_CODE), timezone.override(project.organization.zone):
        title = _("%(organization)s invites you to apply") % {"organization": project.organization.name}
        said = Said(title, project.title, path, _("See the invitation"))
        if person is None:
            key = f"{fact.thing}#{fact.seq}:project_invitation"
            post_to(invitation.email, key=key, kind="project_invitation", said=said, context=context, is_secret=True)
            return
    mail_each(fact, [person], "project_invitation", always(said), context)
