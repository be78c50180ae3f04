"""Whatever people write or hand in, nothing of it runs: in a real browser, on the pages that show it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from playwright.sync_api import Browser, Error, Page

from firstfoot.foundation.files.actions import store_file
from firstfoot.foundation.files.models import StoredFile
from firstfoot.kernel.errors import Conflict
from tests.access.crawling import Reader
from tests.access.scripts import FILES, HARMLESS_ALONE, REFUSED, TEXTS, LoudWorld, kind, letters, pages
from tests.chromium import new_page, serving, shipped
from tests.figures import IS_DEEP, figure
from tests.house.pages import Shown, served

pytestmark = [pytest.mark.browser, pytest.mark.deep, pytest.mark.django_db]

TOLD = "window.ran = 0; window.r = () => { window.ran++; console.info('it ran'); return '' };"
# What ran, what became an element, and what leads elsewhere than to a page or a mail.
# The content of files, opened below; a mail of the tests' own; what was written anew; what only nora reads, or whoever
# takes over.
NOT_SHOWN = {"file_content", "html", "stuck", "return_reason", "handover"}
LOOK = """() => [
    window.ran,
    document.querySelectorAll(
        "x-zq, [onload], [onerror], [onfocus], iframe, base, script:not([src], [type])").length,
    [...document.querySelectorAll("[href], [src], [action], [formaction]")]
        .map(e => new URL(e.getAttribute("href") || e.getAttribute("src") || e.getAttribute("action")
            || e.getAttribute("formaction") || "", location.href).protocol)
        .filter(protocol => !["http:", "https:", "mailto:", "tel:"].includes(protocol)).length,
]"""
HTML = (("Content-Type", "text/html; charset=utf-8"),)


@dataclass
class Seen:
    """All that is opened, in one world that is gone again."""

    shown: list[Shown]
    texts: set[str]
    files: list[Shown]
    refused: list[str]
    silent: set[str]  # kinds of text that stood nowhere


@pytest.fixture(scope="module")
def seen(django_db_setup: None, django_db_blocker: Any) -> Seen:
    with django_db_blocker.unblock(), shipped(), transaction.atomic():
        world = LoudWorld()
        shown = [*pages(world, everything=IS_DEEP), *letters(world)]
        found = {name for one in shown for name in world.words.found_in(one.body.decode())}
        reader = Reader(world, "hugo")
        names = dict(StoredFile.objects.filter(name__in=[name for name, _ in FILES]).values_list("name", "public_id"))
        answers = [reader.get(f"/files/{names[name]}/") for name, _body in FILES]
        files = [
            Shown(name, "hugo", answer.status_code, tuple(answer.items()), answer.whole)
            for (name, _body), answer in zip(FILES, answers, strict=True)
        ]
        refused = [name for name, body in REFUSED if is_refused(name, body, world)]
        transaction.set_rollback(True)
    return Seen(
        shown, found, files, refused, {kind(name) for name in world.words.names} - {kind(name) for name in found}
    )


def is_refused(name: str, body: bytes, world: LoudWorld) -> bool:
    try:
        store_file(upload=SimpleUploadedFile(name, body), actor=world["sam"])
    except Conflict as refusal:
        return refusal.code == "file_type_refused"
    return False


@pytest.fixture
def noise() -> list[str]:
    return []


@pytest.fixture
def ran() -> list[str]:
    """Where something ran, in whichever frame."""
    return []


@pytest.fixture
def page(chrome: Browser, noise: list[str], ran: list[str]) -> Iterator[Page]:
    page = new_page(chrome, noise)
    page.on("console", lambda line: ran.append(page.url) if line.text == "it ran" else None)
    page.add_init_script(TOLD)
    page.on("dialog", lambda dialog: (noise.append(dialog.message), dialog.dismiss()))
    yield page
    page.context.close()


def test_nothing_that_people_write_runs(seen: Seen, page: Page, noise: list[str]):
    wrong = {}
    with serving(served(seen.shown)) as site:
        for number, one in enumerate(seen.shown):
            page.goto(f"{site}/{number}/")
            if (found := page.evaluate(LOOK)) != [0, 0, 0]:
                wrong[str(one)] = found
    assert seen.silent <= NOT_SHOWN, "each kind of text is opened somewhere"
    figure("scripts in texts", f"{len(wrong)} ran", f"of {len(seen.texts)} texts on {len(seen.shown)} pages and mails")
    assert (wrong, noise) == ({}, [])


def test_nothing_that_people_hand_in_runs(seen: Seen, page: Page, ran: list[str]):
    """A file leaves as a download; were it shown or drawn into a page, it would still do nothing."""
    opened = [
        Shown(file.name, file.reader, 200, tuple(h for h in file.headers if h[0] != "Content-Disposition"), file.body)
        for file in seen.files
    ]
    count = len(seen.files)
    embedding = Shown("embedding", "", 200, HTML, "".join(
        f'<script src="/{n}/"></script><img src="/{n}/"><iframe src="/{n}/"></iframe><embed src="/{n}/">'
        f'<object data="/{n}/"></object><link rel="stylesheet" href="/{n}/">'
        for n in range(count, 2 * count)
    ).encode())  # fmt: skip
    with serving(served([*seen.files, *opened, embedding])) as site:
        page.goto(f"{site}/{2 * count}/")
        for number, file in enumerate(seen.files):
            with page.expect_download() as download:
                page.evaluate("address => { location.href = address }", f"{site}/{number}/")
            assert download.value.suggested_filename, file.name
        for number in range(count, 2 * count):
            with suppress(Error):  # what a browser never shows becomes a download here, too
                page.goto(f"{site}/{number}/")
    assert (ran, seen.refused) == ([], [name for name, _body in REFUSED])


def test_the_same_does_run_where_nothing_guards(page: Page, noise: list[str], ran: list[str]):
    """The control: each text as it is, without a policy; and with ours, which is broken by each."""
    bare = [Shown(text, "", 200, HTML, f"<!doctype html><p>{text}".encode()) for text in TEXTS]
    policy = (*HTML, ("Content-Security-Policy", "default-src 'self'; img-src 'self'; object-src 'none'"))
    guarded = [Shown(text, "", 200, policy, one.body) for text, one in zip(TEXTS, bare, strict=True)]
    with serving(served([*bare, *guarded])) as site:
        counts, met = [], []
        for number in range(len(bare)):
            page.goto(f"{site}/{number}/")
            found = page.evaluate(LOOK)
            counts.append(found[0])
            met.append(sum(found) > 0)
        assert [n for n in range(len(TEXTS)) if not counts[n]] == sorted(HARMLESS_ALONE)
        assert [n for n in range(len(TEXTS)) if not met[n]] == [6], "markdown, which we do not draw"
        assert (noise, len(ran)) == ([], sum(counts))
        for number in range(len(bare), 2 * len(bare)):
            page.goto(f"{site}/{number}/")
            assert page.evaluate("window.ran") == 0
    assert len(noise) >= len(TEXTS) - len(HARMLESS_ALONE)
