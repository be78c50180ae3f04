"""What speaks for an organization beside a steward's look: members who read mail at the domain of its website."""

from __future__ import annotations

from collections.abc import Iterable

from firstfoot.market.organizations.domains import domain_of, registrable_domain

# Where anybody gets an address: to have one there says nothing of belonging to whoever runs it.
FREE_MAIL = frozenset([
    "126.com", "163.com", "aim.com", "alice.it", "aol.com", "arcor.de", "att.net", "bell.net", "bigpond.com",
    "bk.ru", "bluewin.ch", "bol.com.br", "btinternet.com", "charter.net", "comcast.net", "cox.net", "disroot.org",
    "duck.com", "earthlink.net", "email.com", "fastmail.com", "fastmail.fm", "foxmail.com", "free.fr",
    "freenet.de", "gmail.com", "gmx.at", "gmx.ch", "gmx.com", "gmx.de", "gmx.net", "googlemail.com", "hanmail.net",
    "hey.com", "hotmail.co.uk", "hotmail.com", "hotmail.de", "hotmail.fr", "hotmail.it", "hushmail.com",
    "icloud.com", "inbox.com", "inbox.ru", "interia.pl", "laposte.net", "libero.it", "list.ru", "live.co.uk",
    "live.com", "live.nl", "mac.com", "mail.com", "mail.ru", "mailbox.org", "mailinator.com", "me.com", "msn.com",
    "naver.com", "o2.pl", "onet.pl", "optonline.net", "orange.fr", "outlook.com", "outlook.de", "outlook.fr",
    "pm.me", "posteo.de", "posteo.net", "proton.me", "protonmail.ch", "protonmail.com", "qq.com", "rambler.ru",
    "rediffmail.com", "riseup.net", "rocketmail.com", "sapo.pt", "sbcglobal.net", "seznam.cz", "sfr.fr", "shaw.ca",
    "sina.com", "sky.com", "sympatico.ca", "t-online.de", "telenet.be", "terra.com.br", "tiscali.it", "tuta.com",
    "tuta.io", "tutanota.com", "tutanota.de", "uol.com.br", "verizon.net", "virgilio.it", "virginmedia.com",
    "wanadoo.fr", "web.de", "wp.pl", "xtra.co.nz", "yahoo.ca", "yahoo.co.in", "yahoo.co.jp", "yahoo.co.uk",
    "yahoo.com", "yahoo.com.br", "yahoo.de", "yahoo.es", "yahoo.fr", "yahoo.it", "yandex.com", "yandex.ru",
    "yeah.net", "ymail.com", "ziggo.nl", "zoho.com", "zohomail.com",
])  # fmt: skip
# Sites on which anybody has a page: the domain is not that of whoever the page is about.
SHARED_SITES = frozenset([
    "etsy.com", "facebook.com", "github.com", "google.com", "instagram.com", "linkedin.com", "linktr.ee",
    "medium.com", "notion.so", "pinterest.com", "substack.com", "threads.net", "tiktok.com", "tripadvisor.com",
    "twitter.com", "wikipedia.org", "x.com", "yelp.com", "youtube.com",
])  # fmt: skip


def own_domain(website: str) -> str:
    """The domain that is the organization's own; empty without a website, and for one that many share.

    >>> own_domain("https://www.kelp.co.uk"), own_domain("https://instagram.com/kelp"), own_domain("")
    ('kelp.co.uk', '', '')
    """
    domain = domain_of(website)
    return "" if domain in SHARED_SITES or domain in FREE_MAIL else domain


def is_at(address: str, domain: str) -> bool:
    """Whether an address is at a registered domain or below it.

    >>> is_at("ann@mail.kelp.co.uk", "kelp.co.uk"), is_at("ann@notkelp.co.uk", "kelp.co.uk"), is_at("a@x.example", "")
    (True, False, False)
    """
    _name, at, host = address.rpartition("@")
    return bool(at and domain) and _ascii_domain(host) == domain


def addresses_at(website: str, verified: Iterable[str]) -> tuple[str, ...]:
    """Those of the verified addresses that are at the website's own domain, in order.

    >>> addresses_at("https://kelp.example", ["ann@kelp.example", "bo@gmail.com"])
    ('ann@kelp.example',)
    """
    domain = own_domain(website)
    return tuple(sorted({address for address in verified if is_at(address, domain)}))


def _ascii_domain(host: str) -> str:
    try:
        return registrable_domain(host.encode("idna").decode("ascii"))
    except ValueError:
        return ""
