"""What `firstfoot serve` says once it answers."""

from pathlib import Path

import pytest

from firstfoot.operations.machine import Machine
from firstfoot.operations.serve import DEMO_PEOPLE, greeting


@pytest.mark.parametrize(("is_demo", "names_people"), [(True, True), (False, False)])
def test_the_greeting_names_the_demo_people_on_a_demo_only(is_demo, names_people):
    machine = Machine(
        data=Path("/srv/data"),
        host="127.0.0.1",
        port=8000,
        site_url="http://localhost:8000",
        release="1",
        is_demo=is_demo,
    )
    said = greeting(machine)
    assert ("http://localhost:8000" in said, DEMO_PEOPLE in said) == (True, names_people)
