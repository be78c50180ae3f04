"""A real browser for the tests, and our site as an installation serves it to one."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from django.core.management import call_command
from django.test import override_settings
from django.test.testcases import LiveServerThread
from playwright.sync_api import Browser, Page, sync_playwright
from whitenoise import WhiteNoise

from firstfoot.config.static import JoinedManifestStorage

EXECUTABLE = "/usr/bin/chromium"
FLAGS = (
    "--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip
COMPLAINTS = ("Content Security Policy", "Refused to")
WIDE, NARROW = 1280, 390


class ShippedStorage(JoinedManifestStorage):
    """One stylesheet and hashed names, as in an installation; not compressed, since nothing here crosses a wire."""

    def compress_files(self, paths: Any) -> Iterator[tuple[str, str]]:
        return iter(())


@contextmanager
def chromium() -> Iterator[Browser]:
    """A browser of its own; one at a time in a process."""
    # Playwright's loop runs in this thread, and Django takes it for an asynchronous one.
    before = os.environ.get("DJANGO_ALLOW_ASYNC_UNSAFE")
    os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"] = "1"
    try:
        with sync_playwright() as playwright:
            browser = playwright.chromium.launch(executable_path=EXECUTABLE, args=list(FLAGS))
            try:
                yield browser
            finally:
                browser.close()
    finally:
        if before is None:
            del os.environ["DJANGO_ALLOW_ASYNC_UNSAFE"]


def new_page(browser: Browser, noise: list[str], width: int = WIDE, **context: Any) -> Page:
    """A page of a fresh profile; `noise` gathers page errors and breaches of the content policy."""
    page = browser.new_context(viewport={"width": width, "height": 900}, **context).new_page()
    page.set_default_timeout(30_000)
    page.on("pageerror", lambda error: noise.append(f"{page.url}: {error}"))
    page.on("console", lambda line: noise.append(f"{page.url}: {line.text}") if _complains(line.text) else None)
    return page


def _complains(text: str) -> bool:
    return any(complaint in text for complaint in COMPLAINTS)


@contextmanager
def shipped() -> Iterator[str]:
    """Pages name their static files as an installation does; yields the folder that holds them."""
    folder = _folder()
    stores = {
        "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
        "staticfiles": {"BACKEND": f"{ShippedStorage.__module__}.{ShippedStorage.__qualname__}"},
    }
    with override_settings(STATIC_ROOT=folder, STORAGES=stores):
        if not os.listdir(folder):
            call_command("collectstatic", verbosity=0, interactive=False)
        yield folder


@cache
def _folder() -> str:
    return tempfile.mkdtemp(prefix="firstfoot-static-")


@contextmanager
def serving(application: Callable[..., Any] | None = None) -> Iterator[str]:
    """The address of our site, or of another application, beside our static files, which browsers keep."""

    def with_static(site: Callable[..., Any]) -> WhiteNoise:
        return WhiteNoise(application or site, folder, "static/", immutable_file_test=lambda path, url: True)

    with shipped() as folder:
        thread = LiveServerThread("localhost", static_handler=with_static)
        thread.daemon = True
        thread.start()
        thread.is_ready.wait()
        try:
            if thread.error:
                raise thread.error
            yield f"http://localhost:{thread.port}"
        finally:
            thread.terminate()
