"""A full disk during upload, sign and migrate: a clear page, /readyz red, nothing half written, and on it goes."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from django.db import connection

from firstfoot.operations.machine import Machine
from firstfoot.operations.migrate import FOLDER, bring_up_to_date
from firstfoot.reactions.health import LEAST_FREE_BYTES, pending_migrations
from tests.faults import served
from tests.faults.small_disk import SmallDisk, small_disk
from tests.faults.test_frozen import send_again, write
from tests.faults.test_kill_migration import GROWN, copies, reset, weighed
from tests.faults.worlds import everything
from tests.figures import figure

pytestmark = [
    pytest.mark.deep,
    pytest.mark.skipif(connection.vendor != "sqlite", reason="PostgreSQL has a disk of its own"),
]
SMALL, LARGE = b"%PDF-1.7 " + bytes(range(256)) * 500, b"%PDF-1.7 " + bytes(range(256)) * 10_000


@pytest.fixture
def disk():
    with (
        tempfile.TemporaryDirectory(prefix="ff") as place,
        small_disk(Path(place) / "disk", LEAST_FREE_BYTES // 1024**2 + 60) as mounted,
    ):
        yield mounted


@pytest.fixture
def folder(disk):
    """The site's data lie there."""
    return disk.place / "data"


def hand_in(site, body: bytes) -> tuple[int, str]:
    path = f"/work/{site.known['engagement']}/deliverables/1/submit/"
    data = {"key": f"key {len(body)}", "note": "Look at the second table first."}
    return site.ask(path, who="sam", data=data, files={"attachments": ("map.pdf", body)})


def sign(site) -> tuple[int, str]:
    data = {"content_hash": site.known["hash"], "typed_name": "Paz Ibarra", "agreed": "on"}
    return site.ask(f"/work/{site.known['agreeing']}/agreement/sign/", who="paz", data=data)


def stored(site) -> list[Path]:
    return [path for path in (site.data / "files").rglob("*") if path.is_file()]


def test_upload_and_signature_wait_for_room_and_nothing_is_half_written(site, disk: SmallDisk):
    site.known = site.inside(served.settle_in)
    site.known["agreeing"], site.known["hash"] = site.inside(served.begin_signing, public_id=site.known["offer"])
    site.start()
    before = site.inside(served.kept)
    disk.fill()
    assert site.signs()["status"] == "503"
    assert site.signs()["disk"] == "nearly_full"
    for path, who in (("/projects/", ""), ("/inbox/", "cora"), (f"/work/{site.known['engagement']}/", "sam")):
        assert site.ask(path, who=who)[0] == 200, "what stands can be read"

    for body in (SMALL, LARGE):
        status, page = hand_in(site, body)
        assert status in {503, 507}
        assert "Traceback" not in page
        assert "room" in page
    status, signing = sign(site)
    assert (status, 'data-trouble="full"' in signing) == (503, True)
    status, message, _seconds = write(site, "Typed on a full disk")
    assert (status, "Typed on a full disk" in message) == (503, True)
    assert (site.inside(served.kept), stored(site)) == (before, [])
    assert list((site.data / "arriving").iterdir()) == []

    disk.make_room()
    seconds = site.wait_for(lambda: site.signs().get("status") == "200", 60, "it is ready")
    assert hand_in(site, LARGE)[0] == 302
    assert sign(site)[0] == 302
    assert send_again(site, message) == 302
    now = site.inside(served.kept)
    assert {name: now[name] - before[name] for name in now} == {
        "files": 1, "submissions": 1, "signatures": 1, "sign_ins": 0,
    }  # fmt: skip
    site.wait_for(lambda: site.inside(served.told_of_posts) == (1, 1, 1), 60, "hugo is told of the message")
    assert site.inside(served.faults) == []
    figure("ready again once a full disk has room", f"{seconds:.1f} s", "upload, signature and message went through")


def empty_log() -> None:
    """A write-ahead log that has been copied into the database keeps its size, and room for what comes next."""
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")


def test_an_upgrade_on_a_full_disk_changes_nothing_and_says_so(site, disk: SmallDisk):
    site.inside(served.settle_in)
    machine = Machine(
        data=site.data, host="127.0.0.1", port=site.port, site_url="", release="later",
        sqlite=site.data / "firstfoot.sqlite3",
    )  # fmt: skip

    def later(function, **kwargs):
        return site.zygote.run(function, kwargs, database=site.database, settings=GROWN)

    before = later(everything).answer
    disk.fill()
    failed = later(bring_up_to_date, machine=machine)
    assert failed.error.startswith("CannotRun: no room to copy the database before migrating")
    assert copies(site.data) == []

    disk.make_room()
    site.inside(empty_log)
    disk.fill(but=(site.data / "firstfoot.sqlite3").stat().st_size + 32 * 1024)
    assert "full" in later(bring_up_to_date, machine=machine).error
    assert later(everything).answer == before
    assert [path.suffix for path in copies(site.data)] == [".sqlite3"]
    assert len(later(pending_migrations).answer) == 2

    disk.make_room()
    assert later(bring_up_to_date, machine=machine).error == ""
    assert set(later(weighed).answer) == {(7, "Topic of", True)}
    assert site.inside(served.faults) == []


def test_a_first_start_on_a_full_disk_says_what_is_wrong(site, disk: SmallDisk):
    reset(site)
    disk.fill(but=256 * 1024)
    done = site.run("migrate")
    assert done.returncode == 1
    assert "Traceback" not in done.stderr
    assert (
        "firstfoot migrate: the database could not be brought to this release: database or disk is full" in done.stderr
    )
    assert not (site.data / FOLDER).exists()
