"""Writing what one did, and who may see it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from firstfoot.proof.portfolio.writing import LONGEST_ALT

VISIBILITIES = {
    "private": gettext_lazy("Nobody"),
    "link": gettext_lazy("Whoever has its link"),
    "public": gettext_lazy("Everyone, on my page"),
}


def _text(label: Any, rows: int, most: int, *, required: bool = False, help_text: Any = "") -> forms.CharField:
    return forms.CharField(
        label=label, max_length=most, required=required, widget=forms.Textarea(attrs={"rows": rows}),
        help_text=help_text,
    )  # fmt: skip


class ItemForm(forms.Form):
    """The case study, drafted from the record."""

    seen = forms.IntegerField(widget=forms.HiddenInput, required=False, min_value=0, max_value=2**31 - 1)
    title = forms.CharField(label=gettext_lazy("Title"), max_length=120)
    problem = _text(gettext_lazy("The problem"), 3, 2000)
    asked = _text(gettext_lazy("What you were asked"), 4, 2000)
    did = _text(
        gettext_lazy("What you did"), 6, 4000, required=True,
        help_text=gettext_lazy("In your own words: the steps, the choices, what was hard."),
    )  # fmt: skip
    result = _text(
        gettext_lazy("The result"), 3, 2000,
        help_text=gettext_lazy("It begins with what both sides confirmed. Add what became of it."),
    )  # fmt: skip
    results = forms.MultipleChoiceField(
        label=gettext_lazy("Results to show"), required=False, widget=forms.CheckboxSelectMultiple
    )
    quote = forms.BooleanField(required=False)

    def __init__(
        self, *args: Any, results: Iterable[tuple[int, str]], quote: str = "", files: Iterable[Any] = (),
        **options: Any,
    ) -> None:  # fmt: skip
        super().__init__(*args, **options)
        self.files_to_choose = [one.stored.public_id for one in files]
        for one in files:
            self._offer(one)
        self.fields["results"].choices = [(str(n), title) for n, title in results]  # type: ignore[attr-defined]
        if not self.fields["results"].choices:  # type: ignore[attr-defined]
            del self.fields["results"]
        if quote:
            self.fields["quote"].label = _("Show what was said about you: “%(quote)s”") % {"quote": quote}
        else:
            del self.fields["quote"]

    def _offer(self, one: Any) -> None:
        """A tick, and what the file shows in words."""
        name = {"name": one.stored.name, "result": one.title}
        self.fields[f"file_{one.stored.public_id}"] = forms.BooleanField(
            label=_("Show the file “%(name)s”, handed in for “%(result)s”") % name, required=False
        )
        self.fields[f"alt_{one.stored.public_id}"] = forms.CharField(
            label=_("What “%(name)s” shows, in words") % name, max_length=LONGEST_ALT, required=False,
            help_text=_("For whoever cannot see it, and as the line under it. Its own name is not shown."),
        )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        super().clean()
        data = self.cleaned_data
        for key in self.files_to_choose:
            if data.get(f"file_{key}") and not data.get(f"alt_{key}"):
                self.add_error(f"alt_{key}", _("Say in a sentence what it shows."))
        return data

    def text(self) -> dict[str, Any]:
        """What the action takes."""
        data = self.cleaned_data
        words = {name: data[name] for name in ("title", "problem", "asked", "did", "result")}
        chosen = [key for key in self.files_to_choose if data.get(f"file_{key}")]
        return {
            **words, "results": [int(n) for n in data.get("results", ())], "quote": bool(data.get("quote")),
            "files": [{"file": key, "alt": data[f"alt_{key}"]} for key in chosen],
        }  # fmt: skip


class VisibilityForm(forms.Form):
    """Who may open it."""

    visibility = forms.ChoiceField(
        label=gettext_lazy("Who sees it?"), choices=list(VISIBILITIES.items()), widget=forms.RadioSelect
    )
