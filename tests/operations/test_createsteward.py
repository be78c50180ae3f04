"""The first steward: joins with a verified address, and chooses a password once."""

from argparse import Namespace

import pytest
from allauth.account.models import EmailAddress

from firstfoot.foundation.accounts.models import Person
from firstfoot.operations import createsteward
from firstfoot.operations.machine import CannotRun

pytestmark = pytest.mark.django_db


def make(machine, email="stella@example.org", *, password=False):
    return createsteward.run(Namespace(email=email, name="Stella", password=password), machine)


def test_a_steward_joins_with_a_verified_address(machine, capsys):
    assert make(machine) == 0
    stella = Person.objects.get()
    assert (stella.email, stella.chosen_name, stella.is_steward) == ("stella@example.org", "Stella", True)
    assert EmailAddress.objects.get(user=stella).verified
    assert "stella@example.org is a steward." in capsys.readouterr().out


def test_the_link_sets_a_password_once(machine, capsys, client):
    make(machine)
    link = capsys.readouterr().out.split()[-1].removeprefix("http://localhost:8000")
    page = client.get(link, follow=True)
    assert page.status_code == 200
    chosen = {"password1": "a-password-of-her-own", "password2": "a-password-of-her-own"}
    client.post(page.redirect_chain[-1][0], chosen)
    assert Person.objects.get().check_password("a-password-of-her-own")
    client.logout()
    client.session.flush()
    assert client.get(link, follow=True).context["token_fail"] is True


def test_a_password_may_come_from_the_environment(machine):
    assert make(machine, password=True) == 0
    assert Person.objects.get().check_password("a-long-enough-secret")


def test_who_joined_already_becomes_a_steward_and_keeps_the_password(cast, machine):
    before = cast.sam.password
    make(machine, "Sam@example.org ")
    cast.sam.refresh_from_db()
    assert (cast.sam.is_steward, cast.sam.password, cast.sam.chosen_name) == (True, before, "Sam Okoro")


def test_no_address_is_refused_in_words(machine):
    with pytest.raises(CannotRun, match="valid email"):
        make(machine, "nobody")
    assert not Person.objects.exists()
