"""What is told about public questions; nobody but the asker learns who asked."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from firstfoot.foundation.journal.models import Fact
from firstfoot.market.applications.models import Application
from firstfoot.market.applications.states import ApplicationState as A
from firstfoot.market.projects.models import Project, PublicQuestion
from firstfoot.market.projects.states import SetAside
from firstfoot.reactions.people import reviewers, thing_of
from firstfoot.reactions.reasons import SET_ASIDE
from firstfoot.reactions.telling import Said, always, mail_each, tell_each

INTERESTED = (A.DRAFT, A.SUBMITTED, A.SHORTLISTED, A.OFFERED)


def tell_host_asked(fact: Fact) -> None:
    """Those who answer applicants answer questions, too."""
    project = _question(fact).project
    title = _("A question about %(project)s") % {"project": project.title}
    body = _("Your answer becomes part of the brief, for everyone.")
    path = reverse("hosts:project", args=[project.public_id]) + "#questions"
    tell_each(fact, reviewers(project), always(Said(title, body, path)))


def mail_answer(fact: Fact) -> None:
    """Whoever asked may be about to apply, so the answer is mailed at once."""
    question = _question(fact)
    title = _("Your question was answered: %(project)s") % {"project": question.project.title}
    said = Said(title, question.answer, _public_page(question.project), _("Read it in the brief"))
    context = {"question": question, "project": question.project, "organization": question.project.organization}
    mail_each(fact, [question.asker], "question_answered", always(said), context)


def tell_applicants_answered(fact: Fact) -> None:
    """Everyone who applied, or is about to, learns what the brief says now; the asker has a mail."""
    question = _question(fact)
    waiting = Application.objects.filter(project=question.project, state__in=INTERESTED).exclude(
        person=question.asker_id
    )
    title = _("The brief of %(project)s says more") % {"project": question.project.title}
    body = _("Somebody asked: %(question)s The host's answer is now part of the brief.") % {
        "question": question.body + "\n"
    }
    people = [application.person for application in waiting.select_related("person").order_by("pk")]
    tell_each(fact, people, always(Said(title, body, _public_page(question.project))))


def tell_set_aside(fact: Fact) -> None:
    """The asker hears why there is no answer for everyone."""
    question = _question(fact)
    title = _("No public answer: %(project)s") % {"project": question.project.title}
    body = str(SET_ASIDE[SetAside(question.set_aside_reason)])
    tell_each(fact, [question.asker], always(Said(title, body, _public_page(question.project))))


def _question(fact: Fact) -> PublicQuestion:
    return thing_of(fact, PublicQuestion, "project__organization", "project__supervisor", "asker")


def _public_page(project: Project) -> str:
    return reverse("public:project", args=[project.public_id])
