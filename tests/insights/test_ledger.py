"""The open ledger: counted by night, hidden where few stand behind a figure, switched off by a setting."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from firstfoot.insights.figures import Figure
from firstfoot.insights.ledger import LEAST, figures_of_year, hidden, told
from firstfoot.kernel import clock
from firstfoot.market.projects.models import Project
from firstfoot.reactions.ledger import count_ledger
from firstfoot.reactions.models import LedgerYear
from firstfoot.work.engagements.models import Engagement
from tests.cast import join
from tests.factories.engagements import end, make_active, make_completed
from tests.factories.projects import make_open_project

PAGE = "public:ledger"


@pytest.mark.parametrize(
    ("count", "of", "shown"), [(0, 3, None), (0, 9, 0), (4, 9, None), (5, 9, None), (5, 10, 5), (9, 9, 9), (6, 9, None)]
)
def test_neither_a_count_nor_what_is_left_of_its_whole_is_small(count, of, shown):
    assert hidden(count, of) == shown


def test_shares_and_waits_need_five():
    assert [told("next_yes", Figure(2, n, n)) for n in (4, 5)] == [None, 40]
    assert [told("days_to_start", Figure(1.2, 0, n)) for n in (4, 5)] == [None, 1]
    assert [told("next_steps", Figure(n, n, n)) for n in (0, 4, 5)] == [0, None, 5]


def test_a_year_without_anything_says_nothing(db):
    figures = figures_of_year(2020)
    assert {code for code, figure in figures.items() if figure} == set()


def test_what_was_done_is_counted_in_its_year(cast):
    people = [join(name) for name in ("Ada", "Bo", "Cem", "Dia", "Eli")]
    for person in people:
        make_completed(cast, person=person, project=make_open_project(cast))
    Engagement.objects.update(hours_worked=20, hours=16)
    figures = figures_of_year(clock.now().year)
    assert (figures["over"], figures["completed"], figures["filled"]) == (5, 5, figures["posted"])
    assert (figures["met_at_first"], figures["hours_of_agreed"], figures["pay_received"]) == (100, 125, 0)
    assert figures["days_to_start"] is not None
    assert figures_of_year(clock.now().year - 1)["over"] == 0


def test_one_that_ended_early_does_not_show_by_subtraction(cast):
    for name in ("Ada", "Bo", "Cem", "Dia", "Eli"):
        make_completed(cast, person=join(name), project=make_open_project(cast))
    end(make_active(cast, person=cast.paz, project=make_open_project(cast)))
    figures = figures_of_year(clock.now().year)
    assert (figures["over"], figures["completed"]) == (6, None)


def test_the_night_counts_and_the_page_reads_one_row_a_year(cast, client, django_assert_num_queries):
    url, now = reverse(PAGE), clock.now()
    assert "counted tonight" in client.get(url).content.decode()
    make_open_project(cast)
    assert count_ledger(now.date()) == [now.year, now.year - 1]
    assert count_ledger(now.date())[0] == now.year
    assert LedgerYear.objects.count() == 2
    with django_assert_num_queries(1):
        page = client.get(url).content.decode()
    assert ("<svg" in page, "too few" in page, "Show as a table" in page) == (True, True, True)
    assert [one.year for one in client.get(url).context["years"]] == [now.year]  # nothing was done the year before
    LedgerYear.objects.filter(year=now.year - 1).update(figures={"posted": 9})
    assert client.get(url, {"year": now.year - 1}).context["shown"].year == now.year - 1
    assert client.get(url, {"year": "x"}).context["shown"].year == now.year


def test_a_figure_that_few_stand_behind_is_an_empty_cell(cast, client):
    Project.objects.all().delete()
    LedgerYear.objects.create(year=2025, figures={"posted": 12, "filled": None}, counted_at=clock.now())
    lines = client.get(reverse("public:ledger_file", args=["csv"])).content.decode("utf-8-sig").splitlines()
    assert lines[:3] == [",2025", "Projects posted,12", '"Of these, filled",']


def test_an_installation_may_keep_it_to_itself(client, settings, db):
    settings.OPEN_LEDGER = False
    assert (
        client.get(reverse(PAGE)).status_code,
        client.get(reverse("public:ledger_file", args=["csv"])).status_code,
    ) == (404, 404)


def test_last_year_is_counted_for_a_month_more(db):
    new_year = clock.now().replace(month=1, day=10)
    assert count_ledger(new_year.date()) == [new_year.year, new_year.year - 1]
    later = new_year + timedelta(days=60)
    assert count_ledger(later.date()) == [later.year]
    assert LEAST == 5
