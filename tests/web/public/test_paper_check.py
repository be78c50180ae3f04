"""Is this PDF ours? Any changed byte, another key, another file: no."""

from __future__ import annotations

import re
import shutil
import subprocess

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from hypothesis import given
from hypothesis import strategies as st

from firstfoot.kernel import clock
from firstfoot.web.shared.paper.seal import Seal, seal_of, sealed
from tests.factories import engagements as make

URL = "/paper/"
PAPER = b"%PDF-1.7\n1 0 obj<</Type/Catalog>>endobj\nstartxref\n9\n%%EOF\n"
SEAL = Seal("/work/abc/agreement/?version=2", clock.today())


def asked(client, body: bytes, name: str = "agreement.pdf"):
    return client.post(URL, {"paper": SimpleUploadedFile(name, body, content_type="application/pdf")})


@pytest.fixture
def agreement(cast, client):
    """The bytes that sam saved of a signed agreement, and its page."""
    engagement = make.make_signed(cast)
    client.force_login(cast.sam)
    page = reverse("work:agreement", args=[engagement.public_id])
    saved = client.get(reverse("work:agreement_pdf", args=[engagement.public_id]) + "?version=1").content
    client.logout()
    return saved, f"{page}?version=1"


def test_a_paper_as_it_was_saved_is_known_by_anyone(client, agreement):
    saved, page = agreement
    answer = asked(client, saved)
    assert (answer.status_code, answer.context["seal"]) == (200, Seal(page, clock.today()))
    assert f'href="{page}"' in answer.content.decode()
    assert "no-store" in answer["Cache-Control"]


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="there is no pdftotext here")
def test_readers_take_it_as_any_pdf(agreement, tmp_path):
    path = tmp_path / "agreement.pdf"
    path.write_bytes(agreement[0])
    found = subprocess.run(["pdftotext", path, "-"], capture_output=True, check=True)
    assert (b"Brindle Bakery is the host" in found.stdout, found.stderr) == (True, b"")


def test_what_is_changed_or_from_elsewhere_is_not_ours(client, agreement):
    saved, _page = agreement
    other_day = re.sub(rb"(Paper 1 )\d{4}", rb"\g<1>2020", saved)
    twice = saved + saved[saved.rfind(b"startxref") :]
    other_page = saved.replace(b"version=1", b"version=2")
    for body in (PAPER, other_day, other_page, twice, saved[:-1], saved + b"\n", b"words"):
        answer = asked(client, body)
        assert (answer.status_code, answer.context["seal"]) == (200, None)
        assert "not ours as it is" in answer.content.decode()


def test_no_file_an_empty_and_a_large_one_are_said_at_the_field(client):
    for body in (None, b"", b"x" * 2_000_001):
        answer = client.post(URL, {} if body is None else {"paper": SimpleUploadedFile("a.pdf", body)})
        assert (answer.status_code, list(answer.context["form"].errors)) == (422, ["paper"])


@given(st.integers(0, len(sealed(PAPER, SEAL)) - 1), st.integers(1, 255))
def test_any_changed_byte_breaks_the_seal(place, change):
    ours = sealed(PAPER, SEAL)
    assert seal_of(ours) == SEAL
    assert seal_of(ours[:place] + bytes([ours[place] ^ change]) + ours[place + 1 :]) is None


def test_an_older_key_of_the_site_still_counts_and_a_foreign_one_never(settings):
    ours = sealed(PAPER, SEAL)
    settings.SECRET_KEY_FALLBACKS = [settings.SECRET_KEY]
    settings.SECRET_KEY = "another key, long enough to be one"
    assert seal_of(ours) == SEAL
    settings.SECRET_KEY_FALLBACKS = []
    assert seal_of(ours) is None


def test_only_a_pdf_of_a_page_is_sealed():
    for pdf, page in ((b"words", "/x/"), (PAPER, "no address"), (PAPER, "/x y/"), (PAPER, "/x\n/")):
        with pytest.raises(ValueError, match="sealed"):
            sealed(pdf, Seal(page, clock.today()))
