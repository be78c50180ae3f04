"""What is held for a look: at least 95 of 100 bad examples are caught, at most 5 of 100 good ones stopped."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firstfoot.market.projects.brief import Brief
from firstfoot.market.projects.moderation import signs_in, signs_of
from firstfoot.market.projects.moderation.bank import is_card, is_iban
from firstfoot.market.projects.starters import all_starters
from tests.figures import figure
from tests.market.projects.moderation import tuned, unseen

BAD = (*tuned.BAD, *unseen.BAD)
GOOD = (*tuned.GOOD, *unseen.GOOD)


def test_there_are_a_hundred_of_each_and_no_two_alike():
    texts = [text for _kind, text in BAD]
    assert (len(set(texts)), len(set(GOOD)), set(texts) & set(GOOD)) == (100, 100, set())
    assert {kind for kind, _text in BAD} == {"money", "bank", "contact", "sample"}


def caught(examples):
    return sum(bool(signs_in(text)) for _kind, text in examples)


def stopped(texts):
    return sum(bool(signs_in(text)) for text in texts)


def test_of_the_half_that_no_rule_was_tuned_on():
    assert (caught(unseen.BAD), stopped(unseen.GOOD)) == (49, 1)


def test_of_all():
    bad, good = caught(BAD), stopped(GOOD)
    figure("held for a look", f"{bad} of 100 bad, {good} of 100 good", "of our own examples")
    assert bad >= 95
    assert good <= 5


@pytest.mark.parametrize(
    ("text", "codes"),
    [
        ("Send us your bank details.", ["bank_data_asked"]),
        ("Send it to lena@kelp.example.", ["address_in_text"]),
        ("Message me on WhatsApp.", ["contact_elsewhere"]),
        ("Complete this 3 day task first.", ["long_sample"]),
        ("We start with an unpaid trial.", ["unpaid_trial"]),
        ("You forward payments to our partners.", ["money_passed_on"]),
        ("A WhatsApp marketing plan for a flower shop.", []),
        ("", []),
    ],
)
def test_a_sign_says_its_rule(text, codes):
    assert [sign.code for sign in signs_in(text)] == codes


def test_a_sign_keeps_no_address_and_no_number():
    shown = [sign.words for sign in signs_in("Mail lena@kelp.example, 4111 1111 1111 1111, or call +44 20 7946 0018")]
    assert shown == ["0000", "@"]


def test_a_brief_says_each_rule_once_and_where():
    brief = Brief(problem="Message me on WhatsApp.", pathway="Message us on Telegram.")
    assert [(sign.code, sign.field) for sign in signs_of(brief)] == [("contact_elsewhere", "problem")]


@pytest.mark.parametrize("starter", all_starters(), ids=lambda starter: starter.code)
def test_our_own_templates_are_not_held(starter):
    assert signs_of(starter.brief) == ()


@given(st.integers(0, 10**15 - 1), st.integers(0, 9))
def test_one_last_digit_in_ten_makes_a_card_number(start, last):
    numbers = [f"{start:015d}{digit}" for digit in range(10)]
    right = [number for number in numbers if is_card(number)]
    assert len(right) == 1
    assert (numbers[last] in right) is is_card(numbers[last])


@given(st.integers(0, 10**14 - 1), st.integers(1, 96))
def test_a_changed_check_digit_breaks_an_iban(account, off):
    body = f"WEST{account:014d}"
    checks = [digits for digits in range(2, 99) if is_iban(f"GB{digits:02d}{body}")]
    assert len(checks) == 1
    assert not is_iban(f"GB{(checks[0] - 2 + off) % 97 + 2:02d}{body}")


@pytest.mark.parametrize(
    "bit", ["send ", "1 ", "(0", "a@", "money forward ", "4111 ", "GB29 ", "buy gift cards ", "3 days test first "]
)
def test_long_texts_are_read_fast(bit):
    """10,000 characters, more than a message may have, in under .15 s of the processor."""
    text = (bit * 10_000)[:10_000]
    assert min(_seconds(text) for _ in range(2)) < 0.15


def _seconds(text):
    begun = time.process_time()
    signs_in(text)
    return time.process_time() - begun
