"""The list of open projects as an Atom feed, narrowed as the list is by the same address."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpResponse
from django.urls import reverse
from django.utils.feedgenerator import Atom1Feed
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from firstfoot.market.projects import queries
from firstfoot.market.projects.narrowing import narrowed
from firstfoot.web.public.caching import ShownRequest, kept_until_changed
from firstfoot.web.public.forms.filters import FilterForm
from firstfoot.web.public.views.projects import list_version
from firstfoot.web.shared import brief_words
from firstfoot.web.shared.words import money_text

ENTRIES = 30


@require_safe
@kept_until_changed(list_version)
def feed(request: ShownRequest) -> HttpResponse:
    """The newest of what is open to everyone; the same for all readers, since feed readers sign in nowhere."""
    form = FilterForm(request.GET)
    list_ = narrowed(queries.open_projects(), form.filters())
    found = list_.rows.order_by(*list_.order)[:ENTRIES]
    title = _("Open projects on %(site)s") % {"site": settings.SITE_NAME}
    chips = ", ".join(chip.label for chip in form.chips())
    made = Atom1Feed(
        title=f"{title}: {chips}" if chips else title,
        link=settings.SITE_URL + reverse("public:projects") + form.without().rstrip("?"),
        feed_url=settings.SITE_URL + request.get_full_path(),
        description="",
        language=get_language(),
    )
    for project in found:
        made.add_item(**_entry(project))
    return HttpResponse(made.writeString("utf-8"), content_type=made.content_type)


def _entry(project: Any) -> dict[str, Any]:
    address = settings.SITE_URL + reverse("public:project", args=[project.public_id])
    hours = ngettext("%(n)s hour", "%(n)s hours", project.hours) % {"n": project.hours}
    weeks = ngettext("%(n)s week", "%(n)s weeks", project.weeks) % {"n": project.weeks}
    where = brief_words.WORKPLACES.get(project.workplace, "")
    said = [project.organization.name, money_text(project.pay), hours, weeks, str(where)]
    return {
        "title": project.title,
        "link": address,
        "unique_id": address,
        "description": " · ".join(filter(None, said)),
        "author_name": project.organization.name,
        "pubdate": project.published_at,
        "updateddate": project.updated_at,
        "categories": [str(brief_words.CATEGORIES[project.category])] if project.category else (),
    }
