"""The engagement and what it holds."""

from firstfoot.work.engagements.models.agreement import AgreementVersion, Signature
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
from firstfoot.work.engagements.models.handover import Handover
from firstfoot.work.engagements.models.hours import HoursEntry
from firstfoot.work.engagements.models.parting import PartPay, PartPayWord
from firstfoot.work.engagements.models.sealing import SealedAgreement, SealOpening

__all__ = [
    "AgreementVersion",
    "CheckIn",
    "CheckInAnswer",
    "CourseAction",
    "CourseCorrection",
    "Criterion",
    "CriterionMark",
    "Deliverable",
    "Engagement",
    "Handover",
    "HoursEntry",
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
