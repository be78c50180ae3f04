"""The floors of the house, read from the same contracts that Import Linter holds."""

from __future__ import annotations

from functools import cache

from tests.house.source import pyproject


@cache
def heights() -> dict[str, int]:
    """Package -> its height among its siblings; the lowest floor is 0."""
    found = {}
    for contract in pyproject()["tool"]["importlinter"]["contracts"]:
        for container in contract.get("containers", []):
            for height, layer in enumerate(reversed(contract["layers"])):
                for room in layer.split("|"):
                    found[f"{container}.{room.strip().strip('()')}"] = height
    return found


def position(module: str) -> list[tuple[str, int]]:
    """The packages around a module that stand on a floor, outermost first, with their heights."""
    parts = module.split(".")
    packages = [".".join(parts[:n]) for n in range(1, len(parts) + 1)]
    return [(package, heights()[package]) for package in packages if package in heights()]


def may_point(source: str, target: str) -> bool:
    """Whether `source` stands above `target`, where their paths part.

    >>> may_point("firstfoot.work.engagements.models", "firstfoot.market.projects.models")
    True
    >>> may_point("firstfoot.market.projects.models", "firstfoot.market.applications.models")
    False
    """
    for (own, high), (to, low) in zip(position(source), position(target), strict=False):
        if own != to:
            return high > low
    return True
