"""Everything that an operator may set is documented, and nothing is documented that is not read."""

import ast
import re

from tests.house.source import ROOT, calls, python_files

READERS = {"text", "flag", "number", "names"}


def read_settings():
    """The names that are read from the environment anywhere in config."""
    found = set()
    for path in python_files("config"):
        for name, call in calls(path):
            if name in READERS and call.args and isinstance(call.args[0], ast.Constant):
                found.add(call.args[0].value)
    return found


def test_every_setting_is_documented_and_every_documented_one_is_read():
    page = (ROOT / "docs" / "operators" / "settings.md").read_text()
    documented = set(re.findall(r"^\| `([A-Z_]+)` \|", page, re.MULTILINE))
    assert documented == read_settings()


def test_only_config_reads_the_environment():
    def reads(path):
        return re.search(r"os\.environ|os\.getenv", path.read_text())

    outside = [p for p in python_files() if "config" not in p.parts and reads(p)]
    assert [p.name for p in outside] == ["snapshot.py"]  # hands the environment on to pg_dump, reads nothing of it
