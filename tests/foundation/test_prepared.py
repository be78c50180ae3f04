"""A query that is built once answers as if it were built each time."""

from __future__ import annotations

import pytest

from firstfoot.foundation.accounts.models import Person
from firstfoot.foundation.prepared import Prepared

pytestmark = pytest.mark.django_db


def test_it_answers_for_the_text_that_is_asked(cast):
    by_address = Prepared(lambda email: Person.objects.filter(email=email).values_list("pk", "joined_at"), texts=1)
    for person in (cast.sam, cast.hana, cast.sam):
        assert by_address.row(person.email) == (person.pk, person.joined_at), "times are times, not what SQLite keeps"
    assert by_address.row("nobody@example.org") is None
    assert by_address.row("' OR 1=1 --") is None


def test_without_texts_it_is_the_first_in_its_order(cast):
    newest = Prepared(lambda: Person.objects.order_by("-pk").values_list("pk"))
    assert newest.row() == (Person.objects.latest("pk").pk,)


def test_each_text_needs_its_place():
    with pytest.raises(ValueError, match="argument"):
        Prepared(lambda email: Person.objects.filter(email=email).values_list("pk"), texts=1).row()
