"""Reads the main part of a page as plain blocks, in reading order, without what belongs to the screen alone."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html.parser import HTMLParser

_VOID = {"br", "img", "input", "hr", "meta", "link", "wbr"}
_LEFT_OUT = {"svg", "script", "style", "button", "form", "nav", "template", "dialog"}
_LEFT_OUT_CLASSES = {"no-print", "sr", "btn"}
_KINDS = {
    "h1": "h1", "h2": "h2", "h3": "h3", "h4": "h4", "li": "item", "dt": "term", "dd": "value", "blockquote": "quote",
}  # fmt: skip
_INLINE = {"a", "abbr", "b", "bdi", "code", "del", "em", "i", "ins", "q", "small", "span", "strong", "time"}
_BADGE = "badge"
_WOVEN = {"del": "[\N{MINUS SIGN}", "ins": "[+"}


@dataclass(slots=True)
class Run:
    """Words of one look: strong, quiet, or set like code."""

    text: str
    strong: bool = False
    quiet: bool = False
    code: bool = False


@dataclass(slots=True)
class Block:
    """One heading, paragraph, list item, term with its value, or quotation.

    `mark` says what stands before an item: dot, number, check, open or cross.
    """

    kind: str
    runs: list[Run] = field(default_factory=list)
    mark: str = ""
    number: int = 0

    @property
    def text(self) -> str:
        return "".join(run.text for run in self.runs)


def blocks_of(html: str) -> list[Block]:
    """The blocks of the page's <main>, or of the whole text when it has none."""
    start, end = html.find("<main"), html.rfind("</main>")
    reader = _Reader()
    reader.feed(html[start:end] if 0 <= start < end else html)
    reader.close()
    reader.finish()
    return reader.blocks


@dataclass(slots=True)
class _Open:
    """An element that is open while its words are read."""

    tag: str
    classes: frozenset[str]
    count: int = 0


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.blocks: list[Block] = []
        self.open: list[_Open] = []
        self.runs: list[Run] = []
        self.left_out = 0  # depth of elements that are not read
        self.kind, self.mark, self.number = "", "", 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag == "br":
            self._say("\n")
        if tag in _VOID:
            return
        given = dict(attrs)
        classes = frozenset((given.get("class") or "").split())
        if self.left_out or self._is_left_out(tag, classes, given):
            self.left_out += 1
            return
        self.open.append(_Open(tag, classes))
        if tag not in _INLINE or _BADGE in classes:
            self.finish()
        if tag in _KINDS:
            self._begin(tag, classes)
        elif tag in _WOVEN and self._is_woven():
            self._say(_WOVEN[tag])
        elif tag == "small" and self.runs and not self.runs[-1].text.endswith((" ", "\n")):
            self._say(", ")

    def handle_endtag(self, tag: str) -> None:
        if tag in _VOID:
            return
        if self.left_out:
            self.left_out -= 1
            return
        if not any(one.tag == tag for one in self.open):
            return
        while self.open:
            closed = self.open[-1]
            if closed.tag not in _INLINE or _BADGE in closed.classes:
                self.finish()
            self.open.pop()
            if closed.tag in _KINDS:
                self.kind, self.mark = "", ""
            if closed.tag in _WOVEN and self._is_woven():
                self._say("]")
            if closed.tag == "b" and self.runs:
                self._say(": ")
            if closed.tag == tag:
                return

    def handle_data(self, data: str) -> None:
        if not self.left_out:
            keeps = any("pre" in one.classes for one in self.open)
            self._say(data if keeps else re.sub(r"\s+", " ", data))

    def finish(self) -> None:
        """Close the block that is being read, when it holds any words."""
        runs, self.runs = _trimmed(self.runs), []
        if not runs:
            return
        badge = any(_BADGE in one.classes for one in self.open)
        kind = self.kind or ("badge" if badge else "p")
        self.blocks.append(Block(kind, runs, self.mark, self.number))
        if self.kind == "item":  # a second paragraph of the same item has no mark of its own
            self.kind, self.mark = "more", ""

    def _is_left_out(self, tag: str, classes: frozenset[str], given: dict[str, str | None]) -> bool:
        hidden = "hidden" in given or given.get("aria-hidden") == "true"
        return tag in _LEFT_OUT or bool(classes & _LEFT_OUT_CLASSES) or hidden

    def _is_woven(self) -> bool:
        """Whether what went and what came stand in one text: paper has no colors to tell them apart."""
        return any("woven" in one.classes for one in self.open)

    def _begin(self, tag: str, classes: frozenset[str]) -> None:
        self.kind, self.mark, self.number = _KINDS[tag], "", 0
        if tag != "li":
            return
        around = next((one for one in reversed(self.open[:-1]) if one.tag in {"ul", "ol"}), None)
        if around is None or "ticks" in around.classes:
            self.mark = "cross" if "no" in classes else "open" if "open" in classes else "check"
        elif around.tag == "ol":
            around.count += 1
            self.mark, self.number = "number", around.count
        else:
            self.mark = "dot"

    def _say(self, text: str) -> None:
        if not text:
            return
        tags = {one.tag for one in self.open}
        quiet = any(one.tag == "small" or one.classes & {"mute", _BADGE} for one in self.open)
        strong = bool(tags & {"strong", "b"}) or any("name" in one.classes for one in self.open)
        self.runs.append(Run(text, strong, quiet, "code" in tags))


def _trimmed(runs: list[Run]) -> list[Run]:
    """Without space at both ends, nor twice in a row."""
    kept: list[Run] = []
    for run in runs:
        text = run.text.lstrip(" ") if not kept or kept[-1].text.endswith((" ", "\n")) else run.text
        if text:
            kept.append(Run(text, run.strong, run.quiet, run.code))
    while kept and not kept[-1].text.strip():
        kept.pop()
    if kept:
        kept[0].text, kept[-1].text = kept[0].text.lstrip(), kept[-1].text.rstrip()
    return kept
