"""Inviting someone, and giving a member another role."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy

from firstfoot.web.shared.organization_words import ROLE_HINTS, ROLES


class InviteForm(forms.Form):
    """Whom to invite, and into what role."""

    email = forms.EmailField(
        label=gettext_lazy("E-mail address"),
        help_text=gettext_lazy("The invitation works only for this address, for 14 days, once."),
        widget=forms.EmailInput(attrs={"autocomplete": "off"}),
    )
    role = forms.ChoiceField(
        label=gettext_lazy("Role"),
        choices=list(ROLE_HINTS.items()),
        widget=forms.RadioSelect(attrs={"class": "rows"}),
        initial="supervisor",
    )


class RoleForm(forms.Form):
    """Another role for a member."""

    role = forms.ChoiceField(label=gettext_lazy("Role"), choices=list(ROLES.items()))
