"""Each request has a name: in the answer, in the log, and in the facts it writes."""

import pytest
import structlog
from django.http import HttpResponse
from django.test import RequestFactory

from firstfoot.web.shared.request_id import request_id


@pytest.fixture
def answer():
    """A request through the middleware: (its answer, the id that was bound meanwhile)."""

    def run(**headers):
        seen = []

        def view(request):
            seen.append(structlog.contextvars.get_contextvars()["request_id"])
            return HttpResponse("ok")

        response = request_id(view)(RequestFactory().get("/", headers=headers))
        return response["X-Request-ID"], seen[0]

    return run


def test_a_request_without_a_name_gets_one(answer):
    named, bound = answer()
    assert (len(named), named) == (16, bound)
    assert answer()[0] != named


def test_a_name_that_a_proxy_gave_is_kept(answer):
    assert (
        answer(**{"X-Request-ID": "0f8b3c2d-1111-4222-8333-444455556666"})[0] == "0f8b3c2d-1111-4222-8333-444455556666"
    )


@pytest.mark.parametrize("given", ["short", "x" * 37, "sam@example.org", "a b c d e f g h", "line\tline-line"])
def test_a_name_that_could_be_anything_else_is_not(answer, given):
    assert answer(**{"X-Request-ID": given})[0] != given


def test_nothing_stays_bound_after_the_answer(answer):
    answer()
    assert "request_id" not in structlog.contextvars.get_contextvars()


@pytest.mark.django_db
def test_facts_carry_the_name_of_the_request_that_wrote_them():
    from firstfoot.foundation.journal.models import Fact
    from tests.cast import join

    with structlog.contextvars.bound_contextvars(request_id="0f8b3c2d-1111"):
        sam = join("Sam Okoro")
    assert set(Fact.objects.filter(thing=sam.thing).values_list("request", flat=True)) == {"0f8b3c2d-1111"}
