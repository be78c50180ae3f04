"""Who stays in touch: the tie of two people, and what each keeps of it. Alumni of a host, and its notes about them."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import F, Q

from firstfoot.foundation.journal.models import Chained
from firstfoot.market.organizations.models import Organization
from firstfoot.proof.network.states import AlumnusState, TieState
from firstfoot.work.engagements.models import Engagement


class Tie(Chained):
    """Two people and what became of the question whether they stay in touch; one row for the two of them, for ever."""

    state = models.CharField(max_length=24, choices=TieState, default=TieState.ASKED)
    first = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")  # the lower key of the two
    second = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    asker = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    met_at = models.ForeignKey(Organization, models.PROTECT, related_name="+")  # where they worked
    asked_at = models.DateTimeField()
    lapses_at = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)
    parted_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+", null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["first", "second"], name="tie_once_for_two"),
            models.CheckConstraint(name="tie_of_two_in_order", condition=Q(second__gt=F("first"))),
            models.CheckConstraint(
                name="tie_asked_by_one_of_them", condition=Q(asker=F("first")) | Q(asker=F("second"))
            ),
            models.CheckConstraint(
                name="tie_agreed_has_time", condition=~Q(state="agreed") | Q(agreed_at__isnull=False)
            ),
            models.CheckConstraint(
                name="tie_parted_says_by_whom",
                condition=Q(state="parted", parted_by__isnull=False) | ~Q(state="parted") & Q(parted_by__isnull=True),
            ),
        ]
        indexes = [models.Index(fields=["lapses_at"], name="tie_to_lapse", condition=Q(state="asked"))]

    def __str__(self) -> str:
        return self.public_id

    def other_of(self, person_id: int) -> int:
        """The key of the other one."""
        return self.second_id if person_id == self.first_id else self.first_id

    @property
    def asked_id(self) -> int:
        """The key of who was asked."""
        return self.other_of(self.asker_id)


class Kept(Chained):
    """One person's own side of a tie: what they show the other, and a note and a reminder that nobody else reads."""

    tie = models.ForeignKey(Tie, models.CASCADE, related_name="kept")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    shows = models.CharField(max_length=200, blank=True)  # an address, a link or a number
    note = models.TextField(blank=True)
    remind_on = models.DateField(null=True, blank=True)  # where the person is
    remind_about = models.CharField(max_length=120, blank=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["tie", "person"], name="kept_once_a_person")]
        indexes = [models.Index(fields=["remind_on"], name="kept_to_remind", condition=Q(remind_on__isnull=False))]

    def __str__(self) -> str:
        return self.public_id


class Alumnus(Chained):
    """Somebody who completed work at an organization and agreed to be listed among those who did."""

    state = models.CharField(max_length=24, choices=AlumnusState, default=AlumnusState.LISTED)
    organization = models.ForeignKey(Organization, models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    engagement = models.ForeignKey(Engagement, models.CASCADE, related_name="+")  # the last one when they agreed
    done_on = models.DateField()
    listed_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["organization", "person"], name="alumnus_once_an_organization")]
        indexes = [
            models.Index(fields=["organization", "-done_on", "-id"], name="alumnus_list", condition=Q(state="listed"))
        ]

    def __str__(self) -> str:
        return self.public_id


class BenchNote(Chained):
    """What those who recruit for an organization note about somebody who worked there."""

    organization = models.ForeignKey(Organization, models.CASCADE, related_name="+")
    person = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    note = models.TextField(blank=True)
    written_by = models.ForeignKey(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    written_at = models.DateTimeField()

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["organization", "person"], name="bench_note_once_an_organization")
        ]

    def __str__(self) -> str:
        return self.public_id
