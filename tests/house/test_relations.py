"""What Import Linter cannot see: "app.Model" strings and reverse accessors."""

from django.apps import apps

from tests.house.floors import may_point, position


def own_models():
    return [m for m in apps.get_models(include_auto_created=True) if m.__module__.startswith("firstfoot.")]


def is_ours(model):
    return model is not None and model != "self" and model.__module__.startswith("firstfoot.")


def context(model):
    return position(model.__module__)[-1][0]


def test_every_model_stands_on_a_floor():
    assert [m._meta.label for m in own_models() if not position(m.__module__)] == []


def test_relations_only_point_down():
    upward = [
        f"{model._meta.label}.{field.name} -> {field.related_model._meta.label}"
        for model in own_models()
        for field in (*model._meta.fields, *model._meta.many_to_many)
        if field.is_relation
        and is_ours(field.related_model)
        and not may_point(model.__module__, field.related_model.__module__)
    ]
    assert upward == []


def test_no_context_is_visible_from_below():
    """An accessor such as person.applications would let a lower floor read an upper one."""
    visible = [
        f"{model._meta.label}.{relation.get_accessor_name()} from {relation.related_model._meta.label}"
        for model in own_models()
        for relation in model._meta.get_fields(include_hidden=True)
        if relation.auto_created
        and not relation.concrete
        and is_ours(relation.related_model)
        and not relation.hidden
        and context(model) != context(relation.related_model)
    ]
    assert visible == []
