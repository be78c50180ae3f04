"""A backup comes back whole; a cut, changed or foreign one, or a wrong passphrase, changes nothing.

Run as an operator runs it, on SQLite in folders of its own; the archive's own laws are in test_archive.
"""

from __future__ import annotations

import json
import os
import sqlite3
import stat
import subprocess
import sys
import tarfile
import time
from contextlib import closing

import pytest

from tests import migrated

pytestmark = pytest.mark.once

PASSPHRASE = {"FIRSTFOOT_PASSPHRASE": "correct horse"}
MAP = b"a map of Leeds"
A_FILE = """
    INSERT INTO files_storedfile (public_id, name, path, size, media_type, sha256, stored_by_id, stored_at)
    VALUES (?, 'map.bin', ?, 14, 'application/pdf', '', 1, '2026-11-22 09:00:00')
"""


@pytest.fixture(scope="module")
def saved(tmp_path_factory):
    """A small site with two files, a lost one and one under way: its archive, its data folder; made once."""
    folder = tmp_path_factory.mktemp("site")
    data, target = folder / "data", folder / "site.tar"
    clean = {k: v for k, v in os.environ.items() if not k.startswith(("FIRSTFOOT_", "DATABASE_", "DJANGO_"))}
    environment = {**clean, "FIRSTFOOT_DATA": str(data), "LOG_LEVEL": "ERROR", "FIRSTFOOT_DEBUG": "1", **PASSPHRASE}

    def run(*arguments):
        command = [sys.executable, "-m", "firstfoot.config.program", *arguments]
        return subprocess.run(command, check=True, capture_output=True, env=environment, text=True, timeout=120)

    migrated.copy_to(data)
    run("createsteward", "--email", "stella@example.org", "--name", "Stella")
    (data / "files" / "2026").mkdir(parents=True)
    with closing(sqlite3.connect(data / "firstfoot.sqlite3")) as database, database:
        for name in ("map", "lost"):
            database.execute(A_FILE, (name, f"2026/{name}.bin"))
    (data / "files" / "2026" / "map.bin").write_bytes(MAP)
    (data / "files" / "2026" / "under-way.bin").write_bytes(b"half of it")
    (data / "other.key").write_bytes(b"another secret")
    done = run("backup", str(target))
    return target, data, done


def state_of(folder):
    """Everything in a folder: names, rights, bytes."""
    return {
        path.relative_to(folder).as_posix(): (path.stat().st_mode, path.read_bytes() if path.is_file() else b"")
        for path in [folder, *folder.rglob("*")]
    }


def test_a_backup_says_what_it_holds_and_what_is_lost(saved):
    target, _, done = saved
    assert f"{target}: database, 1 files and the sealed keys" in done.stdout
    assert done.stderr == "1 files that the database knows are not there: 2026/lost.bin\n"


def test_a_backup_comes_back_whole(saved, firstfoot, tmp_path):
    target, data, _ = saved
    new = tmp_path / "new" / "place"
    done = firstfoot("restore", str(target), data=new, **PASSPHRASE)
    assert "Restored what was saved" in done.stdout
    assert (done.returncode, done.stderr) == (1, "")  # the file that was lost is still lost
    assert ("file_missing" in done.stdout, "rules checked: 1 faults." in done.stdout) == (True, True)
    assert {p.name: p.read_bytes() for p in (new / "files").rglob("*") if p.is_file()} == {"map.bin": MAP}
    assert {p.name: p.read_bytes() for p in new.glob("*.key")} == {p.name: p.read_bytes() for p in data.glob("*.key")}
    assert {stat.S_IMODE(p.stat().st_mode) for p in new.glob("*.key")} == {0o600}
    assert stat.S_IMODE(new.stat().st_mode) == 0o700
    assert people_in(new) == people_in(data) == [("stella@example.org",)]


def people_in(data):
    with closing(sqlite3.connect(data / "firstfoot.sqlite3")) as database:
        return database.execute("SELECT email FROM accounts_person").fetchall()


def test_the_archive_is_private_says_what_it_holds_and_hides_the_keys(saved):
    target, data, _ = saved
    assert stat.S_IMODE(target.stat().st_mode) == 0o600
    with tarfile.open(target) as tar:
        manifest = json.loads(tar.extractfile("manifest.json").read())
        assert sorted(tar.getnames()) == sorted([*manifest["sha256"], "manifest.json", "secret.key.sealed"])
    assert sorted(manifest["sha256"]) == ["database.sqlite3", "files/2026/map.bin"]
    assert (manifest["database"], manifest["release"]) == ("sqlite", "0.1.0")
    assert manifest["schema"]["accounts"].startswith("00")
    whole = target.read_bytes()
    assert (MAP in whole, [key.name for key in data.glob("*.key") if key.read_bytes() in whole]) == (True, [])


def test_a_key_file_opens_what_it_closed(saved, firstfoot, tmp_path):
    _, data, _ = saved
    right, wrong, target = tmp_path / "right", tmp_path / "wrong", tmp_path / "by-file.tar"
    right.write_bytes(b"\xff\x00" * 16)
    wrong.write_bytes(b"\xff\x01" * 16)
    assert firstfoot("backup", str(target), "--key-file", str(right), data=data).returncode == 0
    said = firstfoot("restore", str(target), "--key-file", str(wrong), data=tmp_path / "new").stderr
    assert said == "firstfoot restore: The passphrase is wrong, or the archive was changed.\n"
    said = firstfoot("restore", str(target), "--key-file", str(tmp_path / "none"), data=tmp_path / "new").stderr
    assert said == f"firstfoot restore: the key file {tmp_path / 'none'} cannot be read (No such file or directory).\n"
    assert not (tmp_path / "new").exists()
    done = firstfoot("restore", str(target), "--key-file", str(right), data=tmp_path / "new")
    assert "Restored what was saved" in done.stdout


def test_a_backup_never_overwrites_and_leaves_nothing_when_it_fails(saved, firstfoot, tmp_path):
    target, data, _ = saved
    before = state_of(target.parent)
    done = firstfoot("backup", str(target), data=data, **PASSPHRASE)
    assert (done.returncode, done.stderr) == (1, f"firstfoot backup: {target} exists already.\n")
    done = firstfoot("backup", str(tmp_path / "no" / "x.tar"), data=data, **PASSPHRASE)
    assert done.stderr == f"firstfoot backup: there is no folder {tmp_path / 'no'}.\n"
    (tmp_path / "empty.sqlite3").touch()
    address = f"sqlite://{tmp_path}/empty.sqlite3"
    done = firstfoot("backup", str(tmp_path / "x.tar"), data=tmp_path / "d", DATABASE_URL=address, **PASSPHRASE)
    assert "is no database of ours (no such table: files_storedfile)." in done.stderr
    assert sorted(p.name for p in tmp_path.iterdir()) == ["d", "empty.sqlite3"]
    assert state_of(target.parent) == before


def test_what_a_killed_backup_left_goes_with_the_next_one(saved, firstfoot, tmp_path):
    _, data, _ = saved
    old, fresh = tmp_path / ".firstfoot-backup-old", tmp_path / ".firstfoot-backup-fresh"
    for left in (old, fresh):
        left.mkdir()
        (left / "database.sqlite3").write_bytes(b"everybody")
    os.utime(old, (time.time() - 90_000,) * 2)
    assert firstfoot("backup", str(tmp_path / "x.tar"), data=data, **PASSPHRASE).returncode == 0
    assert (old.exists(), fresh.exists()) == (False, True)


def refused(firstfoot, target, new, **settings):
    """The refusal's words; nothing was changed, whether the folder is there or not."""
    done = firstfoot("restore", str(target), data=new / "not" / "there", **{**PASSPHRASE, **settings})
    assert (done.returncode, new.exists()) == (1, False)
    new.mkdir(mode=0o755)
    before = state_of(new)
    again = firstfoot("restore", str(target), data=new, **{**PASSPHRASE, **settings})
    assert (again.returncode, again.stderr, state_of(new)) == (1, done.stderr, before)
    return done.stderr


def test_a_wrong_passphrase_changes_nothing(saved, firstfoot, tmp_path):
    said = refused(firstfoot, saved[0], tmp_path / "new", FIRSTFOOT_PASSPHRASE="wrong horse")
    assert said == "firstfoot restore: The passphrase is wrong, or the archive was changed.\n"


@pytest.mark.parametrize(
    ("place", "why"),
    [
        (lambda tar: 0, "is no whole archive of ours (empty file)"),
        (
            lambda tar: tar.getmember("database.sqlite3").size // 2,
            "is no whole archive of ours (unexpected end of data)",
        ),
        (lambda tar: tar.getmember("manifest.json").offset, "is cut: its end, with the list of what it holds, is not"),
        (lambda tar: tar.getmember("secret.key.sealed").offset_data + 9, "is no whole archive of ours"),
    ],
)
def test_a_cut_archive_changes_nothing(saved, firstfoot, tmp_path, place, why):
    with tarfile.open(saved[0]) as tar:
        end = place(tar)
    cut = tmp_path / "cut.tar"
    cut.write_bytes(saved[0].read_bytes()[:end])
    assert refused(firstfoot, cut, tmp_path / "new").startswith(f"firstfoot restore: {cut} {why}")


@pytest.mark.parametrize(
    ("before", "after", "why"),
    [
        (MAP, b"a lie of Leeds", "was changed: what it holds is not what it lists"),
        (b'"release": "0.1.0"', b'"release": "0.1.1"', "The passphrase is wrong, or the archive was changed."),
        (b'"sha256": {', b'"sha257": {', "was changed: what it holds is not what it lists"),
    ],
)
def test_a_changed_archive_changes_nothing(saved, firstfoot, tmp_path, before, after, why):
    changed = tmp_path / "changed.tar"
    changed.write_bytes(saved[0].read_bytes().replace(before, after))
    assert why in refused(firstfoot, changed, tmp_path / "new")


def test_a_filled_folder_is_left_alone(saved, firstfoot, tmp_path):
    target, data, _ = saved
    before = state_of(data)
    done = firstfoot("restore", str(target), data=data, **PASSPHRASE)
    assert (done.returncode, "is not empty" in done.stderr, state_of(data)) == (1, True, before)
