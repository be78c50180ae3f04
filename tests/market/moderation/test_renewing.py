"""A verified organization under another name or domain, or after a year: a steward looks at it again."""

from datetime import timedelta

import pytest

from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, IllegalTransition, NotPermitted
from firstfoot.market.moderation.actions import decide_case
from firstfoot.market.moderation.models import Case
from firstfoot.market.organizations.actions import (
    ask_for_renewal,
    describe_organization,
    renew_verification,
    suspend_organization,
)
from firstfoot.market.projects.actions import publish_changes, reopen_project, save_draft
from tests.factories.projects import make_closed_project, make_open_project
from tests.reactions.support import MONDAY, mailed, settle, told


@pytest.fixture
def site(cast):
    """Acme has a website and nothing waits."""
    cast.acme.website = "https://crumb.example"
    cast.acme.save(update_fields=["website"])


def become(cast, *, name: str | None = None, website: str = "https://crumb.example", **said):
    """The owner says something else of the host."""
    name = name or cast.acme.name
    describe_organization(
        organization_id=cast.acme.pk, seen=None, actor=cast.hana, name=name, website=website, **said
    )  # fmt: skip
    settle()
    cast.acme.refresh_from_db()


def case_about_host() -> Case:
    return Case.objects.get(kind="host_changed")


@pytest.mark.parametrize(
    ("said", "codes"),
    [
        ({"name": "Crumb House"}, ("name_changed",)),
        ({"website": "https://rye.example"}, ("website_changed",)),
        ({"website": ""}, ("website_changed",)),
        ({"name": "Crumb House", "website": "https://rye.example"}, ("name_changed", "website_changed")),
    ],
)
def test_another_name_or_domain_opens_a_case(cast, site, said, codes):
    become(cast, **said)
    case = case_about_host()
    assert (case.codes, case.severity, case.state) == (codes, 2, "open")
    assert told("case.opened") == {"stella"}


@pytest.mark.parametrize("said", [{"website": "https://www.crumb.example/jobs"}, {"city": "Porto"}])
def test_another_page_of_the_same_domain_or_another_city_does_not(cast, site, said):
    become(cast, **said)
    assert (cast.acme.changed_at, Case.objects.count()) == (None, 0)


def test_open_posts_stay_and_new_ones_wait_until_the_case_is_decided(cast, site):
    standing = make_open_project(cast)
    closed = make_closed_project(cast, title="A closed one of the bakery")
    become(cast, name="Crumb House")
    fresh = make_open_project(cast, title="A new one of the bakery")
    reopen_project(project_id=closed.pk, actor=cast.hana)
    settle()
    closed.refresh_from_db()
    standing.refresh_from_db()
    assert (standing.state, fresh.state, fresh.holds) == ("open", "in_review", ("host_changed",))
    assert (closed.state, closed.holds, closed.held_move) == ("closed", ("host_changed",), "reopen")
    assert Case.objects.filter(kind="held_post", is_live=True).count() == 2

    decide_case(case_id=case_about_host().pk, decision="renewed", actor=cast.stella)
    settle()
    for project in (fresh, closed):
        project.refresh_from_db()
        assert (project.state, project.holds) == ("open", ())
    assert not Case.objects.filter(is_live=True).exists()
    assert told("organization.renewed") == {"hana"}
    assert make_open_project(cast, title="A next one of the bakery").state == "open"


def test_what_a_rule_finds_goes_on_waiting(cast, site):
    become(cast, name="Crumb House")
    bad = make_open_project(cast, pathway="You forward payments to our partners.")
    renew_verification(organization_id=cast.acme.pk, actor=cast.stella)
    settle()
    bad.refresh_from_db()
    assert (bad.state, bad.holds) == ("in_review", ("money_passed_on", "host_changed"))
    assert [case.kind for case in Case.objects.filter(is_live=True)] == ["held_post"]


def test_changes_of_an_open_post_do_not_wait_for_the_host(cast, site):
    standing = make_open_project(cast)
    become(cast, name="Crumb House")
    save_draft(project_id=standing.pk, changes={"pay_minor": 60000}, actor=cast.hana)
    assert publish_changes(project_id=standing.pk, actor=cast.hana) is True


def test_the_press_on_the_page_of_the_organization_ends_the_case_and_moves_the_day(cast, site):
    before = cast.acme.verified_at
    become(cast, name="Crumb House")
    renewed = renew_verification(organization_id=cast.acme.pk, actor=cast.stella)
    settle()
    assert (renewed.changed_at, renewed.verified_at > before, case_about_host().state) == (None, True, "closed")


def test_a_change_after_the_steward_read_it_is_not_renewed_unseen(cast, site):
    become(cast, name="Crumb House")
    read = cast.acme.version
    become(cast, name="Crown Bank")
    with pytest.raises(Conflict, match="changed"):
        decide_case(case_id=case_about_host().pk, decision="renewed", actor=cast.stella, host_seen=read)
    with pytest.raises(Conflict, match="changed"):
        renew_verification(organization_id=cast.acme.pk, actor=cast.stella, seen=read)


@pytest.mark.parametrize("who", ["hana", "otto", "sam"])
def test_only_stewards_renew(cast, who):
    with pytest.raises(NotPermitted, match="not_steward"):
        renew_verification(organization_id=cast.acme.pk, actor=getattr(cast, who))


def test_only_a_verified_one_is_renewed(cast):
    suspend_organization(organization_id=cast.acme.pk, actor=cast.stella, reason="A complaint")
    with pytest.raises(IllegalTransition):
        renew_verification(organization_id=cast.acme.pk, actor=cast.stella)


YEAR = MONDAY + timedelta(days=365)


@pytest.fixture
def verified_on_monday(cast):
    cast.acme.verified_at = MONDAY
    cast.acme.save(update_fields=["verified_at"])


def test_after_a_year_owners_are_mailed_and_stewards_get_a_case_once(cast, verified_on_monday):
    settle(YEAR - timedelta(minutes=1))
    assert Case.objects.count() == 0
    settle(YEAR)
    settle(YEAR + timedelta(days=3))
    case = Case.objects.get()
    assert (case.kind, case.codes, case.severity, case.state) == ("renewal", ("year_over",), 1, "open")
    assert (mailed("renewal_due"), told("case.opened")) == ({"hana"}, {"stella"})


def test_nothing_is_held_for_a_month_then_new_posts_are_and_open_ones_stay(cast, verified_on_monday):
    settle(YEAR)
    with clock.at(YEAR + timedelta(days=30, seconds=-1)):
        standing = make_open_project(cast)
    with clock.at(YEAR + timedelta(days=30)):
        late = make_open_project(cast, title="A late one of the bakery")
        settle()
    standing.refresh_from_db()
    assert (standing.state, late.state, late.holds) == ("open", "in_review", ("renewal_overdue",))

    with clock.at(YEAR + timedelta(days=31)):
        renew_verification(organization_id=cast.acme.pk, actor=cast.stella)
        settle()
    late.refresh_from_db()
    cast.acme.refresh_from_db()
    assert (late.state, cast.acme.renewal_asked_at) == ("open", None)
    assert cast.acme.verified_at == YEAR + timedelta(days=31)
    assert not Case.objects.filter(is_live=True, organization=cast.acme).exists()


def test_the_year_begins_anew_with_each_look(cast, verified_on_monday):
    with clock.at(MONDAY + timedelta(days=300)):
        renew_verification(organization_id=cast.acme.pk, actor=cast.stella)
    settle(YEAR)
    assert Case.objects.count() == 0
    settle(YEAR + timedelta(days=300))
    assert Case.objects.get(organization=cast.acme).kind == "renewal"


def test_nobody_is_asked_too_soon_or_twice(cast):
    with pytest.raises(Conflict, match="not_due"):
        ask_for_renewal(organization_id=cast.acme.pk)
    with clock.at(clock.now() + timedelta(days=365)):
        ask_for_renewal(organization_id=cast.acme.pk)
        with pytest.raises(Conflict, match="not_due"):
            ask_for_renewal(organization_id=cast.acme.pk)
