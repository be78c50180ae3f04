"""What an intern is asked about how a project suited them, in words."""

from __future__ import annotations

from typing import Any

from django.utils.translation import gettext_lazy as _

FITS: dict[str, tuple[Any, Any]] = {
    "role": (_("The kind of work"), _("Doing this for more of your week")),
    "industry": (_("The field"), _("What the organization is there for")),
    "size": (_("The size of the team"), _("How many people you had around you")),
    "manner": (_("The manner of working"), _("From afar or on site, alone or together")),
}
SUITS: dict[int, Any] = {1: _("Not for me"), 2: _("Rather not"), 3: _("Suits me"), 4: _("Just right")}
