"""Passkeys in headless Chromium, with its virtual authenticator: added, used alone, and as the second step."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
from allauth.mfa.models import Authenticator
from axe_playwright_python.sync_playwright import Axe
from django.urls import reverse
from playwright.sync_api import sync_playwright

from tests.cast import PASSWORD, join
from tests.chromium import EXECUTABLE, FLAGS

DEVICE = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


@pytest.fixture
def page(monkeypatch) -> Iterator[Any]:
    """A page of a browser on a device that holds passkeys; its console must stay quiet about the content policy."""
    monkeypatch.setenv("DJANGO_ALLOW_ASYNC_UNSAFE", "1")
    noise: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=EXECUTABLE, args=list(FLAGS))
        page = browser.new_context(viewport={"width": 390, "height": 844}, reduced_motion="reduce").new_page()
        page.set_default_timeout(30_000)
        page.on("pageerror", lambda error: noise.append(str(error)))
        page.on("console", lambda m: noise.append(m.text) if "Content Security Policy" in m.text else None)
        device = page.context.new_cdp_session(page)
        device.send("WebAuthn.enable")
        device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
        yield page
        browser.close()
    assert noise == []


def press(page: Any, text: str, then: str) -> None:
    page.locator("main").get_by_role("button", name=text, exact=True).click()
    page.wait_for_url(lambda url: urlsplit(url).path == then)


def sign_out(page: Any, base: str) -> None:
    page.goto(base + reverse("account_logout"))
    press(page, "Sign out", "/")


def violations(page: Any) -> list[str]:
    found = []
    for scheme in ("light", "dark"):
        page.emulate_media(color_scheme=scheme)
        found += [f"{page.url} {scheme} {each['id']}" for each in Axe().run(page).response["violations"]]
    return found


@pytest.mark.browser
def test_a_passkey_is_added_and_signs_in(transactional_db, live_server, page, tmp_path: Path):
    base = re.sub(r"//[^:/]+", "//localhost", live_server.url)  # passkeys belong to a name, never to a number
    join("Sam Okoro")
    page.goto(f"{base}/accounts/login/?next=/settings/sign-in/")
    page.fill("[name=login]", "sam@example.org")
    page.fill("[name=password]", PASSWORD)
    press(page, "Sign in", "/settings/sign-in/")
    found = violations(page)

    for path in ("/settings/your-data/", "/settings/your-data/leave/"):
        page.goto(base + path)
        found += violations(page)
    page.goto(f"{base}/settings/sign-in/")
    page.get_by_role("link", name="Add an authenticator app").click()
    page.locator(".qr svg").wait_for()
    assert page.locator(".qr svg").bounding_box()["width"] > 100
    found += violations(page)

    page.goto(f"{base}/accounts/2fa/webauthn/add/")
    found += violations(page)
    page.fill("[name=name]", "My phone")
    press(page, "Add a passkey", "/accounts/2fa/recovery-codes/")
    assert page.locator(".codes li").count() == 10
    found += violations(page)
    page.goto(f"{base}/settings/sign-in/")
    assert "Signs you in alone." in page.locator("#passkeys").inner_text()
    found += violations(page)

    sign_out(page, base)  # alone, without password
    page.goto(f"{base}/accounts/login/?next=/inbox/")
    press(page, "Sign in with a passkey", "/inbox/")
    assert page.locator("h1").inner_text() == "Inbox"

    sign_out(page, base)  # after the password
    page.goto(f"{base}/accounts/login/?next=/settings/sign-in/")
    page.fill("[name=login]", "sam@example.org")
    page.fill("[name=password]", PASSWORD)
    press(page, "Sign in", "/accounts/2fa/authenticate/")
    found += violations(page)
    press(page, "Use a passkey instead", "/settings/sign-in/")

    page.goto(f"{base}/accounts/2fa/webauthn/keys/{Authenticator.objects.get(type='webauthn').pk}/remove/")
    press(page, "Remove the passkey", "/settings/sign-in/")
    assert not Authenticator.objects.exists()
    assert found == []
