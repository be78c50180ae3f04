"""No log line holds anything of a person: a whole life with canary words, and what goes wrong in it."""

from __future__ import annotations

import io
import json
import logging
import re

import pytest
import structlog
from django.core.exceptions import ValidationError
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from firstfoot.config import logs
from firstfoot.foundation.accounts.leaving import ask_to_leave
from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.files.exports import ask_for_export
from firstfoot.foundation.notifications.models import Mail
from firstfoot.market.organizations.actions import invite_member
from firstfoot.market.organizations.states import Role
from tests.cast import PASSWORD
from tests.factories.engagements import make_active
from tests.factories.links import send
from tests.privacy.canary import catch_up, live
from tests.web.people.second_step import add_app


@pytest.fixture
def json_logs():
    """Logs as in production, from the first line on."""
    names = ("", "django.request", "django.tasks")
    root, levels = logging.getLogger(), {name: logging.getLogger(name).level for name in names}
    handlers = root.handlers
    logs.configure({"level": "INFO", "json": True})
    written = io.StringIO()
    root.handlers[0].setStream(written)
    yield written
    root.handlers = handlers
    for name, level in levels.items():
        logging.getLogger(name).setLevel(level)
    structlog.reset_defaults()


def test_no_line_holds_anything_of_a_person(cast, json_logs):
    canary = live(cast)
    secrets = {**canary.words, **_visit(canary.person, cast)}
    ask_for_export(actor=canary.person)
    catch_up()
    ask_to_leave(hindrances=[], actor=canary.person)
    catch_up()

    text = json_logs.getvalue()
    lines = [json.loads(line) for line in text.splitlines()]
    assert len(lines) > 50
    assert {"request", "reaction done", "mail"} <= {line["event"] for line in lines}
    low = text.lower()
    assert {where: word for where, word in secrets.items() if word.lower() in low} == {}
    assert re.findall(r"[?&](?:next|code|token|email)=", text) == []


def _visit(person: Person, cast) -> dict[str, str]:
    """Pages with secrets in their addresses, cookies and forms; what could be told from a log."""
    client = Client()
    client.post(reverse("account_login"), {"login": person.email, "password": "Zqwrongpasswordqz"})
    client.post(reverse("account_login") + "?next=/inbox/&email=zqqueryqz@example.org", {
        "login": person.email, "password": PASSWORD,
    })  # fmt: skip
    secret, codes = add_app(client)
    client.get(reverse("account_email"))
    Client().post(reverse("account_reset_password"), {"email": person.email})
    mail = Mail.objects.filter(text__contains="/reset/").latest("pk")
    link = re.search(r"http://[^/\s]+(/\S+)", mail.text).group(1)
    other = Client()
    other.get(other.get(link).url)
    other.get(link[:-3] + "xyz/")
    invitation = invite_member(
        organization_id=cast.acme.pk, email="zqinvitedqz@example.org", role=Role.SUPERVISOR, actor=cast.hana
    )
    other.get(reverse("people:invitation", args=[invitation.token]))
    other.get(reverse("people:invitation", args=[f"{invitation.token}x"]))
    mailed = send("nudge", make_active(cast), cast.hugo)
    for _once in range(2):
        other.post(reverse("bymail:act", args=[mailed]), {"body": "Zqwrittenbymailqz"})
    other.get(reverse("bymail:act", args=[f"{mailed}x"]))
    _goes_wrong(person)
    return {
        "link in a mail": mailed, "written by mail": "zqwrittenbymailqz",
        "wrong password": "Zqwrongpasswordqz", "password": PASSWORD, "query": "zqqueryqz", "app": secret,
        "recovery code": codes[0], "reset link": link.rstrip("/").rpartition("/")[2].partition("-")[2],
        "invitation": invitation.token, "invited": "zqinvitedqz", "session": client.cookies["sessionid"].value,
        "csrf": client.cookies["csrftoken"].value,
    }  # fmt: skip


def _goes_wrong(person: Person) -> None:
    """An exception of the database, which on PostgreSQL repeats the row."""
    try:
        with transaction.atomic():
            Person.objects.create(email=person.email, chosen_name="Another")
    except (IntegrityError, ValidationError):
        logging.getLogger("firstfoot.some").exception("could not store")
