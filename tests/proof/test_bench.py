"""Whom a host worked with: what stands there, who reads it, and how one leaves it."""

from __future__ import annotations

import pytest
from django.urls import reverse

from firstfoot.foundation.notifications.models import Mail
from firstfoot.insights.moves import project_invitation_moves
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, NotPermitted
from firstfoot.market.applications.actions import want_invitations_again, want_no_invitations
from firstfoot.market.applications.models import ProjectInvitation
from firstfoot.market.organizations.actions import block
from firstfoot.market.organizations.states import Role
from firstfoot.proof.network.actions import forget_bench_notes, note_on_bench
from firstfoot.proof.network.models import BenchNote
from firstfoot.proof.network.queries import bench_of, people_on_bench
from tests.cast import hire, join
from tests.factories.engagements import accept, end, make_active, make_closing, make_completed, make_parted, submit
from tests.factories.projects import make_draft, make_open_project
from tests.reactions.support import settle


def names(host, **how):
    return [row.person.name for row in bench_of(host, **how)]


@pytest.fixture
def done(cast):
    return make_completed(cast)


@pytest.fixture
def page(cast):
    return reverse("hosts:bench", args=[cast.acme.public_id])


def note(cast, text, *, seen=0, actor=None, person=None):
    return note_on_bench(
        organization_id=cast.acme.pk, person_id=(person or cast.sam).pk, note=text, seen=seen, actor=actor or cast.hana
    )


def test_completed_work_stands_there_with_what_was_said_of_it(cast, done):
    (row,) = bench_of(cast.acme)
    (stint,) = row.stints
    assert (row.person, stint.engagement, stint.again, row.note) == (cast.sam, done, True, None)
    assert bench_of(cast.otherhost) == []


def test_what_was_not_revealed_does_not(cast):
    make_closing(cast)
    assert bench_of(cast.acme) == []


def test_an_early_end_counts_with_accepted_work_alone(cast):
    make_parted(cast)
    assert names(cast.acme) == []
    other = make_active(cast, person=join("Ada"), project=make_open_project(cast))
    submit(other)
    accept(other)
    end(other)
    assert [(row.person.name, row.stints[0].again) for row in bench_of(cast.acme)] == [("Ada", None)]


def test_who_worked_last_comes_first_and_names_are_the_only_other_order(cast, done):
    make_completed(cast, person=join("Ada"), project=make_open_project(cast))
    assert (names(cast.acme), names(cast.acme, by_name=True)) == (["Ada", "Sam Okoro"], ["Ada", "Sam Okoro"])
    make_completed(cast, project=make_open_project(cast))
    assert names(cast.acme) == ["Sam Okoro", "Ada"]
    assert len(bench_of(cast.acme)[0].stints) == 2


@pytest.mark.parametrize("who", ["hugo", "cora", "stella", "otto", "sam"])
def test_only_who_recruits_reads_and_notes(cast, client, done, page, who):
    client.force_login(getattr(cast, who))
    assert client.get(page).status_code == (403 if who in ("hugo", "cora") else 404)
    with pytest.raises(NotPermitted):
        note(cast, "Good.", actor=getattr(cast, who))


def test_a_note_is_of_the_organization_and_two_do_not_overwrite_each_other(cast, done):
    assert note(cast, "Calm with customers.").written_by == cast.hana
    with pytest.raises(Conflict, match="changed"):
        note(cast, "Fast.", actor=cast.rita)
    assert note(cast, "Calm, and fast.", seen=1, actor=cast.rita).version == 2
    assert BenchNote.objects.get().note == "Calm, and fast."


def test_the_page_keeps_what_was_typed_and_says_what_a_colleague_wrote(cast, client, done, page):
    note(cast, "Calm with customers.")
    client.force_login(cast.rita)
    url = reverse("hosts:bench_note", args=[cast.acme.public_id, cast.sam.public_id])
    answer = client.post(url, {"note": "Fast.", "seen": 0})
    said = answer.content.decode()
    assert (answer.status_code, "Calm with customers." in said, "Fast." in said) == (409, True, True)
    assert 'name="seen" value="1"' in said
    assert client.post(url, {"note": "Fast.", "seen": 1}).status_code == 302
    assert "Fast." in client.get(page).content.decode()


def test_nobody_is_noted_who_never_worked_there(cast, done):
    with pytest.raises(Conflict, match="not_on_bench"):
        note(cast, "Who?", person=cast.paz)


def test_one_press_invites_to_an_open_project(cast, client, done, page):
    project = make_open_project(cast, title="Count the loaves")
    make_draft(cast, title="Not yet")
    client.force_login(cast.hana)
    said = client.get(page).content.decode()
    assert ("Count the loaves" in said, "Not yet" in said) == (True, False)
    url = reverse("hosts:bench_invite", args=[cast.acme.public_id, cast.sam.public_id])
    assert client.post(url, {"project": project.public_id}).status_code == 302
    settle(clock.now())
    assert Mail.objects.filter(kind="project_invitation", recipient=cast.sam).exists()
    assert "Invited to Count the loaves on" in client.get(page).content.decode()
    again = client.post(url, {"project": project.public_id})
    assert (again.status_code, "You invited them to this project already." in again.content.decode()) == (409, True)
    assert client.post(url, {"project": "nothing"}).status_code == 422


def test_who_wants_no_invitations_is_not_there_and_nothing_reaches_them(cast, client, done, page):
    note(cast, "Calm with customers.")
    project = make_open_project(cast)
    client.force_login(cast.sam)
    url = reverse("people:worked_for_invitations", args=[cast.acme.public_id])
    assert client.post(url, {"do": "never"}).status_code == 302
    settle(clock.now())
    assert (names(cast.acme), list(people_on_bench(cast.acme.pk)), BenchNote.objects.get().note) == ([], [], "")
    client.force_login(cast.hana)
    invite = reverse("hosts:bench_invite", args=[cast.acme.public_id, cast.sam.public_id])
    assert client.post(invite, {"project": project.public_id}).status_code == 404
    by_mail = reverse("hosts:invite_people", args=[project.public_id])
    assert client.post(by_mail, {"email": cast.sam.email}).status_code == 302  # the host is not told
    settle(clock.now())
    assert not Mail.objects.filter(kind="project_invitation").exists()
    assert project_invitation_moves(cast.sam) == []
    want_invitations_again(organization_id=cast.acme.pk, actor=cast.sam)
    assert names(cast.acme) == ["Sam Okoro"]
    assert ProjectInvitation.objects.get().state == "sent"


def test_one_says_it_of_hosts_one_worked_for(cast, client, done):
    with pytest.raises(Conflict, match="never_worked_here"):
        want_no_invitations(organization_id=cast.otherhost.pk, actor=cast.sam)
    client.force_login(cast.sam)
    url = reverse("people:worked_for_invitations", args=[cast.otherhost.public_id])
    assert client.post(url, {"do": "never"}).status_code == 404


def test_members_and_who_is_kept_apart_do_not_stand_there(cast, done):
    ada = join("Ada")
    make_completed(cast, person=ada, project=make_open_project(cast))
    hire(cast.acme, cast.hana, ada, Role.SUPERVISOR)
    assert names(cast.acme) == ["Sam Okoro"]
    block(organization_id=cast.acme.pk, person_id=cast.sam.pk, side="person", actor=cast.sam)
    assert names(cast.acme) == []


def test_erasing_empties_what_was_noted(cast, done):
    note(cast, "Calm with customers.")
    assert forget_bench_notes(person=cast.sam) == ["Calm with customers."]
    assert BenchNote.objects.get().note == ""
