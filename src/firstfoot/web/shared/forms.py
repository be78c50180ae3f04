"""How Django draws our forms: one template for a form, one for a field, and errors that name their field."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.forms.renderers import DjangoTemplates
from django.utils.translation import gettext as _


class FaceRenderer(DjangoTemplates):
    """Set as FORM_RENDERER: {{ form }} and {{ form.name.as_field_group }} come out in our look."""

    form_template_name = "shared/form.html"
    formset_template_name = "shared/formset.html"
    field_template_name = "shared/field.html"


def error_texts(field: BoundField) -> list[str]:
    """The messages of a field; Django's nameless "This field is required." says which one and what to do."""
    return [_named(field, error) for error in field.errors.as_data()]


def _named(field: BoundField, error: ValidationError) -> str:
    standard = forms.Field.default_error_messages["required"]
    if error.code != "required" or error.message != standard:
        return str(error.messages[0])
    return _still_empty(field) % {"label": field.label}


def _still_empty(field: BoundField) -> str:
    if isinstance(field.field, forms.BooleanField):
        return _("Tick “%(label)s” to go on.")
    if isinstance(field.field, forms.FileField):
        return _("Choose a file for “%(label)s”.")
    if isinstance(field.field, forms.ChoiceField | forms.ModelChoiceField):
        return _("Choose an answer for “%(label)s”.")
    return _("Fill in “%(label)s”.")
