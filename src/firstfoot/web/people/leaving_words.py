"""What must end before an account can be erased, in words, with where to do it."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from firstfoot.insights.leaving import Hindrance


@dataclass(frozen=True, slots=True)
class HindranceWords:
    """One thing to end: what and why, the button and where it leads."""

    text: str
    button: str = ""
    url: str = ""


def hindrance_words(hindrance: Hindrance) -> HindranceWords:
    title, thing = hindrance.title, hindrance.public_id
    if hindrance.code == "own_work_live":
        text = _("“%(title)s” is still going on. Complete it, or end it early: the host has to know.")
        return HindranceWords(text % {"title": title}, _("Open the work"), reverse("work:engagement", args=[thing]))
    if hindrance.code == "guided_work_live":
        text = _("You guide “%(title)s”. An owner or recruiter names another supervisor.")
        return HindranceWords(text % {"title": title}, _("Open the work"), reverse("work:engagement", args=[thing]))
    if hindrance.code == "guided_project_open":
        text = _("You are to guide “%(title)s”. Name another supervisor in its brief, or close it.")
        return HindranceWords(text % {"title": title}, _("Open the project"), reverse("hosts:project", args=[thing]))
    if hindrance.code == "last_owner":
        text = _("You are the only owner of %(title)s. Make another member an owner first.")
        return HindranceWords(text % {"title": title}, _("See the members"), reverse("hosts:members", args=[thing]))
    if hindrance.code == "host_busy":
        text = _("%(title)s has open projects or work going on, and nobody but you. Close and end them first.")
        return HindranceWords(text % {"title": title}, _("Go to hosting"), reverse("hosts:desk"))
    return HindranceWords(_("You are the only steward. Make another person a steward first."))
