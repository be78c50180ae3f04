"""The sentences of disputes that mails and pages share: what it is about, what is decided, what that means."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from firstfoot.work.disputes.states import Cause, Decision

CAUSES: Mapping[str, Promise] = {
    Cause.NOT_ACCEPTED: _("A result is not accepted, though it meets the criteria"),
    Cause.NOT_AS_AGREED: _("A result does not meet what was agreed"),
    Cause.NOT_PAID: _("Pay did not arrive"),
    Cause.SCOPE: _("More is asked than was signed"),
    Cause.CONDUCT: _("How one side treats the other"),
    Cause.ENDING: _("The early end, or its part of the pay"),
}
DECISIONS: Mapping[str, Promise] = {
    Decision.ACCEPTED: _("The result is accepted on the record"),
    Decision.RETURNED: _("The result goes back, with what is missing"),
    Decision.PAY_STANDS: _("The pay is owed as agreed"),
    Decision.PART_PAY: _("A part of the pay is owed"),
    Decision.ENDED: _("The work ends, with a part of the pay"),
    Decision.NOTHING: _("Nothing changes"),
}
THEN: Mapping[str, Promise] = {
    Decision.ACCEPTED: _("Its acceptance is final, as if the host had given it. What the host wrote stays to be read."),
    Decision.RETURNED: _("The intern may change it and hand it in again; the host answers as before."),
    Decision.PAY_STANDS: _("The host pays what is due and says when it did."),
    Decision.PART_PAY: _("The rest of what is due is written off. Nothing is moved: it is only recorded what is owed."),
    Decision.ENDED: _("What was accepted stays accepted. Of the pay, the named part is owed."),
    Decision.NOTHING: _("Everything goes on as it stood before."),
}
