"""The engagement and what it holds."""

from firstfoot.work.engagements.models.access import AccessItem
from firstfoot.work.engagements.models.agreement import AgreementVersion, Signature
from firstfoot.work.engagements.models.cards import CardPutAway
from firstfoot.work.engagements.models.check_ins import CheckIn, CheckInAnswer, CourseAction, CourseCorrection
from firstfoot.work.engagements.models.deliverables import (
    Criterion,
    CriterionMark,
    Deliverable,
    Review,
    Submission,
    SubmissionFile,
)
from firstfoot.work.engagements.models.engagement import Engagement, OnboardingStep
from firstfoot.work.engagements.models.guide_notes import GuideNote
from firstfoot.work.engagements.models.handover import Handover
from firstfoot.work.engagements.models.hours import HoursEntry
from firstfoot.work.engagements.models.kickoff import Kickoff
from firstfoot.work.engagements.models.parting import PartPay, PartPayWord
from firstfoot.work.engagements.models.sealing import SealedAgreement, SealOpening

__all__ = [
    "AccessItem",
    "AgreementVersion",
    "CardPutAway",
    "CheckIn",
    "CheckInAnswer",
    "CourseAction",
    "CourseCorrection",
    "Criterion",
    "CriterionMark",
    "Deliverable",
    "Engagement",
    "GuideNote",
    "Handover",
    "HoursEntry",
    "Kickoff",
    "OnboardingStep",
    "PartPay",
    "PartPayWord",
    "Review",
    "SealOpening",
    "SealedAgreement",
    "Signature",
    "Submission",
    "SubmissionFile",
]
