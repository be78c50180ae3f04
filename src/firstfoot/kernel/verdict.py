"""A yes or a no that can explain itself."""

from __future__ import annotations

from dataclasses import dataclass

from firstfoot.kernel.errors import NotPermitted


@dataclass(frozen=True, slots=True)
class Verdict:
    """A yes or a no; a no carries the code of its reason."""

    allowed: bool
    reason: str = ""

    def __bool__(self) -> bool:
        return self.allowed


YES = Verdict(True)


def deny(reason: str) -> Verdict:
    return Verdict(False, reason)


def allow_if(condition: bool, *, else_deny: str) -> Verdict:
    return YES if condition else deny(else_deny)


def require(verdict: Verdict) -> None:
    """Go on when the verdict is yes; NotPermitted with its reason when it is no."""
    if not verdict:
        raise NotPermitted(verdict.reason)
