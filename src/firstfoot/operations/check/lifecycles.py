"""Which lifecycle each kind of thing follows."""

from __future__ import annotations

from firstfoot.foundation.accounts.states import PERSON
from firstfoot.kernel.lifecycle import Lifecycle
from firstfoot.market.applications.states import (
    APPLICATION,
    INTERVIEW,
    PROJECT_INVITATION,
)
from firstfoot.market.fairpay.states import PAY_FLOOR
from firstfoot.market.moderation.states import CASE
from firstfoot.market.organizations.states import BLOCK, INVITATION, ORGANIZATION, SIGHTING
from firstfoot.market.projects.states import PROJECT, PUBLIC_QUESTION
from firstfoot.market.sourcing.states import LISTING, SWITCH
from firstfoot.market.vocabulary.states import VOCABULARY_CHANGE
from firstfoot.proof.credentials.states import CREDENTIAL, SIGNING_KEY
from firstfoot.proof.network.states import ALUMNUS, TIE
from firstfoot.proof.pathways.states import FOLLOW_UP, PATHWAY
from firstfoot.proof.portfolio.states import ITEM, PAGE, RECOMMENDATION
from firstfoot.work.disputes.states import DISPUTE
from firstfoot.work.engagements.states import (
    AGREEMENT,
    CHECK_IN,
    COURSE_CORRECTION,
    DELIVERABLE,
    ENGAGEMENT,
    KICKOFF,
    PART_PAY,
)
from firstfoot.work.evaluations.states import EVALUATION

# By the name of the model, which is also the first half of a thing's name in the journal.
LIFECYCLES: dict[str, Lifecycle] = {
    "person": PERSON,
    "organization": ORGANIZATION,
    "invitation": INVITATION,
    "payfloor": PAY_FLOOR,
    "vocabularychange": VOCABULARY_CHANGE,
    "project": PROJECT,
    "publicquestion": PUBLIC_QUESTION,
    "application": APPLICATION,
    "interview": INTERVIEW,
    "case": CASE,
    "block": BLOCK,
    "sighting": SIGHTING,
    "projectinvitation": PROJECT_INVITATION,
    "sourcingswitch": SWITCH,
    "listing": LISTING,
    "engagement": ENGAGEMENT,
    "kickoff": KICKOFF,
    "agreementversion": AGREEMENT,
    "deliverable": DELIVERABLE,
    "checkin": CHECK_IN,
    "coursecorrection": COURSE_CORRECTION,
    "partpay": PART_PAY,
    "dispute": DISPUTE,
    "evaluation": EVALUATION,
    "credential": CREDENTIAL,
    "signingkey": SIGNING_KEY,
    "pathwayoffer": PATHWAY,
    "followup": FOLLOW_UP,
    "portfolioitem": ITEM,
    "personpage": PAGE,
    "tie": TIE,
    "alumnus": ALUMNUS,
    "recommendation": RECOMMENDATION,
}
WITHOUT_STATE = {
    "benchnote", "kept", "mark", "proofreadlink", "remark", "resume", "rubric", "stipend", "talentprofile", "taxform",
    "wish",
}  # fmt: skip
