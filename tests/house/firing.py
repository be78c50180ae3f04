"""Which moves of which lifecycle the code makes: read from the source, along the calls from pages and reactions."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from tests.house.source import python_files, tree

type Function = ast.FunctionDef | ast.AsyncFunctionDef


@cache
def functions() -> dict[str, list[tuple[Path, Function]]]:
    """Every function of ours by its name; methods too."""
    found: dict[str, list[tuple[Path, Function]]] = {}
    for path in python_files():
        for node in ast.walk(tree(path)):
            if isinstance(node, Function.__value__):
                found.setdefault(node.name, []).append((path, node))
    return found


def names_in(node: ast.AST) -> set[str]:
    """Whatever a piece of code calls or hands on by name."""
    names = {each.id for each in ast.walk(node) if isinstance(each, ast.Name)}
    return names | {each.attr for each in ast.walk(node) if isinstance(each, ast.Attribute)}


@cache
def in_use() -> frozenset[str]:
    """Names of functions that a page, a reaction or a clock comes to, over however many calls."""
    waiting = set().union(*(names_in(tree(path)) for path in python_files("web", "reactions")))
    reached: set[str] = set()
    while waiting:
        name = waiting.pop()
        if name not in reached and name in functions():
            reached.add(name)
            waiting |= set().union(*(names_in(node) for _path, node in functions()[name]))
    return frozenset(reached)


def fired() -> set[tuple[str, str]]:
    """(lifecycle, verb) of each `LIFECYCLE.target(verb, ...)` in a function that is in use."""
    return {
        (table, verb)
        for name in in_use()
        for path, function in functions()[name]
        for table, argument in targets(function)
        for verb in words(argument, function, path)
    }


def targets(function: Function) -> Iterator[tuple[str, ast.expr]]:
    for node in ast.walk(function):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr == "target":
            yield ast.unparse(node.func.value), node.args[0]


def words(argument: ast.expr, function: Function, path: Path) -> set[str]:
    """The literal verbs an expression can be; of a parameter, those that its callers in the same file give."""
    if isinstance(argument, ast.Constant):
        return {str(argument.value)}
    if isinstance(argument, ast.IfExp):
        return words(argument.body, function, path) | words(argument.orelse, function, path)
    place = [each.arg for each in function.args.args].index(ast.unparse(argument))
    calls = [n for n in ast.walk(tree(path)) if isinstance(n, ast.Call) and ast.unparse(n.func) == function.name]
    return set().union(*(words(call.args[place], function, path) for call in calls))
