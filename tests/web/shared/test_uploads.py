"""Of a file that is too large its size is known, and nothing else of it is kept."""

from __future__ import annotations

import os

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpResponse
from django.test import RequestFactory

from firstfoot.web.shared.uploads import LargeBodyMiddleware, takes_files
from firstfoot.web.shared.wire import ASKS, GO_AHEAD, UNREAD

MEGABYTE = 1024 * 1024


@pytest.mark.parametrize(("size", "kept"), [(24, 24), (25, 25), (26, 0), (40, 0)])
def test_a_file_is_kept_while_it_fits(rf, size, kept):
    request = rf.post("/", {"attachments": SimpleUploadedFile("a.pdf", b"x" * size * MEGABYTE), "note": "Mine"})
    file = request.FILES["attachments"]
    assert (file.size, os.path.getsize(file.temporary_file_path())) == (size * MEGABYTE, kept * MEGABYTE)
    assert request.POST["note"] == "Mine"
    file.close()


def plain(request):
    return HttpResponse("done")


@takes_files(2)
def handing_in(request):
    return HttpResponse("done")


@pytest.mark.parametrize(
    ("view", "who", "megabytes", "more", "status"),
    [
        (plain, "sam", 1, {}, None),
        (plain, "sam", 3, {}, 413),
        (plain, None, 3, {}, 413),
        (handing_in, "sam", 51, {}, None),
        (handing_in, "sam", 51, {ASKS: True}, GO_AHEAD),
        (handing_in, "sam", 53, {ASKS: True}, 413),
        (handing_in, None, 1, {}, None),
        (handing_in, None, 3, {ASKS: True}, 302),
        (handing_in, "sam", 51, {UNREAD: "busy"}, 503),
        (handing_in, "sam", 51, {UNREAD: "no_space"}, 507),
    ],
)
def test_how_much_a_page_takes(cast, view, who, megabytes, more, status):
    from django.contrib.auth.models import AnonymousUser

    request = RequestFactory().post("/", CONTENT_LENGTH=str(megabytes * MEGABYTE), **more)
    request.user = getattr(cast, who) if who else AnonymousUser()
    refused = LargeBodyMiddleware(view).process_view(request, view, (), {})
    assert (refused.status_code if refused else None) == status


def test_a_length_that_is_none_is_none(cast):
    request = RequestFactory().post("/", CONTENT_LENGTH="many")
    assert LargeBodyMiddleware(plain).process_view(request, plain, (), {}) is None
