"""How Django draws our forms: one template for a form, one for a field, and errors that name their field."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core import validators
from django.core.exceptions import ValidationError
from django.forms.boundfield import BoundField
from django.forms.renderers import DjangoTemplates
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy


class FaceRenderer(DjangoTemplates):
    """Set as FORM_RENDERER: {{ form }} and {{ form.name.as_field_group }} come out in our look."""

    form_template_name = "shared/form.html"
    formset_template_name = "shared/formset.html"
    field_template_name = "shared/field.html"


def error_texts(field: BoundField) -> list[str]:
    """The messages of a field; Django's nameless "Enter a valid URL." says which one and what to do."""
    return [_named(field, error) for error in field.errors.as_data()]


# Django's own message -> ours, which names the field and says what fits.
_OURS: tuple[tuple[Any, str | Promise], ...] = (
    (validators.MinValueValidator.message, gettext_lazy("“%(label)s” is at least %(limit_value)s.")),
    (validators.MaxValueValidator.message, gettext_lazy("“%(label)s” is at most %(limit_value)s.")),
    (
        validators.MaxLengthValidator.message,
        gettext_lazy("“%(label)s” has %(show_value)s characters; at most %(limit_value)s fit."),
    ),
    (validators.EmailValidator.message, gettext_lazy("Write “%(label)s” as in ada@example.org.")),
    (forms.URLField.default_error_messages["invalid"], gettext_lazy("Write “%(label)s” as in https://example.org.")),
    (forms.IntegerField.default_error_messages["invalid"], gettext_lazy("Write “%(label)s” as a whole number.")),
    (forms.DecimalField.default_error_messages["invalid"], gettext_lazy("Write “%(label)s” as a number.")),
    (forms.DateField.default_error_messages["invalid"], gettext_lazy("Choose a day for “%(label)s”.")),
)


def _named(field: BoundField, error: ValidationError) -> str:
    if error.message is forms.Field.default_error_messages["required"]:
        return _still_empty(field) % {"label": field.label}
    ours = next((text for standard, text in _OURS if error.message is standard), None)
    if ours is None:
        return str(error.messages[0])
    return str(ours) % {**(error.params or {}), "label": field.label}


def _still_empty(field: BoundField) -> str:
    if isinstance(field.field, forms.BooleanField):
        return _("Tick “%(label)s” to go on.")
    if isinstance(field.field, forms.FileField):
        return _("Choose a file for “%(label)s”.")
    if isinstance(field.field, forms.ChoiceField | forms.ModelChoiceField):
        return _("Choose an answer for “%(label)s”.")
    return _("Fill in “%(label)s”.")
