"""Reads the files of the vocabulary: a group per file, a skill per paragraph.

The first line names the group. A skill opens with `code: Name`, then `< broader` and `~ related, related` where it
has them. The indented lines under it hold what it is also called, and after `@` where it stands in ESCO and O*NET.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from firstfoot.market.skills.skill import Group, Skill

FOLDER = Path(__file__).parent / "groups"
POPULAR = Path(__file__).parent / "popular.txt"
_HEAD = re.compile(r"(?P<code>[a-z0-9-]+): (?P<name>[^<~]+?)(?: < (?P<broader>[a-z0-9-]+))?(?: ~ (?P<related>.+))?")
_PLACES = re.compile(r"(?:esco (?P<esco>[0-9a-f-]{36}))?(?:^|;|$) ?(?:onet (?P<onet>.+))?")


class Unreadable(ValueError):
    """A line of the vocabulary that is not as it should be."""


def read_groups(folder: Path = FOLDER) -> tuple[Group, ...]:
    """Every group, in the order of its file's name."""
    return tuple(read_group(path.stem, path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.txt")))


def read_group(code: str, text: str) -> Group:
    """The group that a file holds.

    >>> group = read_group("data", "# Data\\n\\nsql: SQL < databases ~ mysql\\n  queries, select\\n  @ onet SQL\\n")
    >>> group.skills[0].aliases, group.skills[0].broader, group.skills[0].onet
    (('queries', 'select'), 'databases', 'SQL')
    """
    title, *lines = text.splitlines()
    if not title.startswith("# "):
        raise Unreadable(f"{code}: the first line names the group")
    return Group(code, title.removeprefix("# "), tuple(_skill(code, lines) for lines in _paragraphs(lines)))


def read_popular() -> tuple[str, ...]:
    """The codes of the skills that are asked for most, most asked first."""
    return tuple(POPULAR.read_text(encoding="utf-8").split())


def _paragraphs(lines: list[str]) -> Iterator[list[str]]:
    held: list[str] = []
    for line in lines:
        if held and not line.startswith(" "):
            yield held
            held = []
        if line.strip():
            held.append(line)
    if held:
        yield held


def _skill(group: str, lines: list[str]) -> Skill:
    head = _HEAD.fullmatch(lines[0])
    if head is None:
        raise Unreadable(f"{group}: {lines[0]}")
    words = [line.strip() for line in lines[1:]]
    places = _places(group, [word for word in words if word.startswith("@")])
    return Skill(
        code=head["code"],
        name=head["name"],
        group=group,
        aliases=tuple(alias for word in words if not word.startswith("@") for alias in _listed(word)),
        broader=head["broader"] or "",
        related=tuple(_listed(head["related"] or "")),
        **places,
    )


def _places(group: str, lines: list[str]) -> dict[str, str]:
    if not lines:
        return {}
    found = _PLACES.fullmatch(lines[0].removeprefix("@ "))
    if found is None or len(lines) > 1:
        raise Unreadable(f"{group}: {lines}")
    return {name: place or "" for name, place in found.groupdict().items()}


def _listed(text: str) -> list[str]:
    return [part.strip() for part in text.split(",") if part.strip()]
