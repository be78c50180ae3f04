"""What every template may use: the site's name, the navigation, the count of unread messages."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse
from django.utils.functional import SimpleLazyObject
from django.utils.translation import gettext as _

from firstfoot.foundation.notifications.queries import unread_count


@dataclass(frozen=True, slots=True)
class NavLink:
    """One place in the bar or the footer."""

    label: str
    url: str
    current: bool = False
    section: str = ""


def site(request: HttpRequest) -> dict[str, Any]:
    """The values behind shared/base.html; nothing is looked up before it is used."""
    return {
        "site_name": settings.SITE_NAME,
        "site_url": settings.SITE_URL,
        "demo": getattr(settings, "DEMO", False),
        "unread": SimpleLazyObject(lambda: unread_of(request)),
        "nav_links": SimpleLazyObject(lambda: bar(request)),
        "nav_section": section_of(request),
        "foot_links": SimpleLazyObject(footer),
    }


def unread_of(request: HttpRequest) -> int:
    """How many notices wait for the reader; one query, and only where the bar is drawn."""
    user = getattr(request, "user", None)
    return unread_count(user) if user is not None and user.is_authenticated else 0


def section_of(request: HttpRequest) -> str:
    """The part of the house a page belongs to, named after the link that leads there."""
    match = request.resolver_match
    if match is None:
        return ""
    if match.namespace == "public":
        name = match.url_name or ""
        return "public:projects" if name.startswith("project") else f"public:{name}"
    if match.namespace == "people":
        return "people:inbox" if (match.url_name or "").startswith(("inbox", "conversation", "thread")) else ""
    return {"talent": "talent:desk", "hosts": "hosts:desk", "stewards": "stewards:desk"}.get(match.namespace, "")


def bar(request: HttpRequest) -> list[NavLink]:
    """The links of the top bar: what is public for a visitor, what is mine for a person."""
    user = getattr(request, "user", None)
    places = [("public:projects", _("Projects"))]
    if user is not None and user.is_authenticated:
        places += [("talent:desk", _("My work")), ("hosts:desk", _("Hosting"))]
        if getattr(user, "is_steward", False):
            places.append(("stewards:desk", _("Steward")))
    else:
        places += [("public:for_hosts", _("For hosts")), ("public:how_it_works", _("How it works"))]
    return links(places, section_of(request))


def footer() -> list[NavLink]:
    """The links of the footer, the same on every page; help comes first."""
    places = [
        ("public:help", _("Help")),
        ("public:how_it_works", _("How it works")),
        ("public:for_hosts", _("For hosts")),
        ("hosts:good_brief", _("A good brief")),
        ("public:playbook", _("When work gets stuck")),
        ("public:example", _("An example project")),
        *([("public:ledger", _("The open ledger"))] if settings.OPEN_LEDGER else []),
        ("public:about", _("About")),
        ("public:terms", _("Terms")),
        ("public:privacy", _("Privacy")),
    ]
    return links(places, "")


def links(places: list[tuple[str, str]], section: str) -> list[NavLink]:
    """Those places that have an address on this installation."""
    found = []
    for name, label in places:
        try:
            found.append(NavLink(label, reverse(name), name == section, name))
        except NoReverseMatch:
            continue
    return found
