"""Person, consent and times away."""

from __future__ import annotations

import secrets
from datetime import date
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q

from firstfoot.foundation.accounts.states import PersonState
from firstfoot.foundation.journal.models import Chained
from firstfoot.kernel.ids import public_id


def new_actor_token() -> str:
    return secrets.token_hex(12)


class PersonManager(BaseUserManager["Person"]):
    def create_user(self, email: str, password: str | None = None, **fields: Any) -> Person:
        person = self.model(email=self.normalize_email(email).lower(), **fields)
        person.set_password(password)
        person.save(using=self._db)
        return person


class Person(Chained, AbstractBaseUser):
    """Someone with an account; 18 or older."""

    state = models.CharField(max_length=24, choices=PersonState, default=PersonState.ACTIVE)
    email = models.EmailField(unique=True)
    chosen_name = models.CharField(max_length=80)  # what everyone calls them
    legal_name = models.CharField(max_length=120, blank=True)  # for agreements, when it differs
    time_zone = models.CharField(max_length=64, default="UTC")
    is_steward = models.BooleanField(default=False)
    is_demo = models.BooleanField(default=False)  # may be walked in as, on a demo installation
    actor_token = models.CharField(max_length=32, unique=True, default=new_actor_token, editable=False)
    adult_confirmed_at = models.DateTimeField(null=True, blank=True)
    joined_at = models.DateTimeField(auto_now_add=True)
    daily_mail = models.BooleanField(default=True)  # "your moves today"
    phone = models.CharField(max_length=40, blank=True)  # shown to the other side at signing

    objects: ClassVar[PersonManager] = PersonManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.public_id

    @property
    def is_active(self) -> bool:  # type: ignore[override]
        return self.state == PersonState.ACTIVE

    @property
    def name(self) -> str:
        return self.chosen_name

    @property
    def formal_name(self) -> str:
        return self.legal_name or self.chosen_name

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)


class Consent(models.Model):
    """That a person agreed to one version of one document."""

    person = models.ForeignKey(Person, models.CASCADE, related_name="consents")
    document = models.CharField(max_length=24)  # terms | privacy
    document_version = models.CharField(max_length=24)
    given_at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["person", "document", "document_version"], name="consent_once")]

    def __str__(self) -> str:
        return f"{self.document} {self.document_version}"


class Away(models.Model):
    """A person is away from the first to the last day: clocks skip it."""

    public_id = models.CharField(max_length=12, unique=True, default=public_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="aways")
    first_on = models.DateField()
    last_on = models.DateField()

    class Meta:
        constraints = [models.CheckConstraint(name="away_in_order", condition=Q(last_on__gte=F("first_on")))]
        ordering = ["first_on"]

    def __str__(self) -> str:
        return f"{self.first_on} to {self.last_on}"

    @property
    def span(self) -> tuple[date, date]:
        return self.first_on, self.last_on
