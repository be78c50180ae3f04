"""The archive of a backup: one tar of the database, the files, a manifest with their digests, and the sealed keys.

The keys are sealed with the passphrase *beside the manifest*, so whoever changes
anything in the archive must change the manifest, and then the seal no longer opens.
"""

from __future__ import annotations

import base64
import hashlib
import json
import os
import tarfile
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath
from typing import IO, Any

from firstfoot.operations.machine import CannotRun
from firstfoot.operations.sealing import WrongSeal, seal, unseal

FORMAT = 2
READ = (1, 2)  # 1 sealed the secret key alone
MANIFEST, KEYS = "manifest.json", "secret.key.sealed"
SECRET_KEY = "secret.key"  # noqa: S105  (the name of its file)
DATABASES = {"sqlite": "database.sqlite3", "postgresql": "database.dump"}
FILES = "files/"
_BLOCK = 1024 * 1024


@dataclass(frozen=True, slots=True)
class Manifest:
    """What an archive says it holds."""

    release: str
    made_at: str
    database: str  # sqlite | postgresql
    schema: dict[str, str]  # app -> its last applied migration
    sha256: dict[str, str]  # member -> digest
    format: int = FORMAT

    def to_bytes(self) -> bytes:
        return json.dumps(asdict(self), indent=1, sort_keys=True).encode()


@dataclass(frozen=True, slots=True)
class Member:
    """One file of the archive: its name there, and how its content is opened."""

    name: str
    open: Callable[[], IO[bytes]]
    size: int

    @staticmethod
    def of(name: str, path: Path) -> Member:
        return Member(name, lambda: path.open("rb"), path.stat().st_size)


def write_archive(
    target: Path, members: Iterable[Member], *, release: str, made_at: str, database: str, schema: dict[str, str],
    keys: dict[str, bytes], passphrase: str,
) -> Manifest:  # fmt: skip
    """Write all to a new file, private and on disk when this returns. Each member is hashed as it is read, once."""
    digests: dict[str, str] = {}
    with target.open("xb") as out:
        target.chmod(0o600)
        with tarfile.open(fileobj=out, mode="w") as tar:
            for member in members:
                with member.open() as content:
                    digests[member.name] = _add(tar, member.name, content, member.size)
            manifest = Manifest(release, made_at, database, schema, digests)
            raw = manifest.to_bytes()
            _add(tar, MANIFEST, BytesIO(raw), len(raw))
            sealed = seal(_keys_to_bytes(keys), passphrase, raw)
            _add(tar, KEYS, BytesIO(sealed), len(sealed))
        out.flush()
        os.fsync(out.fileno())
    return manifest


def _add(tar: tarfile.TarFile, name: str, content: IO[bytes], size: int) -> str:
    info = tarfile.TarInfo(name)
    info.size, info.mode = size, 0o600
    reader = _Hashing(content)
    tar.addfile(info, reader)
    return reader.digest.hexdigest()


def _keys_to_bytes(keys: dict[str, bytes]) -> bytes:
    return json.dumps({name: base64.b64encode(key).decode() for name, key in sorted(keys.items())}).encode()


def _keys_from_bytes(raw: bytes, form: int) -> dict[str, bytes]:
    if form == 1:
        return {SECRET_KEY: raw}
    return {name: base64.b64decode(key) for name, key in json.loads(raw).items()}


class _Hashing:
    """Hashes what is read through it."""

    def __init__(self, content: IO[bytes]) -> None:
        self.content, self.digest = content, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        block = self.content.read(size)
        self.digest.update(block)
        return block


def unpack(source: Path, folder: Path, passphrase: str) -> tuple[Manifest, dict[str, bytes]]:
    """Unpack into an empty folder and prove every byte; the manifest and the keys by their file names.

    Raises CannotRun for a wrong passphrase and for an archive that is cut, changed or none.
    """
    try:
        with tarfile.open(source, "r:") as tar:
            found = dict(_members(tar, folder))
    except OSError as error:
        raise CannotRun(f"{source} cannot be unpacked ({error.strerror or error}).") from error
    except (tarfile.TarError, EOFError, ValueError, OverflowError) as error:
        raise CannotRun(f"{source} is no whole archive of ours ({error}).") from error
    raw, sealed = folder / MANIFEST, folder / KEYS
    if not (raw.exists() and sealed.exists()):
        raise CannotRun(f"{source} is cut: its end, with the list of what it holds, is not there.")
    listed = _listed(raw.read_bytes())
    if listed.get("format") not in (*READ, None):
        raise CannotRun(f"{source} has format {listed['format']}; this release reads up to {FORMAT}. Upgrade first.")
    if {n: d for n, d in found.items() if n not in {MANIFEST, KEYS}} != listed.get("sha256"):
        raise CannotRun(f"{source} was changed: what it holds is not what it lists.")
    try:
        keys = unseal(sealed.read_bytes(), passphrase, raw.read_bytes())
    except WrongSeal:
        raise CannotRun("The passphrase is wrong, or the archive was changed.") from None
    manifest = Manifest(**listed)  # as it was written: the seal vouches for it
    raw.unlink()
    sealed.unlink()
    return manifest, _keys_from_bytes(keys, manifest.format)


def _listed(raw: bytes) -> dict[str, Any]:
    """What the manifest says, before anything vouches for it."""
    try:
        listed = json.loads(raw)
    except ValueError:
        return {}
    return listed if isinstance(listed, dict) else {}


def _members(tar: tarfile.TarFile, folder: Path) -> Iterator[tuple[str, str]]:
    """Write each member below the folder; its name and digest. A name that could lead elsewhere is refused."""
    seen: set[str] = set()
    for info in tar:
        path = PurePosixPath(info.name)
        if not info.isreg() or info.issparse() or path.is_absolute() or ".." in path.parts or info.name in seen:
            raise tarfile.TarError(f"unexpected member {info.name!r}")
        seen.add(info.name)
        content = tar.extractfile(info)
        assert content is not None  # it is a regular file
        target = folder / path
        target.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
        digest, size = hashlib.sha256(), 0
        with target.open("xb") as out:
            while block := content.read(_BLOCK):
                out.write(block)
                digest.update(block)
                size += len(block)
        if size != info.size:
            raise tarfile.TarError(f"{info.name} ends too early")
        yield info.name, digest.hexdigest()
