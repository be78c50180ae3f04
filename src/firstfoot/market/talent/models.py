"""The talent profile, and the skills that a person claims."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from firstfoot.foundation.journal.models import Chained
from firstfoot.kernel.ids import public_id
from firstfoot.market.skills import codes_of
from firstfoot.market.talent.states import KnownBy, Level

LONGEST = 140  # letters of a skill, as a brief or a person may write it


class TalentProfile(Chained):
    """A student or early-career person as they present themselves."""

    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    headline = models.CharField(max_length=120, blank=True)
    about = models.TextField(blank=True)
    city = models.CharField(max_length=80, blank=True)
    studies = models.CharField(max_length=160, blank=True)  # school or path; hidden while review is blind
    skills: models.JSONField[Any, Any] = models.JSONField(default=list)  # the words of the claims, in their order
    links: models.JSONField[Any, Any] = models.JSONField(default=list)
    hours_a_week = models.PositiveSmallIntegerField(null=True, blank=True)
    wants = models.CharField(max_length=200, blank=True)  # what they hope to learn
    helps = models.TextField(blank=True, default="", db_default="")  # to work well; for hosts whose offer they accepted
    updated_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.public_id


class SkillClaim(models.Model):
    """One skill of a person in their own words, and how it is known.

    A word is claimed once. Two words may have one code: "Welding" and "Woodworking" are read as repair, and are two.
    """

    public_id = models.CharField(max_length=12, unique=True, default=public_id, editable=False)
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    words = models.CharField(max_length=LONGEST)
    folded = models.CharField(max_length=LONGEST)  # the words but for case and marks
    code = models.CharField(max_length=60, blank=True)  # of the vocabulary; empty for a word it does not know
    level = models.PositiveSmallIntegerField(choices=Level, null=True, blank=True)
    known_by = models.CharField(max_length=8, choices=KnownBy, default=KnownBy.SAID)
    shown_in = models.CharField(max_length=12, blank=True)  # public id of the engagement
    position = models.PositiveSmallIntegerField(default=0)
    said_at = models.DateTimeField()
    shown_at = models.DateTimeField(null=True, blank=True)
    removed_at = models.DateTimeField(null=True, blank=True)  # by the person; what was shown is not shown again

    class Meta:
        ordering = ["position", "pk"]
        constraints = [
            models.UniqueConstraint(fields=["person", "folded"], name="skill_claim_once"),
            models.CheckConstraint(name="skill_claim_level", condition=Q(level=None) | Q(level__in=Level.values)),
            models.CheckConstraint(
                name="skill_claim_shown_says_where",
                condition=~Q(known_by=KnownBy.SHOWN) | (~Q(shown_in="") & Q(shown_at__isnull=False)),
            ),
        ]
        indexes = [models.Index(fields=["code", "folded"], name="skill_claim_by_code")]

    def __str__(self) -> str:
        return self.public_id

    @property
    def codes(self) -> tuple[str, ...]:
        """What the words are read as: one skill, or each of several that they name together."""
        return (self.code,) if self.code else codes_of(self.words)
