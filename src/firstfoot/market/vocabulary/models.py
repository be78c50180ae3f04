"""Added skills, the phrases they are found by, and the changes that stewards made."""

from __future__ import annotations

from django.db import models
from django.db.models import Q

from firstfoot.foundation.journal.models import Chained
from firstfoot.market.vocabulary.states import OF_WORDS, ChangeKind, ChangeState, Source

LONGEST, LONGEST_CODE = 140, 60


class AddedSkill(models.Model):
    """A skill that our own vocabulary has not, or a code of another one that is tied to a skill of ours."""

    code = models.CharField(max_length=LONGEST_CODE, unique=True)
    name = models.CharField(max_length=LONGEST)
    source = models.CharField(max_length=8, choices=Source)
    uri = models.CharField(max_length=200, blank=True)
    merged_into = models.CharField(max_length=LONGEST_CODE, blank=True)  # the code that counts in its place
    added_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(name="skill_not_into_itself", condition=~Q(merged_into=models.F("code")))]
        indexes = [models.Index(fields=["merged_into"], name="skill_merged_into", condition=~Q(merged_into=""))]

    def __str__(self) -> str:
        return self.code

    @property
    def counts_as(self) -> str:
        """The code under which it is claimed and matched."""
        return self.merged_into or self.code


class Phrase(models.Model):
    """A word that is read as a skill: as an added one, or by its code as one of our vocabulary."""

    key = models.CharField(max_length=LONGEST, unique=True)  # without case, marks, plural and British spelling
    words = models.CharField(max_length=LONGEST)
    skill = models.ForeignKey(AddedSkill, models.CASCADE, related_name="phrases", null=True, blank=True)
    code = models.CharField(max_length=LONGEST_CODE, blank=True)
    is_name = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="phrase_of_one_skill",
                condition=Q(skill=None) & ~Q(code="") | Q(skill__isnull=False) & Q(code=""),
            )
        ]

    def __str__(self) -> str:
        return self.words

    @property
    def counts_as(self) -> str:
        """The code of the skill that the words are read as."""
        return self.skill.counts_as if self.skill else self.code


class Beginning(models.Model):
    """A phrase from one of its words on, as bytes: databases order those alike, so a range is all that begins so."""

    opening = models.BinaryField(max_length=4 * LONGEST)
    phrase = models.ForeignKey(Phrase, models.CASCADE, related_name="beginnings")

    class Meta:
        indexes = [models.Index(fields=["opening"], name="beginning_opening")]

    def __str__(self) -> str:
        return bytes(self.opening).decode()


class Heard(models.Model):
    """A word of a published brief that nobody had read yet; `project` is its public id."""

    folded = models.CharField(max_length=LONGEST)
    words = models.CharField(max_length=LONGEST)
    project = models.CharField(max_length=12)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["folded", "project"], name="heard_once")]

    def __str__(self) -> str:
        return self.words


class VocabularyChange(Chained):
    """One decision of a steward about a word or two skills, or one import."""

    state = models.CharField(max_length=8, choices=ChangeState, default=ChangeState.STANDS)
    kind = models.CharField(max_length=8, choices=ChangeKind)
    folded = models.CharField(max_length=LONGEST, blank=True)
    words = models.CharField(max_length=LONGEST, blank=True)
    code = models.CharField(max_length=LONGEST_CODE, blank=True)  # what the word means; the skill that was merged
    into = models.CharField(max_length=LONGEST_CODE, blank=True)  # the skill it was merged into
    made_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["folded"], name="change_of_word_once",
                condition=Q(state=ChangeState.STANDS, kind__in=[str(kind) for kind in OF_WORDS]),
            ),
            models.UniqueConstraint(
                fields=["code"], name="change_merge_once",
                condition=Q(state=ChangeState.STANDS, kind=ChangeKind.MERGE),
            ),
        ]  # fmt: skip
        indexes = [models.Index(fields=["-made_at", "-id"], name="change_newest")]

    def __str__(self) -> str:
        return self.public_id
