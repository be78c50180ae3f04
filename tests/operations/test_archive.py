"""The archive of a backup: what is written is read, and anything else is refused."""

from __future__ import annotations

import json
import random
import shutil
import tarfile

import pytest

from firstfoot.operations import archive, sealing
from firstfoot.operations.machine import CannotRun
from firstfoot.operations.sealing import WrongSeal, seal, unseal
from tests.figures import count, figure

KEYS = {"secret.key": b"key", "other.key": b"\xff\x00"}
ABOUT = {"release": "0.1.0", "made_at": "2026-11-22", "database": "sqlite", "schema": {"journal": "0001_initial"}}


@pytest.fixture(autouse=True)
def _quick_seals(monkeypatch):
    """The cost of a guess is not what is tried here."""
    monkeypatch.setitem(sealing.COST, "n", 2**4)


@pytest.fixture
def small(tmp_path):
    """An archive of two members."""
    (tmp_path / "one").write_bytes(b"1" * 3000)
    (tmp_path / "two").write_bytes(b"")
    target = tmp_path / "small.tar"
    members = [
        archive.Member.of("database.sqlite3", tmp_path / "one"),
        archive.Member.of("files/two", tmp_path / "two"),
    ]
    archive.write_archive(target, members, keys=KEYS, passphrase="p", **ABOUT)
    return target


def test_what_is_written_is_read(small, tmp_path):
    manifest, keys = archive.unpack(small, tmp_path / "out", "p")
    assert (keys, sorted(manifest.sha256)) == (KEYS, ["database.sqlite3", "files/two"])
    assert (manifest.release, manifest.schema) == ("0.1.0", {"journal": "0001_initial"})
    assert everything_in(tmp_path / "out") == {"database.sqlite3": b"1" * 3000, "files/two": b""}


def everything_in(folder):
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_an_archive_of_the_first_release_is_read(tmp_path):
    manifest = archive.Manifest(**ABOUT, sha256={}, format=1).to_bytes()
    with tarfile.open(tmp_path / "old.tar", "w") as tar:
        for name, content in (("manifest.json", manifest), ("secret.key.sealed", seal(b"key", "p", manifest))):
            (tmp_path / name).write_bytes(content)
            tar.add(tmp_path / name, name)
    assert archive.unpack(tmp_path / "old.tar", tmp_path / "out", "p")[1] == {"secret.key": b"key"}


def test_an_archive_of_a_later_format_asks_for_an_upgrade(tmp_path):
    manifest = archive.Manifest(**ABOUT, sha256={}, format=3).to_bytes()
    with tarfile.open(tmp_path / "new.tar", "w") as tar:
        for name, content in (("manifest.json", manifest), ("secret.key.sealed", b"{}")):
            (tmp_path / name).write_bytes(content)
            tar.add(tmp_path / name, name)
    with pytest.raises(CannotRun, match=r"has format 3; this release reads up to 2\. Upgrade"):
        archive.unpack(tmp_path / "new.tar", tmp_path / "out", "p")


@pytest.mark.deep
def test_an_archive_cut_anywhere_is_refused(small, tmp_path):
    whole = small.read_bytes()
    end = len(whole.rstrip(b"\0"))  # what follows is the tar's own padding
    places = random.Random(1).sample(range(end), count(ci=60, deep=1500))
    for place in places:
        assert "refused" in outcome(whole[:place], tmp_path), f"cut at {place}"
    figure("backup: archive cut at", len(places), "places, 0 accepted")


@pytest.mark.deep
def test_an_archive_changed_anywhere_is_refused_or_says_the_same(small, tmp_path):
    """Some bits of a tar mean nothing, such as the time of a member; all that mean something are vouched for."""
    whole, chance = small.read_bytes(), random.Random(2)
    end, same = len(whole.rstrip(b"\0")), outcome(whole, tmp_path)
    places = [chance.randrange(end) for _ in range(count(ci=150, deep=5000))]
    refused = 0
    for place in places:
        changed = bytearray(whole)
        changed[place] ^= 1 << chance.randrange(8)
        came = outcome(bytes(changed), tmp_path)
        refused += "refused" in came
        assert "refused" in came or came == same, f"changed at {place}"
    assert refused > len(places) / 2
    figure("backup: archive changed at", len(places), f"places, {refused} refused, the others without a meaning")


def outcome(content, folder):
    """What unpacking gives: everything in the folder and the keys, or that it was refused."""
    (folder / "tried.tar").write_bytes(content)
    shutil.rmtree(folder / "out", ignore_errors=True)
    (folder / "out").mkdir()
    try:
        manifest, keys = archive.unpack(folder / "tried.tar", folder / "out", "p")
    except CannotRun:
        return "refused"
    return str((everything_in(folder / "out"), manifest, keys))


@pytest.mark.parametrize("name", ["../outside", "/etc/outside", "files/../../outside"])
def test_a_member_that_leads_elsewhere_is_refused(small, tmp_path, name):
    with tarfile.open(small, "a") as tar:
        tar.addfile(tarfile.TarInfo(name))
    with pytest.raises(CannotRun, match="unexpected member"):
        archive.unpack(small, tmp_path / "out", "p")


def test_a_link_in_an_archive_is_refused(small, tmp_path):
    link = tarfile.TarInfo("files/link")
    link.type, link.linkname = tarfile.SYMTYPE, "/etc/passwd"
    with tarfile.open(small, "a") as tar:
        tar.addfile(link)
    with pytest.raises(CannotRun, match="unexpected member"):
        archive.unpack(small, tmp_path / "out", "p")


def test_a_member_that_swells_is_refused(small, tmp_path):
    """A sparse file is a few bytes in the archive and as many on disk as it says."""
    swollen = tarfile.TarInfo("files/swollen")
    swollen.pax_headers = {"GNU.sparse.map": "0,0", "GNU.sparse.size": str(2**40)}
    with tarfile.open(small, "a", format=tarfile.PAX_FORMAT) as tar:
        tar.addfile(swollen)
    with pytest.raises(CannotRun, match="unexpected member"):
        archive.unpack(small, tmp_path / "out", "p")


def test_a_member_that_nobody_listed_is_refused(small, tmp_path):
    with tarfile.open(small, "a") as tar:
        tar.addfile(tarfile.TarInfo("files/three"))
    with pytest.raises(CannotRun, match="not what it lists"):
        archive.unpack(small, tmp_path / "out", "p")


def test_a_file_that_is_not_there_or_no_archive_is_named(tmp_path):
    with pytest.raises(CannotRun, match=r"gone\.tar cannot be unpacked \(No such file or directory\)"):
        archive.unpack(tmp_path / "gone.tar", tmp_path / "out", "p")
    (tmp_path / "text.tar").write_text("Dear diary")
    with pytest.raises(CannotRun, match="is no whole archive of ours"):
        archive.unpack(tmp_path / "text.tar", tmp_path / "out", "p")


def test_a_seal_opens_only_with_its_passphrase_and_its_companion():
    sealed = seal(b"secret", "p", b"beside")
    assert unseal(sealed, "p", b"beside") == b"secret"
    for passphrase, companion in (("q", b"beside"), ("p", b"other")):
        with pytest.raises(WrongSeal):
            unseal(sealed, passphrase, companion)


def test_a_seal_may_not_ask_for_more_work_than_ours():
    parts = json.loads(seal(b"secret", "p", b""))
    with pytest.raises(WrongSeal):
        unseal(json.dumps({**parts, "n": 2**30}).encode(), "p", b"")
