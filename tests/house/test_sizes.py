"""No file grows past what a person reads in one go."""

import pytest

from tests.house.source import ROOT, SRC, python_files, templates

pytestmark = pytest.mark.once

MOST_LINES, MOST_TEMPLATE_LINES = 400, 150


def lines(path):
    return len(path.read_text().splitlines())


def test_no_python_file_over_400_lines():
    ours = [*python_files(), *(ROOT / "tests").rglob("*.py")]
    assert {str(p.relative_to(ROOT)): lines(p) for p in ours if lines(p) > MOST_LINES} == {}


def test_no_template_over_150_lines():
    assert {str(p.relative_to(SRC)): lines(p) for p in templates() if lines(p) > MOST_TEMPLATE_LINES} == {}


@pytest.mark.parametrize("path", python_files(), ids=lambda p: str(p.relative_to(SRC)))
def test_every_module_says_its_task_in_one_sentence(path):
    import ast

    from tests.house.source import tree

    if path.read_text().strip():
        first = (ast.get_docstring(tree(path)) or "").partition("\n")[0]
        assert first.endswith((".", "?")), f"{path.name} opens with {first!r}"
