"""People who agreed to be found, and lists that were drawn of them."""

from __future__ import annotations

from typing import Any

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel import clock
from firstfoot.market.applications.aliases import give_aliases
from firstfoot.market.applications.models import Alias
from firstfoot.market.matching.sourcing import band
from firstfoot.market.projects.models import Project
from firstfoot.market.sourcing.actions import draw_list, join_list, turn_on
from firstfoot.market.sourcing.models import DrawnList, SourcingSwitch
from firstfoot.market.sourcing.queries import Shown, kept_of, lexicon, period_now, reader_of, shown_in
from firstfoot.market.suggestions.openings import opening_of
from firstfoot.market.suggestions.seekers import seekers_of
from tests.cast import Cast
from tests.factories.applications import make_profile
from tests.factories.projects import make_open_project

SHAPE = {"tools": (), "questions": (), "hours": 20, "weeks": 4}
SKILLS = ("SQL", "Figma", "Spreadsheets")


def make_on(cast: Cast) -> SourcingSwitch:
    """The list is on."""
    standing = SourcingSwitch.objects.first()
    return (
        standing
        if standing and standing.is_on
        else turn_on(actor=cast.stella, seen=standing.version if standing else 0)
    )


def make_asking(cast: Cast, **changes: Any) -> Project:
    """An open project that asks for three skills."""
    return make_open_project(cast, **{"title": "Count what sells", "skills": SKILLS, **SHAPE, **changes})


def make_listed(person: Person, *, skills: tuple[str, ...] = ("SQL", "Figma"), **profile: Any) -> Person:
    """They have a profile with these skills, and agreed to be found."""
    make_profile(person, **{"skills": list(skills), "hours_a_week": 10, **profile})
    join_list(actor=person)
    return person


def shown_to(project: Project, actor: Person) -> list[Shown]:
    """Whom the project's list of this day shows now."""
    period = period_now()
    return shown_in(draw_list(project_id=project.pk, actor=actor), project, period) if period else []


def show(project: Project, *people: Person) -> None:
    """As if the lot had fallen on them today, however many others are listed."""
    aliases, opening = give_aliases(project, people), opening_of(project)
    shown = {
        looking.person_id: kept_of(
            aliases[looking.person_id].public_id, band(reader_of(looking.seeker, lexicon()), opening), looking.seeker,
            opening,
        )
        for looking in seekers_of(Person.objects.filter(pk__in=aliases))
    }  # fmt: skip
    rows = [shown[person.pk] for person in people]
    DrawnList.objects.create(project=project, on=clock.today(), shown=rows, drawn_at=clock.now())


def alias_of(project: Project, person: Person) -> Alias:
    return Alias.objects.get(project=project, person=person)


def of_the_matrix(cast: Cast, project: Project) -> dict[str, str]:
    """The list is on; paz stands in that of the bakery's project, which was drawn."""
    make_on(cast)
    make_listed(cast.paz, skills=("Spreadsheets", "Clear writing"), hours_a_week=40)
    shown_to(project, cast.hana)
    return {"alias": alias_of(project, cast.paz).public_id}
