"""The credential in a browser: asked for with one click, its page opened, and checked with the network cut."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.urls import reverse

from firstfoot.proof.credentials.actions import ask_for_credential, revoke_credential
from firstfoot.web.work.checking_offline import page_of
from tests.chromium import NARROW, WIDE, new_page, serving
from tests.factories import engagements as make
from tests.house.visitors import session_of

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]


@pytest.fixture
def credential(cast):
    engagement = make.make_completed(cast)
    return ask_for_credential(engagement_id=engagement.pk, actor=cast.sam)


@pytest.fixture
def opened(chrome, tmp_path):
    """Opens a page from a file with the network cut; returns it with what it said, and what it asked for."""
    pages = []

    def open_file(text, width=WIDE):
        path = tmp_path / "check-offline.html"
        path.write_text(text, encoding="utf-8")
        noise: list[str] = []
        page = new_page(chrome, noise, width)
        page.context.set_offline(True)
        asked: list[str] = []
        page.on("request", lambda request: asked.append(request.url))
        page.goto(path.as_uri())
        page.wait_for_selector("#verdict[data-code]")
        pages.append((page, noise, asked))
        return page

    yield open_file
    for page, noise, asked in pages:
        assert noise == []
        assert [address for address in asked if not address.startswith("file://")] == []
        page.context.close()


def verdict(page):
    return page.locator("#verdict").get_attribute("data-code")


def check(page, token):
    page.fill("#token", token)
    page.evaluate("document.getElementById('verdict').removeAttribute('data-code')")
    page.click("button")
    page.wait_for_selector("#verdict[data-code]")
    return verdict(page)


@pytest.mark.parametrize("width", [WIDE, NARROW])
def test_the_file_checks_it_with_the_network_cut(cast, credential, opened, width):
    page = opened(page_of(credential), width)
    assert verdict(page) == "valid"
    assert cast.sam.formal_name in page.inner_text("#facts")
    assert "Brindle Bakery" in page.inner_text("#facts")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_whatever_is_changed_in_a_token_is_seen(credential, opened):
    page = opened(page_of(credential))
    header, body, signature = credential.token.split(".")
    middle = len(body) // 2
    other = "A" if body[middle] != "A" else "B"
    last = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
    after = last[last.index(signature[-1]) ^ 1]  # differs in a bit that means nothing
    for changed in (
        f"{header}.{body[:middle]}{other}{body[middle + 1 :]}.{signature}",
        f"{header}.{body}.{signature[:10]}{'A' if signature[10] != 'A' else 'B'}{signature[11:]}",
        f"{header}.{body}.{signature[:-1]}{after}",
    ):
        assert check(page, changed) == "changed"
    assert check(page, "hello") == "unreadable"
    assert check(page, credential.token) == "valid"


def test_a_key_that_is_not_in_it_is_a_stranger_and_what_was_revoked_before_it_was_made_says_so(
    cast, credential, opened, settings
):
    revoke_credential(credential_id=credential.pk, reason="holder", actor=cast.sam)
    page = opened(page_of(credential))
    assert verdict(page) == "revoked"
    settings.SITE_URL = "https://elsewhere.example"
    stranger = ask_for_credential(engagement_id=make.make_completed(cast).pk, actor=cast.sam)
    assert check(page, stranger.token) == "stranger"


def test_sam_asks_for_it_opens_its_page_and_anyone_reads_it(cast, chrome):
    engagement = make.make_completed(cast)
    noise: list[str] = []
    with serving() as site:
        page = new_page(chrome, noise, NARROW)
        page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": session_of(cast.sam), "url": site}])
        page.goto(site + reverse("work:completion", args=[engagement.public_id]))
        page.get_by_role("link", name="Have it signed").click()
        page.get_by_role("button", name="Sign my credential").click()
        page.get_by_role("heading", name="Take it with you").wait_for()
        with page.expect_download() as download:
            page.get_by_role("link", name="Badge (PNG)").click()
        assert download.value.suggested_filename.endswith("-credential.png")
        page.get_by_role("button", name="Open its page").click()
        page.get_by_role("button", name="Close its page").wait_for()
        path = page.locator(".copyable a").get_attribute("href").removeprefix(settings.SITE_URL)

        visitor = new_page(chrome, noise, WIDE)
        visitor.goto(site + path)
        assert visitor.get_by_role("status").first.inner_text().startswith("Yes, this is genuine and counts")
        visitor.set_input_files("input[type=file]", download.value.path())
        visitor.get_by_role("button", name="Check it").click()
        visitor.wait_for_url("**/verify/")
        assert "Yes, this is genuine and counts" in visitor.inner_text("main")
        for each in (page, visitor):
            assert each.evaluate("document.documentElement.scrollWidth <= innerWidth")
            each.context.close()
    assert noise == []
