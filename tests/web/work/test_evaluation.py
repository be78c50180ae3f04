"""The pages of how it was: eight competencies, skills, where the intern stands, and what only they read."""

from __future__ import annotations

from django.urls import reverse

from firstfoot.work.evaluations.actions import asked_of
from firstfoot.work.evaluations.models import Evaluation
from firstfoot.work.evaluations.queries import criteria_that_show, skills_of_brief
from tests.factories.engagements import accept_all, evaluate, make_active, make_closing, make_completed

JUST_RIGHT, LEVEL = "Just right", "Made hard things simple, and everybody knew where the work stood"


def url(name, engagement):
    return reverse(f"work:{name}", args=[engagement.public_id])


def said(side, **changes):
    return {**{f"mark_{code}": "3" for code in asked_of(side)}, "went_well": "Much", "would_again": "yes", **changes}


def test_the_intern_looks_at_themselves_and_reads_it_again(cast, client):
    engagement = make_active(cast)
    client.force_login(cast.sam)
    assert url("where_i_stand", engagement) in client.get(url("engagement", engagement)).content.decode()
    answered = client.post(url("where_i_stand", engagement), {"communication": "2"})
    assert answered["Location"] == url("engagement", engagement)
    assert client.get(url("where_i_stand", engagement)).context["form"].initial == {"communication": 2}


def test_a_level_that_does_not_exist_is_said_at_its_field(cast, client):
    engagement = make_active(cast)
    client.force_login(cast.sam)
    answered = client.post(url("where_i_stand", engagement), {"communication": "7", "growth": "3"})
    assert (answered.status_code, list(answered.context["form"].errors)) == (422, ["communication"])
    assert not Evaluation.objects.exists()


def test_once_it_closes_the_look_before_is_over(cast, client):
    client.force_login(cast.sam)
    answered = client.get(url("where_i_stand", make_closing(cast)))
    assert (answered.status_code, answered.context["may_say"]) == (200, False)


def test_the_host_reads_what_each_level_looks_like_and_ties_skills_to_results(cast, client):
    engagement = make_closing(cast)
    skill = skills_of_brief(engagement)[0]
    client.force_login(cast.hugo)
    page = client.get(url("evaluation", engagement))
    assert LEVEL in page.content.decode()
    shown_by = page.context["evaluation_form"].fields["skill_0"].choices[1][0]
    data = said("host", skill_0=shown_by, mark_leadership="0", decision="hand_in")
    assert client.post(url("evaluation", engagement), data).status_code == 302
    theirs = Evaluation.objects.get(side="host")
    assert (theirs.skills, theirs.marks["leadership"]) == ({skill: shown_by}, 0)
    again = client.get(url("evaluation", engagement)).context["evaluation_form"]
    assert (again["skill_0"].value(), again["mark_leadership"].value()) == (shown_by, 0)


def test_what_suited_the_intern_is_theirs_alone(cast, client):
    engagement = make_closing(cast)
    client.force_login(cast.sam)
    data = said("intern", fit_role="4", now_growth="4", decision="hand_in")
    assert client.post(url("evaluation", engagement), data).status_code == 302
    client.force_login(cast.hugo)
    client.post(url("evaluation", engagement), said("host", decision="hand_in"))
    hosts = client.get(url("evaluation", engagement))
    assert (JUST_RIGHT in hosts.content.decode(), hosts.context["fits"]) == (False, [])
    client.force_login(cast.sam)
    mine = client.get(url("evaluation", engagement))
    assert JUST_RIGHT in mine.content.decode()


def test_the_start_the_end_and_the_host_stand_side_by_side(cast, client):
    engagement = make_active(cast)
    client.force_login(cast.sam)
    client.post(url("where_i_stand", engagement), {"growth": "2"})
    engagement = accept_all(engagement)
    asked = client.get(url("evaluation", engagement)).context["evaluation_form"]
    assert "Partly" in str(asked.fields["now_growth"].help_text)
    client.post(url("evaluation", engagement), said("intern", now_growth="3", decision="hand_in"))
    client.force_login(cast.hugo)
    client.post(url("evaluation", engagement), said("host", mark_growth="4", decision="hand_in"))
    levels = client.get(url("evaluation", engagement)).context["levels"]
    rows = {str(row["name"]): [str(level) for level in row["levels"]] for row in levels}
    assert rows["Learning and growing"] == ["Partly", "Well", "A strength"]
    assert rows["Communication"] == ["", "", "Well"]


def test_the_record_links_to_what_was_counted(cast, client):
    engagement = make_completed(cast)
    client.force_login(cast.sam)
    page = client.get(url("evaluation", engagement))
    assert [str(row.label) for row in page.context["record"]] == ["Handed in by its day", "Accepted as first handed in"]
    assert page.content.decode().count(reverse("work:deliverable", args=[engagement.public_id, 1])) >= 2


def test_the_completion_page_says_which_result_shows_which_skill(cast, client):
    engagement = make_closing(cast)
    skill, met = skills_of_brief(engagement)[0], criteria_that_show(engagement)[0]
    evaluate(engagement, cast.hugo, skills={skill: f"{met.deliverable.number}.{met.number}"})
    evaluate(engagement, cast.sam)
    client.force_login(cast.sam)
    page = client.get(url("completion", engagement)).content.decode()
    assert f"<strong>{skill}</strong>: {met.text}" in page
