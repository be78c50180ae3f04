"""Who is told of a silence: the silent side by when to answer, the other what follows; and of the end of it."""

from __future__ import annotations

from datetime import timedelta

import pytest

from firstfoot.foundation.notifications.models import Notice
from firstfoot.kernel import clock
from firstfoot.reactions.schedule import note_silences
from firstfoot.work.engagements.actions import end_for_silence, post_in_engagement
from tests.factories import engagements as make
from tests.reactions.support import forget, settle, told

pytestmark = pytest.mark.django_db
HOSTS = {"hugo", "hana", "rita"}
WEEK = timedelta(days=7)


@pytest.fixture
def unheard(cast):
    engagement = make.make_active(cast)
    make.submit(engagement)
    settle()
    forget()
    with clock.at(clock.now() + 3 * WEEK):
        note_silences(clock.today())
        settle()
    return engagement


def test_both_sides_read_the_day(cast, unheard):
    assert (told("engagement.silence_noted"), told("engagement.silence_waits")) == (HOSTS, {"sam"})
    unheard.refresh_from_db()
    notice = Notice.objects.filter(kind="engagement.silence_noted").first()
    assert "Any answer stops that" in notice.body


def test_an_answer_ends_it(cast, unheard):
    with clock.at(clock.now() + 3 * WEEK):
        post_in_engagement(engagement_id=unheard.pk, body="Here.", key="a", actor=cast.hugo)
        settle()
        forget()
        note_silences(clock.today())
        settle()
    assert told("engagement.silence_over") == {"hugo", "sam"}


def test_the_end_names_no_blame(cast, unheard):
    with clock.at(clock.now() + 5 * WEEK):
        forget()
        end_for_silence(engagement_id=unheard.pk, handed_over="", part_pay_minor=20000, actor=cast.sam)
        settle()
    notice = Notice.objects.filter(kind="engagement.ended_early").first()
    assert notice.body.startswith("No answer came since")
    assert notice.body.endswith("Nobody is blamed for it.")
