"""Which lifecycle each kind of thing follows."""

from __future__ import annotations

from firstfoot.foundation.accounts.states import PERSON
from firstfoot.kernel.lifecycle import Lifecycle
from firstfoot.market.applications.states import APPLICATION
from firstfoot.market.organizations.states import INVITATION, ORGANIZATION
from firstfoot.market.projects.states import PROJECT
from firstfoot.proof.pathways.states import PATHWAY
from firstfoot.work.engagements.states import AGREEMENT, CHECK_IN, COURSE_CORRECTION, DELIVERABLE, ENGAGEMENT
from firstfoot.work.evaluations.states import EVALUATION

# By the name of the model, which is also the first half of a thing's name in the journal.
LIFECYCLES: dict[str, Lifecycle] = {
    "person": PERSON,
    "organization": ORGANIZATION,
    "invitation": INVITATION,
    "project": PROJECT,
    "application": APPLICATION,
    "engagement": ENGAGEMENT,
    "agreementversion": AGREEMENT,
    "deliverable": DELIVERABLE,
    "checkin": CHECK_IN,
    "coursecorrection": COURSE_CORRECTION,
    "evaluation": EVALUATION,
    "pathwayoffer": PATHWAY,
}
WITHOUT_STATE = {"talentprofile"}
