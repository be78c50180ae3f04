"""The steward's figures and the fairness audit: what is shown, what is not, and that reading it is on record."""

from __future__ import annotations

import csv
import io

import pytest
from django.urls import reverse

from firstfoot.foundation.journal.models import Fact
from firstfoot.kernel import clock
from tests.insights.test_audit import NEXT_MONTH, asked
from tests.reactions.support import MONDAY

OPEN, EXPORT = "stewards:audit_open", "stewards:audit_export"

__all__ = ["asked"]  # the fixture


@pytest.fixture
def stella(cast, client):
    client.force_login(cast.stella)
    return cast.stella


@pytest.fixture
def later(asked):
    with clock.at(NEXT_MONTH):
        yield


def test_opening_shows_shares_by_stage_and_stays_on_record(cast, client, later, stella):
    before = client.get(reverse("stewards:audit"))
    assert "Nobody yet." in before.text
    page = client.post(reverse(OPEN), {"year": MONDAY.year})
    assert page["Cache-Control"] == "private, no-store"
    shortlisted = page.context["stages"][0]["tables"][0]
    assert [(row["label"], row["rate"], row["ratio"]) for row in shortlisted["rows"]] == [
        ("Female", "50.0%", "0.62"),
        ("Male", "80.0%", "1.00"),
    ]
    assert (shortlisted["hidden"], shortlisted["unknown"]) == ("Another", 4)
    assert "below, may be chance" in page.text
    fact = Fact.objects.get(kind="audit.opened")
    assert (fact.thing, fact.data) == (cast.stella.thing, {"year": MONDAY.year})
    assert cast.stella.name in client.get(reverse("stewards:audit")).text


def test_the_file_has_the_columns_of_the_yearly_report(client, later, stella):
    answer = client.post(reverse(EXPORT), {"year": MONDAY.year})
    assert answer["Content-Type"] == "text/csv; charset=utf-8"
    assert answer["Content-Disposition"] == f'attachment; filename="fairness-{MONDAY.year}.csv"'
    assert answer["Cache-Control"] == "private, no-store"
    rows = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert rows[0][:6] == [
        "Stage", "Grouping", "Category", "Number of applicants", "Number selected", "Selection rate",
    ]  # fmt: skip
    assert rows[1] == [
        "Shortlisted", "By sex", "Female", "12", "6", "0.5", "0.2109", "0.7891", "0.625", "0.3073", "1.0945", "0.1266",
        "yes",
    ]  # fmt: skip
    assert rows[3:5] == [
        ["Shortlisted", "By sex", "Another", *["not shown"] * 3],
        ["Shortlisted", "By sex", "Unknown", "4"],
    ]
    assert len(rows) == 1 + 3 * (3 + 7 + 21 + 3)
    assert Fact.objects.get(kind="audit.exported").data == {"year": MONDAY.year}


@pytest.mark.parametrize("name", [OPEN, EXPORT])
@pytest.mark.parametrize("year", ["", "1999", "=1+1"])
def test_a_year_without_figures_is_refused_at_the_field(client, later, stella, name, year):
    page = client.post(reverse(name), {"year": year})
    assert (page.status_code, list(page.context["form"].errors)) == (422, ["year"])
    assert not Fact.objects.filter(kind__startswith="audit.").exists()


def test_figures_of_a_year_hide_what_is_few(cast, client, later, stella):
    page = client.get(reverse("stewards:figures"), {"year": MONDAY.year})
    assert page.context["funnel"]["applied"] == 31
    assert "Show as a table" in page.text
    assert client.get(reverse("stewards:figures"), {"year": "nonsense"}).context["year"] == NEXT_MONTH.year


def test_of_a_year_without_applications_the_page_says_so(client, cast, stella):
    assert "No application was sent" in client.get(reverse("stewards:figures")).text
    assert "There is nothing to count yet" in client.get(reverse("stewards:audit")).text
