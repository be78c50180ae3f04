"""The sentences for codes that reach people: why they were declined, why an offer went, why it ended."""

from __future__ import annotations

from collections.abc import Mapping

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from firstfoot.market.applications.states import DeclineReason, LapseReason, RescindReason
from firstfoot.market.organizations.states import Role
from firstfoot.market.projects.states import SetAside
from firstfoot.proof.credentials.states import RevokeReason
from firstfoot.proof.pathways.states import PathwayKind
from firstfoot.work.engagements.states import EndReason
from firstfoot.work.payments.states import WriteOffReason

DECLINED = {
    DeclineReason.SKILLS_FIT: _("The host looked for other skills for this project."),
    DeclineReason.EXPERIENCE_SHOWN: _("The host looked for more experience with this kind of work."),
    DeclineReason.ANSWERS_THIN: _("The host would have liked to read more in the answers."),
    DeclineReason.HOURS_DATES: _("Your hours or dates did not fit the project's."),
    DeclineReason.OTHERS_CLOSER: _("Others came closer to what the project needs."),
    DeclineReason.SCOPE_CHANGED: _("The host changed what the project is about."),
}
RESCINDED = {
    RescindReason.PLANS_CHANGED: _("The host's plans changed."),
    RescindReason.BUDGET_GONE: _("The host no longer has the money for this project."),
    RescindReason.MADE_IN_ERROR: _("The offer was made by mistake."),
    RescindReason.NO_REPLY: _("The host needed an answer sooner."),
}
LAPSED = {
    LapseReason.FILLED: _("All seats of this project are taken. This is not about you."),
    LapseReason.CLOSED: _("The host closed this project. This is not about you."),
    LapseReason.SILENCE: _("The host did not answer in time, so we closed the project. This is not about you."),
    LapseReason.NEVER_SENT: _("The project closed before you sent your application."),
    LapseReason.RESERVE_RELEASED: _("All seats are taken for good. The host had you on the short list to the end."),
}
REVOKED = {
    RevokeReason.WRONG_FACT: _("Something in it was not so."),
    RevokeReason.BY_MISTAKE: _("It was given out by mistake."),
    RevokeReason.NOT_THEIR_WORK: _("The work was not the intern's own."),
    RevokeReason.HOLDER: _("Whoever holds it took it back."),
    RevokeReason.AUTHOR: _("Whoever wrote the letter took the letter back."),
}
SET_ASIDE = {
    SetAside.IN_BRIEF: _("The host says that the brief answers it already."),
    SetAside.OFF_TOPIC: _("The host says that it is not about this project."),
    SetAside.PRIVATE: _("The host says that the answer is not for everyone."),
    SetAside.CLOSED: _("The project closed before the host answered."),
}
ENDED = {
    EndReason.PLANS_CHANGED: _("plans changed"),
    EndReason.NOT_A_FIT: _("it was not a fit"),
    EndReason.NO_TIME: _("no time"),
    EndReason.ILLNESS: _("illness"),
    EndReason.NO_ANSWER: _("no answer from the other side"),
    EndReason.SILENCE: _("no answer came"),
    EndReason.NOT_SIGNED: _("the agreement was not signed"),
    EndReason.TERMS: _("no agreement on the terms"),
    EndReason.OTHER: _("another reason"),
    EndReason.DECIDED: _("the third party decided so in a dispute"),
}
WRITTEN_OFF = {
    WriteOffReason.AGREED_LESS: _("both agreed on less"),
    WriteOffReason.OTHERWISE: _("it was settled in another way"),
    WriteOffReason.GIVEN_UP: _("the intern gives it up"),
    WriteOffReason.CANNOT_PAY: _("the host cannot pay"),
    WriteOffReason.DECIDED: _("the third party decided so in a dispute"),
}
ROLES: Mapping[str, Promise] = {
    Role.OWNER: _("owner"),
    Role.RECRUITER: _("recruiter"),
    Role.SUPERVISOR: _("supervisor"),
}
PATHWAYS: Mapping[str, Promise] = {
    PathwayKind.AGAIN: _("another project together"),
    PathwayKind.INTERVIEW: _("an interview"),
    PathwayKind.INTERNSHIP: _("an internship"),
    PathwayKind.PART_TIME: _("a job for part of the week"),
    PathwayKind.FULL_TIME: _("a full job"),
    PathwayKind.KEEP_IN_TOUCH: _("to keep in touch"),
    PathwayKind.NOTHING_NOW: _("nothing for now"),
}
