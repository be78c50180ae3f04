"""The skills in a credential: those the host saw, each with the criterion that shows it; else what was asked for."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from urllib.parse import quote

from django.utils.translation import gettext as _

from firstfoot.market.skills import by_code, folded
from firstfoot.market.talent.models import SkillClaim
from firstfoot.market.vocabulary.models import AddedSkill
from firstfoot.market.vocabulary.queries import codes_by_word
from firstfoot.proof.credentials.vc.achievement import Skill
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.evaluations.queries import skills_seen

ONET = "https://www.onetonline.org/search/tech/example?e="


def skills_of(engagement: Engagement, named: Mapping[int, str]) -> tuple[Skill, ...]:
    """What the host tied to a criterion, once both may read it; where nothing is tied, what the brief asked for.

    `named` has what each criterion is called in public. What the person took off their profile is left out.
    """
    gone = SkillClaim.objects.filter(person=engagement.intern_id, removed_at__isnull=False)
    taken_off = set(gone.values_list("folded", flat=True))
    seen = {one.skill: named[one.criterion.pk] for one in skills_seen(engagement) if one.criterion.pk in named}
    if seen:
        words = [word for word in seen if folded(word) not in taken_off]
        said = {word: _("Shown by: %(criterion)s") % {"criterion": seen[word]} for word in words}
        found = _known(words, said)
        return tuple(_with(skill, seen[word]) for word, skill in found.items())
    brief = engagement.application.brief_version.brief
    words = [word for word in (*brief.skills, *brief.tools) if folded(word) not in taken_off]
    found = _known(words, dict.fromkeys(words, _("Asked for by the brief; not assessed.")))
    # A tool that nobody knows by its name tells nothing elsewhere; two words for one skill are one.
    told = {skill.code or word: skill for word, skill in found.items() if skill.code or word in brief.skills}
    return tuple(told.values())


def lines_about(skills: Iterable[Skill]) -> list[str]:
    """The same as lines of markdown, so that whoever reads only those is not misled."""
    skills = tuple(skills)
    if not skills:
        return []
    if any(skill.seen_by for skill in skills):
        lines = [f"- {skill.name}: {skill.seen_by}" for skill in skills]
        return ["", _("Skills that the host saw, each by the criterion that shows it:"), "", *lines]
    names = [f"- {skill.name}" for skill in skills]
    return ["", _("Skills that the brief asked for; nobody assessed which of them were shown:"), "", *names]


def _with(skill: Skill, seen_by: str) -> Skill:
    return Skill(skill.name, skill.code, skill.framework, skill.address, skill.says, seen_by)


def _known(words: Iterable[str], said: Mapping[str, str]) -> dict[str, Skill]:
    """Each word by its name here and its address in a public framework."""
    codes = codes_by_word(words)
    ours = by_code()
    rest = {code for code in codes.values() if code and code not in ours}
    added = {skill.code: skill for skill in AddedSkill.objects.filter(code__in=rest)}
    return {word: _one(word, code, said[word], added.get(code)) for word, code in codes.items()}


def _one(word: str, code: str, says: str, added: AddedSkill | None) -> Skill:
    if own := by_code().get(code):
        if own.esco_uri:
            return Skill(own.name, code, "ESCO", own.esco_uri, says)
        place = ("O*NET", ONET + quote(own.onet)) if own.onet else ("", "")
        return Skill(own.name, code, *place, says)
    if added is None:
        return Skill(word, "", says=says)
    has_place = added.uri.startswith(("http://", "https://"))
    place = (str(added.get_source_display()), added.uri) if has_place else ("", "")
    return Skill(added.name, code, *place, says)
