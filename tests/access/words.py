"""Words that occur nowhere else: each is said once, and tells where it was said and by whom."""

from __future__ import annotations

import re
from collections.abc import Callable

# So long that no token of a page holds one by chance: some thousand pages are read, with two tokens each.
PATTERN = re.compile(r"zqj[a-z]{3}jqx")


def _nth(number: int) -> str:
    """zqjaaajqx, zqjaabjqx, ...: letters alone, so that they stand in names, links and addresses."""
    letters = ""
    for _ in range(3):
        number, digit = divmod(number, 26)
        letters = chr(97 + digit) + letters
    return f"zqj{letters}jqx"


class Words:
    """Gives out words by name, such as `sam.legal_name`, and finds them again in any text."""

    def __init__(self, dress: Callable[[str], str] = lambda word: word) -> None:
        self._word_of: dict[str, str] = {}
        self._dress = dress

    def plain(self, name: str) -> str:
        """The word alone, where nothing else is allowed."""
        if name not in self._word_of:
            self._word_of[name] = _nth(len(self._word_of))
        return self._word_of[name]

    def say(self, name: str, more: str = "") -> str:
        """A text that begins with the word."""
        return f"{self._dress(self.plain(name))} {more}".strip()

    def address(self, name: str) -> str:
        """A plain address, where nothing else is let in."""
        return f"https://{self.plain(name)}.example/page"

    def link(self, name: str) -> str:
        return f"https://{self.plain(name)}.example/page"

    @property
    def names(self) -> set[str]:
        return set(self._word_of)

    def found_in(self, text: str) -> set[str]:
        """The names of all words in a text, whatever their case."""
        name_of = {word: name for name, word in self._word_of.items()}
        return {name_of[word] for word in PATTERN.findall(text.casefold()) if word in name_of}
