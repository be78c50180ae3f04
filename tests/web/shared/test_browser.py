"""The style guide in a real browser: reflow, the little script, and how one page goes over into the next."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager

import pytest
from playwright.sync_api import Browser, Page

from tests.chromium import WIDE, new_page, serving

pytestmark = pytest.mark.browser

type Visit = Callable[..., AbstractContextManager[Page]]


@pytest.fixture(scope="module")
def site() -> Iterator[str]:
    """The style guide asks nothing of the database."""
    with serving() as address:
        yield address


@pytest.fixture
def guide(site: str) -> str:
    return f"{site}/styleguide/"


@pytest.fixture
def visit(chrome: Browser) -> Visit:
    @contextmanager
    def opened(url: str, width: int = WIDE, **context: object) -> Iterator[Page]:
        """A page of a fresh profile; fails on page errors and broken policy."""
        noise: list[str] = []
        page = new_page(chrome, noise, width, **context)
        page.goto(url)
        try:
            yield page
        finally:
            page.context.close()
        assert noise == []

    return opened


@pytest.mark.parametrize(("width", "text"), [(320, "100%"), (320, "200%"), (1280, "200%")])
def test_nothing_scrolls_sideways(guide, visit, width, text):
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


def test_menu_opens_without_javascript(guide, visit):
    with visit(guide, 390, java_script_enabled=False) as page:
        assert not page.locator("#menu").is_visible()
        page.get_by_role("button", name="Menu").click()
        assert page.locator("#menu").is_visible()


def test_boosted_link_moves_focus_to_the_heading_and_back_works(guide, visit):
    with visit(guide) as page:
        page.evaluate("window.kept = true")
        page.get_by_role("navigation", name="Pages").get_by_role("link", name="Page 4").click()
        page.wait_for_url("**/?page=4")
        page.locator("h1:focus").wait_for()
        assert page.evaluate("window.kept") is True
        page.locator("#announce", has_text="Style guide").wait_for(state="attached")
        page.go_back()
        page.wait_for_url("**/styleguide/")


def test_post_forms_are_not_boosted_and_go_once(guide, visit):
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


def test_error_summary_has_the_focus_and_leads_to_the_field(guide, visit):
    with visit(guide) as page:
        page.get_by_role("link", name="Fill in “Earliest start”.").click()
        assert page.evaluate("document.activeElement.id") == "id_wrong-start"


def pdf(name: str, size: int) -> dict[str, object]:
    return {"name": name, "mimeType": "application/pdf", "buffer": b"x" * size}


def test_chosen_file_shows_its_name_and_size(guide, visit):
    with visit(guide) as page:
        said = page.locator("#id_fresh-sample + [data-chosen]")
        page.set_input_files("#id_fresh-sample", pdf("map.pdf", 120_000))
        assert "map.pdf (120" in said.inner_text()
        page.set_input_files("#id_fresh-sample", pdf("big.pdf", 5_100_000))
        assert "At most 5 MB." in said.inner_text()


TOAST = "document.body.dispatchEvent(new CustomEvent('toast', {bubbles: true, detail: {text: 'Saved', kind: 'ok'}}))"


def test_toast_is_said_and_can_be_closed(guide, visit):
    with visit(guide) as page:
        page.evaluate(TOAST)
        toast = page.locator("#toasts .toast")
        assert toast.inner_text().startswith("Saved")
        toast.get_by_role("button").click()
        assert page.locator("#toasts .toast").count() == 0


def test_dialog_opens_and_closes(guide, visit):
    with visit(guide) as page:
        page.get_by_role("button", name="Open a dialog").click()
        assert page.get_by_role("dialog").is_visible()
        page.get_by_role("button", name="Keep going").click()
        assert not page.get_by_role("dialog").is_visible()


def test_first_visit_is_small(guide, visit):
    """Document, stylesheet, two scripts, two fonts, icon."""
    asked: list[str] = []
    with visit("about:blank") as page:
        page.on("request", lambda request: asked.append(request.url))
        page.goto(guide)
        page.wait_for_load_state("networkidle")
    assert len(asked) <= 8, asked


REVEALED = """() => new Promise(done => {
    const look = () => window.faded === undefined ? setTimeout(look, 10) : done(window.faded);
    look();
})"""


def test_pages_fade_into_each_other_however_late_the_stylesheet_comes(guide, visit):
    """A browser that does not know of the fade when it first draws a page drops it, and reports an error."""
    with visit(guide) as page:
        page.add_init_script("addEventListener('pagereveal', e => { window.faded = Boolean(e.viewTransition) })")
        page.route("**/*.css", lambda route: time.sleep(0.15) or route.continue_())
        faded = []
        for name in ("Terms", "Privacy", "Help", "Terms", "Privacy", "Help"):
            with page.expect_navigation():
                page.locator("footer").get_by_role("link", name=name, exact=True).click()
            faded.append(page.evaluate(REVEALED))
    assert any(faded)  # not each one: a busy browser may leave one out, without an error


@pytest.mark.django_db(transaction=True)
def test_the_time_zone_is_the_one_this_machine_keeps(site, visit):
    with visit(f"{site}/accounts/signup/", timezone_id="Asia/Tokyo") as page:
        assert page.locator("[name=time_zone]").input_value() == "Asia/Tokyo"
