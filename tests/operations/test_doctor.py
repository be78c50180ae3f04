"""The doctor says what is wrong and what to do about it."""

import json
import socket
from argparse import Namespace
from datetime import timedelta

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.handlers import Sink

from firstfoot.foundation.notifications.models import RefusedAddress
from firstfoot.kernel import clock
from firstfoot.operations.doctor import command, mail, place
from firstfoot.reactions.models import WorkerMark

pytestmark = pytest.mark.django_db


def smtp(port, **options):
    backend = "django.core.mail.backends.smtp.EmailBackend"
    return {"default": {"BACKEND": backend, "OPTIONS": {"host": "127.0.0.1", "port": port, "timeout": 3, **options}}}


@pytest.fixture
def server():
    """An SMTP server that asks for a password."""
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    controller = Controller(
        Sink(), hostname="127.0.0.1", port=port, auth_required=False, auth_require_tls=False,
        authenticator=lambda *args: _answer(args[-1].password == b"right"),
    )  # fmt: skip
    controller.start()
    yield port
    controller.stop()


def _answer(is_right):
    from aiosmtpd.smtp import AuthResult

    return AuthResult(success=is_right, handled=is_right)


def grades(findings):
    return [(finding.part, str(finding.grade)) for finding in findings]


def test_mail_to_the_log_is_a_warning(settings):
    settings.MAILERS = {"default": {"BACKEND": "django.core.mail.backends.console.EmailBackend"}}
    assert (mail.server().grade, "SMTP_URL" in mail.server().to_do) == ("WARN", True)


def test_a_server_that_answers_is_well(settings, server):
    settings.MAILERS = smtp(server)
    assert (mail.server().grade, mail.server().says) == ("OK", f"127.0.0.1:{server} takes our mail")


@pytest.mark.parametrize(("password", "grade"), [("right", "OK"), ("wrong", "FAIL")])
def test_user_and_password_are_tried(settings, server, password, grade):
    settings.MAILERS = smtp(server, username="us", password=password)
    assert mail.server().grade == grade


def test_a_server_that_is_not_there(settings):
    with socket.create_server(("127.0.0.1", 0)) as free:
        port = free.getsockname()[1]
    settings.MAILERS = smtp(port)
    assert (mail.server().grade, "does not answer" in mail.server().says) == ("FAIL", True)


@pytest.mark.parametrize(
    ("url", "hosts", "expected"),
    [
        ("http://localhost:8000", ["localhost"], [("address", "WARN")]),
        ("https://ff.example", ["ff.example"], [("address", "OK"), ("https", "OK")]),
        ("http://ff.example", ["ff.example"], [("address", "OK"), ("https", "FAIL")]),
        ("https://ff.example", ["other.example"], [("address", "FAIL"), ("https", "OK")]),
    ],
)
def test_address_and_https(settings, url, hosts, expected):
    settings.SITE_URL, settings.ALLOWED_HOSTS, settings.DEMO, settings.DEBUG = url, hosts, False, False
    assert grades(place.address_findings()) == expected


def test_debug_and_demo_are_said_on_a_public_site(settings):
    settings.SITE_URL, settings.ALLOWED_HOSTS, settings.DEMO, settings.DEBUG = "https://a.example", ["*"], True, True
    assert grades(place.address_findings())[2:] == [("debug", "FAIL"), ("demo", "WARN")]


@pytest.mark.parametrize(("minutes", "grade"), [(None, "FAIL"), (1, "OK"), (3, "FAIL")])
def test_the_worker_is_alive_when_it_was_seen_of_late(minutes, grade):
    if minutes is not None:
        WorkerMark.objects.create(name="heartbeat:worker", at=clock.now() - timedelta(minutes=minutes))
    assert grades(place.worker_findings()) == [("worker", grade)]


def test_refused_addresses_are_counted():
    RefusedAddress.objects.create(address="sam@example.org", reason="550", since=clock.now())
    (finding,) = mail.stored_mail()
    assert finding.says == "1 addresses were refused by their servers"
    assert "sam" not in finding.says


def test_a_key_that_others_can_read(settings, tmp_path):
    settings.DATA_DIR = tmp_path
    tmp_path.chmod(0o700)
    (tmp_path / "secret.key").write_text("key")
    (tmp_path / "secret.key").chmod(0o644)
    findings = list(place.disk_findings())
    assert grades(findings) == [("disk", "OK"), ("privacy", "WARN")]
    assert findings[1].to_do == f"chmod 600 {tmp_path / 'secret.key'}"


def test_the_command_leaves_with_1_when_something_fails(machine, capsys):
    assert command.run(Namespace(json=True), machine) == 1
    found = json.loads(capsys.readouterr().out)["findings"]
    assert {"part": "worker", "grade": "FAIL"}.items() <= next(f for f in found if f["part"] == "worker").items()


def test_every_finding_that_is_not_well_says_what_to_do(machine):
    assert all(bool(f.to_do) == (f.grade != "OK") for f in command.findings())
