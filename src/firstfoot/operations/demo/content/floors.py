"""Floors of pay of the demo world, as its steward wrote them down."""

from __future__ import annotations

from datetime import date

# Country, currency, minor units an hour, from, where it stands.
FLOORS = (
    ("DE", "EUR", 1390, date(2026, 1, 1), "Minimum wage by the fifth ordinance on its adjustment"),
    ("DE", "EUR", 1460, date(2027, 1, 1), "Minimum wage by the fifth ordinance on its adjustment"),
    ("IE", "EUR", 1415, date(2026, 1, 1), "National minimum wage, order of 2025"),
    ("NL", "EUR", 1471, date(2026, 1, 1), "Statutory minimum hourly wage, first half of 2026"),
    ("GB", "GBP", 1271, date(2026, 4, 1), "National Living Wage from April 2026"),
)
