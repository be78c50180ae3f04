"""The domain that was registered, told from the names below it."""

import pytest

from firstfoot.market.organizations.domains import domain_of, host_of, registrable_domain


@pytest.mark.parametrize(
    ("website", "domain"),
    [
        ("https://kelp.example", "kelp.example"),
        ("https://www.kelp.example/jobs?x=1", "kelp.example"),
        ("http://Shop.Kelp.Example:8080/", "kelp.example"),
        ("kelp.example", "kelp.example"),
        ("https://kelp.example./", "kelp.example"),
        ("https://kelp.co.uk", "kelp.co.uk"),
        ("https://www.kelp.co.uk", "kelp.co.uk"),
        ("https://bakery.com.au", "bakery.com.au"),
        ("https://lab.uni.ac.jp", "uni.ac.jp"),
        ("https://www.kelp.de", "kelp.de"),
        ("https://kelp.github.io", "kelp.github.io"),
        ("https://www.kelp.wordpress.com", "kelp.wordpress.com"),
        ("https://co.uk", ""),
        ("https://github.io", ""),
        ("https://localhost/", ""),
        ("https://192.168.0.1/", ""),
        ("https://[2001:db8::1]/", ""),
        ("https://[broken", ""),
        ("https://evil.example@kelp.example/", "kelp.example"),
        ("https://bücher.example", "xn--bcher-kva.example"),
        ("", ""),
    ],
)
def test_the_domain_of_a_website(website, domain):
    assert domain_of(website) == domain


def test_a_registered_domain_is_its_own():
    for host in ("kelp.co.uk", "kelp.example", "kelp.github.io"):
        assert registrable_domain(host) == host


def test_a_host_without_a_domain_is_none():
    assert (host_of("https://intranet/"), host_of("https://a..b/"), registrable_domain("com")) == ("", "", "")
