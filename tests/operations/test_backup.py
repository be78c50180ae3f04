"""A backup comes back whole; a cut, changed or foreign one, or a wrong passphrase, changes nothing.

Run as an operator runs it, on SQLite in folders of its own; the archive's own laws below, in process.
"""

import json
import sqlite3
import stat
import tarfile

import pytest

from firstfoot.operations import archive
from firstfoot.operations.machine import CannotRun
from firstfoot.operations.sealing import WrongSeal, seal, unseal

PASSPHRASE = {"FIRSTFOOT_PASSPHRASE": "correct horse"}


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """A small site (its archive, its data folder), made once."""
    import os
    import subprocess
    import sys

    folder = tmp_path_factory.mktemp("site")
    data, target = folder / "data", folder / "site.tar"
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("FIRSTFOOT_", "DATABASE_", "DJANGO_"))}
    environment = {**clean, "FIRSTFOOT_DATA": str(data), "LOG_LEVEL": "ERROR", **PASSPHRASE}

    def run(*arguments):
        command = [sys.executable, "-m", "firstfoot.config.program", *arguments]
        subprocess.run(command, check=True, capture_output=True, env=environment, timeout=120)

    run("migrate")
    run("createsteward", "--email", "stella@example.org", "--name", "Stella")
    (data / "files" / "2026").mkdir(parents=True)
    (data / "files" / "2026" / "map.bin").write_bytes(b"a map")
    run("backup", str(target))
    return target, data


def test_a_backup_comes_back_whole(saved, firstfoot, tmp_path):
    target, data = saved
    new = tmp_path / "new"
    done = firstfoot("restore", str(target), data=new, **PASSPHRASE)
    assert (done.returncode, done.stderr) == (0, "")
    assert "Restored what was saved" in done.stdout
    assert "nothing is wrong" in done.stdout
    assert (new / "secret.key").read_text() == (data / "secret.key").read_text()
    assert (new / "files" / "2026" / "map.bin").read_bytes() == b"a map"
    assert stat.S_IMODE((new / "secret.key").stat().st_mode) == 0o600
    assert people_in(new) == people_in(data) == [("stella@example.org",)]


def people_in(data):
    database = sqlite3.connect(data / "firstfoot.sqlite3")
    try:
        return database.execute("SELECT email FROM accounts_person").fetchall()
    finally:
        database.close()


def test_the_archive_is_private_and_says_what_it_holds(saved):
    target, _ = saved
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with tarfile.open(target) as tar:
        manifest = json.loads(tar.extractfile("manifest.json").read())
        assert sorted(tar.getnames()) == sorted([*manifest["sha256"], "manifest.json", "secret.key.sealed"])
    assert (manifest["database"], manifest["release"]) == ("sqlite", "0.1.0")
    assert manifest["schema"]["accounts"].startswith("0001")


def test_a_backup_never_overwrites(saved, firstfoot):
    target, data = saved
    done = firstfoot("backup", str(target), data=data, **PASSPHRASE)
    assert (done.returncode, done.stderr) == (1, f"firstfoot backup: {target} exists already.\n")


def refused(firstfoot, target, new, **settings):
    """The refusal's words; nothing was changed."""
    done = firstfoot("restore", str(target), data=new, **{**PASSPHRASE, **settings})
    assert done.returncode == 1
    assert not new.exists()
    return done.stderr


def test_a_wrong_passphrase_changes_nothing(saved, firstfoot, tmp_path):
    said = refused(firstfoot, saved[0], tmp_path / "new", FIRSTFOOT_PASSPHRASE="wrong horse")
    assert said == "firstfoot restore: The passphrase is wrong, or the archive was changed.\n"


@pytest.mark.parametrize("share", [0.0, 0.3, 0.9, 0.97])
def test_a_cut_archive_changes_nothing(saved, firstfoot, tmp_path, share):
    whole = saved[0].read_bytes()
    cut = tmp_path / "cut.tar"
    cut.write_bytes(whole[: int(len(whole) * share)])
    assert "firstfoot restore: " in refused(firstfoot, cut, tmp_path / "new")


def test_a_changed_archive_changes_nothing(saved, firstfoot, tmp_path):
    changed = tmp_path / "changed.tar"
    changed.write_bytes(saved[0].read_bytes().replace(b"a map", b"a lie"))
    assert "what it holds is not what it lists" in refused(firstfoot, changed, tmp_path / "new")


def test_a_changed_manifest_changes_nothing(saved, firstfoot, tmp_path):
    changed = tmp_path / "changed.tar"
    changed.write_bytes(saved[0].read_bytes().replace(b'"release": "0.1.0"', b'"release": "0.1.1"'))
    assert "The passphrase is wrong, or the archive was changed." in refused(firstfoot, changed, tmp_path / "new")


def test_a_filled_folder_is_left_alone(saved, firstfoot):
    target, data = saved
    before = sorted(p.name for p in data.iterdir())
    done = firstfoot("restore", str(target), data=data, **PASSPHRASE)
    assert (done.returncode, "is not empty" in done.stderr) == (1, True)
    assert sorted(p.name for p in data.iterdir()) == before


# The archive's own laws


@pytest.fixture
def small(tmp_path):
    """Write an archive of two members, and unpack it again."""
    (tmp_path / "one").write_bytes(b"1" * 3000)
    (tmp_path / "two").write_bytes(b"")
    target = tmp_path / "small.tar"
    archive.write_archive(
        target, {"database.sqlite3": tmp_path / "one", "files/two": tmp_path / "two"}, release="0.1.0",
        made_at="2026-11-22", database="sqlite", schema={}, secret="key", passphrase="p",
    )  # fmt: skip
    return target


def test_what_is_written_is_read(small, tmp_path):
    manifest, secret = archive.unpack(small, tmp_path / "out", "p")
    assert (secret, sorted(manifest.sha256)) == ("key", ["database.sqlite3", "files/two"])
    assert (tmp_path / "out" / "database.sqlite3").read_bytes() == b"1" * 3000


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


def test_a_member_that_nobody_listed_is_refused(small, tmp_path):
    with tarfile.open(small, "a") as tar:
        tar.addfile(tarfile.TarInfo("files/three"))
    with pytest.raises(CannotRun, match="not what it lists"):
        archive.unpack(small, tmp_path / "out", "p")


def test_a_failed_backup_leaves_nothing(tmp_path):
    with pytest.raises(FileNotFoundError):
        archive.write_archive(
            tmp_path / "x.tar", {"files/gone": tmp_path / "gone"}, release="0", made_at="", database="sqlite",
            schema={}, secret="key", passphrase="p",
        )  # fmt: skip
    assert list(tmp_path.iterdir()) == []


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
