"""The entries of a calendar in words, and the files that are mailed or looked at again and again."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from django.conf import settings
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.foundation.accounts.models import Person
from firstfoot.insights.entries import Entry, entries_in, entries_of
from firstfoot.kernel.icalendar import Event, calendar_file
from firstfoot.market.applications.blind import host_label
from firstfoot.market.applications.models import Interview
from firstfoot.reactions.phrases import speaking_to
from firstfoot.reactions.telling import absolute
from firstfoot.work.engagements.models import CheckIn, Deliverable, Engagement, Kickoff
from firstfoot.work.engagements.states import Side

_AT_THE_END = gettext_lazy("Say how it was, by now: %(title)s")
# code -> (for the intern, for the host); %(what)s is the result, %(number)s the check-in, %(who)s the other side.
_TITLES: dict[str, tuple[str | Promise, str | Promise]] = {
    "start": (gettext_lazy("Start: %(title)s"), gettext_lazy("Start with %(who)s: %(title)s")),
    "result": (gettext_lazy("Due: %(what)s"), gettext_lazy("Due from %(who)s: %(what)s")),
    "review": (gettext_lazy("%(who)s answers by now: %(what)s"), gettext_lazy("Review by now: %(what)s")),
    "check_in": (gettext_lazy("Check-in %(number)s: %(title)s"), gettext_lazy("Check-in %(number)s with %(who)s")),
    "end": (gettext_lazy("Last day: %(title)s"), gettext_lazy("Last day with %(who)s: %(title)s")),
    "evaluation": (_AT_THE_END, _AT_THE_END),
    "kickoff": (gettext_lazy("First talk: %(who)s"), gettext_lazy("First talk with %(who)s: %(title)s")),
    "talk": (gettext_lazy("Interview: %(title)s"), gettext_lazy("Interview: %(who)s")),
}


def feed_of(person: Person) -> bytes:
    """The person's whole calendar, on their clock, as programs that subscribed to it read it."""
    with speaking_to(person):
        name = _("%(site)s: %(name)s") % {"site": settings.SITE_NAME, "name": person.name}
        return _file(entries_of(person), person, name)


def invite_to(engagements: Iterable[Engagement], person: Person) -> str:
    """The days of these engagements as a file to keep; a newer one takes the place of the older entries."""
    with speaking_to(person):
        return _file(entries_in(engagements), person).decode()


def kickoff_to(kickoff: Kickoff, person: Person) -> str:
    """The chosen time of a first talk alone, as a file to keep."""
    with speaking_to(person):
        own = [entry for entry in entries_in([kickoff.engagement]) if entry.code == "kickoff"]
        return _file(own, person).decode()


def _file(entries: Iterable[Entry], person: Person, name: str = "") -> bytes:
    events = [_event(entry, person) for entry in entries]
    return calendar_file(events, product=settings.SITE_NAME, zone=person.zone, name=name)


def _event(entry: Entry, person: Person) -> Event:
    domain = urlsplit(settings.SITE_URL).hostname or "localhost"
    mark = "" if entry.code == "talk" else f"{entry.code}-"  # a talk has a file of its own, with the same name
    return Event(
        uid=f"{mark}{entry.thing.public_id}@{domain}", starts=entry.at, ends=entry.ends_at,
        changed_at=entry.changed_at, title=_title(entry, person), text=_text(entry),
        place=entry.thing.how if isinstance(entry.thing, Kickoff) else "", url=absolute(_page(entry, person)),
        sequence=entry.sequence,
    )  # fmt: skip


def _title(entry: Entry, person: Person) -> str:
    about, thing = entry.about, entry.thing
    if isinstance(about, Interview):
        is_own = about.application.person_id == person.pk
        named = {"title": about.application.project.title, "who": host_label(about.application)}
    else:
        is_own = about.side_of(person.pk) == Side.INTERN
        named = {"title": about.title, "who": about.organization.name if is_own else about.intern.name}
    more = {"what": getattr(thing, "title", ""), "number": getattr(thing, "number", "")}
    return str(_TITLES[entry.code][0 if is_own else 1]) % {**named, **more}


def _text(entry: Entry) -> str:
    if isinstance(entry.thing, Kickoff):
        return entry.thing.agenda
    return entry.about.how if isinstance(entry.about, Interview) else entry.about.title


def _page(entry: Entry, person: Person) -> str:
    about, thing = entry.about, entry.thing
    if isinstance(about, Interview):
        is_own = about.application.person_id == person.pk
        return reverse("talent:application" if is_own else "hosts:applicant", args=[about.application.public_id])
    if isinstance(thing, Kickoff):
        return reverse("work:kickoff", args=[about.public_id])
    if isinstance(thing, CheckIn | Deliverable):
        name = "work:check_in" if isinstance(thing, CheckIn) else "work:deliverable"
        return reverse(name, args=[about.public_id, thing.number])
    return reverse("work:evaluation" if entry.code == "evaluation" else "work:engagement", args=[about.public_id])
