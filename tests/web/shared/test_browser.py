"""The style guide in a real browser: axe in both themes, reflow, and the little script."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page, sync_playwright

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]

FLAGS = [
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
COMPLAINTS = ("Content Security Policy", "Refused to")


@contextmanager
def visit(url: str, width: int = 1280, **context: object) -> Iterator[Page]:
    """An own browser for one page, gone before the database is; fails on page errors and broken policy."""
    complaints: list[str] = []
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path="/usr/bin/chromium", args=FLAGS)
        page = browser.new_context(viewport={"width": width, "height": 900}, **context).new_page()
        page.on("console", lambda line: complaints.append(line.text) if line.text.startswith(COMPLAINTS) else None)
        page.on("pageerror", lambda error: complaints.append(str(error)))
        page.goto(url)
        page.wait_for_load_state("networkidle")
        try:
            yield page
        finally:
            browser.close()
    assert complaints == []


@pytest.fixture
def guide(live_server) -> str:
    return f"{live_server.url}/styleguide/"


@pytest.mark.parametrize("theme", ["light", "dark"])
@pytest.mark.parametrize("width", [390, 1280])
def test_axe_finds_nothing(guide, theme, width):
    with visit(guide, width, color_scheme=theme) as page:
        found = Axe().run(page)
        shown = [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in found.response["violations"]]
    assert shown == []


@pytest.mark.parametrize("path", ["/accounts/login/", "/accounts/signup/", "/accounts/password/reset/"])
def test_axe_finds_nothing_at_the_door(live_server, path):
    with visit(live_server.url + path, 390) as page:
        found = Axe().run(page)
        shown = [f"{v['id']}: {v['nodes'][0]['html'][:160]}" for v in found.response["violations"]]
    assert shown == []


@pytest.mark.parametrize(("width", "text"), [(320, "100%"), (320, "200%"), (1280, "200%")])
def test_nothing_scrolls_sideways(guide, width, text):
    with visit(guide, width) as page:
        page.evaluate("size => { document.documentElement.style.fontSize = size }", text)
        over = page.evaluate(
            """() => [...document.querySelectorAll('body *')].filter(e => {
                const box = e.getBoundingClientRect();
                return box.width && box.right > innerWidth + 1 && !e.closest('.tabs, .scroll, svg, .sr, .skip')
            }).map(e => e.outerHTML.slice(0, 90)).slice(0, 5)"""
        )
        wide = page.evaluate("document.documentElement.scrollWidth - innerWidth")
    assert over == []
    assert wide <= 0


def test_menu_opens_without_javascript(guide):
    with visit(guide, 390, java_script_enabled=False) as page:
        assert not page.locator("#menu").is_visible()
        page.get_by_role("button", name="Menu").click()
        assert page.locator("#menu").is_visible()


def test_boosted_link_moves_focus_to_the_heading_and_back_works(guide):
    with visit(guide) as page:
        page.evaluate("window.kept = true")
        page.get_by_role("navigation", name="Pages").get_by_role("link", name="Page 4").click()
        page.wait_for_url("**/?page=4")
        page.locator("h1:focus").wait_for()
        assert page.evaluate("window.kept") is True
        page.locator("#announce", has_text="Style guide").wait_for(state="attached")
        page.go_back()
        page.wait_for_url("**/styleguide/")


def test_post_forms_are_not_boosted_and_go_once(guide):
    """The second press is held back; the button keeps its focus and says so."""
    posts: list[str] = []
    with visit(guide) as page:
        page.on("request", lambda request: posts.append(request.url) if request.method == "POST" else None)
        page.route("**/*", lambda route: route.abort() if route.request.method == "POST" else route.continue_())
        state = page.evaluate(
            """() => {
                const form = document.querySelector('#forms form'), button = form.querySelector('button.go');
                button.focus(); button.click(); button.click();
                return [button.getAttribute('aria-disabled'), document.activeElement === button, button.textContent,
                        Boolean(form._htmx?.boosted)];
            }"""
        )
        page.wait_for_timeout(300)
    assert state == ["true", True, "Sending", False]
    assert len(posts) == 1


def test_error_summary_has_the_focus_and_leads_to_the_field(guide):
    with visit(guide) as page:
        page.get_by_role("link", name="Fill in “Earliest start”.").click()
        assert page.evaluate("document.activeElement.id") == "id_wrong-start"


def pdf(name: str, size: int) -> dict[str, object]:
    return {"name": name, "mimeType": "application/pdf", "buffer": b"x" * size}


def test_chosen_file_shows_its_name_and_size(guide):
    with visit(guide) as page:
        said = page.locator("#id_fresh-sample + [data-chosen]")
        page.set_input_files("#id_fresh-sample", pdf("map.pdf", 120_000))
        assert "map.pdf (120" in said.inner_text()
        page.set_input_files("#id_fresh-sample", pdf("big.pdf", 5_100_000))
        assert "At most 5 MB." in said.inner_text()


TOAST = "document.body.dispatchEvent(new CustomEvent('toast', {bubbles: true, detail: {text: 'Saved', kind: 'ok'}}))"


def test_toast_is_said_and_can_be_closed(guide):
    with visit(guide) as page:
        page.evaluate(TOAST)
        toast = page.locator("#toasts .toast")
        assert toast.inner_text().startswith("Saved")
        toast.get_by_role("button").click()
        assert page.locator("#toasts .toast").count() == 0


def test_dialog_opens_and_closes(guide):
    with visit(guide) as page:
        page.get_by_role("button", name="Open a dialog").click()
        assert page.get_by_role("dialog").is_visible()
        page.get_by_role("button", name="Keep going").click()
        assert not page.get_by_role("dialog").is_visible()


def test_first_visit_is_small(guide):
    """With the joined stylesheet a page is document, stylesheet, two scripts, two fonts, icon."""
    kinds: list[str] = []
    with visit("about:blank") as page:
        page.on("request", lambda request: kinds.append(request.url))
        page.goto(guide)
        page.wait_for_load_state("networkidle")
    styles = [url for url in kinds if "/css/" in url]
    assert len(kinds) - len(styles) + 1 <= 8
