"""Choosing what a new project begins with."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from firstfoot.market.projects.starters import all_starters


class NewProjectForm(forms.Form):
    """A starter or none, and the organization when there are several."""

    organization_id = forms.ChoiceField(
        label=_("For which organization"), widget=forms.Select(attrs={"class": "medium"})
    )
    starter = forms.ChoiceField(label=_("Begin with"), required=False, widget=forms.RadioSelect)

    def __init__(self, *args: Any, hosts: Sequence[Any], **options: Any) -> None:
        super().__init__(*args, **options)
        self.hosts = {host.public_id: host for host in hosts}
        field = self.fields["organization_id"]
        field.choices = [(host.public_id, host.name) for host in hosts]  # type: ignore[attr-defined]
        field.required = len(hosts) > 1
        self.fields["starter"].choices = [("", _("A blank brief")), *((s.code, s.title) for s in all_starters())]  # type: ignore[attr-defined]

    @property
    def organization(self) -> Any:
        return self.hosts.get(self.cleaned_data["organization_id"]) or next(iter(self.hosts.values()))
