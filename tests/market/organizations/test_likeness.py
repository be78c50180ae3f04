"""Names that read alike open a case; others do not."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from firstfoot.market.moderation.models import Case
from firstfoot.market.organizations.actions import describe_organization
from firstfoot.market.organizations.likeness import folded_name, is_alike
from tests.factories.organizations import make_organization
from tests.reactions.support import settle


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("Brindle Bakery", "BRINDLE  BAKERY Ltd.", True),
        ("Brindle Bakery", "Br1ndle Bakery", True),
        ("Morning Press", "Moming Press", True),
        ("Café Lumière", "Cafe Lumiere GmbH", True),
        ("Northpier", "Nоrthpier", True),  # with a Cyrillic o
        ("Brindle Bakery", "Brindle Bakerys", True),
        ("Brindle Bakery", "Bridle Bakery", True),
        ("Kelp & Co", "Help & Co", False),
        ("Brindle Bakery", "Brindle Butchers", False),
        ("Vale Instruments", "Dale Instrument", False),
    ],
)
def test_which_names_read_alike(one, other, alike):
    assert is_alike(folded_name(one), folded_name(other)) is alike


@given(st.text(min_size=6, max_size=30), st.data())
def test_one_slip_is_alike_both_ways(name, data):
    place = data.draw(st.integers(0, len(name) - 1))
    slips = (
        name[:place] + name[place + 1 :],
        name[:place] + "x" + name[place + 1 :],
        name[:place] + "x" + name[place:],
    )
    for slip in slips:
        if len(slip) >= 6:
            assert is_alike(name, slip)
            assert is_alike(slip, name)


def test_a_new_or_renamed_organization_opens_a_case(cast):
    first = make_organization(cast.paz, name="Br1ndle Bakery Inc")
    second = make_organization(cast.sam)
    settle()
    assert [(case.organization, case.other) for case in Case.objects.all()] == [(first, cast.acme)]
    describe_organization(organization_id=second.pk, seen=None, actor=cast.sam, name="Vale lnstruments")
    settle()
    assert Case.objects.get(organization=second).other == cast.otherhost
