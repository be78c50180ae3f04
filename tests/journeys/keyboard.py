"""A person in a real browser who has a keyboard and nothing else; every stop on the way must be seen and named."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import Any

MOST_STOPS = 80  # presses of Tab on the way to one thing
# Where the focus is: whether a person sees it there, and what question it belongs to.
STANDS = """() => {
    const e = document.activeElement, box = (e.labels?.[0] ?? e).getBoundingClientRect();
    const under = e.closest(".bar, .skip") ? 0 : document.querySelector(".bar").getBoundingClientRect().bottom;
    const inView = box.width > 0 && box.height > 0 && box.bottom > under && box.top < innerHeight;
    return {
        isNowhere: e === document.body,
        isSeen: inView && e.checkVisibility({visibilityProperty: true}),
        group: e.closest("fieldset")?.querySelector("legend")?.textContent.trim() ?? "",
        told: e.outerHTML.slice(0, 200),
    };
}"""
COUNT_SWAPS = """window.swaps = 0; document.addEventListener("htmx:finally:swap", () => { window.swaps += 1; });"""
HERE = "() => [performance.timeOrigin, window.swaps]"
ELSEWHERE = """([origin, swaps]) =>
    (performance.timeOrigin !== origin && document.readyState === "complete") || window.swaps > swaps"""


@dataclass(frozen=True)
class Stop:
    """Where the focus stands, as the browser tells it to a screen reader."""

    name: str
    role: str
    group: str


class KeyboardWalker:
    """Goes by Tab, Enter, Space, arrows and typing; counts the presses."""

    def __init__(self, page: Any, base: str) -> None:
        self.page, self.base, self.presses = page, base, 0
        page.context.add_init_script(COUNT_SWAPS)
        self._tree = page.context.new_cdp_session(page)

    @property
    def path(self) -> str:
        return self.page.url.removeprefix(self.base)

    def go(self, path: str) -> None:
        """Type an address."""
        answer = self.page.goto(self.base + path)
        assert answer.status == 200, f"{path}: {answer.status}"

    def key(self, name: str, times: int = 1) -> None:
        for _ in range(times):
            self.page.keyboard.press(name)
        self.presses += times

    def stop(self) -> Stop | None:
        """Where the focus stands; None on the page as a whole."""
        stands = self.page.evaluate(STANDS)
        if stands["isNowhere"]:
            return None
        node = self._tree.send("Runtime.evaluate", {"expression": "document.activeElement"})["result"]["objectId"]
        told = self._tree.send("Accessibility.getPartialAXTree", {"objectId": node, "fetchRelatives": False})["nodes"]
        name, role = (str(told[0].get(part, {}).get("value", "")) for part in ("name", "role"))
        assert name.strip(), f"{self.path}: the focus is on something without a name: {stands['told']}"
        assert stands["isSeen"], f"{self.path}: nobody sees the focus on {name!r}: {stands['told']}"
        words = name.replace(" :", ":").split()
        assert all(one != other for one, other in pairwise(words)), f"{self.path}: {name!r} says a word twice"
        return Stop(" ".join(words), role, stands["group"])

    def tab_to(self, name: str, *, group: str = "") -> Stop:
        """Press Tab until the focus is on what has this name (or begins with it, or stands in this group)."""
        passed = []
        for _ in range(MOST_STOPS):
            self.key("Tab")
            stop = self.stop()
            if stop is None:
                break
            if stop.name.startswith(name) and stop.group.startswith(group):
                return stop
            passed.append(stop.name)
        raise AssertionError(f"{self.path}: Tab never comes to {name!r} {group!r}, only to {passed}: {self._words()}")

    def enter(self, name: str) -> None:
        """Tab to a link or a button that leads elsewhere, press Enter, and be there."""
        self.tab_to(name)
        here = self.page.evaluate(HERE)
        self.key("Enter")
        self.page.wait_for_function(ELSEWHERE, arg=here)

    def open(self, name: str) -> None:
        """Tab to what unfolds, and unfold it."""
        self.tab_to(name)
        self.key("Enter")
        assert self.page.evaluate("document.activeElement.closest('details').open"), f"{name!r} stays closed"

    def skip(self) -> None:
        """Past the bar, which every page begins with."""
        self.tab_to("Skip to content")
        self.key("Enter")

    def choose(self, group: str, number: int) -> str:
        """Of a group in which nothing is chosen yet, the choice with this number, from 0; what it says."""
        self.tab_to("", group=group)
        self.key("ArrowDown", number) if number else self.key("Space")
        chosen = self.stop()
        assert chosen, group
        assert self.page.evaluate("document.activeElement.checked"), f"{chosen} is not chosen"
        return chosen.name

    def type(self, name: str, text: str) -> None:
        self.tab_to(name)
        self.page.keyboard.insert_text(text)

    def tick(self, name: str) -> None:
        self.tab_to(name)
        self.key("Space")
        assert self.page.evaluate("document.activeElement.checked"), f"{name!r} is not ticked"

    def sees(self, *texts: str) -> None:
        words = self._words()
        for text in texts:
            assert text in words, f"{self.path} does not say {text!r}: {words}"

    def misses(self, *texts: str) -> None:
        """Not on the page, nor anywhere in what was sent for it."""
        sent = self.page.content()
        for text in texts:
            assert text not in sent, f"{self.path} says {text!r}"

    def _words(self) -> str:
        return " ".join(self.page.locator("body").inner_text().split())
