"""A resume: lines from the record with receipts, JSON Resume, text, two papers, and one brought along."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from jsonschema import Draft7Validator

from firstfoot.proof.portfolio.importing import NotAResume, read_resume
from firstfoot.proof.portfolio.models import Resume
from firstfoot.proof.portfolio.record import record_of
from tests.cast import enter
from tests.factories.engagements import make_completed
from tests.factories.portfolio import ask, make_letter, make_page, show

SCHEMA = json.loads((Path(__file__).parents[2] / "proof/jsonresume/schema.json").read_text())
ROWS = {f"{name}-{key}": value for name in ("education", "work")
        for key, value in {"TOTAL_FORMS": "1", "INITIAL_FORMS": "0"}.items()}  # fmt: skip
OWN = {
    "label": "Counts things", "summary": "Two sentences.", "city": "Ghent", "shows_email": "on", "seen": "0",
    **ROWS, "education-0-institution": "A school", "education-0-area": "Geography", "education-0-from_on": "2024-09",
    "work-0-name": "A shop", "work-0-position": "Till", "work-0-summary": "Sold bread.\nCounted it.",
}  # fmt: skip
PAGE = "/talent/resume/"


@pytest.fixture
def shown(cast, client):
    """Work that is shown, a letter that stands on the resume, and words of one's own."""
    engagement = make_completed(cast)
    item = show(ask(engagement), "link")
    make_letter(engagement, on_resume=True)
    make_page(cast.sam, "sam")
    enter(client, cast.sam)
    assert client.post(PAGE, {**OWN, "stands": [item.public_id]}).status_code == 302
    return item


def resume_json(client):
    return json.loads(client.get(f"{PAGE}resume.json").content)


def test_it_is_valid_json_resume(client, shown):
    data = resume_json(client)
    assert [error.message for error in Draft7Validator(SCHEMA).iter_errors(data)] == []
    assert set(data) == {"$schema", "basics", "work", "education", "skills", "references"}


def test_the_schema_bites(client, shown):
    data = resume_json(client)
    data["work"][0]["startDate"] = "last spring"
    assert list(Draft7Validator(SCHEMA).iter_errors(data))


def test_lines_are_counted_from_the_record_and_say_where(client, cast, shown):
    figures, proved = record_of(shown.engagement).figures, resume_json(client)["work"][0]
    said = " ".join(proved["highlights"])
    assert f"{figures.results} of {figures.promised} agreed results in {figures.hours} hours" in said
    assert f"{figures.criteria_met} of {figures.criteria} acceptance criteria met" in said
    assert proved["url"].endswith(reverse("public:evidence", args=[shown.public_id]))
    assert "I counted for two weeks" not in said  # what was typed is no line with a receipt


def test_the_receipt_leads_to_result_criterion_reviewer_and_day(client, cast, shown):
    client.logout()
    text = client.get(reverse("public:evidence", args=[shown.public_id])).content.decode()
    result = record_of(shown.engagement).results[0]
    for words in (result.title, result.criteria[0][0], "Hugo Marsh"):
        assert words in text


def test_it_is_plain_text_too(client, cast, shown):
    text = client.get(f"{PAGE}text/").content.decode()
    for words in (
        cast.sam.name,
        "Ghent",
        cast.sam.email,
        "A school",
        "Till | A shop",
        "I would hire them.",
        "/evidence/",
    ):
        assert words in text


@pytest.mark.parametrize("look", ["plain", "side"])
def test_each_look_is_a_pdf_that_others_read(client, cast, shown, look, tmp_path):
    answer = client.get(f"{PAGE}{look}.pdf")
    file = tmp_path / "resume.pdf"
    file.write_bytes(answer.content)

    info = subprocess.run(["pdfinfo", str(file)], capture_output=True, text=True, check=True).stdout
    text = subprocess.run(["pdftotext", str(file), "-"], capture_output=True, text=True, check=True).stdout
    assert "Tagged:          yes" in info
    assert f"Title:           {cast.sam.name}" in info
    for words in (cast.sam.name, "Counts things", "What people order, and when", "A school", "I would hire them."):
        assert words in text


def test_there_is_no_third_look(client, shown):
    assert client.get(f"{PAGE}golden.pdf").status_code == 404


def test_what_is_left_out_or_private_is_not_on_it(client, cast, shown):
    client.post(PAGE, {**OWN, "seen": str(Resume.objects.get().version), "stands": []})
    assert [row["name"] for row in resume_json(client)["work"]] == ["A shop"]
    client.post(PAGE, {**OWN, "seen": str(Resume.objects.get().version), "stands": [shown.public_id]})
    show(shown, "private")
    assert [row["name"] for row in resume_json(client)["work"]] == ["A shop"]


def test_the_address_of_mail_is_on_it_only_when_wanted(client, cast, shown):
    assert resume_json(client)["basics"]["email"] == cast.sam.email
    client.post(PAGE, {**OWN, "seen": str(Resume.objects.get().version), "shows_email": ""})
    assert "email" not in resume_json(client)["basics"]


def test_one_that_is_brought_along_is_read_into_the_form_and_not_kept(client, cast):
    enter(client, cast.sam)
    theirs = {
        "basics": {"label": "Baker", "summary": "I bake.", "location": {"city": "Lyon"}},
        "education": [{"institution": "Other school", "studyType": "BA", "startDate": "2020-13"}],
        "work": [{"name": "Mill", "position": "Helper", "startDate": "2021", "summary": "Carried\nsacks."}, 7],
    }  # fmt: skip
    file = SimpleUploadedFile("resume.json", json.dumps(theirs).encode(), "application/json")
    page = client.post(f"{PAGE}import/", {"file": file})
    work = page.context["work"].initial
    assert (page.status_code, page.context["form"].initial["label"], [row["name"] for row in work]) == (
        200, "Baker", ["Mill"],
    )  # fmt: skip
    assert page.context["education"].initial[0]["from_on"] == ""
    assert Resume.objects.count() == 0


@pytest.mark.parametrize("raw", [b"", b"[]", b"{}", b"not json", b"\xff\xfe", b'{"work": 3}', b"[" * 100_000])
def test_what_is_no_resume_is_refused(raw):
    with pytest.raises(NotAResume):
        read_resume(raw)


def test_a_lost_update_shows_both(client, cast, shown):
    answer = client.post(PAGE, {**OWN, "seen": "77", "label": "Newer"})
    assert (answer.status_code, "Newer" in answer.content.decode()) == (409, True)


def test_a_date_that_is_none_is_said_at_its_field(client, cast, shown):
    answer = client.post(PAGE, {**OWN, "seen": str(Resume.objects.get().version), "work-0-from_on": "spring"})
    assert (answer.status_code, "Write a date as 2024" in answer.content.decode()) == (422, True)


def test_it_is_its_persons_alone(client, cast, shown):
    enter(client, cast.paz)
    assert "A school" not in client.get(f"{PAGE}text/").content.decode()
    client.logout()
    assert client.get(f"{PAGE}resume.json").status_code == 302
