"""Account numbers, card numbers, and asking for them."""

from __future__ import annotations

import re

from firstfoot.market.projects.moderation.patterns import shape

_PRIVATE = (
    r"(?:\w+ )?bank (?:account )?(?:details|information|data|account|card|login|statements?)|"
    r"account (?:number|no|details)|sort code|routing number|iban|(?:credit|debit|bank) card(?: number)?|card number|"
    r"security code|cvv|cvc|ssn|social security number|online banking(?: \w+)?|paypal password|name of your bank"
)
_FEW = "(?:(?:us|me|here|with|your|their|the|a|full|scan|picture|copy|of|long|exact|own) ){0,5}"
ASKED = shape(
    "{give} {few}{private}",
    "{give} .. your {few}{private}",
    "{give} .. of your {private}",
    "{with} your {few}{private}",
    "number on the front of your",
    "your card's security code",
    "what is your {private}",
    "what's your {private}",
    "your pin",
    "bank are you with",
    "account no \\d{{5,}}",
    "{private} .. so that we can pay",
    give="send|share|give|tell|enter|upload|state|add|include|provide|submit|reply|need|needs|require|requires|supply|name",
    few=_FEW,
    private=_PRIVATE,
    **{"with": "reply with|answer with|start with"},
)

# Each begins anew at a word, and no part can match where another could: linear.
_IBAN = re.compile(r"\b[A-Z]{2}\d{2}(?: ?[A-Z0-9]{2,4}){3,8}\b")
_CARD = re.compile(r"(?<![\d-])\d(?:[ -]?\d){12,18}(?![\d-])")
_CARD_STARTS = ("34", "37", "4", "51", "52", "53", "54", "55", "2", "6011", "62", "65")


def numbers_in(text: str) -> list[str]:
    """The account and card numbers in a text, by their check digits."""
    found = [number for number in _IBAN.findall(text) if is_iban(number)]
    cards = (re.sub(r"[ -]", "", number) for number in _CARD.findall(text))
    return found + [number for number in cards if number.startswith(_CARD_STARTS) and is_card(number)]


def is_iban(text: str) -> bool:
    """Whether the check digits of ISO 13616 fit.

    >>> is_iban("GB82 WEST 1234 5698 7654 32"), is_iban("GB83 WEST 1234 5698 7654 32")
    (True, False)
    """
    plain = text.replace(" ", "")
    if not 15 <= len(plain) <= 34:
        return False
    return int("".join(str(int(letter, 36)) for letter in plain[4:] + plain[:4])) % 97 == 1


def is_card(digits: str) -> bool:
    """Whether the last digit is the Luhn check of those before.

    >>> is_card("4111111111111111"), is_card("4111111111111112")
    (True, False)
    """
    doubled = [int(d) * 2 for d in digits[-2::-2]]
    rest = sum(int(d) for d in digits[-1::-2])
    return (rest + sum(d - 9 if d > 9 else d for d in doubled)) % 10 == 0
