"""Money, verdicts, the clock and public ids."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firstfoot.kernel import clock, ids
from firstfoot.kernel.errors import Conflict, IllegalTransition, LimitReached, NotPermitted, Refusal
from firstfoot.kernel.money import Money
from firstfoot.kernel.verdict import YES, allow_if, deny, require


@pytest.mark.parametrize(
    ("money", "text"),
    [
        (Money(36000, "USD"), "USD 360.00"),
        (Money(-5, "EUR"), "EUR -0.05"),
        (Money(1200, "JPY"), "JPY 1200"),
        (Money(1, "KWD"), "KWD 0.001"),
    ],
)
def test_money_prints_by_the_digits_of_its_currency(money, text):
    assert str(money) == text


@pytest.mark.parametrize("minor", [1.5, True, "3"])
def test_money_is_whole_minor_units(minor):
    with pytest.raises(TypeError):
        Money(minor, "USD")


@pytest.mark.parametrize("currency", ["usd", "US", ""])
def test_money_has_a_currency(currency):
    with pytest.raises(ValueError, match="currency"):
        Money(1, currency)


def test_currencies_do_not_mix():
    with pytest.raises(ValueError, match="mix"):
        Money(1, "USD") + Money(1, "EUR")


@given(st.integers(0, 10**9), st.integers(0, 20), st.integers(1, 20))
def test_shares_never_add_up_to_more(minor, parts, of):
    part = min(parts, of)
    whole = Money(minor, "USD")
    assert whole.share(part, of).minor + whole.share(of - part, of).minor <= minor


def test_a_no_carries_its_reason():
    with pytest.raises(NotPermitted) as refused:
        require(deny("own_work"))
    assert refused.value.code == "own_work"


def test_verdicts_are_truthy():
    assert (bool(YES), bool(allow_if(True, else_deny="x")), bool(allow_if(False, else_deny="x"))) == (True, True, False)


def test_each_refusal_has_its_status():
    assert {kind: kind.status for kind in Refusal.__subclasses__()} == {
        NotPermitted: 403,
        IllegalTransition: 409,
        Conflict: 409,
        LimitReached: 429,
    }


def test_the_clock_moves_and_comes_back():
    then = datetime(2027, 1, 1, tzinfo=UTC)
    with clock.at(then):
        assert clock.now() == then
    assert abs(clock.now() - datetime.now(UTC)) < timedelta(seconds=5)


def test_the_clock_wants_an_aware_instant():
    with pytest.raises(ValueError, match="aware"), clock.at(datetime(2027, 1, 1)):  # noqa: DTZ001
        pass


def test_public_ids_are_random_and_speakable():
    made = {ids.public_id() for _ in range(1000)}
    assert (len(made), {len(i) for i in made}) == (1000, {12})
    assert set("".join(made)) <= set(ids.ALPHABET)
