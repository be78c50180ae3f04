"""People who walk through the site: without JavaScript by plain requests, or in a real browser."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, Protocol
from urllib.parse import urljoin

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from tests.journeys.forms import Button, Form, Page

type Values = dict[str, Any]

NEXT_SWAP = """() => ({done: new Promise((done, fail) => {
    document.addEventListener("htmx:finally:swap", () => done(), {once: true});
    setTimeout(() => fail(new Error("nothing was swapped in")), 30000);
})})"""


class Walker(Protocol):
    """What a person can do with a page."""

    def go(self, path: str) -> None: ...
    def press(self, text: str, values: Values | None = None, *, action: str = "") -> None: ...
    def sees(self, *texts: str) -> None: ...
    def misses(self, *texts: str) -> None: ...
    @property
    def path(self) -> str: ...


class PlainWalker:
    """A browser without JavaScript: reads forms, sends what they hold, follows redirects."""

    def __init__(self, client: Any = None) -> None:
        self.client = client or Client(enforce_csrf_checks=True)
        self.path, self.page = "/", Page("")

    def go(self, path: str) -> None:
        self._read(self.client.get(path, follow=True), path)

    def press(self, text: str, values: Values | None = None, *, action: str = "") -> None:
        """Fill in the form that has the button, and press it."""
        values = values or {}
        form, button = self._find(text, action, values)
        data = form.data()
        kinds = form.kinds()
        for name, value in values.items():
            assert name in kinds, f"{self.path}: no field {name!r} in {sorted(kinds)}"
            if kinds[name] == "file":
                data[name] = [SimpleUploadedFile(Path(f).name, Path(f).read_bytes()) for f in value]
            elif value is False:
                data.pop(name, None)
            else:
                data[name] = ["on" if value is True else str(value)]
        if button.name:
            data[button.name] = [button.value]
        url = urljoin(self.path, button.action or form.action or self.path)
        send = self.client.post if form.method == "post" else self.client.get
        self._read(send(url, data, follow=True), url)

    def sees(self, *texts: str) -> None:
        for text in texts:
            assert text in self.page.words, f"{self.path} does not say {text!r}: {self.page.words}"

    def misses(self, *texts: str) -> None:
        for text in texts:
            assert text not in self.page.words, f"{self.path} says {text!r}"

    def _find(self, text: str, action: str, values: Values) -> tuple[Form, Button]:
        found = [
            (form, button)
            for form in self.page.forms
            for button in form.buttons
            if text in " ".join(button.text.split())
            and action in (button.action or form.action or self.path)
            and all(name in form.kinds() for name in values)
        ]
        buttons = [" ".join(b.text.split()) for f in self.page.forms for b in f.buttons]
        assert found, f"{self.path}: no button {text!r} with {sorted(values)}; there are {buttons}: {self.page.words}"
        return found[0]

    def _read(self, response: Any, asked: str) -> None:
        self.path = response.redirect_chain[-1][0] if response.redirect_chain else asked
        self.path = re.sub(r"^https?://[^/]+", "", self.path)
        self.page = Page(response.content.decode())
        assert response.status_code == 200, f"{asked}: {response.status_code}: {self.page.words}"


class BrowserWalker:
    """A person in a real browser, with JavaScript."""

    def __init__(self, page: Any, base: str) -> None:
        self.page, self.base = page, base

    @property
    def path(self) -> str:
        return self.page.url.removeprefix(self.base)

    def go(self, path: str) -> None:
        answer = self.page.goto(self.base + path)
        assert answer.status == 200, f"{path}: {answer.status}"

    def press(self, text: str, values: Values | None = None, *, action: str = "") -> None:
        values = values or {}
        buttons = self.page.locator("form button, button[form]").filter(has_text=text)
        if action:
            buttons = self.page.locator(f'form[action*="{action}"] button').filter(has_text=text)
        for name in values:
            buttons = buttons.and_(self.page.locator(f'form:has([name="{name}"]) button'))
        button = self._seen(buttons)
        elsewhere = button.get_attribute("form")
        form = self.page.locator(f"#{elsewhere}") if elsewhere else button.locator("xpath=ancestor::form")
        self._open_details(button)
        if button.is_visible():
            self._fill_all(form, values)
            answer = self._sent(form, button.click)
        else:  # with JavaScript the change itself is sent
            answer = self._sent(form, lambda: self._fill_all(form, values))
        assert answer.status < 400, f"{text}: {answer.status} at {answer.url}: {self._words()}"

    def _sent(self, form: Any, act: Callable[[], None]) -> Any:
        """Do what sends the form, and wait for what its answer brings: another page, or a part of this one."""
        if form.get_attribute("hx-post") is None:
            with self.page.expect_navigation() as waiting:
                act()
            return waiting.value
        swap = self.page.evaluate_handle(NEXT_SWAP)
        with self.page.expect_response(lambda answer: answer.request.method == "POST") as waiting:
            act()
        swap.evaluate("swap => swap.done")
        return waiting.value

    def _words(self) -> str:
        return " ".join(self.page.locator("body").inner_text().split())

    def sees(self, *texts: str) -> None:
        words = " ".join(self.page.locator("body").text_content().split())
        for text in texts:
            assert text in words, f"{self.path} does not say {text!r}: {words}"

    def misses(self, *texts: str) -> None:
        words = " ".join(self.page.locator("body").text_content().split())
        for text in texts:
            assert text not in words, f"{self.path} says {text!r}"

    def _fill_all(self, form: Any, values: Values) -> None:
        for name, value in values.items():
            self._fill(form, name, value)

    def _fill(self, form: Any, name: str, value: Any) -> None:
        control = form.locator(f'[name="{name}"]')
        self._open_details(control.first)
        kind = control.first.evaluate("e => e.type")
        if kind == "file":
            control.first.set_input_files(value)
        elif kind == "radio":
            form.locator(f'[name="{name}"][value="{value}"]').check(force=True)
        elif kind == "checkbox":
            control.first.set_checked(value is not False, force=True)
        elif kind == "select-one":
            options = control.first.evaluate("e => [...e.options].map(o => o.value)")
            assert str(value) in options, f"{self.path}: {value} is not among {options}"
            control.first.select_option(str(value))
        else:
            control.first.fill(str(value))

    def _seen(self, buttons: Any) -> Any:
        """The first that a person could see: not the hidden one that Enter presses."""
        buttons.first.wait_for(state="attached")
        found = [one for one in buttons.all() if not one.evaluate("e => e.matches('.sr, .no-js') || e.tabIndex < 0")]
        return found[0] if found else buttons.first

    def _open_details(self, element: Any) -> None:
        element.evaluate(
            "e => { for (let d = e.closest('details'); d; d = d.parentElement.closest('details')) d.open = true }"
        )
