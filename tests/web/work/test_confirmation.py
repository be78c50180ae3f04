"""The confirmation: one page from the moment the work is accepted, and the address where it is checked."""

from __future__ import annotations

import shutil
import subprocess
from urllib.parse import urlsplit

import pytest
from django.urls import reverse

from firstfoot.foundation.accounts.leaving import erase_account
from firstfoot.foundation.accounts.models import Person
from firstfoot.web.shared.confirmation import check_address
from firstfoot.web.shared.paper.seal import seal_of
from tests.factories import engagements as make

pytestmark = pytest.mark.django_db


def paper(client, engagement):
    return client.get(reverse("work:confirmation_pdf", args=[engagement.public_id]))


def check(client, engagement):
    return client.get(urlsplit(check_address(engagement.public_id)).path)


@pytest.mark.skipif(not shutil.which("pdftotext"), reason="needs poppler-utils")
def test_it_is_one_page_that_says_who_did_what_and_where_to_check_it(cast, client, tmp_path):
    engagement = make.make_closing(cast)
    client.force_login(cast.sam)
    printed = paper(client, engagement).content
    path = tmp_path / "paper.pdf"
    path.write_bytes(printed)

    info = subprocess.run(["pdfinfo", path], capture_output=True, text=True, check=True).stdout
    text = subprocess.run(["pdftotext", path, "-"], capture_output=True, text=True, check=True).stdout
    assert [line.split()[1] for line in info.splitlines() if line.startswith(("Pages:", "Tagged:"))] == ["yes", "1"]
    flat = "".join(text.split())
    for said in (engagement.title, cast.sam.formal_name, "Brindle Bakery", check_address(engagement.public_id)):
        assert "".join(said.split()) in flat
    assert b"pdfuaid" in printed
    assert seal_of(printed).page == reverse("work:confirmation_pdf", args=[engagement.public_id])


@pytest.mark.parametrize("who", ["sam", "hana", "hugo"])
def test_both_sides_have_it_as_soon_as_the_work_is_accepted(cast, client, who):
    engagement = make.make_closing(cast)
    client.force_login(getattr(cast, who))
    assert paper(client, engagement).status_code == 200
    assert "Save the confirmation" in client.get(reverse("work:closing", args=[engagement.public_id])).content.decode()


def test_there_is_none_before_nor_without_accepted_work(cast, client):
    client.force_login(cast.sam)
    for engagement in (make.make_active(cast), make.make_parted(cast)):
        assert paper(client, engagement).status_code == 404
        assert check(client, engagement).status_code == 404


def test_whoever_has_the_paper_reads_what_must_stand_on_it(cast, client):
    engagement = make.make_closing(cast)
    page = check(client, engagement)
    text = page.content.decode()
    assert (page.status_code, page["X-Robots-Tag"]) == (200, "noindex")
    assert "no-store" in page["Cache-Control"]
    for said in (engagement.title, cast.sam.formal_name, "Every required result was accepted."):
        assert said in text


def test_a_part_says_that_it_is_one(cast, client):
    engagement = make.make_active(cast)
    make.submit(engagement)
    make.accept(engagement)
    make.end(engagement)
    assert "It ended early. This confirms the part that was accepted." in check(client, engagement).content.decode()


@pytest.mark.parametrize("change", [lambda t: t[:-1] + ("A" if t[-1] != "A" else "B"), lambda t: t.partition(".")[0]])
def test_an_address_that_was_not_printed_shows_nothing(cast, client, change):
    engagement = make.make_closing(cast)
    token = check_address(engagement.public_id).rstrip("/").rpartition("/")[2]
    page = client.get(reverse("public:confirmation", args=[change(token)]))
    assert (page.status_code, cast.sam.formal_name in page.content.decode()) == (404, False)


def test_it_is_gone_with_its_intern(cast, client):
    engagement = make.make_completed(cast)
    erase_account(person_id=cast.sam.pk)
    assert Person.objects.get(pk=cast.sam.pk).state == "erased"
    assert check(client, engagement).status_code == 404
