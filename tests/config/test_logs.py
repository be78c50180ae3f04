"""Logs are JSON, carry the request's id, and hold no personal data."""

import json
import logging

import pytest
import structlog

from firstfoot.config import logs


@pytest.fixture
def logged(capsys):
    """Configures logging as in production; answers the lines that were logged."""
    root, level = logging.getLogger(), logging.getLogger("django.request").level
    handlers, before = root.handlers, root.level
    logs.configure({"level": "INFO", "json": True})

    def lines():
        return [json.loads(line) for line in capsys.readouterr().err.splitlines()]

    yield lines
    root.handlers = handlers
    root.setLevel(before)
    logging.getLogger("django.request").setLevel(level)
    structlog.reset_defaults()


def test_both_kinds_of_loggers_write_one_object_a_line(logged):
    logging.getLogger("some.part").warning("left %s", "over")
    structlog.get_logger("other.part").info("done", count=3)
    first, second = logged()
    assert (first["event"], first["level"], first["logger"]) == ("left over", "warning", "some.part")
    assert (second["event"], second["count"], second["logger"]) == ("done", 3, "other.part")


def test_the_request_id_is_on_every_line(logged):
    with structlog.contextvars.bound_contextvars(request_id="abc"):
        logging.getLogger("some.part").warning("x")
    assert [line["request_id"] for line in logged()] == ["abc"]


def test_an_exception_is_kept_and_its_data_is_not(logged):
    try:
        raise ValueError("Key (email)=(sam@example.org) exists\nDETAIL:  Key (email)=(sam@example.org)")
    except ValueError:
        logging.getLogger("some.part").exception("could not store")
    (line,) = logged()
    assert "ValueError" in line["exception"]
    assert "Traceback" in line["exception"]
    assert "sam@" not in json.dumps(line)


def test_a_token_in_an_address_is_blanked(logged):
    logging.getLogger("some.part").warning("Gone: /invitations/vJ4kq0sWb2mP7cXyZtR9aLeN/")
    assert logged()[0]["event"] == "Gone: /invitations/[token]/"
