"""A skill of the vocabulary, and the group it is kept in."""

from __future__ import annotations

from dataclasses import dataclass

ESCO = "http://data.europa.eu/esco/skill/"


@dataclass(frozen=True, slots=True)
class Skill:
    """One thing a person can do or a tool they can use, by the name people give it."""

    code: str  # stays when the name changes
    name: str
    group: str
    aliases: tuple[str, ...] = ()
    broader: str = ""  # the code of the skill this one is a kind of
    related: tuple[str, ...] = ()
    esco: str = ""  # the identifier of the same skill in ESCO
    onet: str = ""  # the title of the same tool among the technology examples of O*NET

    @property
    def esco_uri(self) -> str:
        return ESCO + self.esco if self.esco else ""

    @property
    def phrases(self) -> tuple[str, ...]:
        """The name, then all it is also called."""
        return (self.name, *self.aliases)


@dataclass(frozen=True, slots=True)
class Group:
    """Skills that stand together in one file."""

    code: str
    name: str
    skills: tuple[Skill, ...]
