"""Within how many days the law wants contractors paid: dated rows, changed by adding a newer one.

`days` counts from acceptance where the agreement names none; `most` is the longest an agreement may name.
Read in November 2026 in the texts that each row names; laws move, so check before relying on a row, and say
so on the page. They count for the payer's country. A row with a region counts only there: the site knows no
regions of hosts, so it is shown, and not reckoned with. A country without a row has the agreement's own days.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date


@dataclass(frozen=True, slots=True)
class Law:
    """One rule of one place, from a day on."""

    country: str  # ISO 3166-1
    from_on: date
    days: int
    most: int  # 0: the agreement may name any
    source: str
    region: str = ""  # ISO 3166-2


_LATE_PAYMENT = "Directive 2011/7/EU, Article 3(3)(b) and 3(5), in force by 16 March 2013"
_EU = (
    "AT", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU", "LV",
    "MT", "PL", "PT", "RO", "SE", "SI", "SK",
)  # fmt: skip

LAWS = (
    # 30 days where nothing is agreed; 60 at most, unless more is expressly agreed and not grossly unfair.
    *(Law(country, date(2013, 3, 16), 30, 60, _LATE_PAYMENT) for country in _EU),
    # The same, and since February 2022 the parties cannot agree on more than 60 days.
    Law("BE", date(2022, 2, 1), 30, 60, "Law of 2 August 2002 on late payment, as amended on 14 August 2021"),
    # Since July 2022 a large company pays small ones within 30 days; between others 60 at most.
    Law("NL", date(2022, 7, 1), 30, 60, "Civil Code, Book 6, Article 119a"),
    Law("GB", date(2013, 3, 16), 30, 60, "Late Payment of Commercial Debts Regulations 2013 (SI 2013/395)"),
    # By the day that was agreed, within 60 days of receiving the work at the latest.
    Law("JP", date(2024, 11, 1), 60, 60, "Act No. 25 of 2023 on transactions with freelancers, Article 4"),
    # To small enterprises that are registered: 15 days where nothing is agreed, never more than 45.
    Law("IN", date(2006, 10, 2), 15, 45, "MSMED Act 2006, section 15"),
    # Contractors paid $800, $500, $250 or more in 120 days: by the day in the contract, else within 30 days.
    Law("US", date(2024, 8, 28), 30, 0, "Freelance Isn't Free Act, General Business Law, Article 44-A", "US-NY"),
    Law("US", date(2024, 7, 1), 30, 0, "Freelance Worker Protection Act, 820 ILCS 193", "US-IL"),
    Law("US", date(2025, 1, 1), 30, 0, "Freelance Worker Protection Act, Business and Professions Code 18100", "US-CA"),
)  # fmt: skip


def laws_of(country: str, on: date, laws: Iterable[Law] = LAWS) -> list[Law]:
    """What counts in a country on a day: the newest row of the country itself and of each of its regions."""
    standing = dict[str, Law]()
    begun = [law for law in laws if law.country == country and law.from_on <= on]
    for law in sorted(begun, key=lambda law: law.from_on):
        standing[law.region] = law
    return [standing[region] for region in sorted(standing)]


def days_to_pay(agreed: int | None, country: str, on: date, laws: Iterable[Law] = LAWS) -> int | None:
    """Within how many days pay is due: the agreed ones, at most what the law allows; the law's where none is agreed.

    >>> days_to_pay(30, "DE", date(2026, 1, 1)), days_to_pay(90, "DE", date(2026, 1, 1)), days_to_pay(30, "", date.max)
    (30, 60, 30)
    """
    law = next((law for law in laws_of(country, on, laws) if not law.region), None)
    if agreed is None:
        return law.days if law else None
    return min(agreed, law.most) if law and law.most else agreed
