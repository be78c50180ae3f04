"""The program's commands: found without loading them, refused in one line, never with a traceback."""

import subprocess
import sys

import pytest

from firstfoot.operations import cli
from firstfoot.operations.machine import CannotRun


@pytest.mark.parametrize("command", cli.COMMANDS, ids=lambda c: c.name)
def test_every_command_is_a_module_with_one_function(command):
    import importlib

    assert callable(importlib.import_module(command.module).run)


def test_help_and_serve_never_load_django():
    code = "import sys, firstfoot.config.program, firstfoot.operations.serve; print('django' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, text=True)
    assert done.stdout == "False\n"


def test_a_command_that_cannot_run_says_why_in_one_line(machine, monkeypatch, capsys):
    def refuse(arguments, machine):
        raise CannotRun("the moon is full.")

    monkeypatch.setattr("firstfoot.operations.doctor.command.run", refuse)
    assert cli.main(machine, ["doctor"]) == 1
    assert capsys.readouterr().err == "firstfoot doctor: the moon is full.\n"


def test_a_setting_that_is_neither_yes_nor_no_stops_every_command(firstfoot):
    done = firstfoot("check", FIRSTFOOT_DEBUG="perhaps")
    assert done.returncode == 1
    assert "FIRSTFOOT_DEBUG is neither yes nor no: 'perhaps'" in done.stderr


def test_a_number_that_is_none_is_named(firstfoot):
    done = firstfoot("check", PORT="many")
    assert (done.returncode, done.stderr) == (1, "firstfoot: PORT is not a whole number: 'many'\n")
