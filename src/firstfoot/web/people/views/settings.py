"""Settings: names, clock, mail, sign-in, times away."""

from __future__ import annotations

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from firstfoot.foundation.accounts.actions import change_person
from firstfoot.foundation.accounts.queries import aways_of
from firstfoot.foundation.links.queries import calendar_of
from firstfoot.foundation.notifications.queries import refused_addresses
from firstfoot.kernel.errors import Conflict
from firstfoot.web.people.forms.settings import AwayForm, SettingsForm
from firstfoot.web.shared.requests import PersonRequest
from firstfoot.web.shared.views.errors import conflict

FIELDS = ("chosen_name", "legal_name", "time_zone", "phone", "daily_mail")


@login_required
@require_http_methods(["GET", "HEAD", "POST"])
def settings(request: PersonRequest) -> HttpResponse:
    """GET shows them; POST saves who one is and how one is reached."""
    if request.method != "POST":
        return show(request)
    form = SettingsForm(request.POST)
    if not form.is_valid():
        return show(request, form=form)
    said = {field: form.cleaned_data[field] for field in FIELDS}
    try:
        change_person(person_id=request.user.pk, seen=form.cleaned_data["seen"], actor=request.user, **said)
    except Conflict:
        return _both(request, form)
    messages.success(request, _("Your settings are saved."))
    return redirect("people:settings")


def show(
    request: PersonRequest, *, form: SettingsForm | None = None, away: AwayForm | None = None, calendar: str = ""
) -> HttpResponse:
    """The page; with a form that was not understood, 422 and what was typed.

    `calendar` is the address of the person's calendar, just made: it is shown this once.
    """
    person = request.user
    stored = {field: getattr(person, field) for field in FIELDS} | {"seen": person.version}
    context = {
        "form": form or away or SettingsForm(initial=stored),
        "settings_form": form or SettingsForm(initial=stored),
        "away_form": away or AwayForm(auto_id="away_%s"),
        "aways": aways_of(person),
        "calendar": calendar_of(person),
        "calendar_address": calendar,
        "refused": refused_addresses(person.email).first(),
    }
    return render(request, "people/settings.html", context, status=422 if form or away else 200)


def _both(request: PersonRequest, form: SettingsForm) -> HttpResponse:
    """Saved elsewhere in the meantime: what was typed beside what stands."""
    request.user.refresh_from_db()
    shown = [field for field in FIELDS if field != "daily_mail"]
    mine = "\n".join(form.cleaned_data[field] for field in shown)
    theirs = "\n".join(getattr(request.user, field) for field in shown)
    return conflict(request, mine, theirs, back=reverse("people:settings"))
