"""Person, consent, times away, and where a person is signed in."""

from __future__ import annotations

import secrets
from collections.abc import Iterator
from datetime import date
from typing import Any, ClassVar
from zoneinfo import ZoneInfo

from django.conf import settings
from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models import F, Q
from django.utils.crypto import salted_hmac
from django.utils.translation import gettext

from firstfoot.foundation.accounts.states import PersonState
from firstfoot.foundation.journal.models import Chained
from firstfoot.kernel import clock
from firstfoot.kernel.ids import public_id

# The salt of Django's own: without a salt of ours the hash is the same as ever.
_SESSION_SALT = "django.contrib.auth.models.AbstractBaseUser.get_session_auth_hash"


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
    joined_at = models.DateTimeField(default=clock.now)
    daily_mail = models.BooleanField(default=True)  # "your moves today"
    phone = models.CharField(max_length=40, blank=True)  # shown to the other side at signing
    # Changed to end every session at once. The database has its own default: processes of before write no salt.
    session_salt = models.CharField(max_length=16, blank=True, default="", db_default="")
    # How often a block of theirs was made or lifted: while it is 0, lists need not ask.
    block_changes = models.PositiveIntegerField(default=0, db_default=0)
    leaving_at = models.DateTimeField(null=True, blank=True)  # asked to be erased; out from then on

    class Meta:
        indexes = [
            models.Index(fields=["state", "-id"], name="person_by_state"),
            models.Index(fields=["id"], name="person_stewards", condition=Q(is_steward=True)),
        ]

    objects: ClassVar[PersonManager] = PersonManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS: ClassVar[list[str]] = []

    def __str__(self) -> str:
        return self.public_id

    @property
    def is_active(self) -> bool:  # type: ignore[override]
        return self.state == PersonState.ACTIVE and self.leaving_at is None

    def get_session_auth_hash(self) -> str:
        return self._session_hash(None)

    def get_session_auth_fallback_hash(self) -> Iterator[str]:
        for secret in settings.SECRET_KEY_FALLBACKS:
            yield self._session_hash(secret)

    def _session_hash(self, secret: str | bytes | None) -> str:
        """What a session must hold to count: a new password or a new salt ends them all."""
        value = self.password + self.session_salt
        return salted_hmac(_SESSION_SALT, value, secret=secret, algorithm="sha256").hexdigest()

    @property
    def name(self) -> str:
        return self.chosen_name or gettext("A former member")

    @property
    def formal_name(self) -> str:
        return self.legal_name or self.name

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


class SignIn(models.Model):
    """One browser in which a person is signed in. No network address is kept, and of its name only what tells devices
    apart."""

    public_id = models.CharField(max_length=12, unique=True, default=public_id, editable=False)
    person = models.ForeignKey(Person, models.CASCADE, related_name="+")
    session_key = models.CharField(max_length=40, unique=True)
    browser = models.CharField(max_length=24, blank=True)
    system = models.CharField(max_length=24, blank=True)
    began_at = models.DateTimeField()
    seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.public_id
