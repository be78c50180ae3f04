"""The archive of a backup: one tar of the database, the files, a manifest with their digests, and the sealed key.

The key is sealed with the passphrase *beside the manifest*, so whoever changes
anything in the archive must change the manifest, and then the seal no longer opens.
"""

from __future__ import annotations

import hashlib
import json
import tarfile
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from io import BytesIO
from pathlib import Path, PurePosixPath

from firstfoot.operations.machine import CannotRun
from firstfoot.operations.sealing import WrongSeal, seal, unseal

FORMAT = 1
MANIFEST, KEY = "manifest.json", "secret.key.sealed"
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


def write_archive(
    target: Path, members: dict[str, Path], *, release: str, made_at: str, database: str, schema: dict[str, str],
    secret: str, passphrase: str,
) -> Manifest:  # fmt: skip
    """Write all to `target`, private, whole or not at all. Each member is hashed as it is read, once."""
    part = target.with_name(f".{target.name}.part")
    digests: dict[str, str] = {}
    try:
        with part.open("xb") as out:
            part.chmod(0o600)
            with tarfile.open(fileobj=out, mode="w") as tar:
                for name, path in members.items():
                    digests[name] = _add(tar, name, path)
                manifest = Manifest(release, made_at, database, schema, digests)
                raw = manifest.to_bytes()
                _add_bytes(tar, MANIFEST, raw)
                _add_bytes(tar, KEY, seal(secret.encode(), passphrase, raw))
        part.rename(target)
    finally:
        part.unlink(missing_ok=True)
    return manifest


def _add(tar: tarfile.TarFile, name: str, path: Path) -> str:
    with path.open("rb") as content:
        info = tar.gettarinfo(arcname=name, fileobj=content)
        info.uid = info.gid = 0
        info.uname = info.gname = ""
        info.mode = 0o600
        reader = _Hashing(content, info.size)
        tar.addfile(info, reader)
        return reader.digest.hexdigest()


def _add_bytes(tar: tarfile.TarFile, name: str, raw: bytes) -> None:
    info = tarfile.TarInfo(name)
    info.size, info.mode = len(raw), 0o600
    tar.addfile(info, BytesIO(raw))


class _Hashing:
    """Hashes what is read through it."""

    def __init__(self, content: object, size: int) -> None:
        self.content, self.digest = content, hashlib.sha256()

    def read(self, size: int = -1) -> bytes:
        block: bytes = self.content.read(size)  # type: ignore[attr-defined]
        self.digest.update(block)
        return block


def unpack(source: Path, folder: Path, passphrase: str) -> tuple[Manifest, str]:
    """Unpack into an empty folder and prove every byte; the manifest and the secret key.

    Raises CannotRun for a wrong passphrase and for an archive that is cut, changed or none.
    """
    try:
        with tarfile.open(source, "r:") as tar:
            found = dict(_members(tar, folder))
    except (tarfile.TarError, OSError, EOFError) as error:
        raise CannotRun(f"{source} is no whole archive of ours ({error}).") from error
    raw, sealed = (folder / MANIFEST, folder / KEY)
    if not (raw.exists() and sealed.exists()):
        raise CannotRun(f"{source} is cut: its end, with the list of what it holds, is not there.")
    try:
        secret = unseal(sealed.read_bytes(), passphrase, raw.read_bytes()).decode()
    except WrongSeal:
        raise CannotRun("The passphrase is wrong, or the archive was changed.") from None
    manifest = Manifest(**json.loads(raw.read_bytes()))
    if manifest.format != FORMAT:
        raise CannotRun(f"{source} has format {manifest.format}; this release reads {FORMAT}.")
    if {n: d for n, d in found.items() if n not in {MANIFEST, KEY}} != manifest.sha256:
        raise CannotRun(f"{source} was changed: what it holds is not what it lists.")
    raw.unlink()
    sealed.unlink()
    return manifest, secret


def _members(tar: tarfile.TarFile, folder: Path) -> Iterator[tuple[str, str]]:
    """Write each member below the folder; its name and digest. A name that could lead elsewhere is refused."""
    seen: set[str] = set()
    for info in tar:
        path = PurePosixPath(info.name)
        if not info.isreg() or path.is_absolute() or ".." in path.parts or info.name in seen:
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
