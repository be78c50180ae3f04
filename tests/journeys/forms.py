"""Reads the forms and links of a page, as a browser without JavaScript would."""

from __future__ import annotations

from dataclasses import dataclass, field
from html.parser import HTMLParser


@dataclass
class Control:
    name: str
    kind: str
    value: str = ""
    is_on: bool = True
    options: list[str] = field(default_factory=list)


@dataclass
class Button:
    text: str = ""
    name: str = ""
    value: str = ""
    action: str = ""


@dataclass
class Form:
    action: str
    method: str
    controls: list[Control] = field(default_factory=list)
    buttons: list[Button] = field(default_factory=list)
    id: str = ""

    def data(self) -> dict[str, list[str]]:
        """What a browser sends before anything is typed."""
        sent: dict[str, list[str]] = {}
        for control in self.controls:
            if control.name and control.kind not in {"file"} and control.is_on:
                sent.setdefault(control.name, []).append(control.value)
        return sent

    def kinds(self) -> dict[str, str]:
        return {control.name: control.kind for control in self.controls}


class Page(HTMLParser):
    """The forms, links and words of one page."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.forms: list[Form] = []
        self.links: list[tuple[str, str]] = []
        self.words = ""
        self._form: Form | None = None
        self._button: Button | None = None
        self._link: list[str] | None = None
        self._area: Control | None = None
        self._select: Control | None = None
        self._silent = 0
        self.feed(html)
        self.close()
        self.words = " ".join(self.words.split())

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        a = {key: value or "" for key, value in attrs}
        if tag == "form":
            self._form = Form(a.get("action", ""), a.get("method", "get").lower(), id=a.get("id", ""))
            self.forms.append(self._form)
        elif tag == "a":
            self._link = [a.get("href", ""), ""]
        elif tag in {"script", "style"}:
            self._silent += 1
        elif tag == "button" and (form := self._form_of(a)) and a.get("type", "submit") == "submit":
            self._button = Button("", a.get("name", ""), a.get("value", ""), a.get("formaction", ""))
            form.buttons.append(self._button)
        elif self._form is not None:
            self._control(tag, a)

    def _form_of(self, a: dict[str, str]) -> Form | None:
        """The form that a button names, else the one it stands in."""
        return next((form for form in self.forms if form.id == a["form"]), None) if "form" in a else self._form

    def _control(self, tag: str, a: dict[str, str]) -> None:
        assert self._form is not None
        if tag == "input":
            kind = a.get("type", "text")
            toggles = kind in {"checkbox", "radio"}
            value = a.get("value", "on" if toggles else "")
            self._form.controls.append(Control(a.get("name", ""), kind, value, not toggles or "checked" in a))
        elif tag == "textarea":
            self._area = Control(a.get("name", ""), "textarea")
            self._form.controls.append(self._area)
        elif tag == "select":
            self._select = Control(a.get("name", ""), "select", is_on=False)
            self._form.controls.append(self._select)
        elif tag == "option" and self._select is not None:
            self._select.options.append(a.get("value", ""))
            if "selected" in a or not self._select.is_on:
                self._select.value, self._select.is_on = a.get("value", ""), True

    def handle_data(self, data: str) -> None:
        if self._area is not None:
            self._area.value += data
            return
        if self._button is not None:
            self._button.text += data
        if self._link is not None:
            self._link[1] += data
        if not self._silent:
            self.words += data + " "

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._form = None
        elif tag == "button":
            self._button = None
        elif tag == "textarea" and self._area is not None:
            self._area.value = self._area.value.removeprefix("\n")
            self._area = None
        elif tag == "select":
            self._select = None
        elif tag == "a" and self._link is not None:
            self.links.append((self._link[0], " ".join(self._link[1].split())))
            self._link = None
        elif tag in {"script", "style"}:
            self._silent -= 1
