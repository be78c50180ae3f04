"""Every template loads, part by part; nothing in it is inline, and no words in it are bare."""

import ast
import re

import pytest
from django.template.loader import get_template

from tests.house.markup import bare_words, inline_code
from tests.house.source import SRC, calls, python_files, template_name, templates, tree, where

pytestmark = pytest.mark.once

ALL = templates()
PARTIAL = re.compile(r"\{%-?\s*partialdef\s+([\w-]+)")
# Read by those who build the site, never by those who use it.
FOR_BUILDERS = ("styleguide", "shared/guide/")
IDS = [template_name(path) for path in ALL]


@pytest.mark.parametrize("path", ALL, ids=IDS)
def test_template_loads_with_each_of_its_parts(path):
    name = template_name(path)
    get_template(name)
    for part in PARTIAL.findall(path.read_text()):
        get_template(f"{name}#{part}")


@pytest.mark.parametrize("path", ALL, ids=IDS)
def test_template_holds_no_inline_style_or_script(path):
    # Mail and the page in a person's copy carry their styles: they are read away from here, under no policy of ours.
    if path.suffix == ".html" and not {"mail", "export"} & set(path.parts):
        assert inline_code(path.read_text()) == []


@pytest.mark.parametrize("path", ALL, ids=IDS)
def test_template_holds_no_bare_words(path):
    if not any(part in path.as_posix() for part in FOR_BUILDERS):
        assert bare_words(path.read_text(), is_html=path.suffix == ".html") == []


def strings(path):
    for node in ast.walk(tree(path)):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node, node.value


def named_in_code():
    """(place, template or "page.html#part") for each one that our code names in full."""
    for path in python_files("web", "reactions"):
        for name, call in calls(path):
            if name == "partial" and all(isinstance(a, ast.Constant) for a in call.args[1:]):
                template, part = (a.value for a in call.args[1:3])
                yield where(path, call), f"{template}#{part}"
        for node, text in strings(path):
            if re.fullmatch(r"[a-z_]+/[\w/-]+\.(html|txt)(#[\w-]+)?", text):
                yield where(path, node), text


def test_every_template_and_part_that_code_names_exists():
    lost = {}
    for place, name in named_in_code():
        try:
            get_template(name)
        except Exception as error:  # any fault of a template is a finding
            lost[place] = f"{name}: {error!r}"
    assert lost == {}


def test_templates_of_one_name_do_not_hide_each_other():
    assert sorted(IDS) == sorted(set(IDS)), [p.relative_to(SRC) for p in ALL if IDS.count(template_name(p)) > 1]
