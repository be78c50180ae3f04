"""How rare each skill is among the open projects, and how skills hang together."""

from __future__ import annotations

from functools import cache

from django.db.models import Count

from firstfoot.market.matching.lexicon import Lexicon
from firstfoot.market.projects.models import ProjectSkill
from firstfoot.market.skills import vocabulary
from firstfoot.market.suggestions.models import SkillUse

ALL = ""


def lexicon() -> Lexicon:
    """As counted last night; before the first night no skill is rarer than another."""
    uses = dict(SkillUse.objects.values_list("code", "projects"))
    broader, related = _links()
    return Lexicon(uses.pop(ALL, 0), uses, broader, related)


def counted() -> dict[str, int]:
    """How many open projects ask for each skill now, and how many ask for any."""
    asked = ProjectSkill.objects.filter(listed_at__isnull=False).order_by()
    uses = dict(asked.values_list("code").annotate(projects=Count("pk")))
    return {**uses, ALL: asked.values("project").distinct().count()}


@cache
def _links() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    skills = vocabulary().skills.values()
    broader: dict[str, tuple[str, ...]] = {skill.code: (skill.broader,) for skill in skills if skill.broader}
    return broader, {skill.code: tuple(skill.related) for skill in skills if skill.related}
