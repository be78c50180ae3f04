"""What the scope check says about the good parts of a brief."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

PRAISE: dict[str, tuple[str | Promise, str | Promise]] = {
    "outcome_clear": (_("A clear outcome"), _("One sentence, one result. People know what they say yes to.")),
    "out_of_scope_said": (
        _("You say what is not included"),
        _("%(count)s things are ruled out, so the work cannot quietly grow."),
    ),
    "criteria_measurable": (
        _("Every deliverable can be checked"),
        _("%(count)s criteria tell both sides when it is done."),
    ),
    "early_feedback": (
        _("There is something to look at early"),
        _("The first deliverable is due on day %(day)s, in time to change course."),
    ),
    "inputs_ready": (_("All is ready at the start"), _("Nobody has to wait for what you hand over.")),
    "cover_named": (_("A cover is named"), _("Work goes on when the supervisor is away.")),
    "guidance_generous": (_("Good time for guidance"), _("%(hours)s hours a week leave room for real feedback.")),
    "welcome_prepared": (
        _("The welcome is prepared"),
        _("%(count)s steps on both sides. The first day will not be lost."),
    ),
    "start_flexible": (
        _("The start can move"),
        _("A window of %(days)s days lets people with exams or shifts say yes."),
    ),
    "pay_generous": (_("Good pay"), _("It comes to %(hourly_minor)s an hour, well above the least.")),
    "pathway_stated": (_("You say what may come next"), _("People give more when they see where it can lead.")),
    "portfolio_open": (_("The work may be shown"), _("The intern leaves with proof, and your name travels with it.")),
}
