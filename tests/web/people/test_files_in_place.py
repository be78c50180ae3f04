"""Files looked at where they stand: pictures and PDF as what they are, texts as words, anything else never."""

from __future__ import annotations

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from firstfoot.foundation.files.models import StoredFile
from firstfoot.work.engagements.models import Submission, SubmissionFile
from tests.cast import enter
from tests.factories.engagements import deliverable, make_active, submit, upload

pytestmark = pytest.mark.once

PNG = b"\x89PNG\r\n\x1a\n" + b"\x00" * 30


@pytest.fixture
def engagement(cast):
    return make_active(cast)


def handed_in(engagement, name, body):
    submit(engagement, files=[upload(engagement.intern, name, body)])
    return StoredFile.objects.get()


def ask(client, person, stored, way):
    enter(client, person)
    return client.get(reverse(f"people:{way}", args=[stored.public_id]))


@pytest.mark.parametrize(
    ("name", "body", "media_type", "is_sandboxed"),
    [("one.png", PNG, "image/png", True), ("one.pdf", b"%PDF-1.7 one", "application/pdf", False)],
)
def test_a_picture_or_paper_in_place(cast, client, engagement, name, body, media_type, is_sandboxed):
    answer = ask(client, cast.hugo, handed_in(engagement, name, body), "file_shown")
    assert b"".join(answer.streaming_content) == body
    names = ("Content-Type", "X-Content-Type-Options", "Cache-Control", "Content-Disposition")
    assert [answer[name] for name in names] == [
        media_type,
        "nosniff",
        "private, no-store",
        f'inline; filename="{name}"',
    ]
    policy = answer["Content-Security-Policy"]
    assert policy.startswith("default-src 'none'; frame-ancestors 'none'")
    assert policy.endswith("; sandbox") == is_sandboxed


@pytest.mark.parametrize("media_type", ["image/svg+xml", "text/html", "application/zip", "text/plain"])
def test_what_could_run_is_never_in_place(cast, client, engagement, media_type):
    stored = handed_in(engagement, "one.png", PNG)
    StoredFile.objects.update(media_type=media_type)
    assert ask(client, cast.sam, stored, "file_shown").status_code == 404


@pytest.mark.parametrize("way", ["file_shown", "file_text"])
def test_not_for_others(cast, client, engagement, way):
    stored = handed_in(engagement, *(("one.png", PNG) if way == "file_shown" else ("one.txt", b"One")))
    assert ask(client, cast.otto, stored, way).status_code == 404


@pytest.mark.parametrize("name", ["one.txt", "one.md", "one.csv"])
def test_a_text_is_words(cast, client, engagement, name):
    stored = handed_in(engagement, name, "<script>alert(1)</script> Café \udcff".encode("utf-8", "surrogateescape"))
    page = ask(client, cast.hana, stored, "file_text").content.decode()
    assert "&lt;script&gt;alert(1)&lt;/script&gt; Café \ufffd" in page
    assert "Only the beginning is shown" not in page


def test_of_a_long_text_the_beginning(cast, client, engagement):
    answer = ask(client, cast.sam, handed_in(engagement, "one.txt", b"a" * 100_001), "file_text")
    assert (len(answer.context["text"]), answer.context["is_cut"]) == (100_000, True)


def test_a_picture_is_no_text(cast, client, engagement):
    assert ask(client, cast.sam, handed_in(engagement, "one.png", PNG), "file_text").status_code == 404


def test_the_page_of_the_result_shows_it(cast, client, engagement):
    stored = handed_in(engagement, "one.png", PNG)
    enter(client, cast.hugo)
    page = client.get(reverse("work:deliverable", args=[engagement.public_id, 1])).content.decode()
    assert f'<img src="{reverse("people:file_shown", args=[stored.public_id])}" alt="one.png" loading="lazy">' in page


def test_forty_versions_come_in_pages_at_the_same_cost(cast, client, engagement, django_assert_num_queries):
    handed_in(engagement, "one.png", PNG)
    enter(client, cast.sam)
    address = reverse("work:deliverable", args=[engagement.public_id, 1])
    with CaptureQueriesContext(connection) as few:
        client.get(address)
    first = Submission.objects.get()
    for number in range(2, 41):
        first.pk, first.number, first.idempotency_key = None, number, f"n{number}"
        first.save(force_insert=True)
        file = StoredFile.objects.get(pk=upload(cast.sam, f"{number}.txt", b"text"))
        SubmissionFile.objects.create(submission=first, file=file)
    thing = deliverable(engagement)
    thing.submissions_count = 40
    thing.save(update_fields=["submissions_count"])
    with django_assert_num_queries(len(few)):
        page = client.get(address)
    last = client.get(address + "?page=7")
    shown = [page.context["newest"].number, *(one.number for one in page.context["earlier"])]
    assert shown == [40, 39, 38, 37, 36, 35]
    assert (last.context["newest"], [one.number for one in last.context["earlier"]]) == (None, [4, 3, 2, 1])
