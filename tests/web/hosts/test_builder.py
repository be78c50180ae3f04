"""The brief builder: a step a page, saved at each step, rows that grow without JavaScript."""

from __future__ import annotations

import pytest
from django.urls import reverse

from firstfoot.market.organizations.actions import found_organization, suspend_organization
from firstfoot.market.projects.actions import save_draft
from firstfoot.market.projects.brief import BriefDeliverable, Criterion
from firstfoot.market.projects.models import Project
from firstfoot.market.projects.scope import STEPS
from firstfoot.market.projects.starters import FIRST_THREE
from tests.factories.projects import good_brief, make_draft, make_open_project

CODES = [step.code for step in STEPS if step.code != "preview"]
PARTIAL = {"HX-Request": "true", "HX-Request-Type": "partial"}


def url_of(project, step: str, name: str = "hosts:brief_step") -> str:
    return reverse(name, args=[project.public_id, step])


def questions_url(cast, starter: str) -> str:
    return reverse("hosts:project_questions", args=[cast.acme.public_id, starter])


def filled(client, url: str) -> dict[str, str]:
    """What a browser would post of the page as it stands."""
    page = client.get(url)
    form = page.context["builder"]
    data = {"seen": str(page.context["seen"]), "base": page.context["base"]}

    def take(bound_form):
        for field in bound_form:
            value = field.value()
            if value is True:
                data[field.html_name] = "on"
            elif value is not None and value is not False:  # 0 is not False
                data[field.html_name] = str(value)

    take(form.form)
    for rows in form.rows.values():
        data[f"{rows.prefix}-rows"] = str(len(rows.rows))
        for row in rows.rows:
            take(row.form)
            if row.child:
                data[f"{row.child.prefix}-rows"] = str(len(row.child.rows))
                for inner in row.child.rows:
                    take(inner.form)
    return data


@pytest.fixture
def host(cast, client):
    client.force_login(cast.hana)
    return client


@pytest.mark.parametrize("code", CODES)
def test_saving_a_step_as_it_stands_changes_nothing(cast, host, code):
    project = make_draft(cast)
    url = url_of(project, code)

    response = host.post(url, {**filled(host, url), "do": "next"})

    project.refresh_from_db()
    assert response.status_code == 302
    assert (project.draft_brief, project.draft_saves) == (good_brief(cast), 0)


@pytest.mark.parametrize("starter", [starter.code for starter in FIRST_THREE])
def test_from_a_template_to_posted_with_one_text(cast, host, starter):
    host.post(questions_url(cast, starter), {"do": "skip"})
    project = Project.objects.get()

    url = url_of(project, "result")
    host.post(url, {**filled(host, url), "audience": "Our two founders", "do": "preview"})
    preview = host.get(reverse("hosts:brief_preview", args=[project.public_id]))
    assert preview.context["blockers"] == []

    host.post(reverse("hosts:project_submit", args=[project.public_id]))
    project.refresh_from_db()
    assert (project.state, project.draft_brief.audience) == ("open", "Our two founders")


@pytest.mark.parametrize("starter", [starter.code for starter in FIRST_THREE])
@pytest.mark.parametrize("code", CODES)
def test_no_step_loses_anything_of_a_template(cast, host, starter, code):
    host.post(questions_url(cast, starter), {"do": "skip"})
    project = Project.objects.get()
    before = project.draft_brief
    url = url_of(project, code)
    host.post(url, {**filled(host, url), "do": "next"})
    project.refresh_from_db()
    assert project.draft_brief == before


def test_every_field_is_saved_where_it_belongs(cast, host):
    host.post(reverse("hosts:project_new"), {"starter": ""})
    project = Project.objects.get()
    steps = {
        "result": {"title": "A map", "category": "web", "problem": "P", "audience": "A", "outcome": "O"},
        "scope": {"in_scope": "- one\ntwo\n\n", "out_of_scope": "three"},
        "deliverables": {
            "deliverables-rows": "2", "deliverables-0-title": "Table", "deliverables-0-format": "CSV",
            "deliverables-0-due_day": "5", "deliverables-0-required": "on", "deliverables-0-criteria-rows": "2",
            "deliverables-0-criteria-0-text": "Each row has a date", "deliverables-0-criteria-0-required": "on",
            "deliverables-0-criteria-1-text": "", "deliverables-1-title": "", "deliverables-1-criteria-rows": "0",
        },
        "pay": {"pay_minor": "360.50", "currency": "EUR", "expenses": "", "pathway": "More"},
        "how": {"skills": "Maps, Patience", "tools": "", "ai_use": "none", "portfolio": "full"},
        "time": {"hours": "12", "weeks": "2", "apply_by": "2027-01-05", "start_from": "2027-01-11", "seats": "2",
                 "workplace": "on_site", "place": "Leeds", "time_zone": "Europe/London"},
        "questions": {"visibility": "link", "questions-rows": "1", "questions-0-text": "Why?",
                      "questions-0-required": "on"},
    }  # fmt: skip
    for code, data in steps.items():
        page = host.get(url_of(project, code))
        response = host.post(url_of(project, code), {**data, "seen": page.context["seen"], "do": "next"})
        assert response.status_code == 302, code

    project.refresh_from_db()
    brief = project.draft_brief
    assert (brief.title, brief.in_scope, brief.out_of_scope) == ("A map", ("one", "two"), ("three",))
    assert brief.deliverables == (BriefDeliverable("Table", "CSV", 5, True, (Criterion("Each row has a date"),)),)
    assert (brief.pay_minor, brief.currency, brief.skills) == (36050, "EUR", ("Maps", "Patience"))
    assert (brief.hours, brief.seats, brief.place, brief.start_until) == (12, 2, "Leeds", None)
    assert (brief.visibility, brief.questions[0].text, project.place) == ("link", "Why?", "Leeds")


@pytest.mark.parametrize(("typed", "said"), [("61", "60 minutes at most"), ("3", "at least 5 minutes")])
def test_a_sample_of_work_has_its_minutes(cast, host, typed, said):
    project = make_draft(cast)
    url = url_of(project, "questions")
    row = {"questions-rows": "1", "questions-0-text": "Draw one route.", "questions-0-required": "on"}
    refused = host.post(url, {**filled(host, url), **row, "questions-0-minutes": typed, "do": "next"})
    assert refused.status_code == 422
    assert said in refused.content.decode()
    assert f'value="{typed}"' in refused.content.decode()
    taken = host.post(url, {**filled(host, url), **row, "questions-0-minutes": "40", "do": "next"})
    assert taken.status_code == 302
    project.refresh_from_db()
    assert project.draft_brief.questions[0].minutes == 40


def test_rows_are_added_and_removed_with_all_that_was_typed(cast, host):
    project = make_draft(cast)
    url = url_of(project, "deliverables")
    typed = {**filled(host, url), "deliverables-0-title": "Typed, not saved", "deliverables-0-due_day": "soon"}

    more = host.post(url, {**typed, "do": "add:deliverables"})
    rows = more.context["builder"].rows["deliverables"].rows
    assert [row.form["title"].value() for row in rows] == ["Typed, not saved", "Two-page recommendation", None]
    assert rows[0].form["due_day"].value() == "soon"
    assert rows[0].form.errors == {}

    less = host.post(url, {**typed, "do": "remove:deliverables-1"})
    assert [r.form["title"].value() for r in less.context["builder"].rows["deliverables"].rows] == ["Typed, not saved"]
    project.refresh_from_db()
    assert project.draft_saves == 0


@pytest.mark.parametrize(
    ("order", "count"),
    [
        ("add:deliverables-0-criteria", 3), ("remove:deliverables-0-criteria-0", 1),
        ("remove:deliverables-0-criteria-9", 2),
        ("remove:deliverables-9-criteria-0", 2), ("add:nothing", 2), ("remove:deliverables-x", 2), ("add:", 2),
    ],
)  # fmt: skip
def test_criteria_and_nonsense(cast, host, order, count):
    project = make_draft(cast)
    url = url_of(project, "deliverables")
    page = host.post(url, {**filled(host, url), "do": order})
    rows = page.context["builder"].rows["deliverables"].rows
    assert (page.status_code, len(rows), len(rows[0].child.rows)) == (200, 2, count)


def test_a_swap_of_rows_gets_the_rows_only(cast, host):
    project = make_draft(cast)
    url = url_of(project, "questions")
    page = host.post(url, {**filled(host, url), "do": "add:questions"}, headers=PARTIAL).content.decode()
    assert page.lstrip().startswith('<fieldset class="rows" id="f-questions"')
    assert "questions-1-text" in page


def test_what_cannot_be_is_answered_with_the_field(cast, host):
    project = make_draft(cast)
    url = url_of(project, "time")
    page = host.post(url, {**filled(host, url), "hours": "-3", "apply_by": "tomorrow", "do": "next"})
    assert page.status_code == 422
    assert {anchor for anchor, _ in page.context["errors"]} == {"id_hours", "id_apply_by"}
    assert "tomorrow" in page.content.decode()


def test_a_lost_update_shows_both_and_keeps_what_was_typed(cast, host):
    project = make_draft(cast)
    url = url_of(project, "result")
    mine = {**filled(host, url), "title": "What I typed", "do": "next"}
    save_draft(project_id=project.pk, changes={"title": "What Rita saved"}, actor=cast.rita)

    page = host.post(url, mine)

    text = page.content.decode()
    assert page.status_code == 409
    assert text.count("What I typed") >= 2
    assert "What Rita saved" in text
    again = {**mine, "seen": page.context["seen"], "base": page.context["base"]}
    assert host.post(url, again).status_code == 302
    project.refresh_from_db()
    assert project.title == "What I typed"


def test_another_step_saved_meanwhile_is_no_conflict(cast, host):
    project = make_draft(cast)
    url = url_of(project, "result")
    mine = {**filled(host, url), "title": "What I typed", "do": "next"}
    save_draft(project_id=project.pk, changes={"hours": 12}, actor=cast.rita)

    assert host.post(url, mine).status_code == 302
    project.refresh_from_db()
    assert (project.title, project.draft_brief.hours) == ("What I typed", 12)


def test_the_panel_reads_what_is_being_typed_and_saves_nothing(cast, host):
    project = make_draft(cast)
    url = url_of(project, "pay")
    typed = {**filled(host, url), "pay_minor": "100"}
    panel = host.post(url_of(project, "pay", "hosts:brief_check"), typed, headers=PARTIAL).content.decode()
    assert panel.lstrip().startswith('<div id="panel"')
    assert "$5 an hour" in panel
    assert "This will ask about" in panel
    project.refresh_from_db()
    assert project.pay_minor == 48000


def test_blockers_are_listed_with_the_way_to_each(cast, host):
    project = make_draft(cast, deliverables=(), outcome="")
    page = host.post(reverse("hosts:project_submit", args=[project.public_id]))
    text = page.content.decode()
    assert page.status_code == 409
    assert f"{url_of(project, 'result')}#f-outcome" in text
    assert f"{url_of(project, 'deliverables')}#f-deliverables" in text


def test_what_changed_since_the_preview_is_not_posted(cast, host):
    project = make_draft(cast)
    save_draft(project_id=project.pk, changes={"hours": 21}, actor=cast.rita)
    page = host.post(reverse("hosts:project_submit", args=[project.public_id]), {"seen": "1", "seen_saves": "0"})
    assert page.status_code == 409
    assert "A colleague saved the brief" in page.content.decode()


@pytest.mark.parametrize(
    ("who", "status"), [("hana", 200), ("rita", 200), ("hugo", 403), ("sam", 404), ("otto", 404), ("stella", 404)]
)
@pytest.mark.parametrize("step", ["result", "preview"])
def test_who_may_write(cast, client, who, status, step):
    project = make_draft(cast)
    client.force_login(getattr(cast, who))
    assert client.get(url_of(project, step), follow=True).status_code == status


@pytest.mark.parametrize(("who", "status"), [("hugo", 403), ("sam", 404), ("otto", 404)])
def test_who_may_not_save_check_or_submit(cast, client, who, status):
    project = make_draft(cast)
    client.force_login(getattr(cast, who))
    urls = [
        url_of(project, "result"),
        url_of(project, "result", "hosts:brief_check"),
        reverse("hosts:project_submit", args=[project.public_id]),
        reverse("hosts:project_publish_changes", args=[project.public_id]),
    ]
    assert [client.post(url, {"title": "x"}).status_code for url in urls] == [status] * 4


def test_nobody_is_sent_to_sign_in(cast, client):
    project = make_draft(cast)
    assert client.get(url_of(project, "result")).status_code == 302
    assert client.get(reverse("hosts:project_new")).status_code == 302


def test_fields_of_other_steps_and_models_are_not_taken(cast, host):
    project = make_draft(cast)
    url = url_of(project, "scope")
    extra = {
        "pay_minor": "1",
        "state": "open",
        "organization": "1",
        "seats_taken": "1",
        "supervisor": cast.otto.public_id,
    }
    host.post(url, {**filled(host, url), **extra, "do": "next"})
    project.refresh_from_db()
    assert (project.draft_brief, project.state, project.seats_taken) == (good_brief(cast), "draft", 0)


def test_only_members_are_offered_as_supervisors(cast, host):
    project = make_draft(cast)
    url = url_of(project, "people")
    page = host.post(url, {**filled(host, url), "supervisor": cast.otto.public_id, "do": "next"})
    assert page.status_code == 422


@pytest.mark.parametrize("code", [*CODES, "preview"])
def test_costs_few_queries(cast, host, code, django_assert_max_num_queries):
    project = make_open_project(cast)
    with django_assert_max_num_queries(12):
        host.get(url_of(project, code), follow=True)


def test_someone_without_an_organization_is_led_to_found_one(cast, client):
    client.force_login(cast.sam)
    page = client.get(reverse("hosts:project_new")).content.decode()
    assert reverse("hosts:organization_new") in page
    assert client.post(reverse("hosts:project_new"), {"starter": ""}).status_code in {200, 422}


def test_one_of_several_organizations_is_chosen(cast, host):
    second = found_organization(name="Hana's Second", actor=cast.hana, currency="EUR", time_zone="Europe/Lisbon")
    assert host.post(reverse("hosts:project_new"), {"starter": ""}).status_code == 422
    host.post(reverse("hosts:project_new"), {"starter": "", "organization_id": second.public_id})
    assert Project.objects.get().organization == second
    assert host.post(
        reverse("hosts:project_new"), {"starter": "", "organization_id": cast.otherhost.public_id}
    ).status_code == 422  # fmt: skip


def test_the_picking_page_searches_and_keeps_what_was_chosen(cast, host):
    url = reverse("hosts:project_new")
    page = host.get(url, {"q": "logo"}).content.decode()
    assert 'Use this template<span class="sr">: Brand mini-guide with templates</span>' in page
    assert "Competitor analysis" not in page
    picked = host.get(url, {"starter": "competitor_analysis"}).content.decode()
    assert "The template you chose" in picked
    part = host.get(url, {"q": "logo"}, headers=PARTIAL).content.decode()
    assert part.startswith('<div id="results"')


def test_a_template_says_what_is_left_to_say(cast, host):
    answer = host.post(questions_url(cast, "competitor_analysis"), {"do": "skip"}, follow=True)
    told = [str(message) for message in answer.context["messages"]]
    assert len(told) == 1
    assert "“The result”, “People”, “Time and place”; then post it" in told[0]


def test_a_suspended_host_is_told_why_nothing_begins(cast, host):
    suspend_organization(organization_id=cast.acme.pk, actor=cast.stella, reason="Late pay.")
    page = host.get(reverse("hosts:project_new")).content.decode()
    assert "Brindle Bakery cannot begin a project for now" in page
    assert "Use this template" not in page
