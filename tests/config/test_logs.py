"""Logs are JSON, carry the request's id, and hold no personal data."""

import json
import logging

import pytest
import structlog

from firstfoot.config import logs


@pytest.fixture
def logged(capsys):
    """Logs as in production while the given function runs; answers the lines."""
    names = ("", "django.request", "django.tasks")
    root, levels = logging.getLogger(), {name: logging.getLogger(name).level for name in names}
    handlers = root.handlers

    def run(work):
        logs.configure({"level": "INFO", "json": True})
        work()
        return [json.loads(line) for line in capsys.readouterr().err.splitlines()]

    yield run
    root.handlers = handlers
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)
    structlog.reset_defaults()


def test_both_kinds_of_loggers_write_one_object_a_line(logged):
    def work():
        logging.getLogger("some.part").warning("left %s", "over")
        structlog.get_logger("other.part").info("done", count=3)

    first, second = logged(work)
    assert (first["event"], first["level"], first["logger"]) == ("left over", "warning", "some.part")
    assert (second["event"], second["count"], second["logger"]) == ("done", 3, "other.part")


def test_the_request_id_is_on_every_line(logged):
    with structlog.contextvars.bound_contextvars(request_id="abc"):
        (line,) = logged(lambda: logging.getLogger("some.part").warning("x"))
    assert line["request_id"] == "abc"


def test_an_exception_is_kept_and_its_data_is_not(logged):
    def work():
        try:
            raise ValueError("Key (email)=(sam@example.org) exists\nDETAIL:  Key (email)=(sam@example.org)")
        except ValueError:
            logging.getLogger("some.part").exception("could not store")

    (line,) = logged(work)
    assert "ValueError" in line["exception"]
    assert "Traceback" in line["exception"]
    assert "sam@" not in json.dumps(line)


def test_a_token_in_an_address_is_blanked(logged):
    (line,) = logged(lambda: logging.getLogger("some.part").warning("Gone: /invitations/vJ4kq0sWb2mP7cXyZtR9aLeN/"))
    assert line["event"] == "Gone: /invitations/[token]/"
