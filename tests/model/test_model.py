"""Whatever everybody tries in whatever order, an engagement does what a small model of it does, and stays sound."""

from __future__ import annotations

from dataclasses import replace
from secrets import randbits

import pytest
from django.db import connection
from hypothesis import HealthCheck, Phase, seed, settings
from hypothesis.stateful import run_state_machine_as_test

from firstfoot.kernel import clock
from firstfoot.market.projects.brief import OnboardingItem
from tests.cast import live
from tests.factories.engagements import make_offer
from tests.factories.organizations import another_steward
from tests.factories.projects import good_brief
from tests.figures import IS_DEEP, count, figure
from tests.model.machine import BEGINS_AT, Walk, World

PARTS = 3  # each may run in a process of its own
A_BATCH = 10  # after ten walks hypothesis would begin to vary the old ones instead of drawing new ones


@pytest.fixture
def world(db) -> World:
    """Lived once at the beginning of the model's time; every walk begins in it and leaves it as it was."""
    with clock.at(BEGINS_AT):
        cast = live()
        cast.more.stan = another_steward()
        table, advice = good_brief(cast).deliverables
        kinds = {
            "one": {"deliverables": (table,)},
            "two": {},
            "extra": {
                "deliverables": (table, replace(advice, required=False)), "weeks": 3, "check_in_every_days": 4,
                "onboarding": (
                    OnboardingItem("Give access to the shared folder", "host"),
                    OnboardingItem("Say what you want to learn", "intern"),
                    OnboardingItem("Have lunch with the bakers", "host", required=False),
                ),
            },
        }  # fmt: skip
        return World(cast, {kind: make_offer(cast, **changes) for kind, changes in kinds.items()})


@pytest.mark.deep
@pytest.mark.once
@pytest.mark.parametrize("part", range(PARTS))
def test_an_engagement_does_what_the_model_does(world, part):
    """In ci the same walks each time, in deep others each time. The steps that led to a failure are printed; deep
    takes minutes to find fewer that do."""
    walks, steps = count(ci=60, deep=2_000), count(ci=25, deep=50)
    how = settings(
        max_examples=A_BATCH, stateful_step_count=steps, derandomize=not IS_DEEP, database=None, deadline=None,
        suppress_health_check=list(HealthCheck), phases=list(Phase) if IS_DEEP else [Phase.generate],
    )  # fmt: skip
    for batch in range(part, walks // A_BATCH, PARTS):
        start = randbits(32) if IS_DEEP else batch
        run_state_machine_as_test(seed(start)(lambda: Walk(world)), settings=how)
    figure(f"model: steps compared, part {part + 1}", world.compared, f"of {walks} walks, {connection.vendor}")
