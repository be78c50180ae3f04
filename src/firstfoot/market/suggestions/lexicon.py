"""How rare each skill is among the open projects, and how skills hang together."""

from __future__ import annotations

from collections import Counter
from functools import cache
from itertools import groupby

from firstfoot.market.matching.lexicon import Lexicon
from firstfoot.market.projects.models import ProjectSkill
from firstfoot.market.skills import by_code
from firstfoot.market.suggestions.models import SkillUse

ALL = ""


def lexicon() -> Lexicon:
    """As counted last night; before the first night no skill is rarer than another."""
    uses = dict(SkillUse.objects.values_list("code", "projects"))
    broader, related = links()
    return Lexicon(uses.pop(ALL, 0), uses, broader, related)


def counted() -> dict[str, int]:
    """How many open projects ask for each skill or a narrower one now, and how many ask for any."""
    asked = ProjectSkill.objects.filter(listed_at__isnull=False).order_by("project").values_list("project", "code")
    known, uses = Lexicon(broader=links()[0]), Counter[str]()
    for _project, rows in groupby(asked.iterator(2_000), key=lambda row: row[0]):
        codes = {code for _key, code in rows}
        uses.update({ALL}.union(codes, *({up for up, _steps in known.wider(code)} for code in codes)))
    return dict(uses)


@cache
def links() -> tuple[dict[str, tuple[str, ...]], dict[str, tuple[str, ...]]]:
    """Code to wider codes, and code to related codes, of our own vocabulary."""
    skills = by_code().values()
    broader: dict[str, tuple[str, ...]] = {skill.code: (skill.broader,) for skill in skills if skill.broader}
    return broader, {skill.code: tuple(skill.related) for skill in skills if skill.related}
