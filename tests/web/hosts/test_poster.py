"""The poster of a project: who prints it, what it says, and where its code leads."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse

from firstfoot.web.shared.qr import QUIET, qr_svg
from tests.factories.projects import make_draft, make_open_project


def url_of(project, name: str = "poster") -> str:
    return reverse(f"hosts:{name}", args=[project.public_id])


def test_says_what_somebody_at_a_wall_wants_to_know(cast, client):
    project = make_open_project(cast, title="Compare <five> bakeries")
    client.force_login(cast.hugo)
    page = client.get(url_of(project)).content.decode()
    address = f"http://localhost:8000/projects/{project.public_id}/"
    for text in (
        "Compare &lt;five&gt; bakeries", "Brindle Bakery", "$480, that is $24 an hour", "20 hours over 2 weeks",
        "Remote", "Apply by", f'aria-label="QR code that leads to {address}"', f">{address}</p>",
    ):  # fmt: skip
        assert text in page, text
    assert url_of(project) in client.get(reverse("hosts:project", args=[project.public_id])).content.decode()


def test_as_pdf_on_one_page(cast, client):
    project = make_open_project(cast, title="#panic(1) " + "long " * 20)
    client.force_login(cast.rita)
    answer = client.get(url_of(project, "poster_pdf"))
    assert answer["Content-Type"] == "application/pdf"
    assert re.findall(rb"/Type\s*/Pages.*?/Count\s+(\d+)|/Count\s+(\d+)", answer.content, re.S)[0] in {
        (b"1", b""), (b"", b"1"),
    }  # fmt: skip


@pytest.mark.parametrize(("visibility", "status"), [("public", 200), ("link", 200), ("invited", 404)])
def test_only_for_what_its_address_opens(cast, client, visibility, status):
    client.force_login(cast.hana)
    assert client.get(url_of(make_open_project(cast, visibility=visibility))).status_code == status
    assert client.get(url_of(make_draft(cast))).status_code == 404


def test_the_code_is_the_squares_of_its_address():
    import qrcode

    svg = qr_svg("https://example.org/projects/abc/", "a code")
    code = qrcode.QRCode(error_correction=qrcode.ERROR_CORRECT_Q, border=QUIET)
    code.add_data("https://example.org/projects/abc/")
    dark = {(x, y) for y, row in enumerate(code.get_matrix()) for x, on in enumerate(row) if on}
    drawn = {
        (int(x) + step, int(y))
        for x, y, length in re.findall(r"M(\d+) (\d+)h(\d+)v1", svg)
        for step in range(int(length))
    }
    assert drawn == dark
