"""What is learned, without a model: counts smoothed towards what is usual."""

from __future__ import annotations

USUAL_ANSWERS = 7, 10  # seven of ten, before anything is known of a host


def smoothed(yes: int, of: int, usual: tuple[int, int]) -> int:
    """A rate of 0..1000 as if `usual` had been seen before: (yes + usual yes) / (of + usual of).

    >>> smoothed(0, 0, (7, 10)), smoothed(90, 90, (7, 10)), smoothed(0, 90, (7, 10))
    (700, 970, 70)
    """
    if not 0 <= yes <= of:
        raise ValueError(f"{yes} of {of}")
    return 1000 * (yes + usual[0]) // (of + usual[1])
