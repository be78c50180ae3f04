"""Items: drafted from the record, cleared by right or by the host, shown as far as that goes."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction

from firstfoot.kernel import clock
from firstfoot.kernel.errors import Conflict, IllegalTransition, NotPermitted
from firstfoot.proof.portfolio.actions import (
    answer_item,
    hand_in_item,
    lapse_item,
    save_item,
    show_item,
    take_back_item,
)
from firstfoot.proof.portfolio.models import ItemVersion
from firstfoot.proof.portfolio.queries import asked_version, item_of, items_to_lapse, shown_as, shown_item
from firstfoot.proof.portfolio.record import record_of
from firstfoot.proof.portfolio.writing import drafted
from firstfoot.work.engagements.queries import standing_terms
from firstfoot.work.evaluations.models import Evaluation
from tests.factories.engagements import make_active, make_closing, make_completed
from tests.factories.portfolio import TEXT, ask, hand_in, reread, save


def test_the_first_draft_comes_from_the_record(cast):
    engagement = make_completed(cast)
    record = record_of(engagement)
    text = drafted(record, standing_terms(engagement))
    total = sum(len(r.criteria) for r in record.results)
    assert (text["title"], text["problem"]) == (engagement.title, engagement.application.brief_version.brief.problem)
    assert text["results"] == [r.number for r in record.results]
    assert f"{total} of {total} criteria met." in text["result"]


def test_figures_are_counted_not_typed(cast):
    engagement = make_completed(cast)
    figures = record_of(engagement).figures
    assert (figures.hours, figures.results, figures.first_time) == (engagement.hours, figures.promised, figures.results)


def test_with_the_full_right_the_intern_finishes_alone(cast):
    engagement = make_completed(cast, portfolio="full")
    item = hand_in(engagement, save(engagement))
    shown = shown_as(reread(item))
    assert (item.state, shown.content["title"], shown.content["host"]) == ("cleared", TEXT["title"], "Brindle Bakery")


@pytest.mark.parametrize(("right", "host"), [("on_request", "Brindle Bakery"), ("redacted", "")])
def test_else_the_host_says_yes_to_the_very_text(cast, right, host):
    engagement = make_completed(cast, portfolio=right)
    item = ask(engagement)
    assert (item.state, shown_as(reread(item)).version) == ("asked", None)
    _item, version = asked_version(engagement)
    done = answer_item(item_id=item.pk, seen_hash=version.content_hash, approve=True, note="", actor=cast.hugo)
    shown = shown_as(reread(item))
    assert (done.state, shown.version.answered_by, shown.content["host"]) == ("cleared", cast.hugo, host)


def test_without_the_right_to_name_no_word_of_the_agreement_is_taken_over(cast):
    engagement = make_completed(cast, portfolio="redacted")
    ask(engagement)
    _item, version = asked_version(engagement)
    titles = [row["title"] for row in version.content["results"]]
    criteria = [words for row in version.content["results"] for words, _met in row["criteria"]]
    assert (set(titles), set(criteria), version.content["quote"]) == ({""}, {""}, "")
    assert all(not words and code for words, code, _by in version.content["skills"])


def test_a_name_that_is_left_keeps_the_text_from_the_host(cast):
    engagement = make_completed(cast, portfolio="redacted")
    item = save(engagement, did="I asked hugo marsh and counted.")
    with pytest.raises(Conflict, match="names_left"):
        hand_in_item(item_id=item.pk, actor=cast.sam)
    item.refresh_from_db()
    assert item.state == "drafted"


def test_one_narrow_result_makes_all_of_it_narrow(cast):
    engagement = make_completed(cast, portfolio="full")
    version = engagement.agreement_versions.get(state="signed")
    version.content["terms"]["deliverables"][0]["showing"] = "on_request"
    version.save(update_fields=["content"])
    assert ask(engagement).state == "asked"


def test_what_is_kept_between_the_two_has_its_card_alone(cast):
    engagement = make_completed(cast, portfolio="none")
    item = save(engagement)
    with pytest.raises(Conflict, match="card_only"):
        hand_in_item(item_id=item.pk, actor=cast.sam)
    show_item(item_id=item.pk, visibility="link", actor=cast.sam)
    shown = shown_as(shown_item(item.public_id))
    card = shown.card
    assert (shown.version, card["kind"], card["figures"]["hours"]) == (None, cast.acme.kind, engagement.hours)


def test_the_database_shows_nothing_without_a_yes(cast):
    engagement = make_completed(cast, portfolio="redacted")
    item = ask(engagement)
    with pytest.raises(IntegrityError), transaction.atomic():
        ItemVersion.objects.filter(item=item).update(cleared_at=clock.now())


def test_silence_is_no_yes(cast):
    engagement = make_completed(cast, portfolio="on_request")
    item = ask(engagement)
    with pytest.raises(Conflict, match="too_early"):
        lapse_item(item_id=item.pk)
    with clock.at(item.answer_by_at + timedelta(minutes=1)):
        assert [one.pk for one in items_to_lapse(clock.now())] == [item.pk]
        assert lapse_item(item_id=item.pk).state == "unanswered"
        assert shown_as(reread(item)).version is None
        assert hand_in_item(item_id=item.pk, actor=cast.sam).state == "asked"


def test_five_business_days_of_the_host(cast):
    engagement = make_completed(cast, portfolio="on_request")
    item = ask(engagement)
    assert (item.answer_by_at - clock.now()) >= timedelta(days=5)


def test_a_no_says_why(cast):
    engagement = make_completed(cast, portfolio="on_request")
    item = ask(engagement)
    _item, version = asked_version(engagement)
    by_hugo = {"item_id": item.pk, "seen_hash": version.content_hash, "approve": False, "actor": cast.hugo}
    with pytest.raises(Conflict, match="reason_missing"):
        answer_item(note=" ", **by_hugo)
    assert answer_item(note="The second sentence.", **by_hugo).state == "declined"


def test_a_yes_is_for_the_text_that_was_read(cast):
    engagement = make_completed(cast, portfolio="on_request")
    item = ask(engagement)
    old = asked_version(engagement)[1].content_hash
    take_back_item(item_id=item.pk, actor=cast.sam)
    assert asked_version(engagement) is None
    hand_in(engagement, save(engagement, did="Something else."))
    with pytest.raises(Conflict, match="changed"):
        answer_item(item_id=item.pk, seen_hash=old, approve=True, note="", actor=cast.hugo)


def test_a_changed_text_needs_its_own_yes_and_the_old_one_is_shown_meanwhile(cast):
    engagement = make_completed(cast, portfolio="on_request")
    item = ask(engagement)
    _item, version = asked_version(engagement)
    answer_item(item_id=item.pk, seen_hash=version.content_hash, approve=True, note="", actor=cast.hana)
    item = save(engagement, did="Much more.")
    assert (item.state, shown_as(reread(item)).content["did"]) == ("drafted", TEXT["did"])
    hand_in_item(item_id=item.pk, actor=cast.sam)
    assert shown_as(reread(item)).content["did"] == TEXT["did"]


def test_nothing_is_changed_while_the_host_reads(cast):
    engagement = make_completed(cast, portfolio="on_request")
    ask(engagement)
    with pytest.raises(Conflict, match="being_read"):
        save(engagement, did="Other")


def test_a_lost_update_is_said(cast):
    engagement = make_completed(cast, portfolio="full")
    item = hand_in(engagement, save(engagement))
    with pytest.raises(Conflict, match="changed"):
        save_item(engagement_id=engagement.pk, text={**TEXT, "did": "x"}, seen=item.version - 1, actor=cast.sam)


@pytest.mark.parametrize("who", ["hana", "hugo", "otto", "stella", "paz"])
def test_only_the_intern_writes(cast, who):
    engagement = make_completed(cast)
    with pytest.raises(NotPermitted):
        save_item(engagement_id=engagement.pk, text=TEXT, actor=getattr(cast, who))


@pytest.mark.parametrize("who", ["sam", "otto", "stella", "paz"])
def test_who_does_not_answer_for_the_host(cast, who):
    engagement = make_completed(cast, portfolio="on_request")
    item = ask(engagement)
    with pytest.raises(NotPermitted):
        answer_item(item_id=item.pk, seen_hash="", approve=True, note="", actor=getattr(cast, who))


def test_there_is_nothing_to_show_before_work_is_accepted(cast):
    with pytest.raises(Conflict, match="not_now"):
        save(make_active(cast))
    assert save(make_closing(cast, project=None, portfolio="full")).state == "drafted"


def test_only_what_is_shown_opens(cast):
    engagement = make_completed(cast, portfolio="full")
    item = hand_in(engagement, save(engagement))
    assert shown_item(item.public_id) is None
    show_item(item_id=item.pk, visibility="link", actor=cast.sam)
    assert shown_item(item.public_id) == item
    show_item(item_id=item.pk, visibility="private", actor=cast.sam)
    assert shown_item(item.public_id) is None


def test_a_title_and_a_deed_are_the_least(cast):
    engagement = make_completed(cast, portfolio="full")
    item = save(engagement, did=" ")
    with pytest.raises(Conflict, match="text_missing"):
        hand_in_item(item_id=item.pk, actor=cast.sam)
    hand_in(engagement, save(engagement))
    with pytest.raises(IllegalTransition):
        hand_in_item(item_id=item_of(engagement).pk, actor=cast.sam)


def test_a_quote_that_was_struck_out_is_not_shown_any_more(cast):
    engagement = make_completed(cast, portfolio="full")
    item = hand_in(engagement, save(engagement, quote=True))
    said = Evaluation.objects.get(engagement=engagement, side="host")
    assert shown_as(reread(item)).content["quote"] == said.quote
    Evaluation.objects.filter(pk=said.pk).update(quote="")
    assert shown_as(reread(item)).content["quote"] == ""
