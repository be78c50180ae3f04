"""Every PDF that the site makes, looked at by programs of others: whole, tagged, titled, readable in order."""

from __future__ import annotations

import shutil
import subprocess

import pytest
from django.conf import settings
from django.urls import reverse

from firstfoot.web.shared.confirmation import check_address
from tests.cast import enter
from tests.factories import engagements as make
from tests.factories.portfolio import LETTER, ask, make_letter, make_page, show

TOOLS = ("qpdf", "pdfinfo", "pdftotext")
pytestmark = [
    pytest.mark.django_db,
    pytest.mark.skipif(not all(map(shutil.which, TOOLS)), reason=f"needs {', '.join(TOOLS)}; .ci/tools installs them"),
]


@pytest.fixture
def world(cast, client):
    """One piece of work with everything that prints."""
    engagement = make.make_completed(cast, portfolio="full")
    enter(client, cast.sam)
    letter = make_letter(engagement, by_link=True, on_page=True, on_resume=True)
    show(ask(engagement))
    make_page(cast.sam, "sam")
    return engagement, letter


def address(name, engagement, letter):
    of_work = [engagement.public_id]
    return {
        "brief": lambda: reverse("public:project_pdf", args=[engagement.project.public_id]),
        "agreement": lambda: reverse("work:agreement_pdf", args=of_work),
        "completion": lambda: reverse("work:completion_pdf", args=of_work),
        "confirmation": lambda: reverse("work:confirmation_pdf", args=of_work),
        "letter": lambda: reverse("public:letter_pdf", args=[letter.public_id]),
        "resume, plain": lambda: reverse("talent:resume_paper", args=["plain"]),
        "resume, side": lambda: reverse("talent:resume_paper", args=["side"]),
        "poster": lambda: reverse("hosts:poster_pdf", args=[engagement.project.public_id]),
    }[name]()


def run(*command):
    return subprocess.run(command, capture_output=True, text=True, check=False)


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("brief", ["{title}"]),
        ("agreement", ["{title}", "Brindle Bakery", "{sam}"]),
        ("completion", ["{title}", "Check this paper", "{check}", "{site}/paper/"]),
        ("confirmation", ["{title}", "Check this page", "{check}"]),
        ("letter", [LETTER["letter"], "Hugo Marsh"]),
        ("resume, plain", ["{called}", LETTER["letter"]]),
        ("resume, side", ["{called}", LETTER["letter"]]),
        ("poster", ["{title}"]),
    ],
)
def test_each_is_whole_tagged_and_says_what_it_must(cast, client, world, tmp_path, name, says):
    engagement, letter = world
    if name == "poster":
        enter(client, cast.hana)
    answer = client.get(address(name, engagement, letter))
    assert (answer.status_code, answer["Content-Type"]) == (200, "application/pdf")
    path = tmp_path / "paper.pdf"
    path.write_bytes(answer.getvalue())

    checked = run("qpdf", "--check", path)
    assert (checked.returncode, checked.stderr) == (0, "")
    info = dict(line.split(":", 1) for line in run("pdfinfo", path).stdout.splitlines() if ":" in line)
    assert (info["Tagged"].strip(), info["Encrypted"].strip(), bool(info["Title"].strip())) == ("yes", "no", True)
    flat = "".join(run("pdftotext", "-enc", "UTF-8", path, "-").stdout.split())
    facts = {
        "title": engagement.title, "sam": cast.sam.formal_name, "called": cast.sam.name,
        "check": check_address(engagement.public_id), "site": settings.SITE_URL,
    }  # fmt: skip
    missing = [words for words in says if "".join(words.format(**facts).split()) not in flat]
    assert missing == []


def test_a_paper_that_is_cut_is_not_whole(cast, client, world, tmp_path):
    path = tmp_path / "paper.pdf"
    path.write_bytes(client.get(address("completion", *world)).getvalue()[:-2000])
    assert run("qpdf", "--check", path).returncode != 0
