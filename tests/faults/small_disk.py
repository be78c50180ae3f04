"""A small disk of its own, which can be filled to the last byte."""

from __future__ import annotations

import os
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


class SmallDisk:
    """A tmpfs; the ballast in it is what fills it."""

    def __init__(self, place: Path) -> None:
        self.place, self.ballast = place, place / "ballast"

    def free(self) -> int:
        found = os.statvfs(self.place)
        return found.f_bavail * found.f_frsize

    def fill(self, *, but: int = 0) -> None:
        """Leave no more than so many bytes."""
        with self.ballast.open("ab") as file:
            step = 1 << 24
            while self.free() > but and step >= 4096:
                size = min(step, self.free() - but)
                try:
                    os.posix_fallocate(file.fileno(), os.fstat(file.fileno()).st_size, size)
                except OSError:
                    step //= 2

    def make_room(self) -> None:
        self.ballast.unlink(missing_ok=True)


@contextmanager
def small_disk(place: Path, megabytes: int) -> Iterator[SmallDisk]:
    """Mounted while the block runs. Only root can, and CI is root: elsewhere the test says that it was skipped."""
    if os.getuid() != 0:
        pytest.skip("only root can mount a small disk: nothing was tried on a full one")
    place.mkdir(exist_ok=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={megabytes}m", "tmpfs", place], check=True)
    try:
        yield SmallDisk(place)
    finally:
        subprocess.run(["umount", "--lazy", place], check=True)
