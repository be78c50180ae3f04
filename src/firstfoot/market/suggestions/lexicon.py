"""How rare each skill is among the open projects, and how skills hang together."""

from __future__ import annotations

from functools import cache

from django.db import transaction
from django.db.models import Count

from firstfoot.market.matching.lexicon import Lexicon
from firstfoot.market.projects.models import ProjectSkill
from firstfoot.market.skills import vocabulary
from firstfoot.market.suggestions.models import SkillUse

ALL = ""


def lexicon() -> Lexicon:
    """As counted last night; counted now where no night has passed yet."""
    uses = dict(SkillUse.objects.values_list("code", "projects")) or _counted()
    broader, related = _links()
    return Lexicon(uses.pop(ALL, 0), uses, broader, related)


@transaction.atomic
def count_skill_uses() -> int:
    """Count anew how many open projects ask for each skill; how many skills those are."""
    rows = [SkillUse(code=code, projects=projects) for code, projects in _counted().items()]
    SkillUse.objects.all().delete()
    SkillUse.objects.bulk_create(rows, batch_size=500)
    return len(rows) - 1


def _counted() -> dict[str, int]:
    asked = ProjectSkill.objects.filter(listed_at__isnull=False).order_by()
    uses = dict(asked.values_list("code").annotate(projects=Count("pk")))
    return {**uses, ALL: asked.values("project").distinct().count()}


@cache
def _links() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    skills = vocabulary().skills.values()
    broader: dict[str, tuple[str, ...]] = {skill.code: (skill.broader,) for skill in skills if skill.broader}
    return broader, {skill.code: tuple(skill.related) for skill in skills if skill.related}
