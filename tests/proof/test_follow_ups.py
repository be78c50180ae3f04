"""What came of it: asked at 3, 6 and 12 months, answered once, told to nobody but in figures."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from firstfoot.foundation.notifications.models import Mail, Notice
from firstfoot.insights.promises import next_steps, promises_of
from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, IllegalTransition, NotPermitted
from firstfoot.proof.pathways.actions import answer_pathway, offer_pathway
from firstfoot.proof.pathways.follow_ups import (
    ask_later,
    engagements_to_ask,
    follow_ups_to_lapse,
    let_go,
    tell_later,
)
from firstfoot.proof.pathways.models import FollowUp
from firstfoot.reactions.schedule import daily_mail
from tests.cast import join
from tests.factories.engagements import make_closing, make_completed, make_follow_up
from tests.factories.projects import make_open_project
from tests.reactions.support import settle

DONE_AND = {3: 91, 6: 182, 12: 365}


def after(engagement, days):
    return clock.at(engagement.completed_at + timedelta(days=days, hours=1))


@pytest.mark.parametrize(("months", "days"), DONE_AND.items())
def test_each_month_asks_once(cast, months, days):
    engagement = make_completed(cast)
    with after(engagement, days - 1):
        assert not engagements_to_ask(clock.now()).exists()
    with after(engagement, days):
        assert engagements_to_ask(clock.now()).get() == engagement
        assert ask_later(engagement_id=engagement.pk).months == months
        assert not engagements_to_ask(clock.now()).exists()
        with pytest.raises(Conflict, match="too_early"):
            ask_later(engagement_id=engagement.pk)


def test_what_was_long_ago_is_not_asked_about(cast):
    engagement = make_completed(cast)
    with after(engagement, 91 + 30):
        assert not engagements_to_ask(clock.now()).exists()
        with pytest.raises(Conflict, match="too_early"):
            ask_later(engagement_id=engagement.pk)


def test_work_that_was_not_completed_is_not_asked_about(cast):
    make_closing(cast)
    assert not engagements_to_ask(clock.now() + timedelta(days=95)).exists()


def test_the_intern_answers_once(cast):
    asked = make_follow_up(make_completed(cast))
    with pytest.raises(NotPermitted):
        tell_later(follow_up_id=asked.pk, with_host="again", doing="studies", actor=cast.hugo)
    told = tell_later(follow_up_id=asked.pk, with_host="again", doing="studies", actor=cast.sam)
    assert (told.state, told.with_host, told.doing) == ("answered", "again", "studies")
    with pytest.raises(IllegalTransition):
        tell_later(follow_up_id=asked.pk, with_host="nothing", doing="looks", actor=cast.sam)


def test_nobody_waits_for_an_answer_for_ever(cast):
    asked = make_follow_up(make_completed(cast))
    with pytest.raises(Conflict, match="too_early"):
        let_go(follow_up_id=asked.pk)
    late = asked.lapses_at + timedelta(minutes=1)
    assert list(follow_ups_to_lapse(late)) == [asked]
    with clock.at(late):
        assert let_go(follow_up_id=asked.pk).state == "lapsed"
    with pytest.raises(IllegalTransition):
        tell_later(follow_up_id=asked.pk, with_host="again", doing="studies", actor=cast.sam)


def test_the_clock_asks_and_the_mail_of_the_morning_answers_without_a_login(cast, client):
    engagement = make_completed(cast)
    with after(engagement, 92):
        settle(clock.now())
        assert Notice.objects.get(kind="follow_up.asked").recipient == cast.sam
        assert daily_mail(cast.sam, clock.today())
        mail = Mail.objects.filter(kind="daily_moves", recipient=cast.sam).latest("pk")
        assert "Say what came of it, without signing in" in mail.text
        link = next(line for line in mail.text.split() if "/by-mail/" in line)
        path = link[link.index("/by-mail/") :].rstrip(".>)")
        assert client.post(path, {"with_host": "interview", "doing": "looks"}).status_code == 200
    assert FollowUp.objects.get().with_host == "interview"


def test_the_page_says_what_is_missing_and_keeps_what_was_chosen(cast, client):
    asked = make_follow_up(make_completed(cast))
    url = reverse("talent:came_of", args=[asked.public_id])
    client.force_login(cast.sam)
    missing = client.post(url, {"with_host": "again"})
    assert (missing.status_code, list(missing.context["form"].errors)) == (422, ["doing"])
    assert missing.context["form"]["with_host"].value() == "again"
    assert client.post(url, {"with_host": "again", "doing": "studies"}).status_code == 302
    assert "You answered" in client.get(url).content.decode()


def test_a_step_that_was_kept_is_the_step_or_a_closer_one():
    kept, not_kept = ("interview", True, "full_time"), ("full_time", True, "interview")
    rows = [kept, not_kept, ("again", True, ""), ("again", False, "again")]
    assert next_steps(rows) == (4, 2, 1)


def test_the_host_reads_figures_of_three_people_alone(cast, client):
    page = reverse("public:organization", args=[cast.acme.public_id])
    for place, name in enumerate(("Ada", "Bo", "Cem")):
        engagement = make_completed(cast, person=join(name), project=make_open_project(cast))
        offer = offer_pathway(engagement_id=engagement.pk, kind="interview", note="", actor=cast.hana)
        answer_pathway(offer_id=offer.pk, accept=True, actor=engagement.intern)
        kept = promises_of(cast.acme)
        assert (kept.next_steps, kept.next_kept) == (3 if place == 2 else None, None)
        came = "internship" if place else "nothing"
        asked = make_follow_up(engagement)
        tell_later(follow_up_id=asked.pk, with_host=came, doing="studies", actor=engagement.intern)
    kept = promises_of(cast.acme)
    assert (kept.next_steps, kept.next_told, kept.next_kept) == (3, 3, 2)
    assert "of 3 who said yes to it told us months later that it came" in client.get(page).content.decode()
