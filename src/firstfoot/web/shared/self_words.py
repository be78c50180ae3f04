"""Sex and ethnicity in words, for the form that asks and for the audit that counts."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

SEXES: dict[str, Any] = {
    "female": _("Female"),
    "male": _("Male"),
    "another": _("Another"),
    "undisclosed": _("I prefer not to say"),
}
RACES: dict[str, Any] = {
    "hispanic": _("Hispanic or Latino"),
    "white": _("White"),
    "black": _("Black or African American"),
    "pacific": _("Native Hawaiian or Pacific Islander"),
    "asian": _("Asian"),
    "native": _("Native American or Alaska Native"),
    "several": _("Two or more races"),
    "undisclosed": _("I prefer not to say"),
}
