"""The page of a person: written, put up, taken down at once."""

from __future__ import annotations

from django.db import transaction
from django.db.models import Q

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.actions import locked, record, record_new
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict
from firstfoot.kernel.verdict import require
from firstfoot.proof.credentials.actions import share_credential
from firstfoot.proof.portfolio.actions.items import show_item
from firstfoot.proof.portfolio.actions.letters import show_letter
from firstfoot.proof.portfolio.addresses import fits
from firstfoot.proof.portfolio.events import Portfolio
from firstfoot.proof.portfolio.models import FormerAddress, PersonPage, PortfolioItem, Recommendation
from firstfoot.proof.portfolio.policies import may_change_page
from firstfoot.proof.portfolio.queries import credentials_on_page, digest_of, is_taken
from firstfoot.proof.portfolio.states import PAGE, Visibility


@transaction.atomic
def save_page(
    *, actor: Person, slug: str, headline: str, about: str, is_findable: bool, seen: int | None = None
) -> PersonPage:
    """Keep the words and the address of the actor's page. The address it had before leads nowhere from then on.

    Raises Conflict: "address_unfit", "address_taken" where it is or was another person's, "changed" when the page
    changed since version `seen`.
    """
    locked(Person, actor.pk)  # two first saves wait for each other
    page = PersonPage.objects.select_for_update().filter(person=actor).first() or PersonPage(person=actor)
    require(may_change_page(actor, page))
    if seen is not None and page.version != seen:
        raise Conflict("changed", version=page.version)
    if not fits(slug):
        raise Conflict("address_unfit")
    if is_taken(slug, page):
        raise Conflict("address_taken")
    before = page.slug
    page.slug, page.headline, page.about, page.is_findable = slug, headline.strip(), about.strip(), is_findable
    if page.pk is None:
        page.begun_at = clock.now()
        record_new(Portfolio.PAGE_BEGUN, page, actor)
        return page
    if before and before != slug:
        FormerAddress.objects.get_or_create(digest=digest_of(before), defaults={"page": page, "left_at": clock.now()})
    FormerAddress.objects.filter(digest=digest_of(slug), page=page).delete()
    record(Portfolio.PAGE_CHANGED, page, actor, save=["slug", "headline", "about", "is_findable"])
    return page


@transaction.atomic
def put_up_page(*, page_id: int, actor: Person) -> PersonPage:
    """From now on everyone may open it. Raises IllegalTransition when it is up."""
    page = locked(PersonPage, page_id)
    require(may_change_page(actor, page))
    page.state, page.up_at = PAGE.target("put_up", page.state), clock.now()
    record(Portfolio.PAGE_PUT_UP, page, actor, save=["state", "up_at"])
    return page


@transaction.atomic
def take_down_page(*, page_id: int, actor: Person) -> PersonPage:
    """Nothing of the person is shown any more, by link neither. Raises IllegalTransition when it is down."""
    page = locked(PersonPage, page_id)
    require(may_change_page(actor, page))
    page.state = PAGE.target("take_down", page.state)
    by_link = PortfolioItem.objects.filter(engagement__intern=actor, visibility=Visibility.LINK)
    for item_id in list(by_link.order_by("pk").values_list("pk", flat=True)):
        show_item(item_id=item_id, visibility=Visibility.PRIVATE, actor=actor)
    shown = Recommendation.objects.filter(Q(by_link=True) | Q(on_resume=True), engagement__intern=actor)
    for letter in list(shown.order_by("pk")):
        show_letter(letter_id=letter.pk, by_link=False, on_resume=False, on_page=letter.on_page, actor=actor)
    for credential_id in list(credentials_on_page(actor).order_by("pk").values_list("pk", flat=True)):
        share_credential(credential_id=credential_id, shared=False, actor=actor)
    record(Portfolio.PAGE_TAKEN_DOWN, page, actor, save=["state"])
    return page
