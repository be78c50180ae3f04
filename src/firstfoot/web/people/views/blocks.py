"""Whom one keeps away from: organizations, and people for the organizations one recruits for."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST, require_safe

from firstfoot.market.applications.actions import block_each_other
from firstfoot.market.organizations.actions import lift_block
from firstfoot.market.organizations.queries import blocks_made_for, organizations_visible_to
from firstfoot.market.organizations.states import BlockSide
from firstfoot.web.shared.blocking import say_blocked
from firstfoot.web.shared.keyset import stretch_of
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.work.engagements.queries import is_at_work_for

PAGE = 25


@login_required
@require_safe
def blocks(request: PersonRequest) -> HttpResponse:
    """What stands, and the way to lift it."""
    stretch = stretch_of(blocks_made_for(request.user), ("-pk",), PAGE, request.GET)
    return render(request, "people/blocks.html", {"stretch": stretch, "rows": list(stretch)})


@login_required
@require_POST
def block_organization(request: PersonRequest, public_id: str) -> HttpResponse:
    """Neither sees or writes to the other from now on; also when the host said so first, which nobody learns here."""
    host = get_object_or_404(organizations_visible_to(None), public_id=public_id)
    block_each_other(organization_id=host.pk, person_id=request.user.pk, side=BlockSide.PERSON, actor=request.user)
    said = _("You and %(name)s no longer see each other's posts or messages. They are not told.")
    say_blocked(request, said % {"name": host.name}, at_work=is_at_work_for(request.user.pk, host.pk))
    return redirect("people:blocks")


@login_required
@require_POST
def lift(request: PersonRequest, public_id: str) -> HttpResponse:
    """See each other again."""
    found = get_object_or_404(blocks_made_for(request.user), public_id=public_id)
    lift_block(block_id=found.pk, actor=request.user)
    messages.success(request, _("The block is lifted."))
    return redirect("people:blocks")
