"""What we ask of someone who joins, beside address and password."""

from __future__ import annotations

from typing import Any

from django import forms
from django.conf import settings
from django.http import HttpRequest
from django.urls import reverse
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.web.shared.zones import zone_choices


class SignupForm(forms.Form):
    """The base that allauth's sign-up form grows from (ACCOUNT_SIGNUP_FORM_CLASS)."""

    field_order = ["chosen_name", "legal_name", "email", "password1", "time_zone", "adult", "terms"]

    chosen_name = forms.CharField(
        label=gettext_lazy("Your name"),
        max_length=80,
        help_text=gettext_lazy("What everyone here calls you."),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )
    legal_name = forms.CharField(
        label=gettext_lazy("Legal name"),
        max_length=120,
        required=False,
        help_text=gettext_lazy("Only for agreements, and only if it differs from your name."),
    )
    time_zone = forms.ChoiceField(
        label=gettext_lazy("Time zone"),
        choices=zone_choices,
        help_text=gettext_lazy("Deadlines are counted and shown on this clock."),
    )
    adult = forms.BooleanField(
        label=gettext_lazy("I am 18 or older."),
        error_messages={"required": gettext_lazy("You can join when you are 18.")},
    )
    terms = forms.BooleanField(
        error_messages={"required": gettext_lazy("Read the terms, then say that you agree to them.")},
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["terms"].label = terms_label()

    def get_context(self) -> dict[str, Any]:
        """Shown with our words: allauth adds its fields only after this class is done."""
        for field in self.fields.values():
            field.widget.attrs.pop("placeholder", None)
        self.fields["email"].label = _("E-mail address")
        self.fields["email"].help_text = _("We send a code to it, to make sure that it is yours.")
        self.fields["password1"].help_text = _("At least 10 characters, and not one that many people use.")
        return super().get_context()

    def signup(self, request: HttpRequest, user: object) -> None:
        """Nothing is left to do: the adapter joined the person in one action."""


def terms_label() -> SafeString:
    """The sentence that one agrees to, with its version and a link to each text."""
    return format_html(
        _(
            'I agree to the <a href="{terms}">terms</a> (version {version}) '
            'and have read the <a href="{privacy}">privacy page</a>.'
        ),
        terms=reverse("public:terms"),
        privacy=reverse("public:privacy"),
        version=settings.TERMS_VERSION,
    )
