"""The main pages by keyboard alone: every stop once, in order, seen and not covered; keys do what they say."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import groupby
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from playwright.sync_api import Browser, Page

from tests.cast import Cast
from tests.chromium import NARROW, WIDE, new_page, serving, shipped
from tests.house.growth import one_of_each
from tests.house.pages import Shown, served, shown_to
from tests.house.visitors import Visitors
from tests.house.world import World

pytestmark = pytest.mark.browser

WALKS = [
    ("anon", "public:home", "", ""),
    ("anon", "public:projects", "", "?workplace=remote&category=strategy"),
    ("anon", "public:project", "project", ""),
    ("paz", "talent:apply", "project", ""),
    ("hana", "hosts:brief_step", "draft step", ""),
    ("hana", "hosts:applicants", "project", ""),
    ("sam", "work:engagement", "active", ""),
    ("hugo", "work:check_in", "tias first", ""),
    ("hugo", "work:deliverable", "active first", ""),
    ("sam", "work:agreement", "agreeing", ""),
    ("sam", "work:safe_end", "silent", ""),
    ("sam", "work:taken_over", "successor", ""),
    ("hana", "work:find_someone", "parted", ""),
    ("hana", "work:part_pay", "parted", ""),
    ("hugo", "work:dispute", "disputed dispute", ""),
    ("sam", "work:message", "active message", ""),
    ("stella", "stewards:case", "reported", ""),
    ("stella", "stewards:dispute", "settled_dispute", ""),
    ("sam", "people:inbox", "", ""),
    ("sam", "people:settings", "", ""),
]
NAMES = [" ".join(walk[:3]).strip() for walk in WALKS]
LEAVING = 12  # more presses than a last field can take
# Where the keyboard should stop, and, at each further Tab, where it stands and how that looks.
STOPS = """() => {
    const groups = new Set(), bar = document.querySelector(".bar");
    const wanted = [...document.querySelectorAll("a[href], button, input, select, textarea, summary, [tabindex]")]
        .filter(e => e.tabIndex >= 0 && !e.disabled && e.checkVisibility({visibilityProperty: true}))
        .filter(e => {
            if (e.type !== "radio" || e.checked) return true;
            const group = [...e.form.elements[e.name]];
            return !group.some(one => one.checked) && group[0] === e;
        });
    const outlined = style => style.outlineStyle !== "none" && parseFloat(style.outlineWidth) >= 2;
    const isSeen = e => [getComputedStyle(e), getComputedStyle(e, "::after"), e.nextElementSibling &&
        getComputedStyle(e.nextElementSibling)].some(style => style && outlined(style));
    const isCovered = e => {
        const box = e.getBoundingClientRect(), under = bar.getBoundingClientRect().bottom;
        return !bar.contains(e) && !e.matches(".skip") && (box.top < under - 1 || box.top > innerHeight - 8);
    };
    const told = e => (e.id || e.name || "") + " " + e.outerHTML.slice(0, 120);
    window.stops = [];
    window.look = () => {
        const e = document.activeElement;
        if (e === document.body) return;
        stops.push([wanted.indexOf(e), isSeen(e), isCovered(e), told(e)]);
    };
    addEventListener("keydown", look, true);
    return wanted.map(told);
}"""


@pytest.fixture(scope="module")
def shown(django_db_setup: None, django_db_blocker: Any) -> list[Shown]:
    """The pages to walk, as they stand in a world that is gone again."""
    with django_db_blocker.unblock(), shipped(), transaction.atomic():
        world = World()
        one_of_each(world)
        visitors = Visitors(world)
        found = [shown_to(visitors, *walk) for walk in WALKS]
        transaction.set_rollback(True)
    return found


@pytest.fixture(scope="module")
def pages(shown: list[Shown]) -> Iterator[str]:
    with serving(served(shown)) as address:
        yield address


@pytest.fixture
def visit(chrome: Browser) -> Iterator[Callable[..., Page]]:
    """Opens pages of fresh profiles; none of them may report an error."""
    noise: list[str] = []
    opened: list[Page] = []

    def visit(url: str, width: int = WIDE, cookie: str = "") -> Page:
        page = new_page(chrome, noise, width)
        opened.append(page)
        if cookie:
            page.context.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": cookie, "url": url}])
        page.goto(url)
        return page

    yield visit
    for page in opened:
        page.context.close()
    assert noise == []


def tab_to(page: Page, selector: str) -> None:
    """Press Tab until the focus is there."""
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("selector => document.activeElement.matches(selector)", selector):
            return
    raise AssertionError(f"Tab never comes to {selector}")


def is_focused(page: Page, selector: str) -> bool:
    return bool(page.evaluate("selector => document.activeElement.matches(selector)", selector))


@pytest.mark.django_db
@pytest.mark.parametrize("number", range(len(WALKS)), ids=NAMES)
def test_tab_stops_at_everything_once_in_order_and_leaves(pages, visit, number: int):
    page = visit(f"{pages}/{number}/")
    wanted = page.evaluate(STOPS)
    for _ in wanted:
        page.keyboard.press("Tab")
    for _ in range(LEAVING):
        page.keyboard.press("Tab")
        if is_focused(page, "body"):
            break
    stops = page.evaluate("stops")
    # A day has its day, its month and its year, and a button: Tab stays in the field as long.
    places = [place for place, _ in groupby(place for place, *_ in stops)]

    assert "skip" in wanted[0]
    assert places == list(range(len(wanted)))
    assert [told for _, is_seen, _, told in stops if not is_seen] == []
    assert [told for _, _, is_covered, told in stops if is_covered] == []
    assert is_focused(page, "body")


@pytest.mark.django_db
def test_the_skip_link_leads_past_the_bar(pages, visit):
    page = visit(f"{pages}/{NAMES.index('sam work:engagement active')}/")
    page.keyboard.press("Tab")
    page.keyboard.press("Enter")
    assert is_focused(page, "#main")
    page.keyboard.press("Tab")
    assert is_focused(page, "main a, main button, main input")


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("walk", "width", "menu", "key"),
    [("anon public:home", NARROW, "menu", "Enter"), ("sam people:inbox", WIDE, "account", "Space")],
)
def test_a_key_opens_a_menu_and_escape_gives_the_focus_back(pages, visit, walk: str, width: int, menu: str, key: str):
    page = visit(f"{pages}/{NAMES.index(walk)}/", width)
    tab_to(page, f"[popovertarget={menu}]")
    page.keyboard.press(key)
    assert page.locator(f"#{menu}:popover-open").count() == 1
    page.keyboard.press("Tab")
    assert is_focused(page, f"#{menu} a")
    page.keyboard.press("Escape")
    assert page.locator(f"#{menu}:popover-open").count() == 0
    assert is_focused(page, f"[popovertarget={menu}]")


@pytest.mark.django_db
def test_keys_open_and_close_the_filters(pages, visit):
    page = visit(f"{pages}/{NAMES.index('anon public:projects')}/")
    tab_to(page, "#filters summary")
    page.keyboard.press("Space")
    assert page.locator("#filters details[open]").count() == 0
    page.keyboard.press("Enter")
    assert page.locator("#filters details[open]").count() == 1


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize(
    ("path", "field", "typed"),
    [("/accounts/login/", "[name=login]", "nobody@example.org"), ("/settings/", "[name=chosen_name]", "")],
)
def test_enter_sends_a_form_and_the_errors_have_the_focus(cast: Cast, visit, path: str, field: str, typed: str):
    client = Client()
    client.force_login(cast.sam)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME].value if path == "/settings/" else ""
    with serving() as site:
        page = visit(site + path, cookie=cookie)
        tab_to(page, field)
        page.keyboard.press("ControlOrMeta+a")
        page.keyboard.press("Delete")
        page.keyboard.type(typed)
        with page.expect_navigation():
            page.keyboard.press("Enter")
        assert page.title().startswith("Error: ")
        assert is_focused(page, "[data-summary]")
        page.keyboard.press("Tab")
        assert is_focused(page, "[data-summary] a")
        page.keyboard.press("Enter")
        assert is_focused(page, ":is(input, select)[aria-invalid=true]")
