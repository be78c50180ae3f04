"""What is new in the searches that people keep: one mail for each, in the morning where the person is."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import structlog
from django.db import transaction
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from firstfoot.kernel import clock
from firstfoot.market.searches.actions import looked_at
from firstfoot.market.searches.models import SavedSearch
from firstfoot.market.searches.queries import new_in, searches_due
from firstfoot.reactions.marks import is_marked, raise_mark
from firstfoot.reactions.phrases import money_text, speaking_to
from firstfoot.reactions.telling import Said, absolute, post

log = structlog.get_logger(__name__)

MAIL_HOUR = 7
LOOK_EVERY = timedelta(minutes=15)
# Who began to publish before a look may end after it: what they publish is told by the next one.
SETTLED = timedelta(seconds=10)
MOST_TOLD, MOST_COUNTED = 10, 100


def search_mails() -> int:
    """Write what is new for each search whose morning it is; how many had something. A second call finds nothing."""
    now = clock.now()
    look = int(now.timestamp() / LOOK_EVERY.total_seconds())
    if is_marked("searches", look) or not raise_mark("searches", look):
        return 0
    # The first mornings are fourteen hours ahead of UTC.
    latest = (now + timedelta(hours=14 - MAIL_HOUR)).date()
    return sum(_look(search) for search in list(searches_due(latest)))


def _look(search: SavedSearch) -> bool:
    here = clock.now().astimezone(search.person.zone)
    if here.hour < MAIL_HOUR or search.due_on is None or search.due_on > here.date():
        return False
    try:
        return search_mail(search_id=search.pk, today=here.date())
    except Exception:  # the others are looked at all the same; this one again at the next round
        log.exception("looking again failed", search=search.public_id)
        return False


@transaction.atomic
def search_mail(*, search_id: int, today: date) -> bool:
    """One mail with what one search has new since the last look; none when there is nothing."""
    since = SavedSearch.objects.values_list("looked_at", flat=True).get(pk=search_id)
    until = clock.now() - SETTLED
    search = looked_at(search_id=search_id, today=today, until=until)
    if search is None or not search.person.is_active:
        return False
    found = new_in(search, since, until)
    first = list(found[:MOST_TOLD])
    if not first:
        return False
    more = found.values("pk")[:MOST_COUNTED].count() - len(first)
    with speaking_to(search.person):
        stop = absolute(reverse("public:search_stop", args=[search.token]))
        context = {"rows": [_row(project) for project in first], "more": more, "search": search, "stop": stop}
        key = f"search:{search.public_id}:{today.isoformat()}"
        said = _said(search, len(first) + more)
        post(key=key, kind="search_news", person=search.person, said=said, context=context, unsubscribe=stop)
    return True


def _row(project: Any) -> dict[str, Any]:
    return {
        "title": project.title,
        "host": project.organization.name,
        "pay": money_text(project.pay),
        "url": absolute(reverse("public:project", args=[project.public_id])),
    }


def _said(search: SavedSearch, count: int) -> Said:
    title = ngettext("%(count)s new project for “%(name)s”", "%(count)s new projects for “%(name)s”", count)
    path = reverse("public:search", args=[search.public_id])
    return Said(title % {"count": count, "name": search.name}, path=path, button=_("See all of them"))
