"""A message in the conversation, and another text for it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.foundation.conversations.actions import LONGEST, MOST_FILES
from firstfoot.web.work.forms.fields import FilesField, TextField
from firstfoot.web.work.mentioning import called_in


class PostForm(forms.Form):
    """The text, files, and whom it is meant for; `key` makes sending it twice the same as once.

    `people` are those who read along, by their public id: (name, name with what they do here).
    """

    key = forms.CharField(max_length=64, widget=forms.HiddenInput)
    body = TextField(
        label=gettext_lazy("Your message"), rows=3, max_length=LONGEST,
        error_messages={"required": gettext_lazy("Write something first.")},
    )  # fmt: skip
    attachments = FilesField(
        label=gettext_lazy("Files"), most_files=MOST_FILES,
        help_text=gettext_lazy("Up to 5, of 25 MB each. Whoever reads here can open them."),
    )  # fmt: skip
    mentions = forms.MultipleChoiceField(
        label=gettext_lazy("Meant especially for"),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy("Their inbox says so. An @ and the name in your message does the same."),
    )

    def __init__(self, *args: Any, people: Mapping[str, tuple[str, str]], **options: Any) -> None:
        super().__init__(*args, **options)
        self.names = {key: name for key, (name, _label) in people.items()}
        self.fields["mentions"].choices = [(key, label) for key, (_name, label) in people.items()]  # type: ignore[attr-defined]
        self.fields["body"].required = not (self.files and self.files.get("attachments"))

    def clean(self) -> dict[str, Any]:
        super().clean()
        data = self.cleaned_data
        found, unclear = called_in(data.get("body", ""), self.names)
        chosen = set(data.get("mentions", ())) | found
        for call, keys in unclear.items():
            if not keys & chosen:
                self.add_error(
                    "mentions", _("Several people here go by “%(name)s”. Choose whom you mean.") % {"name": call}
                )
        data["mentions"] = chosen
        return data


class EditForm(forms.Form):
    """Another text for what was said; `seen` is how often it had been changed before."""

    seen = forms.IntegerField(widget=forms.HiddenInput, min_value=0)
    body = TextField(
        label=gettext_lazy("Your message"), rows=4, max_length=LONGEST,
        error_messages={"required": gettext_lazy("Write something first.")},
    )  # fmt: skip

    def __init__(self, *args: Any, has_files: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["body"].required = not has_files
