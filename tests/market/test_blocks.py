"""A person and an organization that keep apart: neither sees, applies to, or writes to the other, from then on."""

import pytest
from django.db import IntegrityError, transaction
from django.urls import reverse

from firstfoot.kernel.errors import NotPermitted
from firstfoot.market.applications.actions import (
    block_each_other,
    decline,
    extend_offer,
    offer,
    post_in_application,
    rescind_offer,
    shortlist,
    start_application,
    withdraw_application,
)
from firstfoot.market.organizations.actions import lift_block
from firstfoot.market.organizations.models import Block
from firstfoot.market.projects.queries import open_projects, project_by_link, projects_visible_to
from firstfoot.work.engagements.actions import accept_offer
from tests.cast import Cast
from tests.factories.applications import make_mark, make_offered, make_shortlisted, make_submitted
from tests.factories.engagements import make_active
from tests.factories.projects import make_open_project, make_other_open_project


def apart(cast: Cast, side: str) -> Block:
    actor = {"person": cast.sam, "organization": cast.rita}[side]
    made = block_each_other(organization_id=cast.acme.pk, person_id=cast.sam.pk, side=side, actor=actor)
    cast.sam.refresh_from_db()
    return made


@pytest.mark.parametrize("side", ["person", "organization"])
def test_neither_sees_nor_applies_and_lifting_ends_it(cast, side):
    project, other = make_open_project(cast), make_other_open_project(cast)
    made = apart(cast, side)
    assert list(open_projects(cast.sam)) == list(projects_visible_to(cast.sam)) == [other]
    assert project_by_link(project.public_id, cast.sam) is None
    assert set(open_projects()) == {project, other}
    with pytest.raises(NotPermitted, match="not_possible_here"):
        start_application(project_id=project.pk, actor=cast.sam)
    lift_block(block_id=made.pk, actor={"person": cast.sam, "organization": cast.hana}[side])
    assert set(open_projects(cast.sam)) == {project, other}


@pytest.mark.parametrize("side", ["person", "organization"])
def test_neither_writes_to_the_other(cast, side):
    answers = ["I would begin with their prices."]
    application = make_shortlisted(cast, cast.sam, make_open_project(cast), answers=answers)
    apart(cast, side)
    for who in (cast.sam, cast.hugo):
        with pytest.raises(NotPermitted, match="not_possible_here"):
            post_in_application(application_id=application.pk, body="Hello", key=who.public_id, actor=who)


@pytest.mark.parametrize("side", ["person", "organization"])
def test_neither_goes_on_with_the_other_but_they_part(cast, side):
    """No shortlist, no offer, no yes to one that stood; what ends things stays possible."""
    answers = ["I would begin with their prices."]
    offered = make_offered(cast, cast.sam, make_open_project(cast), answers=answers)
    earlier = make_shortlisted(cast, cast.sam, make_open_project(cast), answers=answers)
    submitted = make_submitted(cast.sam, make_open_project(cast), answers=answers)
    make_mark(submitted, cast.hugo)
    apart(cast, side)
    tries = [
        lambda: shortlist(application_id=submitted.pk, actor=cast.hana),
        lambda: offer(application_id=earlier.pk, note="", actor=cast.hana),
        lambda: extend_offer(application_id=offered.pk, days=2, actor=cast.hana),
        lambda: accept_offer(application_id=offered.pk, actor=cast.sam),
    ]
    for step in tries:
        with pytest.raises(NotPermitted, match="not_possible_here"):
            step()
    assert rescind_offer(application_id=offered.pk, actor=cast.hana).state == "shortlisted"
    assert decline(application_id=submitted.pk, reason="hours_dates", actor=cast.hana).state == "declined"
    assert withdraw_application(application_id=earlier.pk, actor=cast.sam).state == "withdrawn"


def test_each_side_blocks_and_lifts_for_itself(cast):
    mine, theirs = apart(cast, "person"), apart(cast, "organization")
    assert apart(cast, "person") == mine
    for block, stranger in ((mine, cast.hana), (theirs, cast.sam), (theirs, cast.hugo)):
        with pytest.raises(NotPermitted):
            lift_block(block_id=block.pk, actor=stranger)
    lift_block(block_id=mine.pk, actor=cast.sam)
    assert list(open_projects(cast.sam)) == list(open_projects())


@pytest.mark.parametrize(("who", "side"), [("hugo", "organization"), ("otto", "organization"), ("paz", "person")])
def test_nobody_blocks_for_others(cast, who, side):
    with pytest.raises(NotPermitted):
        block_each_other(organization_id=cast.acme.pk, person_id=cast.sam.pk, side=side, actor=getattr(cast, who))


def test_one_block_of_a_side_stands(cast):
    made = apart(cast, "person")
    with pytest.raises(IntegrityError), transaction.atomic():
        Block.objects.create(
            organization=cast.acme, person=cast.sam, side="person", made_by=cast.sam, made_at=made.made_at
        )


@pytest.mark.once
def test_pages_keep_them_apart_at_once_and_cost_others_nothing(cast, client, django_assert_num_queries):
    project = make_open_project(cast)
    make_other_open_project(cast)
    seen, host = (
        reverse("public:project", args=[project.public_id]),
        reverse("public:organization", args=[cast.acme.public_id]),
    )
    client.force_login(cast.sam)
    assert [client.get(page).status_code for page in (seen, host)] == [200, 200]
    client.get(reverse("public:projects"))
    with django_assert_num_queries(6) as asked:
        assert project.title in client.get(reverse("public:projects")).content.decode()
    assert not any("organizations_block" in query["sql"] for query in asked.captured_queries)
    assert client.post(reverse("people:block", args=[cast.acme.public_id])).status_code == 302
    assert [client.get(page).status_code for page in (seen, host)] == [404, 404]
    assert project.title not in client.get(reverse("public:projects")).content.decode()
    client.logout()
    assert client.get(seen).status_code == 200


@pytest.mark.once
def test_whoever_was_blocked_first_blocks_all_the_same_and_learns_nothing(cast, client):
    apart(cast, "organization")
    client.force_login(cast.sam)
    assert client.post(reverse("people:block", args=[cast.acme.public_id])).status_code == 302
    assert sorted(Block.objects.values_list("side", flat=True)) == ["organization", "person"]


@pytest.mark.once
@pytest.mark.parametrize("side", ["person", "organization"])
def test_who_blocks_while_they_work_together_reads_where_that_ends(cast, client, side):
    work = make_active(cast)
    application = work.application.public_id
    name, argument, who = {
        "person": ("people:block", cast.acme.public_id, cast.sam),
        "organization": ("hosts:applicant_block", application, cast.hana),
    }[side]
    client.force_login(who)
    page = client.post(reverse(name, args=[argument]), follow=True).content.decode()
    assert "Either side can end it early on its page." in page
    assert client.get(reverse("work:engagement", args=[work.public_id])).status_code == 200
