"""What is told about applications; hosts read the pseudonym until the shortlist."""

from __future__ import annotations

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.models import Fact
from firstfoot.market.applications.blind import host_label
from firstfoot.market.applications.models import Application
from firstfoot.market.applications.states import DeclineReason, LapseReason, RescindReason
from firstfoot.reactions import reasons
from firstfoot.reactions.people import application_of, recruiters, reviewers
from firstfoot.reactions.phrases import day_text, money_text, when_text
from firstfoot.reactions.telling import Said, always, mail_each, tell_each


def tell_host_submitted(fact: Fact) -> None:
    application = application_of(fact)
    names = _names(application)

    def write(_person: Person) -> Said:
        body = _("%(who)s applied. Answer by %(day)s.") % {**names, "day": _day(application.answer_by_at)}
        return Said(_("New application: %(project)s") % names, body, _host_page(application))

    tell_each(fact, reviewers(application.project), write)


def tell_shortlisted(fact: Fact) -> None:
    application = application_of(fact)
    title = _("You are on the short list: %(project)s") % _names(application)
    body = _("%(organization)s now knows your name and may write to you here.") % _names(application)
    _tell_applicant(fact, application, title, body)


def tell_unshortlisted(fact: Fact) -> None:
    application = application_of(fact)
    title = _("%(organization)s is undecided again: %(project)s") % _names(application)
    body = _("You are no longer on the short list. Your application still counts, and an answer is due.")
    _tell_applicant(fact, application, title, body)


def mail_offer(fact: Fact) -> None:
    """An offer has a clock, so it is mailed at once."""
    application = application_of(fact)
    names = _names(application)

    def write(_person: Person) -> Said:
        body = _("%(organization)s would like to work with you. Answer by %(when)s.") % {
            **names, "when": _when(application.offer_until_at),
        }  # fmt: skip
        return Said(_("An offer: %(project)s") % names, body, _own_page(application), _("Read the offer"))

    mail_each(fact, [application.person], "offer_made", write, _offer(application))


def mail_offer_extended(fact: Fact) -> None:
    application = application_of(fact)
    names = _names(application)

    def write(_person: Person) -> Said:
        body = _("You may answer until %(when)s.") % {"when": _when(application.offer_until_at)}
        return Said(
            _("More time for your offer: %(project)s") % names, body, _own_page(application), _("Read the offer")
        )

    mail_each(fact, [application.person], "offer_extended", write, _offer(application))


def mail_offer_rescinded(fact: Fact) -> None:
    application = application_of(fact)
    names = _names(application)
    code = str(fact.data.get("reason", ""))
    reason = str(reasons.RESCINDED[RescindReason(code)]) if code else ""

    def write(_person: Person) -> Said:
        title = _("The offer was taken back: %(project)s") % names
        return Said(title, reason, _own_page(application), _("See your application"))

    mail_each(fact, [application.person], "offer_rescinded", write, {**_offer(application), "reason": reason})


def tell_host_accepted(fact: Fact) -> None:
    application = application_of(fact)
    title = _("%(who)s accepted your offer: %(project)s") % _names(application)
    body = _("Next, both sides sign the agreement.")
    tell_each(fact, reviewers(application.project), always(Said(title, body, _host_page(application))))


def tell_host_refused(fact: Fact) -> None:
    application = application_of(fact)
    title = _("%(who)s said no to your offer: %(project)s") % _names(application)
    body = _("The seat is free. You may make another offer.")
    tell_each(fact, reviewers(application.project), always(Said(title, body, _applicants(application))))


def tell_declined(fact: Fact) -> None:
    application = application_of(fact)
    reason = reasons.DECLINED[DeclineReason(str(fact.data["reason"]))]
    title = _("%(organization)s chose not to go on: %(project)s") % _names(application)
    body = _("Thank you for applying. %(reason)s") % {"reason": reason}
    _tell_applicant(fact, application, title, body)


def tell_host_withdrawn(fact: Fact) -> None:
    """Only where the host had taken the applicant further: other withdrawals need no one's attention."""
    application = application_of(fact)
    if application.shortlisted_at is None:
        return
    title = _("%(who)s withdrew: %(project)s") % _names(application)
    tell_each(fact, reviewers(application.project), always(Said(title, "", _applicants(application))))


def tell_lapsed(fact: Fact) -> None:
    application = application_of(fact)
    reason = reasons.LAPSED[LapseReason(str(fact.data["reason"]))]
    title = _("Your application ended: %(project)s") % _names(application)
    _tell_applicant(fact, application, title, str(reason))


def tell_expired(fact: Fact) -> None:
    """The offer's time ran out: the applicant hears it kindly, the host that the seat is free."""
    application = application_of(fact)
    title = _("The offer ran out: %(project)s") % _names(application)
    body = _("You did not answer in time, so the seat went back to the host.")
    _tell_applicant(fact, application, title, body)
    free = _("%(who)s did not answer in time. The seat is free.") % _names(application)
    people = recruiters(application.project.organization)
    tell_each(fact, people, always(Said(title, free, _applicants(application))))


def tell_reserved(fact: Fact) -> None:
    application = application_of(fact)
    names = _names(application)

    def write(_person: Person) -> Said:
        body = _("All seats are taken, but the host would call you next. You hear from us by %(day)s.") % {
            "day": _day(application.reserve_until_at)
        }
        return Said(_("You are in reserve: %(project)s") % names, body, _own_page(application))

    tell_each(fact, [application.person], write)


def tell_posted(fact: Fact) -> None:
    """Somebody wrote: the other side reads of it; the words stay in the conversation."""
    application = application_of(fact)
    names = _names(application)
    if fact.actor == application.person.actor_token:
        title = _("%(who)s wrote to you: %(project)s") % names
        people = reviewers(application.project)
        tell_each(fact, people, always(Said(title, "", _host_page(application))))
    else:
        title = _("%(organization)s wrote to you: %(project)s") % names
        _tell_applicant(fact, application, title, "")


def _tell_applicant(fact: Fact, application: Application, title: str, body: str) -> None:
    tell_each(fact, [application.person], always(Said(title, body, _own_page(application))))


def _names(application: Application) -> dict[str, str]:
    project = application.project
    label = host_label(application)
    return {"project": project.title, "organization": project.organization.name, "who": label}


def _offer(application: Application) -> dict[str, Any]:
    """What a mail about an offer shows."""
    project = application.project
    return {
        "application": application,
        "project": project,
        "organization": project.organization,
        "pay": money_text(project.pay),
        "until": application.offer_until_at,
    }


def _day(value: Any) -> str:
    return day_text(value) if value else ""


def _when(value: Any) -> str:
    return when_text(value) if value else ""


def _own_page(application: Application) -> str:
    return reverse("talent:application", args=[application.public_id])


def _host_page(application: Application) -> str:
    return reverse("hosts:applicant", args=[application.public_id])


def _applicants(application: Application) -> str:
    return reverse("hosts:applicants", args=[application.project.public_id])
