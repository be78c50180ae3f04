"""The domain behind a website or an address: the part that somebody registered and pays for."""

from __future__ import annotations

from ipaddress import ip_address
from urllib.parse import urlsplit

# Endings of two parts under which countries let people register names, such as co.uk. One that is missing makes two
# names look like one domain, so what is plainly of this kind (com, edu, gov, net, org) counts everywhere.
_EVERYWHERE = frozenset(["com", "edu", "gov", "net", "org"])
_SECOND_LEVELS: dict[str, frozenset[str]] = {
    country: frozenset(names.split())
    for country, names in {
        "ae": "ac co sch", "ar": "gob int tur", "at": "ac co gv or", "au": "asn id", "br": "adv art blog eco eng ind",
        "cn": "ac", "co": "nom", "cr": "ac co ed fi go or sa", "es": "gob nom", "fr": "asso gouv nom prd",
        "hk": "idv", "hu": "co", "id": "ac biz co desa go mil my or sch web", "il": "ac co k12 muni",
        "in": "ac co firm gen ind nic res", "jp": "ac ad co ed go gr lg ne or", "ke": "ac co go ne or sc",
        "kr": "ac co go ne or pe re", "mx": "gob", "my": "name", "nz": "ac co geek gen govt iwi kiwi maori mil school",
        "pe": "gob nom", "rs": "ac co in", "sg": "per", "th": "ac co go in mi or", "tr": "bel gen k12 web",
        "tw": "idv", "tz": "ac co go ne or", "ua": "co in kiev lviv", "ug": "ac co go ne or sc",
        "uk": "ac co ltd me nhs plc police sch", "uy": "gub", "uz": "co", "ve": "co gob",
        "za": "ac co law nom school web", "zm": "ac co", "zw": "ac co",
    }.items()
}  # fmt: skip
# Services that give each customer a name below their own: the customer's name counts, not the service's.
_SHARED = frozenset([
    "azurewebsites.net", "blogspot.com", "carrd.co", "cloudfront.net", "fly.dev", "github.io", "gitlab.io",
    "herokuapp.com", "jimdosite.com", "myshopify.com", "netlify.app", "notion.site", "onrender.com", "pages.dev",
    "squarespace.com", "tumblr.com", "vercel.app", "web.app", "webflow.io", "weebly.com", "wixsite.com",
    "wordpress.com",
])  # fmt: skip


def host_of(website: str) -> str:
    """The host of a website in lower case and in ASCII; empty for a number or a name without a dot.

    >>> host_of("https://WWW.Kelp.example/about"), host_of("bücher.example"), host_of("http://127.0.0.1/")
    ('www.kelp.example', 'xn--bcher-kva.example', '')
    """
    try:
        host = urlsplit(website if "//" in website else f"//{website}").hostname or ""
        host = host.rstrip(".").encode("idna").decode("ascii").lower()
    except ValueError:
        return ""
    return host if "." in host and not _is_number(host) else ""


def registrable_domain(host: str) -> str:
    """The domain that was registered; empty for what nobody can register, such as co.uk.

    >>> registrable_domain("shop.kelp.co.uk"), registrable_domain("a.b.kelp.example"), registrable_domain("co.uk")
    ('kelp.co.uk', 'kelp.example', '')
    >>> registrable_domain("kelp.github.io"), registrable_domain("github.io")
    ('kelp.github.io', '')
    """
    labels = host.lower().strip(".").split(".")
    if len(labels) < 2 or not all(labels):
        return ""
    ending = 2 if ".".join(labels[-2:]) in _SHARED or _is_second_level(labels[-2], labels[-1]) else 1
    return ".".join(labels[-ending - 1 :]) if len(labels) > ending else ""


def domain_of(website: str) -> str:
    """The registered domain of a website.

    >>> domain_of("https://www.kelp.co.uk/jobs")
    'kelp.co.uk'
    """
    return registrable_domain(host_of(website))


def _is_second_level(name: str, top: str) -> bool:
    return len(top) == 2 and (name in _EVERYWHERE or name in _SECOND_LEVELS.get(top, ()))


def _is_number(host: str) -> bool:
    try:
        ip_address(host.strip("[]"))
    except ValueError:
        return False
    return True
