"""How an organization's codes are said: kinds, sizes, roles, states, countries and currencies."""

from __future__ import annotations

import functools
from collections.abc import Iterable

from babel.core import Locale, get_global
from babel.numbers import get_territory_currencies
from django.utils.functional import Promise
from django.utils.translation import get_language, to_locale
from django.utils.translation import gettext_lazy as _

from firstfoot.kernel.words import folded

type Words = dict[str, str | Promise]

KINDS: Words = {
    "startup": _("Startup"),
    "small_business": _("Small business"),
    "non_profit": _("Non-profit"),
    "lab": _("Lab or research group"),
    "other": _("Something else"),
}
SIZES: Words = {
    "1-5": _("1 to 5 people"),
    "6-20": _("6 to 20 people"),
    "21-100": _("21 to 100 people"),
    "101+": _("More than 100 people"),
}
INDUSTRIES: Words = {
    "food": _("Food and hospitality"),
    "retail": _("Shops and trade"),
    "making": _("Making and crafts"),
    "software": _("Software and technology"),
    "health": _("Health and care"),
    "education": _("Education"),
    "research": _("Science and research"),
    "culture": _("Culture, media and publishing"),
    "community": _("Community and public life"),
    "environment": _("Nature and environment"),
    "farming": _("Farming and growing"),
    "building": _("Building and property"),
    "transport": _("Travel and transport"),
    "finance": _("Finance and law"),
    "services": _("Services to other organizations"),
    "other": _("Something else"),
}
ROLES: Words = {"owner": _("Owner"), "recruiter": _("Recruiter"), "supervisor": _("Supervisor")}
ROLE_HINTS: Words = {
    "supervisor": _("Supervisor: guides interns and reviews their work"),
    "recruiter": _("Recruiter: also posts projects, chooses interns and signs"),
    "owner": _("Owner: also describes the organization and invites members"),
}
STATES: Words = {
    "unverified": _("Waiting for a steward"),
    "verified": _("Verified"),
    "suspended": _("Suspended"),
    "rejected": _("Turned down"),
}
CURRENCIES = (
    "USD", "EUR", "GBP", "AUD", "BRL", "CAD", "CHF", "CZK", "DKK", "GHS", "HUF", "IDR", "ILS", "INR", "JPY", "KES",
    "MXN", "NGN", "NOK", "NZD", "PHP", "PLN", "RON", "SEK", "SGD", "TRY", "UAH", "ZAR",
)  # fmt: skip
_SHORT = {"usa": "US", "uk": "GB", "holland": "NL"}
_NOT_COUNTRIES = {"EU", "EZ", "UN", "XA", "XB", "ZZ", "QO"}


def country_name(code: str) -> str:
    """The name of an ISO 3166-1 country in the reader's language; the code when it has none."""
    return _countries(to_locale(get_language() or "en")).get(code, code)


def country_choices() -> list[tuple[str, str | Promise]]:
    """Nothing chosen, then every country by name; for a select."""
    named = _countries(to_locale(get_language() or "en"))
    return [("", _("Choose a country")), *sorted(named.items(), key=lambda pair: pair[1])]


def countries_named(text: str) -> tuple[list[str], list[str]]:
    """The codes of countries named with commas between them, by name or code, and the words that name none.

    "EU" stands for all of the European Union.

    >>> countries_named("germany, USA, eu, Atlantis, DE")
    (['DE', 'US', 'EU'], ['Atlantis'])
    """
    codes, unknown = dict[str, None](), []
    for word in (part.strip() for part in text.split(",")):
        code = _spoken(to_locale(get_language() or "en")).get(folded(word))
        if code:
            codes[code] = None
        elif word:
            unknown.append(word)
    return [*codes], unknown


def countries_text(codes: Iterable[str]) -> str:
    """Countries as `countries_named` reads them again."""
    names = Locale.parse(to_locale(get_language() or "en")).territories
    return ", ".join(names.get(code, code) for code in codes)


def currency_choices() -> list[tuple[str, str | Promise]]:
    """Nothing chosen, then the currencies to pay in, with their names; for a select."""
    names = Locale.parse(to_locale(get_language() or "en")).currencies
    return [("", _("Choose a currency")), *((code, f"{code} – {names.get(code, code)}") for code in CURRENCIES)]


def currency_name(code: str) -> str:
    """The name of a currency in the reader's language, with its code."""
    return str(dict(currency_choices()).get(code, code))


def home_of(zone: str) -> dict[str, str]:
    """The country that a time zone lies in and the currency paid there, as far as both are among our choices.

    >>> home_of("Europe/London")
    {'country': 'GB', 'currency': 'GBP'}
    """
    country = str(get_global("zone_territories").get(zone, ""))
    paid = get_territory_currencies(country) if country else []
    known = {"country": country if country in _countries("en") else "", "currency": next(iter(paid), "")}
    return {name: code for name, code in known.items() if code and (name != "currency" or code in CURRENCIES)}


@functools.cache
def _spoken(locale: str) -> dict[str, str]:
    """What people write for a country: its name here or in English, its code, and the short forms of everyday."""
    known = [*_countries("en"), "EU"]
    names = [Locale.parse(each).territories for each in ("en", locale)]
    spoken = {folded(named[code]): code for named in names for code in known if code in named}
    return {**spoken, **{code.lower(): code for code in known}, **_SHORT}


@functools.cache
def _countries(locale: str) -> dict[str, str]:
    territories = Locale.parse(locale).territories
    return {
        str(code): str(name)
        for code, name in territories.items()
        if len(code) == 2 and code.isalpha() and code not in _NOT_COUNTRIES
    }
