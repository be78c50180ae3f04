"""Whom a text calls with an @: by the whole name, or by a first name. Pure."""

from __future__ import annotations

from collections.abc import Mapping

from firstfoot.kernel.words import folded


def called_in(text: str, names: Mapping[str, str]) -> tuple[set[str], dict[str, set[str]]]:
    """The keys of whom it calls; and each call that fits several, with their keys.

    >>> names = {"a": "Hugo Marsh", "b": "Hana Bell", "c": "Hana Oz"}
    >>> found, unclear = called_in("@hugo and @Hana Bell, see me@hana.example", names)
    >>> sorted(found), unclear
    (['a', 'b'], {})
    >>> sorted(called_in("@Hana: when?", names)[1]["hana"])
    ['b', 'c']
    """
    plain, calls = folded(text), _calls(names)
    found: set[str] = set()
    unclear: dict[str, set[str]] = {}
    for at in (at for at, letter in enumerate(plain) if letter == "@" and not _in_word(plain, at - 1)):
        rest = plain[at + 1 :]
        call = next((one for one in calls if rest.startswith(one) and not _in_word(rest, len(one))), "")
        keys = calls.get(call, set())
        if len(keys) == 1:
            found |= keys
        elif keys:
            unclear[call] = keys
    return found, unclear


def _calls(names: Mapping[str, str]) -> dict[str, set[str]]:
    """Each name and first name with whom it fits, the longest first."""
    calls: dict[str, set[str]] = {}
    for key, name in names.items():
        whole = folded(name)
        for call in {whole, whole.partition(" ")[0]} - {""}:
            calls.setdefault(call, set()).add(key)
    return dict(sorted(calls.items(), key=lambda call: -len(call[0])))


def _in_word(text: str, at: int) -> bool:
    return 0 <= at < len(text) and text[at].isalnum()
