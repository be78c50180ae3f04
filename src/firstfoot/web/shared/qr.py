"""An address as a QR code: one path of dark squares, for a page and for paper."""

from __future__ import annotations

import functools

QUIET = 4  # light squares around the code, as the standard asks


@functools.lru_cache(maxsize=256)
def qr_svg(address: str, label: str) -> str:
    """The code as an SVG that names itself to those who cannot see it; `label` must be safe to stand in an attribute.

    A quarter of the squares may be lost to a fold or a stain. Imported late, since few pages show one.
    """
    import qrcode

    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_Q, border=QUIET)
    code.add_data(address)
    rows = code.get_matrix()
    size = len(rows)
    path = "".join(f"M{start} {y}h{length}v1h-{length}z" for y, row in enumerate(rows) for start, length in _runs(row))
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" role="img" aria-label="{label}"'
        f' shape-rendering="crispEdges"><rect width="{size}" height="{size}" fill="#fff"/>'
        f'<path d="{path}" fill="#000"/></svg>'
    )


def _runs(row: list[bool]) -> list[tuple[int, int]]:
    """Where dark squares begin, and how many follow each other.

    >>> _runs([False, True, True, False, True])
    [(1, 2), (4, 1)]
    """
    found: list[tuple[int, int]] = []
    for x, is_dark in enumerate(row):
        if not is_dark:
            continue
        if found and sum(found[-1]) == x:
            found[-1] = (found[-1][0], found[-1][1] + 1)
        else:
            found.append((x, 1))
    return found
