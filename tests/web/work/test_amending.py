"""Changing what is signed, on the pages: proposed, read word by word, signed, refused; the scope in short."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.urls import reverse

from firstfoot.foundation.notifications.models import Mail
from firstfoot.work.engagements.models import AgreementVersion
from tests.factories.engagements import (
    accept,
    deliverable,
    make_active,
    make_amending,
    propose_change,
    sign,
    submit,
    wish,
)
from tests.reactions.support import everything_told, forget, settle, told


def where(name, engagement, *more):
    return reverse(f"work:{name}", args=[engagement.public_id, *more])


def filled(client, person, engagement, **changes):
    """What the form would send as it stands, with changes."""
    client.force_login(person)
    form = client.get(where("amend", engagement)).context["form"]
    values = {field.name: field.value() for field in form}
    stand = {name: "" if value in (None, False) else value for name, value in values.items()}
    lists = {name: "\r\n".join(value) for name, value in stand.items() if isinstance(value, list)}
    return {**stand, **lists, "note": "More to do.", **changes}


def read(client, person, engagement, version):
    client.force_login(person)
    return client.get(where("agreement", engagement) + f"?version={version}")


def test_scope_grows_and_is_signed_by_both(cast, client):
    engagement = make_active(cast)
    day = (engagement.end_on + timedelta(days=7)).isoformat()
    data = filled(
        client, cast.sam, engagement, hours="26", pay_minor="624", end_on=day, outcome="Six bakeries, not four",
        new_title_1="A short film", new_due_on_1=day, new_criteria_1="Under a minute\nHas captions", left_out_2="on",
    )  # fmt: skip
    answer = client.post(where("amend", engagement), data)
    assert (answer.status_code, answer.url) == (302, where("agreement", engagement) + "?version=2")

    page = read(client, cast.hana, engagement, 2)
    assert [(f.label, f.by) for f in page.context["figures"]] == [
        ("Hours", "+6"), ("Pay", "+$144"), ("Pay an hour", ""), ("Last day", "+7 days"), ("Results", ""),
    ]  # fmt: skip
    labels = [row.label for row in page.context["diff"]]
    assert labels == ["Outcome", "New: result 3", "Not done after all: result 2"]
    woven = page.context["diff"][0].pieces
    assert "".join(p.text for p in woven if p.kind != "gone") == "Six bakeries, not four"

    sign(engagement, cast.sam, cast.hana)
    scope = client.get(where("scope", engagement))
    assert {row.label for row in scope.context["changed"]} == {
        "Hours", "Pay", "Last day", "Outcome", "New: result 3", "Not done after all: result 2",
    }  # fmt: skip
    assert "A short film" in scope.content.decode()


def test_what_the_host_gives_and_how_is_open_to_change(cast, client):
    engagement = make_active(cast)
    day = engagement.end_on.isoformat()
    data = filled(
        client, cast.sam, engagement, input_1="A key to the shop", input_by_on_1=day, tools="Figma\nSheets",
        reply_within_days="4", pay_within_days="14", engaged_as="payroll", confidential_years="3", hours_log="on",
        showing_1="none",
    )  # fmt: skip
    assert client.post(where("amend", engagement), data).status_code == 302
    rows = {row.label: row.after for row in read(client, cast.hana, engagement, 2).context["diff"]}
    assert rows == {
        "What the host gives": rows["What the host gives"], "Tools": "Figma\nSheets",
        "Business days until a question is answered": "4", "Days until the pay is due": "14",
        "On which footing": "Employed, paid through the host’s payroll", "Years that confidentiality lasts": "3",
        "Log of hours": "The intern writes down the hours", "Showing result 1": "It may not be shown",
    }  # fmt: skip
    assert "A key to the shop, by" in rows["What the host gives"]


def test_an_unchanged_form_changes_nothing_and_loses_nothing(cast, client):
    engagement = make_active(cast)
    answer = client.post(where("amend", engagement), filled(client, cast.sam, engagement, note="My words"))
    assert (answer.status_code, "My words" in answer.content.decode()) == (422, True)
    names = [field.name for field in answer.context["form"].texts()]
    assert len(names) == len(set(names))
    assert AgreementVersion.objects.filter(engagement=engagement).count() == 1


@pytest.mark.parametrize(
    ("changes", "field"),
    [
        ({"hours": "0"}, "hours"), ({"pay_minor": "1"}, "pay_minor"), ({"end_on": "2020-01-01"}, "end_on"),
        ({"new_title_1": "A film"}, "new_due_on_1"), ({"new_criteria_2": "Short"}, "new_title_2"),
        ({"outcome": " "}, "outcome"), ({"input_1": "A key"}, "input_by_on_1"),
        ({"pay_within_days": "90"}, "pay_within_days"), ({"left_out_1": "on", "left_out_2": "on"}, "__all__"),
        ({"note": ""}, "note"),
    ],
)  # fmt: skip
def test_what_cannot_stand_is_said_at_its_field(cast, client, changes, field):
    engagement = make_active(cast)
    answer = client.post(where("amend", engagement), filled(client, cast.sam, engagement, **changes))
    assert (answer.status_code, field in answer.context["form"].errors) == (422, True)


def test_what_is_accepted_is_not_in_the_form(cast, client):
    engagement = make_active(cast)
    submit(engagement)
    accept(engagement)
    client.force_login(cast.sam)
    page = client.get(where("amend", engagement))
    names = set(page.context["form"].fields)
    assert {"title_1", "start_on"} & names == set()
    assert "title_2" in names
    assert "so what was agreed about it stands" in page.content.decode()


def test_a_form_made_from_older_terms_shows_both_texts(cast, client):
    engagement = make_active(cast)
    mine = filled(client, cast.sam, engagement, hours="25", note="My own words")
    propose_change(engagement, cast.hana, hours=30)
    waits = client.post(where("amend", engagement), mine)
    sign(engagement, cast.hana, cast.sam)
    stands = client.post(where("amend", engagement), mine)
    for answer in (waits, stands):
        assert (answer.status_code, answer.context["mine"]) == (409, "Hours: 25\nMy own words")
        assert "Hours: 30" in answer.context["theirs"]


def test_the_page_of_what_stands_says_that_a_change_waits(cast, client):
    engagement = make_amending(cast)
    client.force_login(cast.sam)
    page = client.get(where("agreement", engagement))
    assert (page.context["version"].number, page.context["waiting"].number) == (1, 2)
    assert "?version=2" in page.content.decode()
    assert client.get(where("amend", engagement)).url == where("agreement", engagement) + "?version=2"


def test_a_no_says_why_to_the_side_that_asked(cast, client):
    engagement = make_amending(cast)
    page = read(client, cast.sam, engagement, 2)
    assert (page.context["decline_form"] is not None, page.context["may_withdraw"]) == (True, False)
    long = client.post(where("amendment_decline", engagement), {"note": "x" * 2000})
    assert (long.status_code, "note" in long.context["decline_form"].errors) == (422, True)
    assert client.post(where("amendment_decline", engagement), {"note": "Exams."}).status_code == 302
    assert "Exams." in read(client, cast.hana, engagement, 2).content.decode()
    settle()
    assert told("agreement.declined") == {"hana", "rita"}


def test_a_side_takes_its_own_change_back(cast, client):
    engagement = make_amending(cast)
    page = read(client, cast.hana, engagement, 2)
    assert (page.context["decline_form"], page.context["may_withdraw"]) == (None, True)
    assert client.post(where("amendment_withdraw", engagement)).status_code == 302
    assert list(engagement.agreement_versions.values_list("state", flat=True)) == ["signed", "void"]


def test_a_press_about_one_change_does_nothing_to_the_next(cast, client):
    engagement = make_amending(cast)
    read(client, cast.hana, engagement, 2)
    assert client.post(where("amendment_withdraw", engagement), {"number": "2"}).status_code == 302
    propose_change(engagement, cast.hana, hours=22)
    assert client.post(where("amendment_withdraw", engagement), {"number": "2"}).status_code == 409
    page = read(client, cast.sam, engagement, 3)
    assert page.context["decline_form"]["number"].value() == 3
    assert client.post(where("amendment_decline", engagement), {"number": "2", "note": "No."}).status_code == 409
    assert list(engagement.agreement_versions.values_list("state", flat=True)) == ["signed", "void", "proposed"]


def test_the_answer_with_other_terms_keeps_to_what_may_change(cast, client):
    engagement = make_amending(cast)
    client.force_login(cast.sam)
    form = client.get(where("agreement_counter", engagement)).context["form"]
    assert ("start_on" in form.fields, form["hours"].value()) == (False, 25)


def test_both_are_asked_by_mail_and_get_the_changed_text(cast, client):
    engagement = make_amending(cast)
    settle()
    asked = Mail.objects.get(kind="amendment_asked", recipient=cast.sam)
    assert "Hours: 25 instead of 20" in asked.text
    assert "stands until both sign the new one" in asked.text
    sign(engagement, cast.sam, cast.hana)
    settle()
    copy = Mail.objects.filter(kind="agreement_signed", recipient=cast.sam).latest("pk")
    assert "Version 2 now stands in the place of version 1" in " ".join(copy.text.split())


def test_a_due_date_moves_by_one_tap(cast, client):
    engagement = make_active(cast)
    thing = deliverable(engagement)
    day = thing.due_on + timedelta(days=1)
    client.force_login(cast.sam)
    sent = {"due_on": day.isoformat(), "seen": thing.version}
    assert client.post(where("due_propose", engagement, 1), sent).status_code == 302
    client.force_login(cast.hugo)
    assert "instead?" in client.get(where("deliverable", engagement, 1)).content.decode()
    tap = {"due_on": day.isoformat(), "answer": "agree"}
    assert client.post(where("due_answer", engagement, 1), tap).status_code == 302
    assert deliverable(engagement).due_on == day
    assert client.post(where("due_answer", engagement, 1), tap).status_code == 409


def test_a_day_beyond_the_last_is_said_at_the_field(cast, client):
    engagement = make_active(cast)
    client.force_login(cast.sam)
    late = (engagement.end_on + timedelta(days=1)).isoformat()
    answer = client.post(where("due_propose", engagement, 1), {"due_on": late})
    assert (answer.status_code, answer.context["due_form"]["due_on"].value()) == (422, late)
    assert "outside the agreed days" in answer.content.decode()


def test_a_wish_is_told_and_its_answer_too(cast, client):
    engagement = make_active(cast)
    settle()
    forget()
    thing = wish(engagement, cast.sam)
    settle()
    client.force_login(cast.hugo)
    client.post(where("due_answer", engagement, 1), {"due_on": thing.new_due_on.isoformat(), "answer": "keep"})
    settle()
    assert everything_told() == {"deliverable.due_proposed": {"hugo"}, "deliverable.due_kept": {"sam"}}
