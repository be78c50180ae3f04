"""The page of lifecycles, drawn from the very tables that the code obeys: `make docs` writes it."""

from __future__ import annotations

import importlib

from firstfoot.kernel.lifecycle import Lifecycle
from tests.house.source import ROOT, SRC

PAGE = ROOT / "docs" / "lifecycles.md"
HEAD = """# Lifecycles

Every kind of thing moves along one table, and this page is drawn from those tables by `make docs`.
A move that is not drawn here cannot happen.
"""


def lifecycles() -> dict[str, Lifecycle]:
    """Every lifecycle of every states.py, by its name."""
    found = {}
    for path in sorted(SRC.rglob("states.py")):
        module = importlib.import_module("firstfoot." + ".".join(path.relative_to(SRC).with_suffix("").parts))
        found |= {name: thing for name, thing in vars(module).items() if isinstance(thing, Lifecycle)}
    return found


def page() -> str:
    parts = [HEAD]
    for name, lifecycle in sorted(lifecycles().items()):
        title = name.replace("_", " ").capitalize()
        parts.append(f"## {title}\n\n```mermaid\n{lifecycle.diagram()}\n```\n")
    return "\n".join(parts)


if __name__ == "__main__":
    PAGE.parent.mkdir(exist_ok=True)
    PAGE.write_text(page())
