"""Bands and chips of people who opted in."""

import pytest

from firstfoot.market.matching.features import Reader
from firstfoot.market.matching.lexicon import Lexicon
from firstfoot.market.matching.needs import Need, Opening, Timing
from firstfoot.market.matching.seeking import Claim, Evidence, Level, Seeker
from firstfoot.market.matching.sourcing import Band, Chip, band, chips

pytestmark = pytest.mark.once

OPENING = Opening("p", "acme", (Need("sql", 3), Need("css", 2), Need("german", 1)), Timing(9, 3))


def of(*claims):
    return Reader.of(Seeker(claims), Lexicon())


@pytest.mark.parametrize(
    ("skills", "wanted"),
    [
        (("sql", "german"), Band.MOST),
        (("sql",), Band.SOME),
        (("css",), Band.SOME),
        (("german",), Band.OPEN),
        ((), Band.OPEN),
    ],
)
def test_bands_by_the_share_of_what_is_asked(skills, wanted):
    assert band(of(*map(Claim, skills)), OPENING) == wanted


def test_a_project_that_asks_for_nothing_has_one_band():
    assert band(of(Claim("sql")), Opening("p", "acme", (), Timing(9, 3))) == Band.OPEN


def test_chips_show_what_one_can_do_with_its_evidence_and_never_an_absence():
    claims = (Claim("css", Level.NONE), Claim("german", Level.BASIC, Evidence.SHOWN), Claim("sql"), Claim("figma"))

    assert chips(claims, OPENING) == (
        Chip("sql", Level.WORKING, Evidence.SAID),
        Chip("german", Level.BASIC, Evidence.SHOWN),
    )
