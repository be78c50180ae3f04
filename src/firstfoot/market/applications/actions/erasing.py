"""Erasing what a person wrote to apply, and what was answered to them."""

from __future__ import annotations

from django.db import transaction

from firstfoot.foundation.accounts.leaving import emptied
from firstfoot.foundation.accounts.models import Person
from firstfoot.kernel import clock
from firstfoot.market.applications.actions.applying import withdraw_application
from firstfoot.market.applications.models import Application, Interview, Mark
from firstfoot.market.applications.states import LIVE, ApplicationState

_TEXTS = ("motivation", "answers", "availability", "link", "offer_note", "decline_note")


@transaction.atomic
def erase_applications(*, person: Person) -> list[str]:
    """Withdraw what is open, then empty all texts, those about them too; the texts that stood there."""
    texts: list[str] = []
    for application in Application.objects.filter(person=person).order_by("project", "pk"):
        if application.state in LIVE and application.state != ApplicationState.ACCEPTED:
            withdraw_application(application_id=application.pk, actor=person)
        texts += emptied(application, *_TEXTS)
        for mark in Mark.objects.filter(application=application).order_by("pk"):
            texts += emptied(mark, "note", "scores", instead={"is_emptied": True})
        for interview in Interview.objects.filter(application=application).order_by("pk"):
            texts += emptied(interview, "how", "none_fit_note")
    return [*texts, *_links_of_talks(person)]


def _links_of_talks(person: Person) -> list[str]:
    """Where they were to be met in talks that they offered and that are over."""
    offered = Interview.objects.filter(offered_by=person).select_related("application").order_by("pk")
    over = (talk for talk in offered if not talk.is_live or (talk.chosen_at and talk.chosen_at < clock.now()))
    return [text for talk in over for text in emptied(talk, "how")]
