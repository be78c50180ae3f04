"""Saying something about oneself for the fairness audit, saying it anew, taking it back."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from firstfoot.foundation.selfid.actions import forget_answers, save_answers
from firstfoot.foundation.selfid.queries import answered_on
from firstfoot.web.people.forms.self_id import SelfIdForm
from firstfoot.web.shared.requests import PersonRequest


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def self_id(request: PersonRequest) -> HttpResponse:
    """GET says why it is asked and when it was answered, never what; POST keeps the answers."""
    form = SelfIdForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        said = form.cleaned_data
        save_answers(person_id=request.user.pk, sex=said["sex"], race=said["race"], actor=request.user)
        messages.success(request, _("Kept, apart from everything else. Thank you."))
        return redirect("people:self_id")
    context = {"form": form, "answered_on": answered_on(request.user)}
    return render(request, "people/self_id.html", context, status=422 if request.method == "POST" else 200)


@login_required
@require_POST
def forget(request: PersonRequest) -> HttpResponse:
    """Delete what was said; nothing of it stays."""
    forget_answers(person_id=request.user.pk, actor=request.user)
    messages.success(request, _("Your answers are deleted."))
    return redirect("people:self_id")
