"""What is told about talks: the times that are offered, the one chosen, and that none fits."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.models import Fact
from firstfoot.market.applications.blind import host_label
from firstfoot.market.applications.models import Interview
from firstfoot.market.applications.policies import may_see_applicants
from firstfoot.reactions.people import reviewers, thing_of
from firstfoot.reactions.phrases import when_text, zone_text
from firstfoot.reactions.telling import Said, absolute, mail_each, tell_each


def mail_times(fact: Fact) -> None:
    """Times pass, so whoever chooses is mailed at once; not when others took their place meanwhile."""
    interview = _interview_of(fact)
    if not interview.is_live or interview.chosen_at:
        return
    names = _names(interview)

    def write(_person: Person) -> Said:
        count = len(interview.starts)
        body = ngettext(
            "%(organization)s would like to talk with you, and offers %(count)s time.",
            "%(organization)s would like to talk with you, and offers %(count)s times. Choose the one that suits you.",
            count,
        ) % {**names, "count": count}
        return Said(_("Your interview: %(project)s") % names, body, _own_page(interview), _("Choose a time"))

    mail_each(fact, [interview.application.person], "interview_times", write, _shown(interview))


def mail_chosen(fact: Fact) -> None:
    """Both sides get the time on their own clock, with the calendar file."""
    interview = _interview_of(fact)
    if not interview.is_live or interview.chosen_at is None:
        return
    names, applicant = _names(interview), interview.application.person

    def write(person: Person) -> Said:
        is_own = person.pk == applicant.pk
        when = {"when": when_text(interview.chosen_at), "zone": zone_text()} if interview.chosen_at else {}
        title = _("Your interview with %(with)s") % {"with": names["organization"] if is_own else names["who"]}
        body = _("%(when)s, %(zone)s.") % when
        return Said(title, body, _own_page(interview) if is_own else _host_page(interview), _("See the interview"))

    for people, name in (([applicant], "talent:interview_calendar"), (hosts_of(interview), "hosts:interview_calendar")):
        calendar = absolute(reverse(name, args=[interview.public_id]))
        mail_each(fact, people, "interview_chosen", write, {**_shown(interview), "calendar": calendar}, also_actor=True)


def tell_none_fit(fact: Fact) -> None:
    interview = _interview_of(fact)
    names = _names(interview)

    def write(_person: Person) -> Said:
        note = interview.none_fit_note
        body = _("They wrote: %(note)s") % {"note": note} if note else _("Offer others, or write to each other.")
        return Said(_("No time suits %(who)s: %(project)s") % names, body, _host_page(interview))

    tell_each(fact, hosts_of(interview), write)


def _interview_of(fact: Fact) -> Interview:
    of_project = ("organization", "supervisor")
    return thing_of(
        fact, Interview, "offered_by", "application__person", *(f"application__project__{name}" for name in of_project)
    )


def hosts_of(interview: Interview) -> list[Person]:
    """Whoever offered the times; all reviewers when they review no more."""
    project = interview.application.project
    return [interview.offered_by] if may_see_applicants(interview.offered_by, project) else reviewers(project)


def _names(interview: Interview) -> dict[str, str]:
    project = interview.application.project
    return {
        "project": project.title, "organization": project.organization.name, "who": host_label(interview.application),
    }  # fmt: skip


def _shown(interview: Interview) -> dict[str, Any]:
    return {**_names(interview), "interview": interview}


def _own_page(interview: Interview) -> str:
    return reverse("talent:application", args=[interview.application.public_id])


def _host_page(interview: Interview) -> str:
    return reverse("hosts:applicant", args=[interview.application.public_id])
