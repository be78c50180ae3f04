"""What a person has part in through engagements, as far as they may read it there."""

from __future__ import annotations

from django.db.models import Q, QuerySet

from firstfoot.foundation.accounts.models import Person
from firstfoot.work.disputes.models import Dispute
from firstfoot.work.engagements.models import (
    AccessItem,
    AgreementVersion,
    CardPutAway,
    CheckIn,
    CheckInAnswer,
    CourseAction,
    CourseCorrection,
    CriterionMark,
    Deliverable,
    Engagement,
    GuideNote,
    Handover,
    HoursEntry,
    Kickoff,
    OnboardingStep,
    PartPay,
    PartPayWord,
    Review,
    Signature,
    Submission,
)
from firstfoot.work.engagements.states import CheckInState
from firstfoot.work.payments.models import Stipend, StipendEntry, TaxForm


def parted(person: Person) -> QuerySet[Engagement]:
    """The engagements the person does, guides, covers or signed, not all that their organization has."""
    signed = Signature.objects.filter(signer=person).values("agreement__engagement")
    mine = Q(intern=person) | Q(supervisor=person) | Q(cover=person) | Q(ended_by=person) | Q(pk__in=signed)
    people = ("organization", "project", "intern", "supervisor", "cover", "ended_by", "thread", "application")
    return Engagement.objects.filter(mine).select_related(*people).order_by("pk")


def disputes(person: Person) -> QuerySet[Dispute]:
    """Of both sides: each reads all of it. A steward has those they decided."""
    mine = Q(engagement__in=parted(person).values("pk")) | Q(decided_by=person) | Q(final_by=person)
    mine |= Q(opened_by=person) | Q(answered_by=person) | Q(appealed_by=person)
    people = ("engagement", "deliverable", "opened_by", "answered_by", "decided_by", "appealed_by", "final_by")
    return Dispute.objects.filter(mine).select_related(*people).order_by("pk")


def agreements(person: Person) -> QuerySet[AgreementVersion]:
    mine = Q(engagement__in=parted(person).values("pk")) | Q(proposed_by=person)
    return AgreementVersion.objects.filter(mine).select_related("engagement", "proposed_by").order_by("pk")


def signatures(person: Person) -> QuerySet[Signature]:
    """Of both sides: each got the other's with the agreement."""
    of_mine = Signature.objects.filter(agreement__engagement__in=parted(person).values("pk"))
    return of_mine.select_related("agreement", "signer").order_by("pk")


def steps(person: Person) -> QuerySet[OnboardingStep]:
    mine = Q(engagement__in=parted(person).values("pk")) | Q(done_by=person)
    return OnboardingStep.objects.filter(mine).select_related("engagement", "done_by").order_by("pk")


def check_ins(person: Person) -> QuerySet[CheckIn]:
    of_mine = CheckIn.objects.filter(engagement__in=parted(person).values("pk"))
    return of_mine.select_related("engagement").order_by("pk")


def check_in_answers(person: Person) -> QuerySet[CheckInAnswer]:
    """Their own; the other side's only where they take part in the check-ins and both have answered."""
    talks = Q(check_in__engagement__intern=person) | Q(check_in__engagement__supervisor=person)
    talks |= Q(check_in__engagement__cover=person)
    shown = Q(check_in__state=CheckInState.ANSWERED) & talks
    return CheckInAnswer.objects.filter(Q(person=person) | shown).select_related("check_in", "person").order_by("pk")


def corrections(person: Person) -> QuerySet[CourseCorrection]:
    of_mine = CourseCorrection.objects.filter(engagement__in=parted(person).values("pk"))
    return of_mine.select_related("engagement", "check_in").order_by("pk")


def correction_actions(person: Person) -> QuerySet[CourseAction]:
    of_mine = CourseAction.objects.filter(correction__engagement__in=parted(person).values("pk"))
    return of_mine.select_related("correction").order_by("pk")


def handovers(person: Person) -> QuerySet[Handover]:
    of_mine = Handover.objects.filter(engagement__in=parted(person).values("pk"))
    return of_mine.select_related("engagement").order_by("pk")


def kickoffs(person: Person) -> QuerySet[Kickoff]:
    mine = Q(engagement__in=parted(person).values("pk")) | Q(offered_by=person)
    return Kickoff.objects.filter(mine).select_related("engagement", "offered_by").order_by("pk")


def access(person: Person) -> QuerySet[AccessItem]:
    of_mine = AccessItem.objects.filter(engagement__in=parted(person).values("pk"))
    return of_mine.select_related("engagement").order_by("pk")


def cards(person: Person) -> QuerySet[CardPutAway]:
    return CardPutAway.objects.filter(person=person).order_by("pk")


def guide_notes(person: Person) -> QuerySet[GuideNote]:
    """What they said, and what was said to them: of the intern, the word for the intern alone stands there."""
    return GuideNote.objects.filter(by=person).select_related("engagement", "by").order_by("pk")


def hours(person: Person) -> QuerySet[HoursEntry]:
    of_mine = HoursEntry.objects.filter(engagement__in=parted(person).values("pk"))
    return of_mine.select_related("engagement").order_by("pk")


def part_pays(person: Person) -> QuerySet[PartPay]:
    of_mine = PartPay.objects.filter(engagement__in=parted(person).values("pk"))
    return of_mine.select_related("engagement").order_by("pk")


def part_pay_words(person: Person) -> QuerySet[PartPayWord]:
    """Both sides' in what they have part in, and their own."""
    mine = Q(part_pay__engagement__in=parted(person).values("pk")) | Q(said_by=person)
    return PartPayWord.objects.filter(mine).select_related("part_pay", "said_by").order_by("pk")


def deliverables(person: Person) -> QuerySet[Deliverable]:
    mine = Q(engagement__in=parted(person).values("pk")) | Q(accepted_by=person)
    return Deliverable.objects.filter(mine).select_related("engagement", "accepted_by").order_by("pk")


def submissions(person: Person) -> QuerySet[Submission]:
    mine = Q(deliverable__engagement__in=parted(person).values("pk")) | Q(submitted_by=person)
    return Submission.objects.filter(mine).select_related("deliverable", "submitted_by").order_by("pk")


def reviews(person: Person) -> QuerySet[Review]:
    """Of their work, and by them."""
    mine = Q(submission__deliverable__engagement__in=parted(person).values("pk")) | Q(reviewer=person)
    return Review.objects.filter(mine).select_related("submission", "reviewer").order_by("pk")


def review_points(person: Person) -> QuerySet[CriterionMark]:
    of_mine = CriterionMark.objects.filter(review__in=reviews(person).order_by().values("pk"))
    return of_mine.select_related("review", "criterion").order_by("pk")


def stipends(person: Person) -> QuerySet[Stipend]:
    """Of the engagements they have part in."""
    mine = Q(engagement__in=parted(person).values("pk")) | Q(asked_by=person)
    people = ("engagement", "organization", "payee", "asked_by")
    return Stipend.objects.filter(mine).select_related(*people).order_by("pk")


def stipend_entries(person: Person) -> QuerySet[StipendEntry]:
    mine = Q(stipend__in=stipends(person).order_by().values("pk")) | Q(recorded_by=person)
    entries = StipendEntry.objects.filter(mine).select_related("stipend", "deliverable", "reverses", "recorded_by")
    return entries.order_by("pk")


def tax_forms(person: Person) -> QuerySet[TaxForm]:
    """Their own, and those they noted for their organization."""
    mine = Q(person=person) | Q(noted_by=person)
    return TaxForm.objects.filter(mine).select_related("organization", "person", "noted_by").order_by("pk")
