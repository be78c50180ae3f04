"""What a website answered when it was asked for its organization's token, and why it is not asked."""

from __future__ import annotations

from typing import Any

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from firstfoot.web.shared.reasons import say

OUTCOMES: dict[str, str | Promise] = {
    "found": _("The website holds the line, so whoever runs it wants to be this organization."),
    "other_words": _("The file is there, but the line is not in it."),
    "not_there": _("The file is not there, or the website leads somewhere else for it."),
    "too_long": _("The file is longer than it needs to be, so nobody read it."),
    "no_answer": _("The website did not answer in time, or not in a safe way (https)."),
    "no_such_host": _("There is no website at this address."),
    "not_public": _("The website is not on the public internet."),
}
REASONS: dict[str, Any] = {
    "no_own_domain": _("Name a website at a domain of your own first."),
    "checked_just_now": _("The website was asked a moment ago. Try again in a minute."),
}

say(REASONS)
