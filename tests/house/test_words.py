"""Every sentence in Python that a person reads is marked for translation, and can be extracted."""

import ast
import re

import pytest

from tests.house.source import SRC, python_files, tree, where

pytestmark = pytest.mark.once

MARKERS = {"_", "gettext", "gettext_lazy", "ngettext", "ngettext_lazy", "pgettext", "pgettext_lazy", "npgettext_lazy"}
SENTENCE = re.compile(r"[A-Z][\w'-]*[,;:]? [\w'\"({%-].*", re.DOTALL)
SQL = re.compile(r"(SELECT|NOTIFY|LISTEN) \w+")
WORD = re.compile(r"[A-Za-z]{2,}")
SHOWN = {"label", "help_text", "empty_label", "placeholder"}
PATHS = [p for p in python_files("web", "reactions") if "styleguide" not in p.as_posix()]


def called(node):
    if isinstance(node, ast.Call):
        return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
    return ""


def texts(path):
    """(node, text, is it marked, is it shown to a person by the place where it stands)."""

    def walk(node, marked, shown):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node, node.value, marked, shown
            return
        if isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant):
            return  # a docstring
        if isinstance(node, ast.Raise) and called(node.exc) != "ValidationError":
            return  # for whoever reads the log
        if called(node) in {"info", "warning", "error", "exception", "debug"} and "log" in ast.unparse(node.func):
            return
        inside = marked or called(node) in MARKERS
        for field, value in ast.iter_fields(node):
            for child in value if isinstance(value, list) else [value]:
                if isinstance(child, ast.keyword):
                    yield from walk(child.value, inside, child.arg in SHOWN)
                elif isinstance(child, ast.AST):
                    yield from walk(child, inside, shown and field in {"values", "elts", "value"})

    yield from walk(tree(path), False, False)


@pytest.mark.parametrize("path", PATHS, ids=lambda p: str(p.relative_to(SRC)))
def test_no_bare_sentences(path):
    bare = [
        f"{where(path, node)} {text!r}"
        for node, text, marked, shown in texts(path)
        if not marked and ((SENTENCE.fullmatch(text) and not SQL.fullmatch(text)) or (shown and WORD.search(text)))
    ]
    assert bare == []


@pytest.mark.parametrize("path", PATHS, ids=lambda p: str(p.relative_to(SRC)))
def test_marked_sentences_can_be_extracted(path):
    """An f-string or a sum inside gettext never reaches the translators."""
    made = [
        where(path, node)
        for node in ast.walk(tree(path))
        if called(node) in MARKERS
        and any(not isinstance(a, ast.Constant) for a in node.args[: 2 if called(node).startswith("n") else 1])
    ]
    assert made == []


@pytest.mark.parametrize("path", PATHS, ids=lambda p: str(p.relative_to(SRC)))
def test_placeholders_are_named(path):
    unnamed = [
        f"{where(path, node)} {text!r}"
        for node, text, marked, _ in texts(path)
        if marked and re.search(r"%[sd]|\{\}|\{\d", text)
    ]
    assert unnamed == []
