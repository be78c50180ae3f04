"""Figures by hand: of one host, of everybody, month by month; each page and file shows them, and no more."""

from __future__ import annotations

import io
from datetime import UTC, date, datetime, timedelta

import pytest
from django.urls import reverse
from openpyxl import load_workbook

from firstfoot.foundation.journal.actions import record
from firstfoot.insights.by_engagement import rows_of_intern, together
from firstfoot.insights.by_project import rows_of_host
from firstfoot.insights.figures import ALL_TIME, KINDS, Figure, Kind, days_between, figures_of
from firstfoot.kernel import clock
from firstfoot.market.applications.models import Application
from firstfoot.market.projects.models import Project
from firstfoot.proof.pathways.models import FollowUp, PathwayOffer
from firstfoot.reactions.ledger import count_ledger, funnel_counted
from firstfoot.reactions.models import FiguresMonth, LedgerYear
from firstfoot.reactions.months import back, count_months, months_of
from firstfoot.reactions.months import together as year_of
from firstfoot.web.shared.figure_words import LABELS
from firstfoot.work.engagements.events import Engagements
from firstfoot.work.engagements.models import CriterionMark, Engagement, Review, Submission
from tests.cast import join
from tests.factories.engagements import end, make_active, make_completed
from tests.factories.projects import make_open_project

MARCH = datetime(2026, 3, 2, 12, tzinfo=UTC)


def day(n: float) -> datetime:
    return MARCH + timedelta(days=n)


@pytest.fixture
def lived(cast):
    """One project of Acme that took its course by the day, and one of another host."""
    engagement = make_completed(cast)
    Project.objects.filter(pk=engagement.project_id).update(published_at=day(0))
    Application.objects.filter(pk=engagement.application_id).update(submitted_at=day(1), answered_at=day(3.5))
    Engagement.objects.filter(pk=engagement.pk).update(
        begun_at=day(5),
        started_at=day(8),
        completed_at=day(20),
        hours=20,
        hours_worked=23,
        received_on=date(2026, 3, 25),
    )
    Submission.objects.update(submitted_at=day(15))
    Review.objects.update(reviewed_at=day(16))
    return engagement


def test_a_host_s_figures_by_hand(cast, lived):
    found = figures_of(*ALL_TIME, host=lived.organization_id)
    marks = CriterionMark.objects.count()
    assert found == {
        "posted": Figure(1, 1, 1), "filled": Figure(1, 1, 1), "over": Figure(1, 1, 1), "completed": Figure(1, 1, 1),
        "hours_of_agreed": Figure(23, 20, 1), "pay_received": Figure(1, 1, 1), "at_risk_completed": Figure(0, 0, 0),
        "started": Figure(1, 1, 1), "days_to_fill": Figure(5, 0, 1), "days_to_start": Figure(8, 0, 1),
        "days_to_answer": Figure(2.5, 0, 1), "days_to_review": Figure(1, 0, Review.objects.count()),
        "met_at_first": Figure(marks, marks, marks), "next_steps": Figure(0, 0, 0), "next_yes": Figure(0, 0, 0),
        "came_of_it": Figure(0, 0, 0),
    }  # fmt: skip
    assert marks > 0
    assert all(figure.behind == 0 for figure in figures_of(*ALL_TIME, host=lived.organization_id + 999).values())


def test_only_what_happened_in_the_time_is_counted(lived):
    before = figures_of(day(-30), day(-1))
    assert {code for code, figure in before.items() if figure.behind} == set()
    first_days = figures_of(day(0), day(6))
    assert {code for code, figure in first_days.items() if figure.behind} == {
        "posted", "filled", "days_to_answer", "days_to_fill",
    }  # fmt: skip


def test_a_project_of_two_places_is_filled_when_the_second_is_taken(cast):
    project = make_open_project(cast, seats=2)
    first, second = make_active(cast, project=project), make_active(cast, person=cast.paz, project=project)
    Project.objects.update(published_at=day(0))
    Engagement.objects.filter(pk=first.pk).update(begun_at=day(2))
    assert figures_of(*ALL_TIME)["days_to_fill"].behind == 1
    Engagement.objects.filter(pk=second.pk).update(begun_at=day(9))
    assert figures_of(*ALL_TIME)["days_to_fill"].part == 9
    Project.objects.update(seats=3)
    assert figures_of(*ALL_TIME)["days_to_fill"].behind == 0


def test_what_was_at_risk_counts_by_how_it_ended(cast, lived):
    record(Engagements.AT_RISK, lived, None)
    ended = make_active(cast, person=cast.paz, project=make_open_project(cast))
    record(Engagements.AT_RISK, ended, None)
    end(ended)
    assert figures_of(*ALL_TIME)["at_risk_completed"] == Figure(1, 2, 2)


def test_next_steps_and_what_came_of_them(lived):
    PathwayOffer.objects.create(
        engagement=lived,
        kind="interview",
        state="accepted",
        offered_at=day(21),
        expires_at=day(40),
        offered_by=lived.supervisor,
    )
    FollowUp.objects.create(
        engagement=lived, state="answered", months=3, asked_at=day(100), lapses_at=day(130), answered_at=day(101),
        with_host="part_time", doing="work",
    )  # fmt: skip
    found = figures_of(*ALL_TIME)
    assert (found["next_steps"], found["next_yes"], found["came_of_it"]) == (Figure(1, 1, 1),) * 3


def test_moments_that_are_missing_are_no_waits():
    assert days_between([(day(0), day(1.5)), (None, day(1)), (day(1), None)]) == [1.5]


def test_a_row_a_project(cast, lived):
    quiet = make_open_project(cast)
    rows = {row.project.pk: row for row in rows_of_host(cast.acme)}
    one, other = rows[lived.project_id], rows[quiet.pk]
    assert (one.applied, one.answer_days, one.start_days, one.completed) == (1, 2.5, 8, 1)
    assert (one.hours_agreed, one.hours_worked, one.met_at_first, one.asked_at_first > 0) == (
        20, 23, one.asked_at_first, True,
    )  # fmt: skip
    assert (other.applied, other.answer_days, other.start_days, other.hours_worked, other.asked_at_first) == (
        0, None, None, None, 0,
    )  # fmt: skip


def test_a_row_an_engagement_and_their_sum(cast, lived):
    [row] = rows_of_intern(cast.sam)
    assert (row.engagement, row.kept["hours_of_agreed"]) == (lived, Figure(23, 20, 1))
    make_active(cast, project=make_open_project(cast))
    rows = rows_of_intern(cast.sam)
    assert [len(one.kept) for one in rows] == [0, len(row.kept)]
    assert together(rows) == row.kept
    assert rows_of_intern(cast.hana) == []


def test_the_night_counts_the_months_and_the_steward_reads_them(cast, lived, client):
    with clock.at(datetime(2026, 5, 20, tzinfo=UTC)):
        assert count_months(date(2026, 5, 20)) == ["2026-05", "2026-04", "2026-03"]
    with clock.at(datetime(2026, 8, 1, tzinfo=UTC)):
        assert count_months(date(2026, 8, 1)) == ["2026-08", "2026-07", "2026-06"]
        FiguresMonth.objects.filter(month=date(2026, 3, 1)).delete()
        assert count_months(date(2026, 8, 1))[-1] == "2026-03"
        client.force_login(cast.stella)
        page = client.get(reverse("stewards:figures")).content.decode()
    march = months_of(2026)[0].figures
    assert (march["completed"], march["days_to_start"]) == (Figure(1, 1, 1), Figure(8, 0, 1))
    total = year_of(month.figures for month in months_of(2026))
    assert (total["completed"], total["hours_of_agreed"], "days_to_start" in total) == (
        Figure(1, 1, 1), Figure(23, 20, 1), False,
    )  # fmt: skip
    assert ("23 of 20 · 115 %" in page, "Month by month" in page) == (True, True)


def test_months_go_over_the_year():
    assert [back(date(2026, 2, 1), n) for n in (0, 1, 2, -11)] == [
        date(2026, 2, 1), date(2026, 1, 1), date(2025, 12, 1), date(2027, 1, 1),
    ]  # fmt: skip


def test_the_funnel_of_a_year_is_the_one_of_last_night(cast, lived):
    year = clock.now().year
    now = funnel_counted(year)
    count_ledger(clock.now().date())
    Application.objects.all().update(submitted_at=None)
    assert funnel_counted(year) == now
    LedgerYear.objects.all().delete()
    assert funnel_counted(year).reached["submitted"] == 0


def test_the_host_s_page_keeps_to_the_year_and_to_those_who_recruit(cast, lived, client):
    url = reverse("hosts:host_figures", args=[cast.acme.public_id])
    client.force_login(cast.hana)
    page = client.get(url).content.decode()
    assert ("23 of 20 · 115 %" in page, "2.5 days, from 1" in page, "Show as a table" in page) == (True,) * 3
    assert "8 days, from 1" not in client.get(url, {"year": clock.now().year + 1}).context["groups"]
    assert client.get(url, {"year": "x"}).context["year"] is None
    client.force_login(cast.hugo)
    assert client.get(url).status_code == 404


def tell(engagement, with_host="part_time", months=3, at=101):
    FollowUp.objects.create(
        engagement=engagement, state="answered", months=months, asked_at=day(at - 1), lapses_at=day(at + 29),
        answered_at=day(at), with_host=with_host, doing="work",
    )  # fmt: skip


def all_tell(cast, lived, at=101):
    """Three people, of whom two say that more came of it."""
    others = [make_completed(cast, person=one, project=make_open_project(cast)) for one in (cast.paz, join("Uma"))]
    for engagement, came in zip([lived, *others], ["part_time", "nothing", "again"], strict=True):
        tell(engagement, came, at=at)


def test_what_an_intern_answers_later_is_not_told_to_the_host(cast, lived, client):
    tell(lived)
    client.force_login(cast.hana)
    page = client.get(reverse("hosts:host_figures", args=[cast.acme.public_id])).content.decode()
    assert "1 of 1 · 100 %" in page  # pay
    groups = client.get(reverse("hosts:host_figures", args=[cast.acme.public_id])).context["groups"]
    assert "1 of 1" not in str(groups[-1]["chart"])


def test_an_intern_who_answers_three_times_is_one_person(cast, lived):
    for months, came in ((3, "nothing"), (6, "again"), (12, "nothing")):
        tell(lived, came, months, at=30 * months)
    assert figures_of(*ALL_TIME)["came_of_it"] == Figure(1, 1, 1)


def test_an_answer_that_was_emptied_with_its_intern_is_none(cast, lived):
    tell(lived, "")
    assert figures_of(*ALL_TIME)["came_of_it"] == Figure(0, 0, 0)


def test_what_three_answer_is_told_to_the_host_but_not_year_by_year(cast, lived, client):
    all_tell(cast, lived)
    url = reverse("hosts:host_figures", args=[cast.acme.public_id])
    client.force_login(cast.hana)
    with clock.at(datetime(2026, 12, 1, tzinfo=UTC)):
        assert "2 of 3 · 67 %" in str(client.get(url).context["groups"][-1]["chart"])
        assert "More came of it later" not in str(client.get(url, {"year": 2026}).context["groups"])


def test_a_steward_reads_what_three_answered_of_a_year_and_of_no_month(cast, lived, client):
    client.force_login(cast.stella)
    label = str(LABELS["came_of_it"])
    with clock.at(datetime(2026, 6, 20, tzinfo=UTC)):
        tell(lived)
        count_months(date(2026, 6, 20))
        stored = FiguresMonth.objects.get(month=date(2026, 6, 1))
        stored.figures["came_of_it"] = [1, 1, 1]  # as an older release counted it
        stored.save()
        cells = {str(name): row for name, row in client.get(reverse("stewards:figures")).context["rows"]}
        assert set(cells[label]) == {None}
        FollowUp.objects.all().delete()
        all_tell(cast, lived)
        cells = {str(name): row for name, row in client.get(reverse("stewards:figures")).context["rows"]}
        assert (set(cells[label][:-1]), cells[label][-1]) == ({None}, 67)


@pytest.mark.parametrize("year", [0, 1999, 99999])
def test_there_is_no_file_of_another_year(cast, lived, client, year):
    client.force_login(cast.stella)
    assert client.get(reverse("stewards:figures_file", args=[year, "csv"])).status_code == 404


@pytest.mark.parametrize("who", ["hana", "sam", "stella"])
def test_a_file_for_each_in_both_forms_and_no_third(cast, lived, client, who):
    Project.objects.filter(pk=lived.project_id).update(title="=1+1")
    Engagement.objects.filter(pk=lived.pk).update(title="=1+1")
    count_months(clock.now().date())
    address = {
        "hana": ("hosts:host_figures_file", [cast.acme.public_id]), "sam": ("talent:figures_file", []),
        "stella": ("stewards:figures_file", [clock.now().year]),
    }[who]  # fmt: skip
    client.force_login(getattr(cast, who))
    text = client.get(reverse(address[0], args=[*address[1], "csv"])).content.decode("utf-8-sig").splitlines()
    book = load_workbook(io.BytesIO(client.get(reverse(address[0], args=[*address[1], "xlsx"])).content))
    cells = [cell for row in book.active.iter_rows() for cell in row if cell.value is not None]
    assert [cell.data_type for cell in cells if cell.data_type not in "sn"] == []  # texts and numbers, no formulas
    assert len(text) == book.active.max_row
    assert client.get(reverse(address[0], args=[*address[1], "ods"])).status_code == 404
    if who != "stella":
        assert (text[1].split(",")[0], book.active["A2"].value, book.active["A2"].data_type) == ("'=1+1", "=1+1", "s")


def test_every_figure_has_a_kind_and_a_name(db):
    assert set(figures_of(*ALL_TIME)) == set(KINDS) == set(LABELS)
    assert set(KINDS.values()) == set(Kind)


def test_nobody_but_the_intern_sees_the_intern_s_page(cast, lived, client):
    client.force_login(cast.sam)
    page = client.get(reverse("talent:figures")).content.decode()
    assert ("23 of 20" in page, lived.title in page) == (True, True)
    client.force_login(cast.hana)
    assert lived.title not in client.get(reverse("talent:figures")).content.decode()
    client.force_login(join("Newcomer"))
    assert "From your first application on" in client.get(reverse("talent:figures")).content.decode()
