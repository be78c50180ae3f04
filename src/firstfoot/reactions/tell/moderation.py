"""What is told about cases: to stewards, to whoever reported, to the host that appealed."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.queries import stewards
from firstfoot.foundation.journal.models import Fact
from firstfoot.market.moderation.models import Case
from firstfoot.market.moderation.policies import may_answer_appeal, may_handle
from firstfoot.market.moderation.queries import reports_of
from firstfoot.market.moderation.states import OF_REPORTS, CaseKind, CaseState, Decision
from firstfoot.reactions.people import recruiters, thing_of
from firstfoot.reactions.phrases import when_text
from firstfoot.reactions.telling import Said, always, mail_each, tell_each


def tell_stewards(fact: Fact) -> None:
    case = _case(fact)
    if case.state != CaseState.OPEN:
        return
    titles = {
        CaseKind.HELD_POST: _("A post of %(organization)s waits for a look"),
        CaseKind.REPORT: _("A post of %(organization)s was reported"),
        CaseKind.MESSAGE: _("A message about work at %(organization)s needs a look"),
        CaseKind.MESSAGE_REPORT: _("A message around %(organization)s was reported"),
        CaseKind.PERSON_REPORT: _("Somebody around %(organization)s was reported"),
        CaseKind.SHOWN_REPORT: _("What %(organization)s shows of their work was reported"),
        CaseKind.LOOKALIKE: _("%(organization)s has a name much like another's"),
        CaseKind.HOST_CHANGED: _("%(organization)s changed its name or website"),
        CaseKind.RENEWAL: _("The verification of %(organization)s is a year old"),
    }
    title = str(titles[CaseKind(case.kind)]) % {"organization": case.name}

    def write(_person: Person) -> Said:
        return Said(title, _("Somebody should look by %(day)s.") % {"day": when_text(case.due_at)}, _page(case))

    tell_each(fact, [each for each in stewards() if may_handle(each, case)], write)


def tell_new_owner(fact: Fact) -> None:
    case = _case(fact)
    title = _("A case about %(organization)s was handed to you") % {"organization": case.name}
    body = _("Somebody should look by %(day)s.") % {"day": when_text(case.due_at)}
    tell_each(fact, [case.owner], always(Said(title, body, _page(case))))


def tell_reporters(fact: Fact) -> None:
    """Whoever reported hears that somebody looked, and what came of it."""
    case = _case(fact)
    if case.kind not in OF_REPORTS:
        return
    what = case.project.title if case.project else case.name
    title = _("We looked at what you reported: %(what)s") % {"what": what}
    nothing = _("We found nothing that breaks our rules. Thank you for looking out for others.")
    done = _("You were right to say so, and we did something about it. Thank you.")
    body = nothing if case.decision == Decision.UNFOUNDED else done
    tell_each(fact, [report.person for report in reports_of(case)], always(Said(title, body)))


def mail_warning(fact: Fact) -> None:
    """Whom a steward warns reads the steward's own words: not who reported, nor that somebody did, nor when."""
    case = _case(fact)
    if case.decision != Decision.WARNED or case.person is None:
        return
    said = Said(_("A word from the stewards of this site"), case.reason, reverse("public:help"), _("How we work here"))
    mail_each(fact, [case.person], "warned", always(said), {"reason": case.reason})


def tell_stewards_of_appeal(fact: Fact) -> None:
    """Those who may answer: not whoever decided."""
    case = _case(fact)
    title = _("%(organization)s appeals") % {"organization": case.name}
    body = _("Another steward than the one who decided looks at it anew.")
    able = [each for each in stewards() if may_answer_appeal(each, case)]
    tell_each(fact, able, always(Said(title, body, _page(case))))


def mail_appeal_answer(fact: Fact) -> None:
    case = _case(fact)
    project = case.project
    if project is None:
        return
    is_granted = case.answer == Decision.RELEASED
    titles = (_("Your appeal was turned down: %(project)s"), _("Your appeal was granted: %(project)s"))
    path = reverse("hosts:project", args=[project.public_id])
    said = Said(titles[is_granted] % {"project": project.title}, case.answer_reason, path, _("See the project"))
    context = {"project": project, "is_granted": is_granted, "reason": case.answer_reason}
    people = [case.appealed_by, *recruiters(project.organization)]
    mail_each(fact, people, "appeal_answered", always(said), context)


def _case(fact: Fact) -> Case:
    return thing_of(fact, Case, "organization", "project", "owner", "appealed_by", "person")


def _page(case: Case) -> str:
    return reverse("stewards:case", args=[case.public_id])
