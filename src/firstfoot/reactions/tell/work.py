"""What is told while the work goes on: results, check-ins, course corrections."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.journal.models import Fact
from firstfoot.reactions.people import PARTIES_OF_PART, both, guides, side, thing_of
from firstfoot.reactions.phrases import day_text
from firstfoot.reactions.tell.engagements import names
from firstfoot.reactions.telling import Said, always, mail_each, tell_each
from firstfoot.work.engagements.models import CheckIn, CourseCorrection, Deliverable, Review
from firstfoot.work.engagements.states import CorrectionCause, Helped, Side


def tell_handed_in(fact: Fact) -> None:
    deliverable = _deliverable(fact)
    engagement = deliverable.engagement

    def write(_person: Person) -> Said:
        until = day_text(deliverable.review_by_at) if deliverable.review_by_at else ""
        body = _("%(intern)s handed it in. Review it by %(day)s.") % {**names(engagement), "day": until}
        return Said(_("Handed in: %(result)s") % {"result": deliverable.title}, body, _result(deliverable))

    tell_each(fact, guides(engagement), write)


def mail_returned(fact: Fact) -> None:
    """Work that came back is mailed at once, criterion by criterion."""
    deliverable = _deliverable(fact)
    number = fact.data.get("submission")
    review = Review.objects.select_related("reviewer").get(
        submission__deliverable=deliverable, submission__number=number
    )
    marks = list(review.marks.select_related("criterion").order_by("criterion__number"))
    title = _("Please have another look: %(result)s") % {"result": deliverable.title}
    body = _("%(reviewer)s says what is still missing.") % {"reviewer": review.reviewer.name}
    said = Said(title, body, _result(deliverable), _("See what to change"))
    context = {
        "deliverable": deliverable,
        "engagement": deliverable.engagement,
        "review": review,
        "not_yet": [mark for mark in marks if not mark.is_met],
        "met": [mark for mark in marks if mark.is_met],
    }
    mail_each(fact, [deliverable.engagement.intern], "work_returned", always(said), context)


def tell_accepted(fact: Fact) -> None:
    deliverable = _deliverable(fact)
    title = _("Accepted: %(result)s") % {"result": deliverable.title}
    body = _("%(organization)s has what it asked for.") % names(deliverable.engagement)
    if fact.data.get("reason") == "dispute":
        body = _("The third party accepted it in the dispute.")
        tell_each(fact, guides(deliverable.engagement), always(Said(title, body, _result(deliverable))))
    if fact.data.get("reason") == "third_party":
        body = _("A steward accepted it on the record, since no answer came in 10 business days.")
        tell_each(fact, guides(deliverable.engagement), always(Said(title, body, _result(deliverable))))
    tell_each(fact, [deliverable.engagement.intern], always(Said(title, body, _result(deliverable))))


def tell_check_in_answered(fact: Fact) -> None:
    """Both have answered: now each may read the other. Whoever was last sees it at once."""
    check_in = _check_in(fact)
    title = _("Read the check-in: %(title)s") % names(check_in.engagement)
    body = _("Both sides have answered.")
    if fact.data.get("divergent"):
        body = _("You see it differently. Agree on what to do next.")
    tell_each(fact, both(check_in.engagement), always(Said(title, body, _check_in_page(check_in))))


def tell_feedback_rated(fact: Fact) -> None:
    """Whoever guides learns whether what they said was of use."""
    check_in = _check_in(fact)
    titles = {
        Helped.YES: _("Your feedback helped: %(title)s"),
        Helped.A_LITTLE: _("Your feedback helped a little: %(title)s"),
        Helped.NO: _("Your feedback did not help yet: %(title)s"),
    }
    title = titles[Helped(str(fact.data["helped"]))] % names(check_in.engagement)
    body = _("%(intern)s says so of what you wrote at a check-in.") % names(check_in.engagement)
    tell_each(fact, guides(check_in.engagement), always(Said(title, body, _check_in_page(check_in))))


def tell_check_in_missed(fact: Fact) -> None:
    check_in = _check_in(fact)
    engagement = check_in.engagement
    answered = fact.data.get("answered") or []
    title = _("A check-in was missed: %(title)s") % names(engagement)
    late = _("You did not answer in time. A short message to the other side helps.")
    waited = _("The other side did not answer in time. Ask how it goes.")
    for which in Side:
        body = waited if which in answered else late
        page = _check_in_page(check_in)
        tell_each(fact, side(engagement, which), always(Said(title, body, page)))


def tell_skip_proposed(fact: Fact) -> None:
    check_in = _check_in(fact)
    other = Side(str(fact.data["side"])).other
    title = _("Leave out a check-in? %(title)s") % names(check_in.engagement)
    body = _("The other side asks to skip it. Agree, or answer it as usual.")
    tell_each(fact, side(check_in.engagement, other), always(Said(title, body, _check_in_page(check_in))))


def tell_skipped(fact: Fact) -> None:
    """Only where the two agreed; when the work ends, the rest goes without a word."""
    if fact.data.get("reason") != "agreed":
        return
    check_in = _check_in(fact)
    title = _("The check-in is left out: %(title)s") % names(check_in.engagement)
    tell_each(fact, both(check_in.engagement), always(Said(title, "", _check_in_page(check_in))))


def tell_correction_opened(fact: Fact) -> None:
    """By one side; where a check-in opened it, the check-in is told."""
    correction = _correction(fact)
    if correction.cause == CorrectionCause.DIVERGENCE:
        return
    names_ = names(correction.engagement)
    if not correction.opened_side:
        title = _("The logged hours run over: %(title)s") % names_
        body = _("They are 15 % above those agreed, or more. Take work out, or agree on more hours and their pay.")
        tell_each(fact, both(correction.engagement), always(Said(title, body, _correction_page(correction))))
        return
    titles = {
        CorrectionCause.STUCK: _("%(who)s is stuck: %(title)s"),
        CorrectionCause.WRONG_LEVEL: _("Too hard or too easy, says %(who)s: %(title)s"),
        CorrectionCause.SILENT_SUPERVISOR: _("The supervisor does not answer, says %(who)s: %(title)s"),
        CorrectionCause.SILENT_INTERN: _("The intern does not answer, says %(who)s: %(title)s"),
        CorrectionCause.SCOPE_TOO_BIG: _("More work than agreed, says %(who)s: %(title)s"),
        CorrectionCause.QUALITY: _("The result is not good enough yet, says %(who)s: %(title)s"),
        CorrectionCause.ACCESS_MISSING: _("Access or material is missing, says %(who)s: %(title)s"),
        CorrectionCause.HOURS_OVERRUNNING: _("The hours run over, says %(who)s: %(title)s"),
        CorrectionCause.ASKED: _("%(who)s asks to change course: %(title)s"),
    }
    who = names_["intern" if correction.opened_side == Side.INTERN else "organization"]
    title = titles[CorrectionCause(correction.cause)] % {**names_, "who": who}
    body = _("Write down what each of you does about it, and by when.")
    tell_each(fact, both(correction.engagement), always(Said(title, body, _correction_page(correction))))


def tell_correction_proposed(fact: Fact) -> None:
    correction = _correction(fact)
    title = _("What to do next, for you to agree: %(title)s") % names(correction.engagement)
    body = _("The other side wrote down what each of you does. Agree, or change it.")
    tell_each(fact, both(correction.engagement), always(Said(title, body, _correction_page(correction))))


def tell_correction_agreed(fact: Fact) -> None:
    correction = _correction(fact)
    title = _("Agreed what to do next: %(title)s") % names(correction.engagement)
    tell_each(fact, both(correction.engagement), always(Said(title, "", _correction_page(correction))))


def tell_correction_closed(fact: Fact) -> None:
    correction = _correction(fact)
    title = _("Settled: %(title)s") % names(correction.engagement)
    body = _("What was in the way is out of the way.")
    tell_each(fact, both(correction.engagement), always(Said(title, body, _correction_page(correction))))


def _deliverable(fact: Fact) -> Deliverable:
    return thing_of(fact, Deliverable, *PARTIES_OF_PART)


def _check_in(fact: Fact) -> CheckIn:
    return thing_of(fact, CheckIn, *PARTIES_OF_PART)


def _correction(fact: Fact) -> CourseCorrection:
    return thing_of(fact, CourseCorrection, *PARTIES_OF_PART)


def _result(deliverable: Deliverable) -> str:
    return reverse("work:deliverable", args=[deliverable.engagement.public_id, deliverable.number])


def _check_in_page(check_in: CheckIn) -> str:
    return reverse("work:check_in", args=[check_in.engagement.public_id, check_in.number])


def _correction_page(correction: CourseCorrection) -> str:
    return reverse("work:correction", args=[correction.engagement.public_id, correction.public_id])
