"""What a host calls somebody whom it may not know: the same in a list and, later, in their application."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Exists, OuterRef, QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel import clock
from firstfoot.market.applications.models import Alias, Application, ProjectInvitation
from firstfoot.market.applications.pseudonyms import pick_pseudonym
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.states import ProjectState


def aliases_of(project: Project, codes: Iterable[str]) -> QuerySet[Alias]:
    """Those with these public ids; `is_invited` says whether the host invited them by it."""
    asked = ProjectInvitation.objects.filter(alias=OuterRef("pk"))
    return Alias.objects.filter(project=project, public_id__in=list(codes)).annotate(is_invited=Exists(asked))


def names_taken(project: Project) -> set[str]:
    """Every pseudonym that stands for somebody in this project."""
    applied = Application.objects.filter(project=project).values_list("pseudonym", flat=True)
    return {*applied, *Alias.objects.filter(project=project).values_list("name", flat=True)}


def give_aliases(project: Project, people: Iterable[Person]) -> dict[int, Alias]:
    """An alias for each of the people, by key; called with the project locked.

    Who began an application keeps the name that stands in it.
    """
    people = list(people)
    found = {alias.person_id: alias for alias in Alias.objects.filter(project=project, person__in=people)}
    began = Application.objects.filter(project=project, person__in=people).order_by("pk")
    names = dict(began.values_list("person_id", "pseudonym"))
    taken, new = names_taken(project), []
    for person in people:
        if person.pk not in found:
            name = names.get(person.pk) or pick_pseudonym(taken, words_of(person))
            taken.add(name)
            new.append(Alias(project=project, person=person, name=name, given_at=clock.now()))
    Alias.objects.bulk_create(new)
    return {alias.person_id: alias for alias in [*found.values(), *new] if alias.person_id is not None}


def pseudonym_for(project: Project, person: Person) -> str:
    """What the host calls them in a new application: the name it knows from its list, unless that was used up.

    Called with the project locked.
    """
    mine = Alias.objects.filter(project=project, person=person).values_list("name", flat=True).first()
    used = Application.objects.filter(project=project, pseudonym=mine or "")
    if mine and not used.exists():
        return mine
    fresh = pick_pseudonym(names_taken(project), words_of(person))
    if mine and (unsent := used.filter(person=person, submitted_at=None).first()) is not None:
        Application.objects.filter(pk=unsent.pk).update(pseudonym=fresh)  # no host ever read that one
        return mine
    return fresh


def words_of(person: Person) -> set[str]:
    """What a pseudonym of theirs must not hold."""
    return set(f"{person.chosen_name} {person.legal_name}".split())


def forget_aliases() -> int:
    """Drop the names of a closed project that stand for nobody who was invited by it or began to apply; how many."""
    invited = ProjectInvitation.objects.filter(alias=OuterRef("pk"))
    applied = Application.objects.filter(project=OuterRef("project"), person=OuterRef("person"))
    unused = Alias.objects.filter(~Exists(invited), ~Exists(applied), project__state=ProjectState.CLOSED)
    return unused.delete()[0]


def erase_aliases(*, person: Person) -> None:
    """Nobody stands behind the names any more; the names stay used."""
    Alias.objects.filter(person=person).update(person=None)
