"""What both sides say and agree on the pages of check-ins, while the work goes on."""

from __future__ import annotations

import pytest
from django.urls import reverse

from firstfoot.work.engagements.models import CheckInAnswer
from tests.cast import enter
from tests.factories.engagements import make_active
from tests.web.work.test_moves import SAID, post

pytestmark = pytest.mark.once


@pytest.mark.parametrize(
    ("hours", "status", "minutes"), [("7.5", 302, 450), ("7.7", 422, None), ("-1", 422, None), ("", 302, None)]
)
def test_the_intern_counts_hours_in_quarters(cast, client, hours, status, minutes):
    engagement = make_active(cast)
    answered = post(client, cast.sam, "check_in", engagement, 1, **SAID, minutes=hours)
    assert (answered.status_code, [a.minutes for a in CheckInAnswer.objects.all()]) == (
        status, [minutes] if status == 302 else [],
    )  # fmt: skip


def test_the_intern_says_at_the_next_check_in_whether_feedback_helped(cast, client):
    engagement = make_active(cast, weeks=4)
    for who, change in ((cast.sam, "Answer sooner"), (cast.hugo, "Ask sooner")):
        post(client, who, "check_in", engagement, 1, **SAID, change=change)
    enter(client, cast.sam)
    later = client.get(reverse("work:check_in", args=[engagement.public_id, 2])).content.decode()
    assert "Ask sooner" in later
    post(client, cast.sam, "check_in_helped", engagement, 1, helped="a_little", back="2")
    assert CheckInAnswer.objects.get(side="host").helped == "a_little"
    enter(client, cast.hugo)
    assert "It helped a little" in client.get(reverse("work:check_ins", args=[engagement.public_id])).content.decode()
