"""What a steward says about a word or two skills."""

from __future__ import annotations

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from firstfoot.market.vocabulary.queries import code_of


class SkillField(forms.CharField):
    """The name of a skill that is there; cleaned to its code."""

    def clean(self, value: object) -> str:
        name = super().clean(value)
        code = code_of(name) if name else ""
        if name and not code:
            raise ValidationError(
                _("No skill has this name. Write the name of one that is there, or make this word a skill.")
            )
        return code


class WordForm(forms.Form):
    """A word that nobody read yet, and what becomes of it."""

    use_required_attribute = False
    words = forms.CharField(label=_("Word"), max_length=140)
    do = forms.ChoiceField(choices=[("skill", ""), ("means", ""), ("leave", "")], label=_("What becomes of it"))
    means = SkillField(label=_("It means the skill"), max_length=140, required=False)

    def clean_means(self) -> str:
        code: str = self.cleaned_data["means"]
        if self.cleaned_data.get("do") == "means" and not code:
            raise ValidationError(_("Write which skill it means."))
        return code


class MergeForm(forms.Form):
    """An added skill, and the one it is the same as."""

    use_required_attribute = False
    code = forms.CharField(max_length=60, widget=forms.HiddenInput)
    into = SkillField(label=_("The same as the skill"), max_length=140)
