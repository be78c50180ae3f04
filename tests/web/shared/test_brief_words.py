"""Every code, field and step of a brief has its name on the page."""

from dataclasses import fields

from firstfoot.market.projects import brief
from firstfoot.market.projects.scope import STEPS
from firstfoot.web.shared import brief_words


def test_every_code_is_named_in_order():
    assert tuple(brief_words.CATEGORIES) == brief.CATEGORIES
    assert tuple(brief_words.AI_RULES) == brief.AI_RULES
    assert tuple(brief_words.PORTFOLIO_RIGHTS) == brief.PORTFOLIO_RIGHTS
    assert tuple(brief_words.WORKPLACES) == brief.WORKPLACES
    assert tuple(brief_words.VISIBILITIES) == brief.VISIBILITIES


def test_every_field_is_named():
    assert set(brief_words.FIELDS) == {field.name for field in fields(brief.Brief)}


def test_every_step_has_a_title_and_a_hint():
    assert list(brief_words.STEPS) == [step.code for step in STEPS]
    assert all(str(hint)[-1] in "?." for _, hint in brief_words.STEPS.values())
