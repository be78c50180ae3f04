"""Where the house's files are, and how they are read."""

from __future__ import annotations

import ast
import tomllib
from collections.abc import Iterator
from functools import cache
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
SRC = ROOT / "src" / "firstfoot"


def python_files(*below: str) -> list[Path]:
    """Our Python files under src/firstfoot (or under the folders named there), migrations left out."""
    folders = [SRC / part for part in below] or [SRC]
    return sorted(p for folder in folders for p in folder.rglob("*.py") if "migrations" not in p.parts)


def templates() -> list[Path]:
    return sorted(p for p in SRC.rglob("templates/**/*") if p.suffix in {".html", ".txt"})


def template_name(path: Path) -> str:
    """The name under which Django loads it."""
    return path.as_posix().partition("/templates/")[2]


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(), str(path))


def calls(path: Path) -> Iterator[tuple[str, ast.Call]]:
    """Each call in a file with the last part of what is called."""
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Call):
            name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            yield name, node


def where(path: Path, node: ast.AST) -> str:
    return f"{path.relative_to(ROOT)}:{getattr(node, 'lineno', 0)}"


@cache
def pyproject() -> dict:
    return tomllib.loads((ROOT / "pyproject.toml").read_text())
