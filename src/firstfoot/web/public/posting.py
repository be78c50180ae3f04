"""A project as schema.org's JobPosting, which search engines show as a job (https://schema.org/JobPosting)."""

from __future__ import annotations

import json
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from firstfoot.kernel.money import digits_of

_ESCAPED = {ord("<"): "\\u003C", ord(">"): "\\u003E", ord("&"): "\\u0026"}  # a text may not end the script


def job_posting(project: Any, brief: Any) -> dict[str, Any]:
    """What stands in the brief, in their terms: pay an hour, since they know no sum for a whole project."""
    host = project.organization
    address = settings.SITE_URL + reverse("public:project", args=[project.public_id])
    parts = [brief.problem, brief.outcome, *(item.title for item in brief.deliverables)]
    data: dict[str, Any] = {
        "@context": "https://schema.org/",
        "@type": "JobPosting",
        "title": brief.title,
        "description": str(format_html_join("", "<p>{}</p>", ((part,) for part in parts if part))),
        "identifier": {"@type": "PropertyValue", "name": settings.SITE_NAME, "value": project.public_id},
        "url": address,
        "datePosted": project.published_at.date().isoformat(),
        "employmentType": ["INTERN", "TEMPORARY"],
        "directApply": True,
        "hiringOrganization": {"@type": "Organization", "name": host.name},
    }
    if brief.apply_by:
        data["validThrough"] = brief.apply_by.isoformat()
    if host.website:
        data["hiringOrganization"]["sameAs"] = host.website
    if brief.hourly_minor:
        amount = brief.hourly_minor / 10 ** digits_of(brief.currency)
        value = {"@type": "QuantitativeValue", "value": amount, "unitText": "HOUR"}
        data["baseSalary"] = {"@type": "MonetaryAmount", "currency": brief.currency, "value": value}
    if brief.workplace != "on_site":
        data["jobLocationType"] = "TELECOMMUTE"
        if host.country:
            data["applicantLocationRequirements"] = {"@type": "Country", "name": host.country}
    if brief.workplace != "remote":
        place = {"@type": "PostalAddress", "addressLocality": brief.place or host.city, "addressCountry": host.country}
        data["jobLocation"] = {"@type": "Place", "address": place}
    return data


def as_script(data: dict[str, Any]) -> SafeString:
    """The data in a script element that runs nothing."""
    text = json.dumps(data, ensure_ascii=False).translate(_ESCAPED)
    return format_html('<script type="application/ld+json">{}</script>', mark_safe(text))  # noqa: S308  # escaped above
