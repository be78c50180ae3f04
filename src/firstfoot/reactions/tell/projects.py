"""What is told about projects: to the host's people, to applicants, to stewards."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.queries import stewards
from firstfoot.foundation.journal.models import Fact
from firstfoot.market.applications.models import Application
from firstfoot.market.applications.queries import unanswered
from firstfoot.market.applications.states import ApplicationState as A
from firstfoot.market.projects.models import Project, Remark
from firstfoot.market.projects.proofreading import open_remarks
from firstfoot.market.projects.states import CloseReason, PauseReason, ProjectState
from firstfoot.reactions.people import project_of, recruiters, reviewers, thing_of
from firstfoot.reactions.phrases import day_text
from firstfoot.reactions.telling import Said, always, tell_each

IN_PLAY = (A.SUBMITTED, A.SHORTLISTED, A.OFFERED)


def tell_stewards(fact: Fact) -> None:
    """A project of an unverified host waits for it; of one that is held for a look, its case is told."""
    project = project_of(fact)
    if project.state != ProjectState.IN_REVIEW or project.held_at is not None:
        return
    title = _("A project waits for review: %(project)s") % _names(project)
    body = _("Posted by %(organization)s.") % _names(project)
    path = reverse("stewards:project", args=[project.public_id])
    tell_each(fact, stewards(), always(Said(title, body, path)))


def tell_remark(fact: Fact) -> None:
    """Whoever wrote the draft hears of the first of the remarks that are open; they stand beside the steps."""
    remark = thing_of(fact, Remark, "link__project__organization", "link__project__created_by")
    project = remark.link.project
    if remark.settled_at is not None or open_remarks(project).filter(pk__lt=remark.pk).exists():
        return
    people = recruiters(project.organization)
    people = [project.created_by] if project.created_by in people else people
    title = _("A remark on your draft %(project)s") % {"project": project.title or _("Untitled project")}
    body = _("Somebody read it by your link and left a remark. Look for it beside the steps of the brief.")
    path = reverse("hosts:brief_step", args=[project.public_id, remark.step])
    tell_each(fact, people, always(Said(title, body, path)))


def tell_host_published(fact: Fact) -> None:
    project = project_of(fact)
    title = _("%(project)s is public") % _names(project)
    body = _("People can read it and apply now.")
    tell_each(fact, [project.created_by, *recruiters(project.organization)], always(Said(title, body, _page(project))))


def tell_host_returned(fact: Fact) -> None:
    project = project_of(fact)
    title = _("%(project)s came back from review") % _names(project)
    body = _("What the steward asks: %(reason)s") % {"reason": project.return_reason}
    tell_each(fact, [project.created_by, *recruiters(project.organization)], always(Said(title, body, _page(project))))


def tell_of_pause(fact: Fact) -> None:
    """Whoever waits for an answer hears that the clock stands still, and why."""
    project = project_of(fact)
    reason = str(fact.data.get("reason", ""))
    if reason == PauseReason.FULL:
        _tell_host_it_is_full(fact, project)
        return
    if reason == PauseReason.SILENCE:
        _tell_host_of_silence(fact, project)
    bodies = {
        PauseReason.SILENCE: _(
            "The host has not answered in time, so we paused the project. If they stay silent for ten more"
            " business days we close it, and you are free to look elsewhere meanwhile."
        ),
        PauseReason.SUSPENDED: _("The project stands still while we look into something about the host."),
    }
    usual = _("The host paused the project. Your application stays where it is, and an offer stays valid.")
    title = _("%(project)s is paused") % _names(project)
    body = str(bodies.get(PauseReason(reason), usual)) if reason else usual
    _tell_applicants(fact, project, IN_PLAY, title, body)


def _tell_host_it_is_full(fact: Fact, project: Project) -> None:
    """The applicants hear nothing: their answers are due as before."""
    count = unanswered(project)
    title = _("%(project)s has all the applications you can answer") % _names(project)
    body = _("%(count)s people wait, so it takes no more for now. Answer some, and it opens by itself.")
    path = reverse("hosts:applicants", args=[project.public_id])
    tell_each(fact, reviewers(project), always(Said(title, body % {"count": count}, path)), kind="project.full")


def _tell_host_of_silence(fact: Fact, project: Project) -> None:
    count = Application.objects.filter(project=project, state=A.SUBMITTED).count()
    title = _("%(project)s is paused: applicants wait for your answer") % _names(project)
    path = reverse("hosts:applicants", args=[project.public_id])

    def write(_person: Person) -> Said:
        until = day_text(project.close_by_at) if project.close_by_at else ""
        text = _("%(count)s people were promised an answer. Answer them by %(day)s, or the project closes.")
        return Said(title, text % {"count": count, "day": until}, path)

    tell_each(fact, reviewers(project), write, kind="project.paused_by_silence")


def tell_of_resuming(fact: Fact) -> None:
    project = project_of(fact)
    if fact.data.get("reason") == PauseReason.FULL:
        title = _("%(project)s takes applications again") % _names(project)
        tell_each(fact, reviewers(project), always(Said(title, "", _page(project))))
        return
    title = _("%(project)s goes on") % _names(project)
    body = _("The host's time to answer you begins anew: five business days.")
    _tell_applicants(fact, project, (A.SUBMITTED,), title, body)


def tell_host_closed(fact: Fact) -> None:
    """The clock closed it: say so to those who run it."""
    project = project_of(fact)
    bodies = {
        CloseReason.DEADLINE: _("Its last day to apply is over, and nobody waits for an answer."),
        CloseReason.SILENCE: _("Applicants had no answer for too long. They were told that it is not about them."),
    }
    body = bodies.get(CloseReason(str(fact.data.get("reason", CloseReason.HOST))), "")
    title = _("%(project)s is closed") % _names(project)
    tell_each(fact, recruiters(project.organization), always(Said(title, str(body), _page(project))))


def tell_applicants_of_change(fact: Fact) -> None:
    """A material change of the brief reaches everyone who applied or is about to."""
    if not fact.data.get("material"):
        return
    project = project_of(fact)
    title = _("The brief of %(project)s changed") % _names(project)
    body = _("Pay, hours, dates, results or place are not what you applied to. Look at what is new.")
    _tell_applicants(fact, project, (A.DRAFT, *IN_PLAY), title, body)


def tell_host_seat_free(fact: Fact) -> None:
    """Somebody stopped before the start: the reserve can be called, or the project opened again."""
    project = project_of(fact)
    title = _("A seat of %(project)s is free again") % _names(project)
    reserve = Application.objects.filter(project=project, state=A.SHORTLISTED, reserve_until_at__isnull=False).exists()
    body = _("Somebody in reserve can still be called.") if reserve else _("You can open the project again.")
    path = reverse("hosts:applicants", args=[project.public_id]) if reserve else _page(project)
    tell_each(fact, recruiters(project.organization), always(Said(title, body, path)))


def _tell_applicants(fact: Fact, project: Project, states: tuple[str, ...], title: str, body: str) -> None:
    waiting = Application.objects.filter(project=project, state__in=states).select_related("person").order_by("pk")
    for application in waiting:
        path = reverse("talent:application", args=[application.public_id])
        tell_each(fact, [application.person], always(Said(title, body, path)))


def _names(project: Project) -> dict[str, str]:
    return {"project": project.title, "organization": project.organization.name}


def _page(project: Project) -> str:
    return reverse("hosts:project", args=[project.public_id])
