"""The page of a person, and the addresses it had."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import Q

from firstfoot.foundation.journal.models import Chained
from firstfoot.proof.portfolio.states import PageState


class PersonPage(Chained):
    """The page somebody sends to others; it is tied to the person, not to an address of a school."""

    state = models.CharField(max_length=24, choices=PageState, default=PageState.DOWN)
    person = models.OneToOneField(settings.AUTH_USER_MODEL, models.PROTECT, related_name="+")
    slug = models.CharField(max_length=40, unique=True, null=True, blank=True)  # its address, as the person chose it
    headline = models.CharField(max_length=120, blank=True)
    about = models.TextField(blank=True)
    is_findable = models.BooleanField(default=False)  # search engines may keep it
    begun_at = models.DateTimeField()
    up_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                name="person_page_up_has_address", condition=~Q(state="up") | Q(slug__isnull=False, up_at__isnull=False)
            )
        ]
        indexes = [
            models.Index(fields=["-up_at"], name="person_page_findable", condition=Q(state="up", is_findable=True))
        ]

    def __str__(self) -> str:
        return self.public_id


class FormerAddress(models.Model):
    """That an address was somebody's: a link that is out there never leads to another person.

    Kept as a digest, since an address may hold a name; erasing the person takes the tie away.
    """

    page = models.ForeignKey(PersonPage, models.SET_NULL, related_name="+", null=True, blank=True)
    digest = models.CharField(max_length=64, unique=True)
    left_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.digest[:12]
