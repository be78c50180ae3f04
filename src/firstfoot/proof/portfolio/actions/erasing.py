"""Erasing a person from the portfolio: what they showed goes at once."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.leaving import emptied, texts_in
from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record
from firstfoot.kernel import clock
from firstfoot.proof.portfolio.actions.files import erase_item_files
from firstfoot.proof.portfolio.actions.letters import erase_letters
from firstfoot.proof.portfolio.actions.resume import erase_resume
from firstfoot.proof.portfolio.events import Portfolio
from firstfoot.proof.portfolio.models import (
    FormerAddress,
    ItemVersion,
    PersonPage,
    PortfolioItem,
    Recommendation,
    Resume,
)
from firstfoot.proof.portfolio.queries import digest_of
from firstfoot.proof.portfolio.states import PAGE, PageState, Visibility


@transaction.atomic
def erase_portfolio(*, person: Person) -> list[str]:
    """Empty every item of the person and delete its versions; the texts that stood there.

    What they answered for a host stays: by it another's item may be shown.
    """
    texts = [*erase_letters(person), *erase_resume(person)]
    for item in PortfolioItem.objects.filter(engagement__intern=person):
        texts += emptied(item, "text", instead={"visibility": Visibility.PRIVATE})
        for version in item.versions.all():
            texts += [*texts_in(version.content), version.answer_note]
        item.versions.all().delete()
        erase_item_files(item)
    for version in ItemVersion.objects.filter(answered_by=person):
        texts += emptied(version, "answer_note")
    for page in PersonPage.objects.filter(person=person):
        texts += _erase_page(page, person)
    return texts


def _erase_page(page: PersonPage, person: Person) -> list[str]:
    """Take it down, empty it, and keep its address closed to others."""
    page = locked(PersonPage, page.pk)
    if page.state == PageState.UP:
        page.state = PAGE.target("take_down", page.state)
        record(Portfolio.PAGE_TAKEN_DOWN, page, person, save=["state"])
    texts = emptied(page, "headline", "about", instead={"is_findable": False})
    if page.slug:
        FormerAddress.objects.get_or_create(digest=digest_of(page.slug), defaults={"left_at": clock.now()})
        texts.append(page.slug)
    FormerAddress.objects.filter(page=page).update(page=None)
    PersonPage.objects.filter(pk=page.pk).update(slug=None)
    return texts


def portfolio_things(person: Person) -> set[str]:
    """Their names in the journal."""
    items = {row.thing for row in PortfolioItem.objects.filter(engagement__intern=person)}
    letters = {row.thing for row in Recommendation.objects.filter(engagement__intern=person)}
    letters |= {row.thing for row in Resume.objects.filter(person=person)}
    return items | letters | {row.thing for row in PersonPage.objects.filter(person=person)}
