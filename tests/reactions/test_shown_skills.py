"""What a finished engagement took stands among the skills of its intern."""

from firstfoot.market.talent.queries import claims_of
from tests.factories import engagements as make
from tests.factories.applications import make_profile
from tests.reactions.support import settle


def test_the_skills_of_the_brief_are_shown_when_both_sides_are_done(cast, db):
    make_profile(cast.sam, skills=["Welding"])
    engagement = make.make_completed(cast, skills=("Research", "Plain writing"))

    settle()

    assert [(claim.words, claim.shown_in) for claim in claims_of(cast.sam)] == [
        ("Welding", ""), ("Research", engagement.public_id), ("Plain writing", engagement.public_id),
    ]  # fmt: skip
