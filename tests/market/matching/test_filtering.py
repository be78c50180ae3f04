"""Who is kept from which project, one code at a time."""

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given

from firstfoot.market.matching.filtering import Exclusion, exclusions
from firstfoot.market.matching.needs import Crowd, Need, Opening, Terms, Timing
from firstfoot.market.matching.seeking import Seeker, Span, Standing
from tests.market.matching.worlds import TODAY, openings

pytestmark = pytest.mark.once

E = Exclusion
TIMING = Timing(hours=20, weeks=4, start_from=date(2026, 3, 9), start_until=date(2026, 3, 16))
OPENING = Opening("p1", "acme", (Need("sql"),), TIMING)
SEEKER, STANDING = Seeker(hours_a_week=6), Standing()


def on_terms(**terms):
    return replace(OPENING, terms=Terms(**terms))


@pytest.mark.parametrize(
    ("seeker", "standing", "opening", "codes"),
    [
        (SEEKER, STANDING, OPENING, ()),
        (SEEKER, STANDING, replace(OPENING, crowd=Crowd(seats_free=0)), (E.SEATS,)),
        (SEEKER, STANDING, replace(OPENING, crowd=Crowd(seats_free=0, waiting=9)), (E.SEATS,)),
        (SEEKER, STANDING, replace(OPENING, crowd=Crowd(seats_free=2, waiting=7)), ()),
        (SEEKER, STANDING, replace(OPENING, crowd=Crowd(seats_free=2, waiting=8)), (E.CROWDED,)),
        (SEEKER, Standing(applied=frozenset({"p1"})), replace(OPENING, crowd=Crowd(1, 4)), (E.APPLIED, E.CROWDED)),
        (SEEKER, STANDING, replace(OPENING, timing=replace(TIMING, apply_by=TODAY - timedelta(1))), (E.DATES,)),
        (SEEKER, STANDING, replace(OPENING, timing=replace(TIMING, apply_by=TODAY)), ()),
        (replace(SEEKER, free_from=date(2026, 3, 17)), STANDING, OPENING, (E.DATES,)),
        (replace(SEEKER, free_until=date(2026, 4, 5)), STANDING, OPENING, ()),  # the 28th day from 9 March
        (replace(SEEKER, free_until=date(2026, 4, 4)), STANDING, OPENING, (E.DATES,)),
        (replace(SEEKER, aways=(Span(date(2026, 3, 20), date(2026, 3, 26)),)), STANDING, OPENING, ()),
        (replace(SEEKER, aways=(Span(date(2026, 3, 20), date(2026, 3, 27)),)), STANDING, OPENING, (E.AWAY,)),
        (replace(SEEKER, hours_a_week=5), STANDING, OPENING, ()),
        (replace(SEEKER, hours_a_week=4), STANDING, OPENING, (E.HOURS,)),
        (replace(SEEKER, languages=frozenset({"en"})), STANDING, on_terms(languages=frozenset({"de"})), (E.LANGUAGE,)),
        (SEEKER, STANDING, on_terms(languages=frozenset({"de"})), ()),
        (SEEKER, Standing(may_work_in=frozenset({"us"})), on_terms(country="de"), (E.AUTHORIZATION,)),
        (SEEKER, Standing(can_come_to=frozenset()), on_terms(workplace="hybrid", place="x"), (E.PLACE,)),
        (SEEKER, Standing(can_come_to=frozenset()), on_terms(place="x"), ()),
        (SEEKER, Standing(is_of_age=False), OPENING, (E.AGE,)),
        (SEEKER, STANDING, on_terms(programs=frozenset({"p"})), (E.ENROLLMENT,)),
        (SEEKER, Standing(programs=frozenset({"p"})), on_terms(programs=frozenset({"p"})), ()),
        (SEEKER, Standing(kept_apart=frozenset({"acme"})), OPENING, (E.BLOCKED,)),
        (SEEKER, Standing(applied=frozenset({"p1"})), OPENING, (E.APPLIED,)),
        (SEEKER, Standing(own=frozenset({"acme"})), OPENING, (E.OWN_ORGANIZATION,)),
    ],
)
def test_each_code(seeker, standing, opening, codes):
    assert exclusions(seeker, standing, opening, TODAY) == codes


@given(openings)
def test_whoever_said_nothing_is_kept_only_from_what_is_closed_or_for_others(opening):
    found = exclusions(Seeker(), Standing(), opening, TODAY)

    assert set(found) <= {E.SEATS, E.DATES, E.ENROLLMENT, E.CROWDED}
