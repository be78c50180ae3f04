"""`firstfoot createsteward`: makes a person who runs this installation, or makes one of those who joined."""

from __future__ import annotations

import argparse

from firstfoot.operations.django_ready import refuse_unmigrated, start_django
from firstfoot.operations.machine import CannotRun, Machine
from firstfoot.operations.passphrase import ask


def run(arguments: argparse.Namespace, machine: Machine) -> int:
    """Make a steward; without --password, print a link under which they choose one, once."""
    start_django()
    refuse_unmigrated()
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError
    from django.core.validators import validate_email
    from django.utils.crypto import get_random_string

    email = arguments.email.strip().lower()
    password = get_random_string(40)
    if arguments.password:
        password = ask(machine.password, "password", "FIRSTFOOT_PASSWORD", twice=True)
    try:
        validate_email(email)
        validate_password(password)
    except ValidationError as error:
        raise CannotRun(" ".join(error.messages)) from None
    link = make_steward_of(email, arguments.name, password)
    print(f"{email} is a steward.")
    if not arguments.password:
        print(f"They choose their password here, once:\n{machine.site_url}{link}")
    return 0


def make_steward_of(email: str, name: str, password: str) -> str:
    """Join, unless they did already, and make a steward; the path under which a password is chosen."""
    from allauth.account.forms import default_token_generator
    from allauth.account.utils import user_pk_to_url_str
    from django.conf import settings
    from django.db import transaction
    from django.urls import reverse

    from firstfoot.foundation.accounts.actions import join_person, make_steward
    from firstfoot.foundation.accounts.models import Person

    with transaction.atomic():
        person = Person.objects.filter(email=email).first() or join_person(
            email=email, password=password, chosen_name=name, time_zone="UTC", adult=True,
            terms_version=settings.TERMS_VERSION, verified=True,
        )  # fmt: skip
        if not person.is_steward:
            make_steward(person_id=person.pk, actor=None)
    person.refresh_from_db()
    key = default_token_generator.make_token(person)
    return reverse("account_reset_password_from_key", kwargs={"uidb36": user_pk_to_url_str(person), "key": key})
