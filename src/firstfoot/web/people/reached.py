"""How somebody says they are reached: a mail address, a link or a phone number, and where it leads."""

from __future__ import annotations

import re

from django.core.exceptions import ValidationError
from django.core.validators import URLValidator, validate_email
from django.utils.translation import gettext as _

LONGEST = 200
_PHONE = re.compile(r"\+?[\d ()./-]{5,30}\Z")
_is_link = URLValidator(schemes=["http", "https"])


def way_of(text: str) -> str:
    """The address behind what was written, or ValidationError when it is none of the three.

    >>> [way_of(one) for one in ("sam@home.example", "https://sam.example/me", "+44 20 (7946) 0000")]
    ['mailto:sam@home.example', 'https://sam.example/me', 'tel:+442079460000']
    """
    if _PHONE.match(text) and sum(letter.isdigit() for letter in text) >= 5:
        return "tel:" + re.sub(r"[^\d+]", "", text)
    if "://" in text:
        _is_link(text)
        return text
    validate_email(text)
    return f"mailto:{text}"


def checked(text: str) -> str:
    """What was written, where it leads somewhere; ValidationError with what to write."""
    try:
        way_of(text)
    except ValidationError as error:
        said = _("Write a mail address, a link that begins with https://, or a phone number.")
        raise ValidationError(said) from error
    return text


def way_or_none(text: str) -> str:
    """The same for a page: "" for what leads nowhere."""
    try:
        return way_of(text)
    except ValidationError:
        return ""
