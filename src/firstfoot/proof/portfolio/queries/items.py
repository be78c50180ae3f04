"""Reading items: what their intern has, what a host was asked, what others see."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q, QuerySet, Subquery

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.states import PersonState
from firstfoot.market.organizations.queries import members_of
from firstfoot.proof.portfolio.models import ItemVersion, PersonPage, PortfolioItem
from firstfoot.proof.portfolio.queries.files import results_named
from firstfoot.proof.portfolio.record import Record, record_of
from firstfoot.proof.portfolio.rights import asks_the_host, right_to_these, says_names
from firstfoot.proof.portfolio.states import ItemState, PageState, Visibility
from firstfoot.work.engagements.models import Deliverable, Engagement
from firstfoot.work.engagements.queries import engagements_of_intern, standing_terms
from firstfoot.work.engagements.states import DeliverableState, EngagementState, Side
from firstfoot.work.evaluations.models import Evaluation
from firstfoot.work.evaluations.states import EvaluationState

_AFTER = (EngagementState.CLOSING, EngagementState.COMPLETED, EngagementState.ENDED_EARLY)


def engagements_to_show(reader: Person) -> QuerySet[Engagement]:
    """The reader's own with accepted work, the newest first."""
    accepted = Deliverable.objects.filter(engagement=OuterRef("pk"), state=DeliverableState.ACCEPTED)
    mine = engagements_of_intern(reader).filter(Exists(accepted), state__in=_AFTER)
    return mine.select_related("application__brief_version").order_by("-end_on", "-pk")


def is_showable(engagement: Engagement) -> bool:
    """Whether there is accepted work to show."""
    if engagement.state not in _AFTER:
        return False
    return Deliverable.objects.filter(engagement=engagement, state=DeliverableState.ACCEPTED).exists()


def item_of(engagement: Engagement) -> PortfolioItem | None:
    """The item of an engagement, for its intern."""
    return with_versions(PortfolioItem.objects.filter(engagement=engagement)).first()


def items_of(person: Person) -> QuerySet[PortfolioItem]:
    """Those of the person, for themselves."""
    return with_versions(PortfolioItem.objects.filter(engagement__intern=person))


def asked_version(engagement: Engagement) -> tuple[PortfolioItem, ItemVersion] | None:
    """What the host was asked last, for the host: never a draft, nor a text that was taken back."""
    item = item_of(engagement)
    if item is None:
        return None
    sent = [v for v in item.versions.all() if asks_the_host(v.right)]
    waits = item.state == ItemState.ASKED
    found = [v for v in sent if v.answered_at or (waits and v is sent[-1])]
    return (item, found[-1]) if found else None


def newest_version(item: PortfolioItem) -> ItemVersion | None:
    return item.versions.order_by("-number").first()


def right_of(item: PortfolioItem) -> str:
    """The right that counts for the results it names."""
    return right_to_these(standing_terms(item.engagement), results_named(item.text))


def host_names(engagement: Engagement) -> list[str]:
    """The host's name, and those of its people, which a text without names must not hold."""
    names = [engagement.organization.name]
    people: Iterable[Person] = [m.person for m in members_of(engagement.organization)]
    for person in (*people, engagement.supervisor, *([engagement.cover] if engagement.cover else [])):
        names += [person.chosen_name, person.legal_name]
    return list(dict.fromkeys(name for name in names if name))


@dataclass(frozen=True, slots=True)
class Shown:
    """What others see of an item: the text that was cleared last, else the card."""

    item: PortfolioItem
    version: ItemVersion | None
    record: Record | None = None  # where whoever accepted it is to be named, too

    @property
    def card(self) -> dict[str, Any]:
        return dict(self.item.card)

    @property
    def content(self) -> dict[str, Any]:
        """As it was cleared; but for a quote that does not stand any more where it was said."""
        content = dict(self.version.content) if self.version else {}
        if content.get("quote") and content["quote"] != getattr(self.item, "said_quote", None):
            content["quote"] = ""
        return content

    @property
    def names_host(self) -> bool:
        return bool(self.content.get("host"))

    @property
    def accepted_by(self) -> dict[int, str]:
        """Who accepted each result, by its number; an erased person has no name any more."""
        results = self.record.results if self.record else ()
        return {result.number: result.accepted_by.name for result in results}

    @property
    def quote_by(self) -> str:
        return self.record.quote.author.name if self.record and self.record.quote else ""


def shown_as(item: PortfolioItem, *, whole: bool = True, record: Record | None = None) -> Shown:
    """What others see; without `whole` nobody who accepted it is looked up, as for a list."""
    cleared = [v for v in item.versions.all() if v.cleared_at is not None]
    version = cleared[-1] if cleared else None
    named = whole and version is not None and says_names(version.right)
    return Shown(item, version, (record or record_of(item.engagement)) if named else None)


def shown_item(public_id: str) -> PortfolioItem | None:
    """The item whoever has its address may open; None for one that is private, stands on a page that is down, or whose
    person is not here any more."""
    here = Q(engagement__intern__state=PersonState.ACTIVE, engagement__intern__leaving_at=None)
    up = PersonPage.objects.filter(person=OuterRef("engagement__intern"), state=PageState.UP)
    items = PortfolioItem.objects.filter(here, ~Q(visibility=Visibility.PRIVATE), public_id=public_id)
    return with_versions(items.filter(Q(visibility=Visibility.LINK) | Exists(up))).first()


def items_on_page(person: Person) -> list[Shown]:
    """What the person's page shows, the newest first; two queries."""
    items = with_versions(PortfolioItem.objects.filter(engagement__intern=person, visibility=Visibility.PUBLIC))
    return [shown_as(item, whole=False) for item in items.order_by("-engagement__end_on", "-pk")]


def items_to_lapse(now: datetime) -> QuerySet[PortfolioItem]:
    """Those whose host's time is over."""
    return PortfolioItem.objects.filter(state=ItemState.ASKED, answer_by_at__lte=now)


def with_versions(items: QuerySet[PortfolioItem]) -> QuerySet[PortfolioItem]:
    """With all that is said of them on a page."""
    said = Evaluation.objects.filter(engagement=OuterRef("engagement"), side=Side.HOST, state=EvaluationState.REVEALED)
    up = PersonPage.objects.filter(person=OuterRef("engagement__intern"), state=PageState.UP)
    return items.annotate(said_quote=Subquery(said.values("quote")[:1]), is_page_up=Exists(up)).select_related(
        "engagement__organization", "engagement__intern", "engagement__supervisor", "engagement__cover",
        "engagement__application__brief_version",
    ).prefetch_related(Prefetch("versions", ItemVersion.objects.select_related("answered_by")))  # fmt: skip
