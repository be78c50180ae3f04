"""What a person shows of their work, and what they answered others about it."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.proof.network.models import Alumnus, BenchNote, Kept, Tie
from firstfoot.proof.portfolio.models import ItemVersion, PersonPage, PortfolioItem, Recommendation, Resume
from firstfoot.proof.portfolio.queries import letters_of


def pages(person: Person) -> QuerySet[PersonPage]:
    return PersonPage.objects.filter(person=person)


def resumes(person: Person) -> QuerySet[Resume]:
    return Resume.objects.filter(person=person)


def items(person: Person) -> QuerySet[PortfolioItem]:
    return PortfolioItem.objects.filter(engagement__intern=person).select_related("engagement").order_by("pk")


def item_versions(person: Person) -> QuerySet[ItemVersion]:
    """Of their own items, and those they answered for a host."""
    mine = Q(item__engagement__intern=person) | Q(answered_by=person)
    return ItemVersion.objects.filter(mine).select_related("item", "answered_by").order_by("pk")


def ties(person: Person) -> QuerySet[Tie]:
    """With whom; whether the other one said no, or parted, is not theirs to read."""
    mine = Tie.objects.filter(Q(first=person) | Q(second=person))
    return mine.select_related("first", "second", "asker", "met_at").order_by("pk")


def kept(person: Person) -> QuerySet[Kept]:
    return Kept.objects.filter(person=person).select_related("tie").order_by("pk")


def alumni(person: Person) -> QuerySet[Alumnus]:
    return Alumnus.objects.filter(person=person).select_related("organization", "engagement").order_by("pk")


def bench_notes(person: Person) -> QuerySet[BenchNote]:
    """About them, and those that they wrote last; who wrote one stays with the host."""
    mine = Q(person=person) | Q(written_by=person)
    return BenchNote.objects.filter(mine).exclude(note="").select_related("organization", "person").order_by("pk")


def letters(person: Person) -> QuerySet[Recommendation]:
    """Those they signed or drafted; those about them once they may read them."""
    about = Q(pk__in=letters_of(person).order_by().values("pk"))
    return Recommendation.objects.filter(Q(author=person) | about).select_related("engagement", "author").order_by("pk")
