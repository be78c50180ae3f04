"""The page of a person: its address, up and down."""

from __future__ import annotations

import pytest

from firstfoot.kernel.errors import Conflict, IllegalTransition, NotPermitted
from firstfoot.proof.portfolio.actions import erase_portfolio, put_up_page, save_page, take_down_page
from firstfoot.proof.portfolio.addresses import fits, proposed
from firstfoot.proof.portfolio.models import PersonPage
from firstfoot.proof.portfolio.queries import items_on_page, page_at, shown_item
from tests.factories.engagements import make_completed
from tests.factories.portfolio import ask, make_page, show

WORDS = {"headline": "", "about": "", "is_findable": False}


@pytest.mark.parametrize(("name", "slug"), [("Sam Okoro", "sam-okoro"), ("Zoë O’Brien", "zoe-o-brien"), ("李", "")])
def test_an_address_is_made_of_the_name(name, slug):
    assert proposed(name) == slug


@pytest.mark.parametrize("slug", ["ab", "Sam", "a--b", "-sam", "sam-", "admin", "sam okoro", "x" * 41, "sam/x"])
def test_what_is_no_address(cast, slug):
    assert not fits(slug)
    with pytest.raises(Conflict, match="address_unfit"):
        save_page(actor=cast.sam, slug=slug, **WORDS)


def test_it_opens_while_it_is_up(cast):
    page = make_page(cast.sam, "sam", up=False)
    assert page_at("sam") is None
    put_up_page(page_id=page.pk, actor=cast.sam)
    assert page_at("sam") == page
    take_down_page(page_id=page.pk, actor=cast.sam)
    assert page_at("sam") is None
    with pytest.raises(IllegalTransition):
        take_down_page(page_id=page.pk, actor=cast.sam)


def test_taking_it_down_ends_what_is_shown_by_link_too(cast):
    by_link, on_page = (ask(make_completed(cast)) for _ in range(2))
    show(by_link, "link")
    show(on_page, "public")
    page = make_page(cast.sam, "sam")
    assert (shown_item(by_link.public_id), shown_item(on_page.public_id)) == (by_link, on_page)
    take_down_page(page_id=page.pk, actor=cast.sam)
    assert (shown_item(by_link.public_id), shown_item(on_page.public_id)) == (None, None)
    put_up_page(page_id=page.pk, actor=cast.sam)
    assert (shown_item(by_link.public_id), shown_item(on_page.public_id)) == (None, on_page)


def test_an_old_address_is_dead_and_nobody_elses_ever(cast):
    page = make_page(cast.sam, "sam")
    save_page(actor=cast.sam, slug="samuel", **WORDS)
    assert (page_at("sam"), page_at("samuel")) == (None, page)
    with pytest.raises(Conflict, match="address_taken"):
        save_page(actor=cast.paz, slug="sam", **WORDS)
    assert save_page(actor=cast.sam, slug="sam", **WORDS).slug == "sam"
    with pytest.raises(Conflict, match="address_taken"):
        save_page(actor=cast.paz, slug="samuel", **WORDS)


def test_it_is_the_persons_not_an_addresss_of_mail(cast):
    page = make_page(cast.sam, "sam")
    type(cast.sam).objects.filter(pk=cast.sam.pk).update(email="sam@elsewhere.example")
    assert page_at("sam") == page


def test_nobody_changes_anothers(cast):
    page = make_page(cast.sam, "sam")
    with pytest.raises(NotPermitted):
        take_down_page(page_id=page.pk, actor=cast.paz)


def test_a_lost_update_is_said(cast):
    page = make_page(cast.sam, "sam")
    with pytest.raises(Conflict, match="changed"):
        save_page(actor=cast.sam, slug="sam", seen=page.version - 1, **WORDS)


def test_many_items_cost_two_queries(cast, django_assert_num_queries):
    for _ in range(3):
        show(ask(make_completed(cast)))
    with django_assert_num_queries(2):
        assert len(items_on_page(cast.sam)) == 3


def test_with_the_person_it_goes_and_its_address_is_nobodys(cast):
    make_page(cast.sam, "sam")
    texts = erase_portfolio(person=cast.sam)
    page = PersonPage.objects.get()
    assert (page.state, page.slug, page.headline, "sam" in texts) == ("down", None, "", True)
    with pytest.raises(Conflict, match="address_taken"):
        save_page(actor=cast.paz, slug="sam", **WORDS)
