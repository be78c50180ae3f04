"""The pages of pay: what each side records there, what is refused at its field, and what is taken along."""

from __future__ import annotations

import csv
import io
from datetime import timedelta

import pytest
from django.urls import reverse

from firstfoot.kernel import clock
from firstfoot.work.engagements.models import Engagement
from firstfoot.work.payments.actions import ask_write_off, note_tax_form
from firstfoot.work.payments.models import StipendEntry, TaxForm
from tests.cast import enter
from tests.factories.engagements import accept, make_active, make_closing, make_signed, submit
from tests.factories.payments import balances, receive, release, stipend

pytestmark = pytest.mark.once


def post(client, person, name, engagement, *more, **data):
    enter(client, person)
    return client.post(reverse(f"work:{name}", args=[engagement.public_id, *more]), data)


def page(client, person, engagement, name="money"):
    enter(client, person)
    return client.get(reverse(f"work:{name}", args=[engagement.public_id]))


def table(client, person, name, *args):
    """The rows of a CSV, without the one of names."""
    enter(client, person)
    answer = client.get(reverse(name, args=args))
    assert answer["Cache-Control"] == "private, no-store"
    return list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))[1:]


def test_the_host_pays_in_two_parts_and_the_intern_confirms(cast, client):
    engagement, today = make_closing(cast), clock.today().isoformat()
    paid = {"paid-day": today, "paid-amount": "100.50", "paid-reference": "SEPA 1", "paid-key": "k"}
    for _ in range(2):
        assert post(client, cast.hana, "paid", engagement, **paid).status_code == 302
    assert balances(engagement)["sent"] == 100
    post(client, cast.hugo, "paid", engagement, **{"paid-day": today})
    post(client, cast.sam, "received", engagement, **{"received-day": today})
    assert balances(engagement) == {"received": engagement.pay_minor // 100}
    said = page(client, cast.sam, engagement).content.decode()
    for text in ("SEPA 1", "Paid in part", "recorded by Hugo", "Arrived"):
        assert text in said


@pytest.mark.parametrize(
    ("name", "changes", "field"),
    [
        ("paid", {"amount": "99999"}, "amount"),
        ("paid", {"amount": "0"}, "amount"),
        ("paid", {"amount": "1.005"}, "amount"),
        ("paid", {"day": "2999-01-01"}, "day"),
        ("paid", {"day": ""}, "day"),
        ("money_fund", {"amount": "10", "reference": ""}, "reference"),
        ("money_write_off", {"amount": "99999", "reason": "otherwise"}, "amount"),
        ("money_write_off", {"amount": "10", "reason": "nothing"}, "reason"),
        ("money_tax_form", {"place": "123-45-6789"}, "place"),
    ],
)
def test_what_cannot_be_stays_on_the_page_with_a_sentence(cast, client, name, changes, field):
    engagement = make_closing(cast)
    prefix = {"paid": "paid", "money_fund": "fund", "money_write_off": "off", "money_tax_form": "tax"}[name]
    typed = {"day": clock.today().isoformat(), "reference": "Kept words", "note": "Kept words", **changes}
    stipend(engagement)
    answer = post(client, cast.hana, name, engagement, **{f"{prefix}-{key}": value for key, value in typed.items()})
    assert answer.status_code == 422
    assert list(answer.context["form"].errors) == [field]
    if name in {"paid", "money_write_off"}:
        assert "Kept words" in answer.content.decode()
    assert balances(engagement) == {"due": engagement.pay_minor // 100}


def test_setting_aside_and_a_part_for_one_result(cast, client):
    engagement, today = make_active(cast), clock.today().isoformat()
    stipend(engagement)
    assert "part_form" not in page(client, cast.hana, engagement).context
    submit(engagement)
    accept(engagement)
    post(
        client, cast.hana, "money_fund", engagement,
        **{"fund-amount": "50", "fund-day": today, "fund-reference": "PO 7", "fund-key": "f"},
    )  # fmt: skip
    assert balances(engagement)["funded"] == 50
    part = {"part-amount": "30", "part-result": "1", "part-key": "p"}
    assert post(client, cast.hugo, "money_part_due", engagement, **part).status_code == 302
    assert (balances(engagement)["funded"], balances(engagement)["due"]) == (20, 30)
    assert post(client, cast.hugo, "money_part_due", engagement, **part | {"part-result": "2"}).status_code == 422


def test_not_received_and_taken_back(cast, client):
    engagement = make_closing(cast)
    release(cast, engagement)
    assert "It did not arrive" in page(client, cast.sam, engagement).content.decode()
    post(client, cast.sam, "money_not_received", engagement, key="n")
    assert "Did not arrive" in page(client, cast.hana, engagement).content.decode()
    release(cast, engagement)
    assert post(client, cast.sam, "money_take_back", engagement, 5).status_code == 403
    assert post(client, cast.hana, "money_take_back", engagement, 5).status_code == 302
    assert post(client, cast.hana, "money_take_back", engagement, 99).status_code == 404
    assert "taken back by entry 6" in page(client, cast.sam, engagement).content.decode()


def test_the_intern_answers_a_write_off(cast, client):
    engagement = make_closing(cast)
    asked = {"off-amount": "20", "off-reason": "agreed_less", "off-note": "One page less."}
    post(client, cast.hana, "money_write_off", engagement, **asked)
    shown = page(client, cast.sam, engagement)
    assert "One page less." in shown.content.decode()
    old = shown.context["stipend"].version - 1
    assert post(client, cast.sam, "money_write_off_answer", engagement, answer="agree", seen=old).status_code == 409
    post(client, cast.sam, "money_write_off_answer", engagement, answer="agree", seen=old + 1)
    assert balances(engagement)["written_off"] == 20
    assert "Both agreed on less" in page(client, cast.hana, engagement).content.decode()


def test_a_page_before_there_is_a_stipend(cast, client):
    engagement = make_signed(cast)
    for person in (cast.sam, cast.hana):
        assert "being opened" in page(client, person, engagement).content.decode()


def test_the_receipt_says_what_arrived(cast, client):
    engagement = make_closing(cast)
    assert page(client, cast.sam, engagement, "receipt").status_code == 404
    release(cast, engagement)
    receive(engagement)
    said = page(client, cast.hana, engagement, "receipt").content.decode()
    for text in ("received $480 from", "SEPA 0815", cast.sam.formal_name):
        assert text in said
    paper = page(client, cast.sam, engagement, "receipt_pdf")
    assert (paper["Content-Type"], paper.content[:5]) == ("application/pdf", b"%PDF-")


def test_payroll_takes_along_what_is_due_without_formulas(cast, client):
    engagement = make_closing(cast)
    Engagement.objects.filter(pk=engagement.pk).update(title="=1+1")
    row = stipend(engagement)
    note_tax_form(engagement_id=engagement.pk, filed_on=clock.today(), place="+Folder", actor=cast.hana)
    (line,) = table(client, cast.rita, "hosts:pay_export", "csv")
    due_on = (clock.today() + timedelta(days=30)).isoformat()
    assert line == [
        row.public_id, cast.acme.name, cast.sam.formal_name, cast.sam.email, "'=1+1", "480.00", "USD", due_on, "no",
        f"{clock.today().isoformat()}, +Folder",
    ]  # fmt: skip
    for other in (cast.hugo, cast.otto, cast.sam):
        assert table(client, other, "hosts:pay_export", "csv") == []
    assert client.get(reverse("hosts:pay_export", args=["other"])).status_code == 404


def test_the_year_adds_up_for_both_sides(cast, client):
    engagement, today = make_closing(cast), clock.today()
    release(cast, engagement, 10000)
    receive(engagement, 4000)
    last = today.replace(year=today.year - 1)
    release(cast, engagement, 5000, on=last)
    sums = [str(today.year), cast.acme.name, cast.sam.formal_name, "USD", "100.00", "40.00", today.isoformat(), ""]
    assert table(client, cast.hana, "hosts:pay_year", today.year) == [sums]
    assert table(client, cast.sam, "talent:pay_year", today.year) == [sums]
    assert table(client, cast.sam, "talent:pay_year", last.year)[0][4:6] == ["50.00", "0.00"]
    assert table(client, cast.otto, "hosts:pay_year", today.year) == []
    enter(client, cast.hana)
    assert client.get(reverse("hosts:pay")).context["years"] == [today.year, last.year]


def test_overdue_pay_is_marked_in_the_list(cast, client):
    engagement = make_closing(cast)
    stipend(engagement)
    with clock.at(clock.now() + timedelta(days=40)):
        for person, name in ((cast.hana, "hosts:pay"), (cast.sam, "talent:pay")):
            enter(client, person)
            shown = client.get(reverse(name))
            assert [row["stands"]["code"] for row in shown.context["rows"]] == ["overdue"]
            assert shown.context["totals"][0]["overdue"] == 1


def test_an_intern_who_became_a_member_sees_only_their_own_side(cast, client):
    engagement = make_closing(cast)
    ask_write_off(engagement_id=engagement.pk, amount_minor=100, reason="otherwise", note="", actor=cast.hana)
    shown = page(client, cast.sam, engagement).context
    assert not [name for name in ("paid_form", "fund_form", "off_form", "tax_note_form") if name in shown]
    assert StipendEntry.objects.count() == 2
    assert not TaxForm.objects.exists()
