"""What is told before the start: the plan, and the times of the first talk."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.models import Fact
from firstfoot.foundation.journal.queries import facts_of
from firstfoot.reactions.calendars import kickoff_to
from firstfoot.reactions.people import PARTIES_OF_PART, both, engagement_of, side, thing_of
from firstfoot.reactions.phrases import day_text, when_text, zone_text
from firstfoot.reactions.tell.engagements import names
from firstfoot.reactions.telling import Said, always, mail_each, tell_each
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import Engagement, Kickoff
from firstfoot.work.engagements.states import Side


def tell_step_added(fact: Fact) -> None:
    """Whoever is to do it, when somebody else put it in."""
    engagement = engagement_of(fact)
    step = engagement.onboarding_steps.filter(number=fact.data["step"], done_at=None).first()
    if step is None:
        return
    path = reverse("work:plan", args=[engagement.public_id])

    def write(_person: Person) -> Said:
        body = _("%(step)s. By %(day)s.") % {"step": step.text, "day": day_text(step.due_on or engagement.start_on)}
        return Said(_("A step for you before the start: %(title)s") % names(engagement), body, path)

    tell_each(fact, side(engagement, step.side), write)


def tell_plan_taken(fact: Fact) -> None:
    engagement, count = engagement_of(fact), fact.data["number"]
    title = ngettext(
        "%(count)s step was put into the plan: %(title)s", "%(count)s steps were put into the plan: %(title)s", count
    ) % {**names(engagement), "count": count}  # fmt: skip
    path = reverse("work:plan", args=[engagement.public_id])
    tell_each(fact, both(engagement), always(Said(title, path=path)))


def mail_kickoff_times(fact: Fact) -> None:
    """Times pass, so whoever chooses is mailed at once; not when they moved on meanwhile."""
    kickoff = thing_of(fact, Kickoff, "offered_by", *PARTIES_OF_PART)
    if not _stands(fact, kickoff) or kickoff.chosen_at or not kickoff.is_live:
        return
    engagement = kickoff.engagement

    def write(_person: Person) -> Said:
        count = len(kickoff.slots)
        body = ngettext(
            "%(who)s offers %(count)s time for your first talk.",
            "%(who)s offers %(count)s times for your first talk. Choose the one that suits you.", count,
        ) % {"who": kickoff.offered_by.name, "count": count}  # fmt: skip
        return Said(_("Your first talk: %(title)s") % names(engagement), body, _kickoff(engagement), _("Choose a time"))

    people = side(engagement, Side(kickoff.offered_side).other)
    mail_each(fact, people, "kickoff_times", write, {"engagement": engagement, "kickoff": kickoff})


def mail_kickoff_chosen(fact: Fact) -> None:
    """Both sides get the time on their own clock, with the file for their calendar."""
    kickoff = thing_of(fact, Kickoff, "offered_by", *PARTIES_OF_PART)
    if not _stands(fact, kickoff) or kickoff.chosen_at is None or not kickoff.is_live:
        return
    engagement, start = kickoff.engagement, kickoff.chosen_at

    def write(person: Person) -> Said:
        who = engagement.organization.name if person.pk == engagement.intern_id else engagement.intern.name
        body = _("%(when)s, %(zone)s.") % {"when": when_text(start), "zone": zone_text()}
        return Said(_("Your first talk with %(with)s") % {"with": who}, body, _kickoff(engagement), _("See the talk"))

    mail_each(
        fact, [*both(engagement), kickoff.offered_by], "kickoff_chosen", write,
        {"engagement": engagement, "kickoff": kickoff}, also_actor=True,
        calendar=lambda person: kickoff_to(kickoff, person),
    )  # fmt: skip


def _stands(fact: Fact, kickoff: Kickoff) -> bool:
    """Whether no other times were named since; a newly worded agenda changes none."""
    later = facts_of(kickoff).filter(seq__gt=fact.seq)
    return not later.exclude(kind=Engagements.KICKOFF_AGENDA_WORDED).exists()


def _kickoff(engagement: Engagement) -> str:
    return reverse("work:kickoff", args=[engagement.public_id])


def tell_access_given(fact: Fact) -> None:
    """The intern, to try it; what is got or taken back stands on the list."""
    engagement = engagement_of(fact)
    item = engagement.access_items.filter(number=fact.data["number"], got_at=None, taken_back_at=None).first()
    if item is None or fact.data["of"] != "given":
        return
    title = _("You have access: %(what)s") % {"what": item.name}
    body = _("Try it, and tap “Got it”: %(title)s") % names(engagement)
    path = reverse("work:access", args=[engagement.public_id])
    tell_each(fact, [engagement.intern], always(Said(title, body, path)))
