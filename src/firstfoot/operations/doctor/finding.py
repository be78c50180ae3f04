"""What the doctor finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


class Grade(StrEnum):
    OK = "OK"
    WARN = "WARN"
    FAIL = "FAIL"


@dataclass(frozen=True, slots=True)
class Finding:
    """One part, how it is, and what to do unless it is well."""

    part: str
    grade: Grade
    says: str
    to_do: str = ""

    def __str__(self) -> str:
        return f"{self.grade:<4}  {self.part}: {self.says}" + (f"\n      {self.to_do}" if self.to_do else "")


def well(part: str, says: str) -> Finding:
    return Finding(part, Grade.OK, says)


def warn(part: str, says: str, to_do: str) -> Finding:
    return Finding(part, Grade.WARN, says, to_do)


def fail(part: str, says: str, to_do: str) -> Finding:
    return Finding(part, Grade.FAIL, says, to_do)
