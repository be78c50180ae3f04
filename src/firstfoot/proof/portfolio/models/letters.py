"""Recommendation: the letter that somebody of the host signs."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from firstfoot.foundation.journal.models import Chained
from firstfoot.market.projects.brief import content_hash
from firstfoot.proof.credentials.models import Credential
from firstfoot.proof.portfolio.states import RecommendationState
from firstfoot.work.engagements.models import Engagement

SAID = ("saw", "compared_with", "would_again", "letter")


class Recommendation(Chained):
    """What one person of the host saw, against whom, and whether they would work together again."""

    state = models.CharField(max_length=24, choices=RecommendationState, default=RecommendationState.DRAFTED)
    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="+")
    author = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    saw = models.TextField(blank=True)
    compared_with = models.CharField(max_length=200, blank=True)
    would_again = models.BooleanField(null=True, blank=True)
    letter = models.TextField(blank=True)
    drafted_at = models.DateTimeField()
    # As it was signed
    content: models.JSONField[Any, Any] = models.JSONField(default=dict)  # the words, the names, the work
    content_hash = models.CharField(max_length=64, blank=True)
    typed_name = models.CharField(max_length=120, blank=True)  # empty again once the author is erased
    signed_at = models.DateTimeField(null=True, blank=True)
    revoked_at = models.DateTimeField(null=True, blank=True)
    revoke_reason = models.TextField(blank=True)  # for the intern
    # Its signed form, the newest that the intern asked for; the host does not see whether there is one
    credential = models.OneToOneField(Credential, models.PROTECT, related_name="+", null=True, blank=True)
    # Where the intern shows it
    by_link = models.BooleanField(default=False)
    on_page = models.BooleanField(default=False)
    on_resume = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["engagement"], condition=Q(state__in=["drafted", "signed"]), name="letter_one_standing"
            ),
            models.CheckConstraint(
                name="letter_signed_says_what",
                condition=Q(state="drafted", signed_at=None, content_hash="")
                | (~Q(state="drafted") & Q(signed_at__isnull=False) & ~Q(content_hash="")),
            ),
            models.CheckConstraint(
                name="letter_revoked_has_time", condition=Q(state="revoked") ^ Q(revoked_at__isnull=True)
            ),
            models.CheckConstraint(
                name="letter_draft_is_not_shown",
                condition=~Q(state="drafted") | Q(by_link=False, on_page=False, on_resume=False),
            ),
        ]

    def __str__(self) -> str:
        return self.public_id

    @property
    def words(self) -> dict[str, Any]:
        """What is said in it."""
        return {name: getattr(self, name) for name in SAID}

    @property
    def digest(self) -> str:
        """The words in short: by it a form notices that a colleague wrote meanwhile."""
        return content_hash(self.words)
