"""What the demo's talents say for the fairness audit: dealt out in turn, never guessed from a name."""

from itertools import cycle

from firstfoot.operations.demo.content.people import TALENT

_DEALT = (
    ("female", "white"), ("male", "white"), ("female", "black"), ("male", "black"),
    ("male", "white"), ("female", "black"), ("female", "white"), ("male", "undisclosed"),
)  # fmt: skip
SAID = {seed.key: said for seed, said in zip(TALENT, cycle(_DEALT), strict=False)}
