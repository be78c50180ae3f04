"""Evaluation: the closing assessment by one side."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from firstfoot.foundation.journal.models import Chained
from firstfoot.market.projects.brief import content_hash
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.engagements.states import Side
from firstfoot.work.evaluations.states import Appeal, EvaluationState

EMPTY = models.Value({}, models.JSONField())  # for processes of the release before, which do not know the field


class Evaluation(Chained):
    """One side's assessment; unseen by the other until both are in or the time is up."""

    state = models.CharField(max_length=24, choices=EvaluationState, default=EvaluationState.DRAFT)
    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="+")
    side = models.CharField(max_length=8, choices=Side)  # whose assessment it is
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    marks: models.JSONField[Any, Any] = models.JSONField(default=dict)  # code of ASKED_OF_... -> 1 to 4, 0 for not seen
    # Of the host: a skill in the words of the brief -> "2.1", the criterion 1 of result 2 that shows it
    skills: models.JSONField[Any, Any] = models.JSONField(default=dict, db_default=EMPTY)
    # Of the intern: where they see themselves, and how far role, industry, size and manner of working suited them
    self_before: models.JSONField[Any, Any] = models.JSONField(default=dict, db_default=EMPTY)
    self_after: models.JSONField[Any, Any] = models.JSONField(default=dict, db_default=EMPTY)
    fit: models.JSONField[Any, Any] = models.JSONField(default=dict, db_default=EMPTY)
    went_well = models.TextField(blank=True)
    do_differently = models.TextField(blank=True)
    would_again = models.BooleanField(null=True, blank=True)
    quote = models.CharField(max_length=300, blank=True)  # one sentence for the completion page
    submitted_at = models.DateTimeField(null=True, blank=True)
    revealed_at = models.DateTimeField(null=True, blank=True)
    reply = models.TextField(blank=True)  # the other side's one reply
    replied_at = models.DateTimeField(null=True, blank=True)
    # One statement that the assessed side calls wrong, for somebody neutral; what is struck out stands in `struck`
    appeal_part = models.CharField(max_length=24, blank=True, default="", db_default="")  # a field, or code of a mark
    appeal_words = models.TextField(blank=True, default="", db_default="")
    appealed_at = models.DateTimeField(null=True, blank=True)
    appeal_decision = models.CharField(max_length=12, choices=Appeal, blank=True, default="", db_default="")
    appeal_reason = models.TextField(blank=True, default="", db_default="")
    appeal_decided_at = models.DateTimeField(null=True, blank=True)
    struck: models.JSONField[Any, Any] = models.JSONField(default=dict, db_default=EMPTY)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["engagement", "side"], name="evaluation_once_a_side"),
            models.CheckConstraint(
                name="evaluation_appeal_decided_whole",
                condition=Q(appeal_decision="", appeal_decided_at=None)
                | (~Q(appeal_decision="") & Q(appealed_at__isnull=False, appeal_decided_at__isnull=False)),
            ),
            models.CheckConstraint(
                name="evaluation_submitted_has_time",
                condition=~Q(state="submitted") | Q(submitted_at__isnull=False),
            ),
        ]
        indexes = [
            models.Index(fields=["engagement"], name="evaluation_waits", condition=Q(state="submitted")),
            models.Index(
                fields=["appealed_at"], name="evaluation_appealed",
                condition=Q(appealed_at__isnull=False, appeal_decided_at=None),
            ),
        ]  # fmt: skip

    def __str__(self) -> str:
        return self.side

    @property
    def digest(self) -> str:
        """What is written, in short, "" for nothing: by it a form notices that its side wrote meanwhile."""
        texts = ("went_well", "do_differently", "quote")
        said = {"marks": self.marks, "would_again": self.would_again, **{name: getattr(self, name) for name in texts}}
        more = {name: getattr(self, name) for name in ("skills", "self_after", "fit")}
        said |= {name: value for name, value in more.items() if value}
        return "" if all(value in ("", None, {}) for value in said.values()) else content_hash(said)
