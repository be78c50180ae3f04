"""A PostgreSQL of our own, which can be stopped as if its machine lost power; it syncs as an installation's does."""

from __future__ import annotations

import os
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest


def tools() -> Path | None:
    """Where the newest server's programs are; None where there is none."""
    found = [*Path("/usr/lib/postgresql").glob("*/bin/pg_ctl")]
    if newest := max(found, key=lambda path: int(path.parts[-3].partition(".")[0]), default=None):
        return newest.parent
    on_path = shutil.which("pg_ctl")
    return Path(on_path).resolve().parent if on_path else None


class Cluster:
    """One server in a folder of its own, on a port of its own, reached without a password from this machine alone."""

    def __init__(self, folder: Path, programs: Path) -> None:
        self.folder, self.programs = folder, programs
        with socket.create_server(("127.0.0.1", 0)) as held:
            self.port = int(held.getsockname()[1])
        if os.getuid() == 0:
            shutil.chown(folder, "postgres", "postgres")
        self._run("initdb", "-U", "postgres", "-A", "trust", "-E", "UTF8", "--no-sync")

    def start(self) -> None:
        """Start, and wait until it has recovered and answers."""
        options = f"-p {self.port} -c listen_addresses=127.0.0.1 -c unix_socket_directories={self.folder}"
        self._run("pg_ctl", "-w", "-t", "60", "-l", str(self.folder / "log"), "-o", options, "start")

    def stop(self) -> None:
        """At once: nothing is finished, written out or told to anybody."""
        self._run("pg_ctl", "-m", "immediate", "stop")

    def url(self, name: str) -> str:
        return f"postgresql://postgres@127.0.0.1:{self.port}/{name}"

    def copy(self, url: str, name: str) -> None:
        """A database like the one at that address."""
        maintenance = ["psql", "-q", "-v", "ON_ERROR_STOP=1", "-d"]
        subprocess.run([*maintenance, self.url("postgres"), "-c", f'CREATE DATABASE "{name}"'], check=True)
        dump = subprocess.run(["pg_dump", "--no-owner", "-d", url], check=True, stdout=subprocess.PIPE)
        subprocess.run([*maintenance, self.url(name)], input=dump.stdout, check=True, stdout=subprocess.DEVNULL)

    def _run(self, program: str, *arguments: str) -> None:
        as_whom = ["setpriv", "--reuid=postgres", "--regid=postgres", "--clear-groups"] if os.getuid() == 0 else []
        command = [*as_whom, str(self.programs / program), "-D", str(self.folder / "data"), *arguments]
        subprocess.run(command, check=True, cwd=self.folder, stdout=subprocess.DEVNULL, timeout=120)


@contextmanager
def cluster() -> Iterator[Cluster]:
    """Running while the block runs, and gone after it."""
    programs = tools()
    if programs is None:
        pytest.skip("there is no PostgreSQL server to stop here: nothing was tried on one")
    with tempfile.TemporaryDirectory(prefix="ffpg", ignore_cleanup_errors=True) as folder:
        made = Cluster(Path(folder), programs)
        made.start()
        try:
            yield made
        finally:
            made.stop()
