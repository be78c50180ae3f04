"""Files that come with a form that is then refused are let go of again."""

from __future__ import annotations

from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse

from firstfoot.foundation.files.models import StoredFile
from tests.factories.engagements import deliverable, make_active


def hand_in(client, engagement, *files, **changes):
    client.force_login(engagement.intern)
    fields = {"key": "one-key", "seen": deliverable(engagement).version, "note": "Here", "links": "", **changes}
    url = reverse("work:deliverable_submit", args=[engagement.public_id, 1])
    return client.post(url, fields | {"attachments": files})


def a_map():
    return SimpleUploadedFile("map.pdf", b"%PDF-1.7 a map")


def test_beside_a_file_that_we_do_not_take(cast, client):
    page = SimpleUploadedFile("page.html", b"<script>")
    assert hand_in(client, make_active(cast), a_map(), page).status_code == 422
    assert StoredFile.objects.count() == 0


def test_for_a_result_that_moved_on(cast, client):
    assert hand_in(client, make_active(cast), a_map(), seen=99).status_code == 409
    assert StoredFile.objects.count() == 0


def test_and_kept_when_they_were_handed_in(cast, client):
    assert hand_in(client, make_active(cast), a_map()).status_code == 302
    assert StoredFile.objects.get().name == "map.pdf"
