"""What search engines may find: a sitemap of the pages open to all, and what they should leave alone."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from urllib.parse import urlsplit

from django.conf import settings
from django.contrib.sitemaps import Sitemap
from django.contrib.sitemaps import views as theirs
from django.db.models import QuerySet
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from firstfoot.market.organizations.queries import organizations_visible_to
from firstfoot.market.projects.facets import facets_of
from firstfoot.market.projects.narrowing import Filters
from firstfoot.market.projects.queries import list_version, open_projects
from firstfoot.market.projects.starters import all_starters
from firstfoot.market.skills import by_code
from firstfoot.proof.portfolio.queries import findable_pages

PAGES = ("home", "projects", "starters", "how_it_works", "playbook", "for_hosts", "example", "help", "terms", "privacy")
# What needs an account, changes something, or is for whoever has the link.
CLOSED = ("/accounts/", "/talent/", "/hosting/", "/work/", "/steward/", "/settings/", "/inbox/", "/invited/",
          "/proofread/", "/searches/", "/shown/", "/letters/")  # fmt: skip


class _Ours(Sitemap):  # type: ignore[type-arg]  # generic for the type checker alone
    """Addresses of this site, whatever name a request came in by."""

    limit = 5_000

    def get_domain(self, site: Any = None) -> str:
        return urlsplit(settings.SITE_URL).netloc

    def get_protocol(self, protocol: str | None = None) -> str:
        return urlsplit(settings.SITE_URL).scheme


class _Pages(_Ours):
    def items(self) -> tuple[str, ...]:
        return PAGES

    def location(self, item: str) -> str:
        return reverse(f"public:{item}")


class _Projects(_Ours):
    def items(self) -> QuerySet[Any, Any]:
        # Two columns of each: the rows are wide, and there are thousands on a page.
        return open_projects().order_by("-published_at", "-id").values_list("public_id", "updated_at")

    def location(self, item: Any) -> str:
        return reverse("public:project", args=[item[0]])

    def lastmod(self, item: Any) -> datetime:
        found: datetime = item[1]
        return found

    def get_latest_lastmod(self) -> datetime | None:
        """For the list of the lists: without reading every project."""
        return list_version()[0]


class _Organizations(_Ours):
    def items(self) -> QuerySet[Any]:
        return organizations_visible_to(None).order_by("pk").only("public_id")

    def location(self, item: Any) -> str:
        return reverse("public:organization", args=[item.public_id])


class _Templates(_Ours):
    def items(self) -> list[Any]:
        return list(all_starters())

    def location(self, item: Any) -> str:
        return reverse("public:starter", args=[item.code])


class _Kinds(_Ours):
    """Kinds of work and skills of what is open; of many projects, of the newest few thousand."""

    def items(self) -> list[str]:
        counts = facets_of(open_projects(), Filters()).counts
        kinds = [reverse("public:category", args=[code]) for code in sorted(counts["category"])]
        known = by_code()
        return kinds + [reverse("public:skill", args=[code]) for code in sorted(counts["skill"]) if code in known]

    def location(self, item: str) -> str:
        return item


class _People(_Ours):
    """The pages of people who want to be found."""

    def items(self) -> QuerySet[Any]:
        return findable_pages()

    def location(self, item: Any) -> str:
        return reverse("public:person", args=[item.slug])


SECTIONS: dict[str, type[Sitemap[Any]] | Sitemap[Any]] = {
    "pages": _Pages, "projects": _Projects, "organizations": _Organizations, "templates": _Templates,
    "topics": _Kinds, "people": _People,
}  # fmt: skip


@require_safe
def index(request: HttpRequest) -> HttpResponse:
    """The list of the lists."""
    return theirs.index(request, SECTIONS, sitemap_url_name="public:sitemap_of")


@require_safe
def section(request: HttpRequest, section: str) -> HttpResponse:
    """One of them, up to 5,000 addresses a page; 404 for one that there is not."""
    return theirs.sitemap(request, SECTIONS, section)


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """What robots may read."""
    del request
    lines = ["User-agent: *", *(f"Disallow: {path}" for path in CLOSED)]
    lines.append(f"Sitemap: {settings.SITE_URL}{reverse('public:sitemap')}")
    return HttpResponse("\n".join(lines) + "\n", content_type="text/plain; charset=utf-8")
