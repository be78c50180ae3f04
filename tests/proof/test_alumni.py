"""Alumni of a host: listed when they say so, read by each other and by its members."""

from __future__ import annotations

import pytest
from django.urls import reverse

from firstfoot.foundation.accounts.actions import suspend_person
from firstfoot.kernel.errors import NotPermitted
from firstfoot.market.organizations.actions import block
from firstfoot.proof.network.actions import list_as_alumnus, unlist_alumnus
from firstfoot.proof.network.models import Alumnus
from firstfoot.proof.network.queries import alumni_visible_to
from tests.cast import join
from tests.factories.engagements import make_closing, make_completed
from tests.factories.projects import make_open_project
from tests.factories.ties import ask, list_alumni


def seen_by(reader, host):
    return [one.person.chosen_name for one in alumni_visible_to(reader, host).rows.order_by("pk")]


def test_nobody_is_listed_before_they_say_so(cast):
    make_completed(cast)
    assert seen_by(cast.hana, cast.acme) == []
    list_as_alumnus(organization_id=cast.acme.pk, actor=cast.sam)
    assert seen_by(cast.hana, cast.acme) == ["Sam Okoro"]


def test_who_reads_the_list(cast):
    list_alumni(cast, "Ada", "Bo")
    ada = Alumnus.objects.order_by("pk")[0].person
    make_completed(cast, project=make_open_project(cast))
    read = {who: len(seen_by(getattr(cast, who), cast.acme)) for who in ("sam", "hugo", "otto", "stella", "paz")}
    assert read == {"sam": 0, "hugo": 2, "otto": 0, "stella": 0, "paz": 0}
    assert seen_by(ada, cast.acme) == ["Ada", "Bo"]


def test_only_who_completed_work_there_is_listed(cast):
    make_closing(cast)
    for who in (cast.sam, cast.otto, cast.hana):
        with pytest.raises(NotPermitted, match="never_completed_here"):
            list_as_alumnus(organization_id=cast.acme.pk, actor=who)


def test_it_is_taken_back_with_one_press_and_said_again(cast):
    make_completed(cast)
    first = list_as_alumnus(organization_id=cast.acme.pk, actor=cast.sam)
    assert list_as_alumnus(organization_id=cast.acme.pk, actor=cast.sam).version == first.version  # twice is once
    for _press in range(2):
        unlist_alumnus(organization_id=cast.acme.pk, actor=cast.sam)
        assert seen_by(cast.hana, cast.acme) == []
    again = list_as_alumnus(organization_id=cast.acme.pk, actor=cast.sam)
    assert (again.pk, again.state) == (first.pk, "listed")


def test_a_block_and_being_shut_out_hide_them(cast):
    list_alumni(cast, "Ada", "Bo")
    ada, bo = (one.person for one in Alumnus.objects.order_by("pk"))
    block(organization_id=cast.acme.pk, person_id=ada.pk, side="person", actor=ada)
    assert (seen_by(ada, cast.acme), seen_by(cast.hana, cast.acme)) == ([], ["Bo"])
    suspend_person(person_id=bo.pk, reason_code="other", actor=cast.stella)
    assert seen_by(cast.hana, cast.acme) == []


def test_who_is_kept_apart_may_leave_the_list_and_nothing_else(cast, client):
    list_alumni(cast, "Ada")
    ada = Alumnus.objects.get().person
    block(organization_id=cast.acme.pk, person_id=ada.pk, side="person", actor=ada)
    client.force_login(ada)
    url, hosts = reverse("people:alumni", args=[cast.acme.public_id]), reverse("people:worked_for")
    again = reverse("people:worked_for_invitations", args=[cast.acme.public_id])
    page = client.get(hosts).content.decode()

    assert ("At the moment nobody reads you there." in page, url in page, again in page) == (True, True, False)
    assert (client.get(url).status_code, client.post(again).status_code) == (404, 404)
    assert client.post(url, {"do": "unlist"}).status_code == 302
    assert Alumnus.objects.get().state == "unlisted"
    assert (client.post(url, {"do": "list"}).status_code, cast.acme.name in client.get(hosts).content.decode()) == (
        404, False,
    )  # fmt: skip


def test_the_public_page_counts_from_three_on_and_names_nobody(cast, client):
    page = reverse("public:organization", args=[cast.acme.public_id])
    list_alumni(cast, "Ada", "Bo")
    assert "listed as its alumni" not in client.get(page).content.decode()
    list_alumni(cast, "Cem")
    said = client.get(page).content.decode()
    assert ("listed as its alumni" in said, "Cem" in said, client.get(page).context["alumni"]) == (True, False, 3)


def test_the_way_through_the_pages(cast, client):
    make_completed(cast)
    list_alumni(cast, "Ada")
    url = reverse("people:alumni", args=[cast.acme.public_id])
    client.force_login(cast.sam)
    assert url in client.get(reverse("people:worked_for")).content.decode()
    assert "Ada" not in client.get(url).content.decode()
    assert client.post(url, {"do": "list"}).status_code == 302
    ada = Alumnus.objects.get(person__chosen_name="Ada").person
    ask = reverse("people:known_ask", args=[ada.public_id])
    assert ask in client.get(url).content.decode()
    assert "You are both alumni of Brindle Bakery." in client.get(ask).content.decode()
    assert client.post(ask, {"shows": "sam@home.example"}).status_code == 302
    assert ask not in client.get(url).content.decode()
    client.post(url, {"do": "unlist"})
    assert "Ada" not in client.get(url).content.decode()


def test_who_is_not_listed_asks_no_alumni(cast, client):
    make_completed(cast)
    list_alumni(cast, "Ada")
    ada = Alumnus.objects.get().person
    client.force_login(cast.sam)
    assert client.get(reverse("people:known_ask", args=[ada.public_id])).status_code == 404
    client.force_login(join("Eve"))
    assert client.get(reverse("people:alumni", args=[cast.acme.public_id])).status_code == 404


def test_nobody_asks_themselves(cast, client):
    make_completed(cast)
    list_as_alumnus(organization_id=cast.acme.pk, actor=cast.sam)
    client.force_login(cast.sam)
    assert client.get(reverse("people:known_ask", args=[cast.sam.public_id])).status_code == 404
    with pytest.raises(NotPermitted, match="never_worked_together"):
        ask(cast.sam, cast.sam)
