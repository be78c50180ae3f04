"""The page of a person: its address and words."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.proof.portfolio.addresses import LONGEST, fits


class PageForm(forms.Form):
    """What stands on it besides the work."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=2**31 - 1)
    slug = forms.CharField(
        label=gettext_lazy("Its address"), max_length=LONGEST,
        help_text=gettext_lazy("Small letters, digits and hyphens. When you change it, the old address leads nowhere."),
    )  # fmt: skip
    headline = forms.CharField(
        label=gettext_lazy("You in one line"), max_length=120, required=False,
        help_text=gettext_lazy("Such as “I count things, then say what they mean”."),
    )  # fmt: skip
    about = forms.CharField(
        label=gettext_lazy("About you"), max_length=1500, required=False, widget=forms.Textarea(attrs={"rows": 5})
    )
    is_findable = forms.BooleanField(
        label=gettext_lazy("Search engines may find it"), required=False,
        help_text=gettext_lazy("Otherwise only whoever has the address opens it."),
    )  # fmt: skip

    def clean_slug(self) -> str:
        slug: str = self.cleaned_data["slug"].strip().lower()
        if not fits(slug):
            raise ValidationError(
                _("Write three or more small letters or digits, with single hyphens between. Some words are ours.")
            )
        return slug
