"""Project, the numbered versions of its brief, what colleagues remark on its draft, and what is asked in public."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from firstfoot.foundation.journal.models import Chained
from firstfoot.kernel.money import Money
from firstfoot.market.organizations.models import Organization
from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.states import (
    CloseReason,
    HeldMove,
    PauseReason,
    ProjectState,
    QuestionState,
    SetAside,
)


class Project(Chained):
    """One posted micro-internship. The brief is data; the columns repeat what lists sort and filter by."""

    state = models.CharField(max_length=24, choices=ProjectState, default=ProjectState.DRAFT)
    organization = models.ForeignKey(Organization, models.PROTECT, related_name="+")
    created_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    supervisor = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    cover = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    draft: models.JSONField[Any, Any] = models.JSONField(default=dict)  # the brief as it is being edited
    draft_saves = models.PositiveIntegerField(default=0)  # counts saves, so that two editors notice each other
    starter = models.CharField(max_length=40, blank=True)  # the template it came from
    brief_number = models.PositiveIntegerField(default=0)  # the published version; 0 before the first
    # Copied from the published brief (from the draft until then)
    title = models.CharField(max_length=140, blank=True)
    category = models.CharField(max_length=24, blank=True)
    hours = models.PositiveIntegerField(default=0)
    weeks = models.PositiveIntegerField(default=0)
    pay_minor = models.PositiveBigIntegerField(default=0)
    currency = models.CharField(max_length=3, default="USD")
    workplace = models.CharField(max_length=12, blank=True)
    place = models.CharField(max_length=120, blank=True)
    visibility = models.CharField(max_length=12, default="public")
    language = models.CharField(max_length=12, blank=True, default="", db_default="")  # of the work; "" is not said
    apply_by_on = models.DateField(null=True, blank=True)
    start_on = models.DateField(null=True, blank=True)
    start_until_on = models.DateField(null=True, blank=True)
    time_zone = models.CharField(max_length=64, blank=True, default="", db_default="")
    # Its last day to apply for sorting: far off when there is none.
    closes_on = models.GeneratedField(
        expression=Coalesce("apply_by_on", models.Value(date.max, output_field=models.DateField())),
        output_field=models.DateField(),
        db_persist=True,
    )
    search_text = models.TextField(blank=True)  # words, lower case without accents; those of the next two as well
    title_words = models.TextField(blank=True, default="", db_default="")
    skill_words = models.TextField(blank=True, default="", db_default="")
    place_text = models.CharField(max_length=220, blank=True)  # place and city of the host, folded alike
    seats = models.PositiveIntegerField(default=1)
    seats_held = models.PositiveIntegerField(default=0)
    seats_taken = models.PositiveIntegerField(default=0)
    # Moments and reasons
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)
    paused_reason = models.CharField(max_length=12, choices=PauseReason, blank=True)
    paused_at = models.DateTimeField(null=True, blank=True)
    closed_reason = models.CharField(max_length=12, choices=CloseReason, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)
    return_reason = models.TextField(blank=True)  # the steward's words when returned
    # What a steward looks at first: the rules that found something, what waits for it, and since when.
    held_for = models.CharField(max_length=240, blank=True, default="", db_default="")  # codes, one space between
    held_move = models.CharField(max_length=12, choices=HeldMove, blank=True, default="", db_default="")
    held_at = models.DateTimeField(null=True, blank=True)
    close_by_at = models.DateTimeField(null=True, blank=True)  # when silence closes a paused project

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="project_seats_never_exceeded", condition=Q(seats__gte=F("seats_held") + F("seats_taken"))
            ),
            models.CheckConstraint(
                name="project_open_has_brief",
                condition=Q(state__in=["draft", "in_review"]) | Q(brief_number__gte=1, published_at__isnull=False),
            ),
            models.CheckConstraint(
                name="project_open_is_paid", condition=Q(state__in=["draft", "in_review"]) | Q(pay_minor__gt=0)
            ),
        ]
        indexes = [
            models.Index(fields=["-published_at", "-id"], name="project_browse", condition=Q(state="open")),
            models.Index(
                fields=["category", "-published_at", "-id"], name="project_by_kind", condition=Q(state="open")
            ),
            models.Index(fields=["starter", "-id"], name="project_of_starter", condition=Q(published_at__isnull=False)),
            models.Index(
                fields=["category", "-id"], name="project_of_category", condition=Q(published_at__isnull=False)
            ),
            models.Index(fields=["currency"], name="project_currency", condition=Q(state="open")),
            models.Index(fields=["closes_on", "-id"], name="project_soon", condition=Q(state="open")),
            models.Index(fields=["hours", "-id"], name="project_short", condition=Q(state="open")),
            models.Index(fields=["-updated_at"], name="project_newest", condition=Q(published_at__isnull=False)),
            models.Index(
                fields=["updated_at"], name="project_to_look_at", condition=Q(state="in_review", held_at=None)
            ),
            models.Index(fields=["organization", "state"], name="project_by_host"),
            models.Index(fields=["apply_by_on"], name="project_deadline", condition=Q(state="open")),
            models.Index(fields=["apply_by_on"], name="project_full_deadline", condition=Q(paused_reason="full")),
            models.Index(fields=["close_by_at"], name="project_silence", condition=Q(state="paused")),
        ]

    def __str__(self) -> str:
        return self.public_id

    @property
    def draft_brief(self) -> Brief:
        return Brief.from_dict(self.draft)

    @property
    def pay(self) -> Money:
        return Money(self.pay_minor, self.currency)

    @property
    def holds(self) -> tuple[str, ...]:
        """The codes of what it is held for."""
        return tuple(self.held_for.split())

    @property
    def seats_free(self) -> int:
        return self.seats - self.seats_held - self.seats_taken

    @property
    def is_filled(self) -> bool:
        return self.seats_taken >= self.seats

    @property
    def is_full(self) -> bool:
        """Whether it takes no applications until some of those that wait are answered."""
        return self.state == ProjectState.PAUSED and self.paused_reason == PauseReason.FULL

    @property
    def is_listed(self) -> bool:
        return self.state == ProjectState.OPEN and self.visibility == "public"

    @property
    def owes_answers(self) -> bool:
        """Whether the host's clocks run: while people may apply, or too many wait."""
        return self.state == ProjectState.OPEN or self.is_full


class ProjectSkill(models.Model):
    """One skill that a published brief asks for. `listed_at` is a copy that the database keeps (see listing.py)."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="skills_asked")
    code = models.CharField(max_length=64)  # of market/skills
    importance = models.PositiveSmallIntegerField()
    listed_at = models.DateTimeField(null=True, blank=True)  # when its project was published, while that is listed

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["project", "code"], name="project_skill_once"),
            models.CheckConstraint(name="project_skill_importance", condition=Q(importance__range=(1, 3))),
        ]
        indexes = [
            models.Index(
                fields=["code", "-listed_at", "-project"],
                name="project_skill_listed",
                condition=Q(listed_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return self.code


class SearchTerm(models.Model):
    """A word of a title, a host's name or a skill, for telling what somebody meant to type."""

    term = models.CharField(max_length=64, unique=True)

    def __str__(self) -> str:
        return self.term


class SearchGram(models.Model):
    """Three letters in a row of a term, its ends included."""

    gram = models.CharField(max_length=3)
    term = models.ForeignKey(SearchTerm, models.CASCADE, related_name="grams", db_index=False)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["gram", "term"], name="search_gram_once")]

    def __str__(self) -> str:
        return self.gram


class BriefVersion(models.Model):
    """One published text of a brief; never changed."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="brief_versions")
    number = models.PositiveIntegerField()
    content: models.JSONField[Any, Any] = models.JSONField()
    content_hash = models.CharField(max_length=64)
    is_material = models.BooleanField(default=False)  # applicants of earlier versions were told
    published_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["project", "number"], name="brief_version_once")]

    def __str__(self) -> str:
        return f"version {self.number}"

    @property
    def brief(self) -> Brief:
        return Brief.from_dict(self.content)


class ProofreadLink(Chained):
    """A link by which whoever has it reads one draft and leaves remarks; it ends by itself or is taken back."""

    project = models.ForeignKey(Project, models.CASCADE, related_name="proofread_links")
    token = models.CharField(max_length=64, unique=True)
    made_at = models.DateTimeField()
    ends_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    forgotten_at = models.DateTimeField(null=True, blank=True)  # when the names and texts of its remarks went

    class Meta:
        indexes = [
            models.Index(fields=["ends_at"], name="proofread_to_forget", condition=Q(forgotten_at__isnull=True)),
        ]

    def __str__(self) -> str:
        return self.public_id


class Remark(Chained):
    """What a proofreader said of one part of a draft; the name is as they gave it."""

    link = models.ForeignKey(ProofreadLink, models.CASCADE, related_name="remarks")
    step = models.CharField(max_length=24)  # a code of STEPS
    name = models.CharField(max_length=80)
    text = models.TextField()
    left_at = models.DateTimeField()
    settled_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["left_at", "pk"]

    def __str__(self) -> str:
        return self.public_id


class PublicQuestion(Chained):
    """One question about a brief. Nobody but its asker knows who asked; an answered one stands in the brief."""

    state = models.CharField(max_length=24, choices=QuestionState, default=QuestionState.ASKED)
    project = models.ForeignKey(Project, models.PROTECT, related_name="+")
    # Taken out when the asker is erased.
    asker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)
    body = models.TextField(blank=True)
    answer = models.TextField(blank=True)
    set_aside_reason = models.CharField(max_length=24, choices=SetAside, blank=True)
    brief_number = models.PositiveIntegerField(default=0)  # the version that first held the answer
    asked_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["project", "asker"], condition=Q(state="asked"), name="public_question_open_once"
            ),
            models.CheckConstraint(
                name="public_question_answered_in_a_brief", condition=~Q(state="answered") | Q(brief_number__gte=1)
            ),
            models.CheckConstraint(
                name="public_question_set_aside_has_reason", condition=~Q(state="set_aside") | ~Q(set_aside_reason="")
            ),
        ]
        indexes = [
            models.Index(fields=["project", "asked_at"], name="public_question_open", condition=Q(state="asked")),
            models.Index(fields=["asker", "asked_at"], name="public_question_by_asker"),
        ]

    def __str__(self) -> str:
        return self.public_id
