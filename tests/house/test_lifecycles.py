"""Each lifecycle stands in the documentation as it is, and the check of the chains knows it."""

from firstfoot.foundation.journal.queries import chained_models
from firstfoot.operations.check.lifecycles import LIFECYCLES, WITHOUT_STATE
from tests.house.lifecycle_diagrams import PAGE, lifecycles, page


def test_the_page_of_lifecycles_is_the_one_the_code_draws():
    assert PAGE.read_text() == page(), "run `make docs`"


def test_every_chained_thing_has_a_lifecycle_or_no_state():
    assert {m._meta.model_name for m in chained_models()} == set(LIFECYCLES) | WITHOUT_STATE


def test_every_state_column_holds_the_states_of_its_lifecycle():
    for model in chained_models():
        if model._meta.model_name in LIFECYCLES:
            field = model._meta.get_field("state")
            lifecycle = LIFECYCLES[model._meta.model_name]
            assert tuple(value for value, _ in field.choices) == lifecycle.states
            assert field.default == lifecycle.initial


def test_every_lifecycle_of_a_built_part_is_checked():
    from firstfoot.proof.credentials import states as credentials
    from firstfoot.proof.portfolio import states as portfolio

    built = {id(table) for table in LIFECYCLES.values()}
    unbuilt = {id(v) for module in (credentials, portfolio) for v in vars(module).values()}
    assert [name for name, table in lifecycles().items() if id(table) not in built | unbuilt] == []
