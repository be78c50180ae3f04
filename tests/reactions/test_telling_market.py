"""Who is told what before the work begins; the one who did it is never told."""

from __future__ import annotations

import pytest

from firstfoot.foundation.accounts.actions import suspend_person
from firstfoot.foundation.notifications.models import Mail, Notice
from firstfoot.kernel import clock
from firstfoot.market.applications import actions as applications
from firstfoot.market.organizations import actions as organizations
from firstfoot.market.organizations.states import Role
from firstfoot.market.projects import actions as projects
from firstfoot.reactions.models import ReactionRun
from firstfoot.reactions.worker import drain
from tests.factories import applications as make
from tests.factories.organizations import make_organization, membership
from tests.factories.projects import good_brief, make_draft
from tests.factories.projects import make_open_project as make_whole_project
from tests.reactions.support import MONDAY, everything_told, forget, mailed, settle, told

pytestmark = pytest.mark.once


@pytest.fixture(autouse=True)
def _monday():
    with clock.at(MONDAY):
        yield


@pytest.fixture
def project(cast):
    project = make.make_open_project(cast)
    settle()
    forget()
    return project


def do(action, thing, actor, **details):
    """Do it, then see who was told what by that alone."""
    settle()
    forget()
    action(**{f"{type(thing).__name__.lower()}_id": thing.pk, "actor": actor, **details})
    settle()
    return everything_told()


# Applications


def test_a_new_application_is_told_to_recruiters_and_the_supervisor_under_its_pseudonym(cast, project):
    application = make.make_submitted(cast.sam, project)
    settle()

    assert everything_told() == {"application.submitted": {"hana", "rita", "hugo"}}
    words = " ".join(f"{n.title} {n.body}" for n in Notice.objects.all())
    assert application.pseudonym in words
    assert "Sam" not in words
    assert "Okoro" not in words


@pytest.mark.parametrize(
    ("stage", "action", "who", "details", "expected"),
    [
        ("submitted", "shortlist", "hugo", {}, {"application.shortlisted": {"sam"}}),
        ("submitted", "decline", "rita", {"reason": "hours_dates"}, {"application.declined": {"sam"}}),
        ("submitted", "withdraw_application", "sam", {}, {}),
        ("shortlisted", "unshortlist", "hugo", {}, {"application.unshortlisted": {"sam"}}),
        ("shortlisted", "withdraw_application", "sam", {}, {"application.withdrawn": {"hana", "rita", "hugo"}}),
        ("shortlisted", "offer", "rita", {}, {"offer_made": {"sam"}}),
        ("shortlisted", "post_in_application", "sam", {"body": "Hello", "key": "1"},
         {"application.posted": {"hana", "rita", "hugo"}}),
        ("shortlisted", "post_in_application", "hugo", {"body": "Hello", "key": "1"}, {"application.posted": {"sam"}}),
        ("offered", "extend_offer", "hana", {"days": 2}, {"offer_extended": {"sam"}}),
        ("offered", "rescind_offer", "hana", {"reason": "budget_gone"}, {"offer_rescinded": {"sam"}}),
        ("offered", "refuse_offer", "sam", {}, {"application.refused": {"hana", "rita", "hugo"}}),
    ],
)  # fmt: skip
def test_who_hears_of_an_application(cast, project, stage, action, who, details, expected):
    if stage == "submitted":
        application = make.make_submitted(cast.sam, project)
        make.make_mark(application, cast.hugo)
    else:
        application = getattr(make, f"make_{stage}")(cast, cast.sam, project)

    told_now = do(getattr(applications, action), application, getattr(cast, who), **details)
    assert told_now == expected


def test_a_decline_says_its_reason_and_leads_to_the_application(cast, project):
    application = make.make_submitted(cast.sam, project)
    do(applications.decline, application, cast.hana, reason="others_closer")

    notice = Notice.objects.get()
    assert notice.body == "Thank you for applying. Others came closer to what the project needs."
    assert notice.path == f"/talent/applications/{application.public_id}/"


def test_an_offer_is_mailed_at_once_with_what_counts(cast, project):
    make.make_offered(cast, cast.sam, project)
    settle()

    mail = Mail.objects.get(kind="offer_made")
    assert (mail.address, mail.subject) == ("sam@example.org", f"An offer: {project.title}")
    for text in (mail.text, mail.html):
        for part in ("Brindle Bakery", "$400", "20 hours over 2 weeks", "Thursday 26 November, 23:59", "We liked it."):
            assert part in text
    assert Notice.objects.get(kind="offer_made").at_once


def test_a_suspended_applicant_hears_nothing(cast, project):
    application = make.make_submitted(cast.sam, project)
    suspend_person(person_id=cast.sam.pk, actor=cast.stella, reason_code="abuse")

    assert do(applications.decline, application, cast.hana, reason="hours_dates") == {}


def test_the_same_however_often_it_runs(cast):
    make.make_offered(cast, cast.sam, make.make_open_project(cast))
    settle()
    before = (Notice.objects.count(), Mail.objects.count())
    ReactionRun.objects.update(state="waiting")
    settle()

    assert (Notice.objects.count(), Mail.objects.count()) == before
    assert Mail.objects.filter(kind="offer_made").count() == 1


def test_one_mail_and_one_notice_when_it_broke_half_way(cast, project, monkeypatch):
    from firstfoot.reactions import telling

    posted, keep = [], telling.post

    def breaks_once(**details):
        keep(**details)
        posted.append(details["key"])
        if len(posted) == 1:
            raise RuntimeError("the machine stopped")

    monkeypatch.setattr(telling, "post", breaks_once)
    make.make_offered(cast, cast.sam, project)
    drain()
    assert (mailed("offer_made"), told("offer_made")) == (set(), set())

    drain(clock.now().replace(hour=12))
    assert (Mail.objects.filter(kind="offer_made").count(), Notice.objects.filter(kind="offer_made").count()) == (1, 1)
    assert posted[0] == posted[1]


# Projects


def test_of_an_unverified_host_stewards_look_first(cast):
    kelp = make_organization(cast.otto)
    brief = good_brief(cast, supervisor=cast.otto.public_id, cover="")
    draft = projects.start_project(organization_id=kelp.pk, actor=cast.otto, brief=brief)
    assert do(projects.submit_project, draft, cast.otto) == {"project.submitted": {"stella"}}
    assert do(projects.return_project, draft, cast.stella, reason="Say who pays.") == {"project.returned": {"otto"}}

    projects.submit_project(project_id=draft.pk, actor=cast.otto)
    told_now = do(organizations.verify_organization, kelp, cast.stella)
    draft.refresh_from_db()
    assert (draft.state, told_now) == ("open", {"organization.verified": {"otto"}, "project.published": {"otto"}})


def test_of_a_verified_host_the_others_of_the_host_hear_that_it_is_public(cast):
    make_whole_project(cast)
    settle()

    assert told("project.published") == {"rita"}
    assert told("project.submitted") == set()


def test_a_pause_is_told_to_those_who_wait(cast, project):
    make.make_submitted(cast.sam, project)
    make.make_draft(cast.paz, project)

    assert do(projects.pause_project, project, cast.hana) == {"project.paused": {"sam"}}
    assert do(projects.resume_project, project, cast.hana) == {"project.resumed": {"sam"}}


def test_a_close_ends_what_waits_and_says_so(cast, project):
    first, second = make.make_submitted(cast.sam, project), make.make_draft(cast.paz, project)
    told_now = do(projects.close_project, project, cast.hana)

    first.refresh_from_db()
    second.refresh_from_db()
    assert told_now == {"application.lapsed": {"sam", "paz"}, "project.closed": {"rita"}}
    assert (first.lapse_reason, second.lapse_reason) == ("closed", "never_sent")


def test_a_material_change_reaches_everyone_who_applied_or_is_writing(cast):
    project = make_whole_project(cast)
    make.make_submitted(cast.sam, project, answers=["One"])
    make.make_draft(cast.paz, project, answers=["One"])
    projects.save_draft(project_id=project.pk, changes={"pay_minor": 60000}, actor=cast.hana)

    assert do(projects.publish_changes, project, cast.hana) == {"project.brief_changed": {"sam", "paz"}}


def test_a_small_change_reaches_nobody(cast):
    project = make_whole_project(cast)
    make.make_submitted(cast.sam, project, answers=["One"])
    projects.save_draft(project_id=project.pk, changes={"expenses": "Bus fares"}, actor=cast.hana)

    assert do(projects.publish_changes, project, cast.hana) == {}


# Organizations


def test_stewards_hear_of_a_new_organization_and_its_owner_of_their_word(cast):
    kelp = make_organization(cast.otto)
    settle()
    assert told("organization.founded") == {"stella"}

    assert do(organizations.reject_organization, kelp, cast.stella, reason="No website") == {
        "organization.rejected": {"otto"}
    }
    assert "No website" in Notice.objects.get().body
    assert do(organizations.resubmit_organization, kelp, cast.otto) == {"organization.resubmitted": {"stella"}}


def test_a_suspension_pauses_projects_and_lifting_it_resumes_them(cast, project):
    make.make_submitted(cast.sam, project)
    told_now = do(organizations.suspend_organization, cast.acme, cast.stella, reason="A complaint")
    project.refresh_from_db()
    assert (project.state, project.paused_reason) == ("paused", "suspended")
    assert told_now == {"organization.suspended": {"hana", "rita"}, "project.paused": {"sam"}}

    told_now = do(organizations.restore_organization, cast.acme, cast.stella)
    project.refresh_from_db()
    assert project.state == "open"
    assert told_now == {"organization.restored": {"hana", "rita"}, "project.resumed": {"sam"}}


def test_an_invitation_is_mailed_with_its_link_to_the_invited_address_alone(cast):
    settle()
    forget()
    invitation = organizations.invite_member(
        organization_id=cast.acme.pk, email="new@example.org", role=Role.SUPERVISOR, actor=cast.hana
    )
    settle()

    mail = Mail.objects.get()
    assert (mail.address, mail.recipient, mail.is_secret) == ("new@example.org", None, True)
    assert mail.subject == "Hana Brindle invites you to Brindle Bakery"
    assert f"/invitations/{invitation.token}/" in mail.text
    assert "supervisor" in mail.text
    assert Notice.objects.count() == 0


def test_members_who_come_change_and_go(cast):
    of_rita = membership(cast.rita, cast.acme)
    assert do(organizations.change_role, of_rita, cast.hana, role=Role.OWNER) == {
        "organization.member_role_changed": {"rita"}
    }
    assert do(organizations.end_membership, of_rita, cast.rita) == {"organization.member_left": {"hana"}}

    of_cora = membership(cast.cora, cast.acme)
    assert do(organizations.end_membership, of_cora, cast.hana) == {"organization.member_left": {"cora"}}


def test_a_new_name_is_found_in_search(cast, project):
    from firstfoot.market.projects.queries import open_projects, search

    make_whole_project(cast)
    organizations.describe_organization(
        organization_id=cast.acme.pk, seen=None, actor=cast.hana, name="Crumb House", currency="USD", time_zone="UTC"
    )
    settle()

    assert search(open_projects(), "crumb").count() == 2


def test_the_first_open_remark_on_a_draft_is_told_to_its_author(cast):
    draft = make_draft(cast, title="")
    link = projects.share_for_proofreading(project_id=draft.pk, actor=cast.rita)
    settle()
    forget()
    remark = {"link_id": link.pk, "step": "result", "name": "Nadia", "text": "For whom?"}
    first = projects.leave_remark(**remark)
    settle()
    assert told("project.remark_left") == {"hana"}
    forget()
    second = projects.leave_remark(**remark)
    settle()
    assert told("project.remark_left") == set()
    for done in (first, second):
        projects.settle_remark(remark_id=done.pk, actor=cast.hana)
    projects.leave_remark(**{**remark, "step": "scope"})
    settle()
    notice = Notice.objects.get(kind="project.remark_left")
    assert (notice.title, "Nadia" in notice.body) == ("A remark on your draft Untitled project", False)
