"""What came of it: two taps, some months after the work."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import Http404, HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from firstfoot.proof.pathways.follow_ups import follow_up_of, tell_later
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.talent.forms.came_of import CameOfForm


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def came_of(request: PersonRequest, public_id: str) -> HttpResponse:
    """The question, for as long as it is asked."""
    asked = follow_up_of(request.user, public_id)
    if asked is None:
        raise Http404
    form = CameOfForm(request.POST or None)
    if request.method == "POST" and form.is_valid():
        tell_later(follow_up_id=asked.pk, actor=request.user, **form.cleaned_data)
        messages.success(request, _("Thank you. Your answer goes into figures alone."))
        return redirect("talent:desk")
    context = {"asked": asked, "engagement": asked.engagement, "form": form}
    return render(request, "talent/came_of.html", context, status=422 if form.errors else 200)
