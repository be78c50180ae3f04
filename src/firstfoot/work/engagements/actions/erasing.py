"""Erasing a person from the work: their words go, what was promised and paid for stays without a name."""

from __future__ import annotations

from datetime import date

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from firstfoot.foundation.accounts.leaving import emptied
from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.accounts.states import PersonState
from firstfoot.foundation.files.exports import delete_stored
from firstfoot.work.engagements.actions.cards import forget_cards
from firstfoot.work.engagements.actions.kickoff import empty_kickoff
from firstfoot.work.engagements.actions.plan import empty_steps, let_go_of_files
from firstfoot.work.engagements.actions.sealing import SEALED, seal_agreement, to_seal
from firstfoot.work.engagements.models import (
    AccessItem,
    AgreementVersion,
    CheckInAnswer,
    CourseAction,
    CourseCorrection,
    Criterion,
    CriterionMark,
    Deliverable,
    Engagement,
    GuideNote,
    Handover,
    HoursEntry,
    Kickoff,
    PartPay,
    PartPayWord,
    Review,
    Submission,
    SubmissionFile,
)
from firstfoot.work.engagements.states import LIVE

ERASED = "(erased)"


@transaction.atomic
def erase_work(*, person: Person) -> list[str]:
    """Empty what the person wrote and what was written about their work; the texts that stood there.

    Agreements are sealed. Links and files of accepted results stay with the host until their date.
    """
    texts: list[str] = []
    for engagement in Engagement.objects.filter(intern=person).order_by("pk"):
        texts += _engagement(engagement)
    let_go_of_files(person)
    forget_cards(person)
    for ended in Engagement.objects.filter(ended_by=person).exclude(intern=person):
        texts += emptied(ended, "end_note", "handed_over")
    for word in PartPayWord.objects.filter(said_by=person).exclude(part_pay__engagement__intern=person):
        texts += emptied(word, "note")
    for answer in CheckInAnswer.objects.filter(person=person):
        texts += emptied(answer, "note", "keep", "change", "feedback")
    return texts


def seal_all() -> list[str]:
    """Seal every version that is to be, now that its person is erased or its work is over; the texts that went."""
    texts: list[str] = []
    for agreement_id in list(to_seal().order_by("-number", "-pk").values_list("pk", flat=True)):
        texts += seal_agreement(agreement_id=agreement_id)
    return texts


def kept_files(person: Person) -> set[int]:
    """The files of accepted results, which the host keeps until their date."""
    is_kept = Q(submission__review__is_accepted=True) | Q(submission__deliverable__is_upheld=True)
    accepted = SubmissionFile.objects.filter(is_kept, submission__submitted_by=person)
    return set(accepted.values_list("file", flat=True))


def _engagement(engagement: Engagement) -> list[str]:
    texts = emptied(
        engagement, "learning_goal", "learning_answer", "tools_used", "end_note", "handed_over", "handover_note"
    )
    texts += _terms(engagement)
    for handover in Handover.objects.filter(engagement=engagement):
        texts += emptied(handover, "use", "sources", "open_ends")
    texts += [*empty_steps(engagement), *empty_kickoff(engagement)]
    for guide_note in GuideNote.objects.filter(engagement=engagement):
        texts += emptied(guide_note, "note", "intern_note")
    for item in AccessItem.objects.filter(engagement=engagement):
        texts += emptied(item, "giver", instead={"name": ERASED})
    for correction in CourseCorrection.objects.filter(engagement=engagement):
        texts += emptied(correction, "what")
    for action in CourseAction.objects.filter(correction__engagement=engagement):
        texts += emptied(action, instead={"text": ERASED})
    for word in PartPayWord.objects.filter(part_pay__engagement=engagement):
        texts += emptied(word, "note")
    for entry in HoursEntry.objects.filter(engagement=engagement):
        texts += emptied(entry, "what")
    for submission in Submission.objects.filter(deliverable__engagement=engagement):
        texts += _submission(submission)
    for review in Review.objects.filter(submission__deliverable__engagement=engagement):
        texts += emptied(review, "comment")
    marks = CriterionMark.objects.filter(review__submission__deliverable__engagement=engagement)
    for mark in marks.exclude(comment=""):
        texts += emptied(mark, instead={"comment": ERASED})
    return texts


def _terms(engagement: Engagement) -> list[str]:
    """Titles and points that the intern worded in a counter; the brief's own stay."""
    first = AgreementVersion.objects.filter(engagement=engagement, number=1).first()
    results = first.terms["deliverables"] if first else []
    known = {item[name] for item in results for name in ("title", "format")}
    known |= {point["text"] for item in results for point in item["criteria"]}
    texts: list[str] = []
    for deliverable in Deliverable.objects.filter(engagement=engagement):
        for name in ("title", "format"):
            if getattr(deliverable, name) not in {*known, ""}:
                texts += emptied(deliverable, instead={name: SEALED})
    for criterion in Criterion.objects.filter(deliverable__engagement=engagement).exclude(text__in=known):
        texts += emptied(criterion, instead={"text": SEALED})
    return texts


def _submission(submission: Submission) -> list[str]:
    is_accepted = Review.objects.filter(submission=submission, is_accepted=True).exists()
    if is_accepted or submission.deliverable.is_upheld:
        return emptied(submission, "note")
    SubmissionFile.objects.filter(submission=submission).delete()
    return emptied(submission, "note", "links")


@transaction.atomic
def delete_old_results(*, today: date) -> int:
    """Delete links and files of accepted results of erased people whose date has come; how many files."""
    last = today.replace(year=today.year - settings.AGREEMENTS_KEPT_YEARS, day=min(today.day, 28))
    old = Q(submission__deliverable__engagement__end_on__lte=last)
    erased = Q(submission__submitted_by__state=PersonState.ERASED)
    over = SubmissionFile.objects.filter(old, erased).exclude(submission__deliverable__engagement__state__in=LIVE)
    held = list(over.select_related("file"))
    for each in held:
        each.delete()
        delete_stored(each.file)
    links = Submission.objects.filter(
        deliverable__engagement__end_on__lte=last, submitted_by__state=PersonState.ERASED
    ).exclude(links=[])
    links.update(links=[])
    return len(held)


def things_of_intern(person: Person) -> set[str]:
    """The names, in the journal, of everything that is about the person's own work."""
    mine = Engagement.objects.filter(intern=person)
    found = {engagement.thing for engagement in mine}
    for part in (AgreementVersion, Deliverable, CourseCorrection, Kickoff, PartPay):
        found |= {row.thing for row in part._default_manager.filter(engagement__in=mine.values("pk"))}
    return found | {row.thing for engagement in mine for row in engagement.check_ins.all()}
