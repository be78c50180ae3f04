"""The playbook: a play for every situation, words for each side, and a change of course with its first steps."""

from __future__ import annotations

import pytest
from django.urls import reverse

from firstfoot.foundation.notifications.models import Notice
from firstfoot.kernel import clock
from firstfoot.kernel.workdays import Workdays
from firstfoot.reactions.warning_words import PLAY_OF, SIGNS, TO_DO
from firstfoot.web.shared.playbook import OPTIONS, PLAY, PLAYS
from firstfoot.web.work.forms.check_ins import ROWS
from firstfoot.web.work.words import CAUSES
from firstfoot.work.engagements.models import CourseCorrection
from firstfoot.work.engagements.states import SITUATIONS, CorrectionCause
from firstfoot.work.engagements.warning import Sign
from tests.cast import enter
from tests.factories.engagements import make_active
from tests.reactions.support import settle
from tests.web.work.test_moves import post

pytestmark = pytest.mark.once


def test_every_situation_has_its_play_and_every_play_can_be_played():
    assert set(PLAY) == set(map(str, SITUATIONS))
    assert set(CAUSES) == set(map(str, CorrectionCause))
    assert {option for play in PLAYS for option in play.options} == set(OPTIONS)
    assert all(0 < len(play.steps) <= ROWS and len(play.options) >= 2 for play in PLAYS)


def test_every_sign_has_its_words_and_its_play():
    assert set(SIGNS) == set(TO_DO) == set(PLAY_OF) == set(Sign)
    assert set(PLAY_OF.values()) <= set(PLAY)


@pytest.mark.parametrize("code", PLAY)
def test_a_situation_leads_to_a_change_of_course_with_its_first_steps(cast, client, code):
    engagement = make_active(cast)
    enter(client, cast.sam)
    url = reverse("work:stuck", args=[engagement.public_id])
    page = client.get(url, {"situation": code}).content.decode()
    assert str(PLAY[code].intern.say) in page.replace("&#x27;", "'")
    empty = post(client, cast.sam, "stuck", engagement, situation=code, what="")
    assert (empty.status_code, f'value="{code}"' in empty.content.decode()) == (422, True)
    post(client, cast.sam, "stuck", engagement, situation=code, what="See above")
    found = CourseCorrection.objects.get()
    form = client.get(reverse("work:correction", args=[engagement.public_id, found.public_id])).context["form"]
    step = PLAY[code].steps[0]
    due = Workdays().date_of(Workdays().after(clock.now(), step.days))
    assert (found.cause, form.initial["text_0"], form.initial["owner_0"], form.initial["due_0"]) == (
        code, step.text, step.side, due,
    )  # fmt: skip
    settle()
    assert Notice.objects.filter(kind="correction.opened", recipient=cast.hugo).count() == 1


@pytest.mark.parametrize(("who", "buttons"), [("sam", {"end"}), ("hugo", {"end"}), ("hana", {"end", "supervisor"})])
def test_ways_out_lead_to_where_the_reader_may_go(cast, client, who, buttons):
    engagement = make_active(cast)
    enter(client, getattr(cast, who))
    page = client.get(reverse("work:stuck", args=[engagement.public_id]), {"situation": "silent_supervisor"})
    known = {reverse(f"work:{name}", args=[engagement.public_id]): name for name in ("end", "supervisor")}
    assert {known[row["url"]] for row in page.context["options"] if row["url"] in known} == buttons


def test_a_situation_that_is_none_is_not_opened(cast, client):
    engagement = make_active(cast)
    assert post(client, cast.sam, "stuck", engagement, situation="bored", what="So").status_code == 422
    assert not CourseCorrection.objects.exists()
