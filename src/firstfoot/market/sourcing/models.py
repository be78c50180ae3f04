"""The switch, who agreed to stand in the list, by which skills they are found, and what a host was shown on a day."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.db import models
from django.db.models import Q

from firstfoot.foundation.journal.models import Chained
from firstfoot.market.projects.models import Project
from firstfoot.market.sourcing.states import ListingState, SwitchState

DRAWS = 2**31 - 1


class SourcingSwitch(Chained):
    """Whether hosts read the list: one row, made when a steward first turns it on. Who did it stands in its facts."""

    state = models.CharField(max_length=24, choices=SwitchState, default=SwitchState.ON)
    only = models.BooleanField(default=True, unique=True)
    period = models.PositiveIntegerField(default=1)  # goes up each time it is turned on
    turned_at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(name="sourcing_switch_is_one", condition=Q(only=True))]

    def __str__(self) -> str:
        return self.state

    @property
    def is_on(self) -> bool:
        return self.state == SwitchState.ON


class Listing(Chained):
    """That somebody agreed to be found by hosts. It counts in the period of the switch in which they said so."""

    state = models.CharField(max_length=24, choices=ListingState, default=ListingState.LISTED)
    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    period = models.PositiveIntegerField()
    said_at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["period", "person"], name="listing_standing", condition=Q(state="listed"))]

    def __str__(self) -> str:
        return self.state


class ListedSkill(models.Model):
    """One skill by which somebody is found: one that they claim, or a wider one that it belongs to.

    `draw` is one number a person, by lot: whoever looks begins somewhere and takes the next ones, so that everybody
    is as likely to be looked at, and the database reads no more than it needs.
    """

    listing = models.ForeignKey(Listing, models.CASCADE, related_name="+")
    code = models.CharField(max_length=60)
    draw = models.PositiveIntegerField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["listing", "code"], name="listed_skill_once")]
        indexes = [models.Index(fields=["code", "draw"], name="listed_skill_drawn")]

    def __str__(self) -> str:
        return self.code


class DrawnList(models.Model):
    """Whom the list of one project shows on one day, in the order that was drawn, as they were read then.

    A row is [public id of the alias, band, hours a week in steps, languages, skills asked for with level and evidence].
    It stands for the day, whatever the host changes in its brief: else it could ask for one skill, place or date
    after another, and read of one alias what its project does not need.
    """

    project = models.ForeignKey(Project, models.CASCADE, related_name="+")
    on = models.DateField()
    shown: models.JSONField[Any, Any] = models.JSONField(default=list)
    looked_at = models.PositiveIntegerField(default=0)  # how many people were held against the project
    drawn_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["project", "on"], name="drawn_list_once_a_day")]
        indexes = [models.Index(fields=["drawn_at"], name="drawn_list_to_forget")]

    def __str__(self) -> str:
        return f"list of {self.on}"
