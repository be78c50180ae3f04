"""Pseudonyms: two plain words that say nothing about the person, one a project."""

from __future__ import annotations

import secrets
from collections.abc import Collection

# No word here is a common given name (so no Robin, Jay, Rose, Olive, Hazel) or a color of skin.
COLORS = (
    "Amber", "Apricot", "Aqua", "Azure", "Brass", "Cherry", "Cinnamon", "Citrus", "Cobalt", "Copper",
    "Coral", "Crimson", "Emerald", "Frosted", "Gilded", "Golden", "Honey", "Indigo", "Lemon", "Lilac",
    "Lime", "Magenta", "Mauve", "Mint", "Misty", "Navy", "Ochre", "Orange", "Peach", "Plum", "Purple", "Russet",
    "Saffron", "Salmon", "Sandy", "Scarlet", "Silver", "Speckled", "Striped", "Sunny", "Teal", "Topaz",
    "Turquoise", "Velvet",
)  # fmt: skip
BEINGS = (
    "Acorn", "Albatross", "Alder", "Aspen", "Avocet", "Bamboo", "Beech", "Birch", "Bittern", "Bulrush", "Buttercup",
    "Cedar", "Clover", "Condor", "Cormorant", "Cowslip", "Crane", "Cricket", "Curlew", "Cypress", "Dipper", "Dragonfly",
    "Dunlin", "Egret", "Falcon", "Fern", "Finch", "Firefly", "Foxglove", "Gannet", "Goldcrest",
    "Harrier", "Heron", "Hoopoe", "Kestrel", "Kingfisher", "Lapwing", "Larch", "Lichen", "Linnet", "Lotus",
    "Maple", "Marigold", "Moss", "Nightjar", "Nuthatch", "Osprey", "Pelican", "Petrel", "Pine", "Pipit", "Plover",
    "Poplar", "Poppy", "Puffin", "Redstart", "Reed", "Sandpiper", "Sparrow", "Spruce", "Starling", "Stork",
    "Swallow", "Swift", "Tern", "Thistle", "Thrush", "Toucan", "Walnut", "Warbler", "Waxwing", "Willow", "Wren",
)  # fmt: skip


def pick_pseudonym(taken: Collection[str], avoid: Collection[str] = ()) -> str:
    """A free pseudonym, drawn by lot; `avoid` holds words (a person's own name) that it must not use.

    When every pair is taken a number is added.
    """
    used, shunned = set(taken), {word.casefold() for word in avoid}
    pairs = [
        f"{color} {being}" for color in COLORS for being in BEINGS if not {color.casefold(), being.casefold()} & shunned
    ]
    free = [pair for pair in pairs if pair not in used]
    if free:
        return secrets.choice(free)
    base, number = secrets.choice(pairs), 2
    while f"{base} {number}" in used:
        number += 1
    return f"{base} {number}"
