"""The handover: what the next person needs to know, and everything accepted in one zip that opens by itself."""

from __future__ import annotations

import hashlib
import io
import re
import zipfile

import pytest
from django.core.files.storage import default_storage
from django.urls import reverse

from firstfoot.foundation.files.models import StoredFile
from firstfoot.kernel.errors import Conflict, NotPermitted
from firstfoot.work.engagements.actions import ask_for_handover, end_early, write_handover
from firstfoot.work.engagements.models import Handover
from tests.cast import enter
from tests.factories.engagements import accept, make_active, make_completed, make_signed, send_back, submit, upload
from tests.reactions.support import everything_told, forget, settle

pytestmark = pytest.mark.once

TEXTS = {"use": "Open the map.", "sources": "In the sheet.", "open_ends": "Mill Lane."}


def write(engagement, actor, seen=0, **changes):
    return write_handover(engagement_id=engagement.pk, seen=seen, actor=actor, **TEXTS | changes)


def packed(client, person, engagement):
    enter(client, person)
    answer = client.get(reverse("work:handover_zip", args=[engagement.public_id]))
    if answer.status_code != 200:
        return answer.status_code
    assert answer["Cache-Control"] == "private, no-store"
    return zipfile.ZipFile(io.BytesIO(b"".join(answer.streaming_content)))


def handed(engagement, *names):
    submit(engagement, files=[upload(engagement.intern, name, b"%PDF-1.7 " + name.encode()) for name in names])
    accept(engagement)


def test_the_intern_writes_it_and_changes_it(cast):
    engagement = make_active(cast)
    write(engagement, cast.sam)
    write(engagement, cast.sam, seen=1, use="Open the list.")
    assert Handover.objects.values_list("use", "sources", "saves").get() == ("Open the list.", "In the sheet.", 2)


@pytest.mark.parametrize(
    ("who", "changes", "error", "code"),
    [
        ("hana", {}, NotPermitted, "own_work|intern_only"), ("otto", {}, NotPermitted, "intern_only"),
        ("sam", {"seen": 3}, Conflict, "changed"), ("sam", dict.fromkeys(TEXTS, " "), Conflict, "handover_empty"),
    ],
)  # fmt: skip
def test_what_is_refused(cast, who, changes, error, code):
    with pytest.raises(error, match=code):
        write(make_active(cast), getattr(cast, who), **changes)


def test_not_before_the_work_began(cast):
    engagement = make_signed(cast)
    with pytest.raises(Conflict, match="not_now"):
        write(engagement, cast.sam)
    with pytest.raises(Conflict, match="not_now"):
        ask_for_handover(engagement_id=engagement.pk, actor=cast.hana)


def test_the_host_asks_once_and_each_is_told_once(cast):
    engagement = make_active(cast)
    settle()
    forget()
    ask_for_handover(engagement_id=engagement.pk, actor=cast.hana)
    with pytest.raises(Conflict, match="handover_asked"):
        ask_for_handover(engagement_id=engagement.pk, actor=cast.hana)
    write(engagement, cast.sam)
    write(engagement, cast.sam, seen=1)
    settle()
    assert everything_told() == {"engagement.handover_asked": {"sam"}, "engagement.handover_written": {"hugo"}}


def test_the_zip_holds_the_accepted_version_alone_with_its_fingerprints(cast, client):
    engagement = make_active(cast)
    submit(engagement, files=[upload(cast.sam, "first.pdf")])
    send_back(engagement)
    handed(engagement, "map.pdf", "Map.pdf", "a: b?.pdf")
    submit(engagement, 2, files=[upload(cast.sam, "waits.pdf")])
    write(engagement, cast.sam, use="<b>Open</b> the map.")
    archive = packed(client, cast.hana, engagement)
    names = archive.namelist()
    assert [name.rpartition("/")[2] for name in names] == [
        "index.html", "agreement.pdf", "map.pdf", "2-Map.pdf", "a_ b_.pdf",
    ]  # fmt: skip
    assert {name.rpartition("/")[0].partition("/")[0] for name in names[2:]} == {"results"}
    page = archive.read("index.html").decode()
    body = archive.read(names[2])
    assert (body, hashlib.sha256(body).hexdigest() in page) == (b"%PDF-1.7 map.pdf", True)
    assert ("&lt;b&gt;Open&lt;/b&gt; the map." in page, "waits.pdf" in page, "first.pdf" in page) == (
        True,
        False,
        False,
    )
    assert archive.read("agreement.pdf").startswith(b"%PDF-")


def test_its_page_asks_nothing_of_the_web_and_leads_to_every_file(cast, client):
    engagement = make_active(cast)
    handed(engagement, "map of Leeds.pdf")
    archive = packed(client, cast.sam, engagement)
    page = archive.read("index.html").decode()
    assert re.findall(r"<(?:script|img|link|iframe)|url\(|@import", page) == []
    assert "results/1-" in page
    assert "map%20of%20Leeds.pdf" in page


def test_names_cannot_leave_their_folder(cast, client):
    engagement = make_active(cast)
    handed(engagement, "map.pdf")
    StoredFile.objects.update(name="../../..\\evil/../CON.pdf")
    names = packed(client, cast.sam, engagement).namelist()
    assert names[2].rpartition("/")[2] == "_CON.pdf"
    assert [name for name in names if ".." in name or name.startswith("/") or "\\" in name] == []


def test_a_lost_file_is_said_to_be(cast, client):
    engagement = make_active(cast)
    handed(engagement, "map.pdf")
    default_storage.delete(StoredFile.objects.get().path)
    archive = packed(client, cast.sam, engagement)
    assert archive.namelist() == ["index.html", "agreement.pdf"]
    assert "map.pdf (lost)" in archive.read("index.html").decode()


def test_ended_early_it_is_the_accepted_part_and_says_so(cast, client):
    engagement = make_active(cast)
    handed(engagement, "map.pdf")
    end = {"reason": "no_time", "note": "", "handed_over": "", "part_pay_minor": None}
    end_early(engagement_id=engagement.pk, actor=cast.sam, **end)
    page = packed(client, cast.hana, engagement).read("index.html").decode()
    assert "The project ended early. This covers the accepted part alone." in page


def test_nobody_else_and_not_while_nothing_is_accepted(cast, client):
    engagement = make_active(cast)
    assert packed(client, cast.sam, engagement) == 404
    handed(engagement, "map.pdf")
    assert [packed(client, getattr(cast, who), engagement) for who in ("otto", "paz", "stella")] == [404, 404, 404]


def test_on_the_pages_of_both_after_the_work(cast, client):
    engagement = make_completed(cast)
    zip_of = reverse("work:handover_zip", args=[engagement.public_id])
    for who in ("sam", "hana"):
        enter(client, getattr(cast, who))
        pages = [client.get(reverse(f"work:{n}", args=[engagement.public_id])) for n in ("closing", "completion")]
        assert [zip_of in page.content.decode() for page in pages] == [True, True]


def test_written_and_asked_for_on_its_page(cast, client):
    engagement = make_active(cast)
    page = reverse("work:handover", args=[engagement.public_id])
    enter(client, cast.hana)
    assert client.post(reverse("work:handover_ask", args=[engagement.public_id])).status_code == 302
    enter(client, cast.sam)
    assert client.post(page, {"seen": 0, "use": " "}).status_code == 422
    assert client.post(page, {"seen": 0, **TEXTS}).status_code == 302
    assert client.post(page, {"seen": 0, **TEXTS}).status_code == 409
    enter(client, cast.hana)
    assert "Open the map." in client.get(page).content.decode()
