"""Whether a member reads mail at the domain of the organization's website."""

import pytest

from firstfoot.market.organizations.domains import registrable_domain
from firstfoot.market.organizations.evidence import FREE_MAIL, SHARED_SITES, addresses_at, own_domain


@pytest.mark.parametrize(
    ("website", "address"),
    [
        ("https://kelp.example", "ann@kelp.example"),
        ("https://www.kelp.example/shop", "ann@kelp.example"),
        ("https://kelp.example", "ann@mail.kelp.example"),
        ("https://shop.kelp.example", "ann@Kelp.Example"),
        ("https://www.kelp.co.uk", "ann@kelp.co.uk"),
        ("https://lab.uni.ac.jp", "ann@uni.ac.jp"),
        ("https://bücher.example", "ann@xn--bcher-kva.example"),
    ],
)
def test_an_address_at_the_website_speaks_for_it(website, address):
    assert addresses_at(website, [address]) == (address,)


@pytest.mark.parametrize(
    ("website", "address"),
    [
        ("https://kelp.example", "ann@gmail.com"),
        ("https://kelp.example", "ann@notkelp.example"),
        ("https://kelp.example", "ann@kelp.example.org"),
        ("https://kelp.example", "ann@kelp.test"),
        ("https://kelp.co.uk", "ann@other.co.uk"),  # two that only share an ending
        ("https://kelp.co.uk", "ann@co.uk"),
        ("https://kelp.com.au", "ann@rye.com.au"),
        ("https://kelp.github.io", "ann@rye.github.io"),
        ("https://kelp.github.io", "ann@github.io"),
        ("https://mail.google.com/kelp", "ann@google.com"),
        ("https://gmail.com", "ann@gmail.com"),
        ("https://instagram.com/kelp", "ann@instagram.com"),
        ("https://kelp.example@evil.example/", "ann@kelp.example"),
        ("https://127.0.0.1", "ann@127.0.0.1"),
        ("", "ann@kelp.example"),
        ("https://kelp.example", "kelp.example"),
        ("https://kelp.example", "ann@"),
        ("https://kelp.example", "ann@evil.example@gmail.com"),
    ],
)
def test_no_other_address_does(website, address):
    assert addresses_at(website, [address]) == ()


def test_the_addresses_are_in_order_and_once():
    found = addresses_at("https://kelp.example", ["bo@kelp.example", "ann@kelp.example", "bo@kelp.example"])
    assert found == ("ann@kelp.example", "bo@kelp.example")


def test_the_lists_name_what_can_be_registered():
    assert [name for name in FREE_MAIL | SHARED_SITES if registrable_domain(name) != name] == []
    assert [own_domain(f"https://{name}") for name in FREE_MAIL | SHARED_SITES if own_domain(f"https://{name}")] == []
