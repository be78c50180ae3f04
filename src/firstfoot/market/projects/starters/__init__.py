"""Starters: whole briefs, ready in five minutes, for projects that many hosts need."""

from __future__ import annotations

from functools import cache

from firstfoot.market.projects.brief import CATEGORIES
from firstfoot.market.projects.starters import (
    accessibility_check,
    api_reference,
    article_set,
    brand_guide,
    bug_fixes,
    carbon_baseline,
    clickable_prototype,
    competitor_analysis,
    crm_cleanup,
    customer_interviews,
    customer_voices,
    dashboard,
    data_exploration,
    donor_database,
    email_welcome_series,
    event_plan,
    expense_view,
    fair_meetings,
    first_tests,
    grant_scan,
    internal_tool,
    job_descriptions,
    lead_list,
    market_sizing,
    member_survey,
    onboarding_handbook,
    podcast_notes,
    privacy_gaps,
    process_guide,
    sales_sheet,
    seo_audit,
    short_video,
    slides_and_infographic,
    social_media_calendar,
    spreadsheet_cleanup,
    study_summary,
    translate_help,
    unit_costs,
    usability_review,
    vendor_comparison,
    website_segment,
    workshop_kit,
)
from firstfoot.market.projects.starters.finding import Entry, found_in
from firstfoot.market.projects.starters.starter import Starter

__all__ = ["FIRST_THREE", "Starter", "all_starters", "categories", "get_starter", "search"]

_MODULES = (
    social_media_calendar, email_welcome_series, seo_audit, article_set, customer_voices, competitor_analysis,
    market_sizing, website_segment, lead_list, sales_sheet, fair_meetings, customer_interviews, member_survey,
    grant_scan, study_summary, spreadsheet_cleanup, crm_cleanup, dashboard, data_exploration, internal_tool,
    bug_fixes, first_tests, api_reference, usability_review, accessibility_check, brand_guide, clickable_prototype,
    slides_and_infographic, short_video, podcast_notes, process_guide, vendor_comparison, event_plan,
    onboarding_handbook, job_descriptions, expense_view, unit_costs, donor_database, workshop_kit, translate_help,
    privacy_gaps, carbon_baseline,
)  # fmt: skip
_STARTERS = tuple(module.STARTER for module in _MODULES)
_BY_CODE = {starter.code: starter for starter in _STARTERS}

# What a page shows that has room for three.
FIRST_THREE = (social_media_calendar.STARTER, competitor_analysis.STARTER, website_segment.STARTER)


def all_starters() -> tuple[Starter, ...]:
    """Every starter, in the order of the categories."""
    return _STARTERS


def get_starter(code: str) -> Starter | None:
    """The starter of that code; None for a code that no starter has."""
    return _BY_CODE.get(code)


def categories() -> tuple[tuple[str, int], ...]:
    """Each category that has a starter, with how many."""
    counts = {code: sum(1 for starter in _STARTERS if starter.category == code) for code in CATEGORIES}
    return tuple((code, count) for code, count in counts.items() if count)


def search(text: str = "", category: str = "") -> tuple[Starter, ...]:
    """The starters of a category, or of all, that hold every word of `text`; those with it in the title come first.

    >>> [starter.code for starter in search("a new logo")]
    ['brand_guide']
    """
    return found_in((entry for entry in _entries() if category in {"", entry.starter.category}), text)


@cache
def _entries() -> tuple[Entry, ...]:
    """Made at the first search, so that commands that never search start as fast."""
    return tuple(Entry.of(starter) for starter in _STARTERS)
