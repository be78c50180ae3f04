"""Money: whole minor units with a currency, never a float."""

from __future__ import annotations

from dataclasses import dataclass

# Digits after the point, ISO 4217; every currency not named has two.
_DIGITS = {"JPY": 0, "KRW": 0, "CLP": 0, "ISK": 0, "VND": 0, "BHD": 3, "KWD": 3, "JOD": 3, "TND": 3}


def digits_of(currency: str) -> int:
    """Digits after the point of a currency (ISO 4217).

    >>> digits_of("EUR"), digits_of("JPY")
    (2, 0)
    """
    return _DIGITS.get(currency, 2)


@dataclass(frozen=True, slots=True, order=False)
class Money:
    """An amount in minor units (cents) of one currency."""

    minor: int
    currency: str

    def __post_init__(self) -> None:
        if isinstance(self.minor, bool) or not isinstance(self.minor, int):
            raise TypeError("Money is whole minor units.")
        if len(self.currency) != 3 or not self.currency.isupper():
            raise ValueError(f"Not a currency code: {self.currency!r}")

    def __add__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.minor + other.minor, self.currency)

    def __sub__(self, other: Money) -> Money:
        self._same(other)
        return Money(self.minor - other.minor, self.currency)

    def __lt__(self, other: Money) -> bool:
        self._same(other)
        return self.minor < other.minor

    def __str__(self) -> str:
        """The amount with its code, for logs; pages format it in the reader's language.

        >>> str(Money(36000, "USD"))
        'USD 360.00'
        """
        digits = digits_of(self.currency)
        sign = "-" if self.minor < 0 else ""
        whole, rest = divmod(abs(self.minor), 10**digits)
        return f"{self.currency} {sign}{whole}" + (f".{rest:0{digits}}" if digits else "")

    def share(self, parts: int, of: int) -> Money:
        """`parts` of `of`, rounded down to a whole minor unit."""
        return Money(self.minor * parts // of, self.currency)

    def _same(self, other: Money) -> None:
        if self.currency != other.currency:
            raise ValueError(f"{self.currency} and {other.currency} do not mix.")
