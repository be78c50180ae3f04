"""Logs: one JSON object a line, with the request id that also reaches the worker, and no personal data."""

from __future__ import annotations

import logging
import re
from typing import Any

import structlog

_ADDRESS = re.compile(r"[\w.+'-]+@[\w-]+(\.[\w-]+)+")
_TOKEN = re.compile(r"(?<=/)(?=[\w-]*\d)[\w-]{20,}(?=/|\b)")  # in addresses of pages: invitations, resets
_DETAIL = re.compile(r"DETAIL: .*")  # PostgreSQL repeats the row's values there


def without_personal_data(logger: Any, method: str, event: dict[str, Any]) -> dict[str, Any]:
    """Blank mail addresses, tokens in addresses of pages, and the values that PostgreSQL repeats in its errors."""
    return {key: _blank(value) if isinstance(value, str) else value for key, value in event.items()}


def _blank(text: str) -> str:
    """The text without what could be a person's.

    >>> _blank("No mail for sam@example.org at /invitations/9fK3jd8sKq0plX7wYz2m/")
    'No mail for [address] at /invitations/[token]/'
    """
    return _DETAIL.sub("DETAIL: [values]", _TOKEN.sub("[token]", _ADDRESS.sub("[address]", text)))


SHARED: list[Any] = [
    structlog.contextvars.merge_contextvars,
    structlog.stdlib.add_log_level,
    structlog.stdlib.add_logger_name,
    structlog.processors.TimeStamper(fmt="iso", utc=True),
    structlog.processors.format_exc_info,
    without_personal_data,
]


def configure(options: dict[str, Any]) -> None:
    """Send the standard library's logs and structlog's through the same formatter."""
    renderer: Any = (
        structlog.processors.JSONRenderer() if options["json"] else structlog.dev.ConsoleRenderer(colors=False)
    )
    handler = logging.StreamHandler()
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=SHARED,
            processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, renderer],
        )
    )
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(options["level"])
    # Each request has its own line (web.shared.request_id): Django's would add the address, but no request id.
    logging.getLogger("django.request").setLevel(logging.ERROR)
    # Each reaction has its own line as well (reactions.runs).
    logging.getLogger("django.tasks").setLevel(logging.WARNING)
    structlog.configure(
        processors=[*SHARED, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        logger_factory=structlog.stdlib.LoggerFactory(),
        wrapper_class=structlog.stdlib.BoundLogger,
        cache_logger_on_first_use=True,
    )
