"""Runs of reactions, where the worker stands, and the figures that it counts by night."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.db.models import Q

from firstfoot.foundation.journal.models import Fact


class RunState(models.TextChoices):
    WAITING = "waiting"
    DONE = "done"
    DEAD = "dead"


class ReactionRun(models.Model):
    """One reaction to one fact: the unit of retry, dead letter and rerun."""

    fact = models.ForeignKey(Fact, models.PROTECT, related_name="+")
    reaction = models.CharField(max_length=100)
    state = models.CharField(max_length=8, choices=RunState, default=RunState.WAITING)
    attempts = models.PositiveSmallIntegerField(default=0)
    next_try_at = models.DateTimeField()
    leased_until = models.DateTimeField(null=True, blank=True)
    done_at = models.DateTimeField(null=True, blank=True)
    error = models.TextField(blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["fact", "reaction"], name="run_once")]
        indexes = [
            models.Index(fields=["next_try_at"], name="run_due", condition=Q(state="waiting")),
            models.Index(fields=["state"], name="run_dead", condition=Q(state="dead")),
        ]

    def __str__(self) -> str:
        return f"{self.reaction} {self.state}"


class WorkerMark(models.Model):
    """One row a name: how far the worker has come, and when it was last seen alive."""

    name = models.CharField(max_length=40, unique=True)
    number = models.BigIntegerField(default=0)
    at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return self.name


class LedgerYear(models.Model):
    """The open ledger of one year, counted by night, so that its page costs one row whatever there is."""

    year = models.PositiveSmallIntegerField(unique=True)
    figures: models.JSONField[Any, Any] = models.JSONField()  # code -> a figure, or null for too few
    funnel: models.JSONField[Any, Any] = models.JSONField(  # the stewards' own, of the applications sent in the year
        default=dict, db_default=models.Value({}, models.JSONField())
    )
    counted_at = models.DateTimeField()

    def __str__(self) -> str:
        return str(self.year)


class FiguresMonth(models.Model):
    """How the work of one month went, counted by night: the stewards' figures, of any year, cost twelve rows."""

    month = models.DateField(unique=True)  # its first day
    figures: models.JSONField[Any, Any] = models.JSONField()  # code -> [part, of, behind]
    counted_at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}"


class SourcingCount(models.Model):
    """How often people of each category would stand in the first band, every four weeks at most; counts alone."""

    of = models.CharField(max_length=8)  # "all" with a profile, before the list is on; "listed" while it is
    month = models.DateField()  # its first day
    people = models.PositiveIntegerField()
    projects = models.PositiveIntegerField()
    figures: models.JSONField[Any, Any] = models.JSONField()  # grouping -> what insights.sourcing makes of it
    counted_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["of", "month"], name="sourcing_count_once_a_month")]

    def __str__(self) -> str:
        return f"{self.of} {self.month:%Y-%m}"
